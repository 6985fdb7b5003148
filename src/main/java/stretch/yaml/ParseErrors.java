package stretch.yaml;

import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** Says in plain words what the YAML parser stumbled over. */
final class ParseErrors {
    private static final String ODD_START = "text cannot start with this character; put the text in quotes";

    /** A blank that is none to YAML, as word processors and web pages have it, where only blanks can be. */
    private static final Pattern HARD_BLANK = Pattern.compile("(?m)^(?: *-?| *(?:- +)?[\\w-]+:)\u00A0");

    private ParseErrors() {}

    static void explain(RuntimeException stumble, String text, Problems problems) {
        var hard = HARD_BLANK.matcher(text);
        if (hard.find()) {
            problems.add(
                    SourcePosition.after(text.substring(0, hard.end() - 1)),
                    "there is a non-breaking space where a space is needed; type a space");
        } else if (stumble.getCause() instanceof MarkedYamlEngineException marked) {
            explain(marked, problems);
        } else if (stumble instanceof JacksonException other) {
            var position = Optional.ofNullable(other.getLocation())
                    .map(ParseErrors::position)
                    .orElse(SourcePosition.START);
            problems.add(
                    position,
                    words(Optional.ofNullable(other.getOriginalMessage()).orElse("")));
        } else {
            problems.add(SourcePosition.START, words(String.valueOf(stumble.getMessage())));
        }
    }

    private static void explain(MarkedYamlEngineException marked, Problems problems) {
        var problem = Optional.ofNullable(marked.getProblem()).orElse("");
        var context = Optional.ofNullable(marked.getContext()).orElse("");
        var at = marked.getProblemMark()
                .or(marked::getContextMark)
                .map(ParseErrors::position)
                .orElse(SourcePosition.START);
        var start = marked.getContextMark().map(ParseErrors::position).orElse(at);
        if (problem.contains("unexpected end of stream")) {
            problems.add(start, "the quoted text that starts here has no end; close it with the same quote");
        } else if (context.contains("simple key")) {
            problems.add(start, "there is no ':' and space after this; write KEY: VALUE");
        } else if (context.contains("scanning an alias") || context.contains("scanning an anchor")) {
            problems.add(start, ODD_START + ", or begin an entry of a list with '- '");
        } else if (context.contains("block scalar")) {
            problems.add(start, ODD_START);
        } else if (context.contains("flow mapping") || context.contains("flow sequence")) {
            boolean keys = context.contains("flow mapping");
            var end = keys ? "'}'" : "']'";
            var remedy = "; add it, or put text with brackets or quotes in it in quotes";
            if (start.line() < at.line()) {
                problems.add(start, (keys ? "'{'" : "'['") + " has no " + end + " before " + at + remedy);
            } else {
                problems.add(at, "there is no ',' or " + end + " before this" + remedy);
            }
        } else {
            problems.add(at, words(problem));
        }
    }

    private static String words(String problem) {
        if (problem.contains("mapping values are not allowed")) {
            return "there is a ':' where no key can be; put text that contains ': ' in quotes, or correct the indentation";
        }
        if (problem.contains("(TAB)")) {
            return "there is a tab where spaces are needed; type spaces";
        }
        if (problem.contains("<stream end>")) {
            return "the file ends where a value is missing; close what is open";
        }
        if (problem.contains("cannot start any token") || problem.contains("the node content")) {
            return ODD_START;
        }
        if (problem.contains("sequence entries are not allowed")) {
            return "an entry of a list cannot begin here; write '- ' on a line of its own, or [ONE, ANOTHER]";
        }
        if (problem.contains("escape")) {
            return "a backslash cannot stand before this in double quotes; use single quotes";
        }
        if (problem.startsWith("expected <block end>")) {
            return "this does not fit what is above it; correct the indentation, or put the whole text in quotes";
        }
        if (problem.startsWith("Expected a property name")) {
            return "a key must be a single word; write KEY: VALUE";
        }
        return "this is not YAML (" + Problems.shown(problem.lines().findFirst().orElse("unreadable"))
                + "); check quotes, brackets and indentation";
    }

    static SourcePosition position(TokenStreamLocation location) {
        return new SourcePosition(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    // The engine counts from 0.
    private static SourcePosition position(Mark mark) {
        return new SourcePosition(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
