package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions and questions on terminals of every name, most of which the machine has never heard of. */
@Tag("once")
class TerminalKindE2e {
    @TempDir
    private Path folder;

    private Home on(String kind) throws Exception {
        var home = new Home(folder).acquainted();
        home.environment().put("kind", kind);
        // Found first where JLine looked for what a terminal can do.
        home.standIn("infocmp", "echo \"infocmp: asked\" >&2; echo asked >>\"$HOME/asked\"; exit 1");
        return home;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // of this one JLine knows what it can do
                "xterm-256color",
                // and of these it does not
                "linux",
                "no such terminal",
                "-V",
                "../../etc/passwd",
                "\033]0;owned\007\033[31m",
                "\u00fc\u0130\u202e",
                "LONG",
            })
    void a_session_is_led_and_nothing_else_is_seen(String kind) throws Exception {
        var home = on(kind.replace("LONG", "x".repeat(20_000)));
        try (var session = home.inTerminal("TERM=$kind; export TERM; stty -g; \"$stretch\" run quick --prepare 0s"
                + " --switch 1h --sound off; echo \"code $?\"; stty -g")) {
            var out = session.await("\033[?1049h")
                    .await("HOLD  RIGHT SIDE")
                    .await("CHANGE  LEFT SIDE")
                    .type("qq")
                    .await("\033[?1049l")
                    .await("stopped quick: 1 of 2 steps, 1 s, session ")
                    .await("code 3")
                    .end()
                    .out();
            assertThat(out).doesNotContain("infocmp", "WARNING", "Exception", "org.jline", "\033]0;", "\007", "\u202e");
            var lines = out.strip().lines().toList();
            assertThat(lines.get(lines.size() - 1)).isEqualTo(lines.get(0));
        }
        assertThat(folder.resolve("asked")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dumb"})
    void what_is_no_screen_gets_lines(String kind) throws Exception {
        try (var session = on(kind).inTerminal(
                        "TERM=$kind; export TERM; \"$stretch\" run quick --prepare 0s --switch 0s"
                                + " --sound off; echo \"code $?\"")) {
            assertThat(session.await("done 2/2 calf, left: 1 s")
                            .await("code 0")
                            .end()
                            .out())
                    .doesNotContain("\033", "WARNING", "Exception");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dumb", "xterm-kitty", "\033]0;owned\007"})
    void questions_are_asked(String kind) throws Exception {
        try (var session = on(kind).inTerminal("TERM=$kind; export TERM; \"$stretch\" checkin; echo \"code $?\"")) {
            assertThat(session.await("Pain now")
                            .type("4")
                            .await("worse")
                            .type("s")
                            .await("worse")
                            .type("s")
                            .await("worse")
                            .type("s")
                            .await("worse")
                            .type("s")
                            .await("checked in: pain 4")
                            .await("code 0")
                            .end()
                            .out())
                    .doesNotContain("WARNING", "Exception", "\033]0;", "\007");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\033]0;owned\007\033[31m", "\u009b2J"})
    void doctor_shows_the_name_and_does_not_obey_it(String kind) throws Exception {
        var home = on(kind);
        home.environment().put("TERM", kind);
        var out = home.run("doctor").out();
        assertThat(out).doesNotContain("\033", "\007", "\u009b");
    }
}
