package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every file is its owner's alone, even where the umask would leave all open to all. */
@Tag("once")
class PrivateFilesE2e {
    /** Each command, with what makes it write. */
    private static final List<String> COMMANDS = List.of(
            "init",
            "run quick --plain --prepare 0s --switch 0s --sound tone",
            "run quick --plain --prepare 0s --switch 0s --hold 2s --sound voice & sleep 1; kill $!; wait $!; true",
            "resume --plain --sound off",
            "render quick --sound tone --hold 1s -o led.wav",
            "checkin --pain 3",
            "list",
            "show calf",
            "figures quick -o figures.html",
            "suggest </dev/null",
            "learn",
            "cautions",
            "history",
            "add quick",
            "edit last --note x",
            "delete last",
            "undo",
            "stats",
            "report -o report.html",
            "report --open",
            "export -o sessions.csv",
            "export --format json -o all.json",
            "export --format ics -o all.ics",
            "import sessions.csv",
            "sync shared",
            "due --porcelain",
            "today",
            "today --json",
            "remind --notify",
            "snooze 1h",
            "skip",
            "goal quick weekdays",
            "schedule --install",
            "schedule --install --at 10:00",
            "schedule --install --format systemd",
            "schedule --uninstall",
            "validate",
            "config sound tone",
            "doctor",
            "doctor --rescue rescued.db",
            "backup",
            "backup backup.db",
            "restore backup.db",
            "backup backup.zip",
            "restore backup.zip",
            "completion bash");

    /** So many of them in one go: a script has to end in time on a busy machine too. */
    private static final int AT_ONCE = 10;

    private Home home;

    @BeforeEach
    void home(@TempDir Path folder) throws Exception {
        home = new Home(folder);
        home.script("rm -r .cache");
        for (var program : List.of("paplay", "espeak-ng", "xdg-open", "notify-send", "systemctl")) {
            home.standIn(program, "exit 0");
        }
        home.standIn("crontab", "umask 077; if [ \"$1\" = -l ]; then cat ~/tab; else cat >~/tab; fi");
        Home.write(folder.resolve("tab"), "");
    }

    @Test
    void whatever_a_command_writes() throws Exception {
        var before = modes();
        var ran = new ArrayList<RunningProcess.Output>();
        for (int from = 0; from < COMMANDS.size(); from += AT_ONCE) {
            var some = COMMANDS.subList(from, Math.min(COMMANDS.size(), from + AT_ONCE)).stream()
                    .map(command -> "\"$stretch\" " + command)
                    .collect(Collectors.joining("\n"));
            ran.add(home.script("umask 000; cd\n" + some));
        }

        var fresh = modes();
        fresh.keySet().removeAll(before.keySet());
        assertThat(fresh.keySet())
                .as(ran.toString())
                .contains(
                        ".cache/stretch/catalogue",
                        ".local/share/stretch/history.db",
                        ".local/share/stretch/history.db.lock",
                        ".config/stretch/config.yaml",
                        ".config/systemd/user/stretch-all.timer",
                        "report.html",
                        "led.wav",
                        "sessions.csv",
                        "rescued.db");
        assertThat(new HashSet<>(fresh.values())).as(fresh.toString()).isEqualTo(Set.of("rw-------", "rwx------"));
    }

    @Test
    void every_command_is_among_them() throws Exception {
        var names = Pattern.compile("^  ([a-z]+) +\\S", Pattern.MULTILINE)
                .matcher(home.run("--help").out())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(names).hasSizeGreaterThan(20);
        assertThat(COMMANDS.stream().map(line -> line.split(" ", 2)[0])).containsAll(names);
    }

    /** What the launcher remembers names a program, so it is nobody else's to write. */
    @Test
    void the_launcher_remembers_the_java_for_its_owner_alone() throws Exception {
        var memory = tree().resolve("target/java.ok");

        assertThat(launched()).startsWith("stretch ");
        assertThat(mode(memory)).isEqualTo("rw-------");
    }

    /** A terminal and cron have a PATH each; asking for the one's Java must not forget the other's. */
    @Test
    void the_launcher_remembers_the_java_of_more_than_one_path() throws Exception {
        var memory = tree().resolve("target/java.ok");
        launched();
        assertThat(home.script("PATH=/bin:/usr/bin top/bin/stretch --version").err())
                .isEmpty();
        var lines = Files.readAllLines(memory);
        assertThat(lines).hasSize(4);

        launched();

        assertThat(Files.readAllLines(memory)).as("nothing was asked again").isEqualTo(lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chmod 620", "chmod 602", "chmod 666", "chown 1001"})
    void what_others_can_have_written_is_not_started(String how) throws Exception {
        var memory = tree().resolve("target/java.ok");
        launched();
        home.standIn("hostile", "touch ~/started");
        var lines = Files.readAllLines(memory);
        Files.writeString(memory, lines.get(0) + "\n" + home.folder().resolve("programs/hostile") + "\n");
        assumeThat(home.script(how + " top/target/java.ok").code())
                .as("may " + how)
                .isZero();

        assertThat(launched()).startsWith("stretch ");
        assertThat(home.folder().resolve("started")).doesNotExist();
        assertThat(mode(memory)).as("it was written anew").isEqualTo("rw-------");
        assertThat(Files.readAllLines(memory)).isEqualTo(lines);
    }

    /** A launcher among its sources, which were built. */
    private Path tree() throws Exception {
        var here = Home.STRETCH.getParent().getParent();
        var top = home.folder().resolve("top");
        for (var file : List.of(
                "bin/stretch",
                "pom.xml",
                "routines.yaml",
                "target/stretch.jar",
                "target/stretch.id",
                "target/.built")) {
            Files.createDirectories(top.resolve(file).getParent());
            Files.copy(here.resolve(file), top.resolve(file), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
        for (var folder : List.of("target/lib", "bin/lib")) {
            Files.createSymbolicLink(top.resolve(folder), here.resolve(folder));
        }
        return top;
    }

    private String launched() throws Exception {
        return home.script("umask 000; PATH=/usr/bin:/bin top/bin/stretch --version")
                .out();
    }

    private Map<String, String> modes() throws Exception {
        try (var files = Files.walk(home.folder())) {
            var found = new TreeMap<String, String>();
            for (var file : files.toList()) {
                found.put(home.folder().relativize(file).toString(), mode(file));
            }
            return found;
        }
    }

    private static String mode(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
    }
}
