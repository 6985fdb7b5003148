package stretch.history;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stretch.Exit;
import stretch.Failure;
import stretch.NewFile;

/**
 * The record of all sessions, in one SQLite file.
 *
 * <p>It uses the rollback journal and {@code synchronous=EXTRA}: one file, and what was committed survives a power
 * cut. Every method throws {@link Failure} when the file cannot be used.
 */
public final class History implements AutoCloseable {
    private final Path file;
    private final Connection connection;
    private final Seal seal;

    private History(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
        this.seal = new Seal(connection);
    }

    /**
     * Opens the record to write to it, and makes it if it is not there.
     *
     * @param caches a folder for SQLite's native library, made when needed
     */
    public static History open(Path file, Path caches) {
        var whole = file.toAbsolutePath();
        create(whole);
        Header.isHistory(whole);
        var history = connect(whole, caches, false);
        if (!Files.isWritable(whole)) {
            history.close();
            throw new Failure(Exit.NOT_PERMITTED, file + ": may not be written; check who owns it");
        }
        history.upgrade(caches);
        history.closeDeadSessions();
        return history;
    }

    /** Opens the record to read it; empty if nothing was recorded yet. Nothing is made. */
    public static Optional<History> openExisting(Path file, Path caches) {
        var whole = file.toAbsolutePath();
        if (!Files.exists(whole) || (!Header.isHistory(whole) && !hasJournal(whole))) {
            return Optional.empty();
        }
        boolean writable = Files.isWritable(whole) && Files.isWritable(parent(whole));
        var history = connect(whole, caches, !writable);
        if (history.version() == 0) {
            history.close();
            return Optional.empty();
        }
        if (writable) {
            history.upgrade(caches);
            history.closeDeadSessions();
        }
        return Optional.of(history);
    }

    /** Whoever made it was killed on the way; SQLite tidies up when it opens the file. */
    private static boolean hasJournal(Path file) {
        return Files.exists(file.resolveSibling(file.getFileName() + "-journal"));
    }

    private static Path parent(Path file) {
        return java.util.Objects.requireNonNull(file.getParent());
    }

