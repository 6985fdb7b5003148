package stretch.cli.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.GoldenFiles;
import stretch.cli.CliRunner;
import stretch.html.HtmlValidator;
import stretch.report.AutumnHistory;

/** The page of a year that was made up, and what the command does around it. */
@Tag("once")
class ReportCommandTest {
    private static final int LARGEST = 500_000;

    @TempDir
    static Path year;

    @TempDir
    Path home;

    private CliRunner program;

    @BeforeAll
    static void record() {
        AutumnHistory.record(year.resolve("history.db"));
    }

    @BeforeEach
    void home() {
        program = new CliRunner(home).setTime("2026-11-21T08:00:00+01:00[Europe/Berlin]");
    }

    private CliRunner practised() {
        return program.env("STRETCH_DB", year.resolve("history.db").toString());
    }

    private static String printed(CliRunner.CliResult ran) {
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        return ran.out();
    }

    /** What a reader reads: no tags, no style, each piece on a line. */
    private static String words(String page) {
        return page.replaceAll("(?s)<style>.*?</style>|<svg.*?</svg>", "")
                .replaceAll("<[^>]*>", "\n")
                .replaceAll("\\n\\s*", "\n")
                .replace("&#39;", "'")
                .strip();
    }

    @Test
    void its_words_were_looked_at() {
        GoldenFiles.check("pages/report.txt", words(printed(practised().run("report", "-o", "-"))) + "\n");
    }

    @ParameterizedTest(name = "report {0}")
    @ValueSource(strings = {"", " --since 2016-01-01", " --since 2025-01-01 --until 2025-01-31"})
    void it_keeps_to_the_standard(String days) throws Exception {
        HtmlValidator.check(printed(practised().run(("report -o -" + days).split(" ", -1))));
    }

    @Test
    void it_goes_into_a_file_that_only_its_owner_can_read_and_never_over_one() throws IOException {
        var file = home.resolve("page.html");
        assertThat(practised().run("report", "-o", file.toString()))
                .isEqualTo(new CliRunner.CliResult(0, "", "wrote " + file + "\n"));
        var page = Files.readString(file);
        assertThat(page).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        assertThat(program.run("report", "--since", "7d", "-o", file.toString()))
                .isEqualTo(new CliRunner.CliResult(
                        73, "", "stretch: " + file + ": exists already; name another file, or add --force\n"));
        assertThat(Files.readString(file)).isEqualTo(page);
        assertThat(program.run("report", "--since", "7d", "--force", "-q", "-o", file.toString()))
                .isEqualTo(new CliRunner.CliResult(0, "", ""));
        assertThat(Files.readString(file)).contains("Stretching, 14 Nov 2026 to 21 Nov 2026");
    }

