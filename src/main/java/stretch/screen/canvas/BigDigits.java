package stretch.screen.canvas;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A block alphabet large enough to read from three metres, scaled to the space there is. */
public final class BigDigits {
    /** An alphabet: how each character looks in blocks, a dot for none. */
    public enum Face {
        /** Three by five for words; what would read as another letter is wider. */
        SMALL("""
            A    B    C    D    E    F    G    H    I    J    K    L    M
            .#.  ##.  .##  ##.  ###  ###  .##  #.#  ###  ..#  #.#  #..  #...#
            #.#  #.#  #..  #.#  #..  #..  #..  #.#  .#.  ..#  ##.  #..  ##.##
            ###  ##.  #..  #.#  ##.  ##.  #.#  ###  .#.  ..#  #..  #..  #.#.#
            #.#  #.#  #..  #.#  #..  #..  #.#  #.#  .#.  #.#  ##.  #..  #...#
            #.#  ##.  .##  ##.  ###  #..  .##  #.#  ###  .#.  #.#  ###  #...#

            N     O    P    Q     R    S    T    U    V    W      X    Y    Z
            #..#  .#.  ###  .##.  ##.  .##  ###  #.#  #.#  #...#  #.#  #.#  ###
            ##.#  #.#  #.#  #..#  #.#  #..  .#.  #.#  #.#  #...#  #.#  #.#  ..#
            #.##  #.#  ###  #..#  ##.  .#.  .#.  #.#  #.#  #.#.#  .#.  .#.  .#.
            #..#  #.#  #..  #.#.  #.#  ..#  .#.  #.#  .#.  ##.##  #.#  .#.  #..
            #..#  .#.  #..  .#.#  #.#  ##.  .#.  ###  .#.  #...#  #.#  .#.  ###

            0    1    2    3    4    5    6    7    8    9    :  +    -    '
            .##  .#.  ###  ###  #.#  ###  #..  ###  ###  ###  .  ...  ...  #
            #.#  ##.  ..#  ..#  #.#  #..  #..  ..#  #.#  #.#  #  .#.  ...  #
            #.#  .#.  ###  .##  ###  ###  ###  .#.  ###  ###  .  ###  ###  .
            #.#  .#.  #..  ..#  ..#  ..#  #.#  .#.  #.#  ..#  #  .#.  ...  .
            ##.  ###  ###  ###  ..#  ###  ###  .#.  ###  ##.  .  ...  ...  .

            .  ,   ;   !  ?    /    (   )   "
            .  ..  ..  #  ##.  ..#  .#  #.  #.#
            .  ..  .#  #  ..#  ..#  #.  .#  #.#
            .  ..  ..  #  .#.  .#.  #.  .#  ...
            .  .#  .#  .  ...  #..  #.  .#  ...
            #  #.  #.  #  .#.  #..  .#  #.  ...

            ↑      ↓      ←      →      ↔
            ..#..  ..#..  ..#..  ..#..  .#.#.
            .###.  ..#..  .#...  ...#.  #...#
            #.#.#  #.#.#  #####  #####  #####
            ..#..  .###.  .#...  ...#.  #...#
            ..#..  ..#..  ..#..  ..#..  .#.#.
            """),
        /** Five by seven for numbers and sides. */
        LARGE("""
            A      B      C      D      E      F      G      H      I
            .###.  ####.  .####  ####.  #####  #####  .###.  #...#  ###
            #...#  #...#  #....  #...#  #....  #....  #...#  #...#  .#.
            #...#  #...#  #....  #...#  #....  #....  #....  #...#  .#.
            #####  ####.  #....  #...#  ####.  ####.  #..##  #####  .#.
            #...#  #...#  #....  #...#  #....  #....  #...#  #...#  .#.
            #...#  #...#  #....  #...#  #....  #....  #...#  #...#  .#.
            #...#  ####.  .####  ####.  #####  #....  .###.  #...#  ###

            J      K      L      M      N      O      P      Q      R
            ..###  #...#  #....  #...#  #...#  #####  ####.  .###.  ####.
            ...#.  #..#.  #....  ##.##  ##..#  #...#  #...#  #...#  #...#
            ...#.  #.#..  #....  #.#.#  ##..#  #...#  #...#  #...#  #...#
            ...#.  ##...  #....  #.#.#  #.#.#  #...#  ####.  #...#  ####.
            ...#.  #.#..  #....  #...#  #..##  #...#  #....  #.#.#  #.#..
            #..#.  #..#.  #....  #...#  #..##  #...#  #....  #..#.  #..#.
            .##..  #...#  #####  #...#  #...#  #####  #....  .##.#  #...#

            S      T      U      V      W      X      Y      Z
            .####  #####  #...#  #...#  #...#  #...#  #...#  #####
            #....  ..#..  #...#  #...#  #...#  #...#  #...#  ....#
            #....  ..#..  #...#  #...#  #...#  .#.#.  .#.#.  ...#.
            .###.  ..#..  #...#  #...#  #.#.#  ..#..  ..#..  ..#..
            ....#  ..#..  #...#  .#.#.  #.#.#  .#.#.  ..#..  .#...
            ....#  ..#..  #...#  .#.#.  ##.##  #...#  ..#..  #....
            ####.  ..#..  .###.  ..#..  #...#  #...#  ..#..  #####

            0      1      2      3      4      5      6      7      8      9
            .###.  ..#..  .###.  .###.  ...#.  #####  .###.  #####  .###.  .###.
            #...#  .##..  #...#  #...#  ..##.  #....  #....  ....#  #...#  #...#
            #...#  ..#..  ....#  ....#  .#.#.  ####.  #....  ...#.  #...#  #...#
            #...#  ..#..  ..##.  ..##.  #..#.  ....#  ####.  ..#..  .###.  .####
            #...#  ..#..  .#...  ....#  #####  ....#  #...#  ..#..  #...#  ....#
            #...#  ..#..  #....  #...#  ...#.  #...#  #...#  ..#..  #...#  ....#
            .###.  ..#..  #####  .###.  ...#.  .###.  .###.  ..#..  .###.  .###.

            :  +      -     '  ↑      ↓      ←        →        ↔
            .  .....  ....  #  ..#..  ..#..  .......  .......  .......
            #  ..#..  ....  #  .###.  ..#..  ..#....  ....#..  .#...#.
            #  ..#..  ....  #  #.#.#  ..#..  .#.....  .....#.  #.....#
            .  #####  ####  .  ..#..  ..#..  #######  #######  #######
            #  ..#..  ....  .  ..#..  #.#.#  .#.....  .....#.  #.....#
            #  ..#..  ....  .  ..#..  .###.  ..#....  ....#..  .#...#.
            .  .....  ....  .  ..#..  ..#..  .......  .......  .......
            """);

