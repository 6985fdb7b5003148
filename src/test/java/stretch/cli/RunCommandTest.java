package stretch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code run} does where nothing is to be recorded. */
class RunCommandTest {
    @TempDir
    private Path home;

    @Test
    void a_rehearsal_says_that_it_is_one() {
        var ran = new CliRunner(home).run("run", "daily", "--plain", "--rehearse");
        assertThat(ran.err()).contains("Rehearsal, not recorded, 10 times as fast.\n");
        assertThat(ran.out()).endsWith("completed daily: 3 of 3 steps, 2 min 20 s, not recorded (rehearsal)\n");
        assertThat(home.resolve(".local")).doesNotExist();
    }

    private CliRunner homeless() {
        return new CliRunner(home)
                .without("HOME")
                .env("XDG_CACHE_HOME", home.resolve("caches").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--dry-run", "--dry-run --script", "--dry-run --json", "--plain --rehearse", "--plain --no-log"})
    void what_records_nothing_needs_no_home(String options) {
        var at = new CliRunner(home).run(("run daily " + options).split(" ", -1));
        var ran = homeless().run(("run daily --dose progress " + options).split(" ", -1));
        assertThat(ran.code()).as(ran.toString()).isZero();
        assertThat(ran.out()).isEqualTo(at.out());
        assertThat(ran.err()).isEqualTo(at.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--dry-run", "--plain --rehearse", "--plain --no-log"})
    void what_records_nothing_needs_no_history_that_can_be_read(String options) {
        var file = new CliRunner(home).file(".local/share/stretch/history.db", "not a database ".repeat(100));
        var ran = new CliRunner(home).run(("run daily " + options).split(" ", -1));
        assertThat(ran.code()).as(ran.toString()).isZero();
        assertThat(ran.err()).containsOnlyOnce("the history is not used: " + file + ": is not a database; ");
        assertThat(file).hasContent("not a database ".repeat(100));
        assertThat(new CliRunner(home).run("run", "daily", "--plain").code()).isEqualTo(78);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "hip-hinge --hold 45s | --hold changes nothing: hip-hinge has no hold",
                "hip-hinge --first-side left | --first-side changes nothing: hip-hinge has no exercise with two sides",
                "chair-hip-flexor --pace slow | --pace changes nothing: chair-hip-flexor has no exercise in reps or breaths",
                "chair-hip-flexor --dose high | --dose changes nothing: chair-hip-flexor has no dose with a range",
                "daily --voice en-gb | --voice changes nothing: the sound is bell; add --sound voice",
                "daily --voice en-gb --sound off | --voice changes nothing: the sound is off; add --sound voice",
                "chair-hip-flexor --dose low --hold 45s --first-side left | ''",
                "hip-hinge --pace slow --dose progress --prepare 5s --switch 5s --avoid kneeling | ''",
            })
    void an_option_that_nothing_is_for_says_so(String options, String line) {
        var ran = new CliRunner(home).run(("run --dry-run " + options).split(" ", -1));
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEqualTo(line.isEmpty() ? "" : line + "\n");
    }

    @Test
    void the_way_from_the_last_position_is_in_the_time_before_an_exercise_unless_it_is_set() {
        var program = new CliRunner(home);
        program.file(".config/stretch/routines.yaml", """
                positions: {supine: 12s}
                exercises:
                  up: {name: Up, position: standing, hold: 10s, setup: [Stand.]}
                  down: {name: Down, position: supine, hold: 10s, setup: [Lie down.]}
                  fixed: {name: Fixed, position: standing, hold: 10s, prepare: 4s, setup: [Stand.]}
                routines:
                  stay: {name: Stay, goal: none, steps: [up, up]}
                  move: {name: Stay, goal: none, steps: [up, down]}
                  rise: {name: Stay, goal: none, steps: [down, fixed]}
                """);
        assertThat(ready(program, "move") - ready(program, "stay")).isEqualTo(12);
        assertThat(ready(program, "rise")).isEqualTo(4);
        assertThat(ready(program, "move", "--prepare", "3s")).isEqualTo(3);
    }

    /** How many seconds there are before the second exercise of a routine. */
    private static int ready(CliRunner program, String... words) {
        var args = new ArrayList<>(List.of("run", "--dry-run"));
        args.addAll(List.of(words));
        var ran = program.run(args.toArray(String[]::new));
        assertThat(ran.code()).as(ran.toString()).isZero();
        return Integer.parseInt(ran.out().lines().toList().get(2).replaceFirst(".*get ready (\\d+) s", "$1"));
    }

    /** Without a prompt that says it in short. */
    @Test
    void on_the_second_side_the_set_up_says_again_what_is_another_leg() {
        var program = new CliRunner(home);
        var file = program.file(
                "own.yaml",
                "exercises: {lunge: {name: Lunge, position: half-kneeling, hold: 30s, sides: [right, left],"
                        + " setup: [Find a wall., \"{side} knee down.\", \"{other} foot in front.\", Hips level.]}}\n");
        var script = program.run("run", "lunge", "--dry-run", "--script", "--routines", file.toString())
                .out();
        assertThat(script.substring(script.indexOf("Change sides."))
                        .lines()
                        .map(line -> line.replaceFirst(".* {2}", "")))
                .startsWith(
                        "Change sides. Now the left side.",
                        "Left knee down.",
                        "Right foot in front.",
                        "Three.",
                        "Two.");
    }

    @Test
    void what_is_needed_has_its_article() {
        var program = new CliRunner(home);
        var file = program.file(
                "own.yaml",
                "exercises: {row: {name: Row, position: standing, hold: 30s, equipment: [Open door, chair]}}\n");
        assertThat(program.run("run", "row", "--dry-run", "--script", "--routines", file.toString())
                        .out())
                .contains("You need an Open door and a chair.");
    }
}
