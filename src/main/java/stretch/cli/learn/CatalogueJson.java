package stretch.cli.learn;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Habit;
import stretch.catalogue.Lesson;
import stretch.catalogue.Routine;
import stretch.catalogue.SourceTitles;
import stretch.catalogue.exercise.Dose;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Exercise;
import stretch.catalogue.exercise.Figure;
import stretch.catalogue.exercise.Pace;
import stretch.catalogue.exercise.PosturePattern;
import stretch.catalogue.exercise.Side;
import stretch.json.JsonObject;
import stretch.session.plan.Plan;
import stretch.session.plan.StepSet;
import stretch.session.script.Script;
import stretch.session.script.Stage;
import stretch.session.script.StepScript;
import stretch.session.script.Timeline;

/** The shapes that {@code --json} promises to scripts; names are only ever added. */
public final class CatalogueJson {
    private CatalogueJson() {}

    static JsonObject of(Catalogue catalogue, Exercise exercise) {
        return new JsonObject()
                .put("id", exercise.id())
                .put("name", exercise.name())
                .put("position", exercise.position().id())
                .put("equipment", exercise.equipment())
                .put("dose", of(exercise.dose()))
                .putIfPresent(
                        "pace",
                        Optional.of(exercise)
                                .filter(it -> it.dose().kind() != DoseKind.HOLD)
                                .map(it -> it.pace().phases().stream()
                                        .map(CatalogueJson::of)
                                        .toList()))
                .put("sides", exercise.sides(), Side::id)
                .put("prompts", prompts(exercise))
                .put("setup", exercise.instructions().setup())
                .put("enter", exercise.instructions().enter())
                .put("cues", exercise.instructions().cues())
                .put("feel", exercise.instructions().feel())
                .put("targets", exercise.reasons().targets())
                .put("why", exercise.reasons().why())
                .put("note", exercise.reasons().note())
                .put(
                        "alternatives",
                        exercise.alternatives(),
                        other -> Map.of("exercise", other.exercise(), "when", other.when()))
                .put("lessons", exercise.reasons().lessons())
                .put("spine", exercise.spine().id())
                .putIfPresent("figure", exercise.figure().map(CatalogueJson::of))
                .put("source", exercise.reasons().source())
                .put("source_title", SourceTitles.titles(exercise.reasons().source()))
                .putIfPresent("file", catalogue.file("exercise", exercise.id()));
    }

    private static JsonObject prompts(Exercise exercise) {
        var prompts = new JsonObject();
        exercise.sides()
                .forEach(side -> prompts.putIfPresent(
                        side.id(),
                        Optional.ofNullable(
                                exercise.instructions().sidePrompts().get(side))));
        return prompts;
    }

    private static JsonObject of(Pace.Phase phase) {
        return new JsonObject()
                .put("phase", phase.name())
                .put("seconds", phase.length())
                .put("cue", phase.instruction());
    }

    private static JsonObject of(Figure figure) {
        return new JsonObject()
                .put(
                        "lines",
                        figure.lines(),
                        line -> line.stream().map(CatalogueJson::of).toList())
                .put("frames", figure.frames(), CatalogueJson::joints)
                .put("view", figure.view().id())
                .put("working", figure.working().id())
                .put("arrows", figure.arrows(), Figure.Joint::id)
                .putIfPresent("second", figure.second().map(CatalogueJson::of));
    }

    private static JsonObject joints(Map<Figure.Joint, Figure.Point> frame) {
        var shape = new JsonObject();
        for (var joint : Figure.Joint.values()) {
            shape.putIfPresent(joint.id(), Optional.ofNullable(frame.get(joint)).map(CatalogueJson::of));
        }
        return shape;
    }

    private static List<Object> of(Figure.Point point) {
        return List.of((int) point.x(), (int) point.y());
    }

    static JsonObject of(Dose dose) {
        return new JsonObject()
                .put("kind", dose.kind().id())
                .put("low", dose.amount().low())
                .put("high", dose.amount().high())
                .put("unit", dose.kind().unit());
    }

