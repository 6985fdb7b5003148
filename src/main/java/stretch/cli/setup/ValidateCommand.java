package stretch.cli.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import stretch.catalogue.Catalogue;
import stretch.catalogue.read.CatalogueFile;
import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.learn.FigureView;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.OptionValue;
import stretch.coaching.RoundedSpineAdvice;
import stretch.json.JsonObject;
import stretch.os.ExitCode;
import stretch.os.UserError;
import stretch.output.Printer;

/** Checks routines files. */
public final class ValidateCommand extends Command {
    private final OptionValue<Path> file =
            options.optional("FILE", "the file to check (default: all of yours)", Path.class);
    private final OptionValue<Boolean> json = options.flag("--json", "print JSON, for scripts");

    public ValidateCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about(
                "Checks a routines file, and reports every mistake with its line and column.",
                "If there is none, it draws the figures of the file.");
        options.example("stretch validate", "all your files");
        options.example("stretch validate plan.yaml", "one file");
    }

    @Override
    public Integer call() {
        var checked = file.optional().map(List::of).orElseGet(context.paths()::routinesFiles);
        if (!file.isGiven()) {
            CatalogueFile.unread(context.paths().routinesPath())
                    .forEach(other -> context.notice(other + ": is not read; rename it so that it ends in .yaml"));
        }
        if (checked.isEmpty()) {
            throw new UserError(
                    ExitCode.NO_INPUT,
                    "you have no routines file to check; write one with 'stretch init', or name a file");
        }
        try {
            var shipped = CatalogueFile.shipped();
            var catalogue = CatalogueFile.read(
                    shipped, file.optional().map(this::withOthers).orElse(checked));
            RoundedSpineAdvice.in(catalogue).ifPresent(context::notice);
            if (json.get()) {
                context.printer().json(toJson(checked, List.of()));
            } else if (!context.common().quiet().get()) {
                var printer = context.printer();
                var one = checked.size() == 1;
                checked.stream().limit(checked.size() - 1L).forEach(each -> printer.line(each + ": no mistakes"));
                printer.line(checked.get(checked.size() - 1) + ": no mistakes; with " + (one ? "it" : "them")
                        + " there are " + catalogue.exercises().size() + " exercises and "
                        + catalogue.routines().size() + " routines");
                figures(printer, shipped, catalogue, checked);
            }
            return 0;
        } catch (UserError failure) {
            if (json.get() && failure.exit() == ExitCode.UNUSABLE) {
                context.printer().json(toJson(checked, failure.lines()));
                return failure.exit().code();
            }
            throw failure;
        }
    }

    /** One of your files with the others, which it may name and extend; any other file alone. */
    private List<Path> withOthers(Path one) {
        var all = context.paths().routinesFiles().stream()
                .map(each -> isSame(each, one) ? one : each)
                .toList();
        return all.contains(one) ? all : List.of(one);
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }

    /** The figures of the files themselves, so that whoever draws one sees it. */
    private static void figures(Printer printer, Catalogue shipped, Catalogue catalogue, List<Path> files) {
        for (var exercise : catalogue.exercises().values()) {
            var from = catalogue.file("exercise", exercise.id()).map(Path::of);
            if (exercise.figure().isPresent()
                    && from.filter(files::contains).isPresent()
                    && !exercise.equals(shipped.exercises().get(exercise.id()))) {
                printer.blankLine();
                printer.heading(exercise.id());
                FigureView.print(printer, exercise);
            }
        }
    }

    private static Object toJson(List<Path> files, List<String> mistakes) {
        return new JsonObject()
                .put("file", files.get(0).toString())
                .put("valid", mistakes.isEmpty())
                .put("mistakes", mistakes)
                .put("files", files, Path::toString);
    }
}
