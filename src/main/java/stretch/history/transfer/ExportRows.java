package stretch.history.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import stretch.history.Filter;
import stretch.history.History;

/** Reads the rows that are exported; sessions that still run are left out. */
final class ExportRows {
    private ExportRows() {}

    /** Hands over the rows cell by cell, in the order of their columns. */
    static void each(Optional<History> record, Filter filter, Export.ExportTable what, Consumer<List<Object>> reader) {
        if (record.isEmpty()) {
            return;
        }
        var history = record.get();
        switch (what) {
            case SESSIONS ->
                history.sessions(filter, row -> {
                    row.outcome().ifPresent(outcome -> reader.accept(Export.cells(row, outcome)));
                });
            case STEPS -> steps(record, filter, row -> reader.accept(cells(row)));
            case CHECKINS -> history.checkInExport().checkIns(filter, reader);
            case PAUSES -> history.checkInExport().pauses(filter, reader);
        }
    }

    static void steps(Optional<History> record, Filter filter, Consumer<History.StepOfSession> reader) {
        record.ifPresent(history -> history.steps(filter, row -> {
            if (!row.running()) {
                reader.accept(row);
            }
        }));
    }

    private static List<Object> cells(History.StepOfSession row) {
        var cells = new ArrayList<Object>(List.of(row.session(), row.step().step(), row.routine()));
        var own = Export.cells(row.step());
        cells.addAll(own.subList(1, own.size()));
        return cells;
    }
}
