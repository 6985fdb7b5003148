package stretch.history;

import java.nio.file.Files;
import java.nio.file.Path;
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
import java.util.function.Consumer;
import java.util.stream.Collectors;
import stretch.Exit;
import stretch.Failure;
import stretch.FileKind;

/**
 * The record of all sessions, in one SQLite file.
 *
 * <p>It uses the rollback journal and {@code synchronous=EXTRA}: one file, and what was committed survives a power
 * cut. Every method throws {@link Failure} when the file cannot be used.
 */
public final class History implements AutoCloseable {
    private final Store store;
    private final Running running;

    private History(Store store) {
        this.store = store;
        this.running = new Running(store);
    }

    /**
     * Opens the record to write to it, and makes it if it is not there.
     *
     * @param caches a folder for SQLite's native library, made when needed
     */
    public static History open(Path file, Path caches) {
        var whole = file.toAbsolutePath();
        Store.make(whole);
        Header.isHistory(whole);
        var store = Store.open(whole, caches, false);
        if (!Files.isWritable(whole)) {
            store.close();
            throw new Failure(Exit.NOT_PERMITTED, file + ": may not be written; check who owns it");
        }
        return upToDate(store);
    }

    private static History upToDate(Store store) {
        store.upgrade();
        var history = new History(store);
        history.running.closeDead();
        return history;
    }

    /** Opens the record to read it; empty if nothing was recorded yet. Nothing is made. */
    public static Optional<History> openExisting(Path file, Path caches) {
        var whole = file.toAbsolutePath();
        if (!Header.isHistory(whole) && !hasJournal(whole)) {
            return Optional.empty();
        }
        boolean writable = Files.isWritable(whole) && Files.isWritable(Objects.requireNonNull(whole.getParent()));
        var store = Store.open(whole, caches, !writable);
        if (store.version() == 0) {
            store.close();
            return Optional.empty();
        }
        return Optional.of(writable ? upToDate(store) : new History(store));
    }

    /** Whoever made it was killed on the way; SQLite tidies up when it opens the file. */
    private static boolean hasJournal(Path file) {
        return FileKind.exists(file) && FileKind.exists(file.resolveSibling(file.getFileName() + "-journal"));
    }

    /** What was remembered under this name, beside the sessions. */
    public Optional<String> remembered(String key) {
        var found = new ArrayList<String>();
        store.each("SELECT value FROM meta WHERE key = ?", List.of(key), row -> found.add(row.getString(1)));
        return found.stream().findFirst();
    }

    /** Remembers it. */
    public void remember(String key, String value) {
        store.immediately(() -> store.update(
                "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                key,
                value));
    }

    /** Adds to a session how the back felt after it. */
    public void painAfter(String id, int pain) {
        var log = new ChangeLog(store);
        store.immediately(() -> log.goOn(
                log.practice(find(id), "pain after"),
                () -> store.update("UPDATE session SET pain_after = ? WHERE id = ?", pain, id)));
    }

    /** What was said of the pain since then, in check-ins and before sessions, by local days, oldest first. */
    public void pains(Instant since, PainReader reader) {
        store.each(
                "SELECT at_ms, at_offset, pain FROM checkin WHERE pain IS NOT NULL AND at_ms >= ?1"
                        + " UNION ALL SELECT started_ms, started_offset, pain_before FROM session"
                        + " WHERE pain_before IS NOT NULL AND started_ms >= ?1 ORDER BY 1",
                List.of(since.toEpochMilli()),
                row -> reader.read(
                        Rows.moment(row.getLong(1), row.getInt(2)).toLocalDate(), Rows.count("pain", row.getLong(3))));
    }

    /** What to do with an answer. */
    public interface PainReader {
        /** Pain of 0 to 10 on a local day. */
        void read(LocalDate day, int pain);
    }

    /** Whether a session runs just now, in whatever process. */
    public boolean isRunning() {
        return running.session().isPresent();
    }

    /**
     * Opens a session on record.
     *
     * @throws Failure with {@link Exit#BUSY} if another one runs
     */
    public Recording begin(
            String id, String routine, ZonedDateTime startedAt, int stepsPlanned, OptionalInt painBefore) {
        return running.begin(id, routine, startedAt, stepsPlanned, painBefore);
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
        return running.unfinished();
    }

    /**
     * Opens a session on record again that broke off.
     *
     * @throws Failure with {@link Exit#BUSY} if another one runs
     */
    public Recording resume(SessionRow session, ZonedDateTime at) {
        return running.resume(session, at);
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

    /** The routines that sessions were ever of; some may since have left the catalogue. */
    public Set<String> routines() {
        var found = new TreeSet<String>();
        store.each("SELECT DISTINCT routine FROM session", List.of(), row -> found.add(row.getString(1)));
        return found;
    }

    /** How many sessions there are. */
    public long count() {
        var count = new long[1];
        store.each("SELECT count(*) FROM session", List.of(), row -> count[0] = row.getLong(1));
        return count[0];
    }

    /** A step, and of the session it belongs to the id, the routine and whether it still runs. */
    public record StepOfSession(String session, String routine, boolean running, StepRow step) {}

    /** Hands over the steps of the sessions that pass the filter, in order. */
    public void steps(Filter filter, Consumer<StepOfSession> reader) {
        var query = new Query(filter);
        var rows = new StepRows();
        store.each(StepRows.select(query), query.values(), row -> reader.accept(rows.read(row)));
    }

    /** At most so many remarks of these local days, the last of them included: the newest. */
    public Remark.Some remarks(LocalDate from, LocalDate to, int most) {
        return Remark.between(store, from, to, most);
    }

    /** The record added up, all of it or one routine. */
    public Sums sums(Optional<String> routine) {
        return new Sums(store, routine);
    }

    /** The times off from reminders that were asked for since then, oldest first. */
    public List<Rest> rests(Instant since) {
        var rows = new ArrayList<Rest>();
        store.each(
                "SELECT * FROM rest WHERE at_ms >= ? ORDER BY at_ms, id",
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
        store.each(
                "SELECT * FROM checkin WHERE at_ms >= ? ORDER BY at_ms, id",
                List.of(since.toEpochMilli()),
                row -> rows.add(Rows.checkIn(row)));
        return rows;
    }

    /** The steps of one session, in order. */
    public List<StepRow> steps(String id) {
        var rows = new ArrayList<StepRow>();
        store.each(
                "SELECT " + Rows.STEP_COLUMNS + " FROM step WHERE session = ? ORDER BY step",
                List.of(id),
                row -> rows.add(Rows.step(id, row)));
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
        var sql = "SELECT " + Rows.SESSION_COLUMNS + " FROM session " + where + Rows.SESSION_ORDER;
        store.each(sql, values, row -> reader.accept(Rows.session(row)));
    }

    /** The sessions together with their steps. */
    SessionRows rows() {
        return new SessionRows(store);
    }

    /** What is on record beside the sessions. */
    Beside beside() {
        return new Beside(store);
    }

    /** Brings in what another record, or an export, holds. */
    public Import importing(Clock clock) {
        return new Import(store, clock);
    }

    /** Mends what is on record; each change can be taken back. */
    public Mending mending(Clock clock) {
        return new Mending(store, clock);
    }

    @Override
    public void close() {
        store.close();
    }
}
