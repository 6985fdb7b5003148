package stretch.history;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Reads sessions together with their steps. */
record SessionRows(Store store) {
    /** A session as it is stored, with what only exports ask for. */
    record WholeSession(
            SessionRow row,
            String zone,
            OptionalInt stepsClaimed,
            OptionalInt brokenOff,
            Optional<String> plan,
            List<StepRow> steps) {}

    /** Hands over the sessions that pass the filter one by one, oldest first; the steps are read alongside. */
    void whole(Filter filter, Consumer<WholeSession> reader) {
        var query = new Query(filter);
        var read = new StepRows();
        try (var steps = store.rows(StepRows.select(query), query.values(), read::read)) {
            var next = new Next(steps);
            store.each(
                    "SELECT " + Rows.SESSION_COLUMNS
                            + ", session.steps_claimed AS claimed, session.broken_off, session.plan FROM session "
                            + query.where() + Rows.SESSION_ORDER,
                    query.values(),
                    row -> {
                        var session = Rows.session(row);
                        reader.accept(new WholeSession(
                                session,
                                row.getString("zone"),
                                Rows.number(row, "claimed"),
                                Rows.number(row, "broken_off"),
                                Optional.ofNullable(row.getString("plan")),
                                next.of(session.id())));
                    });
        }
    }

    /** The steps that were not asked for yet; both queries go through the sessions in the same order. */
    private static final class Next {
        private final Iterator<History.StepOfSession> steps;
        private Optional<History.StepOfSession> first = Optional.empty();

        Next(Iterator<History.StepOfSession> steps) {
            this.steps = steps;
            advance();
        }

        private void advance() {
            first = steps.hasNext() ? Optional.of(steps.next()) : Optional.empty();
        }

        List<StepRow> of(String session) {
            var found = new ArrayList<StepRow>();
            while (first.isPresent() && first.get().session().equals(session)) {
                found.add(first.get().step());
                advance();
            }
            return found;
        }
    }
}
