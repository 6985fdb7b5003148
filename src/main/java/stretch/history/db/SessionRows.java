package stretch.history.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import stretch.history.History;
import stretch.history.entry.Filter;
import stretch.history.entry.SessionRow;
import stretch.history.entry.StepRow;
import stretch.history.transfer.export.StepQuery;

/** Reads sessions together with their steps. */
public record SessionRows(Database database) {
    /** A session as it is stored, with what only exports ask for. */
    public record WholeSession(
            SessionRow row,
            String zone,
            OptionalInt stepsClaimed,
            OptionalInt brokenOff,
            Optional<String> plan,
            List<StepRow> steps) {}

    /** Hands over the sessions that pass the filter one by one, oldest first; the steps are read alongside. */
    public void whole(Filter filter, Consumer<WholeSession> reader) {
        var filterSql = new FilterSql(filter);
        try (var statement = database.prepare(StepQuery.select(filterSql), filterSql.values());
                var steps = statement.executeQuery()) {
            var next = new Next(steps);
            database.each(
                    "SELECT " + RowMapper.SESSION_COLUMNS
                            + ", session.steps_claimed AS claimed, session.broken_off, session.plan FROM session "
                            + filterSql.where() + RowMapper.SESSION_ORDER,
                    filterSql.values(),
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

    /** The steps that were not asked for yet; both queries go through the sessions in the same order. */
    private static final class Next {
        private final ResultSet rows;
        private final StepQuery query = new StepQuery();
        private Optional<History.StepOfSession> first = Optional.empty();

        Next(ResultSet rows) throws SQLException {
            this.rows = rows;
            advance();
        }

        private void advance() throws SQLException {
            first = rows.next() ? Optional.of(query.read(rows)) : Optional.empty();
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
}
