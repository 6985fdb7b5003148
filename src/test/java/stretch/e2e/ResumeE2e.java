package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session that broke off goes on as the same session. */
@Tag("once")
class ResumeE2e {
    private Home home;

    @BeforeEach
    void home(@TempDir Path folder) throws Exception {
        home = new Home(folder);
    }

    @Test
    void after_quitting_the_rest_is_done_under_the_same_id() throws Exception {
        try (var session = home.onTerminal("run quick --prepare 0s --switch 1h --sound off")) {
            session.await("LEFT SIDE")
                    .type("qq")
                    .await("stopped quick: 1 of 2 steps")
                    .await("'stretch resume' continues it")
                    .await("code 3");
            session.end();
        }
        var before = home.run("history", "last", "--json").out();
        // The get-ready time is the one of the first run: s skips it along with its step.
        try (var session = home.onTerminal("resume --sound off")) {
            session.await("LEFT SIDE")
                    .type("s")
                    .await("completed quick: 1 of 2 steps")
                    .await("code 0");
            session.end();
        }
        assertThat(id(home.run("history", "last", "--json").out())).isEqualTo(id(before));
        assertThat(home.sessions()).containsExactly("quick completed 1/2");
        assertThat(home.steps()).containsExactly("1 calf right done", "2 calf left skipped");
        assertThat(home.run("resume").err()).startsWith("stretch: there is nothing to resume");
    }

    private static String id(String json) {
        return json.replaceFirst("(?s).*?\"(?:id|session)\":\"([0-9a-f-]{36})\".*", "$1");
    }

    @Test
    void after_kill_nine_the_steps_that_were_done_are_not_done_again() throws Exception {
        try (var session = home.start("run", "quick", "--prepare", "0s", "--switch", "3s")) {
            session.await("done 1/2 calf, right: 1 s").signal("KILL").end();
        }
        var found = home.run("doctor").out();
        assertThat(found)
                .contains("sessions: "
                        + id(home.run("history", "last", "--json").out()).substring(28) + " broke off; ");
        var resumed = home.run("resume", "-q");
        assertThat(resumed.code()).isZero();
        assertThat(resumed.out())
                .contains("2/2 calf, left: hold, 1 s")
                .doesNotContain("1/2 calf, right")
                .contains("completed quick: 2 of 2 steps, 2 s, session ");
        assertThat(home.sessions()).containsExactly("quick completed 2/2");
    }

    @Test
    void without_one_it_says_what_to_do() throws Exception {
        assertThat(home.run("resume"))
                .isEqualTo(new RunningProcess.Output(
                        "",
                        "stretch: there is nothing to resume: no session was stopped or interrupted; start one with 'stretch run daily'\n",
                        2));
    }
}
