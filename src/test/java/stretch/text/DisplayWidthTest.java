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
    void pads_and_cuts_to_columns() {
        assertThat(DisplayWidth.pad("伸", 4)).isEqualTo("伸  ");
        assertThat(DisplayWidth.cut("伸展", 3)).isEqualTo("伸");
    }
}
