package stretch.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DisplayWidthTest {
    @Test
    void counts_columns_not_characters() {
        assertThat(DisplayWidth.of("calf")).isEqualTo(4);
        assertThat(DisplayWidth.of("伸展")).isEqualTo(4);
        assertThat(DisplayWidth.of("e\u0301")).isEqualTo(1);
    }

    @Test
    void wraps_at_blanks_and_cuts_only_what_is_too_long() {
        assertThat(DisplayWidth.wrap("Heel down. Back knee straight.", 12))
                .containsExactly("Heel down.", "Back knee", "straight.");
        assertThat(DisplayWidth.wrap("abcdefgh", 3)).containsExactly("abc", "def", "gh");
        assertThat(DisplayWidth.wrap("", 10)).isEmpty();
    }

    @Test
    void no_line_is_ever_wider_and_no_letter_is_lost() {
        var random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            var text = new StringBuilder();
            for (int j = 0; j < random.nextInt(60); j++) {
                text.append("ab伸 é ".charAt(random.nextInt(6)));
            }
            int columns = 2 + random.nextInt(20);
            var lines = DisplayWidth.wrap(text.toString(), columns);
            assertThat(lines)
                    .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(columns));
            assertThat(String.join("", lines).replace(" ", ""))
                    .isEqualTo(text.toString().replace(" ", ""));
        }
    }

    @Test
    void a_number_stays_with_its_unit() {
        assertThat(DisplayWidth.wrap("one-stretch 12 s, 1 min 20 s in all", 13))
                .containsExactly("one-stretch", "12 s, 1 min", "20 s in all");
        assertThat(DisplayWidth.wrap("about 1 min/day (2 h)", 8)).containsExactly("about", "1 min/da", "y (2 h)");
        assertThat(DisplayWidth.wrap("3 stretches", 9)).containsExactly("3", "stretches");
    }

    @Test
    void a_long_word_of_a_folded_line_stays_whole() {
        assertThat(DisplayWidth.folded("stretch: /a/long/path: is a folder", 12))
                .containsExactly("stretch:", "  /a/long/path:", "  is a", "  folder");
        assertThat(DisplayWidth.wrapWords("a long-word b", 4)).containsExactly("a", "long-word", "b");
        assertThat(DisplayWidth.folded("ok    sound: the bell", 14)).containsExactly("ok    sound:", "  the bell");
    }

    @Test
    void what_is_shortened_keeps_whole_words() {
        assertThat(DisplayWidth.shortened("Keep that tuck", 14, "…")).isEqualTo("Keep that tuck");
        assertThat(DisplayWidth.shortened("Keep that tuck", 13, "…")).isEqualTo("Keep that…");
        assertThat(DisplayWidth.shortened("Keep that tuck", 10, "…")).isEqualTo("Keep that…");
        assertThat(DisplayWidth.shortened("Keep that tuck", 9, "…")).isEqualTo("Keep…");
        assertThat(DisplayWidth.shortened("Keep that tuck", 3, "…")).isEqualTo("Ke…");
        assertThat(DisplayWidth.shortened("Keep that tuck", 0, "...")).isEmpty();
    }

    @Test
    void pads_and_cuts_to_columns() {
        assertThat(DisplayWidth.pad("伸", 4)).isEqualTo("伸  ");
        assertThat(DisplayWidth.cut("伸展", 3)).isEqualTo("伸");
    }
}
