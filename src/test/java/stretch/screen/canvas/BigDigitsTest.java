package stretch.screen.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import stretch.GoldenFiles;
import stretch.screen.canvas.BigDigits.Face;
import stretch.screen.canvas.BigDigits.Fill;
import stretch.text.DisplayWidth;

class BigDigitsTest {
    private static final String ALL = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:+-'↑↓←→↔";

    @ParameterizedTest
    @EnumSource
    void the_alphabet_was_looked_at(Face face) {
        var canvas = new Canvas(110, 6 * (face.rows() + 1), true);
        int row = 0;
        for (var line : new String[] {"ABCDEFGHI", "JKLMNOPQR", "STUVWXYZ", "01234", "56789", ":+-'↑↓←→↔"}) {
            new BigDigits(face, line, 2, 1).paint(canvas, row, 0, Fill.SOLID, TextStyle.PLAIN);
            row += face.rows() + 1;
        }
        GoldenFiles.check("glyphs/" + face.name().toLowerCase(java.util.Locale.ROOT) + ".txt", canvas + "\n");
    }

    @Test
    void hollow_digits_were_looked_at() {
        var unicode = hollow(true).toString().split("\n", -1);
        var ascii = hollow(false).toString().split("\n", -1);
        var lines = IntStream.range(0, unicode.length)
                .mapToObj(i -> (DisplayWidth.pad(unicode[i], 34) + ascii[i]).stripTrailing());
        GoldenFiles.check("glyphs/hollow.txt", lines.collect(Collectors.joining("\n", "", "\n")));
    }

    private static Canvas hollow(boolean unicode) {
        var canvas = new Canvas(34, 40, unicode);
        new BigDigits(Face.LARGE, "58", 2, 1).paint(canvas, 0, 0, Fill.HOLLOW, TextStyle.PLAIN);
        new BigDigits(Face.LARGE, "3", 6, 3).paint(canvas, 9, 0, Fill.HOLLOW, TextStyle.PLAIN);
        return canvas;
    }

    /**
     * On a screen of two pixels a row a block of two cells is two pixels square; at half that size it is one, or it
     * falls between four. Either way two characters have to differ.
     */
    @ParameterizedTest
    @EnumSource
    void every_character_differs_from_all_others_also_at_half_size(Face face) {
        for (int one = 0; one < ALL.length(); one++) {
            for (int other = 0; other < one; other++) {
                var a = face.blocks(ALL.substring(one, one + 1));
                var b = face.blocks(ALL.substring(other, other + 1));
                var pair = ALL.charAt(one) + " and " + ALL.charAt(other);
                assertThat(difference(a, b, 1)).as(pair).isGreaterThanOrEqualTo(2);
                assertThat(difference(a, b, 2)).as(pair + " between pixels").isGreaterThanOrEqualTo(1);
            }
        }
    }

    /** The sum of what differs, in blocks, where each pixel sees so many by so many of them. */
    private static double difference(boolean[][] a, boolean[][] b, int seen) {
        double sum = 0;
        for (int y = 1 - seen; y < a.length; y++) {
            for (int x = 1 - seen; x < Math.max(a[0].length, b[0].length); x++) {
                double pixel = 0;
                for (int i = 0; i < seen * seen; i++) {
                    pixel += at(a, x + i % seen, y + i / seen) - at(b, x + i % seen, y + i / seen);
                }
                sum += Math.abs(pixel) / (seen * seen);
            }
        }
        return sum;
    }

    private static int at(boolean[][] blocks, int x, int y) {
        return y >= 0 && y < blocks.length && x >= 0 && x < blocks[y].length && blocks[y][x] ? 1 : 0;
    }

    @ParameterizedTest
    @EnumSource
    void hollow_and_solid_differ_and_fill_the_same_cells(Face face) {
        for (var unicode : new boolean[] {true, false}) {
            var solid = new Canvas(120, 20, unicode);
            var hollow = new Canvas(120, 20, unicode);
            new BigDigits(face, "READY 10", 2, 1).paint(solid, 0, 0, Fill.SOLID, TextStyle.PLAIN);
            new BigDigits(face, "READY 10", 2, 1).paint(hollow, 0, 0, Fill.HOLLOW, TextStyle.PLAIN);
            assertThat(hollow).doesNotHaveToString(solid.toString());
            assertThat(hollow.toString().replaceAll("[^ \n]", "*"))
                    .isEqualTo(solid.toString().replaceAll("[^ \n]", "*"));
        }
    }

    @Test
    void a_text_is_as_large_as_fits_in_the_middle_and_what_has_no_letter_is_left_to_others() {
        var canvas = new Canvas(40, 12, false);
        var fitting = BigDigits.fitting(Face.SMALL, "up", canvas.whole());
        assertThat(fitting.fits()).isTrue();
        fitting.paint(canvas, canvas.whole(), Fill.SOLID, TextStyle.PLAIN);
        assertThat(canvas.toString().lines().filter(line -> !line.isBlank())).hasSize(10);
        assertThat(BigDigits.fitting(Face.SMALL, "up", new Rect(0, 0, 6, 12)).fits())
                .isFalse();
        assertThat(BigDigits.fitting(Face.SMALL, "ÖFF", canvas.whole()).fits()).isFalse();
    }
}
