package stretch.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WidthTest {
    @Test
    void counts_columns_not_characters() {
        assertThat(Width.of("calf")).isEqualTo(4);
        assertThat(Width.of("伸展")).isEqualTo(4);
        assertThat(Width.of("e\u0301")).isEqualTo(1);
    }

    @Test
    void wraps_at_blanks_and_cuts_only_what_is_too_long() {
        assertThat(Width.wrap("Heel down. Back knee straight.", 12))
                .containsExactly("Heel down.", "Back knee", "straight.");
        assertThat(Width.wrap("abcdefgh", 3)).containsExactly("abc", "def", "gh");
        assertThat(Width.wrap("", 10)).isEmpty();
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
            var lines = Width.wrap(text.toString(), columns);
            assertThat(lines).allSatisfy(line -> assertThat(Width.of(line)).isLessThanOrEqualTo(columns));
            assertThat(String.join("", lines).replace(" ", ""))
                    .isEqualTo(text.toString().replace(" ", ""));
        }
    }

    @Test
    void pads_and_cuts_to_columns() {
        assertThat(Width.pad("伸", 4)).isEqualTo("伸  ");
        assertThat(Width.cut("伸展", 3)).isEqualTo("伸");
    }
}
