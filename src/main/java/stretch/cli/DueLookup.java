package stretch.cli;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import stretch.catalogue.Routine;
import stretch.catalogue.read.CatalogueFile;
import stretch.os.UserError;
import stretch.reminder.DueDecision;
import stretch.reminder.answer.DueCache;
import stretch.reminder.answer.DueQuery;

/** Whether practice is due, asked of the user's files; where the answer is kept, and when the next reminder comes. */
public record DueLookup(CommandContext context) {
    /** Asks about the routine that was named, or else about every one with a goal. */
    public <T> T ask(Optional<Routine> named, ZonedDateTime now, Function<DueQuery, T> reader) {
        var catalogue = context.catalogue();
        var settings = context.settings();
        try (var history = context.openExistingHistory()) {
            return reader.apply(new DueQuery(catalogue, named, settings, now, history));
        }
    }

    /** Where the answer goes, if the launcher wants it kept; made before the question is asked. */
    public Optional<DueCache> cache() {
        var environment = context.world();
        return environment.installation().facts().isEmpty()
                ? Optional.empty()
                : Optional.of(new DueCache(
                        environment,
                        context.paths().cacheFolder(),
                        context.paths().historyFile(),
                        files()));
    }

    /** Those of the user, there or not; a folder of plans has another date when a plan is added or taken away. */
    private List<Path> files() {
        var routines = context.paths().routinesPath();
        var files = new ArrayList<>(List.of(routines, context.paths().settingsPath(), CatalogueFile.folder(routines)));
        files.addAll(CatalogueFile.inFolder(routines));
        return files;
    }

    /** When the next reminder that is installed comes; empty if none is, or none that ever reminds. */
    public Optional<ZonedDateTime> reminder(ZonedDateTime now) {
        var check = context.reminderCheck();
        return context.schedulers().installed().stream()
                .flatMap(job -> check.next(job, now).stream())
                .min(ZonedDateTime::compareTo);
    }

    /** The same in words; empty where nobody can tell. */
    public Optional<String> reminderWords(ZonedDateTime now) {
        try {
            return Optional.of(reminder(now)
                    .map(when -> DueDecision.moment(when, now))
                    .orElseGet(() -> "none; " + context.schedulers().advice()));
        } catch (UserError e) {
            // A crontab that cannot be read is a matter of 'schedule --list' and 'doctor'.
            return Optional.empty();
        }
    }
}
