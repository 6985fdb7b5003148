package stretch.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.List;
import java.util.stream.IntStream;
import org.jline.terminal.Size;
import org.jline.terminal.impl.ExternalTerminal;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class DisplayTest {
    /** Lines that count how often they are looked at. */
    private static final class Counted extends AbstractList<AttributedString> {
        private final List<AttributedString> lines;
        private int looks;

        Counted(List<AttributedString> lines) {
            this.lines = lines;
        }

        @Override
        public AttributedString get(int index) {
            looks++;
            return lines.get(index);
        }

        @Override
        public int size() {
            return lines.size();
        }
    }

    /** A picture that is mostly blank, as those of a session are, and another one after it. */
    private static int looks(int rows, int columns) throws Exception {
        try (var terminal = new ExternalTerminal(
                "test",
                "xterm-256color",
                new ByteArrayInputStream(new byte[0]),
                OutputStream.nullOutputStream(),
                StandardCharsets.UTF_8)) {
            var display = FullScreen.display(terminal);
            display.clear();
            display.resize(Size.of(columns, rows));
            int looks = 0;
            for (var word : List.of("one", "other")) {
                var lines = new Counted(IntStream.range(0, rows)
                        .mapToObj(row -> new AttributedString(row % 10 == 0 ? word + row : " ".repeat(columns)))
                        .toList());
                display.update(lines, -1);
                looks += lines.looks;
            }
            return looks;
        }
    }

    @Test
    void a_picture_costs_in_proportion_to_its_lines() throws Exception {
        assertThat(looks(300, 500)).isLessThanOrEqualTo(looks(30, 50) * 10 + 10);
    }
}
