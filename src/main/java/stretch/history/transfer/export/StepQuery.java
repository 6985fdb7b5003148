package stretch.history.transfer.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import stretch.catalogue.StepOutcome;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Side;
import stretch.history.History;
import stretch.history.db.FilterSql;
import stretch.history.db.RowMapper;
import stretch.history.db.UnreadableRow;
import stretch.history.entry.FieldRules;
import stretch.history.entry.StepRow;

/**
 * Reads the steps of many sessions, of which there may be a million.
 *
 * <p>Each cell asked of the driver takes longer than SQLite takes for the row, text most of all. So what a step has in
 * common with the one before is asked once, and the three words of a fixed set, the number of the set and whether there is a load come as one number.
 */
public final class StepQuery {
    private static final int WORDS = 4;

    private static final int ALL_WORDS = WORDS * WORDS * WORDS;

    private static final Side[] SIDES = Side.values();
    private static final DoseKind[] KINDS = DoseKind.values();
    private static final StepOutcome[] OUTCOMES = StepOutcome.values();

    /** By number; the rowid of a session is never kept, as VACUUM may change it. */
    private static final String COLUMNS =
            "session.rowid, step.exercise, step.step, step.planned, step.done, step.held_ms,"
                    + " step.started_ms, step.started_offset, coalesce(" + place("step.side", SIDES, Side::id) + " * "
                    + WORDS * WORDS
                    + " + " + place("step.kind", KINDS, DoseKind::id) + " * " + WORDS + " + "
                    + place("step.outcome", OUTCOMES, StepOutcome::id) + " + " + ALL_WORDS
                    + " * (2 * coalesce(step.set_number, 0) + (step.load <> ''))"
                    + ", -1), session.id, session.routine, session.outcome IS NULL, step.load";

    /** The rowid changes nothing, but tells SQLite that no two sessions are alike, or it would sort the steps of all. */
    private static final String ORDER = " ORDER BY session.started_ms, session.id, session.rowid, step.step";

    /** The query of the steps of the sessions that pass the filter. */
    public static String select(FilterSql filter) {
        return "SELECT " + COLUMNS + " FROM session JOIN step ON step.session = session.id " + filter.where() + ORDER;
    }

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

    public History.StepOfSession read(ResultSet row) throws SQLException {
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
        return new History.StepOfSession(
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
