package stretch.history.entry;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Outcome;
import stretch.catalogue.Routine;
import stretch.catalogue.StepOutcome;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Side;
import stretch.history.db.Query;
import stretch.text.Durations;
import stretch.text.Words;

/** The rule of each field of the history: the same for what is typed, recorded, imported and found in a database. */
public final class FieldRules {
    /** A note, or the reason for a pause. The limit is our choice: some pages. */
    public static final FieldRule.Text NOTE = new FieldRule.Text(10_000, false);

    public static final FieldRule.Whole PAIN = new FieldRule.Whole(0, 10);

    /** When something was, or is to end. A date far off is a slip or damage, and streaks would walk all the way there. */
    public static final FieldRule.MomentRule MOMENT = new FieldRule.MomentRule(1970, 2200);

    /** Time practised, in a session or at a step. */
    public static final FieldRule.Length ACTIVE = new FieldRule.Length(Duration.ZERO, Routine.LONGEST);

    private static final FieldRule.Whole YEAR = new FieldRule.Whole(MOMENT.firstYear(), MOMENT.lastYear());

    /** How long a snooze lasts. */
    public static final FieldRule.Length SNOOZE = new FieldRule.Length(Duration.ofMillis(1), Durations.LONGEST);

    /** How many days a skip lasts. */
    public static final FieldRule.Whole DAYS = new FieldRule.Whole(1, ReminderPause.MOST_DAYS);

    public static final FieldRule.Id ID = new FieldRule.Id();

    /** The id of a routine, an exercise or a device. */
    public static final FieldRule.Text NAME = new FieldRule.Text(Catalogue.LONGEST_ID, true);

    public static final FieldRule.Text ZONE = new FieldRule.Text(Catalogue.LONGEST_ID, false);

    /** The plan of a session that broke off: a line a step. */
    public static final FieldRule.Text PLAN = new FieldRule.Text(3_000_000, false);

    /** The place of a step in its session, or how many there are. */
    public static final FieldRule.Whole STEPS = new FieldRule.Whole(1, 100_000);

    /** Seconds, repetitions or breaths that were planned. */
    public static final FieldRule.Whole PLANNED = new FieldRule.Whole(1, 100_000);

    /** Which set of its exercise a step is: as many sets as a routine can have, in as many rounds. */
    public static final FieldRule.Whole SET = new FieldRule.Whole(1, Routine.MOST_SETS * Routine.MOST_SETS);

    /** The weight or band of a step. */
    public static final FieldRule.Text LOAD = new FieldRule.Text(Catalogue.LONGEST_ID, false);

    /** How much, or how many steps, were done. */
    public static final FieldRule.Whole DONE = new FieldRule.Whole(0, 100_000);

    public static final FieldRule.Word OUTCOME = new FieldRule.Word(Words.of(Outcome.values(), Outcome::id));
    public static final FieldRule.Word STEP_OUTCOME =
            new FieldRule.Word(Words.of(StepOutcome.values(), StepOutcome::id));
    public static final FieldRule.Word SIDE = new FieldRule.Word(Words.of(Side.values(), Side::id));
    public static final FieldRule.Word KIND = new FieldRule.Word(Words.of(DoseKind.values(), DoseKind::id));

    /** How a marker is, compared with the check-in before. */
    public static final FieldRule.Word MARKER = new FieldRule.Word(List.of("worse", "same", "better"));

    public static final FieldRule.Word CHANGE_KIND = new FieldRule.Word(Words.of(ChangeKind.values(), ChangeKind::id));
    public static final FieldRule.Word REST_KIND = new FieldRule.Word(ReminderPause.KINDS);

    private static final FieldRule.Whole OFFSET =
            new FieldRule.Whole(ZoneOffset.MIN.getTotalSeconds(), ZoneOffset.MAX.getTotalSeconds());

    private static final FieldRule.Whole UNDONE = new FieldRule.Whole(0, 1);

    /** A column; its rule is for the {@code value}, which may be reckoned from it. */
    private record FieldColumn(String name, String value, FieldRule rule, boolean mayBeNull) {
        String sql() {
            return (mayBeNull ? name + " IS NULL OR " : "") + "coalesce(" + rule.sql(value) + ", 0)";
        }
    }

    /** The columns of a table that have a rule, and what names a row of it. */
    private record Table(String name, String key, List<FieldColumn> columns) {}

