package stretch.sound;

import java.util.ArrayDeque;
import java.util.Deque;

/** The terminal's bell, rung as often as the cue says, with a rest between two cues so that each can be counted. */
public final class Bell implements Instrument {
    /** Silence between two cues. */
    private static final String PAUSE = "......";

    private final Runnable ring;
    private final Deque<Character> ticks = new ArrayDeque<>();

    /** Makes a bell; {@code ring} sounds it once. */
    public Bell(Runnable ring) {
        this.ring = ring;
    }

    @Override
    public void play(BellPattern cue) {
        if (cue.isSoft()) {
            return;
        }
        var rhythm = (ticks.isEmpty() ? "" : PAUSE) + cue.rhythm();
        rhythm.chars().forEach(tick -> ticks.add((char) tick));
    }

    @Override
    public void stop() {
        ticks.clear();
    }

    @Override
    public boolean tick() {
        Character due = ticks.poll();
        if (due != null && due == '*') {
            ring.run();
        }
        return !ticks.isEmpty();
    }
}
