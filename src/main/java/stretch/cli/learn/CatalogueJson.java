package stretch.cli.learn;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Dose;
import stretch.catalogue.DoseKind;
import stretch.catalogue.Exercise;
import stretch.catalogue.Figure;
import stretch.catalogue.Habit;
import stretch.catalogue.Lesson;
import stretch.catalogue.Pace;
import stretch.catalogue.PosturePattern;
import stretch.catalogue.Routine;
import stretch.catalogue.Side;
import stretch.session.plan.Plan;
import stretch.session.plan.PlanOptions;
import stretch.session.script.Script;
import stretch.session.script.StepScript;
import stretch.session.script.Timeline;

/** The shapes that {@code --json} promises to scripts; names are only ever added. */
public final class CatalogueJson {
    /** A value that is absent; JSON says {@code null}. */
    public static final Object NOTHING = java.util.Optional.empty();

    private CatalogueJson() {}

    static Map<String, Object> of(Exercise exercise) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("id", exercise.id());
        shape.put("name", exercise.name());
        shape.put("position", exercise.position().id());
        shape.put("equipment", exercise.equipment());
        shape.put("dose", of(exercise.dose()));
        if (exercise.dose().kind() != DoseKind.HOLD) {
            shape.put(
                    "pace",
                    exercise.pace().phases().stream().map(CatalogueJson::of).toList());
        }
        shape.put("sides", exercise.sides().stream().map(Side::id).toList());
        var prompts = new LinkedHashMap<String, Object>();
        exercise.sides().stream()
                .filter(exercise.sidePrompts()::containsKey)
                .forEach(side -> prompts.put(side.id(), exercise.sidePrompts().get(side)));
        shape.put("prompts", prompts);
        shape.put("setup", exercise.setup());
        shape.put("enter", exercise.enter());
        shape.put("cues", exercise.cues());
        shape.put("feel", exercise.feel());
        shape.put("targets", exercise.targets());
        shape.put("why", exercise.why());
        shape.put("note", exercise.note());
        shape.put(
                "alternatives",
                exercise.alternatives().stream()
                        .map(other -> Map.of("exercise", other.exercise(), "when", other.when()))
                        .toList());
        shape.put("lessons", exercise.lessons());
        shape.put("spine", exercise.spine().id());
        exercise.figure().ifPresent(figure -> shape.put("figure", of(figure)));
        shape.put("source", exercise.source());
        return shape;
    }

    private static Map<String, Object> of(Pace.Phase phase) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("phase", phase.name());
        shape.put("seconds", seconds(phase.length()));
        shape.put("cue", phase.instruction());
        return shape;
    }

    private static Map<String, Object> of(Figure figure) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put(
                "lines",
                figure.lines().stream()
                        .map(line -> line.stream().map(CatalogueJson::of).toList())
                        .toList());
        shape.put("frames", figure.frames().stream().map(CatalogueJson::joints).toList());
        shape.put("view", figure.view().id());
        shape.put("working", figure.working().id());
        shape.put("arrows", figure.arrows().stream().map(Figure.Joint::id).toList());
        figure.second().ifPresent(second -> shape.put("second", of(second)));
        return shape;
    }

    private static Map<String, Object> joints(Map<Figure.Joint, Figure.Point> frame) {
        var shape = new LinkedHashMap<String, Object>();
        for (var joint : Figure.Joint.values()) {
            var point = frame.get(joint);
            if (point != null) {
                shape.put(joint.id(), of(point));
            }
        }
        return shape;
    }

    private static List<Object> of(Figure.Point point) {
        return List.of((int) point.x(), (int) point.y());
    }

    static Map<String, Object> of(Dose dose) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("kind", dose.kind().id());
        shape.put("low", dose.amount().low());
        shape.put("high", dose.amount().high());
        shape.put("unit", dose.kind().unit());
        return shape;
    }

    static Map<String, Object> of(Catalogue catalogue, Routine routine) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("id", routine.id());
        shape.put("name", routine.name());
        shape.put("when", routine.when());
        shape.put("goal", routine.goal().id());
        shape.put("source", routine.source());
        plan(shape, Plan.of(catalogue, routine, PlanOptions.NONE));
        return shape;
    }

    /** A plan as run: its steps by side, each with its settled lengths. */
    public static Map<String, Object> of(Plan plan) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("routine", plan.routine().id());
        shape.put("notes", plan.notes());
        plan(shape, plan);
        return shape;
    }

    private static void plan(Map<String, Object> shape, Plan plan) {
        var script = Script.of(plan);
        shape.put("seconds", seconds(script.length()));
        shape.put("steps", script.steps().stream().map(CatalogueJson::of).toList());
    }

    private static Map<String, Object> of(StepScript script) {
        var step = script.step();
        var shape = new LinkedHashMap<String, Object>();
        shape.put("step", step.number());
        shape.put("exercise", step.exercise().id());
        shape.put("side", step.side().id());
        shape.put("kind", step.kind().id());
        shape.put("planned", step.target());
        shape.put("unit", step.kind().unit());
        shape.put("ready_seconds", seconds(script.preparation()));
        shape.put("seconds", seconds(step.work()));
        return shape;
    }

    static Map<String, Object> of(Catalogue catalogue, Lesson lesson) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("id", lesson.id());
        shape.put("title", lesson.title());
        shape.put("text", lesson.text());
        shape.put("exercises", explained(catalogue, lesson));
        shape.put("source", lesson.source());
        return shape;
    }

    /** The exercises that name this lesson. */
    static List<String> explained(Catalogue catalogue, Lesson lesson) {
        return catalogue.exercises().values().stream()
                .filter(exercise -> exercise.lessons().contains(lesson.id()))
                .map(Exercise::id)
                .toList();
    }

    static Map<String, Object> of(PosturePattern pattern) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("id", pattern.id());
        shape.put("name", pattern.name());
        shape.put("question", pattern.question());
        shape.put("happens", pattern.happens());
        shape.put("answers", pattern.answers());
        shape.put("habits", pattern.habits());
        shape.put("mapping", pattern.mapping());
        shape.put("source", pattern.source());
        return shape;
    }

    static Map<String, Object> of(Habit habit) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("id", habit.id());
        shape.put("name", habit.name());
        shape.put("text", habit.text());
        shape.put("source", habit.source());
        return shape;
    }

    /** Every moment of a plan: what is said, shown and rung then. */
    public static Map<String, Object> script(Plan plan) {
        var shape = of(plan);
        shape.put(
                "script",
                Timeline.of(plan).moments().stream().map(CatalogueJson::of).toList());
        shape.put(
                "left_out",
                Script.of(plan).steps().stream()
                        .flatMap(step ->
                                step.leftOut().stream().map(text -> step.step().label() + ": " + text))
                        .toList());
        return shape;
    }

    private static Map<String, Object> of(Timeline.Moment moment) {
        var shape = new LinkedHashMap<String, Object>();
        var cue = moment.cue();
        shape.put("at_seconds", seconds(moment.at()));
        shape.put("step", moment.stepNumber());
        shape.put("stage", moment.stage().id());
        shape.put("kind", cue.kind().id());
        shape.put("side", moment.step().side().id());
        shape.put("text", cue.text());
        shape.put("length_seconds", seconds(cue.length()));
        shape.put("number", cue.number());
        shape.put("phase", cue.phase());
        return shape;
    }

    /** Seconds as a number: whole where they are whole. */
    public static Object seconds(Duration length) {
        return length.toNanosPart() == 0 ? (Object) length.toSeconds() : (Object) (length.toMillis() / 1000.0);
    }
}
