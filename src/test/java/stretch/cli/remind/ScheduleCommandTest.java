package stretch.cli.remind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.cli.CliRunner;

/** What schedule prints and installs, with stand-ins for crontab and systemctl: the machine's own are never asked. */
@Tag("once")
class ScheduleCommandTest {
    private static final String LINE = "0 9 * * * LC_ALL=C.UTF-8 /home/you/stretch/bin/stretch remind";

    @TempDir
    Path home;

    private CliRunner program;
    private Path crontab;
    private Path units;

    @BeforeEach
    void home() {
        // A Saturday.
        program = new CliRunner(home)
                .setTime("2026-11-21T08:00:00+01:00[Europe/Berlin]")
                .env("PATH", "/nowhere");
        crontab = home.resolve("cron.tab");
        units = home.resolve(".config/systemd/user");
    }

    private void withCron() {
        program.stub("crontab", """
                tab=%s
                case $1 in
                  -l) [ -f $tab ] || { echo "no crontab for you" >&2; exit 1; }; cat $tab ;;
                  -) cat >$tab.new && mv $tab.new $tab ;;
                  *) exit 2 ;;
                esac""".formatted(crontab));
    }

    /** The crontab is read as a whole, and written back as a whole. */
    @Test
    void several_at_once_lose_none_of_them() throws Exception {
        withCron();
        var routines = List.of("daily", "full", "relief", "desk-break");
        routines.forEach(routine -> program.ran("goal", routine, "daily"));

        routines.parallelStream().forEach(routine -> program.ran("schedule", routine, "--install"));
        assertThat(Files.readAllLines(crontab).stream().filter(line -> line.startsWith("# stretch: begin ")))
                .containsExactlyInAnyOrderElementsOf(routines.stream()
                        .map(routine -> "# stretch: begin " + routine)
                        .toList());

        routines.parallelStream().forEach(routine -> program.ran("schedule", routine, "--uninstall"));
        assertThat(crontab).isEmptyFile();
    }

    @Test
    void a_cache_that_cannot_be_written_keeps_nothing_from_being_installed() {
        withCron();
        program.env("XDG_CACHE_HOME", "/dev/null/nowhere").ran("schedule", "daily", "--install");
        assertThat(crontab).content().contains("# stretch: begin daily\n");
    }

    @Test
    void what_came_into_the_crontab_since_it_was_shown_stays() throws Exception {
        var other = "# stretch: begin full\n# stretch: end full\n";
        program.stub("crontab", """
                cd %s
                case $1 in
                  -l) cat cron.tab; [ -f seen ] || { touch seen; printf '%s' >>cron.tab; } ;;
                  -) cat >new && mv new cron.tab ;;
                esac""".formatted(home, other.replace("\n", "\\n")));
        Files.writeString(crontab, "# mine\n");

        program.ran("schedule", "daily", "--install");

        assertThat(Files.readString(crontab)).startsWith("# mine\n" + other + "# stretch: begin daily\n");
    }

    private void withSystemd() {
        program.stub(
                "systemctl",
                "echo \"$*\" >>" + home.resolve("asked") + "\n[ \"$2\" != is-active ] || [ -f " + home.resolve("active")
                        + " ]");
    }

    private List<String> asked() throws IOException {
        return Files.exists(home.resolve("asked")) ? Files.readAllLines(home.resolve("asked")) : List.of();
    }

    private String cronLine(String... arguments) {
        var ran = program.run(arguments);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        return ran.out();
    }

