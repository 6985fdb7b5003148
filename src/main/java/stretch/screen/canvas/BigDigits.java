package stretch.screen.canvas;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A text in blocks, large enough to read from three metres.
 *
 * @param across how many cells across a block is; 0 where there is no room for even the smallest
 * @param down how many cells down
 */
public record BigDigits(Face face, String text, int across, int down) {
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
            ..#..  ..#..  ..#..  ..#..  ..#.#..
            .###.  ..#..  .#...  ...#.  .#...#.
            #.#.#  #.#.#  #####  #####  #######
            ..#..  .###.  .#...  ...#.  .#...#.
            ..#..  ..#..  ..#..  ..#..  ..#.#..
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
            return Objects.requireNonNull(shapes.get(c));
        }

        private static String capitals(String text) {
            return text.toUpperCase(Locale.ROOT);
        }
    }

    public enum Fill {
        SOLID,
        /** The outline alone. */
        HOLLOW
    }

    /** Dots of a Braille cell, by row and column, as Unicode numbers them from U+2800. */
    private static final int[][] DOTS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

    /** As large as fits into a part; what has no letter in this face never fits. */
    public static BigDigits fitting(Face face, String text, Rect rect) {
        int blocks = face.has(text) ? face.columns(text) : Integer.MAX_VALUE;
        // A cell is about twice as high as wide: blocks two cells wide look square, one cell wide is the narrow
        // fallback.
        for (int down = rect.rows() / face.rows(); down >= 1; down--) {
            for (int across = 2 * down; across >= down; across--) {
                if (blocks <= rect.columns() / across) {
                    return new BigDigits(face, text, across, down);
                }
            }
        }
        return new BigDigits(face, text, 0, 0);
    }

    /** In the larger face if that fits. */
    public static BigDigits fitting(String text, Rect rect) {
        var large = fitting(Face.LARGE, text, rect);
        return large.fits() ? large : fitting(Face.SMALL, text, rect);
    }

    public boolean fits() {
        return across > 0;
    }

    /** Another text at the same size. */
    public BigDigits with(String other) {
        return new BigDigits(face, other, across, down);
    }

    public int columns() {
        return face.columns(text) * across;
    }

    public int rows() {
        return face.rows() * down;
    }

    /** Which of its cells are filled, by row and column. */
    public boolean[][] cells() {
        return scaled(face.blocks(text), across, down);
    }

    /** Paints it in the middle of a part. */
    public void paint(Canvas canvas, Rect rect, Fill fill, TextStyle style) {
        int column = rect.left() + (rect.columns() - columns()) / 2;
        int row = rect.top() + (rect.rows() - rows()) / 2;
        paint(canvas, row, column, fill, style);
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

    /** Paints it so that its first block begins in this cell. */
    public void paint(Canvas canvas, int row, int column, Fill fill, TextStyle style) {
        var cells = cells();
        var outline = scaled(cells, DOTS[0].length, DOTS.length);
        for (int y = 0; y < cells.length; y++) {
            for (int x = 0; x < cells[y].length; x++) {
                if (cells[y][x]) {
                    var shown = canvas.solid();
                    if (fill == Fill.HOLLOW) {
                        shown = canvas.unicode() ? braille(outline, x, y, down) : inner(cells, x, y, 1) ? " " : "o";
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
