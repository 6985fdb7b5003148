package stretch.catalogue.read;

import java.util.Optional;
import stretch.catalogue.Goal;
import stretch.catalogue.GoalParser;
import stretch.yaml.Node;
import stretch.yaml.NodeChecks;

/** Reads the goal of a routine, which stands in the routine itself or in the settings. */
public final class GoalReader {
    private GoalReader() {}

    /** The goal that is the value of this key; empty where it is none, which is noted as a mistake. */
    public static Optional<Goal> read(NodeChecks checks, Node value, String key) {
        return checks.notation(value, "'" + key + "'", "a goal", GoalParser.FORMS)
                .flatMap(text -> checks.parsed(value, "", () -> GoalParser.parse(text)));
    }
}
