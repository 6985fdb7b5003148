package stretch.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.history.entry.CheckIn;
import stretch.history.entry.ReminderPause;
import stretch.os.ExitCode;

/** A session is named by the end of its id that is shown, as long as that says which one is meant. */
@Tag("once")
class FindTest {
    private static final String FIRST = "0198c7e2-aaaa-7000-8000-00005fd10165";
    private static final String SECOND = "0198c7e2-bbbb-7000-8000-00005fd1aaaa";
    private static final String THIRD = "0199ffff-cccc-7000-8000-000077c0ffee";

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
        "5fd10165,                              0198c7e2-aaaa-7000-8000-00005fd10165",
        "5fd1a,                                 0198c7e2-bbbb-7000-8000-00005fd1aaaa",
        "77C0,                                  0199ffff-cccc-7000-8000-000077c0ffee",
        "0198c7e2-bbbb-7000-8000-00005fd1aaaa,  0198c7e2-bbbb-7000-8000-00005fd1aaaa",
        "0198c7e2-a,                            0198c7e2-aaaa-7000-8000-00005fd10165",
        "0199fFff,                              0199ffff-cccc-7000-8000-000077c0ffee",
        "0199,                                  0199ffff-cccc-7000-8000-000077c0ffee",
    })
    void what_is_shown_of_an_id_or_once_was_names_its_session(String prefix, String id) {
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
        assertThat(history.find("Last").id()).isEqualTo(FIRST);
    }

    @Test
    void of_two_that_began_together_the_last_has_the_greater_id() {
        begun(SECOND, 1);
        begun(FIRST, 1);
        assertThat(history.find("last").id()).isEqualTo(SECOND);
    }

    @Test
    void what_stands_for_several_is_refused_and_names_them() {
        begunThree();
        assertRefused(
                "5fd1",
                "'5fd1' stands for 2 entries: 5fd10165 (daily, 2026-11-21 08:01), 5fd1aaaa (daily, 2026-11-21 08:02);"
                        + " write more of it");
        assertRefused(
                "0198C7E2",
                "'0198C7E2' stands for 2 entries: 5fd10165 (daily, 2026-11-21 08:01), 5fd1aaaa (daily, 2026-11-21"
                        + " 08:02); write more of it");
    }

    @Test
    void of_sessions_whose_ids_end_alike_the_whole_ids_are_named_five_at_most() {
        for (int i = 1; i <= 7; i++) {
            begun(id(i), i);
        }
        assertThat(SampleHistory.failure(() -> history.find("77c0ffee")))
                .hasMessageStartingWith("'77c0ffee' stands for 7 entries: " + id(1) + " (daily, ")
                .hasMessageContaining(id(5))
                .hasMessageEndingWith(" and 2 more; write more of it");
        assertThat(history.find(id(6)).id()).isEqualTo(id(6));
    }

    @Test
    void check_ins_snoozes_and_skips_are_named_likewise() {
        begunThree();
        var at = SampleHistory.MORNING.toOffsetDateTime();
        var checkIn = new CheckIn("0198c7e2-aaaa-7000-8000-00005fd1bbbb", at, OptionalInt.of(3), Map.of(), "");
        var skip = new ReminderPause("0198c7e2-aaaa-7000-8000-0000abcd0001", at, Optional.empty(), 2, "");
        var editor = history.editor(Clock.systemUTC());
        editor.addCheckIn(checkIn);
        editor.addPause(skip);
        assertThat(history.entry("5fd1bbbb")).isEqualTo(checkIn);
        assertThat(history.entry("abcd")).isEqualTo(skip);
        assertThat(history.entry("77c0")).isEqualTo(history.find(THIRD));
        assertThat(SampleHistory.failure(() -> history.entry("5fd1")))
                .hasMessage(
                        "'5fd1' stands for 3 entries: 5fd10165 (daily, 2026-11-21 08:01), 5fd1aaaa (daily, 2026-11-21"
                                + " 08:02), 5fd1bbbb (check-in, 2026-11-21 08:00); write more of it");
        assertRefused("abcd", "'abcd' is a skip; name a session");
    }

    private static String id(int number) {
        return SampleHistory.id(number).substring(0, 28) + "77c0ffee";
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "019"})
    void short_beginning_is_refused_even_if_there_is_but_one(String prefix) {
        begun(FIRST, 1);
        assertRefused(prefix, "'" + prefix + "' is too short for an id; write 4 characters or more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0197",
                "198c7e2",
                "fd10165",
                "5fd101650",
                "%%%%",
                "____",
                "0198c7e2-aaaa-7000-8000-00005fd101650",
                "' OR 1=1 --",
                "\u0130\u0130\u0130\u0130"
            })
    void unknown_beginning_is_refused(String prefix) {
        begunThree();
        assertRefused(
                prefix, "there is no session, check-in, snooze or skip '" + prefix + "'; 'stretch history' shows them");
    }

    @Test
    void empty_history_has_none() {
        assertRefused("last", "there is no last session: the history has none; start with 'stretch run daily'");
        assertRefused("0198", "there is no session, check-in, snooze or skip '0198'; 'stretch history' shows them");
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