        @SuppressWarnings("ImmutableEnumChecker") // filled once, and never handed out
        private final Map<Integer, String[]> shapes = new HashMap<>();

        private final int rows;

        Face(String picture) {
            int height = 0;
            for (var group : picture.strip().split("\n\n", -1)) {
                var lines = group.strip().split("\n", -1);
                var names = lines[0].strip().split(" +", -1);
                height = lines.length - 1;
                for (int i = 0; i < names.length; i++) {
                    var shape = new String[height];
                    for (int y = 0; y < height; y++) {
                        shape[y] = lines[y + 1].strip().split(" +", -1)[i];
                    }
                    shapes.put(names[i].codePointAt(0), shape);
                }
            }
            rows = height;
            var blank = new String[rows];
            Arrays.fill(blank, "..");
            shapes.put((int) ' ', blank);
        }

        /** Blocks from top to bottom. */
        public int rows() {
            return rows;
        }

        /** Whether every character of a text is in it; small letters are as capitals. */
        public boolean has(String text) {
            return capitals(text).chars().allMatch(shapes::containsKey);
        }

        /** Blocks across, with one blank block between two characters. */
        public int columns(String text) {
            return capitals(text).chars().map(c -> shape(c)[0].length() + 1).sum() - 1;
        }

        /** A text in blocks, by row and column. */
        public boolean[][] blocks(String text) {
            var blocks = new boolean[rows][Math.max(0, columns(text))];
            int left = 0;
            for (int c : capitals(text).chars().toArray()) {
                var shape = shape(c);
                for (int y = 0; y < rows; y++) {
                    for (int x = 0; x < shape[y].length(); x++) {
                        blocks[y][left + x] = shape[y].charAt(x) == '#';
                    }
                }
                left += shape[0].length() + 1;
            }
            return blocks;
        }

        private String[] shape(int c) {
            var shape = shapes.get(c);
            if (shape == null) {
                throw new IllegalArgumentException("no block letter for " + Character.toString(c));
            }
            return shape;
        }

        private static String capitals(String text) {
            return text.toUpperCase(Locale.ROOT);
        }
    }

