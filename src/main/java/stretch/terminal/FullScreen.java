package stretch.terminal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;
import stretch.Exit;
import stretch.Failure;
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
    private volatile boolean closing;
    private Size shown = Size.of(0, 0);

    /**
     * Takes over the terminal.
     *
     * @param inbox where keys go, and signals come from
     * @param caches a folder for JLine's native library, made when needed
     * @param colour whether colours may be used; the words alone say everything too
     * @param unicode whether the terminal shows more than ASCII
     */
    public FullScreen(Queue<Event> inbox, Path caches, boolean colour, boolean unicode) {
        Library.find(caches);
        this.inbox = inbox;
        this.palette = new Palette(colour);
        this.unicode = unicode;
        try {
            // Clusters are probed for with escape codes that some terminals echo; nothing here needs them.
            terminal = TerminalBuilder.builder()
                    .system(true)
                    .dumb(true)
                    .exec(false)
                    .ffm(false)
                    .graphemeCluster(false)
                    .build();
        } catch (IOException e) {
            throw new Failure(Exit.IO, "the terminal cannot be used (" + e.getMessage() + "); try --plain");
        }
        before = terminal.enterRawMode();
        display = new Display(terminal, true);
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.cursor_invisible);
        terminal.flush();
        Signals.into(inbox);
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
        var size = size();
        if (!size.equals(shown)) {
            display.clear();
            display.resize(size);
            shown = size;
        }
        var canvas = View.of(session, new Screen(size.getColumns(), size.getRows(), unicode));
        display.update(lines(canvas), -1);
    }

    private List<AttributedString> lines(Canvas canvas) {
        return canvas.runs().stream().map(this::line).toList();
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
        terminal.puts(Capability.exit_ca_mode);
        // Not cursor_visible, which in xterm also makes it blink.
        terminal.puts(Capability.cursor_normal);
        terminal.flush();
        terminal.setAttributes(before);
        try {
            terminal.close();
        } catch (IOException e) {
            // The terminal is gone; there is nobody left to give it back to.
        }
    }
}
