package stretch.history.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import stretch.catalogue.StepOutcome;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Side;
import stretch.history.entry.FieldRules;
import stretch.history.entry.Filter;
import stretch.history.entry.HistoryEntry;
import stretch.history.entry.SessionRow;
import stretch.history.entry.StepRow;

/** The sessions that pass a filter, and their steps, oldest first and one by one, as there may be a million. */
public final class SessionRows {
    private final Database database;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** Those of this filter; nothing is read yet. */
    public SessionRows(Database database, Filter filter) {
        this.database = database;
        filter.since().ifPresent(since -> add("session.started_ms >= ?", since.toEpochMilli()));
        filter.until().ifPresent(until -> add("session.started_ms < ?", until.toEpochMilli()));
        filter.routine().ifPresent(routine -> add("session.routine = ?", routine));
        filter.outcome().ifPresent(outcome -> add("session.outcome = ?", outcome.id()));
        filter.newest().ifPresent(count -> {
            var newest =
                    "session.id IN (SELECT id FROM session " + where() + " ORDER BY started_ms DESC, id DESC LIMIT ?)";
            conditions.clear();
            add(newest, count);
        });
    }

    private void add(String condition, Object value) {
        conditions.add(condition);
        values.add(value);
    }

    private String where() {
        return conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
    }

    /** A session as it is stored, with what only exports ask for. */
    public record WholeSession(
            SessionRow row,
            String zone,
            OptionalInt stepsClaimed,
            OptionalInt brokenOff,
            Optional<String> plan,
            List<StepRow> steps) {}

    /** A step, and of the session it belongs to the id, the routine and whether it still runs. */
    public record StepOfSession(String session, String routine, boolean running, StepRow step) {}

    public void sessions(Consumer<SessionRow> reader) {
        database.each(
                "SELECT " + RowMapper.SESSION_COLUMNS + " FROM session " + where() + RowMapper.SESSION_ORDER,
                values,
                row -> reader.accept(RowMapper.session(row)));
    }

    public void steps(Consumer<StepOfSession> reader) {
        var rows = new StepReader();
        database.each(StepReader.SELECT + where() + StepReader.ORDER, values, row -> reader.accept(rows.read(row)));
    }

    /** Hands over the sessions with their steps, which are read alongside. */
    public void whole(Consumer<WholeSession> reader) {
        if (!database.exists()) {
            return;
        }
        try (var statement =
                        Query.prepare(database.connection(), StepReader.SELECT + where() + StepReader.ORDER, values);
                var steps = statement.executeQuery()) {
            var next = new Next(steps);
            database.each(
                    "SELECT " + RowMapper.SESSION_COLUMNS
                            + ", session.steps_claimed AS claimed, session.broken_off, session.plan FROM session "
                            + where() + RowMapper.SESSION_ORDER,
                    values,
                    row -> {
                        var session = RowMapper.session(row);
                        reader.accept(new WholeSession(
                                session,
                                row.getString("zone"),
                                RowMapper.number(row, "claimed"),
                                RowMapper.number(row, "broken_off"),
                                Optional.ofNullable(row.getString("plan")),
                                next.of(session.id())));
                    });
        } catch (SQLException e) {
            throw SqliteErrors.of(database.file(), e);
        } catch (UnreadableRow e) {
            throw SqliteErrors.of(database.file(), e);
        }
    }

    /** The zones other than this one that the sessions were in, with how many were in each. */
    public Map<String, Long> otherZones(ZoneId here) {
        var zones = new TreeMap<String, Long>();
        database.each(
                "SELECT zone, started_offset, count(*), min(started_ms), max(started_ms) FROM session " + where()
                        + " GROUP BY zone, started_offset",
                values,
                row -> {
                    // Where the clocks agree, at least at the first and the last of them, the name makes no difference.
                    boolean same = here.getId().equals(row.getString(1))
                            || (isOffset(here, row.getLong(4), row.getInt(2))
                                    && isOffset(here, row.getLong(5), row.getInt(2)));
                    if (!same) {
                        zones.merge(HistoryEntry.zone(row.getString(1)), row.getLong(3), Long::sum);
                    }
                });
        return zones;
    }

