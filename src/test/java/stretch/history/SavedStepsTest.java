package stretch.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;
import stretch.history.entry.StepRow;

/** A step that was saved is on disk, whatever happens to the one who saved it. */
class SavedStepsTest {
    private static final String STEPS = "SELECT step, outcome, held_ms FROM step ORDER BY step";

    @TempDir
    private Path folder;

    @Test
    void is_visible_to_a_second_connection_at_once() throws Exception {
        var file = folder.resolve("history.db");
        try (var history = SampleHistory.open(file)) {
            var writer = SampleHistory.begin(history, 1, "daily");
            assertThat(SampleHistory.rows(file, STEPS)).isEmpty();
            writer.save(SampleHistory.step(1));
            assertThat(SampleHistory.rows(file, STEPS)).containsExactly("1|done|30250");
            writer.save(SampleHistory.step(2, StepOutcome.HURT, Duration.ofMillis(7)));
            assertThat(SampleHistory.rows(file, STEPS)).containsExactly("1|done|30250", "2|hurt|7");
            writer.abandon();
        }
    }

    @Test
    void outlives_a_killed_process() throws Exception {
        var file = folder.resolve("history.db");
        try (var other = HistoryProcess.start("session", file)) {
            assertThat(other.next()).isEqualTo("saved 1");
            assertThat(other.next()).isEqualTo("saved 2");
            other.kill();
        }
        try (var history = SampleHistory.open(file)) {
            assertThat(history.steps(SampleHistory.id(1)))
                    .containsExactly(SampleHistory.step(1), SampleHistory.step(2));
        }
    }

    @Test
    void replaces_its_row_when_it_was_gone_back_to() {
        try (var history = SampleHistory.open(folder.resolve("history.db"))) {
            var writer = SampleHistory.begin(history, 1, "daily");
            var skipped = SampleHistory.step(1, StepOutcome.SKIPPED, Duration.ofMillis(1_500));
            writer.save(skipped);
            writer.save(SampleHistory.step(2));
            assertThat(history.find("last").stepsDone()).isEqualTo(1);

            writer.save(SampleHistory.step(1));
            assertThat(history.steps(SampleHistory.id(1)))
                    .containsExactly(SampleHistory.step(1), SampleHistory.step(2));
            assertThat(history.find("last").stepsDone()).isEqualTo(2);
            writer.abandon();
        }
    }

    @Test
    void counts_as_practised_when_done_or_shortened() {
        try (var history = SampleHistory.open(folder.resolve("history.db"))) {
            var writer = SampleHistory.begin(history, 1, "daily");
            int step = 1;
            for (var outcome : StepOutcome.values()) {
                writer.save(SampleHistory.step(step++, outcome, Duration.ofSeconds(1)));
            }
            writer.abandon();
            assertThat(history.find("last").stepsDone()).isEqualTo(2);
            assertThat(history.steps(SampleHistory.id(1)))
                    .extracting(StepRow::outcome)
                    .containsExactly(StepOutcome.values());
        }
    }

    @Test
    void one_that_was_cut_stays_cut_until_it_is_done_again() {
        try (var history = SampleHistory.open(folder.resolve("history.db"))) {
            var writer = SampleHistory.begin(history, 1, "daily");
            writer.plan("plan", 3);
            writer.save(SampleHistory.step(2, StepOutcome.SHORTENED, Duration.ofSeconds(1)));
            writer.brokeOff(2);
            writer.end(Outcome.STOPPED, SampleHistory.MORNING.toOffsetDateTime(), Duration.ofSeconds(1));

            var killed = history.resume(history.find("last"), SampleHistory.MORNING);
            killed.save(SampleHistory.step(1));
            killed.abandon();
            SampleHistory.open(folder.resolve("history.db")).close();
            assertThat(history.unfinished().orElseThrow().brokenOff()).hasValue(2);

            var again = history.resume(history.find("last"), SampleHistory.MORNING);
            again.save(SampleHistory.step(2));
            again.end(Outcome.STOPPED, SampleHistory.MORNING.toOffsetDateTime(), Duration.ofSeconds(31));
            assertThat(history.unfinished().orElseThrow().brokenOff()).isEmpty();
        }
    }
}
