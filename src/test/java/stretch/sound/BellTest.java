package stretch.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;
import stretch.catalogue.exercise.Side;
import stretch.session.Effect;
import stretch.session.Event;
import stretch.session.Key;
import stretch.session.SamplePlans;
import stretch.session.SessionRules;
import stretch.session.StepCount;
import stretch.session.StepResult;
import stretch.session.plan.Plan;
import stretch.session.plan.PlanOptions;
import stretch.session.plan.SpeechTiming;
import stretch.session.plan.Step;
import stretch.session.plan.Tempo;
import stretch.session.script.Cue;
import stretch.session.script.Stage;

class BellTest {
    private final StringBuilder heard = new StringBuilder();
    private final List<BellPattern> played = new ArrayList<>();
    private static final StepCount PROGRESS = new StepCount(1, 2);

    private boolean rang;
    private final CueSounds bell = new CueSounds(new Bell(() -> rang = true));
    private final Step right = SamplePlans.plan(
                    SamplePlans.exercise("calf", SamplePlans.hold(5), Side.RIGHT, Side.LEFT))
            .steps()
            .get(0);

    private static class Noted implements Instrument {
        private final List<BellPattern> cues;

        Noted(List<BellPattern> cues) {
            this.cues = cues;
        }

        @Override
        public void play(BellPattern cue) {
            cues.add(cue);
        }

        @Override
        public void stop() {}

        @Override
        public boolean tick() {
            return false;
        }
    }

    private Effect.Cued cue(Cue.CueKind kind) {
        var cue = new Cue(kind, Duration.ZERO, "", Duration.ZERO, 1, "");
        return new Effect.Cued(PROGRESS, right, 5, Stage.WORK, cue);
    }

    private String listen() {
        boolean more = true;
        while (more) {
            rang = false;
            more = bell.tick();
            heard.append(rang ? '*' : '.');
        }
        return heard.toString();
    }

