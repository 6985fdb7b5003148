package stretch.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stretch.Exit;
import stretch.Failure;
import stretch.catalogue.Kind;
import stretch.catalogue.Outcome;
import stretch.catalogue.Side;
import stretch.catalogue.StepOutcome;
import stretch.text.Visible;

/** Rows on their way in: checked one by one, and put into temporary tables beside the record. */
final class Incoming implements AutoCloseable {
    private static final int MOST_MISTAKES = 50;
    private static final int LONGEST = 10_000;
    private static final int A_DAY = 86_400;

    /** Rows that go to SQLite in one call; our choice, more were no faster. */
    private static final int BATCH = 500;

    /** A date far off is a slip or damage, and streaks would walk all the way there. */
    static final int FIRST_YEAR = 1970;

    static final int LAST_YEAR = 2200;

    private static final Set<String> OUTCOMES = words(Outcome.values(), Outcome::id);
    private static final Set<String> STEP_OUTCOMES = words(StepOutcome.values(), StepOutcome::id);
    private static final Set<String> SIDES = words(Side.values(), Side::id);
    private static final Set<String> REST_KINDS = Set.of("snooze", "skip");
    private static final Set<String> KINDS = words(Kind.values(), Kind::id);

    private final String file;
    private final Function<String, String> restored;
    private final PreparedStatement session;
    private final PreparedStatement step;
    private final PreparedStatement deleted;
    private final PreparedStatement checkIn;
    private final PreparedStatement rest;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private UnaryOperator<String> cells = name -> "";
    private int line;

    /** What is wrong in a line. */
    private record Mistake(int line, String text) {}

    /** A row that was checked but has not gone to SQLite: all that wait go by the same statement. */
    private record Waiting(PreparedStatement insert, int line, String id) {}

