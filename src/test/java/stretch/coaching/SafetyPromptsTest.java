package stretch.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Side;
import stretch.cli.CliRunner;
import stretch.cli.CliRunner.CliResult;
import stretch.history.History;
import stretch.history.entry.StepRow;

/** Cautions, check-ins, and a plan that minds what hurt. */
@Tag("once")
class SafetyPromptsTest {
    private static final Path CACHES = Path.of("target", "caches").toAbsolutePath();

    @TempDir
    private Path home;

    private CliRunner program;
    private int sessions;

    @BeforeEach
    void a_friday_morning() {
        program = new CliRunner(home).setTime("2026-11-20T09:00:00+01:00[Europe/Berlin]");
    }

    private CliResult ran(String... args) {
        var ran = program.run(args);
        assertThat(ran.code()).as(ran.toString()).isZero();
        return ran;
    }

    // ---- cautions ------------------------------------------------------------------------------------------------

    @Test
    void cautions_come_in_full_before_the_first_session_and_once() {
        var shown = ran("cautions").out().split("\nOtherwise", -1)[0].strip();

        var first = ran("run", "desk-break", "--plain", "--quiet");
        assertThat(first.err().strip()).isEqualTo(shown).contains("URGENT\n  ! Loss of bowel or bladder control.");
        assertThat(first.out()).startsWith("desk-break: ").doesNotContain("URGENT");

        assertThat(ran("run", "desk-break", "--plain", "--quiet").err()).isEmpty();
    }

    @Test
    void a_session_that_is_not_recorded_shows_them_and_leaves_no_record() {
        assertThat(ran("run", "desk-break", "--plain", "--quiet", "--no-log").err())
                .contains("URGENT");
        assertThat(home.resolve(".local")).doesNotExist();
        assertThat(ran("run", "desk-break", "--plain", "--quiet", "--rehearse").err())
                .isEmpty();
        assertThat(ran("run", "desk-break", "--dry-run").err()).isEmpty();
    }

    @Test
    void who_never_says_that_they_were_read_sees_them_three_times() {
        var noted = Optional.<String>empty();
        for (int times = 1; times <= 3; times++) {
            assertThat(SafetyPrompts.isEnough(noted, true)).isFalse();
            assertThat(SafetyPrompts.isEnough(noted, false))
                    .as("nobody is there to answer")
                    .isEqualTo(times > 1);
            noted = Optional.of(SafetyPrompts.noted(noted, false) + " 2026-11-20T09:00:00.000+01:00");
            assertThat(noted.get()).startsWith("shown " + times + " ");
        }
        assertThat(SafetyPrompts.isEnough(noted, true)).isTrue();
    }

    @Test
    void a_key_says_at_once_that_they_were_read_and_older_notes_count() {
        assertThat(SafetyPrompts.isEnough(Optional.of(SafetyPrompts.noted(Optional.empty(), true) + " 2026"), true))
                .isTrue();
        var older = Optional.of("shown 2026-11-01T08:00:00.000+01:00");
        assertThat(SafetyPrompts.isEnough(older, true)).isFalse();
        assertThat(SafetyPrompts.noted(older, false)).isEqualTo("shown 2");
    }

    // ---- pain ----------------------------------------------------------------------------------------------------

    @Test
    void severe_pain_brings_the_cautions_and_what_is_gentler() {
        program.withCautionsRead();
        assertThat(ran("run", "daily", "--plain", "--quiet", "--pain", "7").err())
                .isEmpty();
        var warned = ran("run", "daily", "--plain", "--quiet", "--pain", "8").err();
        assertThat(warned)
                .contains("You recorded a pain of 8 of 10.")
                .contains("\nURGENT\n  ! Loss of bowel or bladder control.\n")
                .contains("--swap chair-hip-flexor=standing-hip-flexor");
    }

    @Test
    void pain_that_goes_up_over_a_week_is_warned_of() {
        program.withCautionsRead();
        for (int day = 16; day < 20; day++) {
            program.setTime("2026-11-" + day + "T09:00:00+01:00[Europe/Berlin]");
            assertThat(ran("checkin", "--pain", Integer.toString(day - 14)).err())
                    .as("day " + day)
                    .contains(day < 18 ? "" : "went up over the last week");
        }
        program.setTime("2026-11-20T09:00:00+01:00[Europe/Berlin]");
        assertThat(ran("run", "desk-break", "--plain", "--quiet").err()).contains("went up over the last week");
    }

