package stretch.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;

/** Says in plain words what the YAML parser stumbled over. */
final class Syntax {
    private Syntax() {}

    static void explain(RuntimeException stumble, Mistakes mistakes) {
        if (stumble.getCause() instanceof MarkedYamlEngineException marked) {
            explain(marked, mistakes);
        } else if (stumble instanceof JacksonException other) {
            var at = Optional.ofNullable(other.getLocation())
                    .map(YamlTree::place)
                    .orElse(Place.START);
            mistakes.add(
                    at, words(Optional.ofNullable(other.getOriginalMessage()).orElse("")));
        } else {
            mistakes.add(Place.START, words(String.valueOf(stumble.getMessage())));
        }
    }

    private static void explain(MarkedYamlEngineException marked, Mistakes mistakes) {
        var problem = Optional.ofNullable(marked.getProblem()).orElse("");
        boolean open = problem.contains("unexpected end of stream")
                && marked.getContextMark().isPresent();
        var mark = open ? marked.getContextMark() : marked.getProblemMark().or(marked::getContextMark);
        mistakes.add(
                mark.map(Syntax::place).orElse(Place.START),
                open ? "the quoted text that begins here has no end; close it with the same quote" : words(problem));
    }

    private static String words(String problem) {
        if (problem.contains("mapping values are not allowed")) {
            return "there is a ':' where no key can be; put text that holds ': ' in quotes, or mend the indentation";
        }
        if (problem.contains("(TAB)")) {
            return "a tab stands where blanks are needed; indent with blanks";
        }
        if (problem.contains("cannot start any token")) {
            return "text cannot begin with this character; put the text in quotes";
        }
        if (problem.startsWith("Expected a property name")) {
            return "a key must be a single word; write KEY: VALUE";
        }
        return "this is not YAML (" + Mistakes.shown(problem.lines().findFirst().orElse("unreadable"))
                + "); check quotes, brackets and indentation";
    }

    // The engine counts from 0.
    private static Place place(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