    @Test
    void the_line_needs_nothing_from_the_environment() {
        assertThat(cronLine("schedule")).isEqualTo(LINE + "\n");
        assertThat(cronLine("schedule", "daily", "--at", "7:05", "--days", "mon-fri"))
                .isEqualTo(LINE.replace("0 9 * * *", "5 7 * * 1,2,3,4,5") + " daily\n");
        assertThat(cronLine("schedule", "--every", "3h")).isEqualTo(LINE.replace("0 9", "0 9,12,15,18") + "\n");
        assertThat(cronLine("schedule", "--at", "20:00,8:00", "--at", "08:00"))
                .isEqualTo(LINE.replace("0 9", "0 8") + "\n" + LINE.replace("0 9", "0 20") + "\n");
        assertThat(program.env("LANG", "de_DE.UTF-8").run("schedule").out()).contains(" LC_ALL=de_DE.UTF-8 ");
        assertThat(program.env("LC_ALL", "C").run("schedule").out()).contains(" LC_ALL=C.UTF-8 ");
    }

    @Test
    void files_that_were_named_go_into_the_line_whole() {
        program.file("100%/my routines.yaml", "routines: {}\n");
        var file = home.resolve("100%/my routines.yaml");
        assertThat(cronLine("--db", "some.db", "--routines", file.toString(), "schedule"))
                .isEqualTo("0 9 * * * LC_ALL=C.UTF-8 /home/you/stretch/bin/stretch --routines '"
                        + file.toString().replace("%", "\\%") + "' --db "
                        + Path.of("some.db").toAbsolutePath() + " remind\n");
    }

    @Test
    void so_does_what_the_environment_says_and_cron_would_not_know() {
        program.env("STRETCH_DB", "/data/h.db").env("XDG_CONFIG_HOME", "/conf").env("XDG_DATA_HOME", "not/absolute");
        assertThat(cronLine("schedule")).contains(" LC_ALL=C.UTF-8 STRETCH_DB=/data/h.db XDG_CONFIG_HOME=/conf /home");
        assertThat(cronLine("schedule", "--db", "/other.db")).doesNotContain("STRETCH_DB");
    }

    @Test
    void a_java_that_the_launcher_would_not_find_is_named() {
        program.java("/opt/jdk 21");
        assertThat(cronLine("schedule")).contains(" JAVA_HOME='/opt/jdk 21' /home");
    }

    @Test
    void units_a_plist_and_a_calendar_are_printed() {
        assertThat(cronLine("schedule", "daily", "--as", "systemd"))
                .startsWith("# " + units + "/stretch-daily.service\n# Written by")
                .contains("\nExecStart=/home/you/stretch/bin/stretch remind daily\n")
                .contains("\n# " + units + "/stretch-daily.timer\n")
                .contains("\nOnCalendar=*-*-* 09:00:00\n");
        program.proc(home.resolve("a Mac has none"));
        assertThat(cronLine("schedule", "--as", "launchd"))
                .startsWith("<?xml")
                .contains("<string>stretch.all</string>")
                .contains("<string>" + home + "/Library/Logs/stretch-all.log</string>");
        assertThat(cronLine("schedule", "full", "--as", "ics", "--days", "mon"))
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("\r\nDTSTART:20261123T090000\r\n")
                .contains("\r\nRRULE:FREQ=WEEKLY;BYDAY=MO\r\n")
                .contains("\r\nSUMMARY:Full\\, about 11 min\r\n");
        assertThat(cronLine("schedule", "--at", "7am,7:30pm"))
                .startsWith("0 7 ")
                .contains("\n30 19 ");
        assertThat(cronLine("schedule", "--as", "ics")).contains("\r\nSUMMARY:Stretch\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MAILTO=you\r\n0 1 * * * caf\u00e9 \\%\r\n", "no line break", "# mine\n\n"})
    void the_crontab_around_the_block_stays_as_it_is(String before) throws Exception {
        withCron();
        // As it would be in an old encoding, which no reader of UTF-8 gives back.
        var bytes = before.getBytes(StandardCharsets.ISO_8859_1);
        Files.write(crontab, bytes);
        var ran = program.run("schedule", "daily", "--install");
        assertThat(ran.out())
                .isEqualTo("crontab\n+# stretch: begin daily"
                        + (before.equals("no line break") ? ", and the line break before this" : "") + "\n+" + LINE
                        + " daily\n+# stretch: end daily\n");
        assertThat(ran.err()).startsWith("the reminder for daily is installed in the crontab");
        assertThat(new String(Files.readAllBytes(crontab), StandardCharsets.ISO_8859_1))
                .startsWith(before);

        var once = Files.readAllBytes(crontab);
        assertThat(program.run("schedule", "daily", "--install"))
                .isEqualTo(new CliRunner.CliResult(
                        0, "", "the reminder for daily is already installed with cron; nothing was changed\n"));
        assertThat(Files.readAllBytes(crontab)).isEqualTo(once);

        assertThat(program.run("schedule", "daily", "--uninstall").code()).isZero();
        assertThat(Files.readAllBytes(crontab)).isEqualTo(bytes);
        assertThat(program.run("schedule", "daily", "--uninstall"))
                .isEqualTo(
                        new CliRunner.CliResult(
                                0,
                                "",
                                "the reminder for daily is not installed with cron; 'stretch schedule --list' shows what is\n"));
    }

