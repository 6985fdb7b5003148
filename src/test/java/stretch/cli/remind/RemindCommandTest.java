package stretch.cli.remind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.cli.CliRunner;
import stretch.cli.CliRunner.CliResult;
import stretch.os.process.TerminalBroadcast;
import stretch.text.TerminalSafe;

/** When reminders come, where they go, and how they are held back. */
@Tag("once")
class RemindCommandTest {
    private static final String DUE = "Time for Daily, about 4 min (not done today): stretch run daily\n";

    @TempDir
    private Path home;

    private CliRunner program;

    @BeforeEach
    void a_friday_morning() {
        program = new CliRunner(home).setTime("2026-11-20T09:00:00+01:00[Europe/Berlin]");
    }

    private String said(String... args) {
        var ran = program.run(args);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        return ran.out();
    }

    @Test
    void silent_once_it_is_done_and_for_the_rest_of_the_day() {
        assertThat(said("remind")).isEqualTo(DUE);
        said("add", "daily");
        assertThat(said("remind")).isEmpty();
        program.setTime("2026-11-20T23:59:59+01:00[Europe/Berlin]");
        assertThat(said("remind")).isEmpty();
        program.setTime("2026-11-21T00:00:00+01:00[Europe/Berlin]");
        assertThat(said("remind")).isEqualTo(DUE);
    }

    @Test
    void a_streak_that_is_at_stake_is_named() {
        said("add", "daily", "--at", "2026-11-18T08:00");
        said("add", "daily", "--at", "2026-11-19T08:00");
        assertThat(said("remind")).contains("(not done today; a streak of 2 days is at stake)");
    }

    @Test
    void what_broke_off_is_still_due() {
        program.file(".config/stretch/routines.yaml", """
                exercises:
                  calf: {name: Calf, position: standing, hold: 2s, sides: [right, left]}
                routines:
                  daily: {name: Daily, goal: daily, steps: [calf]}
                """);
        program.withCautionsRead();
        // Below the low dose, or else its steps were all done.
        said("run", "daily", "--hold", "1s", "--plain", "--prepare", "0s", "--switch", "0s", "--quiet");
        assertThat(program.run("edit", "last", "--outcome", "stopped").code()).isZero();

        assertThat(said("due", "--why")).isEqualTo("daily is due: it broke off today.\n");
        // Its plan went with its completion, so that there is nothing to go on with.
        assertThat(said("remind")).endsWith("(it broke off today): stretch run daily\n");
    }

    @Test
    void snooze_holds_back_for_a_while_and_is_undone() {
        assertThat(said("snooze", "30m", "--reason", "a call")).isEqualTo("no reminders until 09:30\n");
        assertThat(said("remind")).isEmpty();
        assertThat(program.run("due", "--why"))
                .isEqualTo(new CliResult(1, "daily is not due: snoozed until 09:30; next due 09:30.\n", ""));
        assertThat(said("history")).matches("[0-9a-f]{8}  2026-11-20 09:00  snooze  until 2026-11-20 09:30  a call\n");
        assertThat(said("undo")).contains("snooze until 2026-11-20 09:30");
        assertThat(said("remind")).isEqualTo(DUE);

        said("snooze", "30m");
        program.setTime("2026-11-20T09:30:00+01:00[Europe/Berlin]");
        assertThat(said("remind")).isEqualTo(DUE);
    }

