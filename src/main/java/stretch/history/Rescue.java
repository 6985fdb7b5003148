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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import stretch.Exit;
import stretch.Failure;
import stretch.FileKind;
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
    private final Map<String, Set<String>> refused = new HashMap<>();
    private int found;

    private Rescue(Wreck wreck, Connection to) {
        this.wreck = wreck;
        this.to = to;
    }

    /** Saves what can be read of the record into a file that is not there yet. */
    public static List<Saved> of(Path record, Path file, Path caches) {
        var damaged = record.toAbsolutePath();
        var place = file.toAbsolutePath().normalize();
        check(damaged, record);
        if (FileKind.exists(place)) {
            throw new Failure(Exit.CANNOT_CREATE, file + ": is there already; name another file");
        }
        // SQLite works on a copy: what it does when it opens a database would change the damaged one.
        try (var copy = NewFile.of(place, "wreck");
                var part = NewFile.of(place)) {
            copy(damaged, copy.file());
            History.open(part.file(), caches).close();
            List<Saved> saved;
            try (var wreck = Wreck.open(copy.file(), caches);
                    var to = Driver.connect(part.file(), caches, false)) {
                saved = new Rescue(wreck, to).save();
            } catch (SQLException e) {
                throw Faults.of(place, e);
            }
            if (saved.isEmpty()) {
                // What is no history of ours is called what it is.
                Header.isHistory(damaged);
                throw new Failure(
                        Exit.UNUSABLE,
                        record + ": nothing in it can be read any more; 'stretch restore FILE' puts a backup in its"
                                + " place");
            }
            part.place(false);
            return saved;
        } catch (IOException e) {
            throw NewFile.failure(place, e);
        }
    }

    private static void check(Path damaged, Path record) {
        switch (Header.look(damaged).kind()) {
            case HISTORY, CUT_SHORT, LOGGED, NO_DATABASE, FOREIGN -> {}
            case ABSENT -> throw new Failure(Exit.NO_INPUT, record + ": is not there, so there is nothing to rescue");
            case EMPTY ->
                throw new Failure(Exit.UNUSABLE, record + ": is empty; 'stretch restore FILE' puts a backup there");
            case NEWER -> Header.isHistory(damaged);
        }
    }

    /** Copies the record and its journal, filled up with zeros where it is cut short. */
    private static void copy(Path damaged, Path copy) throws IOException {
        Files.copy(damaged, copy, StandardCopyOption.REPLACE_EXISTING);
        var real = damaged.toRealPath();
        var journal = real.resolveSibling(real.getFileName() + "-journal");
        if (FileKind.exists(journal)) {
            Files.copy(journal, copy.resolveSibling(copy.getFileName() + "-journal"));
        }
        try (var whole = new RandomAccessFile(copy.toFile(), "rw")) {
            // A header that was hit as well may claim any length.
            long length = Header.length(copy);
            if (whole.length() < length && length < 2 * whole.length() + (1 << 20)) {
                whole.setLength(length);
            }
        }
    }

    /** Saves what there is; nothing if there is nothing. */
    private List<Saved> save() throws SQLException, IOException {
        int version = wreck.version();
        if (version > 0) {
            return save(version);
        }
        // It cannot be told any more, so whatever of ours is found decides.
        for (version = Schema.VERSION; version > 0; version--) {
            var saved = save(version);
            if (!saved.isEmpty()) {
                return saved;
            }
        }
        return List.of();
    }

    private List<Saved> save(int version) throws SQLException, IOException {
        run("PRAGMA foreign_keys = OFF");
        run("BEGIN");
        found = 0;
        refused.clear();
        var tables = Wreck.tables(version);
        var broken = new ArrayList<Wreck.Table>();
        for (var table : tables) {
            if (!wreck.read(table, this::insert)) {
                broken.add(table);
            }
        }
        if (!broken.isEmpty()) {
            wreck.readPages(broken, this::insert);
        }
        if (found == 0) {
            run("ROLLBACK");
            return List.of();
        }
        var lost = new HashMap<String, Set<String>>();
        for (var table : tables) {
            lost.put(table.name(), lost(table, broken.contains(table)));
        }
        makeSessionsAgain();
        dropSenseless("session", Rows.SESSION_COLUMNS, Rows::session);
        dropSenseless("step", Rows.STEP_COLUMNS, row -> Rows.step("", row));
        run("DELETE FROM step WHERE session NOT IN (SELECT id FROM session)");
        run("DELETE FROM change_entry WHERE change NOT IN (SELECT change FROM change)");
        var seal = new Seal(to);
        var doubtful = version == Schema.VERSION ? seal.broken() : List.<String>of();
        seal.anew();
        run("COMMIT");
        var rows = Copy.rows(to);
        return tables.stream()
                .map(table -> new Saved(
                        table.name(),
                        rows.getOrDefault(table.name(), 0L),
                        List.copyOf(lost.getOrDefault(table.name(), Set.of())),
                        doubtful.stream()
                                .filter(row -> row.startsWith(table.name() + " "))
                                .map(row -> row.substring(table.name().length() + 1))
                                .toList()))
                .toList();
    }

    /** What is known to be lost of a table, or that something may be. */
    private Set<String> lost(Wreck.Table table, boolean broken) throws SQLException {
        var lost = new TreeSet<>(refused.getOrDefault(table.name(), Set.of()));
        if (broken) {
            var keys = wreck.keys(table);
            if (keys.isEmpty()) {
                lost.add("maybe some");
            } else {
                lost.addAll(keys.get());
                lost.removeAll(texts("SELECT " + table.key().orElseThrow() + " FROM \"" + table.name() + "\""));
            }
        }
        return lost;
    }

    /** What the new record refuses, such as an outcome that there is not, was hit by the damage. */
    private void insert(Wreck.Table table, List<@Nullable Object> cells) {
        var sql = "INSERT OR REPLACE INTO \"" + table.name() + "\" (" + table.list() + ") VALUES ("
                + "?, ".repeat(cells.size() - 1) + "?)";
        try (var insert = to.prepareStatement(sql)) {
            for (int i = 0; i < cells.size(); i++) {
                insert.setObject(i + 1, cells.get(i));
            }
            insert.executeUpdate();
            found++;
        } catch (SQLException e) {
            refused.computeIfAbsent(table.name(), name -> new TreeSet<>()).add(String.valueOf(cells.get(0)));
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
