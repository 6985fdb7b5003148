package stretch.history.entry;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import stretch.text.Durations;
import stretch.text.TerminalSafe;
import stretch.text.Words;

/** What a field of the history may hold; {@link FieldRules} has the rule of each. */
public sealed interface FieldRule {
    /** What is allowed, in words that follow "expected". */
    String expected();

    /** An SQL condition that is true where a column of the database holds what is allowed, and else false or NULL. */
    String sql(String column);

    /** The message about a value that is not allowed: {@code invalid pain '11': expected 0 to 10}. */
    default String fault(String name, String value) {
        var shown = TerminalSafe.line(value.length() > 60 ? value.substring(0, 60) : value);
        return "invalid " + name + " '" + shown + (value.length() > 60 ? "..." : "") + "': expected " + expected();
    }

    /** Text; its characters are counted as Unicode does, and NUL is none of them. */
    record Text(int longest, boolean needed) implements FieldRule {
        public boolean allows(String text) {
            return text.codePointCount(0, text.length()) <= longest
                    && text.indexOf('\0') < 0
                    && !(needed && text.isBlank());
        }

        @Override
        public String fault(String name, String value) {
            return value.indexOf('\0') < 0
                    ? FieldRule.super.fault(name, value)
                    : "invalid " + name + ": expected text without the character U+0000";
        }

        @Override
        public String expected() {
            return (needed ? "1 to " : "at most ") + longest + " characters";
        }

        @Override
        public String sql(String column) {
            return "typeof(" + column + ") = 'text' AND length(" + column + ") <= " + longest + " AND instr(" + column
                    + ", char(0)) = 0" + (needed ? " AND trim(" + column + ") <> ''" : "");
        }
    }

    record Whole(int least, int most) implements FieldRule {
        public boolean allows(long number) {
            return number >= least && number <= most;
        }

        @Override
        public String expected() {
            return least + " to " + most;
        }

        @Override
        public String sql(String column) {
            return integer(column, least, most);
        }
    }

    /** A length of time; in milliseconds where it is stored. */
    record Length(Duration least, Duration most) implements FieldRule {
        public boolean allows(Duration length) {
            return length.compareTo(least) >= 0 && length.compareTo(most) <= 0;
        }

        @Override
        public String expected() {
            return Durations.compact(least) + " to " + Durations.compact(most);
        }

        @Override
        public String sql(String column) {
            return integer(column, least.toMillis(), most.toMillis());
        }
    }

    /** A moment with its offset; in milliseconds since 1970 where it is stored. */
    record MomentRule(int firstYear, int lastYear) implements FieldRule {
        /** Whether the moment is allowed, by its local year. */
        public boolean allows(OffsetDateTime moment) {
            return moment.getYear() >= firstYear && moment.getYear() <= lastYear;
        }

        @Override
        public String expected() {
            return "a time with its offset, " + firstYear + " to " + lastYear + ", such as 2026-11-21T08:00:00+01:00";
        }

        /** The offset is in another column, and at most 18 hours. */
        @Override
        public String sql(String column) {
            long spare = Duration.ofHours(18).toMillis();
            return integer(column, start(firstYear) - spare, start(lastYear + 1) + spare);
        }

        private static long start(int year) {
            return LocalDate.of(year, 1, 1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .toEpochMilli();
        }
    }

    /** One of a few words. */
    record Word(List<String> words) implements FieldRule {
        public Word {
            words = List.copyOf(words);
        }

        public boolean allows(String word) {
            return words.contains(word);
        }

        @Override
        public String expected() {
            return Words.or(words);
        }

        @Override
        public String sql(String column) {
            return column + " IN ("
                    + words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(", ")) + ")";
        }
    }

    record Id() implements FieldRule {
        @Override
        public String expected() {
            return "an id as 'stretch export' writes it";
        }

        @Override
        public String sql(String column) {
            var hex = "[0-9a-f]";
            return "length(" + column + ") = 36 AND " + column + " GLOB '"
                    + String.join("-", hex.repeat(8), hex.repeat(4), hex.repeat(4), hex.repeat(4), hex.repeat(12))
                    + "'";
        }
    }

    private static String integer(String column, long least, long most) {
        return "typeof(" + column + ") = 'integer' AND " + column + " BETWEEN " + least + " AND " + most;
    }
}
