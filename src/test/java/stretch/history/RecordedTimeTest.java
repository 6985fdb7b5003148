package stretch.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;
import stretch.history.entry.StepRow;

/** A session that was left to itself for days is recorded as the longest that may be: its export can be imported. */
class RecordedTimeTest {
    private static final Duration TOO_LONG = Duration.ofHours(25);

    @TempDir
    private Path folder;

    @Test
    void a_step_and_a_session_last_a_day_at_most() {
        try (var history = SampleHistory.open(folder.resolve("history.db"))) {
            var writer = SampleHistory.begin(history, 1, "daily");
            writer.save(SampleHistory.step(1, StepOutcome.DONE, TOO_LONG));
            writer.save(SampleHistory.step(2, StepOutcome.DONE, TOO_LONG));
            var end = SampleHistory.MORNING.plusHours(50).toOffsetDateTime();
            writer.end(Outcome.COMPLETED, end, TOO_LONG.multipliedBy(2));
            assertThat(history.find("last").active()).isEqualTo(Duration.ofHours(24));
            assertThat(history.steps(SampleHistory.id(1)))
                    .extracting(StepRow::held)
                    .containsOnly(Duration.ofHours(24));
        }
    }

    @Test
    void so_does_one_that_died() {
        var file = folder.resolve("history.db");
        try (var history = SampleHistory.open(file)) {
            var writer = SampleHistory.begin(history, 1, "daily");
            writer.save(SampleHistory.step(1, StepOutcome.DONE, TOO_LONG));
            writer.save(SampleHistory.step(2, StepOutcome.DONE, TOO_LONG));
            writer.abandon();
        }
        try (var history = SampleHistory.open(file)) {
            assertThat(history.find("last").active()).isEqualTo(Duration.ofHours(24));
        }
    }
}
