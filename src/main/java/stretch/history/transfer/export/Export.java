package stretch.history.transfer.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import stretch.text.Named;

/** What exports hold: their columns, and how cells are written. */
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

    /** Thousandths as a number without idle zeros: 60, 12.437. */
    static void decimal(StringBuilder text, long thousandths) {
        text.append(thousandths / 1000);
        int left = (int) (thousandths % 1000);
        if (left > 0) {
            text.append('.');
        }
        for (int digit = 100; left > 0; digit /= 10) {
            text.append((char) ('0' + left / digit));
            left %= digit;
        }
    }
}
