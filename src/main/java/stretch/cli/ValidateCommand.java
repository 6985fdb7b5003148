package stretch.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stretch.Exit;
import stretch.Failure;
import stretch.catalogue.CatalogueFile;

/** Checks a routines file. */
@Command(
        name = "validate",
        description =
                "Checks a routines file, yours if none is named, and reports every mistake with its line and column.")
final class ValidateCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "the file to check")
    private @Nullable Path file;

    @Option(names = "--json", description = "as JSON, for scripts")
    private boolean json;

    ValidateCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        var checked = file != null ? file : desk.routinesFile().orElse(null);
        if (checked == null) {
            throw new Failure(
                    Exit.NO_INPUT,
                    "there is no routines file of yours to check; 'stretch init' writes one, or name a file");
        }
        try {
            var catalogue = CatalogueFile.read(CatalogueFile.shipped(), checked);
            Rounding.in(catalogue).ifPresent(desk::say);
            if (json) {
                desk.page().json(shape(checked, List.of()));
            } else if (!desk.common().quiet()) {
                desk.page()
                        .line(checked + ": no mistakes; with it there are "
                                + catalogue.exercises().size() + " exercises and "
                                + catalogue.routines().size() + " routines");
            }
            return 0;
        } catch (Failure failure) {
            if (json && failure.exit() == Exit.UNUSABLE) {
                desk.page().json(shape(checked, failure.lines()));
                return failure.exit().code();
            }
            throw failure;
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
