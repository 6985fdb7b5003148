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
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
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
        var stretch = CompletionScripts.model();
        var pages = new LinkedHashMap<String, String>();
        pages.put("stretch.1", program(stretch));
        for (var name : CommandRegistry.names()) {
            pages.put(
                    "stretch-" + name + ".1",
                    command(name, stretch.subcommands().get(name).getCommandSpec()));
        }
        pages.put("stretch-routines.5", routines());
        return pages;
    }

    private static String program(CommandSpec stretch) {
        var commands = CommandRegistry.names().stream()
                .map(name -> ".TP\n.BR " + text("stretch-" + name) + " (1)\n" + line(CommandRegistry.summary(name)))
                .collect(Collectors.joining());
        return heading("STRETCH", 1)
                + prose("stretch.1")
                        .replace("@commands@\n", commands)
                        .replace("@options@\n", options(stretch.options()));
    }

    private static String command(String name, CommandSpec command) {
        var usage = command.usageMessage();
        var page = new StringBuilder(heading("STRETCH-" + name.toUpperCase(java.util.Locale.ROOT), 1));
        page.append(".SH NAME\n")
                .append(text("stretch-" + name))
                .append(" \\- ")
                .append(line(CommandRegistry.summary(name)));
        page.append(".SH SYNOPSIS\n.B stretch ").append(text(name)).append("\n[OPTION]...\n");
        command.positionalParameters().forEach(place -> page.append(line(optional(place))));
        page.append(".SH DESCRIPTION\n");
        for (var paragraph : usage.description()) {
            page.append(line(plain(paragraph))).append(".PP\n");
        }
        drop(page, ".PP\n");
        if (!command.positionalParameters().isEmpty()) {
            page.append(".SH ARGUMENTS\n");
            command.positionalParameters()
                    .forEach(place -> page.append(".TP\n.I ")
                            .append(line(place.paramLabel()))
                            .append(line(CompletionCandidates.description(place))));
        }
        page.append(".SH OPTIONS\n").append(options(command.options()));
        if (usage.footer().length > 0) {
            page.append(".SH NOTES\n.nf\n");
            Arrays.stream(usage.footer()).forEach(note -> page.append(line(plain(note))));
            page.append(".fi\n");
        }
        return page.append(".SH SEE ALSO\n.BR stretch (1),\n.BR stretch\\-routines (5)\n")
                .toString();
    }

    private static String optional(ArgSpec place) {
        return place.arity().min() == 0
                ? "[" + place.paramLabel() + "]"
                : place.paramLabel() + (place.isMultiValue() ? "..." : "");
    }

    private static String options(List<OptionSpec> options) {
        var text = new StringBuilder();
        for (var option : options) {
            if (!option.hidden()) {
                var names = Arrays.stream(option.names())
                        .map(name -> "\\fB" + text(name) + "\\fR")
                        .collect(Collectors.joining(", "));
                var equals = option.longestName().startsWith("--") ? "=" : " ";
                var value = option.arity().max() > 0 ? equals + "\\fI" + text(option.paramLabel()) + "\\fR" : "";
                text.append(".TP\n").append(names).append(value).append('\n');
                text.append(line(CompletionCandidates.description(option)));
            }
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

    private static String plain(String description) {
        return description
                .replace("%n", "")
                .replace("%%", "%")
                .replace("$$", "$")
                .strip();
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

    private static void drop(StringBuilder page, String end) {
        if (page.toString().endsWith(end)) {
            page.setLength(page.length() - end.length());
        }
    }
}
