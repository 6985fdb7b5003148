package stretch.catalogue.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoseTest {
    @ParameterizedTest
    @CsvSource({
        "HOLD, 1, 1, 1 s", "HOLD, 60, 60, 60 s", "HOLD, 20, 30, 20-30 s",
        "REPS, 1, 1, 1 rep", "REPS, 2, 2, 2 reps", "REPS, 1, 2, 1-2 reps",
        "BREATHS, 1, 1, 1 breath", "BREATHS, 5, 5, 5 breaths", "BREATHS, 1, 3, 1-3 breaths",
    })
    void a_single_one_has_no_plural(DoseKind kind, int low, int high, String words) {
        assertThat(new Dose(kind, new Range(low, high)).text()).isEqualTo(words);
    }
}
