package stretch.history;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import stretch.history.db.ChangeLog;
import stretch.history.db.Database;
import stretch.history.db.DatabaseHeader;
import stretch.history.db.RowMapper;
import stretch.history.db.SessionRows;
import stretch.history.entry.CheckIn;
import stretch.history.entry.Filter;
import stretch.history.entry.HistoryEntry;
import stretch.history.entry.ReminderPause;
import stretch.history.entry.SessionRow;
import stretch.history.entry.StepRow;
import stretch.history.entry.UnfinishedSession;
import stretch.history.sync.Sync;
import stretch.history.transfer.Import;
import stretch.history.transfer.export.ExportRows;
import stretch.os.ExitCode;
import stretch.os.FileKind;
import stretch.os.UserError;

/**
 * The record of all sessions, in one SQLite file.
 *
 * <p>It uses the rollback journal and {@code synchronous=EXTRA}: one file, and what was committed survives a power
 * cut. Every method throws {@link UserError} when the file cannot be used.
 */
public final class History implements AutoCloseable {
    private final Database database;
    private final ActiveSession activeSession;

    private History(Database database) {
        this.database = database;
        this.activeSession = new ActiveSession(database);
    }

    /**
     * Opens the record to write to it, and makes it if it is not there.
     *
     * @param caches a folder for SQLite's native library, made when needed
     */
    public static History open(Path file, Path caches) {
        var whole = file.toAbsolutePath();
        Database.make(whole);
        DatabaseHeader.requireHistory(whole);
        var database = Database.open(whole, caches, false);
        if (!Files.isWritable(whole)) {
            database.close();
            throw new UserError(ExitCode.NOT_PERMITTED, file + ": may not be written; check who owns it");
        }
        return upToDate(database);
    }

    private static History upToDate(Database database) {
        database.upgrade();
        var history = new History(database);
        history.activeSession.closeDead();
        return history;
    }

    /** One of which nothing was ever recorded; it can only be read. */
    public static History none() {
        return new History(Database.none());
    }

    /** Opens the record to read it, as one without entries if nothing was recorded yet. Nothing is made. */
    public static History openExisting(Path file, Path caches) {
        var whole = file.toAbsolutePath();
        if (!DatabaseHeader.requireHistory(whole) && !hasJournal(whole)) {
            return none();
        }
        boolean writable = Files.isWritable(whole) && Files.isWritable(Objects.requireNonNull(whole.getParent()));
        var database = Database.open(whole, caches, !writable);
        if (database.version() == 0) {
            database.close();
            return none();
        }
        return writable ? upToDate(database) : new History(database);
    }

    /** Whoever made it was killed on the way; SQLite tidies up when it opens the file. */
    private static boolean hasJournal(Path file) {
        return FileKind.exists(file) && FileKind.exists(file.resolveSibling(file.getFileName() + "-journal"));
    }

    /** Whether there is a record, if only one without entries. */
    public boolean exists() {
        return database.exists();
    }

    /** What was remembered under this name, beside the sessions. */
    public Optional<String> storedValue(String key) {
        return database.one("SELECT value FROM meta WHERE key = ?", List.of(key), row -> row.getString(1));
    }

    public void storeValue(String key, String value) {
        database.inTransaction(() -> database.update(
                "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                key,
                value));
    }

    /** Adds to a session how the back felt after it. */
    public void painAfter(String id, int pain) {
        var log = new ChangeLog(database);
        database.inTransaction(() -> log.goOn(
                log.practice(find(id), "pain after"),
                0,
                () -> database.update("UPDATE session SET pain_after = ? WHERE id = ?", pain, id)));
    }

    /** Hands over the pain, 0 to 10, of check-ins and before sessions since then, by days of practice, oldest first. */
    public void pains(PracticeCalendar calendar, Instant since, ObjIntConsumer<LocalDate> reader) {
        database.each(
                "SELECT at_ms, at_offset, pain FROM checkin WHERE pain IS NOT NULL AND at_ms >= ?1"
                        + " UNION ALL SELECT started_ms, started_offset, pain_before FROM session"
                        + " WHERE pain_before IS NOT NULL AND started_ms >= ?1 ORDER BY 1",
                List.of(since.toEpochMilli()),
                row -> reader.accept(
                        calendar.dayOf(RowMapper.moment(row.getLong(1), row.getInt(2))),
                        RowMapper.count("pain", row.getLong(3))));
    }

    /** Whether a session runs just now, in whatever process. */
    public boolean isRunning() {
        return activeSession.session().isPresent();
    }

