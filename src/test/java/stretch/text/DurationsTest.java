package stretch.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @ParameterizedTest
    @CsvSource({"45s, 45", "2m, 120", "1m30s, 90", "1h, 3600", "4h, 14400", "90s, 90", "1h0m5s, 3605"})
    void reads_what_people_write(String text, long seconds) {
        assertThat(Durations.parse(text, SECOND)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "1", "1.5m", "-5s", "5 s", "1s1m", "1d", "٣s", "999999s", "1:30", "4h1s", "0s"})
    void refuses_the_rest_and_says_what_would_be_right(String text) {
        assertThatThrownBy(() -> Durations.parse(text, SECOND))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("; write ");
    }

    @Test
    void a_bare_number_gets_its_likely_meanings() {
        assertThatThrownBy(() -> Durations.parse("30", SECOND))
                .hasMessage("'30' is not a duration; write 30s for seconds or 30m for minutes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1   | 300   | 300s for seconds",
                "300 | 90    | 90m for minutes",
                "300 | 3     | it like 45s, 2m, 1m30s or 1h",
                "1   | 15000 | it like 45s, 2m, 1m30s or 1h",
                "0   | 0     | 0s for seconds or 0m for minutes"
            })
    void a_meaning_that_is_not_allowed_is_not_advised(long least, String number, String advice) {
        assertThatThrownBy(() -> Durations.parse(number, Duration.ofSeconds(least)))
                .hasMessage("'" + number + "' is not a duration; write " + advice);
    }

    @Test
    void a_wait_may_be_nothing() {
        assertThat(Durations.parse("0s", Duration.ZERO)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 0s, 0 s", "45, 45s, 45 s", "90, 1m30s, 1 min 30 s", "3600, 1h, 1 h", "3605, 1h5s, 1 h 5 s"})
    void writes_them_short_and_in_words(long seconds, String compact, String words) {
        assertThat(Durations.compact(Duration.ofSeconds(seconds))).isEqualTo(compact);
        assertThat(Durations.words(Duration.ofSeconds(seconds))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "20, about 20 s",
        "4, about 4 s",
        "44, about 40 s",
        "54, about 50 s",
        "55, about 1 min",
        "60, about 1 min",
        "150, about 3 min",
        "149, about 2 min"
    })
    void promises_are_rough(long seconds, String about) {
        assertThat(Durations.about(Duration.ofSeconds(seconds))).isEqualTo(about);
    }
}
