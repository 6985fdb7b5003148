package stretch.catalogue.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import stretch.catalogue.Catalogue;
import stretch.os.UserError;

/** Whatever lies in a file, it is read or it is refused in plain lines; nothing else happens. */
@Tag("once")
class HostileFilesTest {
    private static final Catalogue SHIPPED = CatalogueFile.shipped();
    private static final int MEGABYTE = 1 << 20;

    /** One character that means something to YAML is the likeliest to do harm. */
    private static final byte[] MEANING = "&*!|>'\"%@`#,[]{}:-?~<=\t\n\r \0\u007F09xs".getBytes(StandardCharsets.UTF_8);

    @Test
    void survives_five_hundred_mutations() throws IOException {
        var original = Files.readAllBytes(Path.of("routines.yaml"));
        int taken = 0;
        for (int seed = 0; seed < 500; seed++) {
            var mutant = mutated(original, new Random(seed));
            taken += isTaken(seed, mutant) ? 1 : 0;
        }
        assertThat(taken).isBetween(1, 499);
    }

    @Test
    void survives_noise() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var noise = new byte[random.nextInt(2000)];
            random.nextBytes(noise);
            isTaken(seed, noise);
            for (int i = 0; i < noise.length; i++) {
                noise[i] = MEANING[Math.floorMod(noise[i], MEANING.length)];
            }
            isTaken(seed, noise);
        }
    }

    @Test
    void says_where_a_file_stops_being_text() {
        assertThat(lines("a: 1\nb: \u00e4\0".getBytes(StandardCharsets.UTF_8)))
                .containsExactly(
                        "f:2:5: the character U+0000 is not allowed in YAML; remove it, if this is a text file");
        assertThat(lines(new byte[] {'a', '\n', (byte) 0xC3, (byte) 0xA4, (byte) 0xFF, 'b'}))
                .containsExactly("f:2:2: this is not UTF-8 text; save the file as UTF-8, if it is a text file");
        assertThat(lines("exercises: {}".getBytes(StandardCharsets.UTF_16)))
                .containsExactly("f:1:1: this is not UTF-8 text; save the file as UTF-8, if it is a text file");
        assertThat(lines(new byte[] {'a', (byte) 0xE2, (byte) 0x82}))
                .containsExactly("f:1:2: this is not UTF-8 text; save the file as UTF-8, if it is a text file");
    }

    @Test
    void takes_a_megabyte_and_not_a_byte_more() {
        assertThat(lines(text("#".repeat(MEGABYTE)))).isEmpty();
        assertThat(lines(text("#".repeat(MEGABYTE + 1))))
                .containsExactly("f:1:1: the file is larger than 1 MB (1048576 bytes); keep it smaller, or split it");
    }

    @Test
    void takes_two_thousand_steps_and_not_one_more() {
        assertThat(lines(steps(2000))).isEmpty();
        assertThat(lines(steps(2001)))
                .containsExactly("f:2005:7: routine 'x' has more than 2000 steps; split it into several routines");
    }

    @Test
    void takes_names_and_ids_of_two_hundred_characters() {
        var longest = "n".repeat(200);
        assertThat(lines(text("exercises: {? " + longest + " : {name: " + longest + ", position: prone, hold: 1s}}")))
                .isEmpty();
    }

    @Test
    void does_not_follow_nests_to_the_bottom() {
        for (var open : List.of("[", "{a: ", "- ", "? ")) {
            assertThat(lines(text(open.repeat(100_000)))).as(open).hasSize(1).allMatch(line -> line.startsWith("f:1:"));
        }
    }

    @Test
    void tells_huge_values_briefly() {
        var huge = "9".repeat(100_000);
        for (var value : List.of(huge, "'" + huge + "'", huge + "s", "x" + huge, "1e" + huge)) {
            for (var key : List.of("hold", "reps", "position", "lessons", "prepare", "x" + huge.substring(0, 900))) {
                var file = "exercises:\n  x:\n    name: X\n    " + key + ": " + value + "\n";
                assertThat(lines(text(file))).isNotEmpty().allMatch(line -> line.length() < 400);
            }
        }
        assertThat(lines(text("? " + huge + "\n: 1\n"))).hasSize(1).allMatch(line -> line.length() < 400);
    }

    @Test
    void finds_thousands_of_mistakes() {
        // A chain of alternatives as long as the file, closed to a circle, and every other one unknown.
        var chain = IntStream.range(0, 5_000)
                .mapToObj(i -> String.format(
                        java.util.Locale.ROOT,
                        "  x%d: {name: N, position: prone, hold: 1s, alternatives: [x%d, y%d]}\n",
                        i,
                        (i + 1) % 5_000,
                        i));
        assertThat(lines(text("exercises:\n" + chain.collect(Collectors.joining()))))
                .hasSize(5_001);
    }

    private static byte[] steps(int count) {
        return text("routines:\n  x:\n    name: X\n    steps:\n" + "    - hip-hinge\n".repeat(count));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> lines(byte[] content) {
        try {
            CatalogueFile.layered(SHIPPED, Map.of("f", content));
            return List.of();
        } catch (UserError failure) {
            return failure.lines();
        }
    }

    private static boolean isTaken(int seed, byte[] content) {
        try {
            CatalogueFile.whole("f", content);
            return true;
        } catch (UserError failure) {
            assertThat(failure.lines())
                    .as("seed %d", seed)
                    .isNotEmpty()
                    .allMatch(line -> line.matches("f:\\d+:\\d+: .+"));
            return false;
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    /** One to four changes: a byte replaced, put in or taken out, or a piece doubled. */
    private static byte[] mutated(byte[] original, Random random) {
        var bytes = original;
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(bytes.length - 50);
            byte b = random.nextInt(4) == 0 ? (byte) random.nextInt() : MEANING[random.nextInt(MEANING.length)];
            var out = new ByteArrayOutputStream();
            out.write(bytes, 0, at);
            switch (random.nextInt(4)) {
                case 0 -> out.write(bytes, at + 1, bytes.length - at - 1);
                case 1 -> {
                    out.write(b);
                    out.write(bytes, at, bytes.length - at);
                }
                case 2 -> {
                    out.write(b);
                    out.write(bytes, at + 1, bytes.length - at - 1);
                }
                default -> {
                    out.writeBytes(Arrays.copyOfRange(bytes, at, at + 1 + random.nextInt(50)));
                    out.write(bytes, at, bytes.length - at);
                }
            }
            bytes = out.toByteArray();
        }
        return bytes;
    }
}
