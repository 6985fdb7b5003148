package stretch.history;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stretch.text.Visible;

/** One row of a file on its way in: its cells, and what is wrong with those that were looked at. */
final class Line {
    private static final int LONGEST = 10_000;
    private static final int A_DAY = 86_400;

    /** A date far off is a slip or damage, and streaks would walk all the way there. */
    static final int FIRST_YEAR = 1970;

    static final int LAST_YEAR = 2200;

    private final UnaryOperator<String> cells;
    private final Function<String, String> restored;
    private final List<String> mistakes = new ArrayList<>();

    /**
     * A row of which nothing was looked at.
     *
     * @param cells gives the text of a cell by the name of its column, "" where there is none
     * @param restored gives text as it was before it went into a cell
     */
    Line(UnaryOperator<String> cells, Function<String, String> restored) {
        this.cells = cells;
        this.restored = restored;
    }

    List<String> mistakes() {
        return List.copyOf(mistakes);
    }

    String cell(String name) {
        return cells.apply(name);
    }

    String id(String name) {
        var id = cell(name);
        if (!Cell.isId(id)) {
            mistake(name, "is no id; leave it as 'stretch export' wrote it");
        }
        return id;
    }

    String text(String name, boolean needed) {
        var text = restored.apply(cell(name));
        if (needed && text.isBlank()) {
            mistake(name, "is missing; leave it as 'stretch export' wrote it");
        } else if (text.length() > LONGEST) {
            mistake("'" + name + "' is longer than " + LONGEST + " characters; shorten it");
        }
        return text;
    }

    String word(String name, Set<String> words) {
        if (!words.contains(cell(name))) {
            mistake(name, "is none; write " + words.stream().sorted().collect(Collectors.joining(", ")));
        }
        return cell(name);
    }

    @Nullable
    Long number(String name, int least, int most, boolean needed) {
        if (cell(name).isEmpty() && !needed) {
            return null;
        }
        var number = Cell.number(cell(name));
        if (number == null || number < least || number > most) {
            mistake(name, "is no number from " + least + " to " + most + "; write one");
            return null;
        }
        return number;
    }

    @Nullable
    Long seconds(String name) {
        var millis = Cell.millis(cell(name));
        if (millis == null) {
            mistake(name, "is no number of seconds; write one such as 60 or 12.4");
        }
        return millis;
    }

    @Nullable
    OffsetDateTime moment(String name, boolean needed) {
        if (cell(name).isEmpty() && !needed) {
            return null;
        }
        var moment = Cell.moment(cell(name));
        if (moment == null) {
            mistake(name, "is no moment; write one with its offset such as 2026-11-21T08:00:00+01:00");
            return null;
        }
        if (moment.getYear() < FIRST_YEAR || moment.getYear() > LAST_YEAR) {
            mistake(name, "lies before " + FIRST_YEAR + " or after " + LAST_YEAR + "; write the right year");
            return null;
        }
        return moment;
    }

    static @Nullable Long millis(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant().toEpochMilli();
    }

    static @Nullable Integer offset(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.getOffset().getTotalSeconds() % A_DAY;
    }

    private void mistake(String name, String what) {
        var shown = Visible.line(cell(name));
        mistake("'" + name + "' '" + (shown.length() > 60 ? shown.substring(0, 60) + "..." : shown) + "' " + what);
    }

    void mistake(String what) {
        mistakes.add(what);
    }
}
