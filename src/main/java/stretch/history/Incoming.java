package stretch.history;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
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
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Set<String> OUTCOMES = words(Outcome.values(), Outcome::id);
    private static final Set<String> STEP_OUTCOMES = words(StepOutcome.values(), StepOutcome::id);
    private static final Set<String> SIDES = words(Side.values(), Side::id);
    private static final Set<String> KINDS = words(Kind.values(), Kind::id);

    private final String file;
    private final Function<String, String> restored;
    private final PreparedStatement session;
    private final PreparedStatement step;
    private final PreparedStatement deleted;
    private final List<String> mistakes = new ArrayList<>();
    private Map<String, String> cells = Map.of();
    private int line;

    /** Nothing came in yet; {@code restored} gives text as it was before it went into a cell. */
    Incoming(Connection connection, String file, Function<String, String> restored) throws SQLException {
        this.file = file;
        this.restored = restored;
        session = connection.prepareStatement("INSERT INTO in_session (id, routine, started_ms, started_offset, zone,"
                + " ended_ms, ended_offset, active_ms, outcome, steps_claimed, steps_planned, pain_before, pain_after,"
                + " note, device, changed_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        step = connection.prepareStatement("INSERT INTO in_step (session, step, exercise, side, kind, planned, done,"
                + " held_ms, outcome, started_ms, started_offset) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        deleted = connection.prepareStatement("INSERT INTO in_deleted VALUES (?, ?)");
    }

    private static <E> Set<String> words(E[] values, Function<E, String> id) {
        return Arrays.stream(values).map(id).collect(Collectors.toSet());
    }

    /** One row of a file. */
    void row(String kind, Map<String, String> row, int at) {
        cells = row;
        line = at;
        int before = mistakes.size();
        try {
            switch (kind) {
                case "sessions" -> session(before);
                case "steps" -> step(before);
                case "deleted" -> deleted(before);
                default ->
                    mistake("'" + Visible.line(kind) + "' is nothing that can be imported; sessions and steps are");
            }
        } catch (SQLException e) {
            mistake("the id '" + Visible.line(cells.getOrDefault("session", ""))
                    + "' comes twice; keep one of the two");
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

    private void put(PreparedStatement insert, int before, @Nullable Object... values) throws SQLException {
        if (mistakes.size() > before) {
            return;
        }
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
        insert.executeUpdate();
    }

    private String cell(String name) {
        return cells.getOrDefault(name, "");
    }

    private String id(String name) {
        var id = cell(name);
        if (!ID.matcher(id).matches()) {
            mistake(name, "is no session id; leave it as 'stretch export' wrote it");
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
        if (!cell(name).matches("\\d{1,9}")
                || Long.parseLong(cell(name)) < least
                || Long.parseLong(cell(name)) > most) {
            mistake(name, "is no number from " + least + " to " + most + "; write one");
            return null;
        }
        return Long.parseLong(cell(name));
    }

    private @Nullable Long seconds(String name) {
        if (!cell(name).matches("\\d{1,8}(\\.\\d{1,9})?")) {
            mistake(name, "is no number of seconds; write one such as 60 or 12.4");
            return null;
        }
        return new BigDecimal(cell(name)).movePointRight(3).longValue();
    }

    private @Nullable OffsetDateTime moment(String name, boolean needed) {
        if (cell(name).isEmpty() && !needed) {
            return null;
        }
        try {
            return OffsetDateTime.parse(cell(name));
        } catch (DateTimeException e) {
            mistake(name, "is no moment; write one with its offset such as 2026-11-21T08:00:00+01:00");
            return null;
        }
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
        mistakes.add(file + ":" + line + ": " + what);
    }

    /** Fails with every mistake that was found; does nothing if there is none. */
    void refuse() {
        if (!mistakes.isEmpty()) {
            throw new Failure(Exit.BAD_INPUT, mistakes);
        }
    }

    @Override
    public void close() throws SQLException {
        session.close();
        step.close();
        deleted.close();
    }
}