    private static boolean isOffset(ZoneId zone, long millis, int seconds) {
        return zone.getRules().getOffset(Instant.ofEpochMilli(millis)).getTotalSeconds() == seconds;
    }

    /** The steps that were not asked for yet; both queries go through the sessions in the same order. */
    private static final class Next {
        private final ResultSet rows;
        private final StepReader reader = new StepReader();
        private Optional<StepOfSession> first = Optional.empty();

        Next(ResultSet rows) throws SQLException {
            this.rows = rows;
            advance();
        }

        private void advance() throws SQLException {
            first = rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
        }

        List<StepRow> of(String session) throws SQLException {
            var found = new ArrayList<StepRow>();
            while (first.isPresent() && first.get().session().equals(session)) {
                found.add(first.get().step());
                advance();
            }
            return found;
        }
    }

    /**
     * Each cell asked of the driver takes longer than SQLite takes for the row, text most of all. So what a step has in
     * common with the one before is asked once, and the three words of a fixed set, the number of the set and whether there is a load come as one number.
     */
    private static final class StepReader {
        private static final int WORDS = 4;

        private static final int ALL_WORDS = WORDS * WORDS * WORDS;

        private static final Side[] SIDES = Side.values();
        private static final DoseKind[] KINDS = DoseKind.values();
        private static final StepOutcome[] OUTCOMES = StepOutcome.values();

        /** By number; the rowid of a session is never kept, as VACUUM may change it. */
        private static final String SELECT =
                "SELECT session.rowid, step.exercise, step.step, step.planned, step.done, step.held_ms,"
                        + " step.started_ms, step.started_offset, coalesce(" + place("step.side", SIDES, Side::id)
                        + " * "
                        + WORDS * WORDS
                        + " + " + place("step.kind", KINDS, DoseKind::id) + " * " + WORDS + " + "
                        + place("step.outcome", OUTCOMES, StepOutcome::id) + " + " + ALL_WORDS
                        + " * (2 * coalesce(step.set_number, 0) + (step.load <> ''))"
                        + ", -1), session.id, session.routine, session.outcome IS NULL, step.load"
                        + " FROM session JOIN step ON step.session = session.id ";

        /** The rowid changes nothing, but tells SQLite that no two sessions are alike, or it would sort the steps of all. */
        private static final String ORDER = " ORDER BY session.started_ms, session.id, session.rowid, step.step";

        private long indexOf = -1;
        private boolean running;
        private String session = "";
        private String routine = "";

        private static <E> String place(String column, E[] words, Function<E, String> id) {
            return Arrays.stream(words)
                    .map(word -> "WHEN '" + id.apply(word) + "' THEN "
                            + Arrays.asList(words).indexOf(word))
                    .collect(Collectors.joining(" ", "CASE " + column + " ", " END"));
        }

        StepOfSession read(ResultSet row) throws SQLException {
            long now = row.getLong(1);
            if (now != indexOf) {
                indexOf = now;
                session = RowMapper.id("session", row.getString(10));
                routine = row.getString(11);
                running = row.getBoolean(12);
            }
            long known = row.getLong(9);
            if (known < 0) {
                throw new UnreadableRow("step " + session + ", " + row.getInt(3) + ": invalid word: expected side "
                        + FieldRules.SIDE.expected() + ", kind " + FieldRules.KIND.expected() + ", outcome "
                        + FieldRules.STEP_OUTCOME.expected());
            }
            int words = (int) (known % ALL_WORDS);
            boolean loaded = known / ALL_WORDS % 2 == 1;
            int set = RowMapper.count("set_number", known / ALL_WORDS / 2);
            return new StepOfSession(
                    session,
                    routine,
                    running,
                    new StepRow(
                            row.getInt(3),
                            row.getString(2),
                            SIDES[words / (WORDS * WORDS)],
                            KINDS[words / WORDS % WORDS],
                            RowMapper.count("planned", row.getLong(4)),
                            RowMapper.count("done", row.getLong(5)),
                            RowMapper.length("held_ms", row.getLong(6)),
                            OUTCOMES[words % WORDS],
                            RowMapper.moment(row.getLong(7), row.getInt(8)),
                            set == 0 ? OptionalInt.empty() : OptionalInt.of(set),
                            loaded ? row.getString(13) : ""));
        }
    }
}
