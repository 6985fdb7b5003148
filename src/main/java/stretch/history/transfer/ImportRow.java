package stretch.history.transfer;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stretch.history.entry.FieldRule;
import stretch.history.entry.FieldRules;

/** One row of a file on its way in: its cells, and what is wrong with those that were looked at. */
final class ImportRow {
    private static final int A_DAY = 86_400;

    private final IncomingRow row;
    private final List<Mistake> problems = new ArrayList<>();

    /** What is wrong, and where. */
    record Mistake(IncomingRow.Place place, String text) {}

    /** A row of which nothing was looked at. */
    ImportRow(IncomingRow row) {
        this.row = row;
    }

    /** The number of the line in the file, from 1. */
    int number() {
        return row.line();
    }

    List<Mistake> mistakes() {
        return List.copyOf(problems);
    }

    boolean isEmpty(String name) {
        return row.cell(name).isEmpty();
    }

    String id(String name) {
        var id = row.cell(name);
        check(name, FieldRules.ID, false, CellParser.isId(id));
        return id;
    }

    String text(String name, FieldRule.Text rule) {
        var text = row.text(name);
        check(name, rule, false, rule.allows(text));
        return text;
    }

    String word(String name, FieldRule.Word rule) {
        check(name, rule, false, rule.allows(row.cell(name)));
        return row.cell(name);
    }

    long number(String name, FieldRule.Whole rule) {
        var number = CellParser.number(row.cell(name));
        return check(name, rule, true, number != null && rule.allows(number)) && number != null ? number : 0;
    }

    @Nullable
    Long numberIfAny(String name, FieldRule.Whole rule) {
        return isEmpty(name) ? null : (Long) number(name, rule);
    }

    /** Seconds, as milliseconds. */
    long seconds(String name, FieldRule.Length rule) {
        var millis = CellParser.millis(row.cell(name));
        boolean right = check(name, rule, true, millis != null && rule.allows(Duration.ofMillis(millis)));
        return right && millis != null ? millis : 0;
    }

    @Nullable
    OffsetDateTime moment(String name) {
        var moment = CellParser.moment(row.cell(name));
        boolean right = check(name, FieldRules.MOMENT, false, moment != null && FieldRules.MOMENT.allows(moment));
        return right ? moment : null;
    }

    @Nullable
    OffsetDateTime momentIfAny(String name) {
        return isEmpty(name) ? null : moment(name);
    }

    static @Nullable Long millis(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant().toEpochMilli();
    }

    static @Nullable Integer offset(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.getOffset().getTotalSeconds() % A_DAY;
    }

    private boolean check(String name, FieldRule rule, boolean number, boolean allowed) {
        boolean right = allowed && row.isReadAs(number, name);
        if (!right) {
            problem(
                    name,
                    allowed
                            ? "invalid " + name + ": expected " + (number ? "a number" : "text in quotes")
                            : rule.fault(name, row.text(name)));
        }
        return right;
    }

    /** Notes what is wrong with a cell. */
    void problem(String name, String what) {
        problems.add(new Mistake(row.place(name), what));
    }
}
