package stretch.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import stretch.json.Json;

@Tag("once")
class TerminalSafeTest {
    @Test
    void ordinary_text_of_any_language_stays_as_it_is() {
        for (var text : new String[] {"Calf stretch", "Wadendehnung für Übermütige", "伸展 🧘 ñ", "e\u0301"}) {
            assertThat(TerminalSafe.line(text)).isEqualTo(text);
        }
    }

    @Test
    void line_breaks_and_tabs_are_blanks_on_one_line_and_kept_in_a_block() {
        assertThat(TerminalSafe.line("a\r\nb\nc\td\re")).isEqualTo("a b c d e");
        assertThat(TerminalSafe.block("a\nb\tc")).isEqualTo("a\nb\tc");
    }

    @Test
    void escapes_bells_and_bidi_marks_become_visible() {
        assertThat(TerminalSafe.line("\033[31mred\007")).isEqualTo("<U+001B>[31mred<U+0007>");
        assertThat(TerminalSafe.line("a\u202Eb\u2066c\u200Bd")).isEqualTo("a<U+202E>b<U+2066>c<U+200B>d");
        assertThat(TerminalSafe.line("\u009B2J")).isEqualTo("<U+009B>2J");
        assertThat(TerminalSafe.line("\u2028")).isEqualTo("<U+2028>");
    }

    @Test
    void no_character_at_all_gets_a_control_through() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            var shown = TerminalSafe.line(Character.toString(c));
            assertThat(shown.codePoints()
                            .noneMatch(p -> Character.isISOControl(p)
                                    || Character.getType(p) == Character.FORMAT
                                    || Character.getType(p) == Character.SURROGATE))
                    .as("U+%04X", c)
                    .isTrue();
        }
    }

    @Test
    void json_means_the_same_and_steers_nothing() {
        var text = "a\"b\\c\u009B2J\u202Ed\n🧘é";
        assertThat(Json.text(text)).isEqualTo("\"a\\\"b\\\\c\\u009B2J\\u202Ed\\u000A🧘é\"");
        assertThat(Json.text("plain")).isEqualTo("\"plain\"");
    }
}
