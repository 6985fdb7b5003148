package stretch.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import stretch.catalogue.exercise.Figure.Point;

/** A sketch in cells of a terminal: Braille, whose cells are two dots wide and four high, or plain ASCII. */
public final class Drawing {
    private static final int ACROSS = 2;
    private static final int DOWN = 4;

    /** Below this a figure is a blot. */
    public static final int LEAST_COLUMNS = 14;

    public static final int LEAST_ROWS = 7;

    /** The bit of each dot in a Braille cell by row and column, as Unicode numbers them from U+2800. */
    private static final int[][] BIT = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

    /** ASCII characters and the dots that each stands for, top row first. */
    private static final String[][] SHAPES = {
        {"-", "....##.."}, {"-", "..##...."}, {"_", "......##"}, {"'", "##......"}, {"|", "#.#.#.#."},
        {"|", ".#.#.#.#"}, {"/", ".#.##.#."}, {"\\", "#.#..#.#"}, {"/", ".##....."}, {"\\", "#..#...."},
        {"/", "...##..."}, {"\\", "..#..#.."}, {"/", ".....##."}, {"\\", "....#..#"}, {"'", "#.#....."},
        {"'", ".#.#...."}, {".", "....#.#."}, {".", ".....#.#"}, {"#", "########"}, {"o", "..####.."},
        {"/", ".....#.#"}, {"-", "..#..#.."}, {"+", "#.###.#."},
    };

    /** Widths of pens in hundredths of a person's height, so that they grow with the picture. Our choice. */
    private static final double BODY = 4.5;

    private static final double WORKING = 8;
    private static final double FAR = 3.4;
    private static final double THING = 1.5;
    private static final double ARROW = 4;
    private static final double GAP = 2;

    /** So much of the ends of a chain of joints belongs to what it hangs on, and needs no gap from it. */
    private static final double JOINED = 0.3;

    private final int columns;
    private final int rows;
    private final @Nullable Pen[][] dots;
    private final double scale;
    private final Sketch sketch;
    private final boolean unicode;

    /** A piece of a row that is drawn with one pen; blanks go with what stands before them. */
    public record Run(String text, Pen pen) {}

    /** The sketch in so many columns and rows, as large as fits, standing on the last of them. */
    public Drawing(Sketch sketch, int columns, int rows, boolean unicode) {
        this.sketch = sketch;
        this.columns = columns;
        this.rows = rows;
        this.unicode = unicode;
        dots = new @Nullable Pen[rows * DOWN][columns * ACROSS];
        var box = sketch.box();
        scale = Math.min((columns * ACROSS - 1) / box.width(), (rows * DOWN - 2) / box.top());
        draw();
    }

    /** What is in front keeps a gap from what is behind it; the floor goes below all of it. */
    private void draw() {
        int gap = thick(GAP);
        for (var stroke : sketch.strokes()) {
            switch (stroke.pen()) {
                case FLOOR -> {}
                case THING -> line(stroke.points(), thick(THING), Pen.THING);
                case FAR -> {
                    line(stroke.points(), thick(FAR) + 2 * gap, null);
                    line(stroke.points(), thick(FAR), Pen.FAR);
                }
                case BODY, WORKING, ARROW -> {
                    int width = thick(stroke.pen() == Pen.WORKING ? WORKING : BODY);
                    line(stroke.inner(JOINED), width + 2 * gap, null);
                    line(stroke.points(), width, stroke.pen());
                }
            }
        }
        sketch.heads().forEach(this::head);
        sketch.arrows().forEach(this::arrow);
        sketch.strokes().stream()
                .filter(stroke -> stroke.pen() == Pen.FLOOR)
                .forEach(stroke -> line(stroke.points(), 1, Pen.FLOOR));
    }

    /** So many dots, at least one. */
    private int thick(double hundredths) {
        return Math.max(1, (int) Math.round(scale * hundredths));
    }

    private void line(List<Point> points, int width, @Nullable Pen pen) {
        for (int i = 1; i < points.size(); i++) {
            segment(points.get(i - 1), points.get(i), width, pen);
        }
    }

    private void segment(Point from, Point to, int width, @Nullable Pen pen) {
        double length = Math.hypot(to.x() - from.x(), to.y() - from.y()) * scale;
        int steps = Math.max(1, (int) Math.ceil(length));
        for (int i = 0; i <= steps; i++) {
            var point = from.towards(to, (double) i / steps);
            blot(x(point), y(point), width, pen);
        }
    }

    private void blot(double x, double y, int width, @Nullable Pen pen) {
        for (int dy = 0; dy < width; dy++) {
            for (int dx = 0; dx < width; dx++) {
                dot((int) Math.round(x - (width - 1) / 2.0 + dx), (int) Math.round(y - (width - 1) / 2.0 + dy), pen);
            }
        }
    }

