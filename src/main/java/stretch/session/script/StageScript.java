package stretch.session.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import stretch.session.plan.SpeechTiming;

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

    /** Between the answer to a key and what is said before and after it. */
    private static final Duration ROOM = Duration.ofMillis(300);

    /** Later nobody would know what is answered. Our choice. */
    private static final Duration LATEST = Duration.ofSeconds(6);

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

    /** The last cue with words that has come by this moment, answers to keys aside; the first one before that. */
    public java.util.Optional<Cue> spokenAt(Duration elapsed) {
        Cue found = null;
        for (var cue : cues) {
            boolean shown = !cue.text().isEmpty() && cue.kind() != Cue.CueKind.MORE;
            if (shown && (found == null || cue.at().compareTo(elapsed) <= 0)) {
                found = cue;
            }
        }
        return java.util.Optional.ofNullable(found);
    }

    /**
     * The same with the answer to a key in the first silence that holds it, if one does soon; one that is not said yet gives
     * way.
     *
     * @param words what is to be said at a moment
     */
    StageScript answered(Duration elapsed, Function<Duration, String> words, SpeechTiming timing) {
        var others = cues.stream()
                .filter(cue -> cue.kind() != Cue.CueKind.MORE || cue.at().compareTo(elapsed) <= 0)
                .toList();
        var all = new ArrayList<>(others);
        var free = elapsed.plus(ROOM);
        for (var cue : others.stream().filter(it -> !it.text().isEmpty()).toList()) {
            if (cue.at().compareTo(free.plus(timing.of(words.apply(free))).plus(ROOM)) >= 0) {
                break;
            }
            var after = cue.end().plus(ROOM);
            free = after.compareTo(free) > 0 ? after : free;
        }
        var text = words.apply(free);
        if (free.compareTo(elapsed.plus(LATEST)) <= 0
                && free.plus(timing.of(text)).compareTo(end) <= 0) {
            all.add(new Cue(Cue.CueKind.MORE, free, text, timing.of(text)));
            all.sort(Cue.BY_TIME);
        }
        return new StageScript(start, end, all);
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

    /** This stage as far as it has come, then the other's words in its place; nothing else where that says other things. */
    StageScript reworded(StageScript other, Duration elapsed) {
        int told = (int)
                cues.stream().filter(cue -> cue.at().compareTo(elapsed) <= 0).count();
        if (told == cues.size() || !kinds().equals(other.kinds())) {
            return this;
        }
        var later = cues.get(told).at().minus(other.cues.get(told).at());
        var all = new ArrayList<>(cues.subList(0, told));
        other.cues.stream()
                .skip(told)
                .map(cue ->
                        new Cue(cue.kind(), cue.at().plus(later), cue.text(), cue.length(), cue.number(), cue.phase()))
                .forEach(all::add);
        return new StageScript(start, other.end.plus(later), all);
    }

    private List<Cue.CueKind> kinds() {
        return cues.stream().map(Cue::kind).toList();
    }
}
