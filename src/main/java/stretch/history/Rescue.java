package stretch.history;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import stretch.Exit;
import stretch.Failure;
import stretch.NewFile;

/** Saves what can still be read of a damaged record into a new one; the damaged one stays as it is. */
public final class Rescue {
    /**
     * What became of the rows of one table.
     *
     * @param saved how many are in the new record
     * @param lost which are known to have been there, and are not
     * @param doubtful which are there as they read now, and are not what was written
     */
    public record Saved(String table, long saved, List<String> lost, List<String> doubtful) {
        public Saved {
            lost = List.copyOf(lost);
            doubtful = List.copyOf(doubtful);
        }
    }

    private final Connection to;
    private final Wreck wreck;
    private final Set<String> refused = new LinkedHashSet<>();

    private Rescue(Wreck wreck, Connection to) {
        this.wreck = wreck;
        this.to = to;
    }

    /** Saves what can be read of the record into a file that is not there yet. */
    public static List<Saved> of(Path record, Path file, Path caches) {
        var damaged = record.toAbsolutePath();
        var place = file.toAbsolutePath().normalize();
        check(damaged, record);
        if (Files.exists(place)) {
            throw new Failure(Exit.CANNOT_CREATE, file + ": is there already; name another file");
        }
        // SQLite works on a copy: what it does when it opens a database would change the damaged one.
        try (var copy = NewFile.of(place, "wreck");
                var part = NewFile.of(place)) {
            long length = copy(damaged, copy.file());
            History.open(part.file(), caches).close();
            List<Saved> saved;
            try (var from = Driver.connect(copy.file(), caches, false);
                    var to = Driver.connect(part.file(), caches, false)) {
                saved = new Rescue(new Wreck(from, length), to).save();
            } catch (SQLException e) {
                throw Faults.isDamage(e)
                        ? new Failure(
                                Exit.UNUSABLE,
                                record + ": nothing in it can be read any more; 'stretch restore FILE' puts a backup"
                                        + " in its place")
                        : Faults.of(place, e);
            }
            part.place(false);
            return saved;
        } catch (IOException e) {
            throw NewFile.failure(place, e);
        }
    }

    private static void check(Path damaged, Path record) {
        if (!Files.exists(damaged)) {
            throw new Failure(Exit.NO_INPUT, record + ": is not there, so there is nothing to rescue");
        }
        switch (Header.look(damaged).kind()) {
            case HISTORY, CUT_SHORT, LOGGED -> {}
            case EMPTY ->
                throw new Failure(Exit.UNUSABLE, record + ": is empty; 'stretch restore FILE' puts a backup there");
            case NO_DATABASE, FOREIGN, NEWER -> Header.isHistory(damaged);
        }
    }

    /** Copies the record and its journal, filled up with zeros where it is cut short; answers with its length. */
    private static long copy(Path damaged, Path copy) throws IOException {
        Files.copy(damaged, copy, StandardCopyOption.REPLACE_EXISTING);
        var real = damaged.toRealPath();
        var journal = real.resolveSibling(real.getFileName() + "-journal");
        if (Files.exists(journal)) {
            Files.copy(journal, copy.resolveSibling(copy.getFileName() + "-journal"));
        }
        try (var whole = new RandomAccessFile(copy.toFile(), "rw")) {
            // A header that was hit as well may claim any length.
            long length = Header.length(copy);
            if (whole.length() < length && length < 2 * whole.length() + (1 << 20)) {
                whole.setLength(length);
            }
            return whole.length();
        }
    }

    private List<Saved> save() throws SQLException {
        run("PRAGMA foreign_keys = OFF");
        run("BEGIN");
        var saved = new ArrayList<Saved>();
        for (var name : Copy.tables(to)) {
            var table = wreck.table(name, columns(name));
            if (!table.columns().isEmpty()) {
                saved.add(new Saved(name, 0, List.copyOf(save(table)), List.of()));
            }
        }
        makeSessionsAgain();
        dropSenseless("session", Rows.SESSION_COLUMNS, Rows::session);
        dropSenseless("step", Rows.STEP_COLUMNS, Rows::step);
        run("DELETE FROM step WHERE session NOT IN (SELECT id FROM session)");
        var seal = new Seal(to);
        var doubtful = wreck.version() == Schema.VERSION ? seal.broken() : List.<String>of();
        seal.anew();
        run("COMMIT");
        var rows = Copy.rows(to);
        return saved.stream()
                .map(one -> new Saved(
                        one.table(),
                        rows.getOrDefault(one.table(), 0L),
                        one.lost(),
                        doubtful.stream()
                                .filter(row -> row.startsWith(one.table() + " "))
                                .map(row -> row.substring(one.table().length() + 1))
                                .toList()))
                .toList();
    }

