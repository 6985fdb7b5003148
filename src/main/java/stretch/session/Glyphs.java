package stretch.session;

/** Digits and side words large enough to read from three metres: five by seven blocks, scaled to the space there is. */
final class Glyphs {
    private static final int HEIGHT = 7;
    private static final String[][] SHAPES = {
        {" ### ", "#   #", "#   #", "#   #", "#   #", "#   #", " ### "},
        {"  #  ", " ##  ", "  #  ", "  #  ", "  #  ", "  #  ", " ### "},
        {" ### ", "#   #", "    #", "  ## ", " #   ", "#    ", "#####"},
        {" ### ", "#   #", "    #", "  ## ", "    #", "#   #", " ### "},
        {"   # ", "  ## ", " # # ", "#  # ", "#####", "   # ", "   # "},
        {"#####", "#    ", "#### ", "    #", "    #", "#   #", " ### "},
        {" ### ", "#    ", "#    ", "#### ", "#   #", "#   #", " ### "},
        {"#####", "    #", "   # ", "  #  ", "  #  ", "  #  ", "  #  "},
        {" ### ", "#   #", "#   #", " ### ", "#   #", "#   #", " ### "},
        {" ### ", "#   #", "#   #", " ####", "    #", "    #", " ### "},
    };
    private static final String LETTERS = "EFGHILRT";
    private static final String[][] LETTER_SHAPES = {
        {"#####", "#    ", "#    ", "#### ", "#    ", "#    ", "#####"},
        {"#####", "#    ", "#    ", "#### ", "#    ", "#    ", "#    "},
        {" ### ", "#   #", "#    ", "#  ##", "#   #", "#   #", " ### "},
        {"#   #", "#   #", "#   #", "#####", "#   #", "#   #", "#   #"},
        {"###", " # ", " # ", " # ", " # ", " # ", "###"},
        {"#    ", "#    ", "#    ", "#    ", "#    ", "#    ", "#####"},
        {"#### ", "#   #", "#   #", "#### ", "# #  ", "#  # ", "#   #"},
        {"#####", "  #  ", "  #  ", "  #  ", "  #  ", "  #  ", "  #  "},
    };
    private static final String[] COLON = {" ", "#", "#", " ", "#", "#", " "};

    private Glyphs() {}

    /**
     * Paints digits, colons, LEFT or RIGHT in the middle of a box, as large as fits.
     *
     * @return whether the box had room for even the smallest
     */
    static boolean paint(Canvas canvas, Box box, String text, Tone tone, char block) {
        // A cell is about twice as high as wide: blocks two cells wide look square, one cell wide is the narrow
        // fallback.
        for (int scale = box.rows() / HEIGHT; scale >= 1; scale--) {
            for (int wide = 2 * scale; wide >= scale; wide--) {
                if (width(text) * wide <= box.columns()) {
                    paint(canvas, box, text, tone, String.valueOf(block).repeat(wide), scale);
                    return true;
                }
            }
        }
        return false;
    }

    private static void paint(Canvas canvas, Box box, String text, Tone tone, String block, int scale) {
        int left = box.left() + (box.columns() - width(text) * block.length()) / 2;
        int top = box.top() + (box.rows() - HEIGHT * scale) / 2;
        for (int i = 0; i < text.length(); i++) {
            var shape = shape(text.charAt(i));
            for (int y = 0; y < HEIGHT * scale; y++) {
                var row = shape[y / scale];
                for (int x = 0; x < row.length(); x++) {
                    if (row.charAt(x) == '#') {
                        canvas.put(top + y, left + x * block.length(), block, tone);
                    }
                }
            }
            left += (shape[0].length() + 1) * block.length();
        }
    }

    private static String[] shape(char c) {
        int letter = LETTERS.indexOf(c);
        return c == ':' ? COLON : letter >= 0 ? LETTER_SHAPES[letter] : SHAPES[c - '0'];
    }

    /** Blocks across, with one blank block between two characters. */
    private static int width(String text) {
        return text.chars().map(c -> shape((char) c)[0].length() + 1).sum() - 1;
    }
}
