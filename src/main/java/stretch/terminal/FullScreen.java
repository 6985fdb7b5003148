package stretch.terminal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;
import stretch.Exit;
import stretch.catalogue.Outcome;
import stretch.session.Canvas;
import stretch.session.Console;
import stretch.session.Event;
import stretch.session.Key;
import stretch.session.Screen;
import stretch.session.Session;
import stretch.session.View;

/** Shows a session on the whole terminal, and gives the terminal back as it was. */
public final class FullScreen implements Console {
    /** What a terminal that does not know its size is taken for. */
    private static final Size USUAL = Size.of(80, 24);

    private static final int CTRL_C = 3;
    private static final int CTRL_Z = 26;

    /** How long the end of a session stays on the screen, unless a key is pressed. Our choice. */
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private static final int ESCAPE = 27;

    /** How often the reader of keys looks whether it is still wanted, in milliseconds. */
    private static final int LOOK = 100;

    private final Terminal terminal;
    private final Attributes before;
    private final Display display;
    private final Palette palette;
    private final boolean unicode;
    private final Queue<Event> inbox;
    private final Thread reader;
    private final Supplier<List<String>> farewell;
    private volatile boolean closing;
    private volatile boolean suspending;
    private volatile boolean continued;
    private List<String> goodbye = List.of();
    private String notice = "";
    private Optional<Session> seen = Optional.empty();
    private Size shown = Size.of(0, 0);

    /**
     * Takes over the terminal.
     *
     * @param inbox where keys go, and signals come from
     * @param caches a folder for JLine's native library, made when needed
     * @param palette how meanings look; the words alone say everything too
     * @param unicode whether the terminal shows more than ASCII
     * @param farewell what to say when a session is completed, asked when it is
     */
    public FullScreen(
            Queue<Event> inbox, Path caches, Palette palette, boolean unicode, Supplier<List<String>> farewell) {
        this.inbox = inbox;
        this.palette = palette;
        this.farewell = farewell;
        this.unicode = unicode;
        terminal = Library.terminal(caches);
        before = terminal.enterRawMode();
        display = new Display(terminal, true);
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.cursor_invisible);
        terminal.flush();
        Signals.into(inbox);
        Signals.whenContinued(() -> continued = true);
        reader = new Thread(this::readKeys, "keys");
        reader.setDaemon(true);
        reader.start();
    }

    private void readKeys() {
        try {
            // A read without an end would keep the terminal from being closed.
            while (!closing) {
                int c = terminal.reader().read(LOOK);
                if (c == NonBlockingReader.EOF) {
                    inbox.add(new Event.Cut(Exit.HANGUP));
                    return;
                }
                if (c == CTRL_C) {
                    inbox.add(new Event.Cut(Exit.INTERRUPT));
                } else if (c == CTRL_Z) {
                    inbox.add(new Event.Slept());
                    suspending = true;
                } else if (c >= 0) {
                    if (c == ESCAPE) {
                        skipSequence();
                    }
                    inbox.add(Key.of(c).<Event>map(Event.Press::new).orElseGet(Event.OtherKey::new));
                }
            }
        } catch (IOException e) {
            inbox.add(new Event.Cut(Exit.HANGUP));
        }
    }

    /** Reads past the rest of an arrow or a function key: the B of "down" must not be taken for "back". */
    private void skipSequence() throws IOException {
        int c = terminal.reader().read(LOOK);
        if (c == '[' || c == 'O') {
            do {
                c = terminal.reader().read(LOOK);
            } while (c >= 0 && c < '@'); // digits and signs, then the one letter that ends it
        }
    }

    /** Rings the terminal's bell once. */
    public void ring() {
        terminal.writer().write(7);
        terminal.flush();
    }

    @Override
    public Optional<Event> poll() {
        return Optional.ofNullable(inbox.poll());
    }

    @Override
    public void show(Session session) {
        draw(session);
        if (suspending) {
            suspending = false;
            suspend();
            draw(session);
        }
    }

    private void draw(Session session) {
        var size = size();
        if (continued) {
            // Whoever had the terminal meanwhile left it in another mode, with other things on it.
            continued = false;
            terminal.enterRawMode();
            terminal.puts(Capability.enter_ca_mode);
            terminal.puts(Capability.cursor_invisible);
            shown = Size.of(0, 0);
        }
        if (!size.equals(shown)) {
            display.clear();
            display.resize(size);
            shown = size;
            seen = Optional.empty();
        }
        if (seen.filter(before -> View.same(before, session)).isPresent()) {
            return;
        }
        seen = Optional.of(session);
        var canvas = View.of(session, new Screen(size.getColumns(), size.getRows(), unicode, goodbye, notice));
        display.update(canvas.runs().stream().map(this::line).toList(), -1);
    }

    /** Gives the terminal back and stops, until the user's shell says to go on; the session is paused meanwhile. */
    private void suspend() {
        giveBack();
        try {
            // To the whole group, so that the launcher stops as well and the shell sees its job stopped.
            new ProcessBuilder("/bin/sh", "-c", "kill -TSTP 0")
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            // Not stopped: the session goes on, paused.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        continued = true;
    }

    @Override
    public void notice(String text) {
        notice = text;
        seen = Optional.empty();
    }

    @Override
    public Duration farewell(Session session) {
        if (session.ending()
                .filter(ending -> ending.outcome() == Outcome.COMPLETED)
                .isEmpty()) {
            return Duration.ZERO;
        }
        goodbye = farewell.get();
        seen = Optional.empty();
        draw(session);
        return FAREWELL;
    }

    private void giveBack() {
        terminal.puts(Capability.exit_ca_mode);
        // Not cursor_visible, which in xterm also makes it blink.
        terminal.puts(Capability.cursor_normal);
        terminal.flush();
        terminal.setAttributes(before);
    }

    private AttributedString line(List<Canvas.Run> runs) {
        var line = new AttributedStringBuilder();
        runs.forEach(run -> line.styled(palette.style(run.tone()), run.text()));
        return line.toAttributedString();
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
        closing = true;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        giveBack();
        try {
            terminal.close();
        } catch (IOException e) {
            // The terminal is gone; there is nobody left to give it back to.
        }
    }
}
