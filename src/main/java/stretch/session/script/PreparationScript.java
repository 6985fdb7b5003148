package stretch.session.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import stretch.catalogue.Catalogue;
import stretch.catalogue.exercise.Position;
import stretch.session.plan.Plan;
import stretch.session.plan.Step;
import stretch.text.NumberWords;

/**
 * What comes before the clock of a step starts: into place, then into the stretch.
 *
 * @param leftOut what found no room, since a flag or the file makes the time short
 */
record PreparationScript(StageScript setUp, StageScript enter, List<String> leftOut) {
    /** Between two sentences. Our choice, as are the times below. */
    static final Duration BREATH = Duration.ofMillis(700);

    /** To do what was said: a hand or a foot to its place. */
    private static final Duration LINE = Duration.ofMillis(1500);

    /** To do a part of the way into the stretch. */
    private static final Duration ENTERING = Duration.ofSeconds(2);

    /** The same on the second side and in further sets, where the way is known. */
    private static final Duration ENTERING_AGAIN = Duration.ofMillis(1500);

    /** To move at all, whatever the positions. */
    private static final Duration MOVE = Duration.ofSeconds(2);

    /** Before the first word of all: a sound device that sleeps would swallow it. */
    private static final Duration WAKING = Duration.ofMillis(800);

    /** To change legs, the position being the same. */
    private static final Duration CHANGE = Duration.ofSeconds(4);

    /**
     * The preparation of a step.
     *
     * @param opening what is said before the first step of all; else empty
     * @param overflow what to mind that finds no room in the work
     * @param announced whether side and dose are said before the count, since the work leaves no room for them
     */
    static PreparationScript of(Plan plan, int index, String opening, List<String> overflow, boolean announced) {
        var step = plan.steps().get(index);
        var setUp = setUp(plan, index, opening);
        var enter = enter(plan, step, overflow, announced);
        if (step.prepare().isEmpty()) {
            return new PreparationScript(told(setUp, enter), enter, List.of());
        }
        var time = step.prepare().get();
        if (plan.options().timing().isSilent() && time.compareTo(setUp.length().plus(enter.length())) < 0) {
            return new PreparationScript(
                    told(squeezed(setUp, enter, time), StageScript.NONE), StageScript.NONE, List.of());
        }
        var leftOut = new ArrayList<String>();
        if (time.compareTo(enter.length()) < 0) {
            enter.cues().stream()
                    .filter(cue ->
                            cue.kind() != Cue.CueKind.COUNT_IN && !cue.text().isEmpty())
                    .forEach(cue -> leftOut.add(cue.text()));
            enter = counted(plan, setUp, time);
        }
        var inTime = cut(setUp, time.minus(enter.length()), leftOut);
        return new PreparationScript(told(inTime, enter), enter, leftOut);
    }

    /** Whether the first repetition is led before the clock starts, and counts. */
    boolean isLed() {
        return enter.cues().stream().anyMatch(cue -> cue.kind() == Cue.CueKind.PHASE);
    }

    /** In whole seconds until the clock starts, and with them beside the first words. */
    private static StageScript told(StageScript setUp, StageScript enter) {
        var length = setUp.length().plus(enter.length());
        int seconds = (int) length.plusNanos(999_999_999).toSeconds();
        return new StageScript(
                setUp.start(),
                setUp.end().plus(Duration.ofSeconds(seconds).minus(length)),
                setUp.cues().stream()
                        .map(cue -> begins(cue)
                                ? new Cue(cue.kind(), cue.at(), cue.text(), cue.length(), seconds, "")
                                : cue)
                        .toList());
    }

    private static boolean begins(Cue cue) {
        return cue.kind() == Cue.CueKind.NAME || cue.kind() == Cue.CueKind.CHANGE_SIDES;
    }

    /** All that there is to read, in a shorter time: who sets that knows it, and looks up what is not. */
    private static StageScript squeezed(StageScript setUp, StageScript enter, Duration time) {
        double factor =
                (double) time.toNanos() / setUp.length().plus(enter.length()).toNanos();
        var cues = new ArrayList<Cue>();
        for (var cue : setUp.cues()) {
            if (begins(cue)) {
                cues.add(0, new Cue(cue.kind(), Duration.ZERO, "", Duration.ZERO));
            }
            cues.add(squeezed(cue, begins(cue) ? Cue.CueKind.SET_UP : cue.kind(), Duration.ZERO, factor));
        }
        for (var cue : enter.cues()) {
            if (cue.kind() != Cue.CueKind.COUNT_IN) {
                cues.add(squeezed(cue, Cue.CueKind.ENTER, setUp.length(), factor));
            }
        }
        return new StageScript(Duration.ZERO, time, cues);
    }

    private static Cue squeezed(Cue cue, Cue.CueKind kind, Duration after, double factor) {
        var at = Duration.ofMillis((long) (after.plus(cue.at()).toMillis() * factor));
        return new Cue(
                kind, at, cue.text(), Duration.ofMillis((long) (cue.length().toMillis() * factor)));
    }