    /**
     * Opens a session on record.
     *
     * @throws UserError with {@link ExitCode#BUSY} if another one runs
     */
    public SessionWriter begin(
            String id, String routine, ZonedDateTime startedAt, int stepsPlanned, OptionalInt painBefore) {
        return activeSession.begin(id, routine, startedAt, stepsPlanned, painBefore);
    }

    /** The newest session, if it was stopped or interrupted, its plan is known and a step of it is left. */
    public Optional<UnfinishedSession> unfinished() {
        return activeSession.unfinished();
    }

    /**
     * Opens a session on record again that broke off.
     *
     * @throws UserError with {@link ExitCode#BUSY} if another one runs
     */
    public SessionWriter resume(SessionRow session, ZonedDateTime at) {
        return activeSession.resume(session, at);
    }

    /** The sessions that pass the filter, oldest first. */
    public List<SessionRow> sessions(Filter filter) {
        var rows = new ArrayList<SessionRow>();
        rows(filter).sessions(rows::add);
        return rows;
    }

    /** Reads the sessions that pass the filter one by one, of which there may be many. */
    public SessionRows rows(Filter filter) {
        return new SessionRows(database, filter);
    }

    /** The routines that sessions were ever of; some may since have left the catalogue. */
    public Set<String> routines() {
        return new TreeSet<>(database.list("SELECT DISTINCT routine FROM session", List.of(), row -> row.getString(1)));
    }

    /** How many sessions there are. */
    public long count() {
        return database.one("SELECT count(*) FROM session", List.of(), row -> row.getLong(1))
                .orElse(0L);
    }

    /** At most so many remarks of these days, the last of them included: the newest. */
    public Note.NewestNotes notes(PracticeCalendar calendar, LocalDate from, LocalDate to, int most) {
        return Note.between(database, calendar, from, to, most);
    }

    /** The record added up, all of it or one routine. */
    public Aggregates aggregates(PracticeCalendar calendar, Optional<String> routine) {
        return new Aggregates(database, calendar, routine);
    }

    /** The times off from reminders that were asked for since then, oldest first. */
    public List<ReminderPause> pauses(Instant since) {
        return database.list(
                "SELECT * FROM rest WHERE at_ms >= ? ORDER BY at_ms, id",
                List.of(since.toEpochMilli()),
                row -> RowMapper.pause(row));
    }

    /** The days that were ever skipped: they neither break a streak nor feed it. */
    public Set<LocalDate> skippedDays() {
        return pauses(Instant.EPOCH).stream().flatMap(ReminderPause::skipped).collect(Collectors.toUnmodifiableSet());
    }

    /** The check-ins since then, oldest first. */
    public List<CheckIn> checkIns(Instant since) {
        return database.list(
                "SELECT * FROM checkin WHERE at_ms >= ? ORDER BY at_ms, id",
                List.of(since.toEpochMilli()),
                row -> RowMapper.checkIn(row));
    }

    public List<StepRow> steps(String id) {
        return database.list(
                "SELECT " + RowMapper.STEP_COLUMNS + " FROM step WHERE session = ? ORDER BY step",
                List.of(id),
                row -> RowMapper.step(id, row));
    }

    public Optional<SessionRow> newest() {
        return sessions(Filter.ALL.newest(OptionalInt.of(1))).stream().findFirst();
    }

    /** The newest session of those that began before then. */
    public Optional<SessionRow> newest(Instant end) {
        return sessions(Filter.ALL.until(end).newest(OptionalInt.of(1))).stream()
                .findFirst();
    }

    /** What an id names; "last" is the newest session. */
    public HistoryEntry entry(String name) {
        if (!name.equalsIgnoreCase("last")) {
            return new EntryFinder(database).find(name);
        }
        return newest().orElseThrow(() ->
                UserError.usage("there is no last session: the history has none; start with 'stretch run daily'"));
    }

    /** The session that an id names; "last" is the newest. */
    public SessionRow find(String name) {
        var entry = entry(name);
        if (entry instanceof SessionRow row) {
            return row;
        }
        throw UserError.usage("'" + name + "' is a " + entry.kind() + "; name a session");
    }

    public ExportRows exportRows() {
        return new ExportRows(database);
    }

    /** Brings in what another record, or an export, holds. */
    public Import importer(Clock clock) {
        return new Import(database, clock);
    }

    /**
     * Brings the history together with those of other machines.
     *
     * @param backup keeps the history as it is, before sessions are deleted
     */
    public Sync sync(Clock clock, Supplier<Path> backup) {
        return new Sync(database, clock, new SecureRandom(), backup);
    }

    /** Mends what is on record; each change can be taken back. */
    public HistoryEditor editor(Clock clock) {
        return new HistoryEditor(database, clock);
    }

    @Override
    public void close() {
        database.close();
    }
}
