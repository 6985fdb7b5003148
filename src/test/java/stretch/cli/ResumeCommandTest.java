package stretch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;
import stretch.cli.options.CommandExample;
import stretch.history.History;
import stretch.history.SampleHistory;
import stretch.history.entry.StepRow;
import stretch.session.SamplePlans;
import stretch.session.plan.PlanOptions;

/** A session goes on as it was planned; how it is led may be another way. */
class ResumeCommandTest {
    private static final Path CACHES = Path.of("target", "caches").toAbsolutePath();

    @TempDir
    private Path home;

    private CliRunner program;

    /** The first of three steps is done; then the window was closed. */
    @BeforeEach
    void a_session_that_broke_off() {
        program = new CliRunner(home).setTime("2026-11-20T09:00:00+01:00[Europe/Berlin]");
        try (var history = History.open(home.resolve(".local/share/stretch/history.db"), CACHES)) {
            SampleHistory.brokenOff(history, "00000001-0000-7000-8000-000000000001");
        }
    }

    private String ran(String... args) {
        return program.ran(args).out();
    }

    /** Whoever gives {@code run} another option has to say whether {@code resume} takes it. */
    @Test
    void every_option_of_run_is_taken_or_refused_in_a_line() {
        var taken = new TreeSet<String>();
        var refused = new TreeMap<String, String>();
        var run = Objects.requireNonNull(CompletionScripts.model().subcommands().get("run"));
        for (var option : run.getCommandSpec().options()) {
            var name = option.longestName();
            if (option.inherited() || option.usageHelp() || option.versionHelp()) {
                continue;
            }
            var words =
                    new TreeSet<>(List.of("--dry-run", option.arity().max() == 0 ? name : CommandExample.of(option)));
            var ran = program.run(
                    Stream.concat(Stream.of("resume"), words.stream()).toArray(String[]::new));
            if (ran.code() == 0) {
                taken.add(name);
                assertThat(ran.out()).as(name).isNotEmpty();
            } else {
                assertThat(ran.code()).as(ran.toString()).isEqualTo(2);
                refused.put(name, ran.err());
            }
        }
        assertThat(taken)
                .containsExactlyInAnyOrder(
                        "--plain",
                        "--sound",
                        "--voice",
                        "--theme",
                        "--prepare",
                        "--switch",
                        "--pace",
                        "--no-log",
                        "--rehearse",
                        "--dry-run",
                        "--script",
                        "--json");
        assertThat(refused.keySet())
                .containsExactlyInAnyOrder(
                        "--dose", "--hold", "--avoid", "--swap", "--first-side", "--as-planned", "--pain");
        refused.forEach((name, message) -> assertThat(message)
                .isEqualTo("stretch: " + name + " is for a new session; resume continues with what was planned\n"));
    }

    /** A session of daily at 08:30, later than the one that broke off. */
    private void later(Outcome outcome, StepOutcome... steps) {
        var at = ZonedDateTime.parse("2026-11-20T08:30:00+01:00[Europe/Berlin]");
        var plan = SamplePlans.shipped("daily", PlanOptions.NONE);
        try (var history = History.open(home.resolve(".local/share/stretch/history.db"), CACHES)) {
            var id = "00000002-0000-7000-8000-000000000002";
            var writer = history.begin(id, "daily", at, plan.stepCount(), OptionalInt.empty());
            writer.plan(plan.toJson(), plan.stepCount());
            for (int i = 0; i < steps.length; i++) {
                var step = plan.steps().get(i);
                writer.save(new StepRow(
                        i + 1,
                        step.exercise().id(),
                        step.side(),
                        step.kind(),
                        step.target(),
                        1,
                        Duration.ofSeconds(1),
                        steps[i],
                        at.toOffsetDateTime(),
                        OptionalInt.empty(),
                        ""));
            }
            writer.end(outcome, at.plusMinutes(1).toOffsetDateTime(), Duration.ofSeconds(60));
        }
    }

    @Test
    void it_goes_on_with_the_step_that_today_names() {
        later(Outcome.STOPPED, StepOutcome.HURT);
        assertThat(ran("today")).contains("daily, step 2 of 3, stopped today 08:30\n");
        assertThat(ran("resume", "--dry-run")).contains("  0:00  2. ");
    }

    @Test
    void there_is_nothing_left_of_a_session_whose_steps_were_all_left_out_or_hurt() {
        later(Outcome.STOPPED, StepOutcome.SKIPPED, StepOutcome.SKIPPED, StepOutcome.HURT);
        nothing("of the last session, daily, 2026-11-20 08:30, session 00000002, every step was done or left out");
    }

    @Test
    void a_session_after_which_another_was_completed_is_left_as_it_is() {
        later(Outcome.COMPLETED, StepOutcome.DONE, StepOutcome.DONE, StepOutcome.DONE);
        nothing("the last session, daily, 2026-11-20 08:30, session 00000002, was completed");
    }

    private void nothing(String why) {
        assertThat(ran("today", "--json")).contains("\"resume\":null");
        var refused = program.run("resume");
        assertThat(refused.err())
                .isEqualTo("stretch: there is nothing to resume: " + why + "; start one with 'stretch run daily'\n");
        assertThat(refused.code()).isEqualTo(2);
    }

    @Test
    void how_fast_it_goes_may_be_another_way() {
        assertThat(ran("resume", "--dry-run")).isEqualTo("""
                daily: 2 exercises, 2 steps, about 3 min
                  0:00  2. chair-hip-flexor, left: 60 s, get ready 44 s
                  1:44  3. hip-hinge: 5 reps (up to 10 reps), get ready 35 s
                  2:35  the end
                """);
        assertThat(ran("resume", "--dry-run", "--prepare", "7s", "--switch", "5s", "--pace", "slow"))
                .isEqualTo("""
                daily: 2 exercises, 2 steps, about 2 min
                  0:00  2. chair-hip-flexor, left: 60 s, get ready 7 s
                  1:07  3. hip-hinge: 5 reps (up to 10 reps), get ready 7 s
                  1:44  the end
                """);
    }

    @Test
    void a_rehearsal_of_the_rest_and_a_session_off_the_record_leave_it_to_be_resumed() {
        var before = ran("export", "--steps");
        for (var option : List.of("--rehearse", "--no-log")) {
            assertThat(ran("resume", "--plain", "--quiet", option))
                    .contains("completed daily: 3 of 3 steps, ")
                    .endsWith(option.equals("--rehearse") ? ", not recorded (rehearsal)\n" : ", not recorded\n");
            assertThat(ran("export", "--steps")).isEqualTo(before);
        }
        assertThat(ran("resume", "--plain", "--quiet")).endsWith(", session 00000001\n");
        assertThat(ran("export")).contains(",completed,3,3,");
    }
}