    /** Saves the rows of a table; answers with what is known to be lost. */
    private Set<String> save(Wreck.Table table) throws SQLException {
        refused.clear();
        var sql = "INSERT OR REPLACE INTO \"" + table.name() + "\" (" + String.join(", ", table.columns())
                + ") VALUES (" + "?, ".repeat(table.columns().size() - 1) + "?)";
        boolean whole = wreck.read(table, cells -> insert(sql, table, cells));
        var lost = new TreeSet<>(refused);
        if (!whole && table.numbered() && !table.keys().isEmpty()) {
            lost.addAll(wreck.keys(table));
            lost.removeAll(keys(table));
        } else if (!whole && table.name().equals("step")) {
            for (var session : texts("SELECT id FROM session")) {
                if (!wreck.readBelow(table, session, cells -> insert(sql, table, cells))) {
                    lost.add("some of " + session);
                }
            }
        } else if (!whole) {
            lost.add("some");
        }
        return lost;
    }

    /** What the new record refuses, such as an outcome that there is not, was hit by the damage. */
    private void insert(String sql, Wreck.Table table, List<@Nullable Object> cells) {
        try (var insert = to.prepareStatement(sql)) {
            for (int i = 0; i < cells.size(); i++) {
                insert.setObject(i + 1, cells.get(i));
            }
            insert.executeUpdate();
        } catch (SQLException e) {
            var key = table.keys().isEmpty()
                    ? -1
                    : table.columns().indexOf(table.keys().get(0));
            refused.add(key < 0 ? "some" : String.valueOf(cells.get(key)));
        }
    }

    /** A session whose row is lost is made again from its steps, so that they still count. */
    private void makeSessionsAgain() throws SQLException {
        run("INSERT INTO session (id, routine, started_ms, started_offset, zone, ended_ms, ended_offset, active_ms,"
                + " outcome, steps_planned, device) SELECT session, 'rescued', min(started_ms), started_offset, 'UTC',"
                + " max(started_ms + held_ms), started_offset, sum(held_ms), 'interrupted', max(step),"
                + " (SELECT value FROM meta WHERE key = 'device') FROM step"
                + " WHERE length(session) = 36 AND session NOT IN (SELECT id FROM session) GROUP BY session");
    }

    /** Reads a row. */
    private interface Reader {
        Object read(ResultSet row) throws SQLException;
    }

    /** Values that the schema allows and that mean nothing, such as an offset of days, would stop every reader. */
    private void dropSenseless(String table, String columns, Reader reader) throws SQLException {
        var key = table.equals("session") ? "id" : "session";
        var senseless = new ArrayList<String>();
        try (var statement = to.createStatement();
                var row = statement.executeQuery("SELECT " + columns + ", " + key + " AS dropped FROM " + table)) {
            while (row.next()) {
                try {
                    reader.read(row);
                } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
                    senseless.add(row.getString("dropped"));
                }
            }
        }
        for (var id : senseless) {
            try (var delete = to.prepareStatement("DELETE FROM " + table + " WHERE " + key + " = ?")) {
                delete.setString(1, id);
                delete.executeUpdate();
            }
        }
    }

    private List<String> columns(String table) throws SQLException {
        return texts("SELECT name FROM pragma_table_info('" + table + "')");
    }

    private List<String> keys(Wreck.Table table) throws SQLException {
        return texts("SELECT " + table.keys().get(0) + " FROM \"" + table.name() + "\"");
    }

    private List<String> texts(String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = to.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }

    private void run(String sql) throws SQLException {
        try (var statement = to.createStatement()) {
            statement.execute(sql);
        }
    }
}