    private void head(Point middle) {
        double radius = Math.max(2, Skeleton.HEAD * scale);
        double cx = x(middle);
        double cy = y(middle);
        for (int y = (int) (cy - radius); y <= cy + radius; y++) {
            for (int x = (int) (cx - radius); x <= cx + radius; x++) {
                if (Math.hypot(x - cx, y - cy) <= radius) {
                    dot(x, y, Pen.BODY);
                }
            }
        }
    }

    private void arrow(Arrow arrow) {
        segment(arrow.from(), arrow.neck(), thick(ARROW), Pen.ARROW);
        var corners = arrow.head();
        // A triangle is filled by lines from its tip to all along its back.
        int steps = 8 * thick(ARROW);
        for (int i = 0; i <= steps; i++) {
            segment(corners.get(0), corners.get(1).towards(corners.get(2), (double) i / steps), 1, Pen.ARROW);
        }
    }

    private double x(Point point) {
        double room = columns * ACROSS - 1 - sketch.box().width() * scale;
        return room / 2 + (point.x() - sketch.box().left()) * scale;
    }

    private double y(Point point) {
        return rows * DOWN - 1 - point.y() * scale;
    }

    /** The floor fills only what is free. */
    private void dot(int x, int y, @Nullable Pen pen) {
        if (y >= 0 && y < dots.length && x >= 0 && x < dots[y].length && (pen != Pen.FLOOR || dots[y][x] == null)) {
            dots[y][x] = pen;
        }
    }

    /** Its rows from top to bottom, each of exactly as many columns as were asked for. */
    public List<String> lines() {
        return runs().stream()
                .map(row -> row.stream().map(Run::text).collect(Collectors.joining()))
                .toList();
    }

    /** The same in pieces of one pen each. */
    public List<List<Run>> runs() {
        var all = new ArrayList<List<Run>>();
        for (int row = 0; row < rows; row++) {
            var runs = new ArrayList<Run>();
            var text = new StringBuilder();
            var pen = Pen.FLOOR;
            for (int column = 0; column < columns; column++) {
                var next =
                        letterAt(row, column) ? Pen.WORKING : pen(row, column).orElse(pen);
                if (next != pen && !text.toString().isBlank()) {
                    runs.add(new Run(text.toString(), pen));
                    text.setLength(0);
                }
                pen = next;
                text.append(cell(row, column));
            }
            runs.add(new Run(text.toString(), pen));
            all.add(runs);
        }
        return all;
    }

    private char cell(int row, int column) {
        if (letterAt(row, column)) {
            return sketch.mark().orElseThrow().letter().charAt(0);
        }
        return unicode ? braille(row, column) : ascii(row, column);
    }

    private boolean letterAt(int row, int column) {
        return sketch.mark()
                .map(mark -> row == cell(y(mark.at()), DOWN, rows) && column == cell(x(mark.at()), ACROSS, columns))
                .orElse(false);
    }

    private static int cell(double dot, int dots, int cells) {
        return Math.max(0, Math.min(cells - 1, (int) (dot / dots)));
    }

    /** The pen that a cell's colour is of: the foremost of those in it. */
    private Optional<Pen> pen(int row, int column) {
        Pen foremost = null;
        for (int i = 0; i < DOWN * ACROSS; i++) {
            var pen = dots[row * DOWN + i / ACROSS][column * ACROSS + i % ACROSS];
            if (pen != null && (foremost == null || pen.compareTo(foremost) > 0)) {
                foremost = pen;
            }
        }
        return Optional.ofNullable(foremost);
    }

    private char braille(int row, int column) {
        int bits = 0;
        for (int y = 0; y < DOWN; y++) {
            for (int x = 0; x < ACROSS; x++) {
                bits |= dots[row * DOWN + y][column * ACROSS + x] != null ? BIT[y][x] : 0;
            }
        }
        return bits == 0 ? ' ' : (char) (0x2800 + bits);
    }

    /** The tip of an arrow, or the character whose dots differ least from the cell's. */
    private char ascii(int row, int column) {
        for (var arrow : sketch.arrows()) {
            if (row == cell(y(arrow.to()), DOWN, rows) && column == cell(x(arrow.to()), ACROSS, columns)) {
                return arrow.tip();
            }
        }
        char best = ' ';
        int least = Integer.MAX_VALUE;
        boolean any = false;
        for (var shape : SHAPES) {
            int differ = 0;
            for (int i = 0; i < DOWN * ACROSS; i++) {
                boolean dot = dots[row * DOWN + i / ACROSS][column * ACROSS + i % ACROSS] != null;
                any |= dot;
                differ += dot == (shape[1].charAt(i) == '#') ? 0 : 1;
            }
            if (differ < least) {
                least = differ;
                best = shape[0].charAt(0);
            }
        }
        return any ? best : ' ';
    }
}
