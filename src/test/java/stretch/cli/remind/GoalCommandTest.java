package stretch.cli.remind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.cli.CliRunner;

/** Goals that the user sets over those of the routines. */
@Tag("once")
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
        assertThat(out("goal daily"))
                .isEqualTo("daily  weekdays (set in config.yaml; the routine's own goal is daily)\n");
        assertThat(out("stats --json")).contains("\"goal\":\"weekdays\"");

        assertThat(out("goal evening every 3h -q")).isEmpty();
        assertThat(out("goal relief mon,fri --json -q"))
                .isEqualTo(
                        "{\"goals\":[{\"routine\":\"relief\",\"goal\":\"mon,fri\",\"between\":[],\"own_goal\":\"none\","
                                + "\"from\":\"settings\"}]}\n");
        assertThat(Files.readString(file))
                .isEqualTo(
                        starter.replace(
                                "# goals: {daily: weekdays}\n",
                                "# goals: {daily: weekdays}\ngoals: {daily: weekdays, evening: every 3h, relief: \"mon,fri\"}\n"));
        assertThat(out("goal")).contains("evening      every 3h (set in config.yaml; the routine's own goal is none)");

        assertThat(program.run("goal", "daily", "default").err())
                .isEqualTo("the goal of daily is now daily, as the routine has it (" + file + ")\n");
        program.run("goal", "evening", "default");
        program.run("goal", "relief", "default");
        assertThat(Files.readString(file)).isEqualTo(starter);
    }

    @Test
    void hours_are_set_beside_the_goal_and_stay_when_it_changes() throws IOException {
        var file = home.resolve(CONFIG);
        assertThat(program.run("goal", "daily", "--between", "07:00-10:00, 18:00-22:00")
                        .err())
                .isEqualTo("the goal of daily is now daily between 07:00-10:00,18:00-22:00 (" + file + ")\n");
        assertThat(Files.readString(file)).isEqualTo("goals: {daily: \"daily between 07:00-10:00,18:00-22:00\"}\n");
        assertThat(out("goal daily")).isEqualTo("""
                        daily  daily between 07:00-10:00,18:00-22:00 (set in config.yaml; the routine's
                               own goal is daily)
                        """);
        assertThat(out("due --why")).startsWith("daily is due: not done since 07:00.\n");
        assertThat(out("remind")).contains("Time for Daily");
        program.run("add", "daily", "-q");
        assertThat(out("due --why")).isEqualTo("daily is not due: done since 07:00; next due 18:00.\n");
        assertThat(out("remind")).isEmpty();
        program.setTime("2026-11-21T12:00:00+01:00[Europe/Berlin]");
        assertThat(out("remind")).isEmpty();
        program.setTime("2026-11-21T18:00:00+01:00[Europe/Berlin]");
        assertThat(out("remind")).contains("(not done since 18:00");
        program.run("add", "daily", "-q");
        assertThat(out("due --why")).isEqualTo("daily is not due: done today; next due tomorrow 07:00.\n");

        assertThat(out("goal daily weekdays --json -q --between 07:00-10:00 --between 18:00-22:00"))
                .isEqualTo(
                        "{\"goals\":[{\"routine\":\"daily\",\"goal\":\"weekdays between 07:00-10:00,18:00-22:00\","
                                + "\"between\":[\"07:00-10:00\",\"18:00-22:00\"],\"own_goal\":\"daily\",\"from\":\"settings\"}]}\n");
        program.run("goal", "daily", "5/week");
        assertThat(out("goal daily")).startsWith("daily  5/week between 07:00-10:00,18:00-22:00 (");
        program.run("goal", "daily", "--between", "none");
        assertThat(out("goal daily")).startsWith("daily  5/week (");
        program.run("goal", "daily", "none");
        program.run("goal", "daily", "default", "--between", "06:00-07:00");
        assertThat(out("goal daily")).startsWith("daily  daily between 06:00-07:00 (");
        program.run("goal", "daily", "--between", "None");
        assertThat(out("goal daily")).isEqualTo("daily  daily\n");
        program.run("goal", "daily", "--between", "06:00-07:00");
        assertThat(program.run("goal", "daily", "default").err()).contains("is now daily, as the routine has it");
        assertThat(Files.readString(file)).doesNotContain("goals");
    }

    @Test
    void one_reminder_names_only_what_is_due_at_its_hour() {
        program.run("goal", "daily", "--between", "07:00-10:00");
        program.run("goal", "full", "daily", "--between", "18:00-22:00");
        assertThat(out("remind").lines()).hasSize(1).allMatch(line -> line.endsWith(": stretch run daily"));
        program.setTime("2026-11-21T20:00:00+01:00[Europe/Berlin]");
        assertThat(out("remind").lines()).hasSize(1).allMatch(line -> line.endsWith(": stretch run full"));
    }

    @Test
    void a_day_with_two_parts_is_done_when_it_was_done_twice() {
        program.run("goal", "daily", "--between", "07:00-10:00,18:00-22:00");
        program.run("add", "daily", "-q");
        assertThat(out("due --json")).contains("\"streak\":0");
        program.setTime("2026-11-21T18:30:00+01:00[Europe/Berlin]");
        program.run("add", "daily", "-q");
        assertThat(out("due --json")).contains("\"streak\":1");
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
                "goal daily Mon Wed Fri -q | mon,wed,fri",
                "goal daily monday,wednesday,friday -q | mon,wed,fri",
                "goal daily Tues, Thurs-sat -q | tue,thu-sat",
                "goal daily every 2d -q | every 2d",
                "goal daily mon wed --between 7am-9:30am -q | mon,wed between 07:00-09:30",
            })
    void takes_days_and_times_as_people_write_them(String command, String goal) {
        out(command);
        assertThat(out("goal daily")).startsWith("daily  " + goal + " (");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "goal dayly | 2 | there is no routine 'dayly'; did you mean 'daily'?",
                "goal daily dayly | 2 | there is no goal 'dayly'; did you mean 'daily'?",
                "goal daily every day | 2 | there is no goal 'every day'; did you mean 'daily'?",
                "goal daily every other day | 2 | there is no goal 'every other day'; did you mean 'every 2d'?",
                "goal daily every 2 days | 2 | there is no goal 'every 2 days'; did you mean 'every 2d'?",
                "goal daily every 3 hours | 2 | there is no goal 'every 3 hours'; did you mean 'every 3h'?",
                "goal daily every 45 min | 2 | there is no goal 'every 45 min'; did you mean 'every 45m'?",
                "goal daily every hour | 2 | there is no goal 'every hour'; did you mean 'every 1h'?",
                "goal daily weekly | 2 | there is no goal 'weekly'; did you mean '1/week'?",
                "goal daily weekends | 2 | there is no goal 'weekends'; did you mean 'sat,sun'?",
                "goal daily once a week | 2 | there is no goal 'once a week'; did you mean '1/week'?",
                "goal daily twice a day | 2 | there is no goal 'twice a day'; did you mean '2/day'?",
                "goal daily 3 times a week | 2 | there is no goal '3 times a week'; did you mean '3/week'?",
                "goal daily 3x per week | 2 | there is no goal '3x per week'; did you mean '3/week'?",
                "goal daily 3x/week | 2 | there is no goal '3x/week'; did you mean '3/week'?",
                "goal daily 5 days a week | 2 | there is no goal '5 days a week'; did you mean '5/week'?",
                "goal daily Mon/Wed/Fri | 2 | there is no goal 'Mon/Wed/Fri'; did you mean 'mon,wed,fri'?",
                "goal --between 07:00-10:00 | 2 | --between needs a routine: stretch goal ROUTINE --between ...",
                "goal daily --between 7-10 | 2 | --between: invalid hours '7-10': expected two different times, such as 07:00-10:00 or 7am-10am",
                "goal daily --between 07:00-10:00,09:00-11:00 | 2 | '07:00-10:00' and '09:00-11:00' overlap; write parts"
                        + " of the day that do not",
                "goal daily 3/day --between 07:00-10:00,18:00-22:00 | 2 | '3/day' does not go with 2 parts of the day, each of which means once; write one part, or 3",
                "goal relief --between 07:00-10:00 | 2 | a goal of none has no hours; write another, such as daily"
                        + " between 07:00-10:00",
                "goal daily every 5m | 2 | '5m' is out of range; write 15m to 24h",
                "goal daily 13/day | 2 | '13/day' is out of range; write 1/day to 12/day",
                "goal daily 8/week | 2 | '8/week' is out of range; write 1/week to 7/week",
                "goal daily every2d | 2 | 'every2d' needs a blank; write every 2d",
                "goal daily mon sometimes | 2 | 'mon sometimes' is not a list of days; write mon-fri, or mon,wed,sat",
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
        program.file(CONFIG, "goals: {daily: daily between 07:00-08:00 between 18:00-19:00}\n");
        assertThat(program.run("due").err())
                .contains("config.yaml:1:16: invalid hours '07:00-08:00 between 18:00-19:00'");
        program.file(CONFIG, "goals: daily\n");
        assertThat(program.run("due").err()).contains("'goals' must be keys with values");
    }

    @Test
    void the_comments_of_a_block_stay() throws IOException {
        var file = program.file(
                CONFIG, "goals:\n  # physio says\n  daily: weekdays  # not at weekends\nsound: bell # x\n");
        assertThat(program.run("goal", "relief", "mon,fri").code()).isZero();
        assertThat(program.run("goal", "daily", "3/day").code()).isZero();
        assertThat(Files.readString(file)).isEqualTo("""
                goals:
                  # physio says
                  daily: 3/day  # not at weekends
                  relief: 'mon,fri'
                sound: bell # x
                """);
        assertThat(program.run("goal", "relief", "default").code()).isZero();
        var ran = program.run("goal", "daily", "default");
        assertThat(ran.code()).isEqualTo(78);
        assertThat(ran.err())
                .contains("is written in a way that stretch cannot change safely; delete the line by hand");
        assertThat(Files.readString(file)).isEqualTo("""
                goals:
                  # physio says
                  daily: 3/day  # not at weekends
                sound: bell # x
                """);
    }
}