    private static final List<Table> TABLES = List.of(
            new Table(
                    "session",
                    "id",
                    List.of(
                            is("id", ID),
                            is("routine", NAME),
                            is("started_ms", MOMENT),
                            is("started_offset", OFFSET),
                            is("zone", ZONE),
                            may("ended_ms", MOMENT),
                            may("ended_offset", OFFSET),
                            is("active_ms", ACTIVE),
                            may("outcome", OUTCOME),
                            is("steps_planned", STEPS),
                            may("pain_before", PAIN),
                            may("pain_after", PAIN),
                            is("note", NOTE),
                            is("device", NAME),
                            may("plan", PLAN),
                            may("broken_off", STEPS),
                            may("changed_ms", MOMENT),
                            may("steps_claimed", DONE))),
            new Table(
                    "step",
                    "session || ', ' || step",
                    List.of(
                            is("session", ID),
                            is("step", STEPS),
                            is("exercise", NAME),
                            is("side", SIDE),
                            is("kind", KIND),
                            is("planned", PLANNED),
                            is("done", DONE),
                            is("held_ms", ACTIVE),
                            is("outcome", STEP_OUTCOME),
                            is("started_ms", MOMENT),
                            is("started_offset", OFFSET),
                            may("set_number", SET),
                            is("load", LOAD))),
            new Table(
                    "checkin",
                    "id",
                    List.of(
                            is("id", ID),
                            is("at_ms", MOMENT),
                            is("at_offset", OFFSET),
                            may("pain", PAIN),
                            may("marker_bending", MARKER),
                            may("marker_hips", MARKER),
                            may("marker_balance", MARKER),
                            may("marker_ease", MARKER),
                            is("note", NOTE),
                            is("device", NAME))),
            new Table(
                    "rest",
                    "id",
                    List.of(
                            is("id", ID),
                            is("kind", REST_KIND),
                            is("at_ms", MOMENT),
                            is("at_offset", OFFSET),
                            may("until_ms", MOMENT),
                            new FieldColumn("until_ms", "(until_ms - at_ms)", SNOOZE, true),
                            may("days", DAYS),
                            is("reason", NOTE),
                            is("device", NAME))),
            new Table("deleted", "session", List.of(is("session", ID), is("deleted_ms", MOMENT))),
            new Table("changed", "id", List.of(is("id", ID), is("at_ms", MOMENT), is("year", YEAR))),
            new Table(
                    "change",
                    "change",
                    List.of(
                            is("made_ms", MOMENT),
                            is("made_offset", OFFSET),
                            is("undone", UNDONE),
                            may("kind", CHANGE_KIND),
                            may("undone_ms", MOMENT))));

    private FieldRules() {}

    /** The names of the columns of a table that have a rule; a sync writes the cells of a row in this order. */
    public static List<String> columns(String table) {
        return TABLES.stream()
                .filter(each -> each.name().equals(table))
                .flatMap(each -> each.columns().stream().map(FieldColumn::name))
                .distinct()
                .toList();
    }

    /** The same as a list for SQL. */
    public static String columnList(String table) {
        return String.join(", ", columns(table));
    }

    private static FieldColumn is(String name, FieldRule rule) {
        return new FieldColumn(name, name, rule, false);
    }

    private static FieldColumn may(String name, FieldRule rule) {
        return new FieldColumn(name, name, rule, true);
    }

    /** The rows of a database that hold what is not allowed, each as {@code session ID: invalid ...}; at most so many. */
    public static List<String> faults(Connection connection, String schema, int most) throws SQLException {
        var faults = new ArrayList<String>();
        for (var table : TABLES) {
            var there = columns(connection, schema, table.name());
            var columns = table.columns().stream()
                    .filter(column -> there.contains(column.name()))
                    .toList();
            if (!columns.isEmpty()) {
                faults(connection, schema, new Table(table.name(), table.key(), columns), most - faults.size(), faults);
            }
        }
        return faults;
    }

    private static void faults(Connection connection, String schema, Table table, int most, List<String> faults)
            throws SQLException {
        var which = IntStream.range(0, table.columns().size())
                .mapToObj(i -> "WHEN NOT (" + table.columns().get(i).sql() + ") THEN " + i)
                .collect(Collectors.joining(" ", "CASE ", " END"));
        var sql = "SELECT * FROM (SELECT " + table.key() + " AS row_key, " + which + " AS fault, * FROM " + schema + "."
                + table.name() + ") WHERE fault IS NOT NULL LIMIT " + most;
        faults.addAll(Query.list(connection, sql, row -> {
            var column = table.columns().get(row.getInt("fault"));
            return table.name() + " " + row.getString("row_key") + ": "
                    + column.rule().fault(column.name(), String.valueOf(row.getString(column.name())));
        }));
    }

    /** Those that the table of a database has; an older one has fewer, or no such table. */
    private static Set<String> columns(Connection connection, String schema, String table) throws SQLException {
        return new HashSet<>(
                Query.texts(connection, "SELECT name FROM pragma_table_info('" + table + "', '" + schema + "')"));
    }
}
