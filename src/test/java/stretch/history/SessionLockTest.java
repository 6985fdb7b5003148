package stretch.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.catalogue.Outcome;
import stretch.os.ExitCode;

/** One session at a time: the turn is held by one, and falls free however its holder ends. */
class SessionLockTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name_file() {
        file = folder.resolve("history.db");
    }

    @Test
    void is_given_to_one_at_a_time() throws Exception {
        try (var lock = SessionLock.tryAcquire(file).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(SessionLock.tryAcquire(file)).isEmpty();
        }
        SessionLock.tryAcquire(file).orElseThrow().close();
    }

    @Test
    void is_refused_to_another_process() throws Exception {
        try (var lock = SessionLock.tryAcquire(file).orElseThrow();
                var other = HistoryProcess.start("turn", file)) {
            assertThat(lock).isNotNull();
            assertThat(other.next()).isEqualTo("refused");
        }
    }

    @Test
    void falls_free_when_its_holder_is_killed() throws Exception {
        try (var other = HistoryProcess.start("turn", file)) {
            assertThat(other.next()).isEqualTo("taken");
            assertThat(SessionLock.tryAcquire(file)).isEmpty();
            other.kill();
        }
        SessionLock.tryAcquire(file).orElseThrow().close();
    }

    @Test
    void of_one_history_is_not_that_of_another() throws Exception {
        try (var one = SessionLock.tryAcquire(file).orElseThrow();
                var two = SessionLock.tryAcquire(folder.resolve("other.db")).orElseThrow()) {
            assertThat(one).isNotSameAs(two);
        }
    }

    @Test
    void of_a_history_with_two_names_is_one() throws Exception {
        SampleHistory.open(file).close();
        var link = Files.createSymbolicLink(folder.resolve("link.db"), file);
        try (var lock = SessionLock.tryAcquire(link).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(SessionLock.tryAcquire(file)).isEmpty();
        }
    }

    @Test
    void without_a_session_is_that_of_a_restore() throws Exception {
        try (var history = SampleHistory.open(file);
                var lock = SessionLock.tryAcquire(file).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(SampleHistory.failure(() -> SampleHistory.begin(history, 1, "daily")))
                    .hasMessage("'stretch restore' is replacing the history now; try again when it has ended");
        }
    }

    @Test
    void is_given_back_when_the_session_cannot_begin() throws Exception {
        try (var history = SampleHistory.open(file)) {
            SampleHistory.session(history, 1, "daily", Outcome.COMPLETED);
            assertThat(SampleHistory.failure(() -> SampleHistory.begin(history, 1, "daily"))
                            .exit())
                    .isEqualTo(ExitCode.UNUSABLE);
            SessionLock.tryAcquire(file).orElseThrow().close();
        }
    }

    @Test
    void is_taken_over_from_one_that_died_meanwhile() throws Exception {
        try (var other = HistoryProcess.start("session", file)) {
            other.next();
            try (var history = SampleHistory.open(file)) {
                other.kill();
                var writer = history.begin(
                        SampleHistory.id(2), "evening", SampleHistory.MORNING.plusMinutes(9), 3, OptionalInt.empty());
                assertThat(history.find("00000001").outcome()).contains(Outcome.INTERRUPTED);
                assertThat(SampleHistory.failure(() -> SampleHistory.begin(history, 3, "daily")))
                        .hasMessageContaining("evening, since 08:09");
                writer.abandon();
            }
        }
    }
}
