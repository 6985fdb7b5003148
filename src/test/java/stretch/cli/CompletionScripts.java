package stretch.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import stretch.os.Environment;

/** Makes the completion scripts out of the command model. */
final class CompletionScripts {
    /** The options that a command shares with all others. */
    private static final List<String> COMMON =
            List.of("--routines", "--db", "--config", "--color", "--quiet", "--help", "--version");

    private final CommandSpec stretch;

    private CompletionScripts(CommandSpec stretch) {
        this.stretch = stretch;
    }

    static CompletionScripts ofTheProgram() {
        return new CompletionScripts(model());
    }

    /** The whole command line. */
    static CommandSpec model() {
        return program().spec();
    }

    /** The same with its help. */
    static Cli program() {
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        var environment = new Environment(
                Clock.systemUTC(),
                null,
                Map.of(),
                java.io.InputStream.nullInputStream(),
                nowhere,
                nowhere,
                Environment.StandardStreams.NONE,
                new Environment.Installation(Path.of("stretch"), Path.of("java"), "", ""),
                Path.of("/nowhere"),
                folder -> Long.MAX_VALUE);
        return Cli.model(environment);
    }

    /** What is the same whatever the commands are: {@code src/test/resources/completion}. */
    private static String frame(String name) {
        try {
            return Files.readString(Path.of("src/test/resources/completion", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CommandSpec command(String name) {
        return stretch.subcommands().get(name).getCommandSpec();
    }

    private static boolean takesValue(OptionSpec option) {
        return option.arity().max() > 0;
    }

    /** Whether every argument is one of these. */
    private static boolean isEverywhere(PositionalParamSpec place) {
        return place.isMultiValue() && place.index().min() == 0;
    }

    private static boolean isCommon(OptionSpec option) {
        return COMMON.contains(option.longestName());
    }

    private static List<OptionSpec> ownOptions(CommandSpec command) {
        return command.options().stream()
                .filter(option -> !option.hidden() && !isCommon(option))
                .toList();
    }

    private List<OptionSpec> commonOptions() {
        return stretch.options().stream().filter(CompletionScripts::isCommon).toList();
    }

    private static String names(List<OptionSpec> options) {
        return options.stream().flatMap(option -> Arrays.stream(option.names())).collect(Collectors.joining(" "));
    }

    // ---- bash -------------------------------------------------------------------------------------------------------

    String bash() {
        var options = new ArrayList<String>();
        var values = new ArrayList<String>();
        var valued = new ArrayList<String>();
        var places = new ArrayList<String>();
        for (var option : commonOptions()) {
            value("*", option, values, valued);
        }
        for (var name : CommandRegistry.typed()) {
            options.add("    %s) words='%s' ;;".formatted(name, names(ownOptions(command(name)))));
            ownOptions(command(name)).forEach(option -> value(name, option, values, valued));
            for (var place : command(name).positionalParameters()) {
                offered(CompletionCandidates.of(place))
                        .ifPresent(offer -> places.add("    '%s %s) %s ;;"
                                .formatted(
                                        name,
                                        isEverywhere(place)
                                                ? "'*"
                                                : place.index().min() + "'",
                                        offer)));
            }
        }
        return frame("completion.bash")
                .replace("@commands@", String.join(" ", CommandRegistry.typed()))
                .replace("@common@", names(commonOptions()))
                .replace("@valued@", String.join(" | ", valued))
                .replace("@options@", String.join("\n", options))
                .replace("@values@", String.join("\n", values))
                .replace("@places@", String.join("\n", places));
    }

    private static void value(String command, OptionSpec option, List<String> values, List<String> valued) {
        if (!takesValue(option)) {
            return;
        }
        var pattern = Arrays.stream(option.names())
                .map(name -> command.equals("*") ? "*' " + name + "'" : "'" + command + " " + name + "'")
                .collect(Collectors.joining(" | "));
        valued.add(pattern);
        offered(CompletionCandidates.of(option))
                .ifPresent(offer -> values.add("    " + pattern + ") " + offer + " ;;"));
    }

    private static Optional<String> offered(CompletionCandidates offer) {
        if (offer.files()) {
            return Optional.of("files=yes");
        }
        if (!offer.ids().isEmpty()) {
            return Optional.of("ids=" + offer.ids());
        }
        return offer.words().isEmpty()
                ? Optional.empty()
                : Optional.of("words='" + String.join(" ", offer.words()) + "'");
    }

    // ---- zsh --------------------------------------------------------------------------------------------------------

    String zsh() {
        var commands = CommandRegistry.typed().stream()
                .map(name -> "    '" + name + ":" + zshText(CommandRegistry.summary(name)) + "'")
                .collect(Collectors.joining("\n"));
        var cases = CommandRegistry.typed().stream().map(this::zshCase).collect(Collectors.joining("\n"));
        return frame("completion.zsh")
                .replace("@commands@", commands)
                .replace("@common@", zshOptions(commonOptions(), "    "))
                .replace("@cases@", cases);
    }

    private String zshCase(String name) {
        var text = new StringBuilder("        " + name + ")\n          specs+=(\n");
        var options = ownOptions(command(name));
        if (!options.isEmpty()) {
            text.append(zshOptions(options, "            ")).append('\n');
        }
        for (var place : command(name).positionalParameters()) {
            text.append("            '%s:%s:%s'%n"
                    .formatted(
                            isEverywhere(place) ? "*" : place.index().min() + 1,
                            zshText(place.paramLabel()),
                            zshAction(CompletionCandidates.of(place))));
        }
        return text.append("          ) ;;").toString();
    }

    private static String zshOptions(List<OptionSpec> options, String indent) {
        return options.stream().map(option -> indent + zshOption(option)).collect(Collectors.joining("\n"));
    }

    private static String zshOption(OptionSpec option) {
        var names = List.of(option.names());
        var after = "[" + zshText(CompletionCandidates.description(option)) + "]"
                + (takesValue(option)
                        ? ":" + zshText(option.paramLabel()) + ":" + zshAction(CompletionCandidates.of(option))
                        : "");
        var shown = names.stream()
                .map(name -> !takesValue(option) ? name : name.startsWith("--") ? name + "=" : name + "+")
                .toList();
        if (option.isMultiValue()) {
            return "'*" + shown.get(0) + after + "'";
        }
        return names.size() == 1
                ? "'" + shown.get(0) + after + "'"
                : "'(" + String.join(" ", names) + ")'{" + String.join(",", shown) + "}'" + after + "'";
    }

    private static String zshAction(CompletionCandidates offer) {
        if (offer.files()) {
            return "_files";
        }
        if (!offer.ids().isEmpty()) {
            // A blank in front keeps zsh from putting options of its own before the argument.
            return " _stretch_ids " + offer.ids();
        }
        return offer.words().isEmpty() ? " " : "(" + String.join(" ", offer.words()) + ")";
    }

    /** Colons and brackets part a specification, and the apostrophe ends its string. */
    private static String zshText(String text) {
        return text.replaceAll("([\\[\\]:\\\\])", "\\\\$1").replace("'", "'\\''");
    }

    // ---- fish -------------------------------------------------------------------------------------------------------

    String fish() {
        var lines = new ArrayList<String>();
        for (var option : commonOptions()) {
            lines.add(fishOption("", option));
        }
        for (var name : CommandRegistry.typed()) {
            lines.add("");
            lines.add("complete -c stretch -n '__stretch_at \"\"' -a %s -d %s"
                    .formatted(name, fishText(CommandRegistry.summary(name))));
            for (var option : ownOptions(command(name))) {
                lines.add(fishOption("-n '__stretch_in " + name + "' ", option));
            }
            for (var place : command(name).positionalParameters()) {
                var offer = fishOffer(CompletionCandidates.of(place));
                if (!offer.isEmpty()) {
                    var where = isEverywhere(place)
                            ? "in " + name
                            : "at " + name + " " + place.index().min();
                    lines.add("complete -c stretch -n '__stretch_%s'%s".formatted(where, offer));
                }
            }
        }
        var valued = new ArrayList<String>();
        commonOptions().forEach(option -> fishValued("'*'", option, valued));
        CommandRegistry.typed()
                .forEach(name -> ownOptions(command(name)).forEach(option -> fishValued(name, option, valued)));
        return frame("completion.fish")
                .replace("@valued@", String.join(" ", valued))
                .replace("@lines@", String.join("\n", lines));
    }

    private static void fishValued(String command, OptionSpec option, List<String> valued) {
        if (takesValue(option)) {
            for (var name : option.names()) {
                valued.add(command.equals("'*'") ? "'* " + name + "'" : "'" + command + " " + name + "'");
            }
        }
    }

    private static String fishOption(String condition, OptionSpec option) {
        var names = Arrays.stream(option.names())
                .map(name -> name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
                .collect(Collectors.joining(" "));
        var offer = CompletionCandidates.of(option);
        // With -r, fish would offer files beside everything else.
        var value = takesValue(option) ? (offer.files() ? " -r" : " -x") + fishOffer(offer) : "";
        return "complete -c stretch " + condition + names + value + " -d "
                + fishText(CompletionCandidates.description(option));
    }

    private static String fishOffer(CompletionCandidates offer) {
        if (offer.files()) {
            return " -F";
        }
        if (!offer.ids().isEmpty()) {
            return " -a '(__stretch_ids " + offer.ids() + ")'";
        }
        return offer.words().isEmpty() ? "" : " -a '" + String.join(" ", offer.words()) + "'";
    }

    private static String fishText(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