    /** How blocks are filled. */
    public enum Fill {
        SOLID,
        /** The outline alone. */
        HOLLOW
    }

    /** Dots of a Braille cell, by row and column, as Unicode numbers them from U+2800. */
    private static final int[][] DOTS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

    private BigDigits() {}

    /** How many cells across and down a block is. */
    public record Scale(int across, int down) {
        private static final Scale NONE = new Scale(0, 0);

        /** The largest in which a text fits into so many columns and rows; of no cells where even the smallest is too large. */
        public static Scale fitting(Face face, String text, int columns, int rows) {
            if (!face.has(text)) {
                return NONE;
            }
            int blocks = face.columns(text);
            // A cell is about twice as high as wide: blocks two cells wide look square, one cell wide is the narrow
            // fallback.
            for (int down = rows / face.rows(); down >= 1; down--) {
                for (int across = 2 * down; across >= down; across--) {
                    if (blocks * across <= columns) {
                        return new Scale(across, down);
                    }
                }
            }
            return NONE;
        }

        public boolean fits() {
            return across > 0;
        }
    }

    /**
     * Paints a text in the middle of a box, as large as fits.
     *
     * @return whether the face has all its characters, and the box room for even the smallest
     */
    public static boolean paint(
            Canvas canvas, Rect rect, Face face, String text, Fill fill, TextStyle style, boolean unicode) {
        var scale = Scale.fitting(face, text, rect.columns(), rect.rows());
        if (scale.fits()) {
            int column = rect.left() + (rect.columns() - face.columns(text) * scale.across()) / 2;
            int row = rect.top() + (rect.rows() - face.rows() * scale.down()) / 2;
            paint(canvas, row, column, face, text, scale, fill, style, unicode);
        }
        return scale.fits();
    }

    /** Paints a text so that each block is a cell wide and half as high: letters twice as large as others. */
    public static void paintHalf(Canvas canvas, int row, int column, String text, TextStyle style) {
        var blocks = Face.SMALL.blocks(text);
        for (int y = 0; y < blocks.length; y += 2) {
            var line = new StringBuilder();
            for (int x = 0; x < blocks[y].length; x++) {
                boolean lower = y + 1 < blocks.length && blocks[y + 1][x];
                line.append(blocks[y][x] ? lower ? '█' : '▀' : lower ? '▄' : ' ');
            }
            canvas.put(row + y / 2, column, line.toString(), style);
        }
    }

    /** Paints a text so that its first block begins in this cell, at this scale. */
    public static void paint(
            Canvas canvas,
            int row,
            int column,
            Face face,
            String text,
            Scale scale,
            Fill fill,
            TextStyle style,
            boolean unicode) {
        var cells = scaled(face.blocks(text), scale.across(), scale.down());
        var outline = scaled(cells, DOTS[0].length, DOTS.length);
        for (int y = 0; y < cells.length; y++) {
            for (int x = 0; x < cells[y].length; x++) {
                if (cells[y][x]) {
                    var shown = unicode ? "█" : "#";
                    if (fill == Fill.HOLLOW) {
                        shown = unicode ? braille(outline, x, y, scale.down()) : inner(cells, x, y, 1) ? " " : "o";
                    }
                    canvas.put(row + y, column + x, shown, style);
                }
            }
        }
    }

    /** The dots of a cell that are near the edge. */
    private static String braille(boolean[][] dots, int column, int row, int thick) {
        int bits = 0;
        for (int y = 0; y < DOTS.length; y++) {
            for (int x = 0; x < DOTS[y].length; x++) {
                boolean inner = inner(dots, column * DOTS[y].length + x, row * DOTS.length + y, thick);
                bits |= inner ? 0 : DOTS[y][x];
            }
        }
        return bits == 0 ? " " : Character.toString(0x2800 + bits);
    }

    /** Whether everything so far around a place is filled. */
    private static boolean inner(boolean[][] filled, int column, int row, int far) {
        for (int y = row - far; y <= row + far; y += far) {
            for (int x = column - far; x <= column + far; x += far) {
                if (y < 0 || y >= filled.length || x < 0 || x >= filled[y].length || !filled[y][x]) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean[][] scaled(boolean[][] blocks, int across, int down) {
        var cells = new boolean[blocks.length * down][blocks.length == 0 ? 0 : blocks[0].length * across];
        for (int y = 0; y < cells.length; y++) {
            for (int x = 0; x < cells[y].length; x++) {
                cells[y][x] = blocks[y / down][x / across];
            }
        }
        return cells;
    }
}
