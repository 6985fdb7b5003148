package stretch.sound;

import java.util.EnumSet;
import stretch.catalogue.Outcome;
import stretch.session.Effect;
import stretch.session.Effect.EffectHandler;
import stretch.session.Effect.SavedStep;

/** Reads the script for an instrument: which of its moments ring, and how. */
public final class CueSounds implements EffectHandler {
    private final Instrument instrument;
    private final EnumSet<BellPattern> now = EnumSet.noneOf(BellPattern.class);
    private boolean muted;

    /** Whether the end of the step before has told already what comes next. */
    private boolean announced;

    public CueSounds(Instrument instrument) {
        this.instrument = instrument;
    }

    @Override
    public void cued(Effect.Cued effect) {
        var cue = effect.cue();
        switch (cue.kind()) {
            case REST -> {
                now.add(BellPattern.REST);
                announced = false; // What follows is told when the rest is over.
            }
            case NAME -> next(BellPattern.GET_READY);
            case CHANGE_SIDES -> next(BellPattern.CHANGE_SIDES);
            case START -> now.add(BellPattern.START);
            case HALF_WAY -> now.add(BellPattern.HALF_WAY);
            case WARNING -> now.add(BellPattern.WARNING);
            case COUNT_IN, COUNTDOWN -> now.add(BellPattern.TICK);
            case PHASE -> {
                var opening = effect.step().pace().phases().get(0).name();
                boolean again = cue.number() > 1 && cue.phase().equals(opening);
                now.add(again ? BellPattern.REPETITION : BellPattern.PHASE);
            }
            // Words alone. That it will do changes nothing; who says that it hurts knows that all stops.
            case OPENING, SET_UP, ENTER, FORM, ENOUGH, MORE, FINISHED, STOP -> {}
        }
    }

    private void next(BellPattern pattern) {
        if (!announced) {
            now.add(pattern);
        }
        announced = false;
    }

    @Override
    public void cutShort() {
        now.clear();
        instrument.stop();
    }

    /** One sound says that a step is done and what follows: a change of sides, another exercise, or the end. */
    @Override
    public void stepFinished(SavedStep step) {
        announced = !step.late() && step.save().result().outcome().counts();
        if (announced) {
            now.add(step.save().otherSideNext() ? BellPattern.CHANGE_SIDES : BellPattern.STEP_DONE);
        }
    }

    @Override
    public void mute(Effect.Mute effect) {
        muted = effect.on();
        now.clear();
        instrument.stop();
    }

    @Override
    public void sessionEnded(Effect.SessionEnded effect) {
        if (effect.outcome() == Outcome.COMPLETED) {
            now.add(BellPattern.ROUTINE_DONE);
        }
    }

    @Override
    public void shutDown() {
        instrument.close();
    }

    /** Of what belongs to one moment, one sound is heard. */
    @Override
    public boolean tick() {
        if (!muted) {
            now.stream().findFirst().ifPresent(instrument::play);
        }
        now.clear();
        return instrument.tick();
    }
}
