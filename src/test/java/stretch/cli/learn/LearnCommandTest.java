package stretch.cli.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.GoldenFiles;
import stretch.catalogue.read.CatalogueFile;
import stretch.cli.CliRunner;

class LearnCommandTest {
    private static final String FOLD = """
            exercises:
              toe-touch: {name: Toe touch, position: standing, hold: 30s, spine: rounded}
              calf: {name: Calf, position: standing, hold: 30s, spine: neutral}
            routines:
              folds: {name: Folds, steps: [toe-touch, calf, toe-touch]}
              other: {name: Other, steps: [calf]}
            """;
    private static final String MENTION =
            "toe-touch rounds the low back, which can sometimes make symptoms worse: see 'stretch learn hamstrings'\n";

    @TempDir
    Path home;

    private CliRunner program;

    @BeforeEach
    void home() {
        program = new CliRunner(home);
    }

    @Test
    void every_lesson_is_a_short_page_that_names_the_exercises_it_explains() {
        for (var lesson : CatalogueFile.shipped().lessons().keySet()) {
            for (int columns : new int[] {80, 40}) {
                var ran = program.columns(columns).run("learn", lesson);
                assertThat(ran.out().lines())
                        .hasSizeLessThan(40)
                        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
                GoldenFiles.check("pages/learn-" + lesson + "-" + columns + ".txt", ran.out());
            }
        }
        assertThat(program.run("learn", "hamstrings", "--json").out()).contains("\"exercises\":[\"chair-hip-flexor\"]");
    }

    @Test
    void every_exercise_links_to_a_lesson_that_is_there() {
        var shipped = CatalogueFile.shipped();
        shipped.exercises().forEach((id, exercise) -> {
            assertThat(exercise.reasons().lessons()).as(id).isNotEmpty();
            assertThat(shipped.lessons().keySet())
                    .containsAll(exercise.reasons().lessons());
            assertThat(program.run("show", id).out().replaceAll("\\s+", " "))
                    .contains("'stretch learn " + exercise.reasons().lessons().get(0) + "'");
        });
    }

    @Test
    void a_page_longer_than_the_terminal_goes_through_the_pager_and_no_other() throws Exception {
        var seen = home.resolve("seen");
        program.stub("my-pager", "echo \"$LESS\" >" + seen + "; cat >>" + seen).env("PAGER", "my-pager");
        program.file("mine.yaml", "lessons:\n  long: {title: Long, text: [" + "One., ".repeat(30) + "Last.]}\n");
        var mine = home.resolve("mine.yaml").toString();
        program.run("learn", "long", "--routines", mine);
        assertThat(seen).doesNotExist();
        program.typing("");
        program.run("learn", "hamstrings");
        program.run("learn", "long", "--json", "--routines", mine);
        assertThat(seen).doesNotExist();
        assertThat(program.env("TERM", "xterm").run("learn", "long", "--routines", mine))
                .isEqualTo(new CliRunner.CliResult(0, "", ""));
        assertThat(Files.readString(seen)).startsWith("FRX\n").contains("Long", "Last.");
        assertThat(program.env("PAGER", "no-such-pager")
                        .run("learn", "long", "--routines", mine)
                        .out())
                .contains("Last.");
    }

    @Test
    void a_routine_that_rounds_the_back_gets_the_lesson_mentioned_once_and_is_run() {
        var file = program.file(".config/stretch/routines.yaml", FOLD).toString();
        assertThat(program.run("validate").err()).isEqualTo(MENTION);
        assertThat(program.run("validate", file).code()).isZero();
        assertThat(program.run("run", "folds", "--dry-run").err()).isEqualTo(MENTION);
        var ran = program.run("run", "folds", "--no-log", "--rehearse");
        assertThat(ran.err()).containsOnlyOnce("hamstrings");
        assertThat(ran.out()).contains("completed folds");
        assertThat(program.run("run", "other", "--dry-run").err()).isEmpty();
        assertThat(program.run("run", "daily", "--dry-run").err()).isEmpty();
    }

    @Test
    void the_lesson_that_is_mentioned_comes_with_stretch() {
        assertThat(Objects.requireNonNull(CatalogueFile.shipped().lessons().get("hamstrings"))
                        .text())
                .isNotEmpty();
    }
}
