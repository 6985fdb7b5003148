package stretch.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarLinesTest {
    @Test
    void a_line_has_at_most_75_octets_and_unfolds_to_what_it_was() {
        for (var character : List.of("a", "ü", "€", "🧘", "\\", ";", ",", "\n")) {
            for (int length = 60; length < 200; length++) {
                var text = character.repeat(length);
                var lines = new CalendarLines().text("SUMMARY", text).toString();
                assertThat(lines).endsWith("\r\n");
                assertThat(lines.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
                assertThat(unescaped(lines.replace("\r\n ", "").strip())).isEqualTo("SUMMARY:" + text);
            }
        }
    }

    private static String unescaped(String line) {
        var text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            text.append(c != '\\' ? c : line.charAt(++i) == 'n' ? '\n' : line.charAt(i));
        }
        return text.toString();
    }

    @Test
    void breaks_of_every_kind_are_one_and_control_characters_are_shown() {
        assertThat(new CalendarLines().text("X", "a\r\nb\rc\nd\u0007\u007f\te"))
                .hasToString("X:a\\nb\\nc\\nd<U+0007><U+007F> e\r\n");
    }
}
