package stretch.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;
import stretch.history.entry.StepRow;

/** A session that was left to itself for hours is recorded as the longest that may be: its export can be imported. */
class RecordedTimeTest {
    private static final Duration FIVE_HOURS = Duration.ofHours(5);

    @TempDir
    private Path folder;

    @Test
    void a_step_and_a_session_last_four_hours_at_most() {
        try (var history = SampleHistory.open(folder.resolve("history.db"))) {
            var writer = SampleHistory.begin(history, 1, "daily");
            writer.save(SampleHistory.step(1, StepOutcome.DONE, FIVE_HOURS));
            writer.save(SampleHistory.step(2, StepOutcome.DONE, FIVE_HOURS));
            var end = SampleHistory.MORNING.plusHours(10).toOffsetDateTime();
            writer.end(Outcome.COMPLETED, end, FIVE_HOURS.multipliedBy(2));
            assertThat(history.find("last").active()).isEqualTo(Duration.ofHours(4));
            assertThat(history.steps(SampleHistory.id(1)))
                    .extracting(StepRow::held)
                    .containsOnly(Duration.ofHours(4));
        }
    }

    @Test
    void so_does_one_that_died() {
        var file = folder.resolve("history.db");
        try (var history = SampleHistory.open(file)) {
            var writer = SampleHistory.begin(history, 1, "daily");
            writer.save(SampleHistory.step(1, StepOutcome.DONE, FIVE_HOURS));
            writer.save(SampleHistory.step(2, StepOutcome.DONE, FIVE_HOURS));
            writer.abandon();
        }
        try (var history = SampleHistory.open(file)) {
            assertThat(history.find("last").active()).isEqualTo(Duration.ofHours(4));
        }
    }
}
