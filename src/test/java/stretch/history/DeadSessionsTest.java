package stretch.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;
import stretch.history.entry.Filter;
import stretch.history.entry.SessionRow;
import stretch.os.ExitCode;

/** A session whose process died is found interrupted, once; one that runs is left alone. */
@Tag("once")
class DeadSessionsTest {
    private static final OffsetDateTime END_OF_STEP_2 =
            OffsetDateTime.parse("2026-11-21T08:01:00.123+01:00").plus(Duration.ofMillis(30_250));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name_file() {
        file = folder.resolve("history.db");
    }

    @Test
    void killed_session_is_closed_by_the_next_to_write() throws Exception {
        killed();
        try (var history = SampleHistory.open(file)) {
            assertInterrupted(history.find("last"));
        }
    }

    @Test
    void killed_session_is_closed_by_the_next_to_read() throws Exception {
        killed();
        try (var history = existing()) {
            assertInterrupted(history.find("last"));
        }
    }

    @Test
    void is_closed_only_once() throws Exception {
        killed();
        SampleHistory.open(file).close();
        var closed = Files.readAllBytes(file);
        for (int i = 0; i < 3; i++) {
            SampleHistory.open(file).close();
            existing().close();
        }
        assertThat(file).hasBinaryContent(closed);
    }

    @Test
    void abandoned_session_counts_what_was_held() {
        try (var history = SampleHistory.open(file)) {
            var writer = SampleHistory.begin(history, 1, "daily");
            writer.save(SampleHistory.step(1));
            writer.save(SampleHistory.step(2, StepOutcome.SHORTENED, Duration.ofMillis(5_001)));
            writer.save(SampleHistory.step(1, StepOutcome.DONE, Duration.ofSeconds(40)));
            writer.abandon();
            assertThat(history.find("last").outcome()).isEmpty();
        }
        try (var history = existing()) {
            var row = history.find("last");
            assertThat(row.active()).isEqualTo(Duration.ofMillis(45_001));
            assertThat(row.endedAt()).contains(OffsetDateTime.parse("2026-11-21T08:01:10.123+01:00"));
        }
    }

    @Test
    void session_without_a_step_ends_when_it_began() {
        try (var history = SampleHistory.open(file)) {
            SampleHistory.begin(history, 1, "daily").abandon();
        }
        try (var history = existing()) {
            var row = history.find("last");
            assertThat(row.outcome()).contains(Outcome.INTERRUPTED);
            assertThat(row.active()).isEqualTo(Duration.ZERO);
            assertThat(row.endedAt()).contains(row.startedAt().toOffsetDateTime());
        }
    }

    @Test
    void all_that_died_are_closed_and_none_that_ended() {
        try (var history = SampleHistory.open(file)) {
            SampleHistory.session(history, 1, "daily", Outcome.COMPLETED);
            SampleHistory.begin(history, 2, "daily").abandon();
            SampleHistory.session(history, 3, "daily", Outcome.STOPPED);
            SampleHistory.begin(history, 4, "daily").abandon();
        }
        try (var history = SampleHistory.open(file)) {
            assertThat(history.sessions(Filter.ALL))
                    .extracting(row -> row.outcome().orElseThrow())
                    .containsExactly(Outcome.COMPLETED, Outcome.INTERRUPTED, Outcome.STOPPED, Outcome.INTERRUPTED);
        }
    }

    @Test
    void running_session_is_left_alone_and_keeps_others_out() throws Exception {
        try (var other = HistoryProcess.start("session", file)) {
            assertThat(other.next()).isEqualTo("saved 1");
            try (var history = existing()) {
                assertThat(history.find("last").outcome()).isEmpty();
            }
            try (var history = SampleHistory.open(file)) {
                assertThat(history.find("last").endedAt()).isEmpty();
                var refused = SampleHistory.failure(() -> SampleHistory.begin(history, 2, "evening"));
                assertThat(refused.exit()).isEqualTo(ExitCode.BUSY);
                assertThat(refused)
                        .hasMessage("another session is running (daily, since 08:01, session 00000001);"
                                + " finish or quit that one first");
                assertThat(history.sessions(Filter.ALL)).hasSize(1);

                assertThat(other.next()).isEqualTo("saved 2");
                assertThat(other.next()).isEqualTo("done");
                assertThat(history.find("last").outcome()).contains(Outcome.COMPLETED);
                SampleHistory.session(history, 2, "evening", Outcome.STOPPED);
            }
        }
    }

    @Test
    void next_session_may_begin_after_a_killed_one() throws Exception {
        killed();
        try (var history = SampleHistory.open(file)) {
            SampleHistory.session(history, 2, "evening", Outcome.COMPLETED);
            assertThat(history.sessions(Filter.ALL))
                    .extracting(SessionRow::outcome)
                    .containsExactly(Optional.of(Outcome.INTERRUPTED), Optional.of(Outcome.COMPLETED));
        }
    }

    private void killed() throws Exception {
        try (var other = HistoryProcess.start("session", file)) {
            other.next();
            other.next();
            other.kill();
        }
        assertThat(SampleHistory.rows(file, "SELECT outcome, ended_ms, active_ms FROM session"))
                .containsExactly("null|null|0");
    }

    private History existing() {
        return History.openExisting(file, SampleHistory.CACHES);
    }

    private static void assertInterrupted(SessionRow row) {
        assertThat(row.outcome()).contains(Outcome.INTERRUPTED);
        assertThat(row.endedAt()).contains(END_OF_STEP_2);
        assertThat(row.active()).isEqualTo(Duration.ofMillis(60_500));
        assertThat(row.stepsDone()).isEqualTo(2);
    }
}
