package stretch.history.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.history.SampleHistory;

/** Cells are read by hand, and come to what Java's own readers make of them. */
@Tag("once")
class CellParserTest {
    private static OffsetDateTime byJava(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21T08:00:00.123+01:00",
                "2026-11-21T08:00:00+01:00",
                "2026-11-21T08:00:00Z",
                "2026-11-21T08:00Z",
                "2026-11-21T08:00:00.1Z",
                "2026-11-21T08:00:00.123456789-18:00",
                "2026-11-21T08:00:00.123-18:01",
                "2026-11-21T08:00:00.123-00:00",
                "2026-11-21T08:00:00.123-00:30",
                "2026-11-21T08:00:00.123+05:60",
                "2026-11-21T08:00:00.123+05:45:30",
                "2026-11-21T08:00:00.123+05",
                "2026-02-29T08:00:00.123Z",
                "2024-02-29T08:00:00.123Z",
                "2026-11-21T24:00:00.000Z",
                "2026-11-21T23:59:60.000Z",
                "2026-11-21t08:00:00z",
                "+12026-11-21T08:00:00Z",
                "-0026-11-21T08:00:00Z",
                "0000-01-01T00:00:00Z",
                "2026-11-21T08:00:00.Z",
                "2026-11-21T08:00:00",
                "2026-11-21T08:00:00.123",
                "2026-11-21 08:00:00Z",
                "2026-11-21",
                "",
                "\u0662026-11-21T08:00:00Z",
            })
    void moments(String text) {
        assertThat(CellParser.moment(text)).isEqualTo(byJava(text));
    }

    /** Texts that are nearly right, one character changed, dropped or doubled. */
    @Test
    void slips() {
        var random = new Random(3);
        var letters = "0123456789abfgTZ:+-. ";
        for (int i = 0; i < 20_000; i++) {
            var moment = slip(
                    String.format(Locale.ROOT, "2026-11-2%dT08:1%d:00.120+01:00", i % 10, i / 10 % 10),
                    letters,
                    random);
            assertThat(CellParser.moment(moment)).as(moment).isEqualTo(byJava(moment));
            var id = slip(SampleHistory.id(i), letters, random);
            assertThat(CellParser.isId(id)).as(id).isEqualTo(id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
            var number = slip(Integer.toString(random.nextInt(200_000_000)), letters, random);
            assertThat(CellParser.number(number))
                    .as(number)
                    .isEqualTo(number.matches("[0-9]{1,9}") ? Long.valueOf(number) : null);
            var seconds = slip(random.nextInt(1000) + "." + random.nextInt(2000), letters, random);
            assertThat(CellParser.millis(seconds))
                    .as(seconds)
                    .isEqualTo(
                            seconds.matches("[0-9]{1,8}(\\.[0-9]{1,9})?")
                                    ? (Long) new BigDecimal(seconds)
                                            .movePointRight(3)
                                            .longValue()
                                    : null);
        }
    }

    private static String slip(String text, String letters, Random random) {
        int at = random.nextInt(text.length());
        var letter = letters.substring(random.nextInt(letters.length())).substring(0, 1);
        return switch (random.nextInt(4)) {
            case 0 -> text;
            case 1 -> text.substring(0, at) + letter + text.substring(at + 1);
            case 2 -> text.substring(0, at) + text.substring(at + 1);
            default -> text.substring(0, at) + letter + text.substring(at);
        };
    }
}
