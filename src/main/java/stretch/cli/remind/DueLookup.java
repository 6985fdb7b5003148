package stretch.cli.remind;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import stretch.catalogue.read.CatalogueFile;
import stretch.cli.CommandContext;
import stretch.cli.options.OptionValue;
import stretch.reminder.answer.DueCache;
import stretch.reminder.answer.DueQuery;

/** Whether practice is due, asked of the user's files; and where the answer is kept. */
final class DueLookup {
    private DueLookup() {}

    /** Asks about the routine that was named, or else about every one with a goal. */
    static <T> T ask(CommandContext context, OptionValue<String> routine, Function<DueQuery, T> reader) {
        var catalogue = context.catalogue();
        var named = context.lookup().routine(routine);
        var settings = context.settings();
        var now = context.now();
        try (var history = context.openExistingHistory()) {
            return reader.apply(new DueQuery(catalogue, named, settings, now, history));
        }
    }

    /** Where the answer goes, if the launcher wants it kept; made before the question is asked. */
    static Optional<DueCache> cache(CommandContext context) {
        var environment = context.world();
        return environment.installation().facts().isEmpty()
                ? Optional.empty()
                : Optional.of(new DueCache(
                        environment,
                        context.paths().cacheFolder(),
                        context.paths().historyFile(),
                        files(context)));
    }

    /** Those of the user, there or not; a folder of plans has another date when a plan is added or taken away. */
    private static List<Path> files(CommandContext context) {
        var routines = context.paths().routinesPath();
        var files = new ArrayList<>(List.of(routines, context.paths().settingsPath(), CatalogueFile.folder(routines)));
        files.addAll(CatalogueFile.inFolder(routines));
        return files;
    }
}
