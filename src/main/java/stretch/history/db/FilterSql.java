package stretch.history.db;

import java.util.ArrayList;
import java.util.List;
import stretch.history.entry.Filter;

/** A filter as SQL: conditions, and the values they ask for. */
public final class FilterSql {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    public FilterSql(Filter filter) {
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

    public String where() {
        return conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
    }

    public List<Object> values() {
        return List.copyOf(values);
    }
}
