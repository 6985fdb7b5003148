package stretch.cue;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import stretch.catalogue.Outcome;
import stretch.session.Effect;
import stretch.session.Outlet;

/** Rings the terminal's bell, a count for each cue, with a rest between two cues so that each can be counted. */
public final class Bell implements Outlet {
    /** Ticks from one bell to the next: terminals run bells together that follow at once. */
    private static final int GAP = 2;

    /** Ticks of silence between two cues. */
    private static final int REST = 5;

    private final Runnable ring;
    private final Deque<Boolean> ticks = new ArrayDeque<>();

    /** Makes a bell; {@code ring} sounds it once. */
    public Bell(Runnable ring) {
        this.ring = ring;
    }

    @Override
    public void ready(Effect.Ready effect) {
        sound(effect.step().changesSide() ? Cue.CHANGE_SIDES : Cue.GET_READY);
    }

    @Override
    public void start(Effect.Start effect) {
        sound(Cue.START);
    }

    @Override
    public void halfWay(Effect.HalfWay effect) {
        sound(Cue.HALF_WAY);
    }

    @Override
    public void over(Effect.Over effect) {
        if (effect.result().outcome().counts()) {
            sound(Cue.STEP_DONE);
        }
    }

    @Override
    public void end(Effect.End effect) {
        if (effect.outcome() == Outcome.COMPLETED) {
            sound(Cue.ROUTINE_DONE);
        } else {
            ticks.clear();
        }
    }

    private void sound(Cue cue) {
        if (!ticks.isEmpty()) {
            ticks.addAll(Collections.nCopies(REST, false));
        }
        for (int bell = 0; bell < cue.bells(); bell++) {
            ticks.add(true);
            ticks.addAll(Collections.nCopies(GAP - 1, false));
        }
    }

    @Override
    public boolean tick() {
        Boolean due = ticks.poll();
        if (due != null && due) {
            ring.run();
        }
        return !ticks.isEmpty();
    }
}
