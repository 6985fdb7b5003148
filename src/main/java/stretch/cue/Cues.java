package stretch.cue;

import stretch.catalogue.Outcome;
import stretch.session.Effect;
import stretch.session.Outlet;

/** Turns what happens in a session into cues on an instrument. */
public final class Cues implements Outlet {
    private final Instrument instrument;
    private boolean muted;

    public Cues(Instrument instrument) {
        this.instrument = instrument;
    }

    @Override
    public void ready(Effect.Ready effect) {
        play(effect.step().changesSide() ? Cue.CHANGE_SIDES : Cue.GET_READY);
    }

    @Override
    public void start(Effect.Start effect) {
        play(Cue.START);
    }

    /** The first repetition begins with the start, which was just played. */
    @Override
    public void beat(Effect.Beat effect) {
        if (effect.count() > 1
                && effect.phase().equals(effect.step().pace().phases().get(0))) {
            play(Cue.START);
        } else if (!muted) {
            instrument.beat();
        }
    }

    @Override
    public void halfWay(Effect.HalfWay effect) {
        play(Cue.HALF_WAY);
    }

    @Override
    public void over(Effect.Over effect) {
        if (effect.result().outcome().counts()) {
            play(Cue.STEP_DONE);
        } else {
            instrument.hush();
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
        } else {
            instrument.hush();
        }
    }

    private void play(Cue cue) {
        if (!muted) {
            instrument.play(cue);
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
