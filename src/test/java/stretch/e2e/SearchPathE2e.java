package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever stretch starts, it never starts what lies in the working folder, even if the search path names that: each
 * program of the machine, and each that stretch knows, lies there under its name and takes note of being started.
 */
@Tag("once")
class SearchPathE2e {
    /** What this machine may lack. */
    private static final List<String> KNOWN = List.of(
            "paplay",
            "pw-play",
            "aplay",
            "afplay",
            "spd-say",
            "espeak-ng",
            "espeak",
            "say",
            "xdg-open",
            "open",
            "notify-send",
            "osascript",
            "crontab",
            "systemctl",
            "launchctl",
            "less",
            "infocmp",
            "uname",
            "java",
            "javac",
            "mvn");

    private Home home;
    private Path started;

    @BeforeEach
    void home(@TempDir Path folder) throws Exception {
        home = new Home(folder).acquainted();
        started = folder.resolve("started");
        var hostile =
                Files.writeString(folder.resolve("hostile"), "#!/bin/sh\necho \"$0 $*\" >>" + started + "\nexit 0\n");
        Files.setPosixFilePermissions(hostile, PosixFilePermissions.fromString("rwx------"));
        Files.createDirectory(folder.resolve("bin"));
        for (var name : Stream.concat(KNOWN.stream(), names()).distinct().toList()) {
            Files.createLink(folder.resolve("bin").resolve(name), hostile);
            if (!Files.exists(folder.resolve(name))) {
                Files.createLink(folder.resolve(name), hostile);
            }
        }
        // The working folder first, last, as an empty entry and by a name below it.
        home.environment().put("PATH", ".:bin::./bin:/usr/bin:/bin:");
    }

    private static Stream<String> names() throws IOException {
        try (var programs = Files.list(Path.of("/usr/bin"))) {
            return programs.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list",
                "doctor",
                "due --porcelain",
                "remind --notify --habit",
                "schedule --install --format cron",
                "schedule --install --format systemd",
                "schedule --uninstall --as launchd",
                "schedule --list",
                "report --open",
                "backup",
                "run quick --prepare 0s --switch 0s --sound tone",
                "run quick --prepare 0s --switch 0s --sound voice",
            })
    void without_a_terminal(String command) throws Exception {
        home.run(command.split(" "));

        assertThat(started).doesNotExist();
    }

    @Test
    void on_a_terminal_that_nobody_knows() throws Exception {
        // Its library looks such a terminal up with a program.
        try (var running = home.inTerminal("TERM=nobody-knows \"$stretch\" run quick --prepare 0s --switch 0s; "
                + "/usr/bin/env PATH=/usr/bin:/bin stty rows 5; TERM=xterm \"$stretch\" learn hamstrings")) {
            running.await("completed quick: 2 of 2 steps")
                    .await(":\033[K")
                    .type("q")
                    .end();
        }
        assertThat(started).doesNotExist();
    }
}