    @Test
    void several_times_are_installed_as_one_and_taken_away_as_one() throws Exception {
        withCron();
        var before = "0 1 * * * backup\n";
        Files.writeString(crontab, before);
        program.run("schedule", "daily", "--at", "08:00,20:00", "--install");
        assertThat(crontab)
                .hasContent(before + "# stretch: begin daily\n" + LINE.replace("0 9", "0 8") + " daily\n"
                        + LINE.replace("0 9", "0 20") + " daily\n# stretch: end daily\n");
        assertThat(program.run("schedule", "daily", "--at", "20:00", "--at", "08:00", "--install")
                        .err())
                .isEqualTo("the reminder for daily is already installed with cron; nothing was changed\n");
        assertThat(program.run("schedule", "--list").out())
                .isEqualTo("cron  daily  08:00, 20:00 every day  next 2026-11-21 20:00\n");
        assertThat(program.run("schedule", "--list", "--json").out()).contains("\"times\":[\"08:00\",\"20:00\"]");
        program.run("schedule", "daily", "--uninstall");
        assertThat(crontab).hasContent(before);
    }

    @Test
    void a_user_without_a_crontab_gets_one() throws Exception {
        withCron();
        assertThat(program.run("schedule", "--install"))
                .isEqualTo(new CliRunner.CliResult(
                        0,
                        "crontab\n+# stretch: begin all\n+" + LINE + "\n+# stretch: end all\n",
                        "the reminder for all routines is installed in the crontab\n"));
        assertThat(Files.readString(crontab)).isEqualTo("# stretch: begin all\n" + LINE + "\n# stretch: end all\n");
        assertThat(home.resolve(".local")).doesNotExist();
    }

    @Test
    void another_time_replaces_the_line_and_a_dry_run_only_shows_it() throws Exception {
        withCron();
        program.run("schedule", "--install");
        var before = Files.readString(crontab);
        var change = "crontab\n-" + LINE + "\n+" + LINE.replace("0 9", "30 17") + "\n";
        assertThat(program.run("schedule", "--install", "--at", "17:30", "--dry-run"))
                .isEqualTo(new CliRunner.CliResult(
                        0, change, "the reminder for all routines is unchanged: this was a dry run\n"));
        assertThat(Files.readString(crontab)).isEqualTo(before);
        assertThat(home.resolve(".local")).doesNotExist();
        assertThat(program.run("schedule", "--install", "--at", "17:30").out()).isEqualTo(change);
        assertThat(Files.readString(crontab)).contains(LINE.replace("0 9", "30 17"));
    }