    /** What each moment of the script sounds like; empty where it is silent on purpose. */
    private static Optional<BellPattern> expected(Cue.CueKind kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case REST -> BellPattern.REST;
                    case NAME -> BellPattern.GET_READY;
                    case CHANGE_SIDES -> BellPattern.CHANGE_SIDES;
                    case START -> BellPattern.START;
                    case HALF_WAY -> BellPattern.HALF_WAY;
                    case WARNING -> BellPattern.WARNING;
                    case COUNT_IN, COUNTDOWN -> BellPattern.TICK;
                    case PHASE -> BellPattern.PHASE;
                    case OPENING, SET_UP, ENTER, FORM, ENOUGH, MORE, FINISHED, STOP -> null;
                });
    }

    @ParameterizedTest
    @EnumSource
    void each_moment_has_its_sound_or_is_silent_on_purpose(Cue.CueKind kind) {
        var sounds = new CueSounds(new Noted(played));
        sounds.cued(cue(kind));
        sounds.tick();
        assertThat(played).isEqualTo(expected(kind).stream().toList());
    }

    @Test
    void no_two_that_matter_sound_alike() {
        var patterns = Arrays.asList(BellPattern.values());
        assertThat(patterns).extracting(BellPattern::hertz).doesNotHaveDuplicates();
        assertThat(patterns)
                .filteredOn(pattern -> !pattern.isSoft())
                .extracting(BellPattern::rhythm)
                .doesNotHaveDuplicates();
    }

    @Test
    void the_bell_has_no_soft_sounds() {
        bell.cued(cue(Cue.CueKind.COUNTDOWN));
        assertThat(listen()).isEqualTo(".");
    }

    /** What is heard of a session of five seconds a side and five to change, by its tenths of a second. */
    private static Map<Integer, BellPattern> heard(Plan plan) {
        var heard = new TreeMap<Integer, BellPattern>();
        var now = new AtomicInteger();
        var sounds = new CueSounds(new Noted(new ArrayList<>()) {
            @Override
            public void play(BellPattern cue) {
                heard.put(now.get(), cue);
            }
        });
        var transition = SessionRules.begin(plan);
        while (true) {
            SamplePlans.tell(transition, sounds);
            sounds.tick();
            if (transition.session().ending().isPresent()) {
                return heard;
            }
            now.incrementAndGet();
            transition = SessionRules.on(transition.session(), new Event.TimePassed(Duration.ofMillis(100)));
        }
    }

    @Test
    void a_hold_can_be_followed_by_its_sounds_alone() {
        var calf = SamplePlans.exercise("calf", SamplePlans.hold(30), Side.RIGHT, Side.LEFT);
        assertThat(new ArrayList<>(heard(SamplePlans.plan(calf)).values()))
                .containsSubsequence(
                        BellPattern.GET_READY,
                        BellPattern.START,
                        BellPattern.HALF_WAY,
                        BellPattern.WARNING,
                        BellPattern.TICK,
                        BellPattern.TICK,
                        BellPattern.TICK,
                        BellPattern.CHANGE_SIDES,
                        BellPattern.START,
                        BellPattern.HALF_WAY,
                        BellPattern.WARNING,
                        BellPattern.TICK,
                        BellPattern.TICK,
                        BellPattern.TICK,
                        BellPattern.ROUTINE_DONE)
                .doesNotContain(BellPattern.STEP_DONE);
    }

    @Test
    void a_repetition_is_not_taken_for_the_start() {
        var curl = SamplePlans.exercise("curl", SamplePlans.reps(3, 3));
        assertThat(new ArrayList<>(heard(SamplePlans.plan(curl)).values()))
                .filteredOn(pattern -> !pattern.isSoft())
                .containsExactly(
                        BellPattern.GET_READY,
                        BellPattern.START,
                        BellPattern.REPETITION,
                        BellPattern.REPETITION,
                        BellPattern.ROUTINE_DONE);
    }

    /** Also where the change is as short as can be. */
    @ParameterizedTest
    @ValueSource(strings = {"daily", "relief", "full"})
    void a_change_of_sides_rings_for_no_more_than_a_second(String routine) {
        var options = new PlanOptions(
                false,
                Optional.of(Duration.ofSeconds(10)),
                Optional.of(Duration.ofSeconds(10)),
                Optional.of(Duration.ofSeconds(5)),
                Tempo.NORMAL,
                Optional.empty(),
                Map.of(),
                List.of(),
                SpeechTiming.READING);
        var heard = heard(SamplePlans.shipped(routine, options));
        var changes = heard.entrySet().stream()
                .filter(entry -> entry.getValue() == BellPattern.CHANGE_SIDES)
                .toList();
        assertThat(changes)
                .isNotEmpty()
                .allSatisfy(change -> assertThat(heard.entrySet().stream()
                                .filter(entry ->
                                        entry.getKey() >= change.getKey() && entry.getKey() < change.getKey() + 50)
                                .mapToInt(entry -> entry.getValue().rhythm().length())
                                .sum())
                        .isLessThanOrEqualTo(10));
    }

    @Test
    void after_a_pause_it_rings_when_the_clock_runs_on() {
        var transition = SessionRules.begin(SamplePlans.plan(SamplePlans.exercise("calf", SamplePlans.hold(30))));
        var session = SessionRules.on(transition.session(), new Event.TimePassed(Duration.ofSeconds(8)))
                .session();
        session = SessionRules.on(session, new Event.KeyPressed(Key.PAUSE)).session();
        session = SessionRules.on(session, new Event.KeyPressed(Key.PAUSE)).session();
        var sounds = new CueSounds(new Noted(played));
        do {
            transition = SessionRules.on(session, new Event.TimePassed(Duration.ofMillis(100)));
            session = transition.session();
            SamplePlans.tell(transition, sounds);
            sounds.tick();
        } while (session.stage() == Stage.RETURN);
        assertThat(played).containsExactly(BellPattern.TICK, BellPattern.TICK, BellPattern.TICK, BellPattern.START);
    }

    @Test
    void half_way_is_two_bells_apart_enough_to_be_counted() {
        bell.cued(cue(Cue.CueKind.HALF_WAY));
        assertThat(listen()).isEqualTo("*.*");
    }

    @Test
    void of_two_cues_at_once_the_one_that_tells_more_is_heard() {
        bell.stepFinished(SamplePlans.saved(new StepResult(right, 5, Duration.ofSeconds(5), StepOutcome.DONE)));
        bell.sessionEnded(new Effect.SessionEnded(Outcome.COMPLETED, Duration.ZERO, 2, 2, Optional.empty(), List.of()));
        assertThat(listen()).isEqualTo("*.*.*...*.*.*");
    }

    @Test
    void two_cues_close_together_are_heard_one_after_the_other() {
        bell.stepFinished(SamplePlans.saved(new StepResult(right, 5, Duration.ofSeconds(5), StepOutcome.DONE)));
        bell.tick();
        bell.cued(cue(Cue.CueKind.START));
        assertThat(listen()).isEqualTo(".*.*......*");
    }

    @Test
    void a_skipped_step_rings_nothing() {
        bell.stepFinished(SamplePlans.saved(new StepResult(right, 0, Duration.ZERO, StepOutcome.SKIPPED)));
        assertThat(listen()).isEqualTo(".");
    }

    @Test
    void who_quits_wants_silence() {
        bell.cued(cue(Cue.CueKind.NAME));
        bell.cutShort();
        bell.sessionEnded(new Effect.SessionEnded(Outcome.STOPPED, Duration.ZERO, 0, 2, Optional.empty(), List.of()));
        assertThat(listen()).isEqualTo(".");
    }

    @Test
    void muted_it_is_silent_until_it_is_not() {
        bell.mute(new Effect.Mute(true));
        bell.cued(cue(Cue.CueKind.START));
        bell.mute(new Effect.Mute(false));
        bell.cued(cue(Cue.CueKind.HALF_WAY));
        assertThat(listen()).isEqualTo("*.*");
    }
}
