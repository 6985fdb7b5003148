package stretch.cli.setup;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import stretch.catalogue.Catalogue;
import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.options.ArgumentParsers;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.OptionValue;
import stretch.config.Setting;
import stretch.history.db.UuidV7;
import stretch.history.entry.Filter;
import stretch.history.entry.HistoryEntry;
import stretch.os.UserError;
import stretch.text.TerminalSafe;

/** Prints ids for completion scripts, each with a tab and what it stands for. */
public final class CompleteIdsCommand extends Command {
    /** More sessions than this nobody looks through behind a Tab key. */
    private static final int SESSIONS = 100;

    enum IdKind {
        routines,
        exercises,
        lessons,
        things,
        sessions,
        practices,
        patterns,
        avoidable,
        /** Those of a setting. */
        values
    }

    private final OptionValue<IdKind> kind = options.argument("?", "", IdKind.class);
    private final OptionValue<String> before = options.optional("?", "the argument before it, where there is one");

    public CompleteIdsCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about("Prints ids for completion scripts.");
    }

    @Override
    public Integer call() {
        try {
            // No tab and no line end of a name reaches the shell.
            found().forEach((id, what) ->
                    context.world().out().print(TerminalSafe.line(id) + "\t" + TerminalSafe.line(what) + "\n"));
            return 0;
        } catch (UserError failure) {
            // Whoever presses Tab is in the middle of a line: what is wrong is said when the line is run.
            return failure.exit().code();
        }
    }

    private Map<String, String> found() {
        return switch (kind.get()) {
            case sessions -> sessions();
            case values ->
                before.optional().flatMap(Setting::named).map(this::values).orElse(Map.of());
            case avoidable -> words(ArgumentParsers.avoidable(context.catalogueOfFiles()));
            default -> ids(context.catalogueOfFiles());
        };
    }

    private Map<String, String> values(Setting<?> setting) {
        return words(
                setting.equals(Setting.AVOID)
                        ? ArgumentParsers.avoidable(context.catalogueOfFiles())
                        : setting.words());
    }

    private static Map<String, String> words(Collection<String> all) {
        var words = new LinkedHashMap<String, String>();
        all.forEach(word -> words.put(word, ""));
        return words;
    }

    private Map<String, String> ids(Catalogue catalogue) {
        var ids = new LinkedHashMap<String, String>();
        boolean practices = kind.get() == IdKind.practices;
        if (kind.get() == IdKind.routines || kind.get() == IdKind.things || practices) {
            catalogue.routines().forEach((id, routine) -> ids.put(id, routine.name()));
        }
        if (kind.get() == IdKind.exercises || kind.get() == IdKind.things || practices) {
            catalogue.exercises().forEach((id, exercise) -> ids.putIfAbsent(id, exercise.name()));
        }
        if (kind.get() == IdKind.lessons || kind.get() == IdKind.things) {
            catalogue.lessons().forEach((id, lesson) -> ids.put(id, lesson.title()));
        }
        if (kind.get() == IdKind.patterns) {
            catalogue.patterns().forEach((id, pattern) -> ids.put(id, pattern.name()));
        }
        if (kind.get() == IdKind.things) {
            catalogue.habits().forEach((id, habit) -> ids.put(id, habit.name()));
        }
        return ids;
    }

    /** The newest first, in the eight characters that stretch itself names them by. */
    private Map<String, String> sessions() {
        var ids = new LinkedHashMap<String, String>();
        try (var history = context.openExistingHistory()) {
            Stream.of(
                            history.sessions(Filter.ALL.newest(java.util.OptionalInt.of(SESSIONS))),
                            history.checkIns(Instant.EPOCH),
                            history.pauses(Instant.EPOCH))
                    .flatMap(List::stream)
                    .sorted(Comparator.comparing(
                                    (HistoryEntry entry) -> entry.when().toInstant())
                            .thenComparing(HistoryEntry::id)
                            .reversed())
                    .limit(SESSIONS)
                    .forEach(entry -> ids.put(UuidV7.shown(entry.id()), entry.called() + ", " + entry.minute()));
        }
        if (!ids.isEmpty()) {
            ids.put("last", "the newest");
        }
        return ids;
    }
}
