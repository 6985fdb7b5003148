package stretch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stretch.history.History;
import stretch.history.SampleHistory;
import stretch.text.DisplayWidth;

/** A telephone has 40 columns: every page fits into them, and no word is broken. */
@Tag("once")
class NarrowTest {
    private static final String NOW = "2026-11-21T08:00:00+01:00[Europe/Berlin]";

    private static final int NARROW = 40;

    private static final int WIDE = 100;

    /** Bars, squares and figures, which are as wide as there is room, and how many weeks a map has. */
    private static final String DRAWN = "[\\u2500-\\u28FF·#]+|[A-Z][a-z]{2}|\\(\\d+";

    @TempDir
    static Path home;

    private CliRunner program;

    /** Somebody who has practised; nothing that is tried changes what is on record. */
    @BeforeAll
    static void record() {
        var program = new CliRunner(home).withCautionsRead().setTime(NOW);
        try (var history = History.open(
                home.resolve(".local/share/stretch/history.db"),
                Path.of("target", "caches").toAbsolutePath())) {
            SampleHistory.brokenOff(history, "00000001-0000-7000-8000-000000000001");
        }
        program.run("add", "chair-hip-flexor", "half-kneeling-hip-flexor", "--at", "2026-11-01T08:00");
        program.run("add", "daily", "--pain-before", "5", "--note", "a note that is long enough for two lines of it");
        program.run("edit", "last", "--step", "2", "--done", "20s");
        program.run("checkin", "--pain", "3", "--bending", "better", "--hips", "same", "--note", "after the garden");
        program.run("skip", "--on", "2026-11-10", "--days", "3", "--reason", "a long hike in the mountains");
        program.run("config", "days-off", "sun");
    }

    @BeforeEach
    void program() {
        program = new CliRunner(home)
                .setTime(NOW)
                .env("NO_COLOR", "1")
                .env("PAGER", "no-pager-here")
                .stub("crontab", "exit 1");
    }

    static Stream<String> pages() {
        var helps = CommandRegistry.names().stream().map(name -> "help " + name);
        var shown = Stream.of("chair-hip-flexor hip-hinge glute-bridge pelvic-tilt daily full one-stretch hamstrings"
                        + " sleepy-glutes")
                .flatMap(ids -> Arrays.stream(ids.split(" ", -1)))
                .map(id -> "show " + id);
        var others = Stream.of(
                "help",
                "list",
                "learn",
                "learn what-to-expect",
                "cautions",
                "suggest --pattern sleepy-glutes",
                "history",
                "history last",
                "history -n 1",
                "stats",
                "stats daily",
                "today",
                "due",
                "due --why",
                "goal",
                "config",
                "doctor",
                "undo --list",
                "run full --dry-run",
                "run full --dry-run --avoid kneeling,floor");
        return Stream.of(helps, shown, others).flatMap(each -> each);
    }

    static Stream<String> mistakes() {
        return Stream.of(
                "rnu",
                "run dialy",
                "run daily --hold 30",
                "run daily --pace fsat",
                "run",
                "run --hold",
                "history nowhere",
                "list --routines /nowhere/to/be/found.yaml",
                "goal daily sometimes",
                "schedule --install --uninstall",
                "config nothing",
                "show nothing-like-it");
    }

    /** The words of a page, whatever lines they are on. */
    private static Set<String> words(String page) {
        return page.lines()
                .flatMap(line -> Arrays.stream(line.strip().split("\\s+")))
                .filter(word -> !word.matches(DRAWN))
                .collect(Collectors.toSet());
    }

    private String page(int columns, String command) {
        var ran = program.typing("").columns(columns).run(command.split(" ", -1));
        return ran.out() + ran.err();
    }

    /** A word that is longer than the screen, such as a path, has a line of its own. */
    private static void fits(String page, Set<String> whole) {
        assertThat(page.lines().filter(line -> line.strip().contains(" ")))
                .allSatisfy(line -> assertThat(DisplayWidth.of(line)).as(line).isLessThanOrEqualTo(NARROW));
        var unknown = words(page);
        unknown.removeAll(whole);
        assertThat(unknown).as("broken words").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_fits_and_breaks_no_word(String command) {
        var narrow = page(NARROW, command);
        assertThat(narrow).isNotBlank();
        fits(narrow, words(page(WIDE, command)));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_message_fits_and_breaks_no_word(String command) {
        var narrow = page(NARROW, command);
        assertThat(narrow).startsWith("stretch: ");
        var wide = new CliRunner(home).run(command.split(" ", -1)).err();
        assumeThat(wide.lines().count()).isEqualTo(1);
        fits(narrow, words(wide));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void no_escape_code_goes_to_a_terminal_that_may_know_none(String command) {
        program.without("NO_COLOR").without("TERM");
        assertThat(page(WIDE, command)).doesNotContain("\033");
        for (var kind : List.of("", "dumb")) {
            program.env("TERM", kind);
            assertThat(page(WIDE, command)).doesNotContain("\033");
        }
    }

    @Test
    void headings_are_bold_where_escape_codes_are_known_or_asked_for() {
        program.without("NO_COLOR").env("TERM", "xterm");
        assertThat(page(WIDE, "today")).contains("\033[1m");
        program.env("TERM", "dumb");
        assertThat(page(WIDE, "today --color always")).contains("\033[1m");
    }

    @Test
    void a_figure_is_left_out_where_it_helps_nobody() {
        var drawn = "(?s).*[\\u2801-\\u28FF].*";
        assertThat(program.run("show", "hip-hinge").out()).matches(drawn);
        assertThat(program.run("show", "hip-hinge", "--plain").out())
                .doesNotMatch(drawn)
                .contains("Set up");
        program.env("TERM", "dumb");
        assertThat(program.run("show", "hip-hinge").out()).doesNotMatch(drawn);
        program.env("TERM", "xterm").run("config", "plain", "true");
        assertThat(program.run("show", "hip-hinge").out()).doesNotMatch(drawn);
    }
}
