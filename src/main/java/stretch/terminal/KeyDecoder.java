package stretch.terminal;

import java.io.IOException;
import java.time.Duration;
import org.jline.utils.NonBlockingReader;

/** Makes keys of what the terminal sends: those that are sent as several characters too. */
record KeyDecoder(NonBlockingReader reader, Background background) {
    static final int ESCAPE = 27;

    /** The arrows, which are sent as several characters: as single ones that no key types. */
    static final int UP = 0xF700;

    static final int DOWN = 0xF701;

    /** Any other key that is sent as several characters. */
    private static final int NO_KEY = 0xF8FF;

    /** What the terminal sent by itself. */
    private static final int REPLY = -2;

    /** The longest between two bytes that a terminal sends as one, in milliseconds. */
    private static final int LOOK = 100;

    /** Without a limit JLine would read in a way that nothing ends but a key. */
    private static final long FOR_EVER = Duration.ofDays(1).toMillis();

    /** The next key; {@link NonBlockingReader#EOF} after the last, another negative number for what is none. */
    int read() throws IOException {
        return read(FOR_EVER);
    }

    /** The next of the keys that were pressed already, in the same way; a negative number as well if there are no more. */
    int readPressed() throws IOException {
        return read(1);
    }

    private int read(long patience) throws IOException {
        int c = reader.read(patience);
        return c == ESCAPE ? escaped() : c;
    }

    /**
     * The key that began with an escape: reads to the end of an arrow or a function key, since the B of "down" must not
     * be taken for "back", and takes the replies of the terminal, which nobody typed.
     */
    private int escaped() throws IOException {
        int c = reader.read(LOOK);
        if (c == ']') {
            background.replied(controlString());
            return REPLY;
        }
        var sent = new StringBuilder();
        if (c >= 0) {
            sent.append((char) c);
        }
        if (c == '[' || c == 'O') {
            do {
                c = reader.read(LOOK);
                if (c >= 0) {
                    sent.append((char) c);
                }
            } while (c >= 0 && c < '@'); // digits and signs, then the one letter that ends it
        }
        if (sent.indexOf("?") > 0) {
            if (c == 'c') {
                background.passedOver();
            }
            return REPLY;
        }
        return switch (sent.toString()) {
            case "" -> ESCAPE;
            case "[A", "OA" -> UP;
            case "[B", "OB" -> DOWN;
            default -> NO_KEY;
        };
    }

    /** Up to its end, BEL or ST; a terminal sends it in one piece. */
    private String controlString() throws IOException {
        var text = new StringBuilder();
        int c = reader.read(LOOK);
        while (c >= ' ') {
            text.append((char) c);
            c = reader.read(LOOK);
        }
        if (c == ESCAPE) {
            reader.read(LOOK);
        }
        return text.toString();
    }
}
