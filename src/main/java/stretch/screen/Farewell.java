package stretch.screen;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import stretch.screen.canvas.Canvas;
import stretch.screen.canvas.Rect;
import stretch.screen.canvas.TextStyle;
import stretch.stats.Progression;

/**
 * What the end of a completed session says beside what was done.
 *
 * @param days the last days, today at the end, and whether something was completed on each
 * @param streak the days or weeks in a row; empty where there is none
 * @param lines what else is said, the most important first
 */
public record Farewell(List<PractisedDay> days, String streak, List<String> lines) {
    public static final Farewell NONE = new Farewell(List.of(), "", List.of());

    /** A day of the week, and whether something was completed on it. */
    public record PractisedDay(DayOfWeek day, boolean done) {
        /** The last seven days, today at the end. */
        public static List<PractisedDay> week(Set<LocalDate> completed, LocalDate today) {
            return IntStream.rangeClosed(1 - Progression.WEEK, 0)
                    .mapToObj(today::plusDays)
                    .map(day -> new PractisedDay(day.getDayOfWeek(), completed.contains(day)))
                    .toList();
        }

        /** In three letters: {@code Mon}. */
        public String name() {
            return day.getDisplayName(java.time.format.TextStyle.SHORT, Locale.ENGLISH);
        }

        /** Paints it as a block, hollow where nothing was completed, above as much of its name as is as wide. */
        public void paint(Canvas canvas, Rect block, TextStyle style, TextStyle named) {
            canvas.fill(
                    done ? block : block.below(block.rows() - 1),
                    done ? canvas.solid() : canvas.either("▁", "_"),
                    style);
            var letters = name().substring(0, Math.min(name().length(), block.columns()));
            int left = block.left() + (block.columns() - letters.length()) / 2;
            canvas.put(block.bottom(), left, letters, named);
        }
    }

    public Farewell {
        days = List.copyOf(days);
        lines = List.copyOf(lines);
    }
}