    /** What is recorded without a session that runs: how, and what is said of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "checkin --pain 7 | -",
                "checkin --pain 8 | You recorded a pain of 8 of 10.",
                "add daily --pain-before 7 --pain-after 7 | -",
                "add daily --pain-before 9 --pain-after 2 | You recorded a pain of 9 of 10.",
                "add daily --pain-after 9 | You recorded a pain of 9 of 10.",
                "add daily --pain-before 1 --pain-after 6 | Your pain went from 1 to 6 in this session.",
                "edit last --pain-after 9 | You recorded a pain of 9 of 10.",
                "edit last --pain-before 0 --pain-after 3 --json | Your pain went from 0 to 3 in this session.",
                "edit last --note 9 | -",
                "delete last | -",
            })
    void pain_that_is_recorded_afterwards_is_warned_of_like_that_of_a_session(String line, String warning) {
        ran("add", "daily", "--at", "08:00");
        var said = ran(line.split(" ")).err();
        if (warning.equals("-")) {
            assertThat(said).isEmpty();
        } else {
            assertThat(said).contains(warning, "URGENT", "Gentler next time: press h");
        }
    }

    @Test
    void more_pain_than_the_week_before_is_warned_of() {
        program.withCautionsRead();
        for (int day = 8; day <= 20; day++) {
            var pain = day < 14 ? "2" : "6";
            var said = ran(
                            "add",
                            "daily",
                            "--at",
                            String.format(Locale.ROOT, "2026-11-%02dT08:00", day),
                            "--pain-before",
                            pain)
                    .err();
            // The record of this day is about the week before it, of which there is none yet.
            assertThat(said).as("day " + day).contains(day < 14 ? "" : "went up over the last week");
        }
        assertThat(ran("run", "hip-hinge", "--plain", "--quiet", "--pain", "6").err())
                .contains("went up over the last week");
    }

    @Test
    void cautions_that_were_shown_just_now_are_not_shown_again() {
        var said = ran("run", "daily", "--plain", "--quiet", "--pain", "8").err();
        assertThat(said).contains("You recorded a pain of 8 of 10.").containsOnlyOnce("URGENT");
    }

    // ---- check-ins -----------------------------------------------------------------------------------------------

    @Test
    void a_check_in_is_recorded_exported_and_undone() {
        assertThat(ran("checkin", "--pain", "3", "--bending", "better", "--ease", "same", "--note", "after the garden"))
                .isEqualTo(new CliResult(0, "checked in: pain 3, bending better, ease same\n", ""));
        assertThat(ran("export", "--checkins").out()).matches("""
                        checkin,at,pain,marker_bending,marker_hips,marker_balance,marker_ease,note,device,date,time
                        [0-9a-f-]{36},2026-11-20T09:00:00\\.000\\+01:00,3,better,,,same,after the garden,[a-f][0-9a-f]{7},2026-11-20,09:00:00
                        """);
        assertThat(ran("undo").out()).contains("checkin, 2026-11-20 09:00");
        assertThat(ran("export", "--checkins").out().lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "checkin | no answer was given; add --pain 3 or --bending better and so on, or use a terminal",
                "checkin --pain 11 | --pain 11 is out of range; write 0 (none) to 10 (worst)",
            })
    void refused(String command, String message) {
        assertThat(program.run(command.split(" ", -1))).isEqualTo(new CliResult(2, "", "stretch: " + message + "\n"));
        assertThat(home.resolve(".local")).doesNotExist();
    }

    @Test
    void check_ins_travel() {
        ran("checkin", "--pain", "3", "--hips", "worse");
        var csv = ran("export", "--checkins").out();
        var file = program.file("checkins.csv", csv).toString();
        var other = home.resolve("other.db").toString();
        assertThat(ran("--db", other, "import", file).out()).contains("1 check-in");
        assertThat(ran("--db", other, "export", "--checkins").out()).isEqualTo(csv);
        program.file("checkins.csv", csv.replace(",worse,", ",awful,"));
        var refused = program.run("--db", other, "import", file);
        assertThat(refused)
                .isEqualTo(new CliResult(
                        65,
                        "",
                        "stretch: " + file + ":2:5: invalid marker_hips 'awful': expected worse, same or better\n"));
    }

    @Test
    void a_weekly_check_in_is_asked_for_with_the_reminder_if_wanted() {
        assertThat(ran("remind").out()).doesNotContain("checkin");
        program.file(".config/stretch/config.yaml", "checkin: weekly\n");
        assertThat(ran("remind").out()).endsWith("How is your back this week? stretch checkin\n");
        ran("checkin", "--pain", "2");
        assertThat(ran("remind").out()).doesNotContain("checkin");
        program.setTime("2026-11-27T09:00:01+01:00[Europe/Berlin]");
        assertThat(ran("remind").out()).endsWith("How is your back this week? stretch checkin\n");
        ran("skip");
        assertThat(ran("remind").out()).isEmpty();
    }

    @Test
    void stats_show_what_was_said_beside_what_was_done() {
        ran("add", "daily", "--at", "2026-11-19T08:00");
        program.setTime("2026-10-10T09:00:00+02:00[Europe/Berlin]");
        ran("checkin", "--pain", "6");
        program.setTime("2026-11-19T09:00:00+01:00[Europe/Berlin]");
        ran("checkin", "--pain", "3");
        ran("checkin", "--pain", "2", "--hips", "better", "--ease", "worse");
        ran("checkin", "--hips", "better");
        program.setTime("2026-11-20T09:00:00+01:00[Europe/Berlin]");
        assertThat(ran("stats").out()).contains("""
                        Signs, as you recorded them (28 days)
                          hips  2 better  0 same  0 worse
                          ease  0 better  0 same  1 worse
                        """).contains("""
                        Pain, as you recorded it (0 to 10)
                          now     2.5 on average, 2 answers in 28 days
                          before  6.0 on average, 1 answer in 28 days
                          weeks   -  6.0  -  -  -  -  -  2.5
                        """);
    }

    // ---- what hurt -----------------------------------------------------------------------------------------------

    private void step(String start, Side side, StepOutcome outcome) {
        var at = ZonedDateTime.parse(start + "T08:00:00+01:00[Europe/Berlin]");
        var record = home.resolve(".local/share/stretch/history.db");
        try (var history = History.open(record, CACHES)) {
            var writer = history.begin(
                    "%08x-0000-7000-8000-000000000000".formatted(++sessions), "daily", at, 1, OptionalInt.empty());
            writer.save(new StepRow(
                    1,
                    "chair-hip-flexor",
                    side,
                    DoseKind.HOLD,
                    60,
                    12,
                    Duration.ofSeconds(12),
                    outcome,
                    at.toOffsetDateTime(),
                    OptionalInt.empty(),
                    ""));
            writer.end(Outcome.COMPLETED, at.plusMinutes(1).toOffsetDateTime(), Duration.ofSeconds(12));
        }
    }

    @Test
    void what_hurt_is_done_by_half_on_that_side_until_it_was_done_without_pain() {
        step("2026-11-18", Side.RIGHT, StepOutcome.HURT);
        var plan = ran("run", "daily", "--dry-run").out();
        assertThat(plan)
                .contains("chair-hip-flexor, right: only 30 s, as it hurt on 2026-11-18")
                .contains("1. chair-hip-flexor, right: 30 s (up to 60 s)")
                .contains("2. chair-hip-flexor, left: 60 s,");
        assertThat(ran("run", "daily", "--dry-run", "--as-planned").out()).contains("right: 60 s, ");

        step("2026-11-19", Side.LEFT, StepOutcome.DONE);
        assertThat(ran("run", "daily", "--dry-run").out()).isEqualTo(plan);
        step("2026-11-19", Side.RIGHT, StepOutcome.DONE);
        assertThat(ran("run", "daily", "--dry-run").out()).doesNotContain("only");
    }

    @Test
    void after_four_weeks_it_is_as_planned_again() {
        step("2026-10-24", Side.RIGHT, StepOutcome.HURT);
        assertThat(ran("run", "daily", "--dry-run").out()).contains("only 30 s");
        program.setTime("2026-11-22T08:00:00+01:00[Europe/Berlin]");
        assertThat(ran("run", "daily", "--dry-run").out()).doesNotContain("only");
    }

    // ---- doses that grow -----------------------------------------------------------------------------------------

    @Test
    void doses_grow_over_weeks_if_that_is_wanted() {
        program.file(".config/stretch/config.yaml", "dose: progress\n");
        for (int day = 1; day <= 16; day++) {
            ran("add", "daily", "--at", String.format(Locale.ROOT, "2026-11-%02dT08:00", day));
        }
        program.setTime("2026-11-16T09:00:00+01:00[Europe/Berlin]");
        var plan = ran("run", "relief", "--dry-run").out();
        assertThat(plan)
                .contains("doses at level 2 of 4 (week 3, completed sessions on 7 of the last 7 days)")
                .contains("1. pelvic-tilt: 10 reps (up to 12 reps)");
        assertThat(ran("run", "relief", "--dry-run", "--dose", "low").out())
                .contains("1. pelvic-tilt: 8 reps (up to 12 reps)")
                .doesNotContain("level");
        assertThat(ran("run", "relief", "--dry-run", "--dose", "high").out()).contains("1. pelvic-tilt: 12 reps,");
    }
}
