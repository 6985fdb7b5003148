package stretch.session.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import stretch.catalogue.Side;
import stretch.catalogue.read.CatalogueFile;
import stretch.session.SamplePlans;
import stretch.session.script.Script;

class PlanTest {
    private static final PlanOptions AS_IT_IS = PlanOptions.NONE;

    private static List<String> steps(Plan plan) {
        return Script.of(plan).steps().stream()
                .map(script -> script.step().label() + ": "
                        + script.step().amount(script.step().target()) + " after "
                        + script.preparation().toSeconds() + " s")
                .toList();
    }

    private static PlanOptions wishes(Map<String, String> swaps, String... avoid) {
        return new PlanOptions(
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Tempo.NORMAL,
                Optional.empty(),
                swaps,
                List.of(avoid),
                SpeechTiming.READING);
    }

    @Test
    void the_daily_routine_is_the_stretch_right_then_left_and_the_hinges() {
        var plan = SamplePlans.shipped("daily", AS_IT_IS);
        assertThat(steps(plan))
                .containsExactly(
                        "chair-hip-flexor, right: 60 s after 44 s",
                        "chair-hip-flexor, left: 60 s after 26 s",
                        "hip-hinge: 5 reps after 38 s");
        assertThat(plan.exercises()).isEqualTo(2);
    }

    @Test
    void a_range_runs_at_its_low_end_unless_the_high_one_is_asked_for() {
        var high = new PlanOptions(
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Tempo.NORMAL,
                Optional.empty(),
                Map.of(),
                List.of(),
                SpeechTiming.READING);
        assertThat(SamplePlans.shipped("daily", AS_IT_IS).steps().get(2).target())
                .isEqualTo(5);
        assertThat(SamplePlans.shipped("daily", high).steps().get(2).target()).isEqualTo(10);
    }

    @Test
    void holds_waits_and_the_first_side_can_be_set() {
        var options = new PlanOptions(
                false,
                Optional.of(Duration.ofSeconds(20)),
                Optional.of(Duration.ZERO),
                Optional.of(Duration.ofSeconds(8)),
                Tempo.NORMAL,
                Optional.of(Side.LEFT),
                Map.of(),
                List.of(),
                SpeechTiming.READING);
        assertThat(steps(SamplePlans.shipped("daily", options)))
                .containsExactly(
                        "chair-hip-flexor, left: 20 s after 0 s",
                        "chair-hip-flexor, right: 20 s after 8 s",
                        "hip-hinge: 5 reps after 0 s");
    }

    @Test
    void a_swap_takes_the_dose_of_what_is_done_instead() {
        var plan = SamplePlans.shipped("daily", wishes(Map.of("chair-hip-flexor", "half-kneeling-hip-flexor")));
        assertThat(plan.steps().get(0).label()).isEqualTo("half-kneeling-hip-flexor, right");
        assertThat(plan.steps().get(0).target()).isEqualTo(20);
        assertThat(plan.notes()).containsExactly("swapped chair-hip-flexor for half-kneeling-hip-flexor, as asked");
    }

    @Test
    void what_is_to_be_avoided_gives_way_to_the_first_alternative_that_is_not() {
        var plan = SamplePlans.shipped("daily", wishes(Map.of(), "kneeling"));
        assertThat(plan.steps().get(0).label()).isEqualTo("standing-hip-flexor, right");
        assertThat(plan.notes())
                .containsExactly("swapped chair-hip-flexor for standing-hip-flexor (avoiding kneeling)");
    }

    @Test
    void where_no_alternative_is_left_the_exercise_is_left_out_and_named() {
        var plan = SamplePlans.shipped("full", wishes(Map.of(), "standing", "kneeling", "floor", "sitting"));
        assertThat(plan.steps()).isEmpty();
        assertThat(plan.notes())
                .isNotEmpty()
                .allSatisfy(note -> assertThat(note).contains("no alternative to it remains"));
    }

    @Test
    void its_length_is_the_sum_of_all_waits_and_all_work() {
        var plan = SamplePlans.plan(
                SamplePlans.exercise("calf", SamplePlans.hold(10), Side.RIGHT, Side.LEFT),
                SamplePlans.exercise("hinge", SamplePlans.reps(2, 4)));
        assertThat(Script.of(plan).length()).isEqualTo(Duration.ofSeconds(3 + 10 + 2 + 10 + 3 + 4));
        assertThat(Script.of(plan).lengthFrom(2)).isEqualTo(Duration.ofSeconds(3 + 4));
        assertThat(Script.of(plan).lengthFrom(3)).isZero();
    }

    @Test
    void a_plan_on_record_is_read_again_as_it_was() {
        var options = new PlanOptions(
                true,
                Optional.of(Duration.ofSeconds(20)),
                Optional.empty(),
                Optional.empty(),
                Tempo.SLOW,
                Optional.empty(),
                Map.of(),
                List.of(),
                SpeechTiming.READING);
        for (var routine : CatalogueFile.shipped().routines().values()) {
            var plan = SamplePlans.shipped(routine.id(), options);
            var again = Plan.of(plan.catalogue(), routine, WrittenPlan.parse(plan.toJson()));
            assertThat(again).map(Plan::steps).contains(plan.steps());
        }
    }

    @Test
    void a_plan_whose_exercise_is_gone_cannot_be_read() {
        var plan = SamplePlans.shipped("daily", AS_IT_IS);
        assertThat(Plan.of(SamplePlans.catalogue(), plan.routine(), WrittenPlan.parse(plan.toJson())))
                .isEmpty();
    }

    @Test
    void the_tempo_stretches_repetitions_and_not_holds() {
        var slow = SamplePlans.shipped("daily", AS_IT_IS.withTempo(Tempo.SLOW));
        assertThat(slow.steps().get(0).work()).isEqualTo(Duration.ofSeconds(60));
        assertThat(slow.steps().get(2).work()).isEqualTo(Duration.ofSeconds(30));
        assertThat(SamplePlans.shipped("daily", AS_IT_IS.withTempo(Tempo.FAST))
                        .steps()
                        .get(2)
                        .work())
                .isEqualTo(Duration.ofSeconds(15));
    }
}
