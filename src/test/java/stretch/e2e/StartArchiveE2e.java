package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.e2e.RunningProcess.Output;

/** The archive of classes: made beside the first run, and never anything that a user could notice but time. */
class StartArchiveE2e {
    @TempDir
    Path folder;

    private Home home;
    private Output without;

    @BeforeEach
    void installed() throws Exception {
        home = new Home(folder);
        assertThat(home.script("\"${stretch%/*}/install\"").code()).isZero();
        without = stretch();
        assertThat(without.err()).isEmpty();
        // An installed stretch has nothing to build but this.
        home.environment().remove("STRETCH_NO_BUILD");
    }

    @Test
    void the_first_run_has_one_made_and_later_ones_use_it_while_it_is_whole() throws Exception {
        assertThat(stretch()).isEqualTo(without);
        var archive = awaitArchive();
        assertThat(home.script("\"$JAVA_HOME/bin/java\" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xms6m -Xmn2m -Xmx160m"
                                + " -Xss512k -XX:-UsePerfData --enable-native-access=ALL-UNNAMED -Xshare:auto"
                                + " -XX:SharedArchiveFile='" + archive
                                + "' -Xlog:class+load -cp .local/lib/stretch/stretch.jar stretch.Main list")
                        .out())
                .contains("stretch.cli.Cli source: shared objects file")
                .contains("picocli.CommandLine source: shared objects file")
                .as("no other command is loaded")
                .doesNotContain("stretch.cli.record.ExportCommand ");
        assertThat(stretch()).isEqualTo(without);
        for (long size : List.of(Files.size(archive) / 2, 100L, 0L)) {
            assertThat(archive.toFile().setWritable(true)).isTrue();
            try (var channel = FileChannel.open(archive, StandardOpenOption.WRITE)) {
                channel.truncate(size);
            }
            assertThat(stretch()).as("%d bytes", size).isEqualTo(without);
        }
    }

    @Tag("once")
    @Test
    void what_fails_while_it_is_made_is_reported_to_nobody() throws Exception {
        var said = home.script("printf '#!/bin/sh\\necho \"$@\" >>said; exit 1\\n' >java && chmod +x java;"
                + " sh .local/lib/stretch/sh/warm.sh \"$HOME/made/start.jsa\" x.jar ./java; cat said");
        assertThat(said.out()).contains("-Djava.io.tmpdir=" + folder + "/made/start.jsa.making/");
        assertThat(folder.resolve("made/start.jsa.making")).isDirectoryNotContaining("glob:**[0-9]");
    }

    /** Java makes the code for that at each start, which takes as long as all else in a short command; and YAML, longer still. */
    @Tag("once")
    @Test
    void usual_commands_compare_no_records_and_have_the_shipped_catalogue_from_the_build() throws Exception {
        assertThat(home.script(
                                "\"$JAVA_HOME/bin/java\" -XX:DumpLoadedClassList=classes -cp .local/lib/stretch/stretch.jar"
                                        + " stretch.Main warm-up scratch")
                        .code())
                .isZero();
        assertThat(Files.readAllLines(folder.resolve("classes")))
                .anyMatch(line -> line.startsWith("stretch/cli/record/AddCommand"))
                .noneMatch(line -> line.startsWith("java/lang/runtime/ObjectMethods"))
                .noneMatch(line -> line.startsWith("stretch/catalogue/read/GoalReader"));
    }

    @Test
    void sessions_have_one_of_their_own_made_on_a_terminal() throws Exception {
        assumeTrue(home.script("command -v script").code() == 0, "there is no script to make a terminal");
        assertThat(home.script(".local/bin/stretch checkin --pain 2").code()).isZero();
        var archive = await("-session.jsa");
        // A name that only the classes of the full screen have.
        assertThat(Files.readString(archive, StandardCharsets.ISO_8859_1).contains("sameButForMotion"))
                .isTrue();
        assertThat(home.script(".local/bin/stretch checkin --pain 2").out()).isEqualTo("checked in: pain 2\n");
        stretch();
        awaitQuiet();
        assertThat(made(".jsa")).as("neither takes the other's place").hasSize(2);
    }

