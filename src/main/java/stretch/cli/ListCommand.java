package stretch.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Exercise;
import stretch.catalogue.Routine;
import stretch.session.Plan;
import stretch.session.Script;
import stretch.session.Wishes;
import stretch.text.Durations;
import stretch.text.Width;

/** Lists what can be practised. */
final class ListCommand implements Callable<Integer> {
    /** What to list. */
    enum What {
        routines,
        exercises
    }

    private final Desk desk;
    private final Given<What> what;
    private final Given<Boolean> json;

    ListCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about("Lists what can be practised: routines, exercises, or both.");
        what = takes.optional("routines|exercises", "only these", What.class);
        json = takes.flag("--json", "as JSON, for scripts");
    }

    @Override
    public Integer call() {
        var catalogue = desk.catalogue();
        var page = desk.page();
        if (json.get()) {
            page.json(asJson(catalogue));
            return 0;
        }
        if (includes(What.routines)) {
            page.heading("Routines");
            rows(
                    page,
                    catalogue.routines().values().stream()
                            .map(routine -> Map.entry(routine.id(), about(catalogue, routine)))
                            .toList());
        }
        if (!what.isGiven()) {
            page.gap();
        }
        if (includes(What.exercises)) {
            page.heading("Exercises");
            rows(
                    page,
                    catalogue.exercises().values().stream()
                            .map(exercise -> Map.entry(exercise.id(), about(exercise)))
                            .toList());
        }
        if (!what.isGiven()) {
            page.gap();
            page.paragraph(0, "'stretch show ID' explains one; 'stretch run ROUTINE' runs one.");
        }
        return 0;
    }

    private boolean includes(What part) {
        return what.optional().orElse(part) == part;
    }

    private static void rows(Page page, List<Map.Entry<String, String>> rows) {
        int widest = rows.stream().mapToInt(row -> Width.of(row.getKey())).max().orElse(0);
        for (var row : rows) {
            page.hanging("  " + Width.pad(row.getKey(), Math.min(widest, 30)) + "  ", row.getValue());
        }
    }

    private static String about(Catalogue catalogue, Routine routine) {
        var plan = Plan.of(catalogue, routine, Wishes.NONE);
        var when = routine.when().isBlank() ? "" : " " + routine.when();
        var steps = plan.steps().size() + (plan.steps().size() == 1 ? " step, " : " steps, ");
        return routine.name() + ", " + steps + Durations.about(Script.of(plan).length()) + "." + when;
    }

    static String about(Exercise exercise) {
        return exercise.name() + " (" + exercise.position().id() + ", "
                + exercise.dose().text() + (exercise.isTwoSided() ? " a side" : "") + ")";
    }

    private Map<String, Object> asJson(Catalogue catalogue) {
        var all = new LinkedHashMap<String, Object>();
        if (includes(What.routines)) {
            var routines = new ArrayList<Object>();
            catalogue.routines().values().forEach(routine -> routines.add(Shapes.of(catalogue, routine)));
            all.put("routines", routines);
        }
        if (includes(What.exercises)) {
            all.put(
                    "exercises",
                    catalogue.exercises().values().stream().map(Shapes::of).toList());
        }
        return all;
    }
}
