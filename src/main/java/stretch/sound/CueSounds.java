package stretch.sound;

import stretch.catalogue.Outcome;
import stretch.session.Effect;
import stretch.session.EffectHandler;
import stretch.session.SavedStep;

/** Reads the script for an instrument: which of its moments ring, and how. */
public final class CueSounds implements EffectHandler {
    private final Instrument instrument;
    private boolean muted;

    public CueSounds(Instrument instrument) {
        this.instrument = instrument;
    }

    @Override
    public void cued(Effect.Cued effect) {
        var cue = effect.cue();
        switch (cue.kind()) {
            case NAME -> play(BellPattern.GET_READY);
            case CHANGE_SIDES -> play(BellPattern.CHANGE_SIDES);
            case START -> play(BellPattern.START);
            case HALF_WAY -> play(BellPattern.HALF_WAY);
            case COUNT_IN, COUNTDOWN, WARNING -> soft();
            case PHASE -> {
                boolean opens =
                        cue.phase().equals(effect.step().pace().phases().get(0).name());
                if (opens && cue.number() > 1) {
                    play(BellPattern.START);
                } else {
                    soft();
                }
            }
            case OPENING, SET_UP, ENTER, FORM, ENOUGH, FINISHED, STOP -> {}
        }
    }

    @Override
    public void cutShort() {
        instrument.stop();
    }

    /** The next thing to ring may be at once, so this is short. */
    @Override
    public void stepFinished(SavedStep step) {
        if (step.late()) {
            return;
        }
        if (step.result().outcome().counts()) {
            play(BellPattern.STEP_DONE);
        }
    }

    @Override
    public void mute(Effect.Mute effect) {
        muted = effect.on();
        instrument.stop();
    }

    @Override
    public void sessionEnded(Effect.SessionEnded effect) {
        if (effect.outcome() == Outcome.COMPLETED) {
            play(BellPattern.ROUTINE_DONE);
        }
    }

    private void play(BellPattern cue) {
        if (!muted) {
            instrument.play(cue);
        }
    }

    private void soft() {
        if (!muted) {
            instrument.beat();
        }
    }

    @Override
    public void shutDown() {
        instrument.close();
    }

    @Override
    public boolean tick() {
        return instrument.tick();
    }
}
