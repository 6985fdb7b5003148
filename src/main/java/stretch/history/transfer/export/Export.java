package stretch.history.transfer.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import stretch.catalogue.Outcome;
import stretch.history.entry.SessionRow;
import stretch.history.entry.StepRow;
import stretch.text.Named;

/** What exports hold: their columns and cells, and how these are written. */
public final class Export {
    /** What is exported: its name in JSON, and the columns in order; the later ones are missing in older files. */
    public enum ExportTable implements Named {
        SESSIONS(
                "session,routine,started_at,ended_at,active_seconds,outcome,steps_done,steps_planned,"
                        + "pain_before,pain_after,note,device",
                "",
                "date,time,minutes"),
        STEPS(
                "session,step,routine,exercise,side,kind,planned,done,unit,seconds,outcome,started_at",
                "set,load",
                "date,time"),
        CHECKINS("checkin,at,pain,marker_bending,marker_hips,marker_balance,marker_ease,note,device", "", "date,time"),
        PAUSES("rest,kind,at,until,days,reason,device", "", "");

        @SuppressWarnings("ImmutableEnumChecker") // Stream.toList cannot change
        private final List<String> first;

        @SuppressWarnings("ImmutableEnumChecker") // Stream.toList cannot change
        private final List<String> columns;

        @SuppressWarnings("ImmutableEnumChecker") // Stream.toList cannot change
        private final List<String> csvColumns;

        ExportTable(String first, String later, String local) {
            this.first = names(first);
            this.columns = names(first + "," + later);
            this.csvColumns = names(first + "," + later + "," + local);
        }

        private static List<String> names(String list) {
            return Stream.of(list.split(",")).filter(name -> !name.isEmpty()).toList();
        }

        /** Those that every file has, however old. */
        public List<String> firstColumns() {
            return first;
        }

        public List<String> columns() {
            return columns;
        }

        /** Those of a CSV file: for spreadsheets it ends with what the clock and the calendar there showed. */
        List<String> csvColumns() {
            return csvColumns;
        }
    }

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

    private Export() {}

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
                stamp(step.startedAt()),
                number(step.set()),
                step.load());
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

    /** Writes on; what goes wrong is for whoever opened the writer. */
    static void write(Writer out, CharSequence text) {
        try {
            out.append(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void two(StringBuilder text, int number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /** Seconds to the millisecond without idle zeros: 60, 12.437. */
    private static BigDecimal seconds(Duration length) {
        return plain(BigDecimal.valueOf(length.toMillis(), 3));
    }

    /** Without idle zeros. */
    static BigDecimal plain(BigDecimal number) {
        var exact = number.stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    /** The local date of a {@link #stamp}. */
    static String date(String stamp) {
        return stamp.substring(0, 10);
    }

    /** The local time of a {@link #stamp}, to the second. */
    static String time(String stamp) {
        return stamp.substring(11, 19);
    }
}
