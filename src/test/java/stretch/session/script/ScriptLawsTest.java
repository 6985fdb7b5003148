package stretch.session.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stretch.catalogue.Routine;
import stretch.catalogue.StepOutcome;
import stretch.catalogue.exercise.Dose;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Exercise;
import stretch.catalogue.exercise.Pace;
import stretch.catalogue.exercise.Position;
import stretch.catalogue.exercise.Range;
import stretch.catalogue.exercise.Side;
import stretch.catalogue.read.CatalogueFile;
import stretch.session.Effect;
import stretch.session.Event;
import stretch.session.Key;
import stretch.session.SamplePlans;
import stretch.session.SessionRules;
import stretch.session.StepResult;
import stretch.session.plan.Plan;
import stretch.session.plan.PlanOptions;
import stretch.session.plan.SpeechTiming;
import stretch.session.plan.Tempo;
import stretch.text.Durations;
import stretch.text.NumberWords;

/** Laws of every script: of the shipped routines at every dose, pace and sound, and of random ones with random keys. */
@Tag("once")
class ScriptLawsTest {
    private static final List<SpeechTiming> TIMINGS =
            List.of(SpeechTiming.READING, SpeechTiming.speaking(165), SpeechTiming.speaking(120));

    /** Every shipped routine as it can be asked for. */
    static Stream<Plan> shipped() {
        var plans = new ArrayList<Plan>();
        for (var routine : CatalogueFile.shipped().routines().keySet()) {
            for (var tempo : Tempo.values()) {
                for (var timing : TIMINGS) {
                    for (var high : List.of(true, false)) {
                        for (var first : List.of(Optional.<Side>empty(), Optional.of(Side.LEFT))) {
                            plans.add(SamplePlans.shipped(
                                    routine,
                                    new PlanOptions(
                                            high,
                                            Optional.empty(),
                                            Optional.empty(),
                                            Optional.empty(),
                                            tempo,
                                            first,
                                            Map.of(),
                                            List.of(),
                                            timing)));
                        }
                    }
                }
            }
        }
        return plans.stream();
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static Plan random(Random random) {
        var exercises = new ArrayList<Exercise>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            exercises.add(random(random, "e" + i));
        }
        var all = exercises.toArray(Exercise[]::new);
        var wait = random.nextInt(3) == 0
                ? Optional.of(Duration.ofSeconds(random.nextInt(20)))
                : Optional.<Duration>empty();
        return Plan.of(
                SamplePlans.catalogue(all),
                SamplePlans.routine(entries(random, exercises)),
                new PlanOptions(
                        random.nextBoolean(),
                        Optional.empty(),
                        wait,
                        wait,
                        any(random, Tempo.values()),
                        Optional.empty(),
                        Map.of(),
                        List.of(),
                        TIMINGS.get(random.nextInt(TIMINGS.size()))));
    }

    /** Each of the exercises, some of them in sets, and some of those in rounds. */
    private static Routine.RoutineEntry[] entries(Random random, List<Exercise> exercises) {
        var entries = new ArrayList<Routine.RoutineEntry>();
        for (var exercise : exercises) {
            var step = SamplePlans.sets(
                    exercise, 1 + random.nextInt(3), random.nextInt(30), any(random, Routine.SetOrder.values()));
            entries.add(step);
            if (random.nextInt(3) == 0) {
                var all = exercises.stream()
                        .map(one -> Routine.RoutineStep.of(one.id()))
                        .toList();
                var inRound = random.nextBoolean() ? all : List.of(step);
                entries.add(new Routine.Block(1 + random.nextInt(3), Duration.ofSeconds(random.nextInt(100)), inRound));
            }
        }
        return entries.toArray(Routine.RoutineEntry[]::new);
    }

    private static <E> E any(Random random, E[] values) {
        return List.of(values).get(random.nextInt(values.length));
    }

