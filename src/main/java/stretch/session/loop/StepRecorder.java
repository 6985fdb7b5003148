package stretch.session.loop;

import java.util.List;
import stretch.session.Effect;
import stretch.session.Effect.EffectHandler;

/** Keeps the results of steps; it hears of every other effect before anybody else does. */
public interface StepRecorder extends EffectHandler {
    /** Puts a result on disk, now or as soon as it can be. */
    void save(Effect.Save effect);

    /** The results of steps that are over and on disk, in their order, each of them once. */
    List<Effect.Save> saved();
}
