package stretch.yaml;

import java.util.Comparator;

/**
 * A position in a file, as editors count: both from 1, the column in characters.
 *
 * @param inherited whether what is told to be there is taken over from another entry, by what stands there
 */
public record SourcePosition(int line, int column, boolean inherited) implements Comparable<SourcePosition> {
    public static final SourcePosition START = new SourcePosition(1, 1);

    private static final Comparator<SourcePosition> ORDER =
            Comparator.comparingInt(SourcePosition::line).thenComparingInt(SourcePosition::column);

    /** Of what stands there itself. */
    public SourcePosition(int line, int column) {
        this(line, column, false);
    }

    /** The same of what is taken over by what stands there. */
    public SourcePosition ofInherited() {
        return new SourcePosition(line, column, true);
    }

    /** The place just after the text, which is counted from the start of its file. */
    static SourcePosition after(CharSequence text) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean newline = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (newline) {
                line++;
                column = 1;
            } else if (c != '\r' && !Character.isLowSurrogate(c)) {
                column++;
            }
        }
        return new SourcePosition(line, column);
    }

    @Override
    public int compareTo(SourcePosition other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
