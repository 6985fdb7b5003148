package stretch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stretch.cli.options.HelpPage;
import stretch.history.History;
import stretch.history.SampleHistory;

/** The help can be trusted: each command has examples, and each of them does what it is for. */
@Tag("once")
class HelpExamplesTest {
    /** A command with its words, in quotes or not, up to what belongs to the shell. */
    private static final Pattern COMMAND = Pattern.compile("stretch((?: (?:\"[^\"]*\"|[^ &|>)]+))+)");

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");

    /** Files that an example only names; those of -o are made. */
    private static final Pattern FILE =
            Pattern.compile("(history|history-copy|plan|rescued|stretch)[.](json|db|yaml|zip)");

    /** Needs a program that speaks. */
    private static final Set<String> ELSEWHERE = Set.of("stretch render daily -o daily.wav");

    private static final Path CACHES = Path.of("target", "caches").toAbsolutePath();

    private static final Cli MODEL = CompletionScripts.program();

    @TempDir
    Path home;

    private CliRunner program;
    private String checkIn;

    @BeforeEach
    void somebody_who_has_practised() {
        program = new CliRunner(home).withCautionsRead().setTime("2026-11-21T08:00:00+01:00[Europe/Berlin]");
        program.stub("notify-send", "exit 0").stub("xdg-open", "exit 0").stub("crontab", """
                tab=%s
                case $1 in
                  -l) [ -f $tab ] || { echo "no crontab for you" >&2; exit 1; }; cat $tab ;;
                  -) cat >$tab.new && mv $tab.new $tab ;;
                  *) exit 2 ;;
                esac""".formatted(
                        home.resolve("cron.tab")));
        try (var history = History.open(home.resolve(".local/share/stretch/history.db"), CACHES)) {
            SampleHistory.brokenOff(history, "00000001-0000-7000-8000-000000000001");
        }
        program.run("add", "daily");
        program.run("init");
        program.run("checkin", "--pain", "5");
        checkIn = program.run("history")
                .out()
                .lines()
                .filter(line -> line.contains("pain"))
                .findFirst()
                .orElseThrow()
                .substring(0, 8);
        program.file("plan.yaml", "routines: {}\n");
    }

    static Stream<String> commands() {
        return CommandRegistry.names().stream();
    }

    static Stream<HelpPage.Example> examples() {
        return commands().flatMap(name -> MODEL.page(name).examples().stream());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_says_what_it_does_in_a_sentence_and_has_examples(String name) {
        var page = MODEL.page(name);
        assertThat(page.about().get(0)).matches("[A-Z][^.]*(?:config[.]yaml)?[^.]*[.]");
        assertThat(page.examples())
                .hasSizeBetween(1, 3)
                .allSatisfy(example -> assertThat(example.command()).contains("stretch " + name));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_works(HelpPage.Example example) {
        // What an example reads has to be there, and what it writes does not.
        if (example.command().startsWith("stretch restore")) {
            program.run("backup", home.resolve("history-copy.db").toString());
            program.run("backup", home.resolve("stretch.zip").toString());
        }
        if (example.command().startsWith("stretch import")) {
            program.run(
                    "export",
                    "--format",
                    "json",
                    "-o",
                    home.resolve("history.json").toString());
        }
        if (example.command().contains("stretch sync")) {
            program.file("Sync/here", "");
        }
        if (example.command().startsWith("stretch resume")) {
            program.run("delete", "last");
        }
        var commands = COMMAND.matcher(example.command()).results().toList();
        assertThat(commands).isNotEmpty();
        for (var command : commands) {
            var words = command.group(1)
                    .replace("-o ", "-o " + home + "/")
                    .replace(" ID", " " + checkIn)
                    .replace("~/", home + "/");
            words = FILE.matcher(words).replaceAll(home + "/$0").replace(home + "/" + home, home.toString());
            var typed = List.of(WORD.matcher(words)
                    .results()
                    .map(word -> word.group(1) == null ? word.group() : word.group(1))
                    .toArray(String[]::new));
            if (typed.get(0).equals("report") && !typed.contains("-o")) {
                typed = Stream.concat(typed.stream(), Stream.of("-o", home + "/report.html"))
                        .toList();
            }
            var ran = program.run(typed.toArray(String[]::new));
            if (typed.get(0).equals("due")) {
                assertThat(ran.code()).as("it was done today").isEqualTo(1);
                return;
            }
            if (ELSEWHERE.contains(example.command())) {
                assertThat(ran.code()).as(ran.err()).isIn(0, 78);
            } else {
                assertThat(ran.code()).as(ran.err()).isZero();
            }
        }
    }

    @Test
    void it_is_the_same_help_wherever_it_is_asked_for() {
        assertThat(program.run("--help", "run")).isEqualTo(program.run("run", "--help"));
        assertThat(program.run("help", "run")).isEqualTo(program.run("run", "--help"));
        for (var words : List.of(List.of("rnu", "--help"), List.of("--help", "rnu"), List.of("help", "rnu"))) {
            assertThat(program.run(words.toArray(String[]::new)))
                    .isEqualTo(new CliRunner.CliResult(2, "", "stretch: unknown command 'rnu'; did you mean 'run'?\n"));
        }
    }
}
