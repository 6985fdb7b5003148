package stretch.history.backup;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import stretch.history.History;
import stretch.history.db.ChangeLog;
import stretch.history.db.DatabaseHeader;
import stretch.history.db.Query;
import stretch.history.db.RowChecksums;
import stretch.history.db.RowMapper;
import stretch.history.db.Schema;
import stretch.history.db.SqliteConnections;
import stretch.history.db.SqliteErrors;
import stretch.os.AtomicFile;
import stretch.os.ExitCode;
import stretch.os.FileKind;
import stretch.os.UserError;

/** Saves what can still be read of a damaged record into a new one; the damaged one stays as it is. */
public final class Recovery {
    /**
     * What became of the rows of one table.
     *
     * @param rows how many are in the new record
     * @param lost which are known to have been there, and are not
     * @param suspect which are there as they read now, and are not what was written
     */
    public record RecoveredTable(String table, long rows, List<String> lost, List<String> suspect) {
        public RecoveredTable {
            lost = List.copyOf(lost);
            suspect = List.copyOf(suspect);
        }
    }

    private final Connection to;
    private final DamagedDatabase damaged;
    private final Map<String, Set<String>> refused = new HashMap<>();
    private int found;

    private Recovery(DamagedDatabase damaged, Connection to) {
        this.damaged = damaged;
        this.to = to;
    }

    /** Saves what can be read of the record into a file that is not there yet. */
    public static List<RecoveredTable> of(Path record, Path file, Path caches) {
        var damaged = record.toAbsolutePath();
        var place = file.toAbsolutePath().normalize();
        check(damaged, record);
        var kind = FileKind.of(place);
        if (kind != FileKind.ABSENT) {
            throw new UserError(
                    ExitCode.CANNOT_CREATE,
                    kind == FileKind.PLAIN ? file + ": exists already; name another file" : kind.insteadOfFile(file));
        }
        // SQLite works on a copy: what it does when it opens a database would change the damaged one.
        try (var copy = AtomicFile.of(place, "wreck");
                var target = AtomicFile.of(place)) {
            copy(damaged, copy.file());
            History.open(target.file(), caches).close();
            List<RecoveredTable> saved;
            try (var wreck = DamagedDatabase.open(copy.file(), caches);
                    var to = SqliteConnections.connect(target.file(), caches, false)) {
                saved = new Recovery(wreck, to).save();
            } catch (SQLException e) {
                throw SqliteErrors.of(place, e);
            }
            if (saved.isEmpty()) {
                if (DatabaseHeader.inspect(damaged).kind() == DatabaseHeader.HeaderKind.OTHER_PROGRAM) {
                    DatabaseHeader.requireHistory(damaged);
                }
                throw new UserError(
                        ExitCode.UNUSABLE,
                        record + ": nothing in it can be read any more; 'stretch restore FILE' puts a backup in its"
                                + " place");
            }
            target.commit(false);
            return saved;
        } catch (IOException e) {
            throw AtomicFile.failure(place, e);
        }
    }

    private static void check(Path damaged, Path record) {
        switch (DatabaseHeader.inspect(damaged).kind()) {
            case HISTORY, CUT_SHORT, DAMAGED, WRITE_AHEAD_LOG, NOT_A_DATABASE, OTHER_PROGRAM -> {}
            case ABSENT ->
                throw new UserError(ExitCode.NO_INPUT, record + ": does not exist, so there is nothing to rescue");
            case EMPTY ->
                throw new UserError(ExitCode.UNUSABLE, record + ": is empty; 'stretch restore FILE' restores a backup");
            case NEWER -> DatabaseHeader.requireHistory(damaged);
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
            long length = DatabaseHeader.length(copy);
            if (whole.length() < length && length < 2 * whole.length() + (1 << 20)) {
                whole.setLength(length);
            }
        }
    }

    /** Saves what there is; nothing if there is nothing. */
    private List<RecoveredTable> save() throws SQLException, IOException {
        int version = damaged.version();
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

    private List<RecoveredTable> save(int version) throws SQLException, IOException {
        run("PRAGMA foreign_keys = OFF");
        run("BEGIN");
        found = 0;
        refused.clear();
        var tables = DamagedDatabase.tables(version);
        var broken = new ArrayList<DamagedDatabase.DamagedTable>();
        for (var table : tables) {
            if (!damaged.read(table, cells -> insert(table, cells))) {
                broken.add(table);
            }
        }
        if (!broken.isEmpty()) {
            damaged.readPages(broken, this::insert);
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
        dropInvalid("session", RowMapper.SESSION_COLUMNS, RowMapper::session);
        dropInvalid("step", RowMapper.STEP_COLUMNS, row -> RowMapper.step("", row));
        run("DELETE FROM step WHERE session NOT IN (SELECT id FROM session)");
        run("DELETE FROM change_entry WHERE change NOT IN (SELECT change FROM change)");
        for (var table : List.of("session", "checkin", "rest", "deleted")) {
            run(ChangeLog.stampNew(table));
        }
        var checksums = new RowChecksums(to);
        var doubtful = version == Schema.VERSION ? checksums.mismatches() : List.<String>of();
        checksums.sealAll();
        run("COMMIT");
        var rows = DatabaseCopy.rows(to);
        return tables.stream()
                .map(table -> new RecoveredTable(
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
    private Set<String> lost(DamagedDatabase.DamagedTable table, boolean broken) throws SQLException {
        var lost = new TreeSet<>(refused.getOrDefault(table.name(), Set.of()));
        if (broken) {
            var keys = damaged.keys(table);
            if (keys.isEmpty()) {
                lost.add("maybe some");
            } else {
                lost.addAll(keys.get());
                lost.removeAll(
                        Query.texts(to, "SELECT " + table.key().orElseThrow() + " FROM \"" + table.name() + "\""));
            }
        }
        return lost;
    }

    /** What the new record refuses, such as an outcome that there is not, was hit by the damage. */
    private void insert(DamagedDatabase.DamagedTable table, List<@Nullable Object> cells) {
        var sql = "INSERT OR REPLACE INTO \"" + table.name() + "\" (" + table.list() + ") VALUES ("
                + "?, ".repeat(cells.size() - 1) + "?)";
        try {
            Query.update(to, sql, cells);
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

    /** Values that the schema allows and that mean nothing, such as an offset of days, would stop every reader. */
    private void dropInvalid(String table, String columns, Query.RowParser<?> reader) throws SQLException {
        var key = table.equals("session") ? "id" : "session";
        var senseless = new ArrayList<String>();
        Query.each(to, "SELECT " + columns + ", " + key + " AS dropped FROM " + table, List.of(), row -> {
            try {
                reader.parse(row);
            } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
                senseless.add(row.getString("dropped"));
            }
        });
        for (var id : senseless) {
            Query.update(to, "DELETE FROM " + table + " WHERE " + key + " = ?", List.of(id));
        }
    }

    private void run(String sql) throws SQLException {
        Query.run(to, sql);
    }
}
