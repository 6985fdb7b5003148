package stretch.e2e;

import com.pty4j.PtyProcessBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import stretch.catalogue.cache.CatalogueCache;
import stretch.cli.CliRunner;
import stretch.e2e.RunningProcess.Output;
import stretch.history.History;
import stretch.session.script.Script;

/** A user: a home with one short routine in it, a small environment, and {@code bin/stretch}. */
final class Home {
    static final Path STRETCH = Path.of("bin", "stretch").toAbsolutePath();

    /** One exercise, both sides, 1 s each. */
    private static final String ROUTINES = """
            exercises:
              calf:
                name: Calf stretch
                position: standing
                hold: 1s
                sides: [right, left]
                setup: [Face the wall.]
                cues: [Heel down.]
                feel: A pull in the calf.
            routines:
              quick: {name: Quick, goal: daily, steps: [calf]}
            """;

    private final Path folder;
    private boolean acquainted;
    private final Map<String, String> environment = new HashMap<>();

    Home(Path folder) throws IOException {
        this.folder = folder;
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        var config = Files.createDirectories(folder.resolve(".config/stretch"), owner);
        write(config.resolve("routines.yaml"), ROUTINES);
        readCatalogue();
        environment.put("HOME", folder.toString());
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("LANG", "C.UTF-8");
        // That of the test, which may not be the machine's.
        environment.put("TZ", TimeZone.getDefault().getID());
        environment.put(
                "JAVA_HOME", Optional.ofNullable(System.getenv("JAVA_HOME")).orElse(System.getProperty("java.home")));
        // The program under test is the one that was just built; it must not be built over while it is tested.
        environment.put("STRETCH_NO_BUILD", "1");
        environment.put("stretch", STRETCH.toString());
    }

    /** Puts a shell script of this name before all other programs. */
    Home standIn(String name, String script) throws IOException {
        var programs = Files.createDirectories(folder.resolve("programs"));
        var file = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        environment.put("PATH", programs + ":/usr/bin:/bin");
        return this;
    }

    /**
     * Has a shell script run as Java, and {@code "$REAL_JAVA"} in it is the real one, which starts in half the time with
     * the option {@code "$ARCHIVE"}.
     */
    Home java(String script) throws IOException {
        var real = Path.of(environment.get("JAVA_HOME"), "bin/java").toRealPath();
        environment.put("REAL_JAVA", real.toString());
        environment.put("ARCHIVE", archive(real.getParent().getParent()));
        standIn("java", script);
        var bin = Files.createDirectories(folder.resolve("java/bin"));
        Files.copy(folder.resolve("programs/java"), bin.resolve("java"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createSymbolicLink(
                folder.resolve("java/release"), real.resolve("../../release").normalize());
        environment.put("JAVA_HOME", folder.resolve("java").toString());
        return this;
    }

    /** The option by which a Java takes the archive of classes that bin/check has made for it. */
    private static String archive(Path java) throws IOException {
        var folder = Path.of("target/start" + Path.of("").toAbsolutePath() + java);
        if (!Files.isDirectory(folder)) {
            return "-Xshare:auto";
        }
        try (var files = Files.list(folder)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".jsa") && !file.endsWith("-session.jsa"))
                    .findFirst()
                    .map(file -> "-XX:SharedArchiveFile=" + Path.of(file).toAbsolutePath())
                    .orElse("-Xshare:auto");
        }
    }

    Map<String, String> environment() {
        return environment;
    }

    /**
     * Has the catalogue read in this process, which has done so before, and kept where stretch looks for it: to read YAML is
     * more than half of the work of a first start, and nearly every test has one.
     */
    final void readCatalogue() throws IOException {
        var id = STRETCH.resolveSibling(Path.of("..", "target", "stretch.id")).normalize();
        if (Files.exists(id)) {
            new CatalogueCache(
                            folder.resolve(".cache/stretch"),
                            Files.readString(id).strip())
                    .catalogue(List.of(folder.resolve(".config/stretch/routines.yaml")), Script::length);
        }
    }

