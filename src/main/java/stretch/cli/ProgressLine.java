package stretch.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.util.Locale;
import java.util.function.Supplier;
import stretch.session.Timepiece;

/** One line on a terminal that tells how far long work has come: rewritten in place, and gone when the work ends. */
final class ProgressLine implements AutoCloseable {
    /** What ends sooner needs no telling. */
    private static final long FIRST = 1_000_000_000L;

    /** Four times a second is as often as anybody reads a number. */
    private static final long EACH = 250_000_000L;

    private final PrintStream err;
    private final Timepiece time;
    private final boolean shown;
    private long next;
    private int width;

    /** Nothing is written for a second, and nothing ever if it is not to be shown. */
    ProgressLine(PrintStream err, Timepiece time, boolean shown) {
        this.err = err;
        this.time = time;
        this.shown = shown;
        this.next = time.nanos() + FIRST;
    }

    /** Says so, if it is time to say anything. */
    void show(Supplier<String> words) {
        if (!shown || time.nanos() - next < 0) {
            return;
        }
        next = time.nanos() + EACH;
        var line = words.get();
        err.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        err.flush();
        width = Math.max(width, line.length());
    }

    /** The same writer, of which is shown how much went through. */
    Writer counting(Writer out, String what) {
        return new FilterWriter(out) {
            private long count;

            @Override
            public void write(int c) throws IOException {
                super.write(c);
                count(1);
            }

            @Override
            public void write(char[] text, int from, int length) throws IOException {
                super.write(text, from, length);
                count(length);
            }

            @Override
            public void write(String text, int from, int length) throws IOException {
                super.write(text, from, length);
                count(length);
            }

            private void count(int more) {
                count += more;
                show(() -> String.format(Locale.ROOT, "%s: %.1f MB", what, count / 1e6));
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