    /** "Three, two, one" alone, if there is time for it behind what is said of the set-up. */
    private static StageScript counted(Plan plan, StageScript setUp, Duration time) {
        var stage = new StageWriter(plan.options().timing());
        stage.countIn();
        var count = stage.written();
        var latest = time.minus(count.length()).minus(BREATH);
        boolean fits = !latest.isNegative()
                && setUp.cues().stream()
                        .map(Cue::end)
                        .filter(end -> end.compareTo(time) <= 0)
                        .allMatch(end -> end.compareTo(latest) <= 0);
        return fits ? count : StageScript.NONE;
    }

    /** As much of a stage as there is time for; what begins it stays, if only as a bell. */
    private static StageScript cut(StageScript stage, Duration time, List<String> leftOut) {
        var cues = new ArrayList<Cue>();
        for (var cue : stage.cues()) {
            if (cue.end().compareTo(time) <= 0) {
                cues.add(cue);
            } else {
                leftOut.add(cue.text());
                if (begins(cue)) {
                    cues.add(new Cue(cue.kind(), Duration.ZERO, "", Duration.ZERO));
                }
            }
        }
        cues.sort(Cue.BY_TIME);
        return new StageScript(Duration.ZERO, time, cues);
    }

    private static StageScript setUp(Plan plan, int index, String opening) {
        var step = plan.steps().get(index);
        var timing = plan.options().timing();
        var stage = new StageWriter(timing);
        if (index > 0 && step.set().rest().isZero()) {
            // Room for what ends the step before, which is said once that is saved.
            stage.wait(
                    timing.of(ScriptText.finished(plan.steps().get(index - 1))).plus(BREATH));
        }
        if (!opening.isEmpty() && !timing.isSilent()) {
            stage.wait(WAKING);
        }
        if (!opening.isEmpty()) {
            stage.say(Cue.CueKind.OPENING, opening);
            stage.wait(BREATH);
        }
        if (step.goesOn() && !step.changesSide()) {
            stage.say(Cue.CueKind.NAME, ScriptText.nextSet(step));
            stage.wait(MOVE);
            return stage.written();
        }
        if (step.changesSide()) {
            stage.say(Cue.CueKind.CHANGE_SIDES, ScriptText.changeSides(step));
            for (var line : ScriptText.changed(step)) {
                stage.wait(BREATH);
                stage.say(Cue.CueKind.SET_UP, line);
            }
            stage.wait(CHANGE);
            return stage.written();
        }
        boolean otherSideFollows =
                index + 1 < plan.steps().size() && plan.steps().get(index + 1).changesSide();
        stage.say(Cue.CueKind.NAME, ScriptText.name(step, step.target(), index == 0, otherSideFollows));
        var from = index == 0
                ? Position.STANDING
                : plan.steps().get(index - 1).exercise().position();
        var toMove = moving(plan.catalogue(), from, step.exercise().position());
        var lines = new ArrayList<>(ScriptText.setUp(step));
        ScriptText.note(step).ifPresent(lines::add);
        if (lines.isEmpty()) {
            stage.wait(toMove);
        }
        for (int i = 0; i < lines.size(); i++) {
            stage.wait(BREATH);
            stage.say(Cue.CueKind.SET_UP, lines.get(i));
            stage.wait(i == 0 ? toMove : LINE);
        }
        return stage.written();
    }

    /**
     * What a body needs from one position to another: up or down by as much as they differ from standing; from the floor to a
     * chair, or back, by way of standing.
     */
    private static Duration moving(Catalogue catalogue, Position from, Position to) {
        var one = catalogue.fromStanding().getOrDefault(from, Duration.ZERO);
        var other = catalogue.fromStanding().getOrDefault(to, Duration.ZERO);
        return MOVE.plus(
                from.isOnFloor() != to.isOnFloor()
                        ? one.plus(other)
                        : one.compareTo(other) < 0 ? other.minus(one) : one.minus(other));
    }

    private static StageScript enter(Plan plan, Step step, List<String> overflow, boolean announced) {
        boolean known = step.goesOn();
        var stage = new StageWriter(plan.options().timing());
        for (var line : known ? ScriptText.enterAgain(step) : ScriptText.enter(step)) {
            stage.say(Cue.CueKind.ENTER, line);
            stage.wait(known ? ENTERING_AGAIN : ENTERING);
        }
        for (var line : overflow) {
            stage.say(Cue.CueKind.ENTER, line);
            stage.wait(BREATH);
        }
        if (step.leadsFirst()) {
            stage.say(Cue.CueKind.ENTER, ScriptText.led(step));
            stage.wait(BREATH);
            for (var phase : step.pace().phases()) {
                var end = stage.now().plus(phase.length());
                var words = phase.instruction().isEmpty()
                        ? NumberWords.capital(phase.name()) + "."
                        : step.side().fill(phase.instruction());
                stage.say(Cue.CueKind.PHASE, words, 1, phase.name());
                stage.wait(BREATH);
                var early = end.minus(stage.now());
                stage.wait(early.isNegative() ? Duration.ZERO : early);
            }
            return stage.written();
        }
        if (announced) {
            stage.say(Cue.CueKind.ENTER, ScriptText.announced(step, step.target()));
            stage.wait(BREATH);
        }
        stage.countIn();
        return stage.written();
    }
}
