package stretch.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jline.utils.NonBlockingReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyDecoderTest {
    /** A terminal on which these characters were typed, and on which nobody types any more. */
    private static final class Typed extends NonBlockingReader {
        private static final int SOON = 1_000;
        private final String text;
        private int at;

        Typed(String text) {
            this.text = text;
        }

        @Override
        protected int read(long patience, boolean peek) {
            assertThat(at < text.length() || patience <= SOON)
                    .as("it waits for a key")
                    .isTrue();
            return at < text.length() ? text.charAt(peek ? at : at++) : READ_EXPIRED;
        }

        @Override
        public int readBuffered(char[] buffer, int from, int length, long patience) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }

    private static KeyDecoder typed(String text) {
        return new KeyDecoder(new Typed(text), new Background());
    }

    @Test
    void keys_that_were_pressed_already_are_read_without_a_wait_for_more() throws Exception {
        var keys = typed("9w");
        assertThat(keys.readPressed()).isEqualTo('9');
        assertThat(keys.readPressed()).isEqualTo('w');
        assertThat(keys.readPressed()).isNegative().isNotEqualTo(NonBlockingReader.EOF);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the key Escape, '', 27",
        "up, [A, 0xF700",
        "up in application mode, OA, 0xF700",
        "down, [B, 0xF701",
        "right, [C, 0xF8FF",
        "F5, [15~, 0xF8FF",
        "Shift-up, [1;2A, 0xF8FF",
        "Alt-b, b, 0xF8FF",
        "the terminal's own kind, [?62;22c, -2",
        "the terminal's background, ]11;rgb:0000/0000/0000BEL, -2"
    })
    void what_is_sent_as_several_characters_is_one_key(String name, String sent, int key) throws Exception {
        var text = "\033" + sent.replace("BEL", "\007");
        assertThat(typed(text).read()).isEqualTo(key);
        if (!sent.isEmpty()) {
            var keys = typed(text + "x");
            assertThat(keys.read()).isEqualTo(key);
            assertThat(keys.read()).as("what comes next").isEqualTo('x');
        }
    }
}
