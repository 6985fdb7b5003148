package stretch.cli.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.GoldenFiles;
import stretch.cli.CliRunner;
import stretch.history.History;
import stretch.history.SampleHistory;

@Tag("once")
class TodayCommandTest {
    @TempDir
    Path home;

    private CliRunner program;

    @BeforeEach
    void home() {
        program = new CliRunner(home).withCautionsRead().setTime("2026-11-27T08:00:00+01:00[Europe/Berlin]");
    }

    private void aWeek() {
        program.stub(
                "crontab",
                "printf '# stretch: begin all\\n0 9 * * * LC_ALL=C.UTF-8 stretch remind\\n# stretch: end all\\n'");
        program.file(".config/stretch/config.yaml", "goals: {full: 2/week, relief: every 3h}\n");
        program.run("add", "full", "--at", "2026-11-23T07:00");
        program.run("add", "daily", "--at", "2026-11-25T07:00");
        program.run("add", "daily", "--at", "2026-11-26T07:00", "--duration", "4m");
        program.run("add", "relief", "--at", "2026-11-27T07:30", "--duration", "7m");
        program.run("checkin", "--pain", "4", "--at", "2026-10-20T07:00");
        program.run("checkin", "--pain", "2", "--at", "2026-11-26T07:00");
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 40})
    void the_page_was_looked_at(int columns) {
        aWeek();
        var ran = program.columns(columns).run("today");
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
        GoldenFiles.check("pages/today" + (columns == 80 ? "" : "-" + columns) + ".txt", ran.out());
    }

    @Test
    void the_json_is_what_scripts_go_by() {
        aWeek();
        GoldenFiles.check(
                "pages/today.json",
                program.run("today", "--json")
                        .out()
                        .replaceAll("\"(session|device)\":\"[^\"]+\"", "\"$1\":\"########\"")
                        .replace("},", "},\n"));
    }

    @Test
    void a_new_home_says_what_is_due_and_makes_no_history() {
        var fresh = new CliRunner(home.resolve("new"));
        assertThat(fresh.run("today").out()).contains("due: not done today").doesNotContain("Last");
        assertThat(home.resolve("new")).doesNotExist();
    }

    @Test
    void what_broke_off_today_is_resumed_unless_something_was_done_since() {
        program.setTime("2026-11-20T09:00:00+01:00[Europe/Berlin]");
        try (var history = History.open(
                home.resolve(".local/share/stretch/history.db"),
                Path.of("target", "caches").toAbsolutePath())) {
            SampleHistory.brokenOff(history, "00000001-0000-7000-8000-000000000001");
        }
        assertThat(program.run("today").out())
                .containsPattern("Resume +daily, step 2 of 3, interrupted today 08:00\n")
                .containsPattern("daily +4 min, due: it broke off today\n");
        program.run("add", "relief", "--at", "08:30");
        assertThat(program.run("today", "--json").out()).contains("\"resume\":null");
    }

    @Test
    void what_runs_is_said_to_run() {
        program.setTime("2026-11-21T08:30:00+01:00[Europe/Berlin]");
        try (var history = SampleHistory.open(home.resolve(".local/share/stretch/history.db"))) {
            var unused = SampleHistory.begin(history, 1, "daily");
            assertThat(program.run("today").out())
                    .containsPattern("Today +daily 0 s \\(running\\)\n")
                    .containsPattern("daily +4 min, a session is running\n");
        }
    }

    /** Without a command, where no full screen can be shown. */
    @Test
    void stretch_alone_is_the_same_where_there_is_no_full_screen() {
        aWeek();
        var page = program.run("today");
        assertThat(program.run()).isEqualTo(page);
        assertThat(program.run("--color", "never")).isEqualTo(page);
        program.typing("");
        assertThat(program.env("TERM", "dumb").run()).isEqualTo(program.run("today"));
        program.file(".config/stretch/config.yaml", "plain: true\n");
        program.env("TERM", "xterm-256color");
        assertThat(program.run()).isEqualTo(program.run("today"));
    }

    /** A clock that was ahead dates a session in the future: nothing that looks back sees it until its day has come. */
    @ParameterizedTest
    @ValueSource(
            strings = {"stats", "stats daily", "stats --json", "today", "today --json", "due daily", "report -o -"})
    void a_session_of_the_future_counts_when_its_day_has_come(String page) {
        aWeek();
        var before = program.run(page.split(" "));
        program.setTime("2027-06-01T12:00:00+02:00[Europe/Berlin]");
        assertThat(program.run("add", "daily").code()).isZero();
        program.setTime("2026-11-27T08:00:00+01:00[Europe/Berlin]");
        assertThat(program.run(page.split(" "))).isEqualTo(before);
        program.setTime("2027-06-02T08:00:00+02:00[Europe/Berlin]");
        assertThat(program.run("stats").out()).startsWith("5 sessions on 5 days since 2026-11-23");
        assertThat(program.run("today").out()).contains("yesterday 11:57");
        program.setTime("2028-06-02T08:00:00+02:00[Europe/Berlin]");
        assertThat(program.run("today").out()).contains("Tue 1 Jun 2027 11:57");
    }
}
