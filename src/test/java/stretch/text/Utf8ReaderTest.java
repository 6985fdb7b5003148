package stretch.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8ReaderTest {
    /** Who marks a place leaves less room in the buffer, at last for one char, where a character may take two. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8190, 8191, 8192, 8193})
    void characters_that_take_two_come_whole_wherever_a_buffer_ends(int before) throws IOException {
        var text = "x".repeat(before) + "💪".repeat(9000) + "é";
        for (int marked = 0; marked < 3; marked++) {
            try (var reader = Utf8Reader.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
                reader.skip(marked);
                reader.mark(9000);
                var read = new StringBuilder();
                var some = new char[777];
                for (int count; (count = reader.read(some)) >= 0; ) {
                    read.append(some, 0, count);
                }
                assertThat(read.toString()).isEqualTo(text.substring(marked));
            }
        }
    }
}
