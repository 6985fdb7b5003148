package stretch.history.transfer;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stretch.history.entry.FieldRule;
import stretch.history.entry.FieldRules;
import stretch.history.transfer.export.CsvInjection;
import stretch.json.Json;
import stretch.text.BadInput;

/** A row of a file on its way in, whatever its format: its cells, and what is wrong with those that were looked at. */
sealed interface ImportRow {
    /** The text of a cell by the name of its column; "" where there is none. */
    String cell(String column);

    /** The text as it was before it went into the cell. */
    default String text(String column) {
        return cell(column);
    }

    /** Whether the cell may be read as a number, or else as text; where it holds nothing, as both. */
    boolean isReadAs(boolean number, String column);

    /** The line of the row, from 1. */
    int line();

    /** What is wrong with a cell, at its line and its column, which in a table is the number of the cell. */
    BadInput fault(String column, String what);

    /** What is wrong with it as far as it was looked at; a list that may be added to. */
    List<BadInput> mistakes();

    default boolean isEmpty(String name) {
        return cell(name).isEmpty();
    }

    default String id(String name) {
        var id = cell(name);
        check(name, FieldRules.ID, false, CellParser.isId(id));
        return id;
    }

    default String text(String name, FieldRule.Text rule) {
        var text = text(name);
        check(name, rule, false, rule.allows(text));
        return text;
    }

    default String word(String name, FieldRule.Word rule) {
        check(name, rule, false, rule.allows(cell(name)));
        return cell(name);
    }

    default long number(String name, FieldRule.Whole rule) {
        var number = CellParser.number(cell(name));
        return check(name, rule, true, number != null && rule.allows(number)) && number != null ? number : 0;
    }

    @Nullable
    default Long numberIfAny(String name, FieldRule.Whole rule) {
        return isEmpty(name) ? null : (Long) number(name, rule);
    }

    /** Seconds, as milliseconds. */
    default long seconds(String name, FieldRule.Length rule) {
        var millis = CellParser.millis(cell(name));
        boolean right = check(name, rule, true, millis != null && rule.allows(Duration.ofMillis(millis)));
        return right && millis != null ? millis : 0;
    }

    @Nullable
    default OffsetDateTime moment(String name) {
        var moment = CellParser.moment(cell(name));
        boolean right = check(name, FieldRules.MOMENT, false, moment != null && FieldRules.MOMENT.allows(moment));
        return right ? moment : null;
    }

    @Nullable
    default OffsetDateTime momentIfAny(String name) {
        return isEmpty(name) ? null : moment(name);
    }

    static @Nullable Long millis(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant().toEpochMilli();
    }

    static @Nullable Integer offset(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.getOffset().getTotalSeconds();
    }

    private boolean check(String name, FieldRule rule, boolean number, boolean allowed) {
        boolean right = allowed && isReadAs(number, name);
        if (!right) {
            problem(
                    name,
                    allowed
                            ? "invalid " + name + ": expected " + (number ? "a number" : "text in quotes")
                            : rule.fault(name, text(name)));
        }
        return right;
    }

    default void problem(String name, String what) {
        mistakes().add(fault(name, what));
    }

    /**
     * A row of a CSV file.
     *
     * @param columns the index of each column by its name
     */
    record CsvRow(CsvRecord record, Map<String, Integer> columns, List<BadInput> mistakes) implements ImportRow {
        @Override
        public String cell(String column) {
            var index = columns.get(column);
            return index == null ? "" : record.getField(index);
        }

        @Override
        public String text(String column) {
            return CsvInjection.restored(cell(column));
        }

        @Override
        public boolean isReadAs(boolean number, String column) {
            return true;
        }

        @Override
        public int line() {
            return (int) record.getStartingLineNumber();
        }

        @Override
        public BadInput fault(String column, String what) {
            var index = columns.get(column);
            return new BadInput(line(), index == null ? 0 : index + 1, what);
        }
    }

    /**
     * An object of a JSON file.
     *
     * @param given cells that it takes from the object it stands in
     */
    record JsonRow(Json.JsonRowReader row, Map<String, String> given, List<BadInput> mistakes) implements ImportRow {
        @Override
        public String cell(String column) {
            var value = row.values().get(column);
            return value == null || given.containsKey(column) ? given.getOrDefault(column, "") : value.text();
        }

        @Override
        public boolean isReadAs(boolean number, String column) {
            var value = row.values().get(column);
            return value == null
                    || value.type() == Json.Value.Type.NULL
                    || value.type() == (number ? Json.Value.Type.NUMBER : Json.Value.Type.TEXT);
        }

        @Override
        public int line() {
            return row.line();
        }

        @Override
        public BadInput fault(String column, String what) {
            var value = row.values().get(column);
            return value == null ? new BadInput(row.line(), row.column(), what) : value.fault(what);
        }
    }
}
