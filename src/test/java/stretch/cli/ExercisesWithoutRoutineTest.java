package stretch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.catalogue.Outcome;
import stretch.catalogue.read.CatalogueFile;
import stretch.history.History;
import stretch.session.plan.Plan;
import stretch.session.plan.PlanOptions;

/** One or more exercises, done without a routine: recorded under their ids, and known wherever a session is. */
@Tag("once")
class ExercisesWithoutRoutineTest {
    private static final String BOTH = "hip-hinge+glute-bridge";

    @TempDir
    private Path home;

    private CliRunner program;

    @BeforeEach
    void program() {
        program = new CliRunner(home).withCautionsRead();
    }

    private String ran(String... args) {
        return program.ran(args).out();
    }

    @Test
    void they_are_run_and_every_command_knows_the_session() {
        assertThat(ran("run", "hip-hinge", "--dry-run")).startsWith("hip-hinge: 1 exercise, 1 step, ");
        assertThat(ran("run", "hip-hinge", "glute-bridge", "--plain", "--quiet"))
                .contains("completed " + BOTH + ": 2 of 2 steps, ");
        assertThat(ran("run", BOTH, "--dry-run")).as("as the history names it").startsWith(BOTH + ": 2 exercises");

        assertThat(ran("history")).contains(BOTH);
        assertThat(ran("history", "last")).contains(BOTH).contains("glute-bridge");
        assertThat(ran("history", "--routine", BOTH)).contains(BOTH);
        assertThat(ran("stats", BOTH)).contains(BOTH);
        assertThat(ran("export")).contains("," + BOTH + ",").contains(",completed,2,2,");
        assertThat(ran("export", "--routine", BOTH)).hasLineCount(2);
        assertThat(ran("report", "-o", home.resolve("report.html").toString())).isNotNull();
        assertThat(ran("edit", "last", "--note", "slowly")).contains("edited");
        assertThat(ran("due", "--json")).contains("daily");
        assertThat(ran("doctor")).contains("history");
        assertThat(ran("undo")).isNotEmpty();
        assertThat(ran("delete", "last")).isNotEmpty();
    }

    @Test
    void before_they_are_run_their_name_is_known_and_matches_nothing() {
        ran("add", "daily");
        for (var name : List.of(BOTH, "hip-hinge")) {
            assertThat(ran("history", "--routine", name)).isEmpty();
            assertThat(ran("export", "--routine", name)).hasLineCount(1);
        }
    }

    @Test
    void they_are_resumed() {
        var catalogue = CatalogueFile.shipped();
        var plan = Plan.of(catalogue, catalogue.practice(BOTH).orElseThrow(), PlanOptions.NONE);
        var at = ZonedDateTime.parse("2026-11-20T08:00:00+01:00[Europe/Berlin]");
        var file = home.resolve(".local/share/stretch/history.db");
        try (var history = History.open(file, Path.of("target", "caches").toAbsolutePath())) {
            var writer = history.begin(
                    "00000001-0000-7000-8000-000000000000", BOTH, at, plan.stepCount(), OptionalInt.empty());
            writer.plan(plan.toJson(), plan.stepCount());
            writer.end(Outcome.STOPPED, at.plusMinutes(1).toOffsetDateTime(), Duration.ZERO);
        }
        assertThat(ran("resume", "--plain", "--quiet")).contains("completed " + BOTH + ": 2 of 2 steps, ");
    }

    @Test
    void a_name_of_both_is_the_routine_alone_and_the_exercise_among_others() {
        program.file(
                ".config/stretch/routines.yaml",
                "routines: {hip-hinge: {name: Mine, steps: [pelvic-tilt, hip-hinge]}}\n");
        assertThat(ran("run", "hip-hinge", "--dry-run")).startsWith("hip-hinge: 2 exercises");
        assertThat(ran("run", "hip-hinge", "glute-bridge", "--dry-run")).startsWith(BOTH + ": 2 exercises, 2 steps");
        assertThat(ran("complete-ids", "practices"))
                .contains("hip-hinge\tMine\n")
                .contains("glute-bridge\t")
                .contains("daily\t");
    }

    @Test
    void what_was_done_of_it_elsewhere_is_added() {
        assertThat(ran("add", "glute-bridge", "--pain-before", "4", "--pain-after", "2", "--at", "07:00"))
                .startsWith("added glute-bridge, 2026-11-21 07:00, session ");
        assertThat(ran("export")).contains(",glute-bridge,").contains(",completed,1,1,4,2,");

        assertThat(ran("add", "daily", "--steps", "1,3", "--at", "06:00"))
                .startsWith("added daily, 2 of 3 steps, 2026-11-21 06:00, session ");
        assertThat(ran("export", "--routine", "daily")).contains(",stopped,2,3,");
        assertThat(ran("export", "--steps", "--routine", "daily"))
                .contains(",1,daily,chair-hip-flexor,right,")
                .contains(",3,daily,hip-hinge,both,")
                .doesNotContain(",left,");
        assertThat(program.run("resume").code()).as("nothing broke off").isEqualTo(2);
        assertThat(ran("due", "daily")).as("a part is not the whole").contains("daily is due");

        assertThat(ran("add", "daily", "--steps", "1-3", "--steps=2", "--at", "05:00"))
                .startsWith("added daily, 2026");
        assertThat(ran("undo")).contains("add daily");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "add daily --steps 1-9 | --steps: '1-9' is out of range; daily has steps 1 to 3, which 'stretch run daily --dry-run' shows",
                "add daily --steps 0 | --steps: '0' is out of range; daily has steps 1 to 3, which 'stretch run daily --dry-run' shows",
                "add daily --steps 3-1 | --steps: '3-1' is backwards; write 1-3",
                "add hip-hinge --steps 2 | --steps: '2' is out of range; hip-hinge has one step, which 'stretch run hip-hinge --dry-run' shows",
                "add daily --steps first | --steps: 'first' is not a list of steps; write it like 3, 1-3 or 1-3,5",
                "add daily --pain-after 11 | --pain-after 11 is out of range; write 0 (none) to 10 (worst)",
                "add hip-hinj | there is no routine or exercise 'hip-hinj'; did you mean 'hip-hinge'?",
                "run hip-hinge+ --dry-run | there is no routine or exercise ''; 'stretch list' lists them",
                "render full hip-hinge -o x.wav | 'full' is a routine; name that alone, or only exercises",
                "due hip-hinge | there is no routine 'hip-hinge'; 'stretch list' lists them",
            })
    void what_cannot_be_is_refused_with_what_would_be_right(String command, String message) {
        assertThat(program.run(command.split(" ", -1)))
                .isEqualTo(new CliRunner.CliResult(2, "", "stretch: " + message + "\n"));
    }

    @Test
    void more_than_a_name_holds_is_a_routine() {
        var many = "run" + " half-kneeling-hip-flexor".repeat(9) + " --dry-run";
        assertThat(program.run(many.split(" ", -1)).err())
                .isEqualTo("stretch: the names of these exercises have more than 200 characters together; make a"
                        + " routine of them\n");
    }
}
