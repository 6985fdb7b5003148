package stretch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.catalogue.read.CatalogueFile;
import stretch.coaching.CompletionMessage;
import stretch.config.Settings;
import stretch.history.History;
import stretch.screen.Farewell;

/**
 * Every command that knows days, for somebody whose day starts at four: daily was done on Thursday the 19th at 22:00, and in
 * the night to Saturday at 01:00, which is Friday still.
 */
@Tag("once")
class DayStartsTest {
    private static final String NIGHT = "2026-11-21T01:30:00+01:00[Europe/Berlin]";

    @TempDir
    Path home;

    private CliRunner program;

    @BeforeEach
    void practise() {
        program = new CliRunner(home).withCautionsRead().setTime(NIGHT);
        program.file(".config/stretch/config.yaml", "day-starts: 04:00\n");
        run("add daily --at 2026-11-19T22:00");
        run("add daily --at 01:00");
    }

    private String run(String words) {
        return program.ran(words.split(" ", -1)).out();
    }

    private String at(String time, String words) {
        program.setTime("2026-11-" + time + ":00+01:00[Europe/Berlin]");
        return program.run(words.split(" ", -1)).out();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "20T23:00 | daily is not due: done today; next due tomorrow 04:00.",
                "21T01:30 | daily is not due: done today; next due 04:00.",
                "21T03:59 | daily is not due: done today; next due 04:00.",
                "21T04:00 | daily is due: not done today.",
            })
    void due(String time, String line) {
        assertThat(at(time, "due --why daily")).isEqualTo(line + "\n");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "21T01:30, ok - 2",
        "21T03:59, ok - 2",
        "21T04:00, due daily 2",
        "22T03:59, due daily 2",
        "22T04:00, due daily 0"
    })
    void a_prompt(String time, String line) {
        assertThat(at(time, "due --porcelain")).isEqualTo(line + "\n");
    }

    @Test
    void a_reminder_waits_for_the_new_day() {
        assertThat(at("21T03:59", "remind")).isEmpty();
        assertThat(at("21T04:00", "remind")).contains("(not done today; a streak of 2 days is at stake)");
    }

    @Test
    void stats() {
        assertThat(run("stats --json"))
                .contains("\"today\":\"2026-11-20\"")
                .contains("\"first_day\":\"2026-11-19\",\"last_day\":\"2026-11-20\",\"days\":2,")
                .contains("\"current_streak\":2,")
                .contains("\"heat_map\":{\"from\":\"2025-11-17\",\"to\":\"2026-11-22\"")
                .contains("\"day\":\"2026-11-20\"")
                .doesNotContain("2026-11-21");
    }

    @Test
    void today() {
        assertThat(run("today --json"))
                .contains("\"today\":\"2026-11-20\",\"due\":false,")
                .contains("{\"day\":\"2026-11-19\",\"done\":true},{\"day\":\"2026-11-20\",\"done\":true}]");
        assertThat(at("21T01:30", "today"))
                .startsWith("Friday 20 November 2026\n")
                .contains("done today; next 04:00, streak 2 days\n")
                .containsPattern("Week +2 of 7 days: Thu, Fri\n")
                .containsPattern("Today +daily ");
        assertThat(at("21T12:00", "today"))
                .startsWith("Saturday 21 November 2026\n")
                .contains("due: not done today, streak 2 days\n")
                .containsPattern("Last +today 01:00, daily ");
    }

    @Test
    void what_hurt_in_the_night() {
        run("edit last --step 1 --outcome hurt");
        assertThat(run("run daily --dry-run")).contains(", as it hurt on 2026-11-20 ");
    }

    /** With Sunday the 22nd a new week begins, at four. */
    @Test
    void weeks() {
        run("goal daily 2/week");
        run("config week-starts sunday");
        assertThat(run("stats --json"))
                .contains("{\"week\":\"2026-W47\",\"monday\":\"2026-11-16\",\"from\":\"2026-11-15\",\"sessions\":2,");
        assertThat(run("stats")).contains("  15 Nov    2 sessions").containsSubsequence("  Sun ", "  Mon ", "  Sat ");
        assertThat(at("22T03:00", "due --why daily"))
                .isEqualTo("daily is not due: done on 2 of 2 days this week; next due 04:00.\n");
        assertThat(at("22T04:00", "due --why daily")).isEqualTo("daily is due: done on 0 of 2 days this week.\n");
        run("config week-starts monday");
        assertThat(at("22T04:00", "due daily")).isEqualTo("daily is not due\n");
    }

    /** The night of the 28th has no hour from two to three: nobody can practise in it, and so it is not missed. */
    @Test
    void hours_that_clocks_leave_out() {
        run("goal daily --between 02:00-03:00");
        for (var night : new String[] {"27T02:30:00+01:00", "28T02:30:00+01:00"}) {
            program.setTime("2026-03-" + night + "[Europe/Berlin]");
            run("add daily");
        }
        program.setTime("2026-03-29T03:00:00+02:00[Europe/Berlin]");
        assertThat(program.run("due", "--why").out())
                .isEqualTo("daily is not due: its hours are 02:00-03:00; next due tomorrow 02:00.\n");
        program.setTime("2026-03-30T02:30:00+02:00[Europe/Berlin]");
        run("add daily");
        assertThat(program.run("due", "--porcelain").out()).isEqualTo("ok - 3\n");
        assertThat(run("today --json")).contains("\"streak\":3,");
        assertThat(run("stats --json"))
                .contains("\"current_streak\":3,\"longest_streak\":3,")
                .contains("\"days_met\":3,\"days_asked\":3");
        run("report --since 2026-03-01 -o " + home.resolve("page.html"));
        assertThat(home.resolve("page.html")).content().contains("3 days in a row");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "--since today, 1",
        "--since yesterday, 2",
        "--until yesterday, 1",
        "--until 2026-11-19, 1",
        "--since 2026-11-21, 0",
        "--since 2026-11-21T00:00, 1",
        "--since friday, 1",
        "--since 2h, 1",
    })
    void a_day_that_is_named_is_one_of_practice(String option, int sessions) {
        assertThat(run("history --routine daily " + option).lines()).hasSize(sessions);
        assertThat(run("export " + option).lines()).hasSize(sessions + 1);
    }

    /** Times and dates of one moment are those of the clock. */
    @Test
    void a_moment_is_shown_as_the_clock_had_it() {
        assertThat(run("history")).contains("  2026-11-21 01:00  daily");
        assertThat(run("export")).contains(",2026-11-21,01:00:00,");
        assertThat(run("snooze 30m")).isEqualTo("no reminders until 02:00\n");
    }

    @Test
    void report() {
        run("checkin --pain 3 --note late");
        run("report --since today -o " + home.resolve("page.html"));
        assertThat(home.resolve("page.html"))
                .content()
                .contains("Stretching, 20 Nov 2026 to 20 Nov 2026")
                .contains("20 Nov 2026, check-in, pain 3:")
                .doesNotContain("21 Nov");
        assertThat(program.run("report", "--since", "2026-11-21").err())
                .isEqualTo(
                        "stretch: --since 2026-11-21 is after the last day of the report, 2026-11-20; give an earlier day\n");
    }

    /** Friday is skipped, and with it the night; the streak goes on from Thursday. */
    @Test
    void a_skip_is_of_the_day_that_runs() {
        run("delete last");
        assertThat(run("skip")).isEqualTo("today is skipped\n");
        assertThat(run("history --since today")).contains("  2026-11-20 04:00  skip");
        assertThat(at("21T03:59", "due --why daily")).startsWith("daily is not due: today is skipped; next due 04:00.");
        assertThat(at("21T04:00", "due --porcelain")).isEqualTo("due daily 1\n");
        assertThat(run("skip --on yesterday")).isEqualTo("2026-11-20 is skipped\n");
        assertThat(run("skip --on 2026-11-24 --days 2")).isEqualTo("skipped from 2026-11-24 to 2026-11-25\n");
        assertThat(at("24T03:59", "due --why daily")).startsWith("daily is due");
        assertThat(at("26T03:59", "due --why daily")).startsWith("daily is not due: today is skipped");
        assertThat(at("26T04:00", "due --why daily")).startsWith("daily is due");
    }

    /** Saturday is free, and begins at four. */
    @Test
    void a_day_off() {
        run("config days-off sat");
        assertThat(at("21T04:00", "due --why daily"))
                .isEqualTo("daily is not due: Saturday is a day off; next due tomorrow 04:00.\n");
        assertThat(program.stub("crontab", "exit 1")
                        .run("schedule", "daily", "--at", "03:00", "--days", "sun")
                        .err())
                .contains(
                        "the reminder for daily (cron) will never come: its days are days off in the settings; choose others with --days");
        assertThat(program.run("schedule", "daily", "--at", "03:00", "--days", "sat")
                        .err())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T23:00:00+01:00, Streak: 2 days., Next: tomorrow.",
        "2026-11-21T01:30:00+01:00, Streak: 2 days., Next: 04:00.",
        "2026-11-21T03:59:00+01:00, Streak: 2 days., Next: 04:00.",
    })
    void the_end_of_a_session(String now, String streak, String next) {
        var shown = farewell(ZonedDateTime.parse(now + "[Europe/Berlin]"));
        assertThat(shown.lines()).startsWith(streak, next, "Week 1, 2 of 7 days.");
        assertThat(shown.days().get(6)).isEqualTo(new Farewell.PractisedDay(DayOfWeek.FRIDAY, true));
    }

    private Farewell farewell(ZonedDateTime now) {
        var record = home.resolve(".local/share/stretch/history.db");
        var settings = Settings.of("config.yaml", "day-starts: 04:00\n".getBytes(StandardCharsets.UTF_8));
        var catalogue = CatalogueFile.shipped();
        var daily = Objects.requireNonNull(catalogue.routines().get("daily"));
        try (var history = History.open(record, Path.of("target", "caches").toAbsolutePath())) {
            return CompletionMessage.of(now, settings, history, catalogue, daily)
                    .shown();
        }
    }

    /** When it is next, the line above says; with a goal for weekdays that may be in three days. */
    @Test
    void what_is_wished_at_the_end_names_no_day() {
        var now = ZonedDateTime.parse("2026-11-21T12:00:00+01:00[Europe/Berlin]");
        for (int day = 0; day < 7; day++) {
            var lines = farewell(now.plusDays(day)).lines();
            assertThat(lines.get(lines.size() - 1)).doesNotContainIgnoringCase("tomorrow");
        }
    }

    @Test
    void a_start_that_is_none_is_named_with_its_place() {
        var file = program.file(".config/stretch/config.yaml", "sound: off\nday-starts: 13:00\n");
        assertThat(program.run("due"))
                .isEqualTo(new CliRunner.CliResult(
                        78,
                        "",
                        "stretch: " + file
                                + ":2:13: 'day-starts': '13:00' is not a time from 00:00 to 12:00; write it like"
                                + " 04:00 or 4am\n"));
    }

    @Test
    void a_setting_in_any_form() {
        for (var form : new String[] {"4am", "04:00", "4:00", "'4:00 AM'"}) {
            program.file(".config/stretch/config.yaml", "day-starts: " + form + "\n");
            assertThat(run("stats --json")).contains("\"today\":\"2026-11-20\"");
        }
        run("config --unset day-starts");
        assertThat(run("stats --json")).contains("\"today\":\"2026-11-21\"");
    }
}
