package stretch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import stretch.cli.options.CommandExample;

/** How arguments are read: walks every command, every argument and every option that there is. */
class ArgumentsTest {
    @TempDir
    Path home;

    private static Stream<CommandSpec> commands() {
        return CompletionScripts.model().subcommands().values().stream().map(line -> line.getCommandSpec());
    }

    /** The command with the arguments that it needs: {@code show hip-hinge}. */
    private static List<String> words(CommandSpec command) {
        return new ArrayList<>(List.of(
                CommandExample.of(command).substring("stretch ".length()).split(" ", -1)));
    }

    static Stream<CommandSpec> needy() {
        return commands()
                .filter(command -> command.positionalParameters().stream().anyMatch(ArgSpec::required));
    }

    @ParameterizedTest
    @MethodSource("needy")
    void a_missing_argument_is_said_with_the_synopsis_and_what_an_example_adds(CommandSpec command) {
        var argument = command.positionalParameters().get(0);
        var missing = argument.paramLabel();
        var usage = "usage: " + CompletionScripts.program().page(command.name()).synopsis();
        // Which file, nobody knows.
        var example = CommandExample.of(argument).equals(missing) ? "" : ", such as: " + CommandExample.of(command);
        for (var words : List.of(List.of(command.name()), List.of(command.name(), "-q", "--color=never"))) {
            assertThat(new CliRunner(home).run(words.toArray(String[]::new)))
                    .isEqualTo(new CliRunner.CliResult(
                            2, "", "stretch: " + missing + " is missing; " + usage + example + "\n"));
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_mistyped_option_is_named_whatever_its_value_is_taken_for(CommandSpec command) {
        for (var value : List.of("x", "3", "-3")) {
            var ran = new CliRunner(home).run(command.name(), "--mistyped", value);
            assertThat(ran.err())
                    .as(value)
                    .isEqualTo("stretch: unknown option '--mistyped'; 'stretch " + command.name()
                            + " --help' lists them\n");
            assertThat(ran.code()).isEqualTo(2);
        }
    }

    /** Every way to give a range of hours; X is the range. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "goal daily --between X",
                "goal daily daily --between X",
                "goal daily daily between X",
                "config quiet-hours X",
                "config working-hours X",
                "quiet-hours: X",
                "working-hours: X",
                "goals: {daily: daily between X}",
                "routines: {own: {name: Own, goal: daily between X, steps: [hip-hinge]}}",
            })
    void hours_that_are_none_are_refused_in_the_same_words(String door) {
        var program = new CliRunner(home);
        for (var hours : List.of("7-10", "07:00", "07:00-07:00", "25:00-26:00", "7:00-8:00-9:00", "seven-ten")) {
            var filled = door.replace("X", hours);
            var ran = filled.startsWith("routines:")
                    ? program.run("validate", program.file("own.yaml", filled).toString())
                    : filled.contains(": ")
                            ? program.run(
                                    "today",
                                    "--config",
                                    program.file("config.yaml", filled).toString())
                            : program.run(filled.split(" ", -1));
            assertThat(ran.err())
                    .as(filled)
                    .startsWith("stretch: ")
                    .endsWith("invalid hours '" + hours
                            + "': expected two different times, such as 07:00-10:00 or 7am-10am\n");
            assertThat(ran.err().lines()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void an_argument_is_either_required_or_may_be_left_out(CommandSpec command) {
        assertThat(command.positionalParameters())
                .allSatisfy(argument -> assertThat(argument.required())
                        .isEqualTo(argument.arity().min() > 0));
    }

    /** A command and an option of it that takes a value. */
    record Valued(CommandSpec command, OptionSpec option) {
        @Override
        public String toString() {
            return command.name() + " " + option.longestName();
        }

        /** Reads a value of the option as the program does, and answers what the option has then. */
        Object read(String... value) {
            var words = words(command);
            words.addAll(List.of(value));
            command.commandLine().getParent().parseArgs();
            command.commandLine().parseArgs(words.subList(1, words.size()).toArray(String[]::new));
            return option.getValue();
        }
    }

    /** Those of all commands are walked with one of them. */
    static Stream<Valued> valued() {
        return commands()
                .flatMap(command -> command.options().stream()
                        .filter(option -> option.arity().max() > 0 && !option.hidden())
                        .filter(option -> !option.inherited() || command.name().equals("list"))
                        .map(option -> new Valued(command, option)));
    }

    @ParameterizedTest
    @MethodSource("valued")
    void an_option_without_its_value_is_said_with_an_example(Valued it) {
        for (var after : List.of(List.<String>of(), List.of("--color=never"))) {
            var words = words(it.command());
            words.add(it.option().longestName());
            words.addAll(after);
            var ran = new CliRunner(home).run(words.toArray(String[]::new));
            assertThat(ran.err())
                    .startsWith("stretch: " + it.option().longestName() + " needs a value, such as "
                            + CommandExample.of(it.option()) + "; usage: stretch "
                            + it.command().name())
                    .hasLineCount(1);
            assertThat(ran.code()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("valued")
    void an_example_may_be_written_as_it_is(Valued it) {
        assertThat(it.read(CommandExample.of(it.option()).split(" ", -1))).isNotNull();
    }

    static Stream<Valued> flags() {
        return commands()
                .flatMap(command -> command.options().stream()
                        .filter(option -> option.arity().max() == 0)
                        .map(option -> new Valued(command, option)));
    }

    @ParameterizedTest
    @MethodSource("flags")
    void an_option_without_a_value_takes_none(Valued it) {
        for (var name : it.option().names()) {
            for (var value : List.of("", "false", "true", "yes")) {
                if (name.startsWith("--")) {
                    assertThatThrownBy(() -> it.read(name + "=" + value))
                            .isInstanceOf(ParameterException.class)
                            .hasMessage(it.option().longestName() + " takes no value; leave out '=" + value + "'");
                }
            }
        }
    }

    static Stream<Valued> free() {
        return valued().filter(it -> it.option().type() == String.class)
                .filter(it -> it.option().longestName().startsWith("--"));
    }

    @ParameterizedTest
    @MethodSource("free")
    void what_is_attached_to_an_option_is_its_value_whatever_it_looks_like(Valued it) {
        for (var value : List.of("-stiff", "-q", "-quick", "--quiet", "--help", "-", "--", "=x", "run", "@file")) {
            assertThat(it.read(it.option().longestName() + "=" + value)).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void options_of_all_commands_may_stand_before_and_after_it_in_both_forms(CommandSpec command) {
        var program = new CliRunner(home);
        var name = command.name();
        var coloured = program.run(name, "--color=always", "--help");
        assertThat(coloured.out().contains("\033[")).isEqualTo(CommandRegistry.isShown(name));
        assertThat(program.run(name, "--color", "always", "--help")).isEqualTo(coloured);
        assertThat(program.run(name, "--help", "--color", "always")).isEqualTo(coloured);
        assertThat(program.run("--color=always", name, "--help")).isEqualTo(coloured);
        assertThat(program.run("--color", "always", name, "--help")).isEqualTo(coloured);
        assertThat(program.run("--color", "ALWAYS", "help", name)).isEqualTo(coloured);
        assertThat(program.run("--color", "never", name, "--help").out()).doesNotContain("\033");
        assertThat(program.run("--db", "list", name, "--help")).isEqualTo(program.run(name, "--help"));
    }

    @ParameterizedTest
    @CsvSource({
        "--color never list --color always, --color=always list",
        "--routines gone.yaml list, list --routines=gone.yaml",
        "--config run --color always list, list --config=run --color=always",
        "-q --db list history, history -q --db list",
        "-- list, list",
        "show -- daily, show daily",
    })
    void arguments_are_read_once(String one, String other) {
        var program = new CliRunner(home);
        assertThat(program.run(one.split(" ", -1))).isEqualTo(program.run(other.split(" ", -1)));
    }

    static Stream<Valued> listed() {
        return valued().filter(it -> it.option().type().isEnum());
    }

    @ParameterizedTest
    @MethodSource("listed")
    void words_are_read_in_any_case(Valued it) {
        for (var word : it.option().type().getEnumConstants()) {
            assertThat(it.read(it.option().longestName() + "=" + word.toString().toUpperCase(Locale.ROOT)))
                    .isEqualTo(word);
        }
    }

    static Stream<Valued> lists() {
        return valued().filter(it -> it.option().isMultiValue());
    }

    @ParameterizedTest
    @MethodSource("lists")
    void a_list_has_no_empty_items_and_may_have_blanks_after_its_commas(Valued it) {
        var name = it.option().longestName();
        var item = CommandExample.of(it.option()).substring(name.length() + 1).split(",", -1)[0];
        for (var list : List.of("", " ", ",", item + ",", "," + item, item + ",," + item, item + ", ," + item)) {
            var words = words(it.command());
            words.add(name + "=" + list);
            assertThat(new CliRunner(home).run(words.toArray(String[]::new)))
                    .isEqualTo(new CliRunner.CliResult(
                            2,
                            "",
                            "stretch: " + name + ": "
                                    + (list.isBlank() ? "the value is empty" : "'" + list + "' has an empty item")
                                    + "; write it like " + CommandExample.of(it.option()) + "\n"));
        }
        assertThat(it.read(name, " " + item + " , " + item)).isEqualTo(List.of(item, item));
        assertThat(it.read(name, item, name, item)).isEqualTo(List.of(item, item));
    }

    static Stream<Valued> measured() {
        return valued().filter(it -> List.of("WHEN", "DATE", "TIME", "D", "HH:MM", "HH:MM-HH:MM", "DAYS", "STEPS", "N")
                        .contains(it.option().paramLabel())
                || it.option().paramLabel().matches("COUNT|0-10"));
    }

    @ParameterizedTest
    @MethodSource("measured")
    void a_wrong_time_or_number_is_said_with_its_option_and_what_was_expected(Valued it) {
        for (var value : List.of("2026-13-01", "25:61", "soon", "-3", "1.5")) {
            var words = words(it.command());
            var name = it.option().longestName();
            words.addAll(List.of(name, value));
            words.addAll(
                    switch (it.toString()) {
                        case "schedule --until" -> List.of("--every=1h");
                        case "goal --between" -> List.of("daily");
                        default -> List.of();
                    });
            var ran = new CliRunner(home).run(words.toArray(String[]::new));
            assertThat(ran.err())
                    .startsWith("stretch: " + name + ": ")
                    .contains("'" + value + "'")
                    .containsAnyOf("; write ", "expected ")
                    .hasLineCount(1);
            assertThat(ran.code()).isEqualTo(2);
        }
    }
}
