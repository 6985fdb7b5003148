package stretch.cli.remind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.cli.CliRunner;

/** Goals that the user sets over those of the routines. */
class GoalCommandTest {
    private static final String CONFIG = ".config/stretch/config.yaml";

    @TempDir
    private Path home;

    private CliRunner program;

    @BeforeEach
    void a_saturday_morning() {
        program = new CliRunner(home).setTime("2026-11-21T09:00:00+01:00[Europe/Berlin]");
    }

    private String out(String command) {
        var ran = program.run(command.split(" ", -1));
        assertThat(ran.err()).isEmpty();
        return ran.out();
    }

    @Test
    void is_set_over_the_routine_s_own_and_goes_back_to_it() throws IOException {
        program.run("init", "-q");
        var file = home.resolve(CONFIG);
        var starter = Files.readString(file);
        assertThat(out("due --why")).startsWith("daily is due: not done today.");

        assertThat(program.run("goal", "daily", "Weekdays").err())
                .isEqualTo("the goal of daily is now weekdays (" + file + ")\n");
        assertThat(out("due --why"))
                .isEqualTo(
                        "daily is not due: its goal is weekdays, and today is Saturday; next due Monday 2026-11-23 00:00.\n");
        assertThat(out("show daily")).contains("weekdays");
        assertThat(out("goal daily")).isEqualTo("daily  weekdays (by config.yaml; its own is daily)\n");
        assertThat(out("stats --json")).contains("\"goal\":\"weekdays\"");

        assertThat(out("goal evening every 3h -q")).isEmpty();
        assertThat(out("goal relief mon,fri --json -q"))
                .isEqualTo("{\"goals\":[{\"routine\":\"relief\",\"goal\":\"mon,fri\",\"own_goal\":\"none\","
                        + "\"from\":\"settings\"}]}\n");
        assertThat(Files.readString(file))
                .isEqualTo(
                        starter.replace(
                                "# goals: {daily: weekdays}\n",
                                "# goals: {daily: weekdays}\ngoals: {daily: weekdays, evening: every 3h, relief: \"mon,fri\"}\n"));
        assertThat(out("goal")).contains("evening      every 3h (by config.yaml; its own is none)");

        assertThat(program.run("goal", "daily", "default").err())
                .isEqualTo("the goal of daily is now daily, as the routine has it (" + file + ")\n");
        program.run("goal", "evening", "default");
        program.run("goal", "relief", "default");
        assertThat(Files.readString(file)).isEqualTo(starter);
    }

    @Test
    void a_goal_of_none_is_never_due() {
        program.run("goal", "daily", "none", "-q");
        assertThat(program.run("due").out()).isEmpty();
        assertThat(program.run("remind").err()).contains("no routine has a goal");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "goal dayly | 2 | there is no routine 'dayly'; did you mean 'daily'?",
                "goal daily dayly | 2 | there is no goal 'dayly'; did you mean 'daily'?",
                "goal daily every 5m | 2 | '5m' is out of range; write 15m to 24h",
                "goal daily 13/day | 2 | there is no goal '13/day'; write daily, weekdays, days such as mon,wed,fri, 1/week"
                        + " to 7/week, 1/day to 12/day, every 15m to every 24h, every 2d to every 28d, or none",
            })
    void refuses(String command, int code, String error) {
        var ran = program.run(command.split(" ", -1));
        assertThat(ran.code()).isEqualTo(code);
        assertThat(ran.err()).isEqualTo("stretch: " + error + "\n");
        assertThat(home.resolve(CONFIG)).doesNotExist();
    }

    @Test
    void a_mistake_in_the_file_is_told_with_its_place() {
        program.file(CONFIG, "goals: {daily: dayly}\n");
        var ran = program.run("due");
        assertThat(ran.code()).isEqualTo(78);
        assertThat(ran.err()).contains("config.yaml:1:16: there is no goal 'dayly'; did you mean 'daily'?");
        // The cautions are read whatever is wrong with the settings.
        assertThat(program.run("cautions").code()).isZero();
        program.file(CONFIG, "goals: daily\n");
        assertThat(program.run("due").err()).contains("'goals' must be keys with values");
    }
}