    @ParameterizedTest(name = "report {0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--since 2026-11-02 --until 2026-11-01 | 2 | --since 2026-11-02 is after the last day of the report, 2026-11-01; give an earlier day",
                "--since 2027-01-01                    | 2 | --since 2027-01-01 is after the last day of the report, 2026-11-21; give an earlier day",
                "--until soon                          | 2 | --until: 'soon' is not a date or time; write 2026-11-21, 2026-11-21T08:00, 2026-11, 08:00, 8pm, today, yesterday, monday, 7d, 2h, this month or last month",
                "--open -o -                           | 2 | --open needs a file; leave out '-o -'",
                "-o gone/page.html                       | 73 | gone/page.html: its folder does not exist; create it, or name another file",
            })
    void a_mistake_is_one_line(String arguments, int code, String message) {
        assertThat(practised().run(("report " + arguments).split(" ", -1)))
                .isEqualTo(new CliRunner.CliResult(code, "", "stretch: " + message + "\n"));
    }

    @ParameterizedTest(name = "report {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "                                      | 31 Aug 2026 to 21 Nov 2026 | 12",
                "--since 2026-11-02                    | 2 Nov 2026 to 21 Nov 2026  | 3",
                "--until 2026-10-04                    | 13 Jul 2026 to 4 Oct 2026  | 12",
                "--until 2030-01-01                    | 31 Aug 2026 to 21 Nov 2026 | 12",
                "--since 2026-11-17                    | 17 Nov 2026 to 21 Nov 2026 | 1",
                "--since 2025-11-15                    | 15 Nov 2025 to 21 Nov 2026 | 54",
                "--since 2022-01-01                    | 1 Jan 2022 to 21 Nov 2026  | 59",
                "--since 1700-01-01                    | 1 Jan 1700 to 21 Nov 2026  | 327",
            })
    void the_days_can_be_chosen(String arguments, String title, int rows) {
        var asked = arguments == null ? "report -o -" : "report -o - " + arguments;
        var page = printed(practised().run(asked.split(" ", -1)));
        assertThat(page).contains("<title>Stretching, " + title + "</title>");
        var table = page.substring(page.indexOf("<summary>Minutes a "));
        assertThat(Pattern.compile("<th scope=\"row\">")
                        .matcher(table.substring(0, table.indexOf("</table>")))
                        .results())
                .hasSize(rows);
    }

    @Test
    void days_without_practice_are_no_reproach() {
        var page = printed(practised().run("report", "-o", "-", "--since", "2025-01-01", "--until", "2025-01-31"));
        assertThat(page)
                .contains("No practice is recorded in this period.", "0 of 31 days")
                .doesNotContain("Minutes a week", "The exercises");
    }

    @Test
    void nothing_on_record_is_one_friendly_line() throws IOException {
        assertThat(program.run("report"))
                .isEqualTo(new CliRunner.CliResult(
                        0, "", "there is nothing to report yet; start with 'stretch run daily'\n"));
        try (var files = Files.list(home)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void days_before_the_very_first_are_not_held_against_anybody() {
        program.run("add", "daily", "--at", "yesterday 07:30");
        program.run("skip");
        assertThat(printed(program.run("report", "-o", "-")))
                .contains("<b>1 of 2 days</b> <span>since the first one ever. 1 day skipped on purpose</span>");
    }

    @Test
    void what_was_said_without_any_practice_has_its_page() {
        program.run("checkin", "--pain", "4", "--note", "sat all day");
        assertThat(printed(program.run("report", "-o", "-")))
                .contains("No practice is recorded", "sat all day", "pain 4", "Practice, and pain as you recorded it");
    }

    @Test
    void names_and_notes_are_text_and_nothing_else() throws Exception {
        program.file(".config/stretch/routines.yaml", """
                exercises:
                  evil:
                    name: "<script>alert(1)</script>{{facts}}{{{style}}}"
                    position: standing
                    hold: 1s
                    sides: [right, left]
                    prompts: {right: "</title><script>3</script>", left: "\\"><img src=x onerror=alert(4)>"}
                    cues: ["</li><svg/onload=alert(2)>"]
                    feel: "&lt;b&gt; '\\" ` ="
                    figure: {frames: [{head: 40 97, neck: 40 87, hip: 40 56}]}
                routines:
                  wicked: {name: "</h3><style>*{display:none}</style>", goal: daily, steps: [evil]}
                """);
        program.run("add", "wicked", "--note", "<img src=x onerror=alert(1)>\u202Edesrever\u0007 & more");
        program.run("checkin", "--pain", "3", "--note", "]]>--></main><iframe src='//evil.example'>");
        var page = printed(program.run("report", "-o", "-"));
        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;{{facts}}{{{style}}}")
                .contains("&lt;img src&#x3D;x onerror&#x3D;alert(1)&gt;&lt;U+202E&gt;desrever&lt;U+0007&gt; &amp; more")
                .doesNotContain("<script", "<img", "<iframe", "<svg/", "<style>*", "\u202E", "\u0007");
        HtmlValidator.check(page);
        assertThat(tags(page)).isSubsetOf(tags(printed(practised().run("report", "-o", "-"))));
    }

    private static java.util.Set<String> tags(String page) {
        return Pattern.compile("<[a-z][a-z0-9]*")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .collect(java.util.stream.Collectors.toSet());
    }

    @Test
    void ten_years_of_daily_practice_make_a_small_page() throws Exception {
        var file = home.resolve("years.db");
        AutumnHistory.record(file, LocalDate.of(2026, 11, 20));
        AutumnHistory.everyDay(file, LocalDate.of(2016, 11, 22));
        program.env("STRETCH_DB", file.toString());
        for (var since : new String[] {"83d", "3652d"}) {
            var page = printed(program.run("report", "-o", "-", "--since", since));
            assertThat(page.length()).isLessThan(LARGEST);
            assertThat(page).contains(since.equals("83d") ? "84 of 84 days" : "3,652 of 3,652 days");
        }
    }

    @Test
    void the_browser_is_started_on_the_file_and_on_nothing_else() throws IOException {
        practised().stub("xdg-open", "printf '%s\\n' \"$@\" >>\"$HOME/opened\"");
        var file = home.resolve("page of mine.html");
        printedNothing(program.run("report", "-q", "-o", file.toString()));
        assertThat(home.resolve("opened")).doesNotExist();
        printedNothing(program.run("report", "-q", "--force", "--open", "-o", file.toString()));
        assertThat(Files.readString(home.resolve("opened"))).isEqualTo(file + "\n");
    }

    private static void printedNothing(CliRunner.CliResult ran) {
        assertThat(ran).isEqualTo(new CliRunner.CliResult(0, "", ""));
    }

    @Test
    void without_a_browser_the_page_is_there_and_a_line_says_so() {
        practised().stub("xdg-open", "exit 3");
        var file = home.resolve("page.html");
        assertThat(program.run("report", "-q", "--open", "-o", file.toString()))
                .isEqualTo(new CliRunner.CliResult(
                        74, "", "stretch: no browser could be started by xdg-open; open " + file + " by hand\n"));
        assertThat(file).exists();
        program.env("PATH", home.resolve("empty").toString());
        assertThat(program.run("report", "-q", "--force", "--open", "-o", file.toString()))
                .isEqualTo(new CliRunner.CliResult(
                        74,
                        "",
                        "stretch: no browser can be opened: neither xdg-open nor open is on the PATH; open " + file
                                + " by hand\n"));
    }
}
