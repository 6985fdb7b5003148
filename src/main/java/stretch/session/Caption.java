package stretch.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import stretch.catalogue.Kind;
import stretch.catalogue.Side;
import stretch.catalogue.StepOutcome;
import stretch.session.Attempt.Stage;
import stretch.text.Durations;

/** What the screen says of a session, in words. */
record Caption(Session session) {
    /** A form cue stays this long: slow enough to act on before the next one comes. Our choice. */
    static final Duration CUE = Duration.ofSeconds(10);

    /** For how long before and after the low end of a range the screen says that it is enough. */
    private static final int GRACE_SECONDS = 5;

    /** Seconds left of a wait or a hold, or which repetition runs. */
    String number() {
        if (counts()) {
            return Integer.toString(
                    Math.min(session.beat().count(), session.attempt().target()));
        }
        // Rounded up: a countdown shows 1 during the last second, and never a 0 that still lasts.
        long seconds = (session.left().toMillis() + 999) / 1000;
        return seconds < 100 ? Long.toString(seconds) : seconds / 60 + ":" + String.format("%02d", seconds % 60);
    }

    /** Whether repetitions or breaths are counted rather than seconds. */
    boolean counts() {
        return session.stage() == Stage.WORK && session.step().kind() != Kind.HOLD;
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
            case READY -> changing() ? "CHANGE SIDES" : "GET READY";
            case HURT -> "STOP";
            case WORK -> counts() ? session.beat().phase().name().toUpperCase(Locale.ROOT) : "HOLD";
        };
    }

    /** Whether the other side is being got ready. */
    boolean changing() {
        return session.stage() == Stage.READY && session.step().changesSide();
    }

    String side() {
        return session.step().side() == Side.BOTH
                ? ""
                : session.step().side().id().toUpperCase(Locale.ROOT);
    }

    String place() {
        return "step " + session.step().number() + " of " + session.plan().total();
    }

    String timeLeft() {
        // Over a minute, nobody needs it to the second.
        long seconds = secondsLeft();
        long rounded = seconds > 60 ? (seconds + 9) / 10 * 10 : seconds;
        return Durations.words(Duration.ofSeconds(rounded)) + " left";
    }

    /** Of the whole routine, upwards, so that the sum does not jump against the countdown. */
    long secondsLeft() {
        return (session.leftInAll().toMillis() + 999) / 1000;
    }

    String next() {
        return "Next: " + session.following().map(this::next).orElse("the end");
    }

    private String next(Step step) {
        var side = step.side() == Side.BOTH ? "" : step.side().id() + " side";
        return step.changesSide() ? side : step.exercise().name() + (side.isEmpty() ? "" : ", " + side);
    }

    /** While getting ready: which leg goes where, then the set-up. While working: one form cue at a time. */
    List<String> instructions() {
        var exercise = session.step().exercise();
        return switch (session.stage()) {
            case READY -> {
                var lines = new ArrayList<String>();
                lines.add(exercise.sidePrompts().getOrDefault(session.step().side(), ""));
                if (!session.step().changesSide()) {
                    lines.add(String.join(" ", exercise.setup()));
                }
                yield lines;
            }
            case WORK -> List.of(cue(), enough());
            case HURT -> hurt();
        };
    }

    private String cue() {
        var cues = session.step().cues();
        int turn = (int) (session.attempt().inStage() / CUE.toNanos());
        return cues.isEmpty() ? "" : cues.get(turn % cues.size());
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

    private List<String> hurt() {
        var offer = session.plan()
                .alternative(session.step())
                .map(other -> "w does '" + other.name() + "' instead; s goes on without it.")
                .orElse("s goes on without it.");
        var lines = new ArrayList<String>();
        lines.add("Ease out of it slowly. " + offer);
        lines.addAll(warnings(session.plan()));
        return lines;
    }

    /** When to see a professional, as the catalogue has it. */
    static List<String> warnings(Plan plan) {
        return plan.catalogue().cautions().stream()
                .flatMap(cautions -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("See a professional for: " + String.join(" ", cautions.signs())),
                        java.util.stream.Stream.of("URGENT: " + String.join(" ", cautions.urgent()))))
                .toList();
    }

    /** What was done of each exercise, by side. */
    List<String> done() {
        var byExercise = new LinkedHashMap<String, String>();
        session.spent().values().stream()
                .sorted(java.util.Comparator.comparing(result -> result.step().number()))
                .forEach(result -> byExercise.merge(
                        result.step().exercise().name(), words(result), (one, other) -> one + ", " + other));
        return byExercise.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .toList();
    }

    private static String words(Result result) {
        var step = result.step();
        var side = step.side() == Side.BOTH ? "" : step.side().id() + " ";
        var amount = step.kind() == Kind.HOLD
                ? Durations.words(Duration.ofSeconds(result.held().toSeconds()))
                : step.amount(result.done());
        return side
                + (result.outcome() == StepOutcome.SKIPPED ? "skipped" : amount)
                + (result.outcome() == StepOutcome.HURT ? " (hurt)" : "");
    }
}
