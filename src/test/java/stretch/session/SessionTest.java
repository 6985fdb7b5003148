package stretch.session;

import static org.assertj.core.api.Assertions.assertThat;
import static stretch.catalogue.exercise.Side.LEFT;
import static stretch.catalogue.exercise.Side.RIGHT;
import static stretch.session.SamplePlans.catalogue;
import static stretch.session.SamplePlans.exercise;
import static stretch.session.SamplePlans.hold;
import static stretch.session.SamplePlans.plan;
import static stretch.session.SamplePlans.quick;
import static stretch.session.SamplePlans.reps;
import static stretch.session.SamplePlans.routine;
import static stretch.session.SamplePlans.withAlternative;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import stretch.catalogue.Outcome;
import stretch.catalogue.Routine;
import stretch.catalogue.StepOutcome;
import stretch.catalogue.exercise.Dose;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Exercise;
import stretch.catalogue.exercise.Range;
import stretch.os.ExitCode;
import stretch.session.plan.Plan;
import stretch.session.plan.PlanOptions;
import stretch.session.plan.SpeechTiming;
import stretch.session.script.Cue;
import stretch.session.script.Stage;
import stretch.text.NumberWords;

class SessionTest {
    private static SessionScript twoSides() {
        return SessionScript.of(plan(exercise("calf", hold(10), RIGHT, LEFT)));
    }

    private static SessionScript hinges() {
        return SessionScript.of(plan(exercise("hinge", reps(2, 4))));
    }

    @Test
    void a_hold_is_prepared_started_halved_saved_and_only_then_over() {
        twoSides()
                .expect("ready 1 right")
                .timePasses("2s")
                .expect()
                .timePasses("1s")
                .expect("start 1 right")
                .timePasses("5s")
                .expect("half way")
                .timePasses("5s")
                .expect("save 1 right: done 10, 10.0 s", "over 1 right: done 10, 10.0 s", "ready 2 left");
    }

    @Test
    void the_second_side_gets_its_own_prompt_and_record_and_then_it_ends() {
        var script = twoSides()
                .timePasses("13s")
                .quietly()
                .timePasses("12s")
                .expect(
                        "start 2 left",
                        "half way",
                        "save 2 left: done 10, 10.0 s",
                        "over 2 left: done 10, 10.0 s",
                        "end completed, 20 s, 2 done");
        assertThat(script.session().ending()).contains(new Session.Ending(Outcome.COMPLETED, ExitCode.OK));
    }

    @Test
    void repetitions_pace_themselves() {
        hinges().timePasses("3s")
                .expect("ready 1 both", "start 1 both", "down 1 of 2")
                .timePasses("1s")
                .expect("up 1 of 2")
                .timePasses("1s")
                .expect("down 2 of 2")
                .timePasses("2s")
                .expect(
                        "up 2 of 2",
                        "save 1 both: done 2, 4.0 s",
                        "over 1 both: done 2, 4.0 s",
                        "end completed, 4 s, 1 done");
    }

    @Test
    void a_pause_stands_still_however_long_it_lasts() {
        var script = twoSides()
                .timePasses("4s")
                .quietly()
                .keysPressed(Key.PAUSE)
                .timePasses("1h")
                .expect("pause");
        assertThat(script.session().active()).isEqualTo(Duration.ofSeconds(1));
        script.keysPressed(Key.PAUSE);
        script.on(new Event.TimePassed(script.session().stageLeft()))
                .timePasses("4s")
                .expect("go on", "start 1 right", "half way");
    }

    @Test
    void sleep_pauses_and_a_key_goes_on() {
        twoSides()
                .timePasses("4s")
                .quietly()
                .systemSuspended()
                .timePasses("10s")
                .expect("pause")
                .keysPressed(Key.PAUSE)
                .expect("go on");
    }

