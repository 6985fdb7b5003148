package stretch.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.stats.PainWarning.PainAnswer;

class PainWarningTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private static String word(Optional<PainWarning> warning) {
        return warning.map(it -> it.name().toLowerCase(Locale.ROOT)).orElse("-");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, -",
        "7, 7, -",
        "8, 8, severe",
        "10, 10, severe",
        "3, 5, -",
        "3, 6, rose",
        "5, 8, rose",
        "6, 8, severe",
        "9, 2, -",
        ", 7, -",
        ", 8, severe",
        "0, 3, rose",
    })
    void session(Integer before, int after, String warning) {
        var said = before == null ? OptionalInt.empty() : OptionalInt.of(before);
        assertThat(word(PainWarning.of(said, after))).isEqualTo(warning);
        if (before != null && before.equals(after)) {
            assertThat(word(PainWarning.of(before))).isEqualTo(warning);
        }
    }

    /** A character a day, the last is today: what was said, . for nothing. */
    @ParameterizedTest
    @CsvSource({
        "......., -",
        "......9, -",
        ".....19, -",
        "....159, worsening",
        "2222222, -",
        "1234567, worsening",
        "7654321, -",
        "3.3.4.4, -",
        "3.4.4.5, worsening",
        "1.....33, worsening",
        "2.....33, -",
        "999.1.1.1, -",
        "1111222, -",
        "1112234, worsening",
        "2.2.22..4.44.5, worsening",
        "2222222.666666, worsening",
        "......2......6, worsening",
        ".....2.......3, -",
        ".......2.....6, -",
        "22222225555541, -",
        "66666662222222, -",
        "5555555.......6, -",
    })
    void week(String days, String warning) {
        var answers = new ArrayList<PainAnswer>();
        for (int i = 0; i < days.length(); i++) {
            if (days.charAt(i) != '.') {
                answers.add(new PainAnswer(TODAY.minusDays(days.length() - 1L - i), days.charAt(i) - '0'));
            }
        }
        assertThat(word(PainWarning.of(answers, TODAY))).isEqualTo(warning);
    }
}
