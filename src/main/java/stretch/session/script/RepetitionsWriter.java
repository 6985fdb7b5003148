package stretch.session.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import stretch.session.plan.SpeechTiming;
import stretch.session.plan.Step;
import stretch.text.NumberWords;

/** Writes the work of repetitions or breaths: a word for each phase, and what to mind in the time between the words. */
final class RepetitionsWriter {
    /** Between two sentences. */
    private static final Duration ROOM = Duration.ofMillis(300);

    private final Step step;
    private final int first;
    private final int target;
    private final SpeechTiming timing;
    private final List<Cue> cues = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    /** The time of a phase in which nothing is said yet. */
    private record Gap(int repetition, Duration from, Duration to) {
        boolean holds(Duration length) {
            return from.plus(length).compareTo(to) <= 0;
        }
    }

    /** Makes a writer; {@code first} is the repetition with which the clock starts, 2 where one was led before. */
    RepetitionsWriter(Step step, int first, int target, SpeechTiming timing) {
        this.step = step;
        this.first = first;
        this.target = target;
        this.timing = timing;
    }

    WorkScript write() {
        var at = step.units(first - 1L);
        cues.add(new Cue(Cue.CueKind.START, at, "", Duration.ZERO, target, ""));
        for (int repetition = first; repetition <= target; repetition++) {
            for (int i = 0; i < step.pace().phases().size(); i++) {
                phase(at, repetition, i);
                at = at.plus(step.pace().phases().get(i).length());
            }
        }
        int low = step.range().low();
        if (target > low && step.range().isOpen()) {
            var text = ScriptText.enough(step, target);
            if (!place(Cue.CueKind.ENOUGH, text, gap -> gap.repetition() == low + 1)) {
                leftOut.add(text);
                var silent = step.units(low);
                cues.add(new Cue(Cue.CueKind.ENOUGH, silent, "", Duration.ZERO, low + 1, ""));
            }
        }
        var overflow = form();
        cues.sort(Cue.BY_TIME);
        return new WorkScript(cues, overflow, true, leftOut);
    }

    private void phase(Duration at, int repetition, int index) {
        var phases = step.pace().phases();
        var phase = phases.get(index);
        boolean closes = index > 0 && index == phases.size() - 1;
        var text = ScriptText.phase(phase.name(), index == 0, closes, repetition, target).stream()
                .filter(words -> timing.of(words).compareTo(phase.length()) <= 0)
                .findFirst();
        if (text.isEmpty() && repetition == first) {
            leftOut.add(NumberWords.capital(phase.name()) + ".");
        }
        var cue = new Cue(Cue.CueKind.PHASE, at, text.orElse(""), timing.of(text.orElse("")), repetition, phase.name());
        cues.add(cue);
        gaps.add(new Gap(
                repetition, cue.end().plus(ROOM), at.plus(phase.length()).minus(ROOM)));
    }

    /** Says what to mind, a line a repetition as far as that goes; returns what finds no room. */
    private List<String> form() {
        var overflow = new ArrayList<String>();
        int last = 0;
        for (var line : ScriptText.form(step)) {
            int after = last;
            if (place(Cue.CueKind.FORM, line, gap -> gap.repetition() > after && gap.repetition() < target)
                    || place(Cue.CueKind.FORM, line, gap -> true)) {
                last = cues.get(cues.size() - 1).number();
            } else {
                overflow.add(line);
            }
        }
        return overflow;
    }

    /** Puts a line into the first gap of these that holds it. */
    private boolean place(Cue.CueKind kind, String line, Predicate<Gap> wanted) {
        for (var each = gaps.iterator(); each.hasNext(); ) {
            var gap = each.next();
            if (wanted.test(gap) && gap.holds(timing.of(line))) {
                cues.add(new Cue(kind, gap.from(), line, timing.of(line), gap.repetition(), ""));
                each.remove();
                return true;
            }
        }
        return false;
    }
}
