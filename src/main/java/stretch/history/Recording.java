package stretch.history;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.OptionalInt;
import stretch.Exit;
import stretch.Failure;
import stretch.catalogue.Outcome;

/** A session that is being recorded; each call is on disk when it returns. */
public final class Recording {
    private final Path file;
    private final Connection connection;
    private final String id;
    private final Turn turn;

    Recording(Path file, Connection connection, String id, Turn turn) {
        this.file = file;
        this.connection = connection;
        this.id = id;
        this.turn = turn;
    }

    /** Puts a step on record; a step that was gone back to replaces its earlier row, whose time it includes. */
    public void save(StepRow step) {
        try {
            insert(connection, id, step);
        } catch (SQLException e) {
            throw Faults.of(file, e);
        }
    }

    static void insert(Connection connection, String id, StepRow step) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO step VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (session, step) DO UPDATE SET exercise = excluded.exercise, side = excluded.side,"
                + " kind = excluded.kind, planned = excluded.planned, done = excluded.done, held_ms = excluded.held_ms,"
                + " outcome = excluded.outcome, started_ms = excluded.started_ms,"
                + " started_offset = excluded.started_offset")) {
            insert.setString(1, id);
            insert.setInt(2, step.step());
            insert.setString(3, step.exercise());
            insert.setString(4, step.side().id());
            insert.setString(5, step.kind().id());
            insert.setInt(6, step.planned());
            insert.setInt(7, step.done());
            insert.setLong(8, step.held().toMillis());
            insert.setString(9, step.outcome().id());
            insert.setLong(10, step.startedAt().toInstant().toEpochMilli());
            insert.setInt(11, step.startedAt().getOffset().getTotalSeconds());
            insert.executeUpdate();
        }
    }

    /** Keeps what is to be done, so that the session can go on if it breaks off; steps may come in on the way. */
    public void plan(String plan, int steps) {
        update("UPDATE session SET plan = ?, steps_planned = ? WHERE id = ?", plan, steps);
    }

    /** Keeps which step was cut in its middle, where the session goes on if it is resumed. */
    public void brokeOff(int step) {
        update("UPDATE session SET broken_off = ? WHERE id = ?", step);
    }

    private void update(String sql, Object... values) {
        try (var update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            update.setString(values.length + 1, id);
            update.executeUpdate();
        } catch (SQLException e) {
            throw Faults.of(file, e);
        }
    }

    /** Closes the session and gives the turn back. */
    public void end(Outcome outcome, OffsetDateTime endedAt, Duration active, OptionalInt painAfter) {
        try (turn;
                var update = connection.prepareStatement("UPDATE session SET outcome = ?, ended_ms = ?,"
                        + " ended_offset = ?, active_ms = ?, pain_after = ?,"
                        + " plan = CASE WHEN ?1 = 'completed' THEN NULL ELSE plan END WHERE id = ?")) {
            update.setString(1, outcome.id());
            update.setLong(2, endedAt.toInstant().toEpochMilli());
            update.setInt(3, endedAt.getOffset().getTotalSeconds());
            update.setLong(4, active.toMillis());
            update.setObject(5, painAfter.isPresent() ? (Object) painAfter.getAsInt() : null);
            update.setString(6, id);
            update.executeUpdate();
        } catch (SQLException e) {
            throw Faults.of(file, e);
        } catch (IOException e) {
            throw new Failure(Exit.IO, file + ": its lock could not be given back (" + e.getMessage() + ")");
        }
    }

    /** Gives the turn back without a word on how the session ended; the next command finds it interrupted. */
    public void abandon() {
        try {
            turn.close();
        } catch (IOException e) {
            // It ends with the process anyway.
        }
    }
}
