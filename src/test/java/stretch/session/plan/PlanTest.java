package stretch.session.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import stretch.catalogue.Routine;
import stretch.catalogue.exercise.Exercise;
import stretch.catalogue.exercise.Side;
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
                        "hip-hinge: 5 reps after 35 s");
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

    private static final Exercise CALF = SamplePlans.exercise("calf", SamplePlans.hold(5), Side.RIGHT, Side.LEFT);
    private static final Exercise SQUAT = SamplePlans.exercise("squat", SamplePlans.reps(8, 12));

    private static List<String> rested(Plan plan) {
        return plan.steps().stream()
                .map(step -> step.number() + " " + step.label() + ", rest "
                        + step.set().rest().toSeconds() + ", " + step.before())
                .toList();
    }

    @Test
    void a_set_on_each_side_comes_before_the_next_set() {
        var plan = SamplePlans.plan(List.of(CALF), SamplePlans.sets(CALF, 2, 30, Routine.SetOrder.SIDES));
        assertThat(rested(plan))
                .containsExactly(
                        "1 calf, right, set 1 of 2, rest 0, ANOTHER",
                        "2 calf, left, set 1 of 2, rest 0, OTHER_SIDE",
                        "3 calf, right, set 2 of 2, rest 30, OTHER_SIDE",
                        "4 calf, left, set 2 of 2, rest 0, OTHER_SIDE");
    }

    @Test
    void all_sets_of_one_side_come_first_where_the_routine_says_so() {
        var plan = SamplePlans.plan(List.of(CALF), SamplePlans.sets(CALF, 2, 30, Routine.SetOrder.SETS));
        assertThat(rested(plan))
                .containsExactly(
                        "1 calf, right, set 1 of 2, rest 0, ANOTHER",
                        "2 calf, right, set 2 of 2, rest 30, SAME",
                        "3 calf, left, set 1 of 2, rest 0, OTHER_SIDE",
                        "4 calf, left, set 2 of 2, rest 30, SAME");
    }

    @Test
    void a_block_is_done_in_rounds_with_a_rest_between_them() {
        var plan = SamplePlans.plan(
                List.of(CALF, SQUAT),
                new Routine.Block(
                        2,
                        Duration.ofSeconds(90),
                        List.of(
                                SamplePlans.sets(SQUAT, 2, 20, Routine.SetOrder.SIDES),
                                Routine.RoutineStep.of("calf"))),
                Routine.RoutineStep.of("squat"));
        assertThat(rested(plan))
                .containsExactly(
                        "1 squat, round 1 of 2, set 1 of 2, rest 0, ANOTHER",
                        "2 squat, round 1 of 2, set 2 of 2, rest 20, SAME",
                        "3 calf, right, round 1 of 2, rest 0, ANOTHER",
                        "4 calf, left, round 1 of 2, rest 0, OTHER_SIDE",
                        "5 squat, round 2 of 2, set 1 of 2, rest 90, ANOTHER",
                        "6 squat, round 2 of 2, set 2 of 2, rest 20, SAME",
                        "7 calf, right, round 2 of 2, rest 0, ANOTHER",
                        "8 calf, left, round 2 of 2, rest 0, OTHER_SIDE",
                        "9 squat, rest 0, ANOTHER");
        assertThat(plan.steps()).extracting(step -> step.set().number()).containsExactly(1, 2, 1, 1, 3, 4, 2, 2, 1);
    }

    @Test
    void sets_with_their_load_and_note_are_read_again_as_they_were() {
        var loaded = new Routine.RoutineStep(
                "squat",
                Optional.empty(),
                List.of(),
                new Routine.Sets(3, Duration.ofSeconds(60), Routine.SetOrder.SIDES),
                "5 kg, red",
                "slowly, and all the way");
        var noted = new Routine.RoutineStep("calf", Optional.empty(), List.of(), Routine.Sets.ONE, "", "gently");
        var plan = SamplePlans.plan(List.of(CALF, SQUAT), loaded, noted);
        var again = Plan.of(plan.catalogue(), plan.routine(), WrittenPlan.parse(plan.toJson()));
        assertThat(again.orElseThrow().steps()).isEqualTo(plan.steps());
        var rest = plan.without(Set.of(1, 2));
        assertThat(rested(rest)).startsWith("3 squat, set 3 of 3, rest 0, ANOTHER");
    }

    /** It has the words of a beginning, and so the time of one: not that for a change of sides. */
    @Test
    void what_is_left_begins_with_the_time_to_get_ready() {
        var plan = SamplePlans.plan(
                List.of(CALF, SQUAT),
                SamplePlans.sets(CALF, 2, 30, Routine.SetOrder.SIDES),
                SamplePlans.sets(SQUAT, 3, 60, Routine.SetOrder.SIDES));
        var ready = plan.steps().get(0).prepare();
        assertThat(plan.steps().get(1).prepare()).isNotEqualTo(ready);
        for (int done = 0; done < plan.steps().size(); done++) {
            var settled = IntStream.rangeClosed(1, done).boxed().collect(Collectors.toSet());
            assertThat(plan.without(settled).steps().get(0).prepare())
                    .as("after " + done)
                    .isEqualTo(ready);
        }
    }

    @Test
    void a_swap_takes_every_further_set_with_it() {
        var wall = exercise("wall", "chair");
        var chair = SamplePlans.exercise("chair", SamplePlans.hold(9), Side.RIGHT, Side.LEFT);
        var plan = SamplePlans.plan(
                List.of(wall, chair, SQUAT),
                new Routine.Block(
                        2,
                        Duration.ofSeconds(90),
                        List.of(
                                SamplePlans.sets(wall, 2, 20, Routine.SetOrder.SIDES),
                                Routine.RoutineStep.of("squat"))));
        assertThat(rested(plan.swapped(2, true, 4)))
                .containsExactly(
                        "1 wall, right, round 1 of 2, set 1 of 2, rest 0, ANOTHER",
                        "2 wall, left, round 1 of 2, set 1 of 2, rest 0, OTHER_SIDE",
                        "3 wall, right, round 1 of 2, set 2 of 2, rest 20, OTHER_SIDE",
                        "4 chair, right, round 1 of 2, set 2 of 2, rest 0, ANOTHER",
                        "5 chair, left, round 1 of 2, set 2 of 2, rest 0, OTHER_SIDE",
                        "6 squat, round 1 of 2, rest 0, ANOTHER",
                        "7 chair, right, round 2 of 2, set 1 of 2, rest 90, ANOTHER",
                        "8 chair, left, round 2 of 2, set 1 of 2, rest 0, OTHER_SIDE",
                        "9 chair, right, round 2 of 2, set 2 of 2, rest 20, OTHER_SIDE",
                        "10 chair, left, round 2 of 2, set 2 of 2, rest 0, OTHER_SIDE",
                        "11 squat, round 2 of 2, rest 0, ANOTHER");
    }

    @Test
    void one_for_both_sides_takes_the_place_of_both_in_every_set() {
        var wall = exercise("wall", "squat");
        var plan = SamplePlans.plan(List.of(wall, SQUAT), SamplePlans.sets(wall, 2, 20, Routine.SetOrder.SIDES));
        assertThat(rested(plan.swapped(0, false, 1)))
                .containsExactly("1 squat, set 1 of 2, rest 0, ANOTHER", "2 squat, set 2 of 2, rest 20, SAME");
        assertThat(rested(plan.swapped(0, true, 2)))
                .containsExactly(
                        "1 wall, right, set 1 of 2, rest 0, ANOTHER",
                        "2 squat, set 1 of 2, rest 0, ANOTHER",
                        "3 squat, set 2 of 2, rest 20, SAME");
    }

    /** A two-sided hold with an alternative. */
    private static Exercise exercise(String id, String alternative) {
        return SamplePlans.withAlternative(
                SamplePlans.exercise(id, SamplePlans.hold(5), Side.RIGHT, Side.LEFT), alternative);
    }
}
