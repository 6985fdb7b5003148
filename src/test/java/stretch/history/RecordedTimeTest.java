package stretch.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;

/** A session that was left to itself for hours is recorded as the longest that may be: its export can be imported. */
class RecordedTimeTest {
    private static final Duration FIVE_HOURS = Duration.ofHours(5);

    @TempDir
    private Path folder;

    @Test
    void a_step_and_a_session_last_four_hours_at_most() {
        try (var history = Sample.open(folder.resolve("history.db"))) {
            var recording = Sample.begin(history, 1, "daily");
            recording.save(Sample.step(1, StepOutcome.DONE, FIVE_HOURS));
            recording.save(Sample.step(2, StepOutcome.DONE, FIVE_HOURS));
            var end = Sample.MORNING.plusHours(10).toOffsetDateTime();
            recording.end(Outcome.COMPLETED, end, FIVE_HOURS.multipliedBy(2));
            assertThat(history.find("last").active()).isEqualTo(Duration.ofHours(4));
            assertThat(history.steps(Sample.id(1))).extracting(StepRow::held).containsOnly(Duration.ofHours(4));
        }
    }

    @Test
    void so_does_one_that_died() {
        var file = folder.resolve("history.db");
        try (var history = Sample.open(file)) {
            var recording = Sample.begin(history, 1, "daily");
            recording.save(Sample.step(1, StepOutcome.DONE, FIVE_HOURS));
            recording.save(Sample.step(2, StepOutcome.DONE, FIVE_HOURS));
            recording.abandon();
        }
        try (var history = Sample.open(file)) {
            assertThat(history.find("last").active()).isEqualTo(Duration.ofHours(4));
        }
    }
}
