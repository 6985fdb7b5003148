package stretch.session;

import static org.assertj.core.api.Assertions.assertThat;
import static stretch.catalogue.exercise.Side.LEFT;
import static stretch.catalogue.exercise.Side.RIGHT;
import static stretch.session.SamplePlans.exercise;
import static stretch.session.SamplePlans.hold;
import static stretch.session.SamplePlans.plan;
import static stretch.session.SamplePlans.reps;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stretch.catalogue.Routine;
import stretch.catalogue.exercise.Exercise;
import stretch.catalogue.read.CatalogueFile;
import stretch.os.ExitCode;
import stretch.session.plan.Plan;
import stretch.session.plan.PlanOptions;
import stretch.session.plan.SpeechTiming;
import stretch.session.plan.Tempo;
import stretch.session.script.Cue;
import stretch.session.script.Stage;
import stretch.session.script.StepScript;

/** Laws that hold for every session, tried on random ones; a failure names the seed that shows it again. */
@Tag("once")
class SessionLawsTest {
    private static final List<Key> KEYS = List.of(Key.values());

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    private static Plan anyPlan(Random random) {
        var exercises = new ArrayList<Exercise>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            var dose = random.nextBoolean() ? hold(1 + random.nextInt(40)) : reps(1 + random.nextInt(5), 6);
            exercises.add(random.nextBoolean() ? exercise("e" + i, dose) : exercise("e" + i, dose, RIGHT, LEFT));
        }
        var orders = Routine.SetOrder.values();
        var steps = exercises.stream()
                .map(exercise -> SamplePlans.sets(
                        exercise, 1 + random.nextInt(2), random.nextInt(20), orders[random.nextInt(orders.length)]))
                .toList();
        return random.nextInt(3) == 0
                ? plan(exercises, new Routine.Block(2, Duration.ofSeconds(random.nextInt(9)), steps))
                : plan(exercises, steps.toArray(Routine.RoutineEntry[]::new));
    }

    private static Event anyEvent(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> new Event.KeyPressed(KEYS.get(random.nextInt(KEYS.size())));
            case 1 -> random.nextInt(8) == 0 ? new Event.SystemSuspended() : new Event.KeyPressed(Key.PAUSE);
            default -> new Event.TimePassed(Duration.ofMillis(random.nextInt(4000)));
        };
    }

    private static boolean isBeginning(Cue cue) {
        return cue.kind() == Cue.CueKind.NAME || cue.kind() == Cue.CueKind.CHANGE_SIDES;
    }

    /** Every event, with what it asked for; time as such plays no part, only what is asked and what remains. */
    private static List<Effect> play(SessionScript.EffectNotes notes, Session[] session, Event event) {
        var transition = SessionRules.on(session[0], event);
        session[0] = transition.session();
        transition.effects().forEach(notes::take);
        return transition.effects();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void one_long_tick_does_the_same_as_many_short_ones(long seed) {
        var random = new Random(seed);
        var plan = anyPlan(random);
        var whole = new Session[] {SessionRules.begin(plan).session()};
        var parts = new Session[] {whole[0]};
        var ofWhole = new SessionScript.EffectNotes();
        var ofParts = new SessionScript.EffectNotes();
        for (int i = 0; i < 80; i++) {
            var event = anyEvent(random);
            play(ofWhole, whole, event);
            if (event instanceof Event.TimePassed pass) {
                long left = pass.length().toNanos();
                while (left > 0) {
                    long part = Math.min(left, 1 + random.nextInt(900_000_000));
                    play(ofParts, parts, new Event.TimePassed(Duration.ofNanos(part)));
                    left -= part;
                }
            } else {
                play(ofParts, parts, event);
            }
        }
        assertThat(parts[0]).isEqualTo(whole[0]);
        assertThat(ofParts.lines).isEqualTo(ofWhole.lines);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_pause_adds_no_practice_however_long_it_lasts(long seed) {
        var random = new Random(seed);
        var session = new Session[] {SessionRules.begin(anyPlan(random)).session()};
        var notes = new SessionScript.EffectNotes();
        for (int i = 0; i < 40; i++) {
            play(notes, session, new Event.TimePassed(Duration.ofMillis(random.nextInt(3000))));
            var before = session[0].active();
            play(notes, session, new Event.KeyPressed(Key.PAUSE));
            play(notes, session, new Event.TimePassed(Duration.ofMinutes(random.nextInt(600))));
            assertThat(session[0].active()).isEqualTo(before);
            play(notes, session, new Event.KeyPressed(Key.PAUSE));
            assertThat(session[0].active()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void an_attempt_is_saved_once_and_never_more_than_was_spent_at_it(long seed) {
        var random = new Random(seed);
        var session = new Session[] {SessionRules.begin(anyPlan(random)).session()};
        var notes = new SessionScript.EffectNotes();
        var saved = new HashMap<Integer, StepResult>();
        var attempts = new HashMap<Integer, Integer>();
        var saves = new HashMap<Integer, Integer>();
        long elapsed = 0;
        for (int i = 0; i < 200; i++) {
            var event = anyEvent(random);
            if (event instanceof Event.TimePassed pass && !session[0].paused()) {
                elapsed += pass.length().toNanos();
            }
            var before = session[0];
            attempts.putIfAbsent(before.step().number(), 1);
            var effects = play(notes, session, event);
            if (!(event instanceof Event.TimePassed)) {
                attempts.merge(session[0].step().number(), 1, Integer::sum);
            }
            for (var effect : effects) {
                if (effect instanceof Effect.Cued ready && isBeginning(ready.cue())) {
                    attempts.merge(ready.step().number(), 1, Integer::sum);
                } else if (effect instanceof Effect.Save save) {
                    var number = save.result().step().number();
                    saved.put(number, save.result());
                    attempts.putIfAbsent(number, 1);
                    assertThat(saves.merge(number, 1, Integer::sum)).isLessThanOrEqualTo(attempts.get(number));
                }
            }
            long sum = saved.values().stream()
                    .mapToLong(result -> result.held().toNanos())
                    .sum();
            assertThat(sum).isLessThanOrEqualTo(session[0].active().toNanos());
            assertThat(session[0].active().toNanos()).isLessThanOrEqualTo(elapsed);
            assertThat(session[0].active()).isGreaterThanOrEqualTo(before.active());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void quitting_always_ends_it_and_nothing_moves_it_after(long seed) {
        var random = new Random(seed);
        var session = new Session[] {SessionRules.begin(anyPlan(random)).session()};
        var notes = new SessionScript.EffectNotes();
        for (int i = 0; i < random.nextInt(100); i++) {
            play(notes, session, anyEvent(random));
        }
        if (random.nextBoolean()) {
            play(notes, session, new Event.KeyPressed(Key.QUIT));
            play(notes, session, new Event.KeyPressed(Key.QUIT));
        } else {
            play(notes, session, new Event.Interrupted(ExitCode.HANGUP));
        }
        assertThat(session[0].ending()).isPresent();
        assertThat(notes.lines).filteredOn(line -> line.startsWith("end ")).hasSize(1);
        var ended = session[0];
        for (int i = 0; i < 20; i++) {
            assertThat(play(notes, session, anyEvent(random))).isEmpty();
        }
        assertThat(session[0]).isEqualTo(ended);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_same_events_always_give_the_same_session(long seed) {
        var once = new Random(seed);
        var again = new Random(seed);
        var first = SessionRules.begin(anyPlan(once)).session();
        var second = SessionRules.begin(anyPlan(again)).session();
        for (int i = 0; i < 100; i++) {
            var one = SessionRules.on(first, anyEvent(once));
            var two = SessionRules.on(second, anyEvent(again));
            assertThat(one).isEqualTo(two);
            first = one.session();
            second = two.session();
        }
    }

    static Stream<String> shipped() {
        return CatalogueFile.shipped().routines().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void more_on_the_way_into_a_stretch_loses_no_word_of_it_and_says_none_over_another(String routine) {
        for (int prepare = 0; prepare < 15; prepare++) {
            var options = new PlanOptions(
                    false,
                    Optional.empty(),
                    prepare == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(prepare)),
                    Optional.empty(),
                    Tempo.NORMAL,
                    Optional.empty(),
                    Map.of(),
                    List.of(),
                    SpeechTiming.speaking(100 + 15 * prepare));
            var plan = SamplePlans.shipped(routine, options);
            for (int index = 0; index < plan.steps().size(); index++) {
                var step = plan.steps().get(index);
                var before = StepScript.of(plan, index, "");
                var aimed = plan.withTargets(
                        one -> one.number() == step.number() ? one.target() + 10 : one.target(), List.of());
                var other = StepScript.of(aimed, index, "");
                var enter = before.of(Stage.ENTER);
                for (long at = 0; at < enter.length().toMillis(); at += 100) {
                    var after = before.entered(other, Duration.ofMillis(at)).of(Stage.ENTER);
                    assertThat(after.cues())
                            .extracting(Cue::kind)
                            .isEqualTo(enter.cues().stream().map(Cue::kind).toList());
                    for (int cue = 0; cue < after.cues().size(); cue++) {
                        var until = cue + 1 < after.cues().size()
                                ? after.cues().get(cue + 1).at()
                                : after.end();
                        assertThat(after.cues().get(cue).end()).isLessThanOrEqualTo(until);
                        assertThat(after.cues().get(cue).text().isEmpty())
                                .isEqualTo(enter.cues().get(cue).text().isEmpty());
                    }
                }
            }
        }
    }
}
