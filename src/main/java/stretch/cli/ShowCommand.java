package stretch.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import stretch.Exit;
import stretch.Failure;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Exercise;
import stretch.catalogue.Kind;
import stretch.catalogue.Pattern;
import stretch.catalogue.Routine;
import stretch.catalogue.Side;
import stretch.figure.Svg;
import stretch.session.Plan;
import stretch.session.Script;
import stretch.session.Wishes;
import stretch.text.DidYouMean;
import stretch.text.Durations;

/** Shows one thing of the catalogue in full. */
final class ShowCommand implements Callable<Integer> {
    private final Desk desk;
    private final Given<String> id;
    private final Given<Boolean> json;
    private final Given<Boolean> svg;
    private final Destination destination;

    ShowCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about("Shows one exercise, routine, lesson, pattern or habit in full.");
        id = takes.argument("ID", "as 'stretch list' and 'stretch learn' show it");
        json = takes.flag("--json", "as JSON, for scripts");
        svg = takes.flag("--svg", "the figure of an exercise as a picture, in SVG");
        destination = new Destination(takes);
    }

    @Override
    public Integer call() {
        var catalogue = desk.catalogue();
        var page = desk.page();
        var exercise = catalogue.exercises().get(id.get());
        var routine = catalogue.routines().get(id.get());
        var lesson = catalogue.lessons().get(id.get());
        var pattern = catalogue.patterns().get(id.get());
        var habit = catalogue.habits().get(id.get());
        if (destination.isFile() && !svg.get()) {
            throw new Failure(Exit.USAGE, "-o goes with --svg; add it, or leave -o out");
        }
        if (svg.get() && ids(catalogue).contains(id.get())) {
            picture(catalogue);
        } else if (exercise != null) {
            show(page, Shapes.of(exercise), () -> exercise(page, exercise));
        } else if (routine != null) {
            show(page, Shapes.of(catalogue, routine), () -> routine(page, catalogue, routine));
        } else if (lesson != null) {
            show(page, Shapes.of(catalogue, lesson), () -> LearnCommand.lesson(page, catalogue, lesson));
        } else if (pattern != null) {
            show(page, Shapes.of(pattern), () -> pattern(page, pattern));
        } else if (habit != null) {
            show(page, Shapes.of(habit), () -> {
                page.heading(habit.name());
                page.paragraph(0, habit.text());
                source(page, habit.source());
            });
        } else {
            throw new Failure(
                    Exit.USAGE,
                    "there is nothing called '" + id.get() + "'; "
                            + DidYouMean.advice(ids(catalogue), id.get(), "'stretch list' shows what there is"));
        }
        return 0;
    }

    private void picture(Catalogue catalogue) {
        if (json.get()) {
            throw new Failure(Exit.USAGE, "--svg and --json are two answers; leave one out");
        }
        var exercise = catalogue.exercises().get(id.get());
        if (exercise == null) {
            throw new Failure(
                    Exit.USAGE,
                    "--svg draws one exercise, which '" + id.get() + "' is not"
                            + (catalogue.routines().containsKey(id.get())
                                    ? "; 'stretch figures " + id.get() + "' draws all of a routine"
                                    : ""));
        }
        if (exercise.figure().isEmpty()) {
            throw new Failure(Exit.USAGE, "'" + id.get() + "' has no figure; write one under it in your routines.yaml");
        }
        destination.put(desk, "drawing", out -> out.write(Svg.document(exercise)));
    }

    private void show(Page page, Object shape, Runnable people) {
        if (json.get()) {
            page.json(shape);
        } else {
            people.run();
        }
    }

    private static List<String> ids(Catalogue catalogue) {
        var all = new ArrayList<>(catalogue.exercises().keySet());
        all.addAll(catalogue.routines().keySet());
        all.addAll(catalogue.lessons().keySet());
        all.addAll(catalogue.patterns().keySet());
        all.addAll(catalogue.habits().keySet());
        return all;
    }

    private static void exercise(Page page, Exercise exercise) {
        page.heading(exercise.name());
        label(
                page,
                "Position",
                exercise.position().id()
                        + (exercise.equipment().isEmpty() ? "" : ", with: " + String.join(", ", exercise.equipment())));
        label(page, "Dose", exercise.dose().text() + sides(exercise));
        if (exercise.dose().kind() != Kind.HOLD) {
            label(
                    page,
                    "Pace",
                    exercise.pace().phases().stream()
                            .map(phase -> phase.name() + " " + Durations.words(phase.length()))
                            .collect(Collectors.joining(", ")));
        }
        label(page, "Targets", exercise.targets());
        label(
                page,
                "Spine",
                exercise.spine() == Exercise.Spine.ROUNDED ? "rounded: see 'stretch learn hamstrings'" : "");
        FigurePage.print(page, exercise);
        list(page, "Set up", Side.BOTH.fill(exercise.setup()), true);
        exercise.sides().forEach(side -> {
            var prompt = exercise.sidePrompts().get(side);
            if (prompt != null) {
                page.hanging("  - ", side.id() + ": " + prompt);
            }
        });
        list(page, "Into the stretch", Side.BOTH.fill(exercise.enter()), true);
        list(
                page,
                "Each one",
                exercise.pace().phases().stream()
                        .filter(phase -> !phase.instruction().isEmpty())
                        .map(phase -> phase.name() + ": " + phase.instruction())
                        .toList(),
                true);
        list(page, "Form", Side.BOTH.fill(exercise.cues()), false);
        list(page, "It should feel like", one(Side.BOTH.fill(exercise.feel())), false);
        list(page, "Why", one(exercise.why()), false);
        list(
                page,
                "Instead",
                exercise.alternatives().stream()
                        .map(other -> other.exercise() + (other.when().isBlank() ? "" : ": " + other.when()))
                        .toList(),
                false);
        list(page, "Note", one(exercise.note()), false);
        if (!exercise.lessons().isEmpty()) {
            page.gap();
            page.paragraph(
                    0,
                    "More: "
                            + exercise.lessons().stream()
                                    .map(lesson -> "'stretch learn " + lesson + "'")
                                    .collect(Collectors.joining(", ")));
        }
        source(page, exercise.source());
    }

    private static String sides(Exercise exercise) {
        return exercise.isTwoSided()
                ? " a side, " + exercise.sides().stream().map(side -> side.id()).collect(Collectors.joining(", then "))
                : "";
    }

    private static List<String> one(String text) {
        return text.isBlank() ? List.of() : List.of(text);
    }

    private static void list(Page page, String heading, List<String> lines, boolean numbered) {
        if (lines.isEmpty()) {
            return;
        }
        page.gap();
        page.heading(heading);
        for (int i = 0; i < lines.size(); i++) {
            page.hanging(numbered ? "  " + (i + 1) + ". " : lines.size() == 1 ? "  " : "  - ", lines.get(i));
        }
    }

    private static void label(Page page, String label, String text) {
        if (!text.isBlank()) {
            page.hanging(String.format("  %-9s", label), text);
        }
    }

    private static void routine(Page page, Catalogue catalogue, Routine routine) {
        var plan = Plan.of(catalogue, routine, Wishes.NONE);
        page.heading(routine.name());
        label(page, "When", routine.when());
        label(page, "Goal", routine.goal().id());
        label(page, "Length", Durations.about(Script.of(plan).length()));
        page.gap();
        page.heading("Steps");
        new PlanPage(page).steps(plan);
        page.gap();
        page.paragraph(0, "Run it: stretch run " + routine.id());
        source(page, routine.source());
    }

    private static void pattern(Page page, Pattern pattern) {
        page.heading(pattern.name());
        page.paragraph(0, pattern.question());
        page.gap();
        page.paragraph(0, "What happens: " + pattern.happens());
        page.paragraph(0, "What answers it: " + String.join(", ", pattern.answers()));
        if (!pattern.habits().isEmpty()) {
            page.paragraph(0, "Habit: " + String.join(", ", pattern.habits()));
        }
        page.paragraph(0, pattern.mapping());
        source(page, pattern.source());
    }

    static void source(Page page, String source) {
        if (!source.isBlank()) {
            page.gap();
            page.paragraph(0, "Source: " + source);
        }
    }
}