    /** The file is born readable by its owner alone; SQLite gives its journal the same permissions. */
    private static void create(Path file) {
        var folder = parent(file);
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            // Somebody was first; whoever comes to the empty file first makes the tables.
        } catch (AccessDeniedException e) {
            throw new Failure(
                    Exit.NOT_PERMITTED,
                    file + ": cannot be made; check who owns " + folder + ", or name another with --db");
        } catch (IOException e) {
            throw new Failure(
                    Exit.CANNOT_CREATE, file + ": cannot be made (" + e.getMessage() + "); name another with --db");
        }
    }

    private static History connect(Path file, Path caches, boolean readOnly) {
        try {
            return new History(file, Driver.connect(file, caches, readOnly));
        } catch (SQLException e) {
            throw Faults.of(file, e);
        }
    }

    /** A record of an older shape is copied beside itself before it is changed. */
    private void upgrade(Path caches) {
        if (version() < Schema.VERSION) {
            immediately(() -> {
                // Another process may have done it since we looked.
                int version = version();
                if (version < Schema.VERSION) {
                    if (version > 0) {
                        keepCopy(file.resolveSibling(file.getFileName() + ".schema-" + version), caches);
                    }
                    Schema.upgrade(connection, version, new SecureRandom());
                    seal.anew();
                }
            });
        }
    }

    private void keepCopy(Path copy, Path caches) {
        try (var part = NewFile.of(copy)) {
            Copy.make(file, part.file(), caches, false);
            part.place(true);
        } catch (IOException e) {
            throw NewFile.failure(copy, e);
        }
    }

    /** The number of the shape, 0 without tables: if whoever made them died on the way, SQLite has undone it by now. */
    private int version() {
        var version = new int[1];
        each("PRAGMA user_version", List.of(), row -> version[0] = row.getInt(1));
        return version[0];
    }

    /** Work on the connection. */
    interface Work {
        void run() throws SQLException;
    }

    /**
     * One transaction that takes the write lock at once, so that two of them never wait for each other; what it changed
     * is sealed with it.
     */
    void immediately(Work work) {
        try (var statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try {
                work.run();
                seal.rows();
                statement.execute("COMMIT");
            } catch (SQLException | RuntimeException e) {
                rollBack(statement, e);
                throw e;
            }
        } catch (SQLException e) {
            throw Faults.of(file, e);
        }
    }

    /** When the disk is full, SQLite has rolled back by itself, and says so: what went wrong first is what counts. */
    private static void rollBack(Statement statement, Exception cause) {
        try {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** Sessions whose process died: nobody has the turn, yet they have no outcome. */
    private void closeDeadSessions() {
        if (running().isEmpty()) {
            return;
        }
        // Asked inside the transaction: whoever tidies up at the same moment is waited for, and not taken for a
        // session.
        immediately(() -> {
            try (var turn = Turn.take(file).orElse(null)) {
                if (turn != null) {
                    interruptAll();
                }
            } catch (IOException e) {
                throw new Failure(Exit.IO, file + ": its lock cannot be used (" + e.getMessage() + ")");
            }
        });
    }

    /** The caller has the turn, so that none of them runs, and a transaction. */
    private void interruptAll() throws SQLException {
        update("""
                UPDATE session SET outcome = 'interrupted',
                  active_ms = coalesce((SELECT sum(held_ms) FROM step WHERE session = id), 0),
                  ended_ms = coalesce((SELECT max(started_ms + held_ms) FROM step WHERE session = id), started_ms),
                  ended_offset = started_offset
                WHERE outcome IS NULL""");
    }

    /** What was remembered under this name, beside the sessions. */
    public Optional<String> remembered(String key) {
        var found = new ArrayList<String>();
        each("SELECT value FROM meta WHERE key = ?", List.of(key), row -> found.add(row.getString(1)));
        return found.stream().findFirst();
    }

    /** Remembers it. */
    public void remember(String key, String value) {
        immediately(() -> update(
                "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                key,
                value));
    }

    /** Adds to a session how the back felt after it. */
    public void painAfter(String id, int pain) {
        immediately(() -> update("UPDATE session SET pain_after = ? WHERE id = ?", pain, id));
    }

    /** What was said of the pain since then, in check-ins and before sessions, by local days, oldest first. */
    public void pains(Instant since, PainReader reader) {
        each(
                "SELECT at_ms, at_offset, pain FROM checkin WHERE pain IS NOT NULL AND at_ms >= ?1"
                        + " UNION ALL SELECT started_ms, started_offset, pain_before FROM session"
                        + " WHERE pain_before IS NOT NULL AND started_ms >= ?1 ORDER BY 1",
                List.of(since.toEpochMilli()),
                row -> reader.read(Rows.moment(row.getLong(1), row.getInt(2)).toLocalDate(), row.getInt(3)));
    }

    /** What to do with an answer. */
    public interface PainReader {
        /** Pain of 0 to 10 on a local day. */
        void read(LocalDate day, int pain);
    }

    /** Whether a session runs just now, in whatever process. */
    public boolean isRunning() {
        return running().isPresent();
    }

    private Optional<SessionRow> running() {
        var found = new ArrayList<SessionRow>();
        read("WHERE session.outcome IS NULL", List.of(), found::add);
        return found.stream().findFirst();
    }

    /**
     * Opens a session on record.
     *
     * @throws Failure with {@link Exit#BUSY} if another one runs
     */
    public Recording begin(
            String id, String routine, ZonedDateTime startedAt, int stepsPlanned, OptionalInt painBefore) {
        return taken(id)
                .opened(
                        "INSERT INTO session (id, routine, started_ms, started_offset, zone, steps_planned, pain_before, device)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT value FROM meta WHERE key = 'device'))",
                        id,
                        routine,
                        startedAt.toInstant().toEpochMilli(),
                        startedAt.getOffset().getTotalSeconds(),
                        startedAt.getZone().getId(),
                        stepsPlanned,
                        painBefore.isPresent() ? painBefore.getAsInt() : null);
    }

    private Recording taken(String id) {
        try {
            var turn = Turn.await(file).orElseThrow(this::busy);
            var recording = new Recording(this, file, id, turn);
            if (running().isPresent()) {
                // It died after this record was opened.
                immediately(this::interruptAll);
            }
            return recording;
        } catch (IOException e) {
            throw new Failure(Exit.IO, file + ": its lock cannot be used (" + e.getMessage() + ")");
        }
    }

    /**
     * A session that broke off.
     *
     * @param plan its steps, as they were kept when it began
     * @param brokenOff the number of the step that was cut in its middle
     */
    public record Unfinished(SessionRow session, String plan, OptionalInt brokenOff) {}

    /** The newest session, if it was stopped or interrupted and its plan is known. */
    public Optional<Unfinished> unfinished() {
        var found = new ArrayList<Unfinished>();
        each(
                "SELECT " + Rows.SESSION_COLUMNS + ", plan, broken_off FROM session"
                        + " WHERE outcome IN ('stopped', 'interrupted') AND plan IS NOT NULL"
                        + " ORDER BY started_ms DESC, id DESC LIMIT 1",
                List.of(),
                row -> found.add(
                        new Unfinished(Rows.session(row), row.getString("plan"), Rows.number(row, "broken_off"))));
        return found.stream().findFirst();
    }

    /**
     * Opens a session on record again that broke off.
     *
     * @throws Failure with {@link Exit#BUSY} if another one runs
     */
    public Recording resume(SessionRow session) {
        return taken(session.id())
                .opened(
                        "UPDATE session SET outcome = NULL, ended_ms = NULL, ended_offset = NULL, broken_off = NULL"
                                + " WHERE id = ?",
                        session.id());
    }

    private Failure busy() {
        var which = running()
                .map(row -> " (" + row.routine() + ", since "
                        + row.startedAt().toLocalTime().withNano(0) + ", session "
                        + row.id().substring(0, 8) + ")")
                .orElse("");
        return new Failure(Exit.BUSY, "another session is running" + which + "; finish or quit that one first");
    }

    /** The sessions that pass the filter, oldest first. */
    public List<SessionRow> sessions(Filter filter) {
        var rows = new ArrayList<SessionRow>();
        sessions(filter, rows::add);
        return rows;
    }

    /** Hands over the sessions that pass the filter one by one, oldest first. */
    public void sessions(Filter filter, Consumer<SessionRow> reader) {
        var query = new Query(filter);
        read(query.where(), query.values(), reader);
    }

    /** How many sessions there are. */
    public long count() {
        var count = new long[1];
        each("SELECT count(*) FROM session", List.of(), row -> count[0] = row.getLong(1));
        return count[0];
    }

    /** A step, and of the session it belongs to the id, the routine and whether it still runs. */
    public record StepOfSession(String session, String routine, boolean running, StepRow step) {}

    /** Hands over the steps of the sessions that pass the filter, in order. */
    public void steps(Filter filter, Consumer<StepOfSession> reader) {
        var query = new Query(filter);
        var rows = new StepRows();
        var sql = "SELECT " + StepRows.COLUMNS + " FROM session JOIN step ON step.session = session.id " + query.where()
                + StepRows.ORDER;
        each(sql, query.values(), row -> reader.accept(rows.read(row)));
    }

    /** The record added up, all of it or one routine. */
    public Sums sums(Optional<String> routine) {
        return new Sums(this, routine);
    }

    /** The times off from reminders that were asked for since then, oldest first. */
    public List<Rest> rests(Instant since) {
        var rows = new ArrayList<Rest>();
        each(
                "SELECT id, at_ms, at_offset, until_ms, days, reason FROM rest WHERE at_ms >= ? ORDER BY at_ms, id",
                List.of(since.toEpochMilli()),
                row -> rows.add(Rows.rest(row)));
        return rows;
    }

    /** The local days that were ever skipped: they neither break a streak nor feed it. */
    public Set<LocalDate> skipped() {
        return rests(Instant.EPOCH).stream().flatMap(Rest::skipped).collect(Collectors.toUnmodifiableSet());
    }

    /** The check-ins since then, oldest first. */
    public List<CheckIn> checkIns(Instant since) {
        var rows = new ArrayList<CheckIn>();
        each(
                "SELECT * FROM checkin WHERE at_ms >= ? ORDER BY at_ms, id",
                List.of(since.toEpochMilli()),
                row -> rows.add(Rows.checkIn(row)));
        return rows;
    }

    /** Hands over what was said outside of sessions, cell by cell as the view of that name has it, oldest first. */
    void said(Export.Rows what, Filter filter, Consumer<List<Object>> reader) {
        var table = what == Export.Rows.RESTS ? "rest" : "checkin";
        var values = new ArrayList<Object>();
        values.add(filter.since().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE));
        values.add(filter.until().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE));
        each(
                "SELECT it.* FROM " + table + " JOIN " + what.id() + " AS it ON it." + table + " = " + table
                        + ".id WHERE " + table + ".at_ms >= ? AND " + table + ".at_ms < ? ORDER BY " + table
                        + ".at_ms, " + table + ".id",
                values,
                row -> {
                    var cells = new ArrayList<Object>();
                    for (int i = 1; i <= what.columns().size(); i++) {
                        var cell = row.getObject(i);
                        cells.add(cell == null ? Optional.empty() : cell);
                    }
                    reader.accept(cells);
                });
    }

    /** The steps of one session, in order. */
    public List<StepRow> steps(String id) {
        var rows = new ArrayList<StepRow>();
        each(
                "SELECT " + Rows.STEP_COLUMNS + " FROM step WHERE session = ? ORDER BY step",
                List.of(id),
                row -> rows.add(Rows.step(row)));
        return rows;
    }

    /** The session of this id, of which 4 characters suffice if no other begins with them; "last" is the newest. */
    public SessionRow find(String prefix) {
        if (prefix.equals("last")) {
            var newest = sessions(new Filter(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.of(1)));
            return newest.stream()
                    .findFirst()
                    .orElseThrow(() -> new Failure(
                            Exit.USAGE,
                            "there is no last session: nothing was recorded yet; 'stretch run daily' begins"));
        }
        if (prefix.length() < 4) {
            throw new Failure(Exit.USAGE, "'" + prefix + "' is too short for a session; write 4 characters or more");
        }
        var found = new ArrayList<SessionRow>();
        read(
                "WHERE substr(id, 1, ?) = ?",
                List.of(prefix.length(), prefix.toLowerCase(java.util.Locale.ROOT)),
                found::add);
        if (found.isEmpty()) {
            throw new Failure(Exit.USAGE, "there is no session '" + prefix + "'; 'stretch history' shows them");
        }
        if (found.size() > 1) {
            throw new Failure(
                    Exit.USAGE,
                    "'" + prefix + "' stands for " + found.size() + " sessions, "
                            + found.get(0).id() + " and " + found.get(1).id() + " among them; write more of it");
        }
        return found.get(0);
    }

    private void read(String where, List<?> values, Consumer<SessionRow> reader) {
        var sql = "SELECT " + Rows.SESSION_COLUMNS + " FROM session " + where + " ORDER BY started_ms, id";
        each(sql, values, row -> reader.accept(Rows.session(row)));
    }

    /** What to do with a row. */
    interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    void each(String sql, List<?> values, RowReader reader) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        } catch (SQLException e) {
            throw Faults.of(file, e);
        }
    }

    /** One statement of a transaction. */
    void update(String sql, @Nullable Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    /** The sessions that were deleted, and when. */
    List<Map<String, Object>> deleted() {
        var rows = new ArrayList<Map<String, Object>>();
        each("SELECT session, deleted_ms FROM deleted ORDER BY session", List.of(), row -> {
            var cells = new LinkedHashMap<String, Object>();
            cells.put("session", row.getString("session"));
            cells.put("deleted_at", Export.stamp(Rows.moment(row.getLong("deleted_ms"), 0)));
            rows.add(cells);
        });
        return rows;
    }

    /** Brings in what another record, or an export, holds. */
    public Import importing(Clock clock) {
        return new Import(this, connection, clock);
    }

    /** Mends what is on record; each change can be taken back. */
    public Mending mending(Clock clock) {
        return new Mending(this, file, clock);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Faults.of(file, e);
        }
    }
}
