package stretch.cli.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Routine;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Exercise;
import stretch.catalogue.exercise.PosturePattern;
import stretch.catalogue.exercise.Side;
import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.OutputOption;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.FileFormat;
import stretch.cli.options.OptionValue;
import stretch.cli.practise.PlanView;
import stretch.figure.FigureSvg;
import stretch.os.UserError;
import stretch.output.Printer;
import stretch.session.script.Script;
import stretch.text.DidYouMean;
import stretch.text.Durations;

/** Shows one thing of the catalogue in full. */
public final class ShowCommand extends Command {
    private final OptionValue<String> id = options.argument("ID", "an id from 'stretch list' or 'stretch learn'");
    private final OptionValue<Boolean> json = options.flag("--json", "print JSON, for scripts");
    private final OptionValue<Boolean> svg = options.flag("--svg", "write the figure of an exercise as an SVG picture");
    private final OptionValue<Boolean> plain =
            options.flag("--plain", "leave out the figure (default: the setting plain)");
    private final OutputOption output = new OutputOption(options);

    public ShowCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about("Shows one exercise, routine, lesson, pattern or habit in full.");
        options.example("stretch show hip-hinge", "set-up, figure, dose and cues");
        options.example("stretch show daily", "a routine, step by step");
        options.example("stretch show hip-hinge --svg -o hip-hinge.svg", "its figure as a picture");
    }

    @Override
    public Integer call() {
        var catalogue = context.catalogue();
        var printer = context.printer();
        var exercise = catalogue.exercises().get(id.get());
        var routine = catalogue.routines().get(id.get());
        var lesson = catalogue.lessons().get(id.get());
        var pattern = catalogue.patterns().get(id.get());
        var habit = catalogue.habits().get(id.get());
        UserError.usageIf(output.isFile() && !svg.get(), "-o works only with --svg; add --svg, or leave out -o");
        output.check();
        UserError.usageIf(
                plain.get() && (svg.get() || json.get()), "--plain does not go with --svg or --json; leave it out");
        if (svg.get() && ids(catalogue).contains(id.get())) {
            picture(catalogue);
        } else if (exercise != null) {
            show(
                    printer,
                    CatalogueJson.of(catalogue, exercise),
                    () -> exercise(printer, catalogue, exercise, isPlain()));
        } else if (routine != null) {
            show(printer, CatalogueJson.of(catalogue, routine), () -> routine(printer, catalogue, routine));
        } else if (lesson != null) {
            show(printer, CatalogueJson.of(catalogue, lesson), () -> LessonView.print(printer, catalogue, lesson));
        } else if (pattern != null) {
            show(printer, CatalogueJson.of(pattern), () -> pattern(printer, pattern));
        } else if (habit != null) {
            show(printer, CatalogueJson.of(habit), () -> {
                printer.heading(habit.name());
                printer.paragraph(0, habit.text());
                printer.source(habit.source());
            });
        } else {
            throw UserError.usage("there is nothing called '" + id.get() + "'; "
                    + DidYouMean.advice(ids(catalogue), id.get(), "'stretch list' lists them"));
        }
        return 0;
    }

    /** Whether a figure of Braille cells helps nobody: a screen reader would read each of them. */
    private boolean isPlain() {
        return plain.get()
                || context.settings().plain()
                || "dumb".equals(context.world().env().get("TERM"));
    }

    private void picture(Catalogue catalogue) {
        UserError.usageIf(json.get(), "--svg and --json exclude each other; give one");
        var exercise = catalogue.exercises().get(id.get());
        if (exercise == null) {
            throw UserError.usage("--svg draws one exercise, which '" + id.get() + "' is not"
                    + (catalogue.routines().containsKey(id.get())
                            ? "; 'stretch figures " + id.get() + "' draws all of a routine"
                            : ""));
        }
        if (exercise.figure().isEmpty()) {
            throw UserError.usage("'" + id.get() + "' has no figure; add one in your routines.yaml");
        }
        output.mustHold(FileFormat.SVG);
        output.write(context, "drawing", out -> out.write(FigureSvg.document(exercise)));
    }

    private void show(Printer printer, Object shape, Runnable people) {
        if (json.get()) {
            printer.json(shape);
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

    private static void exercise(Printer printer, Catalogue catalogue, Exercise exercise, boolean isPlain) {
        printer.heading(exercise.name());
        label(
                printer,
                "Position",
                exercise.position().id()
                        + (exercise.equipment().isEmpty() ? "" : ", with: " + String.join(", ", exercise.equipment())));
        label(printer, "Dose", exercise.dose().text() + sides(exercise));
        if (exercise.dose().kind() != DoseKind.HOLD) {
            label(
                    printer,
                    "Pace",
                    exercise.pace().phases().stream()
                            .map(phase -> phase.name() + " " + Durations.words(phase.length()))
                            .collect(Collectors.joining(", ")));
        }
        label(printer, "Targets", exercise.reasons().targets());
        label(
                printer,
                "Spine",
                exercise.spine() == Exercise.Spine.ROUNDED ? "rounded: see 'stretch learn hamstrings'" : "");
        if (!isPlain) {
            FigureView.print(printer, exercise);
        }
        list(printer, "Set up", Side.BOTH.fill(exercise.instructions().setup()), true);
        exercise.sides().forEach(side -> {
            var prompt = exercise.instructions().sidePrompts().get(side);
            if (prompt != null) {
                printer.hanging("  - ", side.id() + ": " + prompt);
            }
        });
        list(printer, "Into the stretch", Side.BOTH.fill(exercise.instructions().enter()), true);
        list(
                printer,
                "Each one",
                exercise.pace().phases().stream()
                        .filter(phase -> !phase.instruction().isEmpty())
                        .map(phase -> phase.name() + ": " + phase.instruction())
                        .toList(),
                true);
        list(printer, "Form", Side.BOTH.fill(exercise.instructions().cues()), false);
        list(
                printer,
                "It should feel like",
                one(Side.BOTH.fill(exercise.instructions().feel())),
                false);
        list(printer, "Why", one(exercise.reasons().why()), false);
        list(
                printer,
                "Instead",
                exercise.alternatives().stream()
                        .map(other -> other.exercise() + (other.when().isBlank() ? "" : ": " + other.when()))
                        .toList(),
                false);
        list(printer, "Note", one(exercise.reasons().note()), false);
        if (!exercise.reasons().lessons().isEmpty()) {
            printer.blankLine();
            printer.paragraph(
                    0,
                    "More: "
                            + exercise.reasons().lessons().stream()
                                    .map(lesson -> "'stretch learn " + lesson + "'")
                                    .collect(Collectors.joining(", ")));
        }
        printer.source(exercise.reasons().source());
        from(printer, catalogue.file("exercise", exercise.id()));
    }

    private static String sides(Exercise exercise) {
        var sides = exercise.sides();
        var order = sides.stream().map(Side::id).collect(Collectors.joining(", then "));
        return Side.after(sides) + (sides.size() > 1 ? ", " + order : "");
    }

    private static List<String> one(String text) {
        return text.isBlank() ? List.of() : List.of(text);
    }

    private static void list(Printer printer, String heading, List<String> lines, boolean numbered) {
        if (lines.isEmpty()) {
            return;
        }
        printer.blankLine();
        printer.heading(heading);
        for (int i = 0; i < lines.size(); i++) {
            printer.hanging(numbered ? "  " + (i + 1) + ". " : lines.size() == 1 ? "  " : "  - ", lines.get(i));
        }
    }

    private static void label(Printer printer, String label, String text) {
        if (!text.isBlank()) {
            printer.hanging(String.format("  %-9s", label), text);
        }
    }

    private static void routine(Printer printer, Catalogue catalogue, Routine routine) {
        var script = Script.of(catalogue, routine);
        printer.heading(routine.name());
        label(printer, "When", routine.when());
        label(printer, "Goal", routine.goal().id());
        label(printer, "Length", Durations.about(script.length()));
        printer.blankLine();
        printer.heading("Steps");
        new PlanView(printer).steps(script);
        printer.blankLine();
        printer.paragraph(0, "Run it: stretch run " + routine.id());
        printer.source(routine.source());
        from(printer, catalogue.file("routine", routine.id()));
    }

    /** Where to change it, if it is the user's own. */
    private static void from(Printer printer, Optional<String> file) {
        file.ifPresent(path -> printer.line("From: " + path));
    }

    private static void pattern(Printer printer, PosturePattern pattern) {
        printer.heading(pattern.name());
        printer.paragraph(0, pattern.question());
        printer.blankLine();
        printer.paragraph(0, "What can happen: " + pattern.happens());
        printer.paragraph(0, "What answers it: " + String.join(", ", pattern.answers()));
        if (!pattern.habits().isEmpty()) {
            printer.paragraph(0, "Habit: " + String.join(", ", pattern.habits()));
        }
        printer.paragraph(0, pattern.mapping());
        printer.source(pattern.source());
    }
}
