package stretch.session;

import java.util.ArrayList;
import java.util.List;
import stretch.session.loop.StepRecorder;

/** Keeps nothing, as was asked for: what is over may be told at once. */
public final class UnrecordedSteps implements StepRecorder {
    private final List<Effect.Save> over = new ArrayList<>();

    @Override
    public void save(Effect.Save effect) {
        if (effect.over()) {
            over.add(effect);
        }
    }

    @Override
    public List<Effect.Save> saved() {
        var told = List.copyOf(over);
        over.clear();
        return told;
    }
}
