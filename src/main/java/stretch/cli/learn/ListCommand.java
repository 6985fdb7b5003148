package stretch.cli.learn;

import java.util.Collection;
import java.util.function.Function;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Routine;
import stretch.catalogue.exercise.Exercise;
import stretch.catalogue.exercise.Side;
import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.OptionValue;
import stretch.json.JsonObject;
import stretch.output.Printer;
import stretch.session.plan.Plan;
import stretch.session.plan.PlanOptions;
import stretch.session.script.Script;
import stretch.text.DisplayWidth;
import stretch.text.Durations;
import stretch.text.Numbers;

/** Lists what can be practised. */
public final class ListCommand extends Command {
    enum ListedKind {
        routines,
        exercises
    }

    private final OptionValue<ListedKind> what =
            options.optional("routines|exercises", "only one kind", ListedKind.class);
    private final OptionValue<Boolean> json = options.flag("--json", "print JSON, for scripts");

    public ListCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about("Lists the routines and exercises.");
        options.example("stretch list", "everything");
        options.example("stretch list routines", "the routines only");
    }

    @Override
    public Integer call() {
        var catalogue = context.catalogue();
        var printer = context.printer();
        if (json.get()) {
            printer.json(asJson(catalogue));
            return 0;
        }
        if (includes(ListedKind.routines)) {
            printer.heading("Routines");
            rows(
                    printer,
                    catalogue.routines().values(),
                    Routine::id,
                    routine -> about(catalogue, routine) + from(catalogue, "routine", routine.id()));
        }
        if (!what.isGiven()) {
            printer.blankLine();
        }
        if (includes(ListedKind.exercises)) {
            printer.heading("Exercises");
            rows(
                    printer,
                    catalogue.exercises().values(),
                    Exercise::id,
                    exercise -> about(exercise) + from(catalogue, "exercise", exercise.id()));
        }
        if (!what.isGiven()) {
            printer.blankLine();
            printer.paragraph(0, "'stretch show ID' explains one; 'stretch run ID' runs one.");
        }
        return 0;
    }

    private boolean includes(ListedKind part) {
        return what.optional().orElse(part) == part;
    }

    private static <T> void rows(
            Printer printer, Collection<T> things, Function<T, String> id, Function<T, String> about) {
        int wide = Math.min(DisplayWidth.widest(things.stream().map(id)), 30);
        things.forEach(
                thing -> printer.hanging("  " + DisplayWidth.pad(id.apply(thing), wide) + "  ", about.apply(thing)));
    }

    private static String about(Catalogue catalogue, Routine routine) {
        var plan = Plan.of(catalogue, routine, PlanOptions.NONE);
        var when = routine.when().isBlank() ? "" : " " + routine.when();
        var steps = Numbers.count(plan.steps().size(), "step") + ", ";
        return routine.name() + ", " + steps + Durations.about(Script.length(catalogue, routine)) + "." + when;
    }

    /** The name of the user's file that it is from, without the folder. */
    private static String from(Catalogue catalogue, String kind, String id) {
        return catalogue
                .file(kind, id)
                .map(file -> " [" + file.substring(file.lastIndexOf('/') + 1) + "]")
                .orElse("");
    }

    static String about(Exercise exercise) {
        return exercise.name() + " (" + exercise.position().id() + ", "
                + exercise.dose().text() + Side.after(exercise.sides()) + ")";
    }

    private JsonObject asJson(Catalogue catalogue) {
        var all = new JsonObject();
        if (includes(ListedKind.routines)) {
            all.put("routines", catalogue.routines().values(), routine -> CatalogueJson.of(catalogue, routine));
        }
        if (includes(ListedKind.exercises)) {
            all.put("exercises", catalogue.exercises().values(), exercise -> CatalogueJson.of(catalogue, exercise));
        }
        return all;
    }
}
