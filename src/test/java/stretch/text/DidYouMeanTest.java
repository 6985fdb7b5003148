package stretch.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {
    private static final List<String> WORDS =
            List.of("-q", "run", "list", "export", "history", "--format", "chair-hip-flexor", "hip-hinge");

    @ParameterizedTest
    @CsvSource({
        "rnu, run",
        "lst, list",
        "hsitory, history",
        "HISTORY, history",
        "hist, history",
        "--fromat, --format",
        "chair-hip, chair-hip-flexor",
        "hip-hing, hip-hinge"
    })
    void finds_the_slip(String typed, String meant) {
        assertThat(DidYouMean.among(WORDS, typed)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"xyzzy", "q", "-n", "''", "nothing-like-it"})
    void guesses_nothing_wild(String typed) {
        assertThat(DidYouMean.among(WORDS, typed)).isEmpty();
    }

    @Test
    void the_advice_says_one_or_the_other() {
        assertThat(DidYouMean.advice(WORDS, "rnu", "see the list")).isEqualTo("did you mean 'run'?");
        assertThat(DidYouMean.advice(WORDS, "xyzzy", "see the list")).isEqualTo("see the list");
    }
}
