package stretch.history.transfer;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import stretch.catalogue.Outcome;
import stretch.history.Filter;
import stretch.history.History;
import stretch.history.SessionRow;
import stretch.history.StepRow;

/** Writes the record as CSV, row by row; sessions that still run are left out. */
public final class Export {
    /** What is exported: its name in JSON, and the columns in order. */
    public enum ExportTable {
        SESSIONS("session,routine,started_at,ended_at,active_seconds,outcome,steps_done,steps_planned,"
                + "pain_before,pain_after,note,device"),
        STEPS("session,step,routine,exercise,side,kind,planned,done,unit,seconds,outcome,started_at"),
        CHECKINS("checkin,at,pain,marker_bending,marker_hips,marker_balance,marker_ease,note,device"),
        PAUSES("rest,kind,at,until,days,reason,device");

        @SuppressWarnings("ImmutableEnumChecker") // List.of cannot change
        private final List<String> columns;

        ExportTable(String columns) {
            this.columns = List.of(columns.split(","));
        }

        public List<String> columns() {
            return columns;
        }

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

    private Export() {}

    /** Writes CSV: UTF-8 text by RFC 4180 with LF, a header line first; free text is safe for spreadsheets. */
    public static void csv(Optional<History> history, Filter filter, ExportTable what, Writer out) {
        // The writer stays open: it belongs to the caller.
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        csv.writeRecord(what.columns);
        if (what == ExportTable.STEPS) {
            flush(csv);
            var lines = new StepCsvWriter(out);
            steps(history, filter, lines::write);
        } else {
            each(history, filter, what, cells -> csv.writeRecord(texts(cells)));
        }
        flush(csv);
    }

    private static void flush(CsvWriter csv) {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] texts(List<Object> cells) {
        var texts = new String[cells.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = cell(cells.get(i));
        }
        return texts;
    }

    private static String cell(Object value) {
        if (value instanceof Optional<?> absent) {
            return absent.map(String::valueOf).orElse("");
        }
        return value instanceof String text ? CsvInjection.neutralised(text) : String.valueOf(value);
    }

    /** Hands over the rows cell by cell, in the order of their columns. */
    static void each(Optional<History> record, Filter filter, ExportTable what, Consumer<List<Object>> reader) {
        if (record.isEmpty()) {
            return;
        }
        var history = record.get();
        switch (what) {
            case SESSIONS ->
                history.sessions(filter, row -> {
                    row.outcome().ifPresent(outcome -> reader.accept(cells(row, outcome)));
                });
            case STEPS -> steps(record, filter, row -> reader.accept(cells(row)));
            case CHECKINS -> history.checkInExport().checkIns(filter, reader);
            case PAUSES -> history.checkInExport().pauses(filter, reader);
        }
    }

    private static void steps(Optional<History> record, Filter filter, Consumer<History.StepOfSession> reader) {
        record.ifPresent(history -> history.steps(filter, row -> {
            if (!row.running()) {
                reader.accept(row);
            }
        }));
    }

    static List<Object> cells(SessionRow row, Outcome outcome) {
        return List.of(
                row.id(),
                row.routine(),
                stamp(row.startedAt().toOffsetDateTime()),
                row.endedAt().map(Export::stamp),
                seconds(row.active()),
                outcome.id(),
                row.stepsDone(),
                row.stepsPlanned(),
                number(row.painBefore()),
                number(row.painAfter()),
                row.note(),
                row.device());
    }

    private static List<Object> cells(History.StepOfSession row) {
        var cells = new ArrayList<Object>(List.of(row.session(), row.step().step(), row.routine()));
        var own = cells(row.step());
        cells.addAll(own.subList(1, own.size()));
        return cells;
    }

    /** The cells of a step but for those of its session. */
    static List<Object> cells(StepRow step) {
        return List.of(
                step.step(),
                step.exercise(),
                step.side().id(),
                step.kind().id(),
                step.planned(),
                step.done(),
                step.kind().unit(),
                seconds(step.held()),
                step.outcome().id(),
                stamp(step.startedAt()));
    }

    static Optional<Integer> number(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    /** ISO 8601 to the millisecond, with the offset, as in every output for scripts. */
    public static String stamp(OffsetDateTime moment) {
        return stamp(new StringBuilder(29), moment).toString();
    }

    static StringBuilder stamp(StringBuilder text, OffsetDateTime moment) {
        int year = moment.getYear();
        if (year < 1000 || year > 9999) {
            return text.append(STAMP.format(moment));
        }
        // By hand at a tenth of the formatter's time, which would be most of a long export's.
        text.append(year);
        two(text.append('-'), moment.getMonthValue());
        two(text.append('-'), moment.getDayOfMonth());
        two(text.append('T'), moment.getHour());
        two(text.append(':'), moment.getMinute());
        two(text.append(':'), moment.getSecond());
        int millis = moment.getNano() / 1_000_000;
        two(text.append('.').append((char) ('0' + millis / 100)), millis % 100);
        var offset = moment.getOffset();
        return text.append(Math.abs(offset.getTotalSeconds()) < 60 ? "+00:00" : offset.getId(), 0, 6);
    }

    private static void two(StringBuilder text, int number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /** Seconds to the millisecond without idle zeros: 60, 12.437. */
    private static BigDecimal seconds(Duration length) {
        var exact = BigDecimal.valueOf(length.toMillis(), 3).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }
}