    static JsonObject of(Catalogue catalogue, Routine routine) {
        return plan(
                new JsonObject()
                        .put("id", routine.id())
                        .put("name", routine.name())
                        .put("when", routine.when())
                        .put("goal", routine.goal().id())
                        .put("source", routine.source())
                        .put("source_title", SourceTitles.titles(routine.source()))
                        .putIfPresent("file", catalogue.file("routine", routine.id())),
                Script.of(catalogue, routine));
    }

    /** A plan as run: its steps by side, each with its settled lengths. */
    public static JsonObject of(Plan plan) {
        return of(plan, Script.of(plan));
    }

    private static JsonObject of(Plan plan, Script script) {
        return plan(new JsonObject().put("routine", plan.routine().id()).put("notes", plan.notes()), script);
    }

    private static JsonObject plan(JsonObject shape, Script script) {
        return shape.put("seconds", script.length()).put("steps", script.steps(), CatalogueJson::of);
    }

    private static JsonObject of(StepScript script) {
        var step = script.step();
        var several = Optional.of(step.set()).filter(StepSet::isOneOfSeveral);
        return new JsonObject()
                .put("step", step.number())
                .put("exercise", step.exercise().id())
                .put("side", step.side().id())
                .put("kind", step.kind().id())
                .put("planned", step.target())
                .put("unit", step.kind().unit())
                .put("ready_seconds", script.preparation())
                .put("seconds", script.of(Stage.WORK).length())
                .putIfPresent("set", several.map(StepSet::set))
                .putIfPresent("sets", several.map(StepSet::sets))
                .putIfPresent("round", several.map(StepSet::round))
                .putIfPresent("rounds", several.map(StepSet::rounds))
                .putIfPresent("rest_seconds", several.map(StepSet::rest))
                .putIfPresent("load", Optional.of(step.set().load()).filter(load -> !load.isEmpty()))
                .putIfPresent("note", Optional.of(step.set().note()).filter(note -> !note.isEmpty()));
    }

    static JsonObject of(Catalogue catalogue, Lesson lesson) {
        return new JsonObject()
                .put("id", lesson.id())
                .put("title", lesson.title())
                .put("text", lesson.text())
                .put("exercises", explained(catalogue, lesson))
                .put("source", lesson.source())
                .put("source_title", SourceTitles.titles(lesson.source()));
    }

    static List<String> explained(Catalogue catalogue, Lesson lesson) {
        return catalogue.exercises().values().stream()
                .filter(exercise -> exercise.reasons().lessons().contains(lesson.id()))
                .map(Exercise::id)
                .toList();
    }

    static JsonObject of(PosturePattern pattern) {
        return new JsonObject()
                .put("id", pattern.id())
                .put("name", pattern.name())
                .put("question", pattern.question())
                .put("happens", pattern.happens())
                .put("answers", pattern.answers())
                .put("habits", pattern.habits())
                .put("mapping", pattern.mapping())
                .put("source", pattern.source())
                .put("source_title", SourceTitles.titles(pattern.source()));
    }

    static JsonObject of(Habit habit) {
        return new JsonObject()
                .put("id", habit.id())
                .put("name", habit.name())
                .put("text", habit.text())
                .put("source", habit.source())
                .put("source_title", SourceTitles.titles(habit.source()));
    }

    /** Every moment of a plan: what is said, shown and rung then. */
    public static JsonObject script(Plan plan) {
        var timeline = Timeline.of(plan);
        return of(plan, timeline.script())
                .put("script", timeline.moments(), CatalogueJson::of)
                .put(
                        "left_out",
                        timeline.script().steps().stream()
                                .flatMap(step -> step.leftOut().stream()
                                        .map(text -> step.step().label() + ": " + text))
                                .toList());
    }

    private static JsonObject of(Timeline.Moment moment) {
        var cue = moment.cue();
        return new JsonObject()
                .put("at_seconds", moment.at())
                .put("step", moment.stepNumber())
                .put("stage", moment.stage().id())
                .put("kind", cue.kind().id())
                .put("side", moment.step().side().id())
                .put("text", cue.text())
                .put("length_seconds", cue.length())
                .put("number", cue.number())
                .put("phase", cue.phase());
    }
}