    @Test
    void more_lengthens_the_step_that_runs() {
        twoSides()
                .timePasses("3s")
                .keysPressed(Key.MORE)
                .quietly()
                .timePasses("9s")
                .expect()
                .timePasses("1s")
                .expect("half way")
                .timePasses("10s")
                .expect("save 1 right: done 20, 20.0 s", "over 1 right: done 20, 20.0 s", "ready 2 left");
        hinges().timePasses("3s")
                .keysPressed(Key.MORE)
                .quietly()
                .timePasses("6s")
                .expect(
                        "up 1 of 3",
                        "down 2 of 3",
                        "up 2 of 3",
                        "down 3 of 3",
                        "enough, or on to 3",
                        "up 3 of 3",
                        "save 1 both: done 3, 6.0 s",
                        "over 1 both: done 3, 6.0 s",
                        "end completed, 6 s, 1 done");
    }

    @Test
    void a_skipped_step_is_on_record_with_what_was_held() {
        twoSides()
                .timePasses("7s")
                .quietly()
                .keysPressed(Key.SKIP)
                .expect("save 1 right: skipped 4, 4.0 s", "over 1 right: skipped 4, 4.0 s", "ready 2 left");
    }

    @Test
    void skipping_everything_is_no_completed_session() {
        var script = twoSides().keysPressed(Key.SKIP, Key.SKIP);
        assertThat(script.session().ending()).contains(new Session.Ending(Outcome.STOPPED, ExitCode.ENDED_EARLY));
    }

