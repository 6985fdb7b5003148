package stretch.output;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.util.Locale;
import java.util.function.Supplier;
import stretch.os.LoopClock;

/** One line on a terminal that tells how far long work has come: rewritten in place, and gone when the work ends. */
public final class ProgressLine implements AutoCloseable {
    /** What ends sooner needs no telling. */
    private static final long FIRST = 1_000_000_000L;

    /** Four times a second is as often as anybody reads a number. */
    private static final long EACH = 250_000_000L;

    private final PrintStream err;
    private final LoopClock clock;
    private final boolean shown;
    private long next;
    private int width;

    /** Nothing is written for a second, and nothing ever if it is not to be shown. */
    public ProgressLine(PrintStream err, LoopClock clock, boolean shown) {
        this.err = err;
        this.clock = clock;
        this.shown = shown;
        this.next = clock.nanos() + FIRST;
    }

    /** Says so, if it is time to say anything. */
    public void show(Supplier<String> words) {
        if (!shown || clock.nanos() - next < 0) {
            return;
        }
        next = clock.nanos() + EACH;
        var line = words.get();
        err.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        err.flush();
        width = Math.max(width, line.length());
    }

    /** The same writer, of which is shown how much went through. */
    public Writer counting(Writer out, String what) {
        return new Writer() {
            private long count;

            @Override
            public void write(char[] text, int from, int length) throws IOException {
                out.write(text, from, length);
                count += length;
                show(() -> String.format(Locale.ROOT, "%s: %.1f MB", what, count / 1e6));
            }

            @Override
            public void flush() throws IOException {
                out.flush();
            }

            @Override
            public void close() throws IOException {
                out.close();
            }
        };
    }

    /** Leaves the terminal as it was. */
    @Override
    public void close() {
        if (width > 0) {
            err.print("\r" + " ".repeat(width) + "\r");
            err.flush();
        }
    }
}
