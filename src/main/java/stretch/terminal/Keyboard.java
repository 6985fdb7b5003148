package stretch.terminal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;
import stretch.Exit;
import stretch.Failure;

/** Answers of one key each, without Enter, outside of a session. */
public final class Keyboard implements AutoCloseable {
    private static final int CTRL_C = 3;

    private final Terminal terminal;
    private final Attributes before;

    /**
     * Takes over the keys of the terminal.
     *
     * @param caches a folder for JLine's native library, made when needed
     */
    public Keyboard(Path caches) {
        terminal = Library.terminal(caches);
        before = terminal.getAttributes();
        var raw = new Attributes(before);
        // Output stays as it is: the lines that ask are printed by others.
        raw.setLocalFlag(Attributes.LocalFlag.ICANON, false);
        raw.setLocalFlag(Attributes.LocalFlag.ECHO, false);
        raw.setLocalFlag(Attributes.LocalFlag.ISIG, false);
        raw.setControlChar(Attributes.ControlChar.VMIN, 1);
        raw.setControlChar(Attributes.ControlChar.VTIME, 0);
        terminal.setAttributes(raw);
    }

    /**
     * The next key, or nothing if none comes in time.
     *
     * @throws Failure with {@link Exit#INTERRUPT} for Ctrl-C, with {@link Exit#HANGUP} if the terminal goes away
     */
    public OptionalInt key(Duration patience) {
        try {
            int c = terminal.reader().read(patience.toMillis());
            if (c == CTRL_C) {
                throw new Failure(Exit.INTERRUPT, "interrupted; nothing was recorded");
            }
            if (c == NonBlockingReader.EOF) {
                throw new Failure(Exit.HANGUP, "the terminal is gone; nothing was recorded");
            }
            return c < 0 ? OptionalInt.empty() : OptionalInt.of(c);
        } catch (IOException e) {
            throw new Failure(Exit.HANGUP, "the terminal is gone (" + e.getMessage() + "); nothing was recorded");
        }
    }

    @Override
    public void close() {
        terminal.setAttributes(before);
        try {
            terminal.close();
        } catch (IOException e) {
            // There is nobody left to give it back to.
        }
    }
}
