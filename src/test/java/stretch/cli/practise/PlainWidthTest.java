package stretch.cli.practise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.cli.CliRunner;
import stretch.cli.CliRunner.CliResult;

/** Lines of plain mode on a terminal, at which a screen reader reads, end between words; elsewhere each is one line. */
@Tag("once")
class PlainWidthTest {
    /** What brings every kind of line: each stage, sets and rests, warnings, notices and the end. */
    private static final List<String> RUNS = List.of(
            "resume --plain",
            "run daily --plain",
            "run full --plain --dose high",
            "run sets --plain",
            "run daily --plain --pain 8",
            "run relief --plain --avoid kneeling",
            "run desk-break --plain --rehearse --voice en",
            "run toes --plain --no-log");

    private static final String MINE = """
            exercises:
              toe-touch: {name: Toe touch, position: standing, hold: 30s, spine: rounded}
            routines:
              toes: {name: Toes, steps: [toe-touch]}
              sets:
                name: Sets
                steps: [{exercise: glute-bridge, sets: 3, rest: 60s, load: 5 kg, note: slowly and with care}]
            """;

    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80})
    void no_line_is_broken_inside_a_word(int columns) {
        for (var run : RUNS) {
            var wide = ran("piped", columns, false, run);
            var narrow = ran("terminal", columns, true, run);

            assertThat(Stream.of(narrow.out(), narrow.err()).flatMap(String::lines))
                    .as(run)
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
            assertThat(words(narrow)).as(run).isEqualTo(words(wide));
        }
    }

    @Test
    void elsewhere_a_line_stays_one() {
        var ran = ran("piped", 40, false, "run daily --plain");
        assertThat(ran.out()).contains("1/3 chair-hip-flexor, right: get ready, 44 s\n");
        assertThat(ran.err())
                .contains("  Keep that tuck, and shift forward gently, until the front of your right hip pulls.\n");
    }

    private CliResult ran(String folder, int columns, boolean terminal, String run) {
        var program = new CliRunner(home.resolve(folder)).columns(columns);
        program.file(".config/stretch/routines.yaml", MINE);
        program.file(".config/stretch/config.yaml", "sound: off\n");
        if (terminal) {
            program.typing("");
        }
        return program.run(run.split(" "));
    }

    private static String words(CliResult result) {
        return (result.out() + result.err())
                .replaceAll("session [0-9a-f]{8}", "session")
                .replaceAll("\\s+", " ");
    }
}
