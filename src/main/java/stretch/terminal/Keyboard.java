package stretch.terminal;

import java.io.IOError;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;
import stretch.os.DaemonThread;
import stretch.os.Environment;
import stretch.os.ExitCode;
import stretch.os.UserError;
import stretch.screen.canvas.Theme;
import stretch.session.Event;
import stretch.session.Key;

/**
 * The keys of the terminal, without Enter, for the questions and the session alike.
 *
 * <p>One reader takes them all from the first question to the last: a second one would now and then lose a key to the
 * first, which still waits for it in the operating system.
 */
public final class Keyboard implements AutoCloseable {
    static final int CTRL_C = 3;
    static final int CTRL_Z = 26;
    static final int CTRL_BACKSLASH = 28;

    /** Comes after the last key: the terminal is gone. */
    static final int GONE = -1;

    /** How long to wait at most for keys to stop coming, in milliseconds; a key that is held down never does. */
    private static final int PATIENCE = 1_000;

    /** How long a start may take at most until keys are read, in seconds; our choice. */
    private static final int LONGEST_START = 10;

    /** Between keys that are held down, in milliseconds. */
    private static final int LOOK = 100;

    private final Terminal terminal;
    private final Attributes before;
    private final BlockingQueue<Integer> typed = new LinkedBlockingQueue<>();
    private final Background background = new Background();
    private final Thread owner = Thread.currentThread();
    private final Thread reader;
    private final Signals signals;

    /** Open until the keys that were pressed before this program took them have been read, however slow the machine. */
    private final CountDownLatch pressedBefore = new CountDownLatch(1);

    private volatile boolean gone;
    private boolean suspending;

    /**
     * Takes over the keys of the terminal; what is printed looks as before.
     *
     * @param caches a folder for JLine's native library, made when needed
     * @param kind what the variable TERM says that the terminal is
     */
    public Keyboard(Path caches, String kind) {
        terminal = JLineTerminals.terminal(caches, kind);
        before = terminal.enterRawMode();
        signals = new Signals(exitCode -> add(-exitCode.code()), exitCode -> Environment.endAtOnce(Signals.KILLED));
        reader = DaemonThread.start("keys", this::read);
    }

    private void read() {
        try {
            var keys = new KeyDecoder(terminal.reader(), background);
            int key;
            do {
                key = pressedBefore.getCount() > 0 ? keys.readPressed() : keys.read();
                if (key >= 0) {
                    add(key);
                } else {
                    pressedBefore.countDown();
                }
            } while (key != NonBlockingReader.EOF);
        } catch (IOException | RuntimeException | Error e) {
            // JLine has many ways to say that a terminal was closed; whatever it is, no more keys will come.
        } finally {
            gone = true;
            add(GONE);
            pressedBefore.countDown();
        }
    }

    /** Whoever waits for a key, or for the time at which a session goes on, need not wait for it. */
    private void add(int key) {
        typed.add(key);
        LockSupport.unpark(owner);
    }

    /** How wide the terminal is by now; the usual where it does not know. */
    int columns(int usual) {
        int columns = terminal.getSize().getColumns();
        return columns < 1 ? usual : columns;
    }

    /** Asks the terminal for its background, so that {@link #theme} knows it later. */
    public void askForBackground() {
        background.ask(terminal);
    }

    /**
     * The theme that fits the background.
     *
     * @param numbers the variable COLORFGBG, if the terminal itself has not answered
     */
    public Theme theme(String numbers) {
        var told = background.theme();
        return told == Theme.AUTO ? Theme.ofNumbers(numbers) : told;
    }

    /** Whether the terminal has 256 colours. */
    public boolean hasManyColours() {
        var number = terminal.getNumericCapability(Capability.max_colors);
        return number != null && number >= 256;
    }

    /**
     * Drops what was typed and not asked for, also before this program read it: it was meant for what was on the screen
     * before. What ends the program is meant at any time.
     */
    public void forget() {
        int looks = PATIENCE / LOOK;
        try {
            pressedBefore.await(LONGEST_START, TimeUnit.SECONDS);
            do {
                Thread.sleep(LOOK);
            } while (typed.removeIf(key -> key >= 0 && cut(key).isEmpty()) && --looks > 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The next key, or nothing if none comes in time.
     *
     * @throws UserError for Ctrl-C, for a signal, or if the terminal goes away
     */
    public OptionalInt key(Duration patience) {
        var key = next(patience);
        var cut = key.isPresent() ? cut(key.getAsInt()) : Optional.<ExitCode>empty();
        if (cut.isPresent()) {
            throw new UserError(cut.get(), "ended before you answered; no answer was recorded");
        }
        return key;
    }

    /** The next key as it came, that of a signal too, or nothing if none comes in time. */
    OptionalInt next(Duration patience) {
        try {
            var key = typed.poll(gone ? 0 : patience.toMillis(), TimeUnit.MILLISECONDS);
            return key == null && !gone ? OptionalInt.empty() : OptionalInt.of(key == null ? GONE : key);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    /** With which code this key ends the program, if it does: it stands for a signal. */
    static Optional<ExitCode> cut(int key) {
        if (key == CTRL_C || key == CTRL_BACKSLASH) {
            return Optional.of(ExitCode.INTERRUPT);
        }
        if (key == GONE) {
            return Optional.of(ExitCode.HANGUP);
        }
        // Ctrl-Space is key 0, and no signal.
        return Arrays.stream(ExitCode.values())
                .filter(exitCode -> key < 0 && exitCode.code() == -key)
                .findFirst();
    }

    /** What the next key of those that were typed does to a session. */
    Optional<Event> event() {
        return Optional.ofNullable(typed.poll()).map(this::event);
    }

    private Event event(int key) {
        var cut = cut(key);
        if (cut.isPresent()) {
            return new Event.Interrupted(cut.get());
        }
        if (key == CTRL_Z) {
            suspending = true;
            return new Event.SystemSuspended();
        }
        return Key.of(key).<Event>map(Event.KeyPressed::new).orElseGet(Event.OtherKey::new);
    }

    /** Whether Ctrl-Z was pressed since this was asked last. */
    boolean isSuspending() {
        boolean now = suspending;
        suspending = false;
        return now;
    }

    Terminal terminal() {
        return terminal;
    }

    /** Gives the keys back to whoever had them before, unless the terminal is gone or another's. */
    void restore() {
        try {
            terminal.setAttributes(before);
        } catch (IOError e) {
            // Whoever has it now has set it for themselves.
        }
    }

    /** Takes them over again. */
    void enterRawMode() {
        terminal.enterRawMode();
    }

    @Override
    public void close() {
        // It would keep the terminal from being closed.
        DaemonThread.end(reader, 0);
        signals.close();
        try {
            restore();
            terminal.close();
        } catch (IOException | IOError e) {
            // The terminal is gone; there is nobody left to give it back to.
        }
    }
}
