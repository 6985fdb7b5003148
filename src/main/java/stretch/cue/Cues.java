package stretch.cue;

import stretch.catalogue.Outcome;
import stretch.session.Effect;
import stretch.session.Outlet;
import stretch.session.Saved;

/** Reads the script for an instrument: which of its moments ring, and how. */
public final class Cues implements Outlet {
    private final Instrument instrument;
    private boolean muted;

    public Cues(Instrument instrument) {
        this.instrument = instrument;
    }

    @Override
    public void cued(Effect.Cued effect) {
        var cue = effect.cue();
        switch (cue.kind()) {
            case NAME -> play(Cue.GET_READY);
            case CHANGE_SIDES -> play(Cue.CHANGE_SIDES);
            case START -> play(Cue.START);
            case HALF_WAY -> play(Cue.HALF_WAY);
            case WARNING -> play(Cue.WARNING);
            case COUNT_IN, COUNTDOWN -> soft();
            case PHASE -> {
                boolean opens =
                        cue.phase().equals(effect.step().pace().phases().get(0).name());
                if (opens && cue.number() > 1) {
                    play(Cue.REPETITION);
                } else {
                    soft();
                }
            }
            case OPENING, SET_UP, ENTER, FORM, ENOUGH, FINISHED, STOP -> {}
        }
    }

    @Override
    public void cutShort() {
        instrument.hush();
    }

    /** The next thing to ring may be at once, so this is short. */
    @Override
    public void over(Saved step) {
        if (step.late()) {
            return;
        }
        if (step.result().outcome().counts()) {
            play(Cue.STEP_DONE);
        }
    }

    @Override
    public void mute(Effect.Mute effect) {
        muted = effect.on();
        instrument.hush();
    }

    @Override
    public void end(Effect.End effect) {
        if (effect.outcome() == Outcome.COMPLETED) {
            play(Cue.ROUTINE_DONE);
        }
    }

    private void play(Cue cue) {
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
    public void leave() {
        instrument.leave();
    }

    @Override
    public boolean tick() {
        return instrument.tick();
    }
}
