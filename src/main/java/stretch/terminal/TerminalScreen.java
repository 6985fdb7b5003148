package stretch.terminal;

import java.io.IOError;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import stretch.screen.canvas.Canvas;

/** The whole terminal as a place for pictures; closing it gives the terminal back as it was. */
final class TerminalScreen implements AutoCloseable {
    /** What a terminal that does not know its size is taken for. */
    private static final Size USUAL = Size.of(80, 24);

    private final Keyboard keyboard;
    private final Terminal terminal;
    private final FrameDiff frames;
    private final boolean unicode;
    private final Runnable stop;
    private Size shown = Size.of(0, 0);
    private boolean gone;
    private volatile boolean continued;

    /**
     * Takes over the terminal.
     *
     * @param keyboard its keys, which stay open when the screen is closed
     * @param palette how meanings look; the words alone say everything too
     * @param unicode whether it shows more than ASCII
     * @param stop stops this process until its user has it go on
     */
    TerminalScreen(Keyboard keyboard, Palette palette, boolean unicode, Runnable stop) {
        this.keyboard = keyboard;
        this.unicode = unicode;
        this.stop = stop;
        terminal = keyboard.terminal();
        frames = new FrameDiff(palette);
        write(this::enter);
        var loop = Thread.currentThread();
        Signals.whenContinued(() -> {
            continued = true;
            LockSupport.unpark(loop);
        });
        Signals.whenResized(() -> LockSupport.unpark(loop));
    }

    void ring() {
        write(() -> terminal.writer().write(7));
    }

    /** Whether nobody can see it any more. */
    boolean isGone() {
        return gone;
    }

    /** Whether all of it has to be drawn anew: it has another size, or somebody else had the terminal meanwhile. */
    boolean isStale() {
        return continued || !size().equals(shown);
    }

    /**
     * Shows a picture.
     *
     * @param picture paints it
     * @return how many bytes that took
     */
    int draw(Consumer<Canvas> picture) {
        var sent = new int[1];
        write(() -> {
            var size = size();
            if (continued) {
                // Whoever had the terminal meanwhile left it in another mode, with other things on it.
                continued = false;
                keyboard.enterRawMode();
                enter();
                shown = Size.of(0, 0);
            }
            if (!size.equals(shown)) {
                frames.forget();
                shown = size;
            }
            var canvas = new Canvas(size.getColumns(), size.getRows(), unicode);
            picture.accept(canvas);
            var codes = frames.next(canvas);
            sent[0] = codes.getBytes(StandardCharsets.UTF_8).length;
            terminal.writer().print(codes);
        });
        return sent[0];
    }

    /** Gives the terminal back and stops, until the user's shell says to go on. */
    void suspend() {
        write(this::leave);
        keyboard.restore();
        stop.run();
        continued = true;
    }

    /** Writes, unless the terminal is gone. */
    private void write(Runnable what) {
        if (!gone) {
            try {
                what.run();
                terminal.flush();
            } catch (IOError e) {
                gone = true;
            }
        }
    }

    private void enter() {
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.cursor_invisible);
    }

    private void leave() {
        terminal.puts(Capability.exit_ca_mode);
        // Not cursor_visible, which in xterm also makes it blink.
        terminal.puts(Capability.cursor_normal);
    }

    private Size size() {
        var size = terminal.getSize();
        return size.getColumns() < 1 || size.getRows() < 1 ? USUAL : size;
    }

    @Override
    public void close() {
        write(this::leave);
    }
}
