package stretch.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.os.LoopClock;

class ProgressLineTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private long millis = 5_000;

    private ProgressLine line(boolean shown) {
        var time = new LoopClock() {
            @Override
            public long nanos() {
                return millis * 1_000_000;
            }

            @Override
            public long wallMillis() {
                return millis;
            }

            @Override
            public void await(long nanos) {
                throw new UnsupportedOperationException("nobody waits");
            }
        };
        return new ProgressLine(new PrintStream(written, false, StandardCharsets.UTF_8), time, shown);
    }

    private String shown() {
        return written.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "{0} ms of work, told each 10 ms, make {1} lines")
    @CsvSource({"0, 0", "990, 0", "1000, 1", "1240, 1", "1250, 2", "2000, 5", "5000, 17"})
    void is_silent_for_a_second_and_then_speaks_four_times_a_second(long length, int lines) {
        try (var line = line(true)) {
            for (long end = millis + length; millis <= end; millis += 10) {
                line.show(() -> "at");
            }
        }
        assertThat(shown()).isEqualTo("\rat".repeat(lines) + (lines > 0 ? "\r  \r" : ""));
    }

    @Test
    void a_shorter_line_leaves_nothing_of_a_longer_one() {
        try (var line = line(true)) {
            millis += 1000;
            line.show(() -> "reading: 99 %");
            millis += 250;
            line.show(() -> "merging");
        }
        assertThat(shown()).isEqualTo("\rreading: 99 %\rmerging      \r             \r");
    }

    @Test
    void where_nobody_looks_nothing_is_written() {
        try (var line = line(false)) {
            millis += 60_000;
            line.show(() -> "at");
        }
        assertThat(shown()).isEmpty();
    }

    @Test
    void a_writer_is_counted() throws Exception {
        var out = new StringWriter();
        try (var line = line(true);
                var counting = line.counting(out, "exporting")) {
            counting.write("x".repeat(1_250_000));
            millis += 1000;
            counting.append('y').append("z");
        }
        assertThat(out.toString()).hasSize(1_250_002).endsWith("xyz");
        assertThat(shown()).isEqualTo("\rexporting: 1.3 MB\r                 \r");
    }
}
