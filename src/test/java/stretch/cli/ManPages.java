package stretch.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.HelpPage;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Makes the man pages: options out of the command model, keys out of the schema, the rest out of prose. */
final class ManPages {
    /** When the prose was last changed; a date of the build would make each build another. */
    private static final String DATE = "2026-11-21";

    private static final Path PROSE = Path.of("src/test/resources/manual");

    private ManPages() {}

    /** All pages, by file name. */
    static Map<String, String> pages() {
        var cli = CompletionScripts.program();
        var pages = new LinkedHashMap<String, String>();
        pages.put("stretch.1", program(cli.page(CommandSpecBuilder.PROGRAM)));
        for (var name : CommandRegistry.names()) {
            pages.put("stretch-" + name + ".1", command(name, cli.page(name)));
        }
        pages.put("stretch-routines.5", routines());
        return pages;
    }

    private static String program(HelpPage stretch) {
        var commands = CommandRegistry.names().stream()
                .map(name -> ".TP\n.BR " + text("stretch-" + name) + " (1)\n" + line(CommandRegistry.summary(name)))
                .collect(Collectors.joining());
        return heading("STRETCH", 1)
                + prose("stretch.1")
                        .replace("@commands@\n", commands)
                        .replace("@options@\n", options(stretch.groups().get(0).shown()));
    }

    private static String command(String name, HelpPage help) {
        var page = new StringBuilder(heading("STRETCH-" + name.toUpperCase(java.util.Locale.ROOT), 1));
        page.append(".SH NAME\n")
                .append(text("stretch-" + name))
                .append(" \\- ")
                .append(line(CommandRegistry.summary(name)));
        page.append(".SH SYNOPSIS\n.B stretch ").append(text(name)).append('\n');
        page.append(line(help.synopsis().substring(help.name().length()).strip()));
        page.append(".SH DESCRIPTION\n");
        page.append(help.about().stream().map(ManPages::line).collect(Collectors.joining(".PP\n")));
        if (!help.arguments().isEmpty()) {
            page.append(".SH ARGUMENTS\n");
            help.arguments()
                    .forEach(place -> page.append(".TP\n.I ")
                            .append(line(place.paramLabel()))
                            .append(line(HelpPage.description(place))));
        }
        page.append(".SH OPTIONS\n");
        for (var group : help.groups()) {
            if (!group.shown().isEmpty()) {
                if (help.groups().size() > 1) {
                    page.append(".SS ").append(line(group.heading()));
                }
                page.append(options(group.shown()));
            }
        }
        boolean hasOptions =
                help.groups().stream().anyMatch(group -> !group.shown().isEmpty());
        page.append(help.groups().size() > 1 && hasOptions ? ".SS All commands\n" : hasOptions ? ".PP\n" : "");
        page.append("All commands take the options of\n.BR stretch (1).\n");
        page.append(".SH EXAMPLES\n");
        help.examples()
                .forEach(example ->
                        page.append(".TP\n.B ").append(line(example.command())).append(line(example.text())));
        if (!help.notes().isEmpty()) {
            page.append(".SH NOTES\n");
            page.append(help.notes().stream().map(ManPages::line).collect(Collectors.joining(".PP\n")));
        }
        return page.append(".SH SEE ALSO\n.BR stretch (1),\n.BR stretch\\-routines (5)\n")
                .toString();
    }

    private static String options(List<OptionSpec> options) {
        var text = new StringBuilder();
        for (var option : options) {
            var names = Arrays.stream(option.names())
                    .map(name -> "\\fB" + text(name) + "\\fR")
                    .collect(Collectors.joining(", "));
            var equals = option.longestName().startsWith("--") ? "=" : " ";
            var value = option.arity().max() > 0 ? equals + "\\fI" + text(option.paramLabel()) + "\\fR" : "";
            text.append(".TP\n").append(names).append(value).append('\n');
            text.append(line(HelpPage.description(option)));
        }
        return text.toString();
    }

    // ---- stretch-routines(5) ----------------------------------------------------------------------------------------

    private static String routines() {
        var keys = keys();
        var page = prose("stretch-routines.5");
        for (var kind : keys.keySet()) {
            page = page.replace("@" + kind + "@\n", String.join("", keys.get(kind)));
        }
        return heading("STRETCH-ROUTINES", 5) + page;
    }

    /** The schema is what editors show while one writes such a file; the page says the same. */
    private static Map<String, List<String>> keys() {
        var keys = new LinkedHashMap<String, List<String>>();
        var path = new ArrayList<String>();
        var schema = Path.of("src/main/resources/stretch/routines.schema.json");
        try (var parser = new JsonFactory().createParser(ObjectReadContext.empty(), Files.readString(schema))) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME) {
                    path.add(parser.currentName());
                } else if (token == JsonToken.VALUE_STRING) {
                    // $defs, exercise, properties, hold, description
                    if (path.size() == 5
                            && path.get(2).equals("properties")
                            && path.get(4).equals("description")) {
                        keys.computeIfAbsent(path.get(1), kind -> new ArrayList<>())
                                .add(".TP\n.B " + text(path.get(3)) + "\n" + line(parser.getString()));
                    }
                    pop(path);
                } else if (token == JsonToken.START_ARRAY) {
                    parser.skipChildren();
                    pop(path);
                } else if (token != JsonToken.START_OBJECT) {
                    pop(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys;
    }

    private static void pop(List<String> path) {
        if (!path.isEmpty()) {
            path.remove(path.size() - 1);
        }
    }

    // ---- roff -------------------------------------------------------------------------------------------------------

    private static String heading(String title, int section) {
        return ".\\\" Made by ManualTest; -Dgolden=write makes it anew.\n" + ".TH " + title + " " + section + " " + DATE
                + " stretch \"stretch manual\"\n.nh\n.ad l\n";
    }

    private static String prose(String name) {
        try {
            return Files.readString(PROSE.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(String text) {
        return text(text) + "\n";
    }

    /** Text in which nothing means anything to roff. */
    private static String text(String text) {
        var safe = text.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("'", "\\(aq")
                .replace("\"", "\\(dq")
                .replace("`", "\\(ga")
                .replace("~", "\\(ti")
                .replace("^", "\\(ha");
        return safe.startsWith(".") ? "\\&" + safe : safe;
    }
}
