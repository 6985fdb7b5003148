package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A session without a terminal that is ended from outside. */
class SignalsE2e {
    private static final String[] AFTER_ONE_STEP = {"run", "quick", "--prepare", "0s", "--switch", "1h"};

    private Home home;

    @BeforeEach
    void home(@TempDir Path folder) throws Exception {
        home = new Home(folder);
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
    void a_signal_ends_it_in_order(String signal, int code) throws Exception {
        try (var session = home.start(AFTER_ONE_STEP)) {
            session.await("2/2 calf, left: get ready, 1 h\n").signal(signal);

            var ended = session.end();
            assertThat(ended.out()).containsPattern("\ninterrupted quick: 1 of 2 steps, 1 s, session [0-9a-f]{8}\n$");
            assertThat(ended.code()).isEqualTo(code);
        }
        assertThat(home.sessions()).containsExactly("quick interrupted 1/2");
        assertThat(home.steps()).containsExactly("1 calf right done");
    }

    @Test
    void a_hold_that_is_cut_short_is_kept_for_what_it_was() throws Exception {
        try (var session = home.start("run", "quick", "--prepare", "0s", "--hold", "6s")) {
            session.await("1/2 calf, right: half way\n").signal("TERM");

            assertThat(session.end().out()).containsPattern("\nshortened 1/2 calf, right: [345] s\n");
        }
        assertThat(home.steps()).containsExactly("1 calf right shortened");
    }

    @Test
    void after_kill_nine_the_steps_told_as_done_are_there_and_the_next_command_closes_the_session_once()
            throws Exception {
        try (var session = home.start(AFTER_ONE_STEP)) {
            session.await("done 1/2 calf, right: 1 s\n").signal("KILL");

            assertThat(session.end().code()).isEqualTo(137);
        }

        // Two at once: only one of them finds it open.
        var two = home.script("\"$stretch\" history & \"$stretch\" history; wait");
        assertThat(two.err()).isEmpty();
        assertThat(two.out().lines()).hasSize(2).allMatch(line -> line.endsWith("  quick  interrupted  1/2  1 s"));

        var first = home.run("export").out();
        assertThat(home.run("export").out())
                .as("what was closed stays as it is")
                .isEqualTo(first);
        assertThat(home.sessions()).containsExactly("quick interrupted 1/2");
        assertThat(home.steps()).containsExactly("1 calf right done");
    }

    @Test
    void after_kill_nine_the_next_session_runs() throws Exception {
        try (var session = home.start(AFTER_ONE_STEP)) {
            session.await("done 1/2").signal("KILL").end();
        }

        var next = home.run("run", "quick", "--prepare", "0s", "--switch", "0s");

        assertThat(next.code()).isZero();
        assertThat(home.sessions()).containsExactly("quick interrupted 1/2", "quick completed 2/2");
    }

    @Test
    void while_one_runs_a_second_is_refused_and_the_first_goes_on() throws Exception {
        try (var session = home.start(AFTER_ONE_STEP)) {
            session.await("2/2 calf, left: get ready");

            var second = home.run("run", "quick");
            assertThat(second.out()).isEmpty();
            assertThat(second.err())
                    .matches("stretch: another session is running \\(quick, since \\d\\d:\\d\\d(:\\d\\d)?, session "
                            + "[0-9a-f]{8}\\); finish or quit that one first\n");
            assertThat(second.code()).isEqualTo(75);

            var history = home.run("history").out();
            assertThat(history).contains("  quick  running  1/2  ");
            assertThat(second.err()).as("it names that session").contains(history.substring(0, 8));

            session.signal("TERM").end();
        }
        assertThat(home.sessions()).containsExactly("quick interrupted 1/2");
    }
}
