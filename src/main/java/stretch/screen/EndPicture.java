package stretch.screen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Side;
import stretch.screen.canvas.BigDigits;
import stretch.screen.canvas.BigDigits.Face;
import stretch.screen.canvas.BigDigits.Fill;
import stretch.screen.canvas.Canvas;
import stretch.screen.canvas.Rect;
import stretch.screen.canvas.TextStyle;
import stretch.session.Session;
import stretch.session.StepResult;
import stretch.text.DisplayWidth;
import stretch.text.Durations;

/** The end of a session: what it came to, for three metres where it was completed. */
record EndPicture(Session session, Canvas canvas, Farewell farewell) {
    /** How many rows a band of words may have: the letters of the two faces, as they are and larger. */
    private static final List<Integer> BANDS = List.of(20, 15, 14, 10, 7, 5);

    private static final int SMALLEST = 5;

    /** Rows that are kept for small text. */
    private static final int LINES = 2;

    void paint() {
        boolean completed = session.ending().orElseThrow().outcome() == Outcome.COMPLETED;
        var small = new ArrayList<String>();
        var rest = completed ? shapes(small) : title();
        small.removeIf(String::isEmpty);
        small.addAll(lines());
        canvas.lines(rest, small, TextStyle.PLAIN);
        if (completed) {
            canvas.flood(canvas.whole(), TextStyle.BOTH_FLOOD);
        }
    }

    private Rect inner() {
        return canvas.whole().inset(canvas.columns() < 60 ? 0 : 2, 0);
    }

    private Rect title() {
        var ending = session.ending().orElseThrow();
        canvas.line(
                inner(),
                0,
                session.plan().routine().name() + ": " + ending.outcome().id(),
                TextStyle.STRONG);
        return inner().below(canvas.rows() > 4 ? 2 : 1);
    }

    /**
     * What can be told from afar, as much of it as leaves room for two lines; returns what is left.
     *
     * @param small gets what there is no room for
     */
    private Rect shapes(List<String> small) {
        var right = held(Side.RIGHT).map(time -> "R " + time).orElse("");
        var left = held(Side.LEFT).map(time -> "L " + time).orElse("");
        var done = "DONE  " + SessionText.minutes(session.active());
        var sides = (right + "  " + left).strip();
        var close = (right.replace(" ", "") + " " + left.replace(" ", "")).strip();
        if (canvas.rows() < SMALLEST + LINES) {
            var line = (done + "  " + sides).strip();
            boolean fits = DisplayWidth.of(line) <= inner().columns();
            canvas.line(inner(), 0, fits ? line : done, TextStyle.STRONG);
            small.add(fits ? "" : sides);
            return inner().below(1);
        }
        int rows = BANDS.stream()
                .filter(band -> all(band) <= canvas.rows())
                .findFirst()
                .orElse(SMALLEST);
        var rest = inner().below(all(rows) <= canvas.rows() ? 1 : 0);
        rest = words(small, rest, rows, List.of(done), done);
        rest = week(rest, rows / 2);
        rest = words(small, rest, rows, List.of(sides, close), sides);
        // The streak is the first of what is said beside.
        return words(small, rest, rows, List.of(farewell.streak()), "");
    }

    /** Rows of three bands of words, the days and two lines, with what is between them. */
    private static int all(int band) {
        return 3 * band + band / 2 + 5 + LINES;
    }

    /** The largest of these in a band of its own, or else small text; returns what is below the band. */
    private Rect words(List<String> small, Rect rest, int rows, List<String> words, String otherwise) {
        var face = rows % Face.SMALL.rows() == 0 ? Face.SMALL : Face.LARGE;
        var best = words.stream()
                .filter(word -> !word.isEmpty())
                .map(word -> BigDigits.fitting(face, word, rest.upper(rows)))
                .reduce((one, other) -> other.across() > one.across() ? other : one)
                .filter(BigDigits::fits);
        if (rest.rows() < rows + LINES || best.isEmpty()) {
            small.add(otherwise);
            return rest;
        }
        best.get().paint(canvas, rest.upper(rows), Fill.SOLID, TextStyle.STRONG);
        return rest.below(rest.rows() > rows + LINES ? rows + 1 : rows);
    }

    /** A block for each of the last days, today at the right; what was not done is hollow. */
    private Rect week(Rect rest, int rows) {
        var days = farewell.days();
        if (days.isEmpty() || rest.rows() < rows + 2 + LINES || rest.columns() < 2 * days.size()) {
            return rest;
        }
        int pitch = Math.min(rest.columns() / days.size(), 5 * rows);
        int left = rest.left() + (rest.columns() - pitch * days.size()) / 2;
        for (int i = 0; i < days.size(); i++) {
            var block = new Rect(left + i * pitch, rest.top(), pitch - Math.max(1, pitch / 5), rows);
            days.get(i).paint(canvas, block, TextStyle.STRONG, TextStyle.STRONG);
        }
        return rest.below(rows + 2);
    }

    /** Minutes and seconds at the steps of a side; empty where nothing was done on it alone. */
    private Optional<String> held(Side side) {
        return session.results().values().stream()
                .filter(result -> result.step().side() == side && !result.held().isZero())
                .map(StepResult::held)
                .reduce(Duration::plus)
                .map(SessionText::minutes);
    }

    /** What is said beside, and what was done of each exercise, by side. */
    private List<String> lines() {
        var byExercise = new LinkedHashMap<String, String>();
        session.results().values().stream()
                .sorted(Comparator.comparing(result -> result.step().number()))
                .forEach(result -> byExercise.merge(
                        result.step().exercise().name(), words(result), (one, other) -> one + ", " + other));
        var lines = new ArrayList<>(farewell.lines());
        byExercise.forEach((exercise, words) -> lines.add(exercise + ": " + words));
        return lines;
    }

    private static String words(StepResult result) {
        var step = result.step();
        var side = step.side() == Side.BOTH ? "" : step.side().id() + " ";
        var amount = step.kind() == DoseKind.HOLD ? Durations.words(result.held()) : step.amount(result.done());
        return side
                + (result.outcome() == StepOutcome.SKIPPED ? "skipped" : amount)
                + (result.outcome() == StepOutcome.HURT ? " (hurt)" : "");
    }
}