    @Test
    void skip_takes_days_off_without_breaking_a_streak() {
        said("add", "daily", "--at", "2026-11-18T08:00");
        said("add", "daily", "--at", "2026-11-19T08:00");
        assertThat(said("skip", "--days", "2", "--reason", "travelling"))
                .isEqualTo("skipped from today to 2026-11-21\n");
        assertThat(program.run("due", "--why").out())
                .isEqualTo("daily is not due: today is skipped (travelling); next due Sunday 2026-11-22 00:00.\n");

        program.setTime("2026-11-22T09:00:00+01:00[Europe/Berlin]");
        assertThat(said("remind")).contains("a streak of 2 days is at stake");
        said("add", "daily");
        assertThat(program.run("due", "--porcelain")).isEqualTo(new CliResult(1, "ok - 3\n", ""));
        assertThat(said("history").lines().map(line -> line.split(" +", -1)[3]))
                .containsExactly("daily", "daily", "skip", "daily");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "skip --days 0 | --days 0 is out of range; write 1 to 366",
                "skip --days 367 | --days 367 is out of range; write 1 to 366",
                "due --why --json | --why, --porcelain and --json exclude each other; give one",
                "export --pauses --steps | --steps, --checkins and --pauses exclude each other; give one",
                "export --rests --format ics | a calendar holds sessions only; leave out --steps, --checkins and --pauses",
                "export --checkins --routine daily | --routine works only for sessions and steps; leave it out",
            })
    void refused(String command, String message) {
        assertThat(program.run(command.split(" ", -1))).isEqualTo(new CliResult(2, "", "stretch: " + message + "\n"));
    }

    @Test
    void pauses_travel_to_another_machine_and_back_out_the_same() {
        said("snooze", "30m", "--reason", "=1+1");
        said("skip", "--days", "3");
        var csv = said("export", "--pauses");
        assertThat(csv)
                .startsWith("rest,kind,at,until,days,reason,device\n")
                .containsPattern(
                        "\n[0-9a-f-]{36},snooze,2026-11-20T09:00:00.000\\+01:00,2026-11-20T09:30:00.000\\+01:00,,'=1\\+1,\\p{XDigit}{8}\n")
                .containsPattern("\n[0-9a-f-]{36},skip,2026-11-20T09:00:00.000\\+01:00,,3,,\\p{XDigit}{8}\n");
        assertThat(said("export", "--rests")).as("its former name").isEqualTo(csv);
        var file = program.file("pauses.csv", csv).toString();
        var whole = program.file("all.json", said("export", "--format", "json")).toString();
        var database = home.resolve(".local/share/stretch/history.db").toString();

        for (var from : List.of(file, whole, database)) {
            var other = home.resolve(Path.of(from).getFileName() + ".db").toString();
            assertThat(said("--db", other, "import", from)).contains(", 2 snoozed or skipped");
            assertThat(said("--db", other, "import", from)).contains("nothing new");
            assertThat(said("--db", other, "export", "--pauses")).isEqualTo(csv);
            said("--db", other, "undo");
            assertThat(said("--db", other, "export", "--pauses").lines()).hasSize(1);
        }
    }

    @Test
    void hours_of_the_settings_hold_back() {
        program.file(".config/stretch/config.yaml", "quiet-hours: 22:00-09:30\ndays-off: sat,sun\n");
        assertThat(program.run("due", "--why").out())
                .isEqualTo("daily is not due: quiet hours are 22:00-09:30; next due 09:30.\n");
        program.setTime("2026-11-21T12:00:00+01:00[Europe/Berlin]");
        assertThat(program.run("due", "--why").out())
                .isEqualTo("daily is not due: Saturday is a day off; next due Monday 2026-11-23 09:30.\n");
    }

    @Test
    void wrong_hours_are_refused_by_their_place() {
        var file = program.file(
                ".config/stretch/config.yaml", "quiet-hours: 22-7\ndays-off: someday\nday-starts: [4am]\n");
        assertThat(program.run("due")).isEqualTo(new CliResult(78, "", """
                        stretch: F:1:14: 'quiet-hours': invalid hours '22-7': expected two different times, such as 07:00-10:00 or 7am-10am
                        stretch: F:2:11: 'days-off': 'someday' is not a list of days; write mon-fri, or mon,wed,sat
                        stretch: F:3:13: 'day-starts' must be a single value, not a list; write a time from 00:00 to 12:00 such as 04:00 or 4am
                        """.replace("F", file.toString())));
    }

    // ---- habits --------------------------------------------------------------------------------------------------

    @Test
    void habits_take_turns_day_by_day() {
        var habits = new ArrayList<String>();
        for (int day = 10; day < 18; day++) {
            program.setTime("2026-11-" + day + "T09:00:00+01:00[Europe/Berlin]");
            var lines = said("remind", "--habit").lines().toList();
            assertThat(lines).hasSize(2);
            habits.add(lines.get(1));
        }
        assertThat(habits.subList(0, 4)).doesNotHaveDuplicates();
        assertThat(habits.subList(4, 8)).isEqualTo(habits.subList(0, 4));
    }

    @Test
    void a_habit_also_comes_when_all_is_done_and_not_when_reminders_are_held_back() {
        said("add", "daily");
        assertThat(said("remind", "--habit").lines()).hasSize(1);
        said("skip");
        assertThat(said("remind", "--habit")).isEmpty();
    }

    // ---- to the desktop ------------------------------------------------------------------------------------------

    private Path sent() {
        return home.resolve("sent");
    }

    private void standIn(String name, String end) throws IOException {
        var script = program.file(
                "bin/" + name, "#!/bin/sh\nfor one; do echo \"<$one>\"; done >\"" + sent() + "\"\n" + end + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        program.env("PATH", script.getParent() + ":/usr/bin:/bin");
    }

    @Test
    void a_notification_is_sent_and_nothing_printed() throws Exception {
        program.file(
                ".config/stretch/routines.yaml",
                "routines:\n  daily: {name: \"<b>D & D</b>\", goal: daily, steps: [hip-hinge]}\n");
        standIn("notify-send", "exit 0");
        assertThat(said("remind", "--notify")).isEmpty();
        assertThat(Files.readString(sent()))
                .startsWith("<--app-name=stretch>\n<-->\n<stretch>\n<Time for &lt;b&gt;D &amp; D&lt;/b&gt;, ");

        said("add", "daily");
        Files.delete(sent());
        assertThat(said("remind", "--notify")).isEmpty();
        assertThat(sent()).doesNotExist();
    }

    @Test
    void what_the_desktop_does_not_take_is_printed() throws Exception {
        standIn("notify-send", "echo no bus >&2; exit 1");
        assertThat(said("remind", "--notify")).isEqualTo(DUE);
        assertThat(sent()).exists();
    }

    @Test
    void without_a_desktop_it_is_printed() {
        assertThat(said("remind", "--notify")).isEqualTo(DUE);
    }

    // ---- to the terminals ----------------------------------------------------------------------------------------

    private Path terminal(String name, String mode) throws IOException {
        var file = program.file("pts/" + name, "");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        return file;
    }

    @Test
    void terminals_that_allow_it_are_written_to() throws Exception {
        var open = terminal("3", "rw--w----");
        var closed = terminal("4", "rw-------");
        var none = terminal("ptmx", "rw-rw-rw-");

        assertThat(new TerminalBroadcast(List.of(home.resolve("pts"), home.resolve("nowhere")))
                        .write(List.of("one \u001b[2J", "two")))
                .isTrue();

        assertThat(Files.readString(open))
                .isEqualTo("\r\n\u0007stretch: one \\e[2J  two\r\n".replace("\\e", visible()));
        assertThat(closed).isEmptyFile();
        assertThat(none).isEmptyFile();
        Files.delete(open);
        assertThat(new TerminalBroadcast(List.of(home.resolve("pts"))).write(List.of("one")))
                .isFalse();
    }

    private static String visible() {
        return TerminalSafe.line("\u001b");
    }

    @Test
    void another_day_is_skipped_gone_or_ahead() {
        said("add", "daily", "--at", "2026-11-18T08:00");
        assertThat(said("stats", "--json")).contains("\"current_streak\":0");
        assertThat(said("skip", "--on", "Yesterday")).isEqualTo("2026-11-19 is skipped\n");
        assertThat(said("stats", "--json")).contains("\"current_streak\":1");
        assertThat(said("remind")).isNotEmpty();
        assertThat(said("skip", "--on", "2026-11-23", "--days", "2", "--reason", "a fair"))
                .isEqualTo("skipped from 2026-11-23 to 2026-11-24\n");
        assertThat(said("skip", "--on", "tomorrow")).isEqualTo("2026-11-21 is skipped\n");
        assertThat(said("skip", "--on", "today")).isEqualTo("today is skipped\n");
        assertThat(program.run("due", "--why").out())
                .isEqualTo("daily is not due: today is skipped; next due Sunday 2026-11-22 00:00.\n");
        program.setTime("2026-11-24T09:00:00+01:00[Europe/Berlin]");
        assertThat(program.run("due", "--why").out()).startsWith("daily is not due: today is skipped (a fair)");
    }

    @Test
    void what_is_no_day_of_these_two_years_is_not_skipped() {
        assertThat(program.run("skip", "--on", "8pm").err())
                .isEqualTo("stretch: --on: '8pm' is not a day; write yesterday or 2026-11-21\n");
        assertThat(program.run("skip", "--on", "last month").code()).isEqualTo(2);
        assertThat(program.run("skip", "--on", "2028-01-01").err())
                .isEqualTo("stretch: --on 2028-01-01 is more than a year away; name a nearer day\n");
    }

    @Test
    void words_are_read_in_any_case_and_lists_with_commas() {
        said("config", "days-off", "Sat,SUN", "-q");
        said("config", "first-side", "LEFT", "-q");
        program.setTime("2026-11-21T09:00:00+01:00[Europe/Berlin]");
        assertThat(program.run("due", "--why").out()).contains("Saturday is a day off");
        assertThat(said("run", "relief", "--dry-run", "--avoid", "KNEELING"))
                .isEqualTo(said("run", "relief", "--dry-run", "--avoid", "kneeling"))
                .isNotEqualTo(said("run", "relief", "--dry-run"));
        assertThat(said("run", "relief", "--dry-run", "--swap", "pelvic-tilt=hip-hinge,glute-bridge=sitting-reset"))
                .contains("hip-hinge", "sitting-reset");
    }
}