    @Tag("once")
    @Test
    void one_of_another_java_is_left_alone() throws Exception {
        var other = otherJava();
        assumeTrue(other.isPresent(), "there is one Java only");
        stretch();
        var archive = awaitArchive();
        var own = home.environment().put("JAVA_HOME", other.get().toString());
        stretch();
        var theirs = awaitOther(archive);
        assertThat(archive.toFile().setWritable(true)).isTrue();
        Files.copy(theirs, archive, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        home.environment().put("JAVA_HOME", own);
        assertThat(stretch()).isEqualTo(without);
    }

    @Tag("once")
    @Test
    void a_cache_that_cannot_be_made_or_written_costs_time_alone() throws Exception {
        for (var cache : List.of("/dev/null/nowhere", "/proc")) {
            home.environment().put("XDG_CACHE_HOME", cache);
            assertThat(stretch()).as(cache).isEqualTo(without);
        }
    }

    @Tag("once")
    @Test
    void ten_first_runs_at_once_make_one() throws Exception {
        var outputs = home.script("for n in $(seq 10); do"
                + " (.local/bin/stretch list routines >out$n 2>&1; echo $? >>out$n) & done; wait; cat out*");
        assertThat(outputs.out()).isEqualTo((without.out() + "0\n").repeat(10));
        awaitArchive();
        awaitQuiet();
        assertThat(made("")).hasSize(1);
        assertThat(stretch()).isEqualTo(without);
    }

    @Tag("once")
    @Test
    void after_a_maker_was_killed_the_next_run_has_it_made() throws Exception {
        stretch();
        var lock = await(".making");
        // The maker's number is there once it has begun.
        await("/maker");
        var maker = Long.parseLong(Files.readString(lock.resolve("maker")).strip());
        ProcessHandle.of(maker).ifPresent(handle -> {
            handle.descendants().forEach(ProcessHandle::destroyForcibly);
            handle.destroyForcibly();
            handle.onExit().orTimeout(60, TimeUnit.SECONDS).join();
        });
        assertThat(lock).exists();
        assertThat(stretch()).isEqualTo(without);
        awaitArchive();
        assertThat(stretch()).isEqualTo(without);
    }

    private Output stretch() throws Exception {
        return home.script(".local/bin/stretch list routines");
    }

    private Path awaitArchive() throws Exception {
        return await(".jsa");
    }

    private Path awaitOther(Path first) throws Exception {
        return awaiting(() -> made(".jsa").stream().filter(file -> !file.equals(first)));
    }

    private Path await(String end) throws Exception {
        return awaiting(() -> made("").stream().filter(file -> file.toString().endsWith(end)));
    }

    private void awaitQuiet() throws Exception {
        awaiting(() -> made("").stream().anyMatch(file -> file.toString().contains(".making"))
                ? Stream.empty()
                : Stream.of(folder));
    }

    private interface ArchiveEntry {
        Stream<Path> now() throws IOException;
    }

    /** A file that something in the background makes; minutes of patience, as many tests may run beside this one. */
    private static Path awaiting(ArchiveEntry look) throws Exception {
        var deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (true) {
            var found = look.now().findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            assertThat(System.nanoTime()).as("it never came").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** What is in the folder of archives, and ends so. */
    private List<Path> made(String end) throws IOException {
        var start = folder.resolve(".cache/stretch/start");
        if (!Files.exists(start)) {
            return List.of();
        }
        try (var files = Files.walk(start)) {
            return files.filter(file -> file.toString().contains(".jsa"))
                    .filter(file -> file.toString().endsWith(end))
                    .toList();
        } catch (java.io.UncheckedIOException e) {
            // A folder that went while we walked.
            return List.of();
        }
    }

    /** A Java that stretch can run on and that is not the one of these tests, which goes by several names. */
    private Optional<Path> otherJava() throws IOException {
        var own = Path.of(home.environment().get("JAVA_HOME"), "bin/java").toRealPath();
        var folder = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var homes = Files.list(folder)) {
            for (var java : homes.toList()) {
                var program = java.resolve("bin/java");
                if (Files.isExecutable(program) && !program.toRealPath().equals(own) && feature(java) >= 17) {
                    return Optional.of(java);
                }
            }
        }
        return Optional.empty();
    }

    /** The number of a Java's release by the file that says it, 0 if there is none. */
    private static int feature(Path java) throws IOException {
        var release = java.resolve("release");
        return !Files.exists(release)
                ? 0
                : Files.readAllLines(release).stream()
                        .map(Pattern.compile("JAVA_VERSION=\"([0-9]+).*")::matcher)
                        .filter(Matcher::matches)
                        .mapToInt(version -> Integer.parseInt(version.group(1)))
                        .findFirst()
                        .orElse(0);
    }
}
