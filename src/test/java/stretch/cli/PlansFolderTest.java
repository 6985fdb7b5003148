package stretch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan that was dropped into routines.d, through the commands. */
@Tag("once")
class PlansFolderTest {
    private static final String OWN = """
            exercises:
              glute-bridge: {extends: glute-bridge, reps: 10}
            routines:
              evening: {name: Evening, steps: [knee-bend, glute-bridge]}
            """;
    private static final String KNEE = """
            exercises:
              knee-bend: {name: Knee bend, position: standing, reps: 8}
            routines:
              knee: {name: Knee, goal: daily, steps: [knee-bend]}
            """;

    @TempDir
    private Path home;

    private CliRunner program;
    private Path own;
    private Path knee;

    @BeforeEach
    void write() {
        program = new CliRunner(home).withCautionsRead();
        own = program.file(".config/stretch/routines.yaml", OWN);
        knee = program.file(".config/stretch/routines.d/knee.yaml", KNEE);
    }

    @Test
    void it_is_practised_and_shown_with_where_it_is_from() {
        assertThat(program.run("list").out())
                .contains("Knee bend (standing, 8 reps) [knee.yaml]")
                .contains("10 reps) [routines.yaml]")
                .containsPattern("Evening, .* \\[routines.yaml]");
        assertThat(program.run("show", "knee-bend").out()).contains("From: " + knee);
        assertThat(program.run("show", "evening").out()).contains("From: " + own);
        assertThat(program.run("show", "hip-hinge").out()).doesNotContain("From: ");
        assertThat(program.run("show", "knee", "--json").out()).contains("\"file\":\"" + knee + "\"");
        assertThat(program.run("list", "--json").out()).contains("\"file\":\"" + own + "\"");
        assertThat(program.run("run", "knee", "--dry-run").out()).contains("knee-bend: 8 reps");
        assertThat(program.run("due", "knee").out()).contains("knee is due");
    }

    @Test
    void it_comes_goes_and_changes() throws IOException {
        assertThat(program.run("show", "knee").code()).isZero();
        Files.writeString(knee, KNEE.replace("reps: 8", "reps: 7"));
        assertThat(program.run("show", "knee-bend").out()).contains("7 reps");
        Files.move(knee, knee.resolveSibling("other.yaml"));
        assertThat(program.run("show", "knee-bend").out()).contains("other.yaml");
        Files.delete(knee.resolveSibling("other.yaml"));
        assertThat(program.run("show", "knee").err())
                .as("what used it is told too")
                .startsWith("stretch: " + own + ":4:36: there is no exercise 'knee-bend'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan.yml", "plan.YML", "plan.YAML", "plan.Yaml", "my.yaml.yml"})
    void a_file_that_is_not_read_is_named(String name) {
        var plan = program.file(".config/stretch/routines.d/" + name, KNEE);
        var unread = plan + ": is not read; rename it so that it ends in .yaml";
        assertThat(program.run("validate").err()).isEqualTo(unread + "\n");
        assertThat(program.run("doctor").out()).contains(unread.substring(0, unread.indexOf(';')));
        program.file(".config/stretch/routines.d/other.yaml", "routines: {p: {name: P, steps: [not-read-yet]}}\n");
        assertThat(program.run("validate").err())
                .as("it may be what the others miss")
                .startsWith(unread + "\nstretch: ")
                .contains("there is no exercise 'not-read-yet'");
    }

    @Test
    void validate_and_doctor_look_at_all_files() {
        assertThat(program.run("validate").out())
                .startsWith(own + ": no mistakes\n" + knee + ": no mistakes; with them there are 10 exercises and 7 ");
        assertThat(program.run("validate", knee.toString()).out())
                .as("with the others")
                .startsWith(knee + ": no mistakes; with it there are 10 exercises and 7 ");
        var handedOver = program.file("handed-over.yaml", KNEE);
        assertThat(program.run("validate", handedOver.toString()).out())
                .as("alone, as it may be a newer one of those")
                .startsWith(handedOver + ": no mistakes; with it there are 10 exercises and 6 ");
        assertThat(program.run("validate", "--json").out())
                .contains("\"files\":[")
                .contains(knee.toString());
        assertThat(program.run("doctor").out()).contains(own + ", " + knee + ", no mistakes");

        var other = program.file(".config/stretch/routines.d/bad.yaml", "exercises: {knee-bend: {extends: hip-hinge}}");
        var mistakes = program.run("validate");
        assertThat(mistakes.code()).isEqualTo(78);
        assertThat(mistakes.err())
                .isEqualTo("stretch: " + knee + ":2:3: the exercise 'knee-bend' is in " + other
                        + ":1:13 too; remove one of them, or give it another id\n");
    }

    /** One of them may name and extend what stands in the others, as for every other command. */
    @Test
    void validate_takes_of_each_file_what_all_of_them_take() throws IOException {
        program.file(".config/stretch/routines.d/more.yaml", """
                exercises: {knee-dip: {extends: knee-bend, name: Dip}}
                routines: {more: {name: More, steps: [knee-bend]}}
                """);
        var folder = own.resolveSibling("routines.d");
        for (var name : List.of("more.yaml", "../routines.yaml", "./knee.yaml")) {
            var ran = program.run("validate", folder.resolve(name).toString());
            assertThat(ran.err()).isEmpty();
            assertThat(ran.out()).startsWith(folder.resolve(name) + ": no mistakes; with it there are 11 ");
        }
        Files.writeString(knee, KNEE.replace("reps: 8", "reps: many"));
        assertThat(program.run("validate", folder.resolve("more.yaml").toString())
                        .err())
                .contains(knee + ":2:");
    }

    @Test
    void it_stands_beside_whichever_file_was_named() {
        var named = program.file("elsewhere/mine.yaml", "");
        program.file("elsewhere/routines.d/a.yaml", "routines: {a: {extends: daily, name: Other}}");
        var listed =
                program.run("--routines", named.toString(), "list", "routines").out();
        assertThat(listed).contains("Other").doesNotContain("Knee");
    }

    @Test
    void suggest_saves_beside_it_and_gives_no_id_of_it_away() {
        assertThat(program.run("suggest", "--pattern", "stiff-hips", "--save", "knee")
                        .err())
                .contains("there is a routine 'knee' already");
        assertThat(program.run("suggest", "--pattern", "stiff-hips", "--save", "fresh")
                        .err())
                .contains("saved in " + own);
        assertThat(program.run("show", "fresh").code()).isZero();
    }
}
