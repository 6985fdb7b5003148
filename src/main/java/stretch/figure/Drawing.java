package stretch.figure;

import java.util.ArrayList;
import java.util.List;
import stretch.catalogue.Figure.Point;

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

    private final int columns;
    private final int rows;
    private final boolean[][] dots;
    private final double scale;
    private final Sketch sketch;

    private Drawing(Sketch sketch, int columns, int rows) {
        this.sketch = sketch;
        this.columns = columns;
        this.rows = rows;
        dots = new boolean[rows * DOWN][columns * ACROSS];
        var box = sketch.box();
        scale = Math.min((columns * ACROSS - 1) / box.width(), (rows * DOWN - 2) / box.height());
    }

    /** The sketch as lines of exactly so many columns, as large as fits, standing on the last of them. */
    public static List<String> of(Sketch sketch, int columns, int rows, boolean unicode) {
        var drawing = new Drawing(sketch, columns, rows);
        drawing.draw();
        return drawing.lines(unicode);
    }

    private void draw() {
        // The near limbs are drawn over the far ones, with a pen that grows with the picture.
        int bold = Math.max(1, (int) Math.round(scale * 4.5));
        for (var stroke : sketch.strokes()) {
            for (int i = 1; i < stroke.points().size(); i++) {
                int width = stroke.pen() == Sketch.Pen.BOLD ? bold : Math.max(1, bold / 2);
                segment(stroke.points().get(i - 1), stroke.points().get(i), width, stroke.pen() == Sketch.Pen.FAINT);
            }
        }
        head(Math.max(1, bold / 2));
    }

    private void segment(Point from, Point to, int width, boolean dotted) {
        double length = Math.hypot(to.x() - from.x(), to.y() - from.y()) * scale;
        int steps = Math.max(1, (int) Math.ceil(length));
        for (int i = 0; i <= steps; i++) {
            // Three dots of each five: a broken line that still reads as a leg.
            if (!dotted || width > 1 || i % 5 < 3) {
                var point = from.towards(to, (double) i / steps);
                blot(x(point), y(point), width);
            }
        }
    }

    private void blot(double x, double y, int width) {
        for (int dy = 0; dy < width; dy++) {
            for (int dx = 0; dx < width; dx++) {
                dot((int) Math.round(x - (width - 1) / 2.0 + dx), (int) Math.round(y - (width - 1) / 2.0 + dy));
            }
        }
    }

    /** A ring, so that it is not taken for a joint; the neck's line ends at it. */
    private void head(int width) {
        double radius = Math.max(2, Sketch.HEAD * scale);
        double cx = x(sketch.head());
        double cy = y(sketch.head());
        for (int y = (int) (cy - radius - width); y <= cy + radius + width; y++) {
            for (int x = (int) (cx - radius - width); x <= cx + radius + width; x++) {
                double distance = Math.hypot(x - cx, y - cy);
                if (distance <= radius) {
                    clear(x, y);
                    if (distance > radius - width) {
                        dot(x, y);
                    }
                }
            }
        }
    }

    private double x(Point point) {
        double room = columns * ACROSS - 1 - sketch.box().width() * scale;
        return room / 2 + (point.x() - sketch.box().left()) * scale;
    }

    private double y(Point point) {
        return rows * DOWN - 1 - point.y() * scale;
    }

    private void dot(int x, int y) {
        if (inside(x, y)) {
            dots[y][x] = true;
        }
    }

    private void clear(int x, int y) {
        if (inside(x, y)) {
            dots[y][x] = false;
        }
    }

    private boolean inside(int x, int y) {
        return y >= 0 && y < dots.length && x >= 0 && x < dots[y].length;
    }

    private List<String> lines(boolean unicode) {
        var lines = new ArrayList<String>();
        for (int row = 0; row < rows; row++) {
            var line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                line.append(unicode ? braille(row, column) : ascii(row, column));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private char braille(int row, int column) {
        int bits = 0;
        for (int y = 0; y < DOWN; y++) {
            for (int x = 0; x < ACROSS; x++) {
                bits |= dots[row * DOWN + y][column * ACROSS + x] ? BIT[y][x] : 0;
            }
        }
        return bits == 0 ? ' ' : (char) (0x2800 + bits);
    }

    /** The character whose dots differ least from the cell's. */
    private char ascii(int row, int column) {
        char best = ' ';
        int least = Integer.MAX_VALUE;
        boolean any = false;
        for (var shape : SHAPES) {
            int differ = 0;
            for (int i = 0; i < DOWN * ACROSS; i++) {
                boolean dot = dots[row * DOWN + i / ACROSS][column * ACROSS + i % ACROSS];
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