    /** A dose of each kind, and what ends a step before the first of it was done. */
    static List<Arguments> doses_and_what_ends_them() {
        return Arrays.stream(DoseKind.values())
                .flatMap(kind -> Stream.of("enough", "quit", "signal", "swap", "restart")
                        .map(how -> Arguments.of(new Dose(kind, Range.of(10)), how)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("doses_and_what_ends_them")
    void a_step_of_which_nothing_was_done_is_skipped_however_it_ends_and_nothing_is_completed(Dose dose, String how) {
        var calf = withAlternative(exercise("calf", dose), "soleus");
        var all = catalogue(calf, exercise("soleus", dose));
        var script = SessionScript.of(Plan.of(all, routine(calf), quick())).timePasses("3s");
        script.on(new Event.TimePassed(Duration.ofMillis(500))).quietly();
        switch (how) {
            case "quit" -> script.keysPressed(Key.QUIT, Key.QUIT);
            case "signal" -> script.interrupted(ExitCode.TERMINATED);
            case "swap" -> script.keysPressed(Key.SWAP, Key.ENOUGH);
            case "restart" -> script.keysPressed(Key.RESTART, Key.ENOUGH);
            default -> script.keysPressed(Key.ENOUGH);
        }
        assertThat(script.session().results().values())
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.outcome()).isEqualTo(StepOutcome.SKIPPED));
        assertThat(script.session().ending())
                .map(Session.Ending::outcome)
                .contains(how.equals("signal") ? Outcome.INTERRUPTED : Outcome.STOPPED);
        assertThat(script.session().stepsDone()).isZero();
    }

    @Test
    void a_step_that_was_cut_before_anything_was_done_is_the_one_to_resume() {
        var effects = SessionRules.on(
                        twoSides()
                                .timePasses("3s")
                                .on(new Event.TimePassed(Duration.ofMillis(500)))
                                .session(),
                        new Event.Interrupted(ExitCode.TERMINATED))
                .effects();
        assertThat(effects)
                .filteredOn(Effect.SessionEnded.class::isInstance)
                .map(effect -> ((Effect.SessionEnded) effect).brokenOff())
                .containsExactly(Optional.of(1));
    }

    @Test
    void restarting_keeps_the_time_that_was_held() {
        twoSides()
                .timePasses("7s")
                .quietly()
                .keysPressed(Key.RESTART)
                .expect("save 1 right: shortened 4, 4.0 s", "ready 1 right")
                .timePasses("13s")
                .expect(
                        "start 1 right",
                        "half way",
                        "save 1 right: done 14, 14.0 s",
                        "over 1 right: done 14, 14.0 s",
                        "ready 2 left");
    }

    @Test
    void back_goes_to_the_step_before() {
        twoSides()
                .timePasses("17s")
                .quietly()
                .keysPressed(Key.BACK)
                .expect("save 2 left: shortened 2, 2.0 s", "ready 1 right");
        twoSides().timePasses("14s").quietly().keysPressed(Key.BACK).expect("ready 1 right");
        twoSides().keysPressed(Key.BACK).expect("ready 1 right", "ready 1 right");
    }

    @Test
    void enough_ends_the_step_early_and_counts_what_was_held() {
        twoSides()
                .timePasses("7s")
                .quietly()
                .keysPressed(Key.ENOUGH)
                .expect("save 1 right: shortened 4, 4.0 s", "over 1 right: shortened 4, 4.0 s", "ready 2 left");
        twoSides()
                .keysPressed(Key.ENOUGH)
                .expect(
                        "ready 1 right",
                        "save 1 right: skipped 0, 0.0 s",
                        "over 1 right: skipped 0, 0.0 s",
                        "ready 2 left");
    }

    @Test
    void past_the_low_end_of_a_range_it_is_enough_to_be_done() {
        hinges().timePasses("3s")
                .keysPressed(Key.MORE)
                .quietly()
                .timePasses("5s")
                .keysPressed(Key.ENOUGH)
                .expect(
                        "up 1 of 3",
                        "down 2 of 3",
                        "up 2 of 3",
                        "down 3 of 3",
                        "enough, or on to 3",
                        "up 3 of 3",
                        "save 1 both: done 2, 5.0 s",
                        "over 1 both: done 2, 5.0 s",
                        "end completed, 5 s, 1 done");
    }

    @Test
    void the_last_seconds_of_a_hold_are_counted() {
        twoSides()
                .timePasses("3s")
                .quietly()
                .timePasses("10s")
                .expectSaid("work: Heel down.", "work: Three.", "work: Two.", "work: One.");
    }

    @Test
    void after_a_pause_comes_the_way_back_into_it_before_the_clock_runs_on() {
        var script = twoSides()
                .timePasses("7s")
                .keysPressed(Key.PAUSE)
                .quietly()
                .keysPressed(Key.PAUSE)
                .expect("go on");
        assertThat(script.session().left()).isEqualTo(Duration.ofSeconds(6));
        var back = script.session().stageLeft();
        script.on(new Event.TimePassed(back));
        assertThat(script.session().stage()).isEqualTo(Stage.WORK);
        assertThat(script.session().active()).isEqualTo(Duration.ofSeconds(4));
        script.expectSaid(
                "(cut short)",
                "return: Right side.",
                "return: Stand tall.",
                "return: Three.",
                "return: Two.",
                "return: One.");
    }

    private static Exercise instead(String id, String of) {
        return SamplePlans.withAlternative(exercise(id, hold(10), RIGHT, LEFT), of);
    }

    /** Calf stretches, for which the step is the alternative. */
    private static SessionScript gentler() {
        var exercises = new Exercise[] {instead("calf", "step"), exercise("step", hold(6), RIGHT, LEFT)};
        return SessionScript.of(
                Plan.of(SamplePlans.catalogue(exercises), SamplePlans.routine(exercises[0]), SamplePlans.quick()));
    }

    @Test
    void swapping_before_it_begins_puts_the_alternative_in_its_place_on_both_sides() {
        gentler()
                .quietly()
                .keysPressed(Key.SWAP)
                .expect("plan [1 step, right, 2 step, left]", "ready 1 right")
                .timePasses("9s")
                .expect(
                        "start 1 right",
                        "half way",
                        "save 1 right: done 6, 6.0 s",
                        "over 1 right: done 6, 6.0 s",
                        "ready 2 left");
    }

    @Test
    void swapping_on_the_way_keeps_what_was_held_as_a_step_of_its_own() {
        gentler()
                .timePasses("7s")
                .quietly()
                .keysPressed(Key.SWAP)
                .expect(
                        "save 1 right: shortened 4, 4.0 s",
                        "over 1 right: shortened 4, 4.0 s",
                        "plan [1 calf, right, 2 step, right, 3 step, left]",
                        "ready 2 right");
    }

    @Test
    void swapping_after_a_later_step_was_begun_takes_no_number_of_what_is_on_record() {
        gentler()
                .timePasses("20s")
                .quietly()
                .keysPressed(Key.BACK, Key.SWAP)
                .expect(
                        "save 2 left: shortened 5, 5.0 s",
                        "ready 1 right",
                        "plan [1 calf, right, 3 step, right, 4 step, left]",
                        "ready 3 right");
    }

    @Test
    void without_an_alternative_a_swap_does_nothing() {
        twoSides().quietly().keysPressed(Key.SWAP).expect();
    }

    @Test
    void this_hurts_ends_the_step_keeps_side_and_second_and_offers_something_gentler() {
        gentler()
                .timePasses("7s")
                .quietly()
                .keysPressed(Key.HURT)
                .expect("save 1 right: hurt 4, 4.0 s", "over 1 right: hurt 4, 4.0 s")
                .expectSaid("(cut short)", "stop: Stop. Ease out of it slowly.")
                .keysPressed(Key.SWAP)
                .expect("plan [1 calf, right, 2 step, right, 3 step, left]", "ready 2 right");
    }

    @Test
    void after_it_hurt_nothing_goes_on_without_a_key_and_two_minutes_later_it_is_over() {
        var script = twoSides()
                .timePasses("7s")
                .keysPressed(Key.HURT)
                .quietly()
                .timePasses("1m59s")
                .expect();
        script.timePasses("1s").expect("end stopped, 4 s, 0 done");
        assertThat(script.session().ending()).contains(new Session.Ending(Outcome.STOPPED, ExitCode.ENDED_EARLY));
    }

    @Test
    void the_other_side_of_what_hurt_is_left_out_with_it() {
        twoSides()
                .timePasses("7s")
                .keysPressed(Key.HURT)
                .quietly()
                .keysPressed(Key.SKIP)
                .expect("save 2 left: skipped 0, 0.0 s", "over 2 left: skipped 0, 0.0 s", "end stopped, 4 s, 0 done");
    }

    @Test
    void an_alternative_for_both_sides_at_once_takes_the_place_of_the_other_side_too() {
        var exercises = new Exercise[] {instead("calf", "squat"), exercise("squat", hold(6))};
        SessionScript.of(Plan.of(SamplePlans.catalogue(exercises), SamplePlans.routine(exercises), SamplePlans.quick()))
                .timePasses("7s")
                .keysPressed(Key.HURT)
                .quietly()
                .keysPressed(Key.SWAP)
                .expect("plan [1 calf, right, 2 squat, 3 squat]", "ready 2 both");
    }

    @Test
    void what_hurt_once_stays_on_record_as_that() {
        twoSides()
                .timePasses("7s")
                .keysPressed(Key.HURT, Key.RESTART)
                .quietly()
                .timePasses("13s")
                .expect(
                        "start 1 right",
                        "half way",
                        "save 1 right: hurt 14, 14.0 s",
                        "over 1 right: hurt 14, 14.0 s",
                        "ready 2 left");
    }

    @Test
    void sound_can_be_turned_off_and_on() {
        twoSides().quietly().keysPressed(Key.MUTE, Key.MUTE).expect("mute", "sound");
    }

    @Test
    void the_list_of_keys_does_not_stop_the_clock_and_its_own_key_closes_it() {
        twoSides()
                .keysPressed(Key.HELP)
                .quietly()
                .timePasses("3s")
                .keysPressed(Key.HELP)
                .timePasses("5s")
                .expect("start 1 right", "half way");
    }

    @ParameterizedTest
    @EnumSource(value = Key.class, mode = EnumSource.Mode.EXCLUDE, names = "HELP")
    void a_key_in_the_list_of_keys_does_what_it_does_elsewhere(Key key) {
        var without = twoSides().timePasses("7s").keysPressed(key).session();
        var with = twoSides().timePasses("7s").keysPressed(Key.HELP, key).session();
        assertThat(with).isEqualTo(without);
    }

    @Test
    void a_session_that_broke_off_goes_on_where_it_did() {
        var plan = plan(exercise("calf", hold(10), RIGHT, LEFT));
        var half = new StepResult(plan.steps().get(1), 4, Duration.ofSeconds(4), StepOutcome.SHORTENED);
        var whole = new StepResult(plan.steps().get(0), 10, Duration.ofSeconds(10), StepOutcome.DONE);
        var transition = SessionRules.resume(plan.without(Set.of(1)), Map.of(1, whole, 2, half));
        var notes = new SessionScript.EffectNotes();
        SessionRules.on(transition.session(), new Event.TimePassed(Duration.ofSeconds(9)))
                .effects()
                .forEach(notes::take);
        assertThat(notes.lines)
                .containsExactly(
                        "start 2 left",
                        "half way",
                        "save 2 left: done 10, 10.0 s",
                        "over 2 left: done 10, 10.0 s",
                        "end completed, 20 s, 2 done");
    }

    @Test
    void quitting_asks_once_and_keeps_what_was_held() {
        twoSides()
                .timePasses("7s")
                .quietly()
                .keysPressed(Key.QUIT)
                .timePasses("10s")
                .expect("pause")
                .keysPressed(Key.QUIT)
                .expect(
                        "save 1 right: shortened 4, 4.0 s",
                        "over 1 right: shortened 4, 4.0 s",
                        "end stopped, 4 s, 1 done");
    }

    @Test
    void after_a_pause_in_the_first_set_up_its_opening_is_not_told_again() {
        var plan = SamplePlans.shipped("daily", PlanOptions.NONE);
        var script = SessionScript.of(plan).timePasses("6s").keysPressed(Key.PAUSE, Key.PAUSE);
        script.expect("ready 1 right", "pause", "go on", "ready 1 right")
                .expectSaid("set-up: Daily. About four minutes. You need a chair.", "(cut short)", "(cut short)");
        SessionScript.of(plan)
                .timePasses("2s")
                .keysPressed(Key.PAUSE, Key.PAUSE)
                .timePasses("1s")
                .expectSaid(
                        "set-up: Daily. About four minutes. You need a chair.",
                        "(cut short)",
                        "(cut short)",
                        "set-up: Daily. About four minutes. You need a chair.");
    }

    /** Who gets up in a pause has to be led into the position again, and not only into the stretch. */
    @Test
    void after_a_pause_on_the_way_into_the_stretch_side_and_position_come_again() {
        var script = SessionScript.of(SamplePlans.shipped("daily", PlanOptions.NONE));
        script.on(new Event.TimePassed(script.session().stageLeft())).timePasses("1s");
        assertThat(script.session().stage()).isEqualTo(Stage.ENTER);
        script.keysPressed(Key.PAUSE).quietly().keysPressed(Key.PAUSE).expect("go on", "ready 1 right");
        script.on(new Event.TimePassed(script.session().stageLeft()));
        assertThat(script.said())
                .doesNotContain("set-up: Daily. About four minutes. You need a chair.")
                .containsSubsequence("set-up: Right knee on the seat.", "enter: Tuck your pelvis.");
    }

    @Test
    void any_other_key_takes_the_question_back() {
        var script = twoSides().timePasses("7s").keysPressed(Key.QUIT).quietly().keysPressed(Key.SKIP);
        script.on(new Event.TimePassed(script.session().stageLeft()))
                .timePasses("1s")
                .expect("go on", "start 1 right", "half way");
    }

    @Test
    void a_signal_ends_it_at_once_as_interrupted() {
        var script = twoSides()
                .timePasses("14s")
                .quietly()
                .interrupted(ExitCode.TERMINATED)
                .expect("end interrupted, 10 s, 1 done");
        assertThat(script.session().ending()).contains(new Session.Ending(Outcome.INTERRUPTED, ExitCode.TERMINATED));
        script.timePasses("10s")
                .keysPressed(Key.SKIP)
                .interrupted(ExitCode.HANGUP)
                .expect();
    }

    @Test
    void the_time_left_counts_down_over_all_steps() {
        var script = twoSides();
        assertThat(script.session().totalLeft()).isEqualTo(Duration.ofSeconds(25));
        assertThat(script.timePasses("4s").session().totalLeft()).isEqualTo(Duration.ofSeconds(21));
        assertThat(script.timePasses("21s").session().totalLeft()).isZero();
    }

    /** Two sets of a hold of five seconds, with twenty seconds of rest between them; the first one is done. */
    private static SessionScript resting() {
        var squat = exercise("squat", hold(5));
        var script = SessionScript.of(plan(List.of(squat), SamplePlans.sets(squat, 2, 20, Routine.SetOrder.SIDES)))
                .timePasses("8s");
        assertThat(script.session().stage()).isEqualTo(Stage.REST);
        return script.quietly();
    }

    @Test
    void a_rest_comes_between_two_sets_and_counts_for_nothing() {
        var script = resting();
        assertThat(script.session().left()).isEqualTo(Duration.ofSeconds(20));
        assertThat(script.session().totalLeft()).isEqualTo(Duration.ofSeconds(27));
        script.timePasses("19s")
                .expect()
                .expectSaid(
                        "rest: Rest. Twenty seconds. Next: set two of two.", "rest: Three.", "rest: Two.", "rest: One.")
                .timePasses("1s")
                .expect("ready 2 both")
                .timePasses("7s")
                .expect(
                        "start 2 both",
                        "half way",
                        "save 2 both: done 5, 5.0 s",
                        "over 2 both: done 5, 5.0 s",
                        "end completed, 10 s, 2 done");
    }

    @Test
    void a_rest_is_skipped_without_the_set_after_it() {
        for (var key : List.of(Key.SKIP, Key.ENOUGH)) {
            resting().keysPressed(key).expect("ready 2 both").timePasses("2s").expect("start 2 both");
        }
    }

    @Test
    void a_rest_gets_longer_by_ten_seconds_and_says_no_number_twice() {
        var script = resting().timePasses("15s").keysPressed(Key.MORE);
        assertThat(script.session().left()).isEqualTo(Duration.ofSeconds(15));
        script.quietly().timePasses("15s").expect("ready 2 both");
        assertThat(script.session().stage()).isEqualTo(Stage.SET_UP);
    }

    /** At whatever second of a hold it is pressed: who has closed eyes hears how long it goes on. */
    @Test
    void more_of_a_hold_is_answered_with_what_is_left() {
        for (int second = 1; second < 60; second++) {
            var script = SessionScript.of(SamplePlans.spoken(exercise("calf", hold(60), RIGHT, LEFT)));
            script.timePasses("3s").timePasses(second + "s").keysPressed(Key.MORE);
            var answer = script.session().stageScript().cues().stream()
                    .filter(cue -> cue.kind() == Cue.CueKind.MORE)
                    .toList();
            assertThat(answer).hasSize(1).allSatisfy(cue -> {
                int left = 70 - (int) cue.at().toSeconds();
                assertThat(cue.text()).isEqualTo(NumberWords.capital(NumberWords.of(left)) + " to go.");
                assertThat(cue.at())
                        .isBetween(
                                Duration.ofSeconds(script.session().done()),
                                Duration.ofSeconds(script.session().done() + 6L));
            });
        }
    }

    @Test
    void more_that_is_pressed_again_is_answered_once_with_what_is_left_by_then() {
        SessionScript.of(SamplePlans.spoken(exercise("calf", hold(60))))
                .timePasses("20s")
                .keysPressed(Key.MORE, Key.MORE, Key.MORE)
                .quietly()
                .timePasses("5s")
                .expectSaid("work: Seventy-three to go.");
        // The first silence of the bridge comes with its end, when no answer is of use.
        var bridge = SessionScript.of(
                        SamplePlans.shipped("relief", PlanOptions.NONE).withTiming(SpeechTiming.speaking(165)))
                .keysPressed(Key.SKIP, Key.SKIP, Key.SKIP, Key.SKIP, Key.SKIP)
                .timePasses("1m")
                .keysPressed(Key.MORE)
                .timePasses("1m");
        assertThat(bridge.said()).doesNotContain("work: Now nine times.");
        resting()
                .timePasses("5s")
                .keysPressed(Key.MORE)
                .quietly()
                .timePasses("5s")
                .expectSaid("rest: Twenty-five to go.");
    }

    @Test
    void more_before_the_clock_starts_is_in_the_number_that_is_said_before_it() {
        var script = SessionScript.of(SamplePlans.shipped("relief", PlanOptions.NONE))
                .keysPressed(Key.SKIP, Key.SKIP)
                .timePasses("1s")
                .keysPressed(Key.MORE)
                .quietly();
        script.on(new Event.TimePassed(script.session().left()));
        assertThat(script.said()).contains("enter: Left side. Six times.");
    }

    @Test
    void a_pause_in_a_rest_goes_on_where_it_was() {
        var script = resting().timePasses("5s").keysPressed(Key.PAUSE).timePasses("1h");
        assertThat(script.session().left()).isEqualTo(Duration.ofSeconds(15));
        script.keysPressed(Key.PAUSE).expect("pause", "go on");
        assertThat(script.session().left()).isEqualTo(Duration.ofSeconds(15));
        assertThat(script.session().stage()).isEqualTo(Stage.REST);
    }

    @Test
    void nobody_rests_from_a_set_that_was_skipped_or_goes_back_to_a_rest() {
        var squat = exercise("squat", hold(5));
        SessionScript.of(plan(List.of(squat), SamplePlans.sets(squat, 2, 20, Routine.SetOrder.SIDES)))
                .quietly()
                .keysPressed(Key.SKIP)
                .expect("save 1 both: skipped 0, 0.0 s", "over 1 both: skipped 0, 0.0 s", "ready 2 both");
        resting()
                .keysPressed(Key.RESTART)
                .expect("ready 2 both")
                .keysPressed(Key.BACK)
                .expect("ready 1 both");
    }

    @Test
    void what_hurt_is_left_out_with_its_other_side_and_all_further_sets() {
        var calf = exercise("calf", hold(5), RIGHT, LEFT);
        var hinge = exercise("hinge", reps(2, 4));
        SessionScript.of(plan(
                        List.of(calf, hinge),
                        SamplePlans.sets(calf, 2, 20, Routine.SetOrder.SIDES),
                        Routine.RoutineStep.of("hinge")))
                .timePasses("4s")
                .keysPressed(Key.HURT)
                .quietly()
                .keysPressed(Key.SKIP)
                .expect(
                        "save 2 left: skipped 0, 0.0 s",
                        "over 2 left: skipped 0, 0.0 s",
                        "save 3 right: skipped 0, 0.0 s",
                        "over 3 right: skipped 0, 0.0 s",
                        "save 4 left: skipped 0, 0.0 s",
                        "over 4 left: skipped 0, 0.0 s",
                        "ready 5 both");
    }
}
