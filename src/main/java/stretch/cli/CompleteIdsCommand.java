package stretch.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import stretch.Failure;
import stretch.catalogue.Catalogue;
import stretch.history.Filter;
import stretch.text.Visible;

/** Prints ids for completion scripts, each with a tab and what it stands for. */
final class CompleteIdsCommand implements Callable<Integer> {
    /** More sessions than this nobody looks through behind a Tab key. */
    private static final int SESSIONS = 100;

    /** What the ids are of. */
    enum Kind {
        routines,
        exercises,
        lessons,
        things,
        sessions
    }

    private final Desk desk;
    private final Given<Kind> kind;

    CompleteIdsCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about("Prints ids for completion scripts.");
        kind = takes.argument("?", "", Kind.class);
    }

    @Override
    public Integer call() {
        try {
            // No tab and no line end of a name reaches the shell.
            (kind.get() == Kind.sessions ? sessions() : ids(desk.catalogue()))
                    .forEach((id, what) ->
                            desk.world().out().print(Visible.line(id) + "\t" + Visible.line(what) + "\n"));
            return 0;
        } catch (Failure failure) {
            // Whoever presses Tab is in the middle of a line: what is wrong is said when the line is run.
            return failure.exit().code();
        }
    }

    private Map<String, String> ids(Catalogue catalogue) {
        var ids = new LinkedHashMap<String, String>();
        if (kind.get() == Kind.routines || kind.get() == Kind.things) {
            catalogue.routines().forEach((id, routine) -> ids.put(id, routine.name()));
        }
        if (kind.get() == Kind.exercises || kind.get() == Kind.things) {
            catalogue.exercises().forEach((id, exercise) -> ids.put(id, exercise.name()));
        }
        if (kind.get() == Kind.lessons || kind.get() == Kind.things) {
            catalogue.lessons().forEach((id, lesson) -> ids.put(id, lesson.title()));
        }
        if (kind.get() == Kind.things) {
            catalogue.habits().forEach((id, habit) -> ids.put(id, habit.name()));
        }
        return ids;
    }

    /** The newest first, in the eight characters that stretch itself names them by. */
    private Map<String, String> sessions() {
        var ids = new LinkedHashMap<String, String>();
        try (var history = desk.existingRecord().orElse(null)) {
            if (history != null) {
                var rows = history.sessions(Filter.ALL.newest(java.util.OptionalInt.of(SESSIONS)));
                for (int i = rows.size() - 1; i >= 0; i--) {
                    var row = rows.get(i);
                    ids.put(
                            row.id().substring(0, 8),
                            row.routine() + ", " + row.startedAt().toLocalDate());
                }
            }
        }
        if (!ids.isEmpty()) {
            ids.put("last", "the newest");
        }
        return ids;
    }
}
