package stretch.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** Says in plain words what the YAML parser stumbled over. */
final class ParseErrors {
    private ParseErrors() {}

    static void explain(RuntimeException stumble, Problems problems) {
        if (stumble.getCause() instanceof MarkedYamlEngineException marked) {
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
        boolean open = problem.contains("unexpected end of stream")
                && marked.getContextMark().isPresent();
        var mark = open ? marked.getContextMark() : marked.getProblemMark().or(marked::getContextMark);
        problems.add(
                mark.map(ParseErrors::position).orElse(SourcePosition.START),
                open ? "the quoted text that starts here has no end; close it with the same quote" : words(problem));
    }

    private static String words(String problem) {
        if (problem.contains("mapping values are not allowed")) {
            return "there is a ':' where no key can be; put text that contains ': ' in quotes, or correct the indentation";
        }
        if (problem.contains("(TAB)")) {
            return "there is a tab where spaces are needed; indent with spaces";
        }
        if (problem.contains("cannot start any token")) {
            return "text cannot start with this character; put the text in quotes";
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