    /** Writes a file that only its owner can read, as stretch does. */
    static Path write(Path file, String text) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, text);
    }

    Path folder() {
        return folder;
    }

    /** A user who has read the cautions. */
    Home acquainted() {
        var record = folder.resolve(".local/share/stretch/history.db");
        try (var history = History.open(record, Path.of("target", "caches").toAbsolutePath())) {
            history.storeValue("cautions", "read 2026-11-01T08:00:00.000+01:00");
        }
        return alone();
    }

    /** From now on the cautions are not waited for, because the test does, or they were read. */
    Home alone() {
        acquainted = true;
        return this;
    }

    /** Runs stretch to its end. */
    Output run(String... arguments) throws IOException, InterruptedException {
        return start(arguments).end();
    }

    /** Runs a bash script to its end; {@code "$stretch"} is the program. */
    Output script(String script) throws IOException, InterruptedException {
        return begin(List.of("bash", "-c", script)).end();
    }

    /** Waits until something has been written into this file. */
    void await(String file) throws IOException, InterruptedException {
        environment.put("awaited", file);
        script("until [ -s \"$HOME/$awaited\" ]; do sleep 0.05; done");
    }

    /** Starts stretch without a terminal. */
    RunningProcess start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(STRETCH.toString()));
        command.addAll(List.of(arguments));
        return begin(hearingSignals(command));
    }

    /** Whoever runs the tests in the background has them ignore Ctrl-C, with nohup a hang-up: stretch would inherit that. */
    private static List<String> hearingSignals(List<String> command) {
        var whole = new ArrayList<String>();
        if (System.getProperty("os.name").equals("Linux")) {
            whole.addAll(List.of("env", "--default-signal=INT,HUP,TERM"));
        }
        whole.addAll(command);
        return whole;
    }

    private RunningProcess begin(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new RunningProcess(builder.redirectInput(new File("/dev/null")).start());
    }

    /**
     * Runs stretch on a terminal of 80 x 24, in a shell that prints the terminal's settings before and after, and the
     * exit code in between.
     */
    RunningProcess onTerminal(String arguments) throws IOException, InterruptedException {
        var running = inTerminal("stty -g; \"$stretch\" " + arguments + "; echo \"code $?\"; stty -g");
        if (!acquainted && arguments.contains("run ")) {
            // Before the first session ever the cautions are shown, and a key says that they were read.
            acquainted = true;
            running.await("Press a key when you have read this").type(" ");
        }
        return running;
    }

    /** Runs a shell script on such a terminal. */
    RunningProcess inTerminal(String script) throws IOException {
        return new RunningProcess(pseudoterminal(script, 80, 24));
    }

    /** The same on one of any size, and nobody reads what it is to show; no script can set the size as surely. */
    Process pseudoterminal(String script, int columns, int rows) throws IOException {
        var onTerminal = new HashMap<>(environment);
        onTerminal.put("TERM", "xterm-256color");
        var command = hearingSignals(List.of("/bin/sh", "-c", script));
        return new PtyProcessBuilder(command.toArray(String[]::new))
                .setEnvironment(onTerminal)
                .setDirectory(folder.toString())
                .setInitialColumns(columns)
                .setInitialRows(rows)
                .setUnixOpenTtyToPreserveOutputAfterTermination(true)
                .start();
    }

    /** Files in the home that are neither the user's nor those that belong there. */
    List<String> litter() throws IOException {
        Predicate<String> belongs = Pattern.compile("eight\\.yaml|\\.config/stretch/routines\\.yaml"
                        + "|\\.local/share/stretch/history\\.db(\\.lock)?"
                        + "|\\.cache/stretch/(catalogue|speech-1/[0-9a-f]+|\\.catalogue\\.[0-9]+\\.part)" // the part is
                        // swept later
                        + "|\\.cache/stretch/sqlite-[^/]+/[^/]*sqlitejdbc\\.[a-z]+")
                .asMatchPredicate();
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !isUnwritten(file))
                    .map(file -> folder.relativize(file).toString())
                    .filter(belongs.negate())
                    .toList();
        }
    }

    /** A journal whose writer was killed before it wrote anything: SQLite lets it lie until somebody writes again. */
    private static boolean isUnwritten(Path file) {
        try (var in = Files.newInputStream(file)) {
            return file.endsWith("history.db-journal") && in.read() <= 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sessions on record, in words: {@code quick completed 2/2}. */
    List<String> sessions() {
        return rows("export").stream()
                .map(cells -> cells[1] + " " + cells[5] + " " + cells[6] + "/" + cells[7])
                .toList();
    }

    /** The steps on record, in words: {@code 1 calf right done}. */
    List<String> steps() {
        return rows("export", "--steps").stream()
                .map(cells -> cells[1] + " " + cells[3] + " " + cells[4] + " " + cells[10])
                .toList();
    }

    private List<String[]> rows(String... arguments) {
        return here(arguments).lines().skip(1).map(line -> line.split(",", -1)).toList();
    }

    /** What stretch prints in this process, for what comes before or after the ones that are tried. */
    String here(String... arguments) {
        var program = new CliRunner(folder)
                .setTime(ZonedDateTime.now(TimeZone.getDefault().toZoneId()).toString());
        environment.forEach(program::env);
        return program.ran(arguments).out();
    }

    /** Does all of this work, so many at a time. */
    static <T> List<T> atOnce(int threads, List<Callable<T>> work) throws Exception {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var results = new ArrayList<T>();
            for (var result : pool.invokeAll(work)) {
                results.add(result.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
