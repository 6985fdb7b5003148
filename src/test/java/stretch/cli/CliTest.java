package stretch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.GoldenFiles;

class CliTest {
    @TempDir
    Path home;

    private CliRunner program;

    @BeforeEach
    void home() {
        program = new CliRunner(home);
    }

    static Stream<String> commands() {
        return Stream.concat(Stream.of(""), CommandRegistry.names().stream());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_help_page_was_read(String command) {
        // With another option it is made anew, not read.
        var ran = command.isEmpty() ? program.run("-q", "--help") : program.run(command, "-q", "--help");
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        var page = (command.isEmpty() ? "stretch" : command) + ".txt";
        GoldenFiles.check(Path.of("src/main/resources/stretch/help", page), ran.out());
        assertThat(command.isEmpty() ? program.run("--help") : program.run(command, "--help"))
                .isEqualTo(ran);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "list | list.txt | 80",
                "list | list-40.txt | 40",
                "show chair-hip-flexor | show-chair-hip-flexor.txt | 80",
                "show chair-hip-flexor | show-chair-hip-flexor-40.txt | 40",
                "show hip-hinge | show-hip-hinge.txt | 80",
                "show daily | show-daily.txt | 80",
                "show daily --json | show-daily.json | 80",
                "learn | learn.txt | 80",
                "cautions | cautions.txt | 80",
                "cautions | cautions-40.txt | 40",
                "run daily --dry-run | dry-run.txt | 80",
                "run daily --dry-run --json | dry-run.json | 80",
                "run full --dry-run --avoid kneeling | dry-run-avoid.txt | 80",
                "due | due.txt | 80",
                "remind daily | remind.txt | 80",
            })
    void pages_were_looked_at(String command, String golden, int columns) {
        var ran = program.columns(columns).run(command.split(" ", -1));
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        if (!golden.endsWith(".json")) {
            assertThat(ran.out().lines())
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
        }
        GoldenFiles.check("pages/" + golden, ran.out());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "hist | 2 | unknown command 'hist'; did you mean 'history'?",
                "daily | 2 | unknown command 'daily'; did you mean 'run daily'?",
                "Relief --sound off | 2 | unknown command 'Relief'; did you mean 'run relief'?",
                "hip-hnge | 2 | unknown command 'hip-hnge'; did you mean 'run hip-hinge'?",
                "help daily | 2 | unknown command 'daily'; did you mean 'run daily'?",
                "nothing | 2 | unknown command 'nothing'; 'stretch --help' lists them",
                "--routines no.yaml daily | 2 | unknown command 'daily'; 'stretch --help' lists them",
                "render daily daily.mp3 | 2 | there is no routine or exercise 'daily.mp3'; 'stretch list' lists them",
                "render daily | 2 | -o is missing, the file to write; for example 'stretch render daily -o daily.wav'",
                "run daily --voice | 2 | --voice needs a value, such as --voice=en-gb; usage: stretch run [OPTION]... NAME...",
                "run daily -n | 2 | unknown option '-n'; 'stretch run --help' lists them",
                "snooze 30 | 2 | DURATION: '30' is not a duration; write 30s for seconds or 30m for minutes",
                "undo many | 2 | CHANGE: 'many' is not a whole number; write one from 'stretch undo --list', or last",
                "run daily --pain low | 2 | --pain: 'low' is not a whole number; write 0 to 10",
                "checkin --pain low | 2 | --pain: 'low' is not a whole number; write 0 to 10",
                "run daily --pace Fsat | 2 | --pace: 'Fsat' is not known; did you mean 'fast'?",
                "run daily --swap hip-hinge | 2 | --swap: 'hip-hinge' is not a swap; write both exercises, such as hip-hinge=pelvic-tilt",
                "run daily --hold 30s --hold 40s | 2 | --hold is given more than once; give it once",
                "list exersises | 2 | 'exersises' is not known; did you mean 'exercises'?",
                "rnu | 2 | unknown command 'rnu'; did you mean 'run'?",
                "run --sonud off daily | 2 | unknown option '--sonud'; did you mean '--sound'?",
                "run dayly | 2 | there is no routine or exercise 'dayly'; did you mean 'daily'?",
                "run daily hip-hinge | 2 | 'daily' is a routine; name that alone, or only exercises",
                "run hip-hinge dayly | 2 | there is no routine or exercise 'dayly'; did you mean 'daily'?",
                "run daily --hold 30 | 2 | --hold: '30' is not a duration; write 30s for seconds or 30m for minutes",
                "run daily --pain 11 | 2 | --pain 11 is out of range; write 0 (none) to 10 (worst)",
                "run daily --avoid chiar --dry-run | 2 | there is nothing called 'chiar' to avoid; did you mean 'chair'?",
                "run daily --swap hip-hinge=nothing --dry-run | 2 | there is no exercise 'nothing'; 'stretch list' lists them",
                "run daily --swap glute-bridge=hip-hinge --dry-run | 2 | daily has no glute-bridge to swap; it has chair-hip-flexor, hip-hinge",
                "run daily --swap hip-hinge=hip-hinge --dry-run | 2 | --swap: 'hip-hinge=hip-hinge' swaps nothing; name another exercise",
                "run daily --swap hip-hinge=glute-bridge --swap hip-hinge=pelvic-tilt | 2 | --swap: 'hip-hinge' is swapped more than once; name it once",
                "render daily --swap glute-bridge=hip-hinge -o x.wav | 2 | daily has no glute-bridge to swap; it has chair-hip-flexor, hip-hinge",
                "history --since 2026-11-10 --until 2026-11-01 | 2 | --since 2026-11-10 is not before --until 2026-11-01; write the earlier one first",
                "export --since today --until yesterday | 2 | --since today is not before --until yesterday; write the earlier one first",
                "add daily --at 1960-01-01T08:00 | 2 | --at: '1960-01-01T08:00' is too long ago; write a time from 1970 on",
                "history last --since 7d | 2 | --since does not go with one session; leave it or 'last' out",
                "history last -n 5 | 2 | -n does not go with one session; leave it or 'last' out",
                "render daily --sound tone --voice en-gb -o x.wav | 2 | --voice works only with --sound voice; leave out --sound tone",
                "render daily -o x.mp3 | 2 | --output: 'x.mp3' would be written as WAV, not as MP3; name it x.wav",
                "show hip-hinge --plain --svg | 2 | --plain does not go with --svg or --json; leave it out",
                "show daily --plain --json | 2 | --plain does not go with --svg or --json; leave it out",
                "show daily --force | 2 | --force works only with a file; name one with -o, or leave it out",
                "export --force | 2 | --force works only with a file; name one with -o, or leave it out",
                "figures --force -o - | 2 | --force works only with a file; name one with -o, or leave it out",
                "backup --force | 2 | --force works only with a FILE; name one, or leave it out",
                "schedule --list --at 08:00 | 2 | --at does not go with --list; leave it out",
                "schedule --list --format systemd | 2 | --format does not go with --list; leave it out",
                "schedule --uninstall --days mon | 2 | --days does not go with --uninstall; leave it out",
                "schedule --uninstall --every 2h --until 20:00 | 2 | --every does not go with --uninstall; leave it out",
                "schedule --uninstall --notify | 2 | --notify does not go with --uninstall; leave it out",
                "report -o x.PDF | 2 | --output: 'x.PDF' would be written as HTML, not as PDF; name it x.html",
                "figures -o x.svg | 2 | --output: 'x.svg' would be written as HTML, not as SVG; name it x.html",
                "show hip-hinge --svg -o x.png | 2 | --output: 'x.png' would be written as SVG, not as PNG; name it x.svg",
                "export -o x.xlsx | 2 | --output: 'x.xlsx' would be written as CSV, not as XLSX; name it x.csv",
                "export --format csv -o x.json | 2 | --output: 'x.json' would be written as CSV, not as JSON; name it x.csv",
                "backup x.json | 2 | FILE: 'x.json' would be written as a database, not as JSON; name it x.db",
                "backup - | 2 | FILE: a database is not written to standard output; name a file",
                "doctor --rescue - | 2 | --rescue: a database is not written to standard output; name a file",
                "doctor --rescue x.zip | 2 | --rescue: 'x.zip' would be written as a database, not as ZIP; name it x.db",
                "snooze 8pm | 2 | DURATION: '8pm' is a time of day, not a duration; write it like 45s, 2m, 1m30s or 1h",
                "show nowhere | 2 | there is nothing called 'nowhere'; 'stretch list' lists them",
                "learn nowhere | 2 | there is no lesson 'nowhere'; 'stretch learn' lists them",
                "add daily --at 2026-11-20 | 2 | --at: '2026-11-20' is a whole day; add the time, such as '2026-11-20 08:00'",
                "add daily --at 23:00 | 2 | --at: '23:00' is still to come; write when it began",
                "edit last | 2 | nothing to change; give --note, --at, --duration, --outcome, --pain-before or another option",
                "edit last --pain-after 11 | 2 | --pain-after 11 is out of range; write 0 (none) to 10 (worst)",
                "add daily --at tomorrow | 2 | --at: 'tomorrow' is still to come; write when it began",
                "add daily --at noon | 2 | --at: 'noon' is not a date or time; write 20:00, 'yesterday 08:00', '2026-11-21 08:00' or 2h",
                "skip yesterday | 2 | 'yesterday' needs an option; write --on yesterday",
                "checkin 3 | 2 | '3' needs an option; write --pain 3",
                "skip 3 | 2 | '3' needs an option; write --days 3",
                "edit last 3 | 2 | unexpected argument '3'; usage: stretch edit [OPTION]... SESSION",
                "checkin 11 | 2 | unexpected argument '11'; usage: stretch checkin [OPTION]...",
                "export out.csv | 2 | 'out.csv' needs an option; write -o out.csv",
                "report autumn.html | 2 | 'autumn.html' needs an option; write -o autumn.html",
                "show hip-hinge hinge.svg | 2 | 'hinge.svg' needs an option; write -o hinge.svg",
                "figures daily daily.html | 2 | 'daily.html' needs an option; write -o daily.html",
                "skip tomorrow | 2 | 'tomorrow' needs an option; write --on tomorrow",
                "skip maybe | 2 | unexpected argument 'maybe'; usage: stretch skip [OPTION]...",
                "config set sound bell | 2 | unexpected argument 'bell'; usage: stretch config [OPTION]... [KEY] [VALUE]",
                "import | 2 | FILE is missing; usage: stretch import [OPTION]... FILE",
                "snooze | 2 | DURATION is missing; usage: stretch snooze [OPTION]... DURATION, such as: stretch snooze 2h",
                "snooze -5m | 2 | unknown option '-5m'; 'stretch snooze --help' lists them",
                "run --dry-rnu | 2 | unknown option '--dry-rnu'; did you mean '--dry-run'?",
                "run daily --dry-run= | 2 | --dry-run takes no value; leave out '='",
                "list --json=false | 2 | --json takes no value; leave out '=false'",
                "run daily --dry-run --pain +3 | 2 | --pain: '+3' is not a whole number; write 0 to 10",
                "skip --days +2 | 2 | --days: '+2' is not a whole number; write one such as 5",
                "skip --on 2026-02-30 | 2 | --on: '2026-02-30' is not a date or time; write yesterday or 2026-11-21",
                "skip --on 8pm | 2 | --on: '8pm' is not a day; write yesterday or 2026-11-21",
                "run daily --dry-run=yes | 2 | --dry-run takes no value; leave out '=yes'",
                "hepl | 2 | unknown command 'hepl'; did you mean 'help'?",
                "skip --on | 2 | --on needs a value, such as --on=2026-12-24; usage: stretch skip [OPTION]...",
                "skip --days -1 | 2 | --days: '-1' is out of range; write one such as 5",
                "checkin --pain -1 | 2 | --pain: '-1' is out of range; write 0 to 10",
                "checkin --pain 9999999999 | 2 | --pain: '9999999999' is out of range; write 0 to 10",
                "report monday | 2 | 'monday' needs an option; write --since monday",
                "history yesterday | 2 | 'yesterday' is a time and no session; write --since yesterday",
                "snooze tomorrow | 2 | DURATION: 'tomorrow' is a day; write 'stretch skip --on tomorrow'",
                "undo last | 2 | there is nothing to undo; 'stretch undo --list' lists the changes",
                "undo --json | 2 | there is nothing to undo; 'stretch undo --list' lists the changes",
                "history last | 2 | there is no session 'last': nothing has been recorded yet; start with 'stretch run daily'",
                "history -n 0 | 2 | -n: '0' is not a number of sessions; write 1 or more, or all",
                "history -n many | 2 | -n: 'many' is not a number of sessions; write 1 or more, or all",
                "list --routines gone.yaml | 66 | gone.yaml: there is no such file; name one that exists",
                "export --format xml | 2 | ",
            })
    void every_mistake_is_one_line_that_says_what_to_do(String command, int code, String message) {
        var ran = program.run(command.split(" ", -1));
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.err()).startsWith("stretch: ").endsWith("\n");
        if (message != null) {
            assertThat(ran.err()).isEqualTo("stretch: " + message + "\n");
        }
        assertThat(ran.code()).isEqualTo(code);
    }

    /** Also where an argument is missing: it may have been taken for the value of the option. */
    @Test
    void a_mistyped_option_of_every_command_is_named() {
        for (var command : CommandRegistry.names()) {
            assertThat(program.run(command, "--quite"))
                    .as(command)
                    .isEqualTo(new CliRunner.CliResult(
                            2, "", "stretch: unknown option '--quite'; did you mean '--quiet'?\n"));
        }
    }

    @Test
    void hostile_text_from_arguments_and_files_is_made_visible() {
        var file = program.file("bad.yaml", "routines:\n  \"a\\e[31m\": {name: \"x\\u202Ey\", steps: [hip-hinge]}\n");
        for (var ran : new CliRunner.CliResult[] {
            program.run("sh\033[31mow"),
            program.run("show", "\u202Ex"),
            program.run("run", "daily", "--hold", "\0075s"),
            program.run("list", "--routines", file.toString()),
            program.run("validate", file.toString()),
            program.run("history", "\033]0;title\007")
        }) {
            assertThat(ran.out() + ran.err()).doesNotContainPattern("[\\x00-\\x09\\x0B-\\x1F\\x7F-\\x9F\u202E]");
        }
    }

    @Test
    void a_side_that_is_done_alone_is_named_with_the_dose() {
        var file = program.file("one.yaml", """
                exercises:
                  calf: {name: Calf, position: standing, hold: 5s, sides: [right]}
                routines:
                  calves: {name: Calves, steps: [calf]}
                """);
        assertThat(program.run("show", "calf", "--routines", file.toString()).out())
                .contains("  Dose     5 s right\n");
        assertThat(program.run("list", "exercises", "--routines", file.toString())
                        .out())
                .contains("Calf (standing, 5 s right)");
    }

    @Test
    void a_plain_session_is_followed_recorded_and_exported() {
        var ran = program.withCautionsRead()
                .setTime("2026-11-21T08:00:00+01:00[Europe/Berlin]")
                .run("run", "daily", "--quiet");
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        GoldenFiles.check("pages/run-daily.txt", ran.out().replaceAll("session [0-9a-f]{8}", "session ########"));
        var csv = program.run("export", "--steps").out();
        assertThat(csv.lines().map(line -> line.replaceFirst("^[0-9a-f-]{36}", "ID")))
                .containsExactly(
                        "session,step,routine,exercise,side,kind,planned,done,unit,seconds,outcome,started_at,set,load,date,time",
                        "ID,1,daily,chair-hip-flexor,right,hold,60,60,s,60,done,2026-11-21T08:00:44.000+01:00,,,2026-11-21,08:00:44",
                        "ID,2,daily,chair-hip-flexor,left,hold,60,60,s,60,done,2026-11-21T08:02:10.000+01:00,,,2026-11-21,08:02:10",
                        "ID,3,daily,hip-hinge,both,reps,5,5,reps,20,done,2026-11-21T08:03:45.000+01:00,,,2026-11-21,08:03:45");
    }

    @Test
    void due_and_remind_fall_silent_once_it_is_done_and_speak_again_the_next_day() {
        program.setTime("2026-11-21T08:00:00+01:00[Europe/Berlin]");
        assertThat(program.run("due", "daily").code()).isZero();
        program.run("run", "daily", "--quiet");
        assertThat(program.run("due", "daily").code()).isEqualTo(1);
        assertThat(program.run("remind", "daily")).isEqualTo(new CliRunner.CliResult(0, "", ""));
        program.setTime("2026-11-22T00:01:00+01:00[Europe/Berlin]");
        assertThat(program.run("due", "daily").code()).isZero();
        assertThat(program.run("remind", "daily").out()).contains("stretch run daily");
    }

    @Test
    void rehearsing_and_no_log_record_nothing() {
        assertThat(program.run("run", "daily", "--rehearse", "-q").out())
                .endsWith("2 min 20 s, not recorded (rehearsal)\n");
        assertThat(program.run("run", "daily", "--no-log", "-q").code()).isZero();
        assertThat(home.resolve(".local")).doesNotExist();
    }

    @Test
    void settings_apply_and_options_beat_them() {
        program.file(
                ".config/stretch/config.yaml",
                "prepare: 3s\nswitch: 0s\ndose: high\nfirst-side: left\navoid: [kneeling]\n");
        assertThat(program.run("run", "daily", "--dry-run").out())
                .contains("1. standing-hip-flexor, left: 60 s, get ready 3 s")
                .contains("2. standing-hip-flexor, right: 60 s, get ready 0 s")
                .contains("3. hip-hinge: 10 reps, get ready 3 s");
        assertThat(program.run("run", "daily", "--dry-run", "--dose", "low", "--first-side", "right", "--prepare", "4s")
                        .out())
                .contains("1. standing-hip-flexor, right: 60 s, get ready 4 s")
                .contains("3. hip-hinge: 5 reps (up to 10 reps), get ready 4 s");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | standing-hip-flexor",
                "--avoid floor | standing-hip-flexor",
                "--avoid floor --avoid chair | standing-hip-flexor",
                "--avoid none | chair-hip-flexor",
                "--avoid none,floor | chair-hip-flexor",
                "--avoid kneeling,none | standing-hip-flexor",
            })
    void avoid_adds_to_the_setting_unless_that_is_to_be_left_out(String options, String exercise) {
        program.file(".config/stretch/config.yaml", "avoid: [kneeling]\n");
        assertThat(program.run(("run daily --dry-run " + options).strip().split(" ", -1))
                        .out())
                .contains("1. " + exercise + ", right");
    }

    @Test
    void every_mistake_in_the_settings_is_named_with_its_place() {
        var file = program.file("config.yaml", "soudn: off\nprepare: 30\ndose: middling\n");
        var ran = program.run("run", "daily", "--config", file.toString());
        assertThat(ran.code()).isEqualTo(78);
        assertThat(ran.err().lines().map(line -> line.replace(file + "", "FILE")))
                .hasSize(3)
                .allMatch(line -> line.matches("stretch: FILE:[123]:\\d+: .*; .*"));
    }

    @Test
    void init_writes_starters_that_pass_and_never_over_a_file() {
        assertThat(program.run("init").code()).isZero();
        assertThat(program.run("validate").code()).isZero();
        assertThat(program.run("list").code()).isZero();
        var mine = program.file(".config/stretch/routines.yaml", "routines: {}\n");
        assertThat(program.run("init").out()).contains("kept  " + mine);
        assertThat(mine).hasContent("routines: {}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"goal daily 5/week", "config pace slow"})
    void init_leaves_settings_that_are_there_and_says_so(String command) {
        program.ran(command.split(" ", -1));
        var config = home.resolve(".config/stretch/config.yaml");
        var before = config.toFile().length();
        var ran = program.ran("init");
        assertThat(ran.out().lines())
                .map(line -> line.replace(home + "/.config/stretch/", ""))
                .containsExactly("wrote routines.yaml", "kept  config.yaml", "wrote routines.schema.json");
        assertThat(ran.err().lines())
                .first()
                .isEqualTo("left unchanged: config.yaml; 'stretch config' lists all settings");
        assertThat(config).hasSize(before);
        assertThat(new CliRunner(home.resolve("new")).ran("init").err()).startsWith("edit ");
    }

    @Test
    void a_session_done_elsewhere_is_added_mended_deleted_and_brought_back() {
        program.setTime("2026-11-21T08:00:00+01:00[Europe/Berlin]");
        assertThat(program.run("add", "daily", "--at", "yesterday 07:30", "--duration", "4m", "--note", "by the sea")
                        .out())
                .startsWith("added daily, 2026-11-20 07:30, session ");
        assertThat(program.run("edit", "last", "--pain-before", "3", "--note", "=by the lake")
                        .out())
                .matches("edited daily, 2026-11-20 07:30, session [0-9a-f]{8}; 'stretch undo' undoes it\n");
        assertThat(program.run("export").out())
                .contains(
                        ",2026-11-20T07:30:00.000+01:00,2026-11-20T07:34:00.000+01:00,240,completed,3,3,3,,'=by the lake,");
        assertThat(program.run("delete", "last").code()).isZero();
        assertThat(program.run("history").out()).doesNotContain("daily");
        assertThat(program.run("undo", "--list").out().lines())
                .hasSize(3)
                .allMatch(line ->
                        line.matches("[1-3]  2026-11-21 08:00  (add|edit|delete) daily, 2026-11-20 07:30, session .*"));
        assertThat(program.run("undo").out()).startsWith("undone: delete daily, ");
        assertThat(program.run("undo").out()).startsWith("undone: edit daily, ");
        assertThat(program.run("export").out()).contains(",completed,3,3,,,by the sea,");
        assertThat(program.run("undo").out()).startsWith("undone: add daily, ");
        assertThat(program.run("undo").err()).startsWith("stretch: there is nothing to undo");
    }

    @Test
    void the_version_is_one_line() {
        assertThat(program.run("--version").out()).matches("stretch .+\n");
        // With another option picocli says it.
        assertThat(program.run("-V")).isEqualTo(program.run("-q", "--version"));
        assertThat(program.run("list", "--version")).isEqualTo(program.run("--version"));
    }

    @Test
    void help_is_a_command_too() {
        assertThat(program.run("help")).isEqualTo(program.run("--help"));
        assertThat(program.run("help", "run")).isEqualTo(program.run("run", "--help"));
    }

    @Test
    void without_a_home_it_says_what_to_set() {
        program.without("HOME");
        assertThat(program.run("list").code()).isZero();
        assertThat(program.run("run", "daily"))
                .isEqualTo(new CliRunner.CliResult(
                        78,
                        "",
                        "stretch: there is no place for the history: HOME is not set; set HOME or STRETCH_DB\n"));
    }
}
