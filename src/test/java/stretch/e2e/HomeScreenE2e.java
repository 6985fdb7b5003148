package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code stretch} alone on a terminal: the welcome, the home screen, and what its keys start. */
@Tag("once")
class HomeScreenE2e {
    private Home home;
    private Path settings;

    @BeforeEach
    void home(@TempDir Path folder) throws Exception {
        home = new Home(folder);
        settings = folder.resolve(".config/stretch/config.yaml");
        Files.writeString(settings, "prepare: 0s\nswitch: 0s\nsound: off\n");
    }

    @Test
    void the_first_time_it_starts_a_minute_and_offers_a_habit() throws Exception {
        var routines = home.folder().resolve(".config/stretch/routines.yaml");
        Files.writeString(
                routines, Files.readString(routines) + "  one-stretch: {name: One, goal: none, steps: [calf]}\n");
        home.standIn("crontab", "[ \"$1\" = -l ] && cat ~/crontab 2>/dev/null || cat >~/crontab");
        // Offered is what can work: a cron that runs.
        home.standIn("cron", "echo up; read -r end");
        try (var cron = home.inTerminal("exec cron");
                var session = home.onTerminal("")) {
            cron.await("up");
            session.await("Welcome to stretch")
                    .await("URGENT")
                    .await("Do one minute a side now")
                    .type("\r")
                    .await("LEFT SIDE")
                    .await("Streak")
                    .type("x")
                    .await("completed one-stretch: 2 of 2 steps")
                    .await("Press a letter to run it; any other key leaves.")
                    .type("g")
                    .await("the goal of daily is now weekdays")
                    .await("Press a letter to run it; any other key leaves.")
                    .type("s")
                    .await("code 0");
            assertThat(session.end().out()).doesNotContain("Press a key when you have read this");
        }
        assertThat(home.sessions()).containsExactly("one-stretch completed 2/2");
        assertThat(Files.readString(settings)).contains("goals: {daily: weekdays}");
        assertThat(Files.readString(home.folder().resolve("crontab"))).contains("0 9 * * * ", "stretch: begin all");
    }

    @Test
    void the_first_time_nothing_is_done_without_its_key() throws Exception {
        try (var session = home.onTerminal("")) {
            session.await("Do one minute a side now").type("n").await("code 0");
            session.end();
        }
        assertThat(home.folder().resolve(".local")).doesNotExist();
        assertThat(home.folder().resolve("crontab")).doesNotExist();
    }

    @Test
    void enter_starts_what_is_chosen() throws Exception {
        home.acquainted().run("add", "daily");
        try (var session = home.onTerminal("")) {
            // What is due comes first; up and down, by arrows in both modes and by letters, ends there again.
            session.await("Enter start")
                    .type("\033[B\033OAjkf")
                    .await("> f")
                    .type("a\r")
                    .await("LEFT SIDE")
                    .await("Streak: 1 day.")
                    .type("x")
                    .await("completed quick: 2 of 2 steps")
                    .await("code 0");
            checkGivenBack(session);
        }
        assertThat(home.sessions()).containsExactly("daily completed 3/3", "quick completed 2/2");
    }

    @Test
    void what_broke_off_is_resumed() throws Exception {
        home.acquainted();
        try (var session = home.onTerminal("run quick --switch 1h")) {
            session.await("CHANGE  LEFT SIDE").type("qq").await("code 3");
            session.end();
        }
        try (var session = home.onTerminal("")) {
            session.await("r resume")
                    .type("r")
                    .await("HOLD  LEFT SIDE")
                    .await("Streak: 1 day.")
                    .type("x")
                    .await("completed quick: 2 of 2 steps")
                    .await("code 0");
            checkGivenBack(session);
        }
        assertThat(home.sessions()).containsExactly("quick completed 2/2");
    }

    @ParameterizedTest
    @CsvSource({"l, 'explains one', 0", "s, 1 session on 1 day, 0", "?q, these keys, -1", "q, '', 0", "'\033', '', 0"})
    void keys_show_lead_on_and_leave(String keys, String shown, int code) throws Exception {
        home.acquainted().run("add", "daily");
        try (var session = home.onTerminal("")) {
            session.await("Enter start").type(keys.substring(0, 1)).await(shown);
            if (code < 0) {
                session.type(keys.substring(1)).await("Enter start").type("\003");
            }
            session.await("code " + (code < 0 ? 130 : code));
            checkGivenBack(session);
        }
    }

    @ParameterizedTest
    @CsvSource({"HUP, 129", "TERM, 143"})
    void a_signal_ends_it(String signal, int code) throws Exception {
        home.acquainted().run("add", "daily");
        try (var session = home.onTerminal("")) {
            session.await("Enter start");
            RunningProcess.signal(
                    signal, session.handle().children().findFirst().orElseThrow());
            session.await("code " + code);
            checkGivenBack(session);
        }
    }

    /** What {@code stty -g} says before and after is the same. */
    private static void checkGivenBack(RunningProcess session) throws Exception {
        var out = session.end().out();
        var lines = out.strip().lines().toList();
        assertThat(lines.get(0)).as("what stty -g says").matches("[0-9a-zA-Z:=]+");
        assertThat(lines.get(lines.size() - 1)).isEqualTo(lines.get(0));
        assertThat(out.lastIndexOf("\033[?1049l")).isGreaterThan(out.lastIndexOf("\033[?1049h"));
        assertThat(out.lastIndexOf("\033[?25h")).isGreaterThan(out.lastIndexOf("\033[?25l"));
    }
}