    @Test
    void the_newest_three_crontabs_are_kept() throws Exception {
        withCron();
        Files.writeString(crontab, "mine\n");
        for (int hour = 10; hour < 15; hour++) {
            program.setTime("2026-11-21T" + hour + ":00:00+01:00[Europe/Berlin]");
            assertThat(program.run("schedule", "--install", "--at", hour + ":00")
                            .err())
                    .contains("; the previous one is kept as " + home + "/.local/share/stretch/crontab-20261121-");
        }
        // The newest is kept even if the clock was set back.
        program.setTime("2026-11-21T08:00:00+01:00[Europe/Berlin]").run("schedule", "--uninstall");
        try (var files = Files.list(home.resolve(".local/share/stretch"))) {
            var kept = files.sorted().toList();
            assertThat(kept).hasSize(3);
            assertThat(Files.readString(kept.get(0))).startsWith("mine\n").contains("0 14 * * *");
            assertThat(Files.readString(kept.get(2))).contains("0 13 * * *");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.get(0))))
                    .isEqualTo("rw-------");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "echo 'you (me) are not allowed to use this program (crontab)' >&2; exit 1"
                        + " | 77 | you may not have a crontab here (you (me) are not allowed to use this program (crontab)); use --format systemd",
                "echo 'disk on fire' >&2; exit 1 | 74 | failed (disk on fire); nothing was changed",
                "if [ $1 != -l ]; then echo full >&2; exit 1; fi | 74 | failed (full); check with 'crontab -l'",
                "true | 74 | accepted the change, but it is not there; check with 'crontab -l'",
            })
    void a_crontab_that_fails_is_told_of(String script, int code, String message) {
        program.stub("crontab", script);
        var ran = program.run("schedule", "--install");
        assertThat(ran.err()).isEqualTo("stretch: " + home + "/programs/crontab: " + message + "\n");
        assertThat(ran.code()).isEqualTo(code);
    }

    @Test
    void a_mark_without_its_twin_is_not_guessed_at() throws Exception {
        withCron();
        var text = "# stretch: begin all\n0 9 * * * mine\n";
        Files.writeString(crontab, text);
        for (var action : List.of("--install", "--uninstall", "--list")) {
            var ran = program.run("schedule", action);
            assertThat(ran.err())
                    .isEqualTo(
                            "stretch: the crontab's line '# stretch: begin all' has no end mark; correct or delete that line with 'crontab -e'\n");
            assertThat(ran.code()).isEqualTo(78);
        }
        assertThat(Files.readString(crontab)).isEqualTo(text);
    }

    @Test
    void units_are_written_enabled_and_taken_away() throws Exception {
        withSystemd();
        var first = program.run("schedule", "daily", "--as", "systemd", "--install");
        assertThat(first.err()).isEqualTo("the reminder for daily is installed with systemd\n");
        assertThat(first.out()).contains(units + "/stretch-daily.timer\n+").contains("\n+OnCalendar=*-*-* 09:00:00\n");
        assertThat(asked()).containsExactly("--user daemon-reload", "--user enable --now stretch-daily.timer");
        assertThat(Files.readString(units.resolve("stretch-daily.service")))
                .contains("ExecStart=/home/you/stretch/bin/stretch remind daily\n");

        Files.createFile(home.resolve("active"));
        assertThat(program.run("schedule", "daily", "--as", "systemd", "--install"))
                .isEqualTo(new CliRunner.CliResult(
                        0, "", "the reminder for daily is already installed with systemd; nothing was changed\n"));
        var second = program.run("schedule", "daily", "--as", "systemd", "--install", "--at", "10:00");
        assertThat(second.out())
                .isEqualTo(units + "/stretch-daily.timer\n-OnCalendar=*-*-* 09:00:00\n+OnCalendar=*-*-* 10:00:00\n");
        assertThat(asked()).last().isEqualTo("--user restart stretch-daily.timer");
        assertThat(second.err())
                .contains("; what was there before is kept as " + home + "/.local/share/stretch/stretch-daily.timer-");

        var other = Files.writeString(units.resolve("other.timer"), "[Timer]\n");
        assertThat(program.run("schedule", "daily", "--as", "systemd", "--uninstall")
                        .code())
                .isZero();
        assertThat(asked())
                .contains("--user disable --now stretch-daily.timer")
                .last()
                .isEqualTo("--user daemon-reload");
        try (var left = Files.list(units)) {
            assertThat(left).containsExactly(other);
        }
    }

    @Test
    void a_unit_of_somebody_else_is_left_alone() throws Exception {
        withSystemd();
        Files.createDirectories(units);
        var file = Files.writeString(units.resolve("stretch-all.timer"), "[Timer]\nOnCalendar=daily\n");
        for (var action : List.of("--install", "--uninstall")) {
            assertThat(program.run("schedule", "--as", "systemd", action))
                    .isEqualTo(new CliRunner.CliResult(
                            73,
                            "",
                            "stretch: " + file
                                    + ": was not written by stretch, so it was left alone; move it away first\n"));
        }
        assertThat(program.run("schedule", "--list").out()).isEmpty();
        assertThat(asked()).isEmpty();
        assertThat(units.resolve("stretch-all.service")).doesNotExist();
    }

    @Test
    void a_timer_that_was_not_started_is_listed_as_such_and_installing_again_starts_it() throws Exception {
        withSystemd();
        program.run("schedule", "--as", "systemd", "--install");
        assertThat(program.run("schedule", "--list").out())
                .isEqualTo(
                        "systemd  all  09:00 every day  never: systemd has not started it; start it with 'stretch schedule --install --format systemd'\n");
        assertThat(program.run("schedule", "--list", "--json").out()).contains("\"counts\":false", "\"next\":null");
        assertThat(program.run("schedule", "--as", "systemd", "--install"))
                .isEqualTo(new CliRunner.CliResult(0, "", "the reminder for all routines is installed with systemd\n"));
        assertThat(asked())
                .contains("--user enable --now stretch-all.timer")
                .last()
                .isEqualTo("--user restart stretch-all.timer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no crontab for you",
                "crontab: no crontab for you",
                "crontab: can't open 'you': No such file or directory",
            })
    void every_way_to_say_that_there_is_no_crontab_is_understood(String says) {
        program.stub("crontab", "echo \"" + says + "\" >&2; exit 1");
        assertThat(program.run("schedule", "--install", "--dry-run").code()).isZero();
    }

    @Test
    void launchd_is_served_where_it_is() throws Exception {
        program.proc(home.resolve("a Mac has none"));
        program.stub("launchctl", "echo \"$*\" >>" + home.resolve("asked") + "; [ $1 != list ]");
        var plist = home.resolve("Library/LaunchAgents/stretch.daily.plist");
        assertThat(program.run("schedule", "daily", "--as", "launchd", "--days", "sat,sun", "--install")
                        .err())
                .isEqualTo("the reminder for daily is installed with launchd\n");
        assertThat(plist).isRegularFile();
        assertThat(program.run("schedule", "daily", "--as", "launchd", "--uninstall")
                        .code())
                .isZero();
        assertThat(plist).doesNotExist();
        assertThat(asked()).containsExactly("load -w " + plist, "unload -w " + plist);
    }

    @Test
    void mistakes_in_the_routines_are_told_before_cron_meets_them() {
        withCron();
        program.file(".config/stretch/routines.yaml", "routine: {}\n");
        assertThat(program.run("schedule", "--install").code()).isEqualTo(78);
        assertThat(crontab).doesNotExist();
    }

    @Test
    void a_systemd_that_does_not_answer_is_told_of_and_leaves_what_was_there() {
        var failed = "echo 'Failed to connect to bus' >&2; exit 1";
        var told = "stretch: systemctl --user daemon-reload: failed (Failed to connect to bus); ";
        program.stub("systemctl", failed);
        assertThat(program.run("schedule", "--as", "systemd", "--install"))
                .extracting(CliRunner.CliResult::err, CliRunner.CliResult::code)
                .containsExactly(told + "nothing was installed; do this again when systemd answers\n", 74);
        assertThat(units).isEmptyDirectory();

        withSystemd();
        program.run("schedule", "--as", "systemd", "--install");
        program.stub("systemctl", failed);
        assertThat(program.run("schedule", "--as", "systemd", "--install", "--at", "10:00")
                        .err())
                .isEqualTo(told + "the old files are back; do this again when systemd answers\n");
        assertThat(units.resolve("stretch-all.timer"))
                .content()
                .contains("09:00")
                .doesNotContain("10:00");

        program.proc(home.resolve("proc")).file("proc/1/comm", "sh\n");
        program.file("proc/77/comm", "cron\n");
        assertThat(program.run("schedule", "daily", "--as", "systemd", "--install")
                        .err())
                .isEqualTo(told + "nothing was installed; systemd is not running here; use --format cron\n");
    }

    /** What can install nothing is not advised, and a line for systemd is not installed as one for cron. */
    @Test
    void what_is_advised_is_what_works_here() throws Exception {
        program.proc(home.resolve("proc")).file("proc/1/comm", "init\n");
        advised("'stretch schedule' says what can remind you here");
        withCron();
        withSystemd();
        advised("'stretch schedule' says what can remind you here");
        program.file("proc/1/comm", "systemd\n");
        advised("'stretch schedule --install --format systemd' installs one");
        program.file("proc/77/comm", "cron\n");
        advised("'stretch schedule --install' installs one");
        program.typing("");
        assertThat(program.run("schedule", "--at", "08:00", "--as", "systemd").err())
                .isEqualTo("nothing was installed; add --install to install it\n");
    }

    private void advised(String words) {
        assertThat(program.run("schedule", "--list").err()).isEqualTo("no reminders are installed; " + words + "\n");
        assertThat(program.run("today").out()).contains("  Reminder     none; " + words + "\n");
        assertThat(program.run("doctor").out()).contains("ok    reminders: none are installed; " + words + "\n");
    }

    @Test
    void what_is_installed_is_listed_with_its_next_time() throws Exception {
        withCron();
        withSystemd();
        Files.createFile(home.resolve("active"));
        program.run("schedule", "--install");
        program.run("schedule", "daily", "--install", "--days", "mon-fri", "--every", "30m", "--at", "16:45");
        program.run("schedule", "daily", "--as", "systemd", "--install", "--at", "07:30");
        Files.writeString(
                crontab, Files.readString(crontab) + "# stretch: begin odd\n@daily mine\n# stretch: end odd\n");
        assertThat(program.run("schedule", "--list").out()).isEqualTo("""
                cron     all    09:00 every day                 next 2026-11-21 09:00
                cron     daily  16:45, 17:15, 17:45 on mon-fri  next 2026-11-23 16:45
                cron     odd    changed by hand                 never: there is no routine 'odd'; 'stretch schedule odd --uninstall' removes it
                systemd  daily  07:30 every day                 next 2026-11-22 07:30
                """);
        assertThat(program.run("schedule", "--list", "--json").out())
                .startsWith(
                        "{\"installed\":[{\"form\":\"cron\",\"routine\":null,\"where\":\"crontab\",\"counts\":true,\"times\":[\"09:00\"],"
                                + "\"days\":[\"mon\",\"tue\",\"wed\",\"thu\",\"fri\",\"sat\",\"sun\"],"
                                + "\"next\":\"2026-11-21T09:00:00+01:00\",\"never\":null},");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "schedule nothing | 2 | there is no routine 'nothing'; 'stretch list' lists them",
                "schedule full | 2 | 'full' has no goal, so it is never due; give it one, such as 'stretch goal full daily', or use --format ics",
                "schedule --at 9 | 2 | --at: '9' is not a time of day; write it like 9:00 or 9am",
                "schedule --at 24:00 | 2 | --at: '24:00' is not a time of day; write it like 19:30 or 7:30pm",
                "schedule --days weekend | 2 | --days: 'weekend' is not a list of days; write mon-fri, or mon,wed,sat",
                "schedule --every 1m | 2 | --every: '1m' is out of range; write 5m to 4h",
                "schedule --every 5m30s | 2 | --every 5m30s is not possible; write whole minutes, such as 5m",
                "schedule --every 1h --at 19:00 | 2 | --until 18:00 is before --at 19:00; write a later one",
                "schedule --every 1h --at 08:00,09:00 | 2 | --every starts at one time of day; give --at one time",
                "schedule --at 08:00,25:00 | 2 | --at: '25:00' is not a time of day; write it like 19:30 or 7:30pm",
                "schedule --at 30m | 2 | --at: '30m' is a duration, not a time of day; write it like 19:30 or 7:30pm",
                "schedule --until 17:00 | 2 | --until works only with --every; add --every",
                "schedule --install --list | 2 | --install, --uninstall and --list exclude each other; give one",
                "schedule --dry-run | 2 | --dry-run works only with --install or --uninstall; add one",
                "schedule --json | 2 | --json works only with --list; add --list",
                "schedule --as ics --install | 2 | a calendar cannot be installed by stretch; write it to a file ('stretch schedule --format ics >stretch.ics') and import that into your calendar",
                "schedule --install | 73 | there is no crontab program on the PATH; install it ('sudo apt install cron' on Debian), or use --format systemd",
                "schedule --install --format systemd | 73 | there is no program systemctl on the PATH; use --format cron",
                "schedule --install --format launchd | 73 | there is no program launchctl on the PATH; launchd exists only on macOS; use --format cron or --format systemd",
                "schedule ../x --uninstall | 2 | there is no routine '../x'; 'stretch schedule --list' shows what is installed",
            })
    void mistakes_are_one_line_that_says_what_to_do(String command, int code, String message) {
        assertThat(program.run(command.split(" ", -1)))
                .isEqualTo(new CliRunner.CliResult(code, "", "stretch: " + message + "\n"));
    }

    // ---- what will never remind ------------------------------------------------------------------------------------

    private static final String NEITHER = "use --format ics for your calendar, let a scheduler of your own run 'stretch"
            + " remind', or have your shell prompt call 'stretch due'";
    private static final String NO_GOAL = "routines:\n  daily: {name: Daily, steps: [hip-hinge]}\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "schedule",
                "schedule --install",
                "schedule --install --dry-run",
                "schedule --as systemd",
                "schedule --as systemd --install",
                "schedule --as launchd",
                "remind",
                "remind --notify",
                "remind --habit"
            })
    void without_any_goal_nothing_is_scheduled(String command) {
        withCron();
        withSystemd();
        program.file(".config/stretch/routines.yaml", NO_GOAL);

        assertThat(program.run(command.split(" ")))
                .isEqualTo(new CliRunner.CliResult(
                        2,
                        "",
                        "stretch: no routine has a goal, so nothing is ever due; give one a goal, such as 'stretch"
                                + " goal daily weekdays'\n"));
        assertThat(crontab).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "schedule full",
                "schedule full --install",
                "schedule full --as systemd",
                "schedule full --as launchd",
                "remind full"
            })
    void a_routine_without_a_goal_is_not_reminded_of(String command) {
        withCron();
        assertThat(program.run(command.split(" ")))
                .isEqualTo(new CliRunner.CliResult(
                        2,
                        "",
                        "stretch: 'full' has no goal, so it is never due; give it one, such as 'stretch goal full"
                                + " daily', or use --format ics\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cron | cron is not running here; start it with 'sudo systemctl enable --now cron' or 'sudo service cron start', or "
                        + NEITHER,
                "systemd | systemd is not running here; " + NEITHER,
                "launchd | launchd exists only on macOS; " + NEITHER
            })
    void what_does_not_run_here_reminds_of_nothing(String form, String why) {
        withCron();
        withSystemd();
        program.stub("launchctl", "true").file("proc/1/comm", "sh\n");
        program.proc(home.resolve("proc"));
        var said = "the reminder for all routines (" + form + ") will never come: " + why + "\n";
        var installed = form.equals("cron") ? "installed in the crontab" : "installed with " + form;

        var printed = program.run("schedule", "--as", form);
        assertThat(printed.err()).isEqualTo(said);
        assertThat(printed.code()).isZero();
        assertThat(program.run("schedule", "--as", form, "--install").err())
                .isEqualTo("the reminder for all routines is " + installed + "\n" + said);
        assertThat(program.run("schedule", "--as", form, "--install").err()).endsWith(said);
        if (form.equals("cron")) {
            assertThat(program.run("schedule", "--list").out()).contains("  never: " + why);
            assertThat(program.run("doctor").out()).contains("fix   reminders: " + said);
        }
    }

    @Test
    void cron_goes_by_many_names() {
        withCron();
        program.proc(home.resolve("proc")).file("proc/1/comm", "sh\n");
        assertThat(program.run("schedule").err()).contains("cron is not running here");
        for (var name : List.of("cron", "crond", "fcron", "dcron")) {
            var comm = program.file("proc/77/comm", name + "\n");
            assertThat(program.run("schedule").err()).isEmpty();
            assertThat(comm.toFile().delete()).isTrue();
        }
        program.file("proc/77/comm", "busybox\n");
        program.file("proc/77/cmdline", "/bin/busybox\0crond\0");
        assertThat(program.run("schedule").err()).isEmpty();
    }

    @Test
    void what_cannot_be_told_is_not_claimed() {
        withCron();
        program.proc(home.resolve("none"));
        assertThat(program.run("schedule", "--install").err()).isEqualTo("""
                        the reminder for all routines is installed in the crontab
                        cron may not be running here; check with 'pgrep -l cron'
                        """);
        assertThat(program.run("doctor").out())
                .contains(
                        "ok    reminders: 1 installed; 'stretch schedule --list' shows them; cron may not be running here\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quiet-hours: 22:00-07:00 | daily --at 23:00 | quiet hours are 22:00-07:00; choose another time with --at",
                "goals: {daily: \"daily between 07:00-10:00,18:00-22:00\"} | daily --at 06:00,12:00 | its hours are 07:00-10:00,"
                        + " 18:00-22:00; choose times in them with --at",
                "goals: {daily: \"weekdays between 22:00-02:00\"} | daily --at 01:00 --days mon | its goal is weekdays between"
                        + " 22:00-02:00; choose those days with --days",
                "days-off: sat,sun | daily --days sat | its days are days off in the settings; choose others with --days",
            })
    void times_at_which_nothing_can_be_due_are_named(String setting, String options, String why) {
        program.file(".config/stretch/config.yaml", setting + "\n");
        assertThat(program.run(("schedule " + options).split(" ")).err())
                .isEqualTo("the reminder for daily (cron) will never come: " + why + "\n");
    }

    @Test
    void a_goal_that_went_is_missed_by_list_and_doctor() {
        withCron();
        program.run("schedule", "--install");
        program.run("schedule", "daily", "--install");
        program.file(".config/stretch/routines.yaml", NO_GOAL);
        var why = "it has no goal; give it one with 'stretch goal ROUTINE GOAL'";

        assertThat(program.run("schedule", "--list").out().lines())
                .hasSize(2)
                .allMatch(line -> line.endsWith("  never: " + why));
        assertThat(program.run("doctor").out())
                .contains("fix   reminders: the reminder for all routines (cron) will never come: " + why + "\n")
                .contains("fix   reminders: the reminder for daily (cron) will never come: " + why + "\n");
    }

    @Test
    void a_notification_goes_into_the_line() {
        assertThat(program.run("schedule", "--notify").out()).endsWith("/bin/stretch remind --notify\n");
    }
}
