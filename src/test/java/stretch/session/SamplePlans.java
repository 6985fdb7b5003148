package stretch.session;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Cautions;
import stretch.catalogue.GoalParser;
import stretch.catalogue.Routine;
import stretch.catalogue.exercise.Dose;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Exercise;
import stretch.catalogue.exercise.Pace;
import stretch.catalogue.exercise.Position;
import stretch.catalogue.exercise.Range;
import stretch.catalogue.exercise.Side;
import stretch.catalogue.read.CatalogueFile;
import stretch.session.Effect.EffectHandler;
import stretch.session.Effect.SavedStep;
import stretch.session.plan.Plan;
import stretch.session.plan.PlanOptions;
import stretch.session.plan.SpeechTiming;
import stretch.session.plan.Tempo;

/** Small exercises, routines and plans for tests, and those of the shipped catalogue. */
public final class SamplePlans {
    private SamplePlans() {}

    /** Two-second repetitions: one second down, one second up. */
    private static final Pace PACE = new Pace(
            List.of(new Pace.Phase("down", Duration.ofSeconds(1)), new Pace.Phase("up", Duration.ofSeconds(1))));

    public static Exercise exercise(String id, Dose dose, Side... sides) {
        return new Exercise(
                id,
                "The " + id,
                Position.STANDING,
                List.of(),
                dose,
                sides.length == 0 ? List.of(Side.BOTH) : List.of(sides),
                PACE,
                Optional.empty(),
                new Exercise.Instructions(List.of("Stand tall."), Map.of(), List.of(), List.of("Heel down."), ""),
                new Exercise.Reasons("", "", "", List.of(), ""),
                List.of(),
                Exercise.Spine.NEUTRAL,
                Optional.empty());
    }

    /** The same with another one to do instead. */
    public static Exercise withAlternative(Exercise plain, String alternative) {
        return new Exercise(
                plain.id(),
                plain.name(),
                plain.position(),
                plain.equipment(),
                plain.dose(),
                plain.sides(),
                plain.pace(),
                plain.prepare(),
                plain.instructions(),
                plain.reasons(),
                List.of(new Exercise.Alternative(alternative, "")),
                plain.spine(),
                plain.figure());
    }

    public static Dose hold(int seconds) {
        return new Dose(DoseKind.HOLD, Range.of(seconds));
    }

    public static Dose reps(int low, int high) {
        return new Dose(DoseKind.REPS, new Range(low, high));
    }

    /** A plan of these exercises with get-ready times of 3 s and changes of 2 s. */
    public static Plan plan(Exercise... exercises) {
        return Plan.of(catalogue(exercises), routine(exercises), quick());
    }

    /** The same of a routine whose entries are not just its exercises. */
    public static Plan plan(List<Exercise> exercises, Routine.RoutineEntry... entries) {
        return Plan.of(catalogue(exercises.toArray(Exercise[]::new)), routine(entries), quick());
    }

    /** So many sets of an exercise, with a rest of so many seconds between them. */
    public static Routine.RoutineStep sets(Exercise exercise, int sets, int rest, Routine.SetOrder order) {
        return new Routine.RoutineStep(
                exercise.id(),
                Optional.empty(),
                List.of(),
                new Routine.Sets(sets, Duration.ofSeconds(rest), order),
                "",
                "");
    }

    /** The same, read aloud. */
    public static Plan spoken(Exercise... exercises) {
        return Plan.of(catalogue(exercises), routine(exercises), quick(SpeechTiming.speaking(165)));
    }

    static PlanOptions quick() {
        return quick(SpeechTiming.READING);
    }

    private static PlanOptions quick(SpeechTiming timing) {
        return new PlanOptions(
                false,
                Optional.empty(),
                Optional.of(Duration.ofSeconds(3)),
                Optional.of(Duration.ofSeconds(2)),
                Tempo.NORMAL,
                Optional.empty(),
                Map.of(),
                List.of(),
                timing);
    }

    public static Routine routine(Exercise... exercises) {
        return routine(Arrays.stream(exercises)
                .map(one -> Routine.RoutineStep.of(one.id()))
                .toArray(Routine.RoutineEntry[]::new));
    }

    public static Routine routine(Routine.RoutineEntry... entries) {
        return new Routine("evening", "Evening", "", GoalParser.parse("daily"), Optional.empty(), List.of(entries), "");
    }

    public static Catalogue catalogue(Exercise... exercises) {
        var all = new LinkedHashMap<String, Exercise>();
        Arrays.stream(exercises).forEach(one -> all.put(one.id(), one));
        return new Catalogue(
                all, Map.of(), Map.of(), Map.of(), Map.of(), List.of(), Map.of(), Cautions.NONE, Map.of(), Map.of());
    }

    /** Tells an outlet what a session does, with a record that keeps every step at once. */
    public static void tell(Transition transition, EffectHandler handler) {
        for (var effect : transition.effects()) {
            if (effect instanceof Effect.Told told) {
                told.perform(handler);
            } else if (effect instanceof Effect.Save save && save.over()) {
                handler.stepFinished(new SavedStep(save, false));
            }
        }
    }

    /** As the coach has it once it is on disk. */
    public static SavedStep saved(StepResult result) {
        return new SavedStep(new Effect.Save(new StepCount(1, 1), result, true, "", false), false);
    }

    /** A routine of the shipped catalogue. */
    public static Plan shipped(String routine, PlanOptions options) {
        var catalogue = CatalogueFile.shipped();
        return Plan.of(
                catalogue, java.util.Objects.requireNonNull(catalogue.routines().get(routine)), options);
    }
}
