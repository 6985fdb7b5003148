package stretch.terminal;

import java.io.IOError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import stretch.catalogue.Outcome;
import stretch.os.ExitCode;
import stretch.screen.Farewell;
import stretch.screen.ScreenSize;
import stretch.screen.SessionScreen;
import stretch.session.Console;
import stretch.session.Event;
import stretch.session.Session;

/** Shows a session on the whole terminal, and gives the terminal back as it was. */
public final class FullScreen implements Console {
    /** What a terminal that does not know its size is taken for. */
    private static final Size USUAL = Size.of(80, 24);

    /** How long the end of a session stays on the screen, unless a key is pressed. Our choice. */
    private static final Duration LINGER = Duration.ofSeconds(10);

    /** A slow line, as of a phone on a train, carries what moves at 2 kB a second. Our choice. */
    private static final long NANOS_A_BYTE = 1_000_000_000 / 2_000;

    private final Keyboard keyboard;
    private final Terminal terminal;
    private final SessionScreen screen = new SessionScreen();
    private final FrameDiff frames;
    private final boolean unicode;
    private final Queue<Event> inbox;
    private final Supplier<Farewell> farewell;
    private final Runnable stop;
    private int sent;
    private boolean gone;
    private volatile boolean continued;
    private Farewell lastWords = Farewell.NONE;
    private String notice = "";
    private Optional<Session> seen = Optional.empty();
    private Size shown = Size.of(0, 0);

    /**
     * Takes over the terminal.
     *
     * @param keyboard its keys, which stay open when the screen is closed
     * @param inbox where signals come from
     * @param palette how meanings look; the words alone say everything too
     * @param unicode whether the terminal shows more than ASCII
     * @param farewell what to say when a session is completed, asked when it is
     * @param stop stops this process until its user has it go on
     */
    public FullScreen(
            Keyboard keyboard,
            Queue<Event> inbox,
            Palette palette,
            boolean unicode,
            Supplier<Farewell> farewell,
            Runnable stop) {
        this.keyboard = keyboard;
        this.inbox = inbox;
        this.farewell = farewell;
        this.unicode = unicode;
        this.stop = stop;
        terminal = keyboard.terminal();
        frames = new FrameDiff(palette);
        write(this::enterScreen);
        Signals.whenContinued(() -> continued = true);
    }

    /** Rings the terminal's bell once. */
    public void ring() {
        write(() -> terminal.writer().write(7));
    }

    /** Writes, unless the terminal is gone: then the session hears of that next. */
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

    @Override
    public Optional<Event> poll() {
        if (gone) {
            return Optional.of(new Event.Interrupted(ExitCode.HANGUP));
        }
        var signal = inbox.poll();
        if (signal != null) {
            return Optional.of(signal);
        }
        return keyboard.event();
    }

    @Override
    public void show(Session session) {
        write(() -> draw(session));
        if (keyboard.isSuspending()) {
            suspend();
            write(() -> draw(session));
        }
    }

    private void draw(Session session) {
        var size = size();
        if (continued) {
            // Whoever had the terminal meanwhile left it in another mode, with other things on it.
            continued = false;
            keyboard.enterRawMode();
            enterScreen();
            shown = Size.of(0, 0);
        }
        if (!size.equals(shown)) {
            frames.forget();
            shown = size;
            seen = Optional.empty();
        }
        if (seen.filter(before -> !isDue(before, session, sent)).isPresent()) {
            return;
        }
        seen = Optional.of(session);
        var canvas =
                screen.draw(session, new ScreenSize(size.getColumns(), size.getRows(), unicode, lastWords, notice));
        var codes = frames.next(canvas);
        sent = codes.getBytes(StandardCharsets.UTF_8).length;
        terminal.writer().print(codes);
    }

    /**
     * Whether there is something new to show. What only moves waits until the line has carried the frame before, so that
     * a figure on a large screen moves in fewer steps.
     *
     * @param sent how many bytes the frame before took
     */
    static boolean isDue(Session before, Session now, int sent) {
        long since = now.attempt().elapsed() - before.attempt().elapsed();
        return !SessionScreen.same(before, now)
                && (!SessionScreen.sameButForMotion(before, now) || since >= sent * NANOS_A_BYTE);
    }

    /** Gives the terminal back and stops, until the user's shell says to go on; the session is paused meanwhile. */
    private void suspend() {
        write(this::leaveScreen);
        keyboard.restore();
        stop.run();
        continued = true;
    }

    @Override
    public void notice(String text) {
        notice = text;
        seen = Optional.empty();
    }

    @Override
    public Duration lingerAfter(Session session) {
        if (session.ending()
                .filter(ending -> ending.outcome() == Outcome.COMPLETED)
                .isEmpty()) {
            return Duration.ZERO;
        }
        lastWords = farewell.get();
        seen = Optional.empty();
        write(() -> draw(session));
        return LINGER;
    }

    private void enterScreen() {
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.cursor_invisible);
    }

    private void leaveScreen() {
        terminal.puts(Capability.exit_ca_mode);
        // Not cursor_visible, which in xterm also makes it blink.
        terminal.puts(Capability.cursor_normal);
    }

    private Size size() {
        var size = terminal.getSize();
        return size.getColumns() < 1 || size.getRows() < 1 ? USUAL : size;
    }

    @Override
    public boolean hasKeys() {
        return true;
    }

    @Override
    public void close() {
        write(this::leaveScreen);
    }
}
