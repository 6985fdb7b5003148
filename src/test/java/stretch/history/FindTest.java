package stretch.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.os.ExitCode;

/** A session is named by the beginning of its id, as long as that says which one is meant. */
class FindTest {
    private static final String FIRST = "0198c7e2-aaaa-7000-8000-00000000000a";
    private static final String SECOND = "0198c7e2-bbbb-7000-8000-00000000000b";
    private static final String THIRD = "0199ffff-cccc-7000-8000-00000000000c";

    @TempDir
    private Path folder;

    private History history;

    @BeforeEach
    void open() {
        history = SampleHistory.open(folder.resolve("history.db"));
    }

    @AfterEach
    void close() {
        history.close();
    }

    @ParameterizedTest
    @CsvSource({
        "0198c7e2-a,                            0198c7e2-aaaa-7000-8000-00000000000a",
        "0198c7e2-bbbb-7000-8000-00000000000b,  0198c7e2-bbbb-7000-8000-00000000000b",
        "0199,                                  0199ffff-cccc-7000-8000-00000000000c",
        "0199fF,                                0199ffff-cccc-7000-8000-00000000000c",
    })
    void beginning_of_an_id(String prefix, String id) {
        begunThree();
        assertThat(history.find(prefix).id()).isEqualTo(id);
    }

    @Test
    void case_does_not_matter() {
        begunThree();
        assertThat(history.find(SECOND.toUpperCase(Locale.ROOT)).id()).isEqualTo(SECOND);
    }

    @Test
    void last_is_the_one_that_began_last() {
        begun(THIRD, 1);
        begun(FIRST, 3);
        begun(SECOND, 2);
        assertThat(history.find("last").id()).isEqualTo(FIRST);
    }

    @Test
    void of_two_that_began_together_the_last_has_the_greater_id() {
        begun(SECOND, 1);
        begun(FIRST, 1);
        assertThat(history.find("last").id()).isEqualTo(SECOND);
    }

    @Test
    void ambiguous_beginning_is_refused_with_two_of_them() {
        begunThree();
        assertRefused(
                "0198", "'0198' stands for 2 sessions, " + FIRST + " and " + SECOND + " among them; write more of it");
        assertRefused(
                "0198C7E2-",
                "'0198C7E2-' stands for 2 sessions, " + FIRST + " and " + SECOND + " among them; write more of it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "019"})
    void short_beginning_is_refused_even_if_there_is_but_one(String prefix) {
        begun(FIRST, 1);
        assertRefused(prefix, "'" + prefix + "' is too short for a session; write 4 characters or more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0197",
                "198c7e2",
                "Last",
                "%%%%",
                "____",
                "0198c7e2-aaaa-7000-8000-00000000000a0",
                "' OR 1=1 --",
                "\u0130\u0130\u0130\u0130"
            })
    void unknown_beginning_is_refused(String prefix) {
        begunThree();
        assertRefused(prefix, "there is no session '" + prefix + "'; 'stretch history' shows them");
    }

    @Test
    void empty_history_has_none() {
        assertRefused("last", "there is no last session: nothing was recorded yet; 'stretch run daily' begins");
        assertRefused("0198", "there is no session '0198'; 'stretch history' shows them");
    }

    private void begunThree() {
        begun(FIRST, 1);
        begun(SECOND, 2);
        begun(THIRD, 3);
    }

    private void begun(String id, int minute) {
        history.begin(id, "daily", SampleHistory.MORNING.plusMinutes(minute), 3, OptionalInt.empty())
                .abandon();
    }

    private void assertRefused(String prefix, String message) {
        var refused = SampleHistory.failure(() -> history.find(prefix));
        assertThat(refused).hasMessage(message);
        assertThat(refused.exit()).isEqualTo(ExitCode.USAGE);
    }
}