    private static Exercise random(Random random, String id) {
        int low = 1 + random.nextInt(90);
        Dose dose = switch (random.nextInt(3)) {
            case 0 -> new Dose(DoseKind.HOLD, new Range(low, low + random.nextInt(40)));
            case 1 -> new Dose(DoseKind.REPS, new Range(1 + low % 12, 1 + low % 12 + random.nextInt(5)));
            default -> new Dose(DoseKind.BREATHS, Range.of(1 + low % 6));
        };
        var phases = new ArrayList<Pace.Phase>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            phases.add(new Pace.Phase(
                    "part" + i, Duration.ofSeconds(1 + random.nextInt(5)), random.nextBoolean() ? words(random) : ""));
        }
        var sided = random.nextBoolean();
        return new Exercise(
                id,
                words(random),
                any(random, Position.values()),
                List.of(),
                dose,
                sided ? List.of(Side.RIGHT, Side.LEFT) : List.of(Side.BOTH),
                new Pace(phases),
                Optional.empty(),
                new Exercise.Instructions(
                        lines(random),
                        sided && random.nextBoolean() ? Map.of(Side.LEFT, words(random)) : Map.of(),
                        lines(random),
                        lines(random),
                        random.nextBoolean() ? words(random) : ""),
                new Exercise.Reasons("", "", "", List.of(), ""),
                List.of(),
                Exercise.Spine.NEUTRAL,
                Optional.empty());
    }

    private static List<String> lines(Random random) {
        return Stream.generate(() -> words(random)).limit(random.nextInt(5)).toList();
    }

    private static String words(Random random) {
        return String.join(
                        " ",
                        Stream.generate(() -> "word" + random.nextInt(100))
                                .limit(1 + random.nextInt(14))
                                .toList())
                + ".";
    }

    /** No two utterances overlap. */
    private static void assertNothingOverlaps(Plan plan) {
        Timeline.Moment before = null;
        for (var moment : Timeline.of(plan).moments()) {
            if (!moment.cue().text().isEmpty()) {
                if (before != null) {
                    assertThat(moment.at())
                            .as(before.cue().text() + " | " + moment.cue().text())
                            .isGreaterThanOrEqualTo(
                                    before.at().plus(before.cue().length()));
                }
                before = moment;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void no_two_utterances_of_a_shipped_routine_overlap(Plan plan) {
        assertNothingOverlaps(plan);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_two_utterances_of_any_routine_overlap(long seed) {
        assertNothingOverlaps(random(new Random(seed)));
    }

    /** What is said in a step up to its clock, and in all of it. */
    private static List<String> said(StepScript script, Stage... stages) {
        return Stream.of(stages)
                .flatMap(stage -> script.of(stage).cues().stream())
                .map(Cue::text)
                .toList();
    }

    private static void assertInOrder(List<String> said, List<String> lines) {
        if (!lines.isEmpty()) {
            assertThat(said).containsSubsequence(lines);
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void the_opening_says_how_long_it_takes_in_all_itself_included(Plan plan) {
        var script = Script.of(plan);
        var about = Durations.about(script.length()).split(" ", -1);
        var number = NumberWords.of(Integer.parseInt(about[1]));
        var unit = about[2].equals("s") ? " second" : " minute";
        assertThat(said(script.steps().get(0), Stage.SET_UP).get(0)).contains(". About " + number + unit);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void every_instruction_comes_before_the_clock_of_the_first_side_starts(Plan plan) {
        for (var script : Script.of(plan).steps()) {
            if (script.step().goesOn()) {
                continue;
            }
            var before = said(script, Stage.SET_UP, Stage.ENTER);
            assertInOrder(before, ScriptText.setUp(script.step()));
            assertInOrder(before, ScriptText.enter(script.step()));
            if (script.step().kind().counts()) {
                assertInOrder(
                        before,
                        script.step().pace().phases().stream()
                                .map(phase -> script.step().side().fill(phase.instruction()))
                                .filter(text -> !text.isEmpty())
                                .toList());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void every_cue_is_said_in_its_step(Plan plan) {
        for (var script : Script.of(plan).steps()) {
            assertThat(said(script, Stage.ENTER, Stage.WORK)).containsAll(ScriptText.form(script.step()));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_not_said_is_named(long seed) {
        for (var script : Script.of(random(new Random(seed))).steps()) {
            var known = new ArrayList<>(said(script, Stage.SET_UP, Stage.ENTER, Stage.WORK));
            known.addAll(script.leftOut());
            assertThat(known).containsAll(ScriptText.form(script.step()));
            // The second side has the short form of what the first was told at length.
            if (script.step().goesOn()) {
                assertThat(known).containsAll(ScriptText.enterAgain(script.step()));
            } else {
                assertThat(known).containsAll(ScriptText.enter(script.step()));
                assertThat(known).containsAll(ScriptText.setUp(script.step()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void the_side_is_said_once_in_set_up_start_and_half_way(Plan plan) {
        for (var script : Script.of(plan).steps()) {
            if (script.step().side() == Side.BOTH) {
                continue;
            }
            var side = script.step().side().id() + " side";
            assertThat(mentions(script, side, Cue.CueKind.NAME, Cue.CueKind.CHANGE_SIDES, Cue.CueKind.SET_UP))
                    .isEqualTo(1);
            assertThat(mentions(script, side, Cue.CueKind.START, Cue.CueKind.ENTER))
                    .as(script.toString())
                    .isEqualTo(1);
            if (!script.step().kind().counts()) {
                assertThat(mentions(script, side, Cue.CueKind.HALF_WAY))
                        .as(script.toString())
                        .isEqualTo(1);
            }
        }
    }

    private static long mentions(StepScript script, String words, Cue.CueKind... kinds) {
        return Stream.of(Stage.SET_UP, Stage.ENTER, Stage.WORK)
                .flatMap(stage -> script.of(stage).cues().stream())
                .filter(cue -> List.of(kinds).contains(cue.kind()))
                .filter(cue -> cue.text().toLowerCase(java.util.Locale.ROOT).contains(words))
                .count();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_last_three_seconds_of_a_hold_are_counted_and_the_last_repetition_is_announced(long seed) {
        for (var script : Script.of(random(new Random(seed))).steps()) {
            var work = script.of(Stage.WORK).cues();
            if (!script.step().kind().counts()) {
                int counted = Math.min(3, script.step().target());
                assertThat(work.stream().filter(cue -> cue.kind() == Cue.CueKind.COUNTDOWN))
                        .hasSize(counted)
                        .allSatisfy(cue -> assertThat(cue.text()).isNotEmpty());
            }
        }
        for (var script :
                Script.of(SamplePlans.shipped("full", PlanOptions.NONE)).steps()) {
            if (script.step().kind().counts()) {
                assertThat(said(script, Stage.WORK)).anyMatch(text -> text.startsWith("Last one."));
            }
        }
    }

    /** Whatever time is set for getting ready: where the way into the stretch finds no room, the count does if it can. */
    @Test
    void nobody_who_listens_waits_in_silence_for_a_clock_that_is_not_counted_in() {
        for (int seconds = 0; seconds < 40; seconds++) {
            var wait = Optional.of(Duration.ofSeconds(seconds));
            var options = new PlanOptions(
                    false,
                    Optional.empty(),
                    wait,
                    wait,
                    Tempo.NORMAL,
                    Optional.empty(),
                    Map.of(),
                    List.of(),
                    SpeechTiming.speaking(165));
            for (var script : Script.of(SamplePlans.shipped("full", options)).steps()) {
                var before = Stream.of(Stage.SET_UP, Stage.ENTER)
                        .flatMap(stage -> script.of(stage).cues().stream())
                        .toList();
                boolean counted = before.stream()
                        .anyMatch(cue -> cue.kind() == Cue.CueKind.COUNT_IN || cue.kind() == Cue.CueKind.PHASE);
                var said =
                        before.stream().map(Cue::end).max(Duration::compareTo).orElse(Duration.ZERO);
                assertThat(counted || script.preparation().minus(said).compareTo(Duration.ofMillis(4500)) < 0)
                        .as(script.step().label() + " " + seconds)
                        .isTrue();
            }
        }
    }

    /** Whoever lies has to stand up before a chair can be of use. */
    @Test
    void from_the_floor_to_a_chair_there_is_time_to_get_up() {
        var steps = Script.of(SamplePlans.shipped("full", PlanOptions.NONE)).steps();
        var chair = steps.stream()
                .filter(script -> script.step().exercise().id().equals("chair-hip-flexor"))
                .findFirst()
                .orElseThrow()
                .of(Stage.SET_UP)
                .cues();
        assertThat(chair.get(2).at().minus(chair.get(1).end())).isGreaterThan(Duration.ofSeconds(15));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_time_of_a_plan_is_the_sum_of_its_script(long seed) {
        var plan = random(new Random(seed));
        var sum = Duration.ZERO;
        var rests = Duration.ZERO;
        for (var step : Script.of(plan).steps()) {
            for (var stage : List.of(Stage.REST, Stage.SET_UP, Stage.ENTER, Stage.WORK)) {
                sum = sum.plus(step.of(stage).length());
            }
            rests = rests.plus(step.of(Stage.REST).length());
        }
        assertThat(Script.of(plan).length()).isEqualTo(sum);
        assertThat(Timeline.of(plan).length()).isEqualTo(sum);
        assertThat(rests).isEqualTo(rests(plan));
    }

    /** Between two sets and between two rounds, as the routine has it. */
    private static Duration rests(Plan plan) {
        var rests = Duration.ZERO;
        for (var entry : plan.routine().entries()) {
            int rounds = entry instanceof Routine.Block block ? block.rounds() : 1;
            if (entry instanceof Routine.Block block) {
                rests = rests.plus(block.rest().multipliedBy(rounds - 1));
            }
            for (var step : entry.steps().toList()) {
                var sets = step.sets();
                int sides = plan.catalogue()
                        .exercises()
                        .get(step.exercise())
                        .sides()
                        .size();
                int each = sets.order() == Routine.SetOrder.SETS ? sides : 1;
                rests = rests.plus(sets.rest().multipliedBy((long) rounds * each * (sets.count() - 1)));
            }
        }
        return rests;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_rest_is_told_once_and_its_last_three_seconds_are_counted(long seed) {
        for (var script : Script.of(random(new Random(seed))).steps()) {
            var rest = script.of(Stage.REST);
            int seconds = (int) rest.length().toSeconds();
            assertThat(rest.cues().stream().filter(cue -> cue.kind() == Cue.CueKind.REST))
                    .hasSize(seconds == 0 ? 0 : 1)
                    .allSatisfy(cue -> assertThat(cue.number()).isEqualTo(seconds));
            assertThat(rest.cues().stream().filter(cue -> cue.kind() == Cue.CueKind.COUNTDOWN))
                    .extracting(cue -> rest.length().minus(cue.at()).toSeconds())
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, Math.min(3, seconds))
                            .boxed()
                            .sorted(java.util.Comparator.reverseOrder())
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_set_says_which_it_is_before_its_clock_starts(long seed) {
        var plan = random(new Random(seed));
        for (var script : Script.of(plan).steps()) {
            var set = script.step().set();
            if (set.sets() > 1) {
                var words = "set " + NumberWords.of(set.set()) + " of " + NumberWords.of(set.sets());
                var known = new ArrayList<>(said(script, Stage.SET_UP, Stage.ENTER));
                known.addAll(script.leftOut());
                assertThat(known.stream().map(text -> text.toLowerCase(java.util.Locale.ROOT)))
                        .anyMatch(text -> text.contains(words));
            }
        }
    }

    /** What comes at which time of a session in which no key is pressed is what the timeline says. */
    @ParameterizedTest
    @MethodSource("seeds")
    void a_session_without_keys_goes_as_the_timeline_says(long seed) {
        var plan = random(new Random(seed));
        var happened = new ArrayList<String>();
        var transition = SessionRules.begin(plan);
        var now = Duration.ZERO;
        while (true) {
            for (var effect : transition.effects()) {
                if (effect instanceof Effect.Cued cued) {
                    happened.add(
                            now + " " + cued.cue().kind() + " " + cued.cue().text());
                } else if (effect instanceof Effect.Save over && over.over()) {
                    happened.add(now + " FINISHED " + over.words());
                }
            }
            if (transition.session().ending().isPresent()) {
                break;
            }
            now = now.plusMillis(10);
            transition = SessionRules.on(transition.session(), new Event.TimePassed(Duration.ofMillis(10)));
        }
        assertThat(happened)
                .containsExactlyElementsOf(Timeline.of(plan).moments().stream()
                        .map(moment -> roundedUp(moment.at()) + " "
                                + moment.cue().kind() + " " + moment.cue().text())
                        .toList());
    }

    /** To the next tick of ten milliseconds. */
    private static Duration roundedUp(Duration at) {
        return Duration.ofMillis(at.plusNanos(9_999_999).toMillis() / 10 * 10);
    }

    /** Whatever keys are pressed, nothing is said over something else unless a key cut that short. */
    @ParameterizedTest
    @MethodSource("seeds")
    void keys_cut_short_and_nothing_else_does(long seed) {
        var random = new Random(seed);
        var session = SessionRules.begin(random(random)).session();
        var now = Duration.ZERO;
        var free = Duration.ZERO;
        var last = "";
        for (int i = 0; i < 400 && session.ending().isEmpty(); i++) {
            boolean key = random.nextInt(12) == 0;
            var length = Duration.ofMillis(random.nextInt(1500));
            var event = key ? new Event.KeyPressed(any(random, Key.values())) : new Event.TimePassed(length);
            // Time in small parts, so that each moment is known.
            for (long left = key ? 10 : length.toMillis(); left > 0; left -= 10) {
                var transition = SessionRules.on(session, key ? event : new Event.TimePassed(Duration.ofMillis(10)));
                now = now.plusMillis(key ? 0 : 10);
                for (var effect : transition.effects()) {
                    if (effect instanceof Effect.CutShort) {
                        free = now;
                    } else if (effect instanceof Effect.Cued cued
                            && !cued.cue().text().isEmpty()) {
                        assertThat(now.plusMillis(10))
                                .as(last + " | " + cued.cue())
                                .isGreaterThanOrEqualTo(free);
                        free = now.plus(cued.cue().length());
                        last = now + " " + cued.stage() + " " + cued.cue();
                    }
                }
                session = transition.session();
            }
        }
    }

    @Test
    void numbers_said_are_those_that_are_left() {
        var plan = SamplePlans.plan(SamplePlans.exercise("calf", SamplePlans.hold(60), Side.RIGHT, Side.LEFT));
        var half = new StepResult(plan.steps().get(0), 20, Duration.ofSeconds(20), StepOutcome.SHORTENED);
        var session = SessionRules.resume(plan, Map.of(1, half)).session();
        var work = session.script().steps().get(0).of(Stage.WORK).cues();
        assertThat(work).extracting(Cue::text).contains("Hold. Right side. Forty seconds.");
        var longer = SessionRules.on(session, new Event.KeyPressed(Key.MORE)).session();
        assertThat(longer.script().steps().get(0).of(Stage.WORK).cues())
                .extracting(Cue::text)
                .contains("Hold. Right side. Fifty seconds.", "Half way. Right side. Twenty-five to go.");
    }
}
