package stretch.history;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import stretch.catalogue.Outcome;
import stretch.text.Json;

/** Writes the record as CSV or JSON, row by row; sessions that still run are left out. */
public final class Export {
    /** What is exported: the name of the JSON array, and the columns in order. */
    public enum Rows {
        SESSIONS("session,routine,started_at,ended_at,active_seconds,outcome,steps_done,steps_planned,"
                + "pain_before,pain_after,note,device"),
        STEPS("session,step,routine,exercise,side,kind,planned,done,unit,seconds,outcome,started_at"),
        CHECKINS("checkin,at,pain,marker_bending,marker_hips,marker_balance,marker_ease,note,device"),
        RESTS("rest,kind,at,until,days,reason,device");

        @SuppressWarnings("ImmutableEnumChecker") // List.of cannot change
        private final List<String> columns;

        Rows(String columns) {
            this.columns = List.of(columns.split(","));
        }

        List<String> columns() {
            return columns;
        }

        String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");

    private Export() {}

    /** Writes CSV: UTF-8 text by RFC 4180 with LF, a header line first; free text is safe for spreadsheets. */
    public static void csv(Optional<History> history, Filter filter, Rows what, Writer out) {
        // The writer stays open: it belongs to the caller.
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        csv.writeRecord(what.columns);
        if (what == Rows.STEPS) {
            flush(csv);
            var lines = new StepLines(out);
            steps(history, filter, lines::write);
        } else {
            each(history, filter, what, cells -> csv.writeRecord(texts(cells.subList(0, what.columns.size()))));
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
        return value instanceof String text ? Formula.neutralised(text) : String.valueOf(value);
    }

    /** Writes one JSON object that holds an array of rows, a line each. */
    public static void json(Optional<History> history, Filter filter, Rows what, Writer out) {
        try {
            out.write("{\"" + what.id() + "\":[");
            var first = new boolean[] {true};
            each(history, filter, what, cells -> {
                try {
                    out.write(first[0] ? "\n" : ",\n");
                    first[0] = false;
                    Json.write(out, named(what, cells));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            out.write("\n]");
            if (what == Rows.SESSIONS && filter.equals(Filter.ALL)) {
                along(history, Rows.CHECKINS, out);
                along(history, Rows.RESTS, out);
                deleted(history, out);
            }
            out.write("}\n");
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A whole export takes along what else was said, so that it can be brought in elsewhere as one file. */
    private static void along(Optional<History> history, Rows what, Writer out) throws IOException {
        var rows = new ArrayList<Map<String, Object>>();
        each(history, Filter.ALL, what, cells -> rows.add(named(what, cells)));
        if (!rows.isEmpty()) {
            out.write(",\"" + what.id() + "\":");
            Json.write(out, rows);
        }
    }

    /** Deletions travel as well, or what was deleted here would come back from another machine. */
    private static void deleted(Optional<History> history, Writer out) throws IOException {
        List<Map<String, Object>> rows =
                history.map(it -> it.beside().deleted()).orElse(List.of());
        if (!rows.isEmpty()) {
            out.write(",\"deleted\":");
            Json.write(out, rows);
        }
    }

    private static Map<String, Object> named(Rows what, List<Object> cells) {
        var row = new LinkedHashMap<String, Object>();
        for (int i = 0; i < cells.size(); i++) {
            // Past the columns of CSV there is only when a session was edited, which decides between two versions.
            row.put(i < what.columns.size() ? what.columns.get(i) : "changed_at", cells.get(i));
        }
        return row;
    }

    private static void each(Optional<History> record, Filter filter, Rows what, Consumer<List<Object>> reader) {
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
            case CHECKINS, RESTS -> history.beside().said(what, filter, reader);
        }
    }

    private static void steps(Optional<History> record, Filter filter, Consumer<History.StepOfSession> reader) {
        record.ifPresent(history -> history.steps(filter, row -> {
            if (!row.running()) {
                reader.accept(row);
            }
        }));
    }

    private static List<Object> cells(SessionRow row, Outcome outcome) {
        var cells = new ArrayList<Object>(List.of(
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
                row.device()));
        row.changedAt().ifPresent(at -> cells.add(stamp(at.atOffset(ZoneOffset.UTC))));
        return cells;
    }

    private static List<Object> cells(History.StepOfSession row) {
        var step = row.step();
        var cells = new ArrayList<Object>();
        cells.add(row.session());
        cells.add(step.step());
        cells.add(row.routine());
        cells.add(step.exercise());
        cells.add(step.side().id());
        cells.add(step.kind().id());
        cells.add(step.planned());
        cells.add(step.done());
        cells.add(step.kind().unit());
        cells.add(seconds(step.held()));
        cells.add(step.outcome().id());
        cells.add(stamp(step.startedAt()));
        return cells;
    }

    private static Optional<Integer> number(OptionalInt number) {
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