    /** Nothing came in yet; {@code restored} gives text as it was before it went into a cell. */
    Incoming(Connection connection, String file, Function<String, String> restored) throws SQLException {
        this.file = file;
        this.restored = restored;
        session = connection.prepareStatement(
                "INSERT OR IGNORE INTO in_session (id, routine, started_ms, started_offset, zone,"
                        + " ended_ms, ended_offset, active_ms, outcome, steps_claimed, steps_planned, pain_before, pain_after,"
                        + " note, device, changed_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        step = connection.prepareStatement(
                "INSERT OR IGNORE INTO in_step (session, step, exercise, side, kind, planned, done,"
                        + " held_ms, outcome, started_ms, started_offset) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        deleted = connection.prepareStatement("INSERT OR IGNORE INTO in_deleted VALUES (?, ?)");
        checkIn = connection.prepareStatement("INSERT OR IGNORE INTO in_checkin (id, at_ms, at_offset, pain,"
                + " marker_bending, marker_hips, marker_balance, marker_ease, note, device)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        rest = connection.prepareStatement("INSERT OR IGNORE INTO in_rest (id, kind, at_ms, at_offset, until_ms, days,"
                + " reason, device) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    }

    private static <E> Set<String> words(E[] values, Function<E, String> id) {
        return Arrays.stream(values).map(id).collect(Collectors.toSet());
    }

    /** One row of a file; {@code row} gives the text of a cell by the name of its column, "" where there is none. */
    void row(String kind, UnaryOperator<String> row, int at) throws SQLException {
        cells = row;
        line = at;
        int before = mistakes.size();
        switch (kind) {
            case "sessions" -> session(before);
            case "steps" -> step(before);
            case "deleted" -> deleted(before);
            case "checkins" -> checkIn(before);
            case "rests" -> rest(before);
            default -> mistake("'" + Visible.line(kind) + "' is nothing that can be imported; sessions and steps are");
        }
        if (mistakes.size() >= MOST_MISTAKES) {
            refuse();
        }
    }

    private void session(int before) throws SQLException {
        var start = moment("started_at", true);
        var end = moment("ended_at", false);
        var values = Stream.<@Nullable Object>of(
                        id("session"),
                        text("routine", true),
                        millis(start),
                        offset(start),
                        start == null ? "" : start.getOffset().getId(),
                        millis(end),
                        offset(end),
                        seconds("active_seconds"),
                        word("outcome", OUTCOMES),
                        number("steps_done", 0, 100_000, true),
                        number("steps_planned", 1, 100_000, true),
                        number("pain_before", 0, 10, false),
                        number("pain_after", 0, 10, false),
                        text("note", false),
                        text("device", true),
                        millis(moment("changed_at", false)))
                .toArray();
        if (end != null && start != null && end.isBefore(start)) {
            mistake("'ended_at' lies before 'started_at'; write the later one there");
        }
        put(session, before, values);
    }

    private void step(int before) throws SQLException {
        var start = moment("started_at", true);
        put(
                step,
                before,
                id("session"),
                number("step", 1, 100_000, true),
                text("exercise", true),
                word("side", SIDES),
                word("kind", KINDS),
                number("planned", 1, 100_000, true),
                number("done", 0, 100_000, true),
                seconds("seconds"),
                word("outcome", STEP_OUTCOMES),
                millis(start),
                offset(start));
    }

    private void deleted(int before) throws SQLException {
        put(deleted, before, id("session"), millis(moment("deleted_at", true)));
    }

    private void checkIn(int before) throws SQLException {
        var at = moment("at", true);
        put(
                checkIn,
                before,
                id("checkin"),
                millis(at),
                offset(at),
                number("pain", 0, 10, false),
                marker("marker_bending"),
                marker("marker_hips"),
                marker("marker_balance"),
                marker("marker_ease"),
                text("note", false),
                text("device", true));
    }

    private @Nullable String marker(String name) {
        return cell(name).isEmpty() ? null : word(name, CheckIn.WORDS);
    }

    private void rest(int before) throws SQLException {
        var at = moment("at", true);
        boolean snooze = word("kind", REST_KINDS).equals("snooze");
        put(
                rest,
                before,
                id("rest"),
                cell("kind"),
                millis(at),
                offset(at),
                snooze ? millis(moment("until", true)) : null,
                snooze ? null : number("days", 1, Rest.MOST_DAYS, true),
                text("reason", false),
                text("device", true));
    }

    private void put(PreparedStatement insert, int before, @Nullable Object... values) throws SQLException {
        if (mistakes.size() > before) {
            return;
        }
        if (waiting.size() >= BATCH || (!waiting.isEmpty() && waiting.get(0).insert() != insert)) {
            send();
        }
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
        insert.addBatch();
        waiting.add(new Waiting(insert, line, String.valueOf(values[0])));
    }

    /** Puts in what waits; a row that changes nothing has the id of another. */
    private void send() throws SQLException {
        if (waiting.isEmpty()) {
            return;
        }
        var changes = waiting.get(0).insert().executeBatch();
        for (int i = 0; i < changes.length; i++) {
            if (changes[i] == 0) {
                var row = waiting.get(i);
                mistakes.add(new Mistake(
                        row.line(), "the id '" + Visible.line(row.id()) + "' comes twice; keep one of the two"));
            }
        }
        waiting.clear();
    }

    private String cell(String name) {
        return cells.apply(name);
    }

    private String id(String name) {
        var id = cell(name);
        if (!Cell.isId(id)) {
            mistake(name, "is no id; leave it as 'stretch export' wrote it");
        }
        return id;
    }

    private String text(String name, boolean needed) {
        var text = restored.apply(cell(name));
        if (needed && text.isBlank()) {
            mistake(name, "is missing; leave it as 'stretch export' wrote it");
        } else if (text.length() > LONGEST) {
            mistake("'" + name + "' is longer than " + LONGEST + " characters; shorten it");
        }
        return text;
    }

    private String word(String name, Set<String> words) {
        if (!words.contains(cell(name))) {
            mistake(name, "is none; write " + words.stream().sorted().collect(Collectors.joining(", ")));
        }
        return cell(name);
    }

    private @Nullable Long number(String name, int least, int most, boolean needed) {
        if (cell(name).isEmpty() && !needed) {
            return null;
        }
        var number = Cell.number(cell(name));
        if (number == null || number < least || number > most) {
            mistake(name, "is no number from " + least + " to " + most + "; write one");
            return null;
        }
        return number;
    }

    private @Nullable Long seconds(String name) {
        var millis = Cell.millis(cell(name));
        if (millis == null) {
            mistake(name, "is no number of seconds; write one such as 60 or 12.4");
        }
        return millis;
    }

    private @Nullable OffsetDateTime moment(String name, boolean needed) {
        if (cell(name).isEmpty() && !needed) {
            return null;
        }
        var moment = Cell.moment(cell(name));
        if (moment == null) {
            mistake(name, "is no moment; write one with its offset such as 2026-11-21T08:00:00+01:00");
            return null;
        }
        if (moment.getYear() < FIRST_YEAR || moment.getYear() > LAST_YEAR) {
            mistake(name, "lies before " + FIRST_YEAR + " or after " + LAST_YEAR + "; write the right year");
            return null;
        }
        return moment;
    }

    private static @Nullable Long millis(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant().toEpochMilli();
    }

    private static @Nullable Integer offset(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.getOffset().getTotalSeconds() % A_DAY;
    }

    private void mistake(String name, String what) {
        var shown = Visible.line(cell(name));
        mistake("'" + name + "' '" + (shown.length() > 60 ? shown.substring(0, 60) + "..." : shown) + "' " + what);
    }

    private void mistake(String what) {
        mistakes.add(new Mistake(line, what));
    }

    /** Puts in what still waits, and fails with every mistake that was found, if any was. */
    void refuse() throws SQLException {
        send();
        if (!mistakes.isEmpty()) {
            throw new Failure(
                    Exit.BAD_INPUT,
                    mistakes.stream()
                            .sorted(Comparator.comparingInt(Mistake::line))
                            .limit(MOST_MISTAKES)
                            .map(mistake -> file + ":" + mistake.line() + ": " + mistake.text())
                            .toList());
        }
    }

    @Override
    public void close() throws SQLException {
        session.close();
        step.close();
        deleted.close();
        checkIn.close();
        rest.close();
    }
}
