package stretch.session.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import stretch.session.plan.SpeechTiming;
import stretch.session.plan.Step;

/** Writes the work of a hold: its start, what to mind, half of it, and the last seconds counted down. */
final class HoldWriter {
    /** The quiet after a sentence, which lets it sink in: the longest first that leaves room for all of them. */
    private static final List<Duration> QUIET =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(3), Duration.ofMillis(1500), Duration.ofMillis(700));

    /** The quiet before what is said again in a long hold. */
    private static final Duration AGAIN = Duration.ofSeconds(30);

    /** Between a sentence and what must not be late. */
    private static final Duration ROOM = Duration.ofMillis(400);

    private static final int WARNED = 10;

    /** A shorter hold is over soon enough without a warning. */
    private static final int LEAST_WARNED = 25;

    /** What is too short for words may have time for a bell. */
    private static final int RUNG = 5;

    /** Shorter, and half of it would be as near. */
    private static final int LEAST_RUNG = 15;

    private final Step step;
    private final int target;
    private final SpeechTiming timing;
    private final List<Cue> fixed = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    HoldWriter(Step step, int target, SpeechTiming timing) {
        this.step = step;
        this.target = target;
        this.timing = timing;
    }

    WorkScript write() {
        fixed.addAll(StageWriter.countdown(Duration.ofSeconds(target), target, timing));
        var started = ScriptText.startsOfHold(step, target).stream()
                .filter(text -> isFree(Duration.ZERO, text))
                .findFirst();
        add(Cue.CueKind.START, Duration.ZERO, started.orElse(""), target);
        var half = Duration.ofMillis(target * 500L);
        optional(Cue.CueKind.HALF_WAY, half, ScriptText.halfWay(step, target - (int) half.toSeconds()), "half way");
        if (target >= LEAST_WARNED) {
            optional(Cue.CueKind.WARNING, Duration.ofSeconds(target - WARNED), ScriptText.count(WARNED), "ten to go");
        } else if (target >= LEAST_RUNG) {
            add(Cue.CueKind.WARNING, Duration.ofSeconds(target - RUNG), "", RUNG);
        }
        int low = step.range().low();
        if (target > low && step.range().isOpen()) {
            optional(Cue.CueKind.ENOUGH, Duration.ofSeconds(low), ScriptText.enough(step, target), "that it will do");
        }
        var form = ScriptText.form(step);
        var overflow = List.<String>of();
        var placed = List.<Cue>of();
        for (var quiet : QUIET) {
            placed = place(form, quiet);
            overflow = form.subList(placed.size(), form.size());
            if (overflow.isEmpty()) {
                break;
            }
        }
        fixed.addAll(placed);
        if (overflow.isEmpty() && !form.isEmpty()) {
            again(form);
        }
        fixed.sort(Cue.BY_TIME);
        return new WorkScript(fixed, overflow, started.isEmpty(), leftOut);
    }

    /** Said where it fits; its bell rings all the same. */
    private void optional(Cue.CueKind kind, Duration at, String text, String what) {
        boolean fits = isFree(at, text);
        if (!fits) {
            leftOut.add(what + ": the hold is too short");
        }
        add(kind, at, fits ? text : "", target - (int) at.toSeconds());
    }

    private void add(Cue.CueKind kind, Duration at, String text, int number) {
        fixed.add(new Cue(kind, at, text, timing.of(text), number, ""));
    }

    /** As many of these as find room, one after the other. */
    private List<Cue> place(List<String> lines, Duration quiet) {
        var placed = new ArrayList<Cue>();
        var from = end(cue -> cue.at().isZero()).plus(quiet);
        for (var line : lines) {
            var at = free(from, line);
            if (at == null) {
                return placed;
            }
            var cue = new Cue(Cue.CueKind.FORM, at, line, timing.of(line));
            placed.add(cue);
            from = cue.end().plus(quiet);
        }
        return placed;
    }

    /** In a long hold, from the beginning once more, now and then. */
    private void again(List<String> lines) {
        for (int i = 0; ; i++) {
            var line = lines.get(i % lines.size());
            var at = free(end(cue -> cue.kind() == Cue.CueKind.FORM).plus(AGAIN), line);
            if (at == null) {
                return;
            }
            fixed.add(new Cue(Cue.CueKind.FORM, at, line, timing.of(line)));
        }
    }

    /** When the last of these has been said; else the beginning. */
    private Duration end(Predicate<Cue> which) {
        return fixed.stream()
                .filter(which)
                .map(Cue::end)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** The first moment from there on at which a line can be said; null where none is left. */
    private @Nullable Duration free(Duration from, String line) {
        var at = from;
        var end = Duration.ofSeconds(target);
        while (at.compareTo(end) < 0) {
            var busy = busy(at, line);
            if (busy == null) {
                return at.plus(timing.of(line)).compareTo(end) <= 0 ? at : null;
            }
            at = busy.end().plus(ROOM);
        }
        return null;
    }

    private boolean isFree(Duration at, String line) {
        return busy(at, line) == null && at.plus(timing.of(line)).compareTo(Duration.ofSeconds(target)) <= 0;
    }

    /** What is in the way of a line. */
    private @Nullable Cue busy(Duration at, String line) {
        var end = at.plus(timing.of(line)).plus(ROOM);
        return fixed.stream()
                .filter(cue ->
                        cue.at().compareTo(end) < 0 && cue.end().plus(ROOM).compareTo(at) > 0)
                .filter(cue -> !cue.text().isEmpty())
                .max(Cue.BY_TIME)
                .orElse(null);
    }
}
