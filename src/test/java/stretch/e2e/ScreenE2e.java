package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A session on a terminal: what is seen and heard, and what the keys do. */
class ScreenE2e {
    /** Nothing goes on by itself: every change on the screen is the answer to a key. */
    private static final String STILL = "run quick --prepare 1h --switch 1h --hold 1h --sound off";

    private Home home;

    @BeforeEach
    void home(@TempDir Path folder) throws Exception {
        home = new Home(folder);
    }

    @Test
    void both_sides_are_seen_to_the_end() throws Exception {
        try (var session = home.onTerminal("run quick --prepare 0s --switch 0s --sound off")) {
            session.await("HOLD  RIGHT SIDE")
                    .await("LEFT SIDE")
                    .await("Streak: 1 day.")
                    .type("x")
                    // Back on the first screen, where the result stays to be read.
                    .await("\033[?1049l")
                    .await("completed quick: 2 of 2 steps, 2 s, session ")
                    .await("code 0");
            assertThat(session.end().out()).contains("Calf stretch").as("bells").doesNotContain("\007");
        }
        assertThat(home.sessions()).containsExactly("quick completed 2/2");
        assertThat(home.steps()).containsExactly("1 calf right done", "2 calf left done");
    }

    @Tag("once")
    @Test
    void changing_sides_is_heard() throws Exception {
        try (var session = home.onTerminal("run quick --prepare 0s --switch 1h")) {
            session.await("CHANGE  LEFT SIDE").await("\007").type("qq").await("code 3");
            session.end();
        }
    }

    @Tag("once")
    @Test
    void skip_goes_to_the_next_side_and_back_to_the_one_before() throws Exception {
        try (var session = home.onTerminal(STILL)) {
            session.await("READY  RIGHT SIDE")
                    .type("s")
                    .await("CHANGE  LEFT SIDE")
                    .type("b")
                    .await("READY  RIGHT SIDE")
                    .type("s")
                    .await("CHANGE  LEFT SIDE")
                    .type("s")
                    .await("stopped quick: 0 of 2 steps, 0 s, session ")
                    .await("code 3");
            session.end();
        }
        assertThat(home.steps()).containsExactly("1 calf right skipped", "2 calf left skipped");
    }

    /** An arrow is sent as three characters, the last of them a letter. */
    @Test
    void arrows_and_function_keys_do_nothing() throws Exception {
        try (var session = home.onTerminal(STILL)) {
            session.await("READY  RIGHT SIDE")
                    .type("\033[B\033[15;2S\033OS")
                    .type(" ")
                    .await("PAUSED  RIGHT SIDE")
                    .type("qq")
                    .await("code 3");
            session.end();
        }
        assertThat(home.steps()).isEmpty();
    }

    @Test
    void space_pauses_and_goes_on() throws Exception {
        try (var session = home.onTerminal(STILL)) {
            session.await("READY  RIGHT SIDE")
                    .type(" ")
                    .await("PAUSED  RIGHT SIDE")
                    .type(" ")
                    .await("READY  RIGHT SIDE")
                    .type("qq")
                    .await("code 3");
            session.end();
        }
    }

    @Test
    void quit_takes_two_keys_and_any_other_goes_on() throws Exception {
        try (var session = home.onTerminal("run quick --prepare 0s --switch 1h --sound off")) {
            session.await("CHANGE  LEFT SIDE")
                    .type("q")
                    .await("PAUSED  LEFT SIDE")
                    .await("Quit? q again to quit, any other key to continue")
                    .type("x")
                    .await("CHANGE  LEFT SIDE")
                    .type("q")
                    .await("PAUSED  LEFT SIDE")
                    .type("q")
                    .await("stopped quick: 1 of 2 steps, 1 s, session ")
                    .await("code 3");
            session.end();
        }
        assertThat(home.sessions()).containsExactly("quick stopped 1/2");
        assertThat(home.steps()).containsExactly("1 calf right done");
    }

    /** The reply comes where keys do, and is none: it neither answers a question nor ends one. */
    @Tag("once")
    @ParameterizedTest
    @CsvSource({
        "rgb:ffff/ffff/ffff, 38;5;25m",
        "rgb:1c1c/1c1c/1c1c, 38;5;75m",
        "'', 38;5;63m",
    })
    void the_colours_fit_the_background(String colour, String left) throws Exception {
        home.acquainted();
        try (var session = home.onTerminal("run quick --first-side left --prepare 1h --sound off")) {
            session.await("\033]11;?\033\\\033[c")
                    .type(colour.isEmpty() ? "\033[?62;22c" : "\033]11;" + colour + "\033\\\033[?62;22c")
                    .await(left)
                    .type("q")
                    .await("Quit?")
                    .type("\033]11;rgb:0000/0000/0000\007")
                    .type("q")
                    .await("code 3");
            session.end();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--theme dark", "--theme contrast", "--color never"})
    void nobody_asks_for_the_background_in_vain(String option) throws Exception {
        try (var session = home.onTerminal(STILL + " " + option)) {
            session.await("READY").type("qq").await("code 3");
            assertThat(session.end().out()).doesNotContain("]11;");
        }
    }

    /** With a terminal to read from, the others may lead elsewhere. */
    @Tag("once")
    @ParameterizedTest
    @ValueSource(strings = {"", " >lines", " | cat"})
    void plain_lines_take_keys_too(String elsewhere) throws Exception {
        home.acquainted();
        Home.write(home.folder().resolve(".config/stretch/config.yaml"), "plain: true\n");
        try (var session = home.onTerminal(STILL + elsewhere)) {
            session.await("Keys: space pause, s skip").await("Face the wall.").type(" ");
            if (!elsewhere.equals(" >lines")) {
                session.await("paused");
            }
            session.type("?")
                    .await("h: this hurts")
                    .type("q")
                    .await("Quit? q again to quit")
                    .type("x")
                    .type("h")
                    .await("Stop")
                    .type("qq")
                    .await("code " + (elsewhere.equals(" | cat") ? 0 : 3));
            var out = session.end().out();
            assertThat(out).doesNotContain("\033");
            var lines = out.strip().lines().toList();
            assertThat(lines.get(lines.size() - 1)).isEqualTo(lines.get(0));
        }
        assertThat(home.steps()).containsExactly("1 calf right hurt");
    }

    /** It would be stopped for reading a terminal that the shell in front reads. */
    @Test
    void plain_lines_in_the_background_leave_the_terminal_alone() throws Exception {
        home.acquainted();
        try (var session = home.inTerminal("set -m; \"$stretch\" run quick --plain --prepare 0s --switch 0s --sound off"
                + " >lines & wait; cat lines; jobs; echo \"code $?\"")) {
            var out = session.await("completed quick").await("code 0").end().out();
            assertThat(out).doesNotContain("Keys: ", "Stopped");
        }
    }

    @Test
    void plain_lines_on_a_terminal_hold_no_escapes() throws Exception {
        try (var session = home.onTerminal("run quick --prepare 0s --switch 0s --plain --sound off")) {
            session.await("done 1/2 calf, right: 1 s").await("completed quick").await("code 0");
            assertThat(session.end().out()).doesNotContain("\033");
        }
    }
}
