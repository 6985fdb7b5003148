package stretch.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import stretch.screen.canvas.TextStyle;
import stretch.screen.canvas.Theme;

/** Whether the colours can be read, and the sides told apart, computed from the colours of xterm. */
class PaletteTest {
    private static final double[] BLACK = {0, 0, 0};
    private static final double[] WHITE = {1, 1, 1};

    /** The first sixteen colours as xterm has them; other terminals are near. */
    private static final int[] XTERM = {
        0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5, 0x7f7f7f, 0xff0000, 0x00ff00,
        0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff
    };

    /** Red, green and blue of a colour's number, each from 0 to 1. */
    private static double[] rgb(int number) {
        if (number < 16) {
            return IntStream.of(16, 8, 0)
                    .mapToDouble(shift -> (XTERM[number] >> shift & 255) / 255.0)
                    .toArray();
        }
        if (number >= 232) {
            double grey = (8 + 10 * (number - 232)) / 255.0;
            return new double[] {grey, grey, grey};
        }
        return IntStream.of(36, 6, 1)
                .map(weight -> (number - 16) / weight % 6)
                .mapToDouble(level -> level == 0 ? 0 : (55 + 40 * level) / 255.0)
                .toArray();
    }

    private static double contrast(double[] one, double[] other) {
        double a = Theme.luminance(one[0], one[1], one[2]) + 0.05;
        double b = Theme.luminance(other[0], other[1], other[2]) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    static Stream<Palette> palettes() {
        return Arrays.stream(Theme.values())
                .flatMap(theme -> Stream.of(
                        new Palette(true, theme, true),
                        new Palette(true, theme, false),
                        new Palette(false, theme, true)));
    }

    private static List<double[]> grounds(Theme theme) {
        return switch (theme) {
            case DARK -> List.of(BLACK);
            case LIGHT -> List.of(WHITE);
            case AUTO, CONTRAST -> List.of(BLACK, WHITE);
        };
    }

    /** What a colour may come out as: some terminals show bold letters in the first eight colours brighter. */
    private static List<double[]> shown(Palette.Look look, double[] ground) {
        if (look.colour() == Palette.DEFAULT) {
            return List.of(ground == BLACK ? WHITE : BLACK);
        }
        boolean brighter = look.weight() == Palette.Weight.BOLD && look.colour() < 8;
        return brighter ? List.of(rgb(look.colour()), rgb(look.colour() + 8)) : List.of(rgb(look.colour()));
    }

    /** Where a look is inverse, as in a flood, the two colours change places, and their contrast is the same. */
    @ParameterizedTest
    @MethodSource("palettes")
    void every_word_can_be_read(Palette palette) {
        for (var style : EnumSet.complementOf(EnumSet.of(TextStyle.DIM))) {
            var look = palette.look(style);
            assertThat(look.weight()).as(style.name()).isNotEqualTo(Palette.Weight.FAINT);
            for (var behind : grounds(palette.theme())) {
                var ground = look.ground() == Palette.DEFAULT ? behind : rgb(look.ground());
                assertThat(shown(look, ground))
                        .allSatisfy(colour -> assertThat(contrast(colour, ground))
                                .as("%s on %s", style, behind == BLACK ? "black" : "white")
                                .isGreaterThanOrEqualTo(4.5));
            }
        }
    }

    /** As people without cones for red (protanopia) or green (deuteranopia) see it: Viénot, Brettel and Mollon 1999. */
    private static double[] seen(double[] rgb, double[][] by) {
        double[] linear = Arrays.stream(rgb)
                .map(c -> c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4))
                .toArray();
        return Arrays.stream(by)
                .mapToDouble(row -> row[0] * linear[0] + row[1] * linear[1] + row[2] * linear[2])
                .toArray();
    }

    /** By CIE 1976, in which 2.3 can just be told apart. */
    private static double distance(double[] one, double[] other) {
        double[] a = lab(one);
        double[] b = lab(other);
        return Math.sqrt(
                IntStream.range(0, 3).mapToDouble(i -> Math.pow(a[i] - b[i], 2)).sum());
    }

    private static double[] lab(double[] linear) {
        double x = root((0.4124 * linear[0] + 0.3576 * linear[1] + 0.1805 * linear[2]) / 0.9505);
        double y = root(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]);
        double z = root((0.0193 * linear[0] + 0.1192 * linear[1] + 0.9505 * linear[2]) / 1.089);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double root(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void the_sides_differ_for_everybody(Palette palette) {
        var left = palette.look(TextStyle.LEFT);
        var right = palette.look(TextStyle.RIGHT);
        assertThat(left.colour() == Palette.DEFAULT)
                .as("both have a colour, or neither")
                .isEqualTo(right.colour() == Palette.DEFAULT);
        if (left.colour() == Palette.DEFAULT) {
            return;
        }
        var eyes = List.of(
                new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
                new double[][] {{0.11238, 0.88762, 0}, {0.11238, 0.88762, 0}, {0.00401, -0.00401, 1}},
                new double[][] {{0.29275, 0.70725, 0}, {0.29275, 0.70725, 0}, {-0.02234, 0.02234, 1}});
        for (var eye : eyes) {
            assertThat(distance(seen(rgb(left.colour()), eye), seen(rgb(right.colour()), eye)))
                    .as(Arrays.deepToString(eye))
                    .isGreaterThan(40);
        }
    }

    @Test
    void colour_is_there_where_it_can_be_read() {
        assertThat(palettes().filter(palette -> palette.look(TextStyle.LEFT).colour() != Palette.DEFAULT))
                .containsExactlyInAnyOrder(
                        new Palette(true, Theme.DARK, true),
                        new Palette(true, Theme.DARK, false),
                        new Palette(true, Theme.LIGHT, true),
                        new Palette(true, Theme.LIGHT, false),
                        new Palette(true, Theme.AUTO, true));
    }

    @ParameterizedTest
    @CsvSource({
        "11;rgb:0000/0000/0000, DARK",
        "11;rgb:ffff/ffff/ffff, LIGHT",
        "11;rgb:28/2a/36, DARK",
        "11;rgb:fdfd/f6f6/e3e3, LIGHT",
        "11;rgba:ffff/ffff/ffff/8000, LIGHT",
        "11;rgb:f/f/f, LIGHT",
        "11;rgb:0000/0000/ffff, DARK",
        "11;none, AUTO",
        "10;rgb:ffff/ffff/ffff, AUTO",
        "'', AUTO",
    })
    void the_terminal_tells_its_background(String reply, Theme theme) {
        var background = new Background();
        background.replied(reply);
        background.passedOver();
        assertThat(background.theme()).isEqualTo(theme);
    }

    @ParameterizedTest
    @CsvSource({"15;0, DARK", "0;15, LIGHT", "0;default;7, LIGHT", "0;8, DARK", "0;default, AUTO", "'', AUTO"})
    void a_variable_may_tell_it(String numbers, Theme theme) {
        assertThat(Theme.ofNumbers(numbers)).isEqualTo(theme);
    }
}
