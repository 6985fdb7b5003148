package stretch.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import stretch.Exit;
import stretch.Failure;
import stretch.catalogue.Catalogue;
import stretch.catalogue.CatalogueFile;

/** Checks a routines file. */
final class ValidateCommand implements Callable<Integer> {
    private final Desk desk;
    private final Given<Path> file;
    private final Given<Boolean> json;

    ValidateCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about(
                "Checks a routines file, yours if none is named, and reports every mistake with its line and column;"
                        + " with none, draws its figures.");
        file = takes.optional("FILE", "the file to check", Path.class);
        json = takes.flag("--json", "as JSON, for scripts");
    }

    @Override
    public Integer call() {
        var checked = file.optional().or(desk::routinesFile).orElse(null);
        if (checked == null) {
            throw new Failure(
                    Exit.NO_INPUT,
                    "there is no routines file of yours to check; 'stretch init' writes one, or name a file");
        }
        try {
            var shipped = CatalogueFile.shipped();
            var catalogue = CatalogueFile.read(shipped, checked);
            Rounding.in(catalogue).ifPresent(desk::say);
            if (json.get()) {
                desk.page().json(shape(checked, List.of()));
            } else if (!desk.common().quiet()) {
                var page = desk.page();
                page.line(checked + ": no mistakes; with it there are "
                        + catalogue.exercises().size() + " exercises and "
                        + catalogue.routines().size() + " routines");
                figures(page, shipped, catalogue);
            }
            return 0;
        } catch (Failure failure) {
            if (json.get() && failure.exit() == Exit.UNUSABLE) {
                desk.page().json(shape(checked, failure.lines()));
                return failure.exit().code();
            }
            throw failure;
        }
    }

    /** The figures of the file itself, so that whoever draws one sees it. */
    private static void figures(Page page, Catalogue shipped, Catalogue catalogue) {
        for (var exercise : catalogue.exercises().values()) {
            if (exercise.figure().isPresent()
                    && !exercise.equals(shipped.exercises().get(exercise.id()))) {
                page.gap();
                page.heading(exercise.id());
                FigurePage.print(page, exercise);
            }
        }
    }

    private static Object shape(Path file, List<String> mistakes) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("file", file.toString());
        shape.put("valid", mistakes.isEmpty());
        shape.put("mistakes", mistakes);
        return shape;
    }
}
