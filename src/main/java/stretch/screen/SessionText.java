package stretch.screen;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import stretch.catalogue.DoseKind;
import stretch.catalogue.Side;
import stretch.catalogue.StepOutcome;
import stretch.session.Session;
import stretch.session.StepResult;
import stretch.session.plan.Step;
import stretch.session.script.Cue;
import stretch.session.script.Stage;
import stretch.text.Durations;

/** What the screen says of a session, in words. */
record SessionText(Session session) {
    /** For how long before and after the low end of a range the screen says that it is enough. */
    private static final int GRACE_SECONDS = 5;

    /** Seconds left of a wait or a hold, or which repetition runs. */
    String number() {
        if (counts()) {
            return Integer.toString(
                    Math.min(session.repPhase().count(), session.attempt().target()));
        }
        // Rounded up: a countdown shows 1 during the last second, and never a 0 that still lasts.
        long seconds = (session.left().toMillis() + 999) / 1000;
        return seconds < 100
                ? Long.toString(seconds)
                : seconds / 60 + ":" + String.format(Locale.ROOT, "%02d", seconds % 60);
    }

    /** Whether repetitions or breaths are counted rather than seconds. */
    boolean counts() {
        boolean works = session.stage() == Stage.WORK || session.stage() == Stage.RETURN;
        return works && session.step().kind().counts();
    }

    String unit() {
        return counts() ? " of " + session.step().amount(session.attempt().target()) : " s";
    }

    String state() {
        if (session.ending().isPresent()) {
            return "DONE";
        }
        if (session.paused()) {
            return "PAUSED";
        }
        return switch (session.stage()) {
            case SET_UP -> changing() ? "CHANGE SIDES" : "GET READY";
            case ENTER -> "ENTER";
            case RETURN -> "READY";
            case STOP -> "STOP";
            case WORK -> counts() ? session.repPhase().phase().name().toUpperCase(Locale.ROOT) : "HOLD";
        };
    }

    /** Whether the other side is being got ready. */
    boolean changing() {
        return session.stage() == Stage.SET_UP && session.step().changesSide();
    }

    String side() {
        return session.step().side() == Side.BOTH
                ? ""
                : session.step().side().id().toUpperCase(Locale.ROOT);
    }

    String stepPlace() {
        return "step " + session.progress().step() + " of " + session.progress().steps();
    }

    String timeLeft() {
        // Over a minute, nobody needs it to the second.
        long seconds = secondsLeft();
        long rounded = seconds > 60 ? (seconds + 9) / 10 * 10 : seconds;
        return Durations.words(Duration.ofSeconds(rounded)) + " left";
    }

    /** Of the whole routine, upwards, so that the sum does not jump against the countdown. */
    long secondsLeft() {
        return (session.totalLeft().toMillis() + 999) / 1000;
    }

    String next() {
        return "Next: " + session.following().map(this::next).orElse("the end");
    }

    private String next(Step step) {
        var side = step.side() == Side.BOTH ? "" : step.side().id() + " side";
        return step.changesSide() ? side : step.exercise().name() + (side.isEmpty() ? "" : ", " + side);
    }

    /** The line of the script that counts now; of "stop", all of them. */
    List<String> instructions() {
        if (session.stage() == Stage.STOP) {
            return session.stageScript().cues().stream().map(Cue::text).toList();
        }
        var now = session.stageScript()
                .spokenAt(Duration.ofNanos(session.attempt().elapsed()));
        return List.of(now.map(Cue::text).orElse(""), session.stage() == Stage.WORK ? enough() : "");
    }

    /** Around the low end of a range: that it will do, and how to go on or to end. */
    private String enough() {
        var range = session.step().range();
        if (!range.isOpen()) {
            return "";
        }
        int grace = counts() ? 1 : GRACE_SECONDS;
        int target = session.attempt().target();
        int done = session.done();
        if (target == range.low() && done >= target - grace) {
            return session.step().amount(target) + " will do; + goes on, to " + range.high();
        }
        boolean past = target > range.low() && done >= range.low() && done < range.low() + grace;
        return past ? "Enough; or go on to " + session.step().amount(target) : "";
    }

    /** What was done of each exercise, by side. */
    List<String> done() {
        var byExercise = new LinkedHashMap<String, String>();
        session.results().values().stream()
                .sorted(java.util.Comparator.comparing(result -> result.step().number()))
                .forEach(result -> byExercise.merge(
                        result.step().exercise().name(), words(result), (one, other) -> one + ", " + other));
        return byExercise.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .toList();
    }

    private static String words(StepResult result) {
        var step = result.step();
        var side = step.side() == Side.BOTH ? "" : step.side().id() + " ";
        var amount = step.kind() == DoseKind.HOLD
                ? Durations.words(Duration.ofSeconds(result.held().toSeconds()))
                : step.amount(result.done());
        return side
                + (result.outcome() == StepOutcome.SKIPPED ? "skipped" : amount)
                + (result.outcome() == StepOutcome.HURT ? " (hurt)" : "");
    }
}
