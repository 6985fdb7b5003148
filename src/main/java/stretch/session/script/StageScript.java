package stretch.session.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A stage as it is to happen.
 *
 * @param start what its clock shows when it begins: 0, but where the first repetition was led it counts already
 * @param end what its clock shows when it is over
 * @param cues in the order of time
 */
public record StageScript(Duration start, Duration end, List<Cue> cues) {
    /** A stage that is passed over. */
    static final StageScript NONE = new StageScript(Duration.ZERO, Duration.ZERO, List.of());

    public StageScript {
        cues = List.copyOf(cues);
    }

    public Duration length() {
        return end.minus(start);
    }

    /** The next moment of it, or its end, after one that its clock shows; all in nanoseconds. */
    public long next(long elapsed) {
        for (var cue : cues) {
            if (cue.at().toNanos() > elapsed) {
                return Math.min(cue.at().toNanos(), end.toNanos());
            }
        }
        return Math.max(elapsed, end.toNanos());
    }

    /** The last cue with words that has come by this moment; the first one before that. */
    public java.util.Optional<Cue> spokenAt(Duration elapsed) {
        Cue found = null;
        for (var cue : cues) {
            if (!cue.text().isEmpty() && (found == null || cue.at().compareTo(elapsed) <= 0)) {
                found = cue;
            }
        }
        return java.util.Optional.ofNullable(found);
    }

    /** This stage as far as it has come, then the other from there on, without a word over another. */
    StageScript continuedAs(StageScript other, Duration elapsed) {
        var all = new ArrayList<Cue>();
        var free = elapsed;
        boolean halved = false;
        for (var cue : cues) {
            if (cue.at().compareTo(elapsed) <= 0) {
                all.add(cue);
                free = cue.end().compareTo(free) > 0 ? cue.end() : free;
                halved |= cue.kind() == Cue.CueKind.HALF_WAY;
            }
        }
        for (var cue : other.cues) {
            boolean silent = cue.text().isEmpty();
            boolean again = halved && cue.kind() == Cue.CueKind.HALF_WAY;
            if (cue.at().compareTo(silent ? elapsed : free) > 0 && !again) {
                all.add(cue);
            } else if (cue.at().compareTo(elapsed) > 0 && !again) {
                // Its moment counts all the same: a phase begins, a second is over.
                all.add(new Cue(cue.kind(), cue.at(), "", Duration.ZERO, cue.number(), cue.phase()));
            }
        }
        return new StageScript(start, other.end, all);
    }
}
