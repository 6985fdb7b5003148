package stretch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.os.UserError;

class DateTimeArgumentTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-21T11:00:00Z"), ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 2026-11-20T00:00+01:00, 2026-11-21T00:00+01:00",
        "2026-11-20T08:00, 2026-11-20T08:00+01:00, 2026-11-20T08:00+01:00",
        "2026-11-20 08:00, 2026-11-20T08:00+01:00, 2026-11-20T08:00+01:00",
        "2026-11-20T08:00:30Z, 2026-11-20T08:00:30Z, 2026-11-20T08:00:30Z",
        "08:00, 2026-11-21T08:00+01:00, 2026-11-21T08:00+01:00",
        "8:00, 2026-11-21T08:00+01:00, 2026-11-21T08:00+01:00",
        "today, 2026-11-21T00:00+01:00, 2026-11-22T00:00+01:00",
        "yesterday, 2026-11-20T00:00+01:00, 2026-11-21T00:00+01:00",
        "yesterday 08:00, 2026-11-20T08:00+01:00, 2026-11-20T08:00+01:00",
        "7d, 2026-11-14T00:00+01:00, 2026-11-15T00:00+01:00",
        "2026-03-29, 2026-03-29T00:00+01:00, 2026-03-30T00:00+02:00",
    })
    void reads_what_people_write(String text, String from, String end) {
        var moment = DateTimeArgument.parse(text, NOON);
        assertThat(moment.from().toOffsetDateTime()).hasToString(from);
        assertThat(moment.end().toOffsetDateTime()).hasToString(end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "2026-13-01", "2026-02-30", "25:00", "7", "-1d", "99999999d", "today 8"})
    void refuses_the_rest(String text) {
        assertThatThrownBy(() -> DateTimeArgument.parse(text, NOON))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is not a date or time; write ");
    }
}
