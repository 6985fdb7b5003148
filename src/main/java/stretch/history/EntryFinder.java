package stretch.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import stretch.history.db.Database;
import stretch.history.db.RowMapper;
import stretch.history.db.UuidV7;
import stretch.history.entry.HistoryEntry;
import stretch.history.entry.SessionRow;
import stretch.os.UserError;

/**
 * Finds what an id names: the eight characters that are shown, the whole id, or four or more characters from the
 * beginning of either.
 */
record EntryFinder(Database database) {
    /** Fewer would too often stand for several. */
    private static final int LEAST = 4;

    /** More that an id may stand for are only counted. Our choice. */
    private static final int CANDIDATES = 5;

    private static final String NAMED =
            " WHERE (substr(id, -" + UuidV7.SHOWN + ", length(?1)) = ?1 OR substr(id, 1, length(?1)) = ?1)";

    HistoryEntry find(String name) {
        if (name.length() < LEAST) {
            throw UserError.usage("'" + name + "' is too short for an id; write " + LEAST + " characters or more");
        }
        var found = found(NAMED, name.toLowerCase(Locale.ROOT));
        if (found.isEmpty()) {
            throw UserError.usage(
                    "there is no session, check-in, snooze or skip '" + name + "'; 'stretch history' shows them");
        }
        if (found.size() > 1) {
            throw UserError.usage("'" + name + "' stands for " + found.size() + " entries: " + words(found));
        }
        return found.get(0);
    }

    /** Fails if it is no longer as it was when it was found, or runs; within a transaction it then stays as it is. */
    void requireUnchanged(HistoryEntry seen) {
        var now = found(" WHERE id = ?1", seen.id());
        for (var entry : now) {
            if (entry instanceof SessionRow session && session.outcome().isEmpty()) {
                throw ActiveSession.running(session.id());
            }
        }
        if (!now.equals(List.of(seen))) {
            throw ActiveSession.changed(seen);
        }
    }

    private List<HistoryEntry> found(String where, String name) {
        var id = List.of(name);
        var found = new ArrayList<HistoryEntry>(database.list(
                "SELECT " + RowMapper.SESSION_COLUMNS + " FROM session" + where + RowMapper.SESSION_ORDER,
                id,
                row -> RowMapper.session(row)));
        var order = where + " ORDER BY at_ms, id";
        found.addAll(database.list("SELECT * FROM checkin" + order, id, row -> RowMapper.checkIn(row)));
        found.addAll(database.list("SELECT * FROM rest" + order, id, row -> RowMapper.pause(row)));
        return found;
    }

    private static String words(List<HistoryEntry> found) {
        var ids = HistoryEntry.ids(found);
        return found.stream()
                        .limit(CANDIDATES)
                        .map(entry -> ids.apply(entry.id()) + " (" + entry.called() + ", " + entry.minute() + ")")
                        .collect(Collectors.joining(", "))
                + (found.size() > CANDIDATES ? " and " + (found.size() - CANDIDATES) + " more" : "")
                + "; write more of it";
    }
}
