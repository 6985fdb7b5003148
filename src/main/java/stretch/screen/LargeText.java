package stretch.screen;

import java.util.Comparator;
import java.util.List;
import stretch.screen.canvas.BigDigits;
import stretch.screen.canvas.BigDigits.Face;
import stretch.screen.canvas.BigDigits.Fill;
import stretch.screen.canvas.Canvas;
import stretch.screen.canvas.Rect;
import stretch.screen.canvas.TextStyle;
import stretch.session.Session;
import stretch.text.DisplayWidth;

/** Text on the stage that is read from afar: in blocks where there is room, else on a line. */
record LargeText(Session session, SessionText text, Canvas canvas, TextStyle tone, ScreenLayout layout) {
    /** Columns between a word or a number and what stands beside it. */
    static final int GAP = 2;

    /** Columns of a letter of double height, and its rows with the air below it. */
    private static final int HALF_LETTER = 3;

    /** In fewer columns than this, hardly a line has two words. */
    private static final int NARROWEST = 12;

    /** In the middle of a part, in the larger face if that fits. */
    void centred(Rect rect, String words, Fill fill, TextStyle style) {
        centred(rect, words, words, fill, style);
    }

    /** The same, with other words where there is no room for blocks. */
    void centred(Rect rect, String words, String otherwise, Fill fill, TextStyle style) {
        var shown = BigDigits.fitting(words, rect);
        if (shown.fits()) {
            shown.paint(canvas, rect, fill, style);
        } else {
            canvas.line(rect, rect.rows() / 2, otherwise, style);
        }
    }

    /** The word of the phase, at the left. */
    void word() {
        word(layout.word());
    }

    private void word(Rect rect) {
        var style = text.works() ? tone : TextStyle.STRONG;
        for (var word : text.words()) {
            var shown = BigDigits.fitting(Face.SMALL, word, rect);
            if (shown.fits()) {
                shown.paint(canvas, rect.top(), rect.left(), Fill.SOLID, style);
                return;
            }
        }
        canvas.line(rect, rect.rows() / 2, text.state(), TextStyle.STRONG);
    }

    /** As many columns as any word of this stage takes, so that the figure beside it does not move. */
    int wordColumns() {
        var rect = layout.word();
        var names = text.works() && text.counts()
                ? session.step().pace().phases().stream()
                        .map(phase -> phase.name() + (session.step().isBreath() ? " breath" : ""))
                        .toList()
                : text.words();
        return names.stream()
                .mapToInt(name -> {
                    var shown = BigDigits.fitting(Face.SMALL, name, rect);
                    return shown.fits() ? shown.columns() : rect.columns();
                })
                .max()
                .orElse(0);
    }

    /** The word of the phase and the number in one band; where both do not fit in blocks, the number is small. */
    void wordAndNumber() {
        var rect = layout.word();
        var number = text.number();
        var both = BigDigits.fitting(Face.SMALL, text.state() + " " + number, rect);
        if (!both.fits()) {
            int wide = DisplayWidth.of(text.amount());
            word(rect.first(rect.columns() - wide - GAP));
            canvas.line(rect.from(rect.columns() - wide), 0, text.amount(), TextStyle.STRONG);
            return;
        }
        both.with(text.state()).paint(canvas, rect.top(), rect.left(), Fill.SOLID, TextStyle.STRONG);
        var shown = both.with(number);
        shown.paint(canvas, rect.top(), rect.right() - shown.columns(), Fill.HOLLOW, TextStyle.STRONG);
    }

    /** The cue, in letters of double height where there is room for all of it; returns whether it took all of the width. */
    boolean cue() {
        var lines = text.instructions();
        if (!session.paused() && layout.rung().largeCue()) {
            var words = String.join(" ", lines);
            for (var rect : List.of(layout.cue(), layout.wideCue())) {
                if (largeCue(rect, words)) {
                    return rect.equals(layout.wideCue());
                }
            }
        }
        inParts(layout.cue(), lines, session.paused() ? TextStyle.FAINT : TextStyle.STRONG);
        return false;
    }

    /** The cue in the largest of these parts, if there is more room than in its own; returns whether there is. */
    boolean cueIn(List<Rect> rects) {
        int own = layout.cue().columns() * layout.cue().rows();
        var largest = rects.stream()
                .filter(rect -> rect.columns() >= NARROWEST && rect.columns() * rect.rows() > own)
                .max(Comparator.comparing(rect -> rect.columns() * rect.rows()));
        largest.ifPresent(rect -> inParts(rect, text.instructions(), TextStyle.STRONG));
        return largest.isPresent();
    }

    /** All of a text, or as many lines of it as there is room for, one part after the other. */
    private void inParts(Rect rect, List<String> texts, TextStyle style) {
        if (canvas.broken(rect, texts).size() <= rect.rows() || rect.rows() == 0) {
            canvas.lines(rect, texts, style);
            return;
        }
        var mark = canvas.either("…", "...");
        var lines = canvas.broken(rect.first(rect.columns() - DisplayWidth.of(mark)), texts);
        int parts = (lines.size() + rect.rows() - 1) / rect.rows();
        int part = text.part(parts);
        int end = Math.min(lines.size(), (part + 1) * rect.rows());
        for (int i = part * rect.rows(); i < end; i++) {
            boolean goesOn = i == end - 1 && end < lines.size();
            canvas.line(rect, i % rect.rows(), lines.get(i) + (goesOn ? mark : ""), style);
        }
    }

    private boolean largeCue(Rect rect, String words) {
        var lines = DisplayWidth.wrap(words, (rect.columns() + 1) / (HALF_LETTER + 1));
        boolean fits = canvas.unicode()
                && Face.SMALL.has(words)
                && lines.size() * HALF_LETTER <= rect.rows()
                && lines.stream().allMatch(line -> Face.SMALL.columns(line) <= rect.columns());
        for (int i = 0; fits && i < lines.size(); i++) {
            BigDigits.paintHalf(canvas, rect.top() + i * HALF_LETTER, rect.left(), lines.get(i), TextStyle.STRONG);
        }
        return fits;
    }
}
