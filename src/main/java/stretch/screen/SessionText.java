package stretch.screen;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Side;
import stretch.session.Session;
import stretch.session.plan.Step;
import stretch.session.script.Cue;
import stretch.session.script.Stage;
import stretch.text.Durations;

/** What the screen says of a session, in words. */
record SessionText(Session session) {
    /** For how long before and after the low end of a range the screen says that it is enough. */
    private static final int GRACE_SECONDS = 5;

    /** The end of a hold that is counted down. */
    private static final Duration LAST = Duration.ofSeconds(3);

    /** A moving figure takes a new place five times a second: smooth enough for slow movements, and cheap. */
    private static final Duration MOVE = Duration.ofMillis(200);

    static final Duration SECOND = Duration.ofSeconds(1);

    /** Seconds left of a wait or a hold, or which repetition runs; on the way back into either, until it goes on. */
    String number() {
        if (counts()) {
            return Integer.toString(repetition());
        }
        return clock(countsIn() || session.stage() == Stage.RETURN ? session.stageLeft() : session.left());
    }

    /** The longest that the number gets in this stage, so that nothing beside it has to move. */
    String widest() {
        if (counts()) {
            return Integer.toString(session.attempt().target());
        }
        var begun = session.atElapsed(session.stageScript().start().toNanos());
        return new SessionText(begun).number();
    }

    /** Rounded up: a countdown shows 1 during the last second, and never a 0 that still lasts. */
    static long secondsBegun(Duration left) {
        return (left.toMillis() + 999) / 1000;
    }

    private static String clock(Duration left) {
        long seconds = secondsBegun(left);
        return seconds < 100 ? Long.toString(seconds) : minutes(Duration.ofSeconds(seconds));
    }

    /** Which repetition runs, from 1. */
    int repetition() {
        return Math.min(session.repPhase().count(), session.attempt().target());
    }

    /** Whether what is trained runs just now. */
    boolean works() {
        return session.stage() == Stage.WORK;
    }

    /** Whether repetitions or breaths are counted rather than seconds. */
    boolean counts() {
        return works() && session.step().kind().counts();
    }

    /** Whether "three, two, one" is said before the clock starts. */
    boolean countsIn() {
        return !works()
                && cue().filter(cue -> cue.kind() == Cue.CueKind.COUNT_IN).isPresent();
    }

    /** Whether a hold is in the seconds that are counted down. */
    boolean ends() {
        return works()
                && session.step().kind() == DoseKind.HOLD
                && session.left().compareTo(LAST) <= 0;
    }

    /** The number with its unit, and of what hurt what it counts down to. */
    String amount() {
        var number = number();
        if (session.stage() == Stage.STOP) {
            return "session ends in " + number;
        }
        return number
                + (counts()
                        ? " of " + session.step().amount(session.attempt().target())
                        : number.contains(":") ? "" : " s");
    }

    /** The same where there is little room. */
    String shortAmount() {
        if (session.stage() == Stage.STOP) {
            return "ends " + number();
        }
        return counts() ? number() + "/" + session.attempt().target() : amount();
    }

    /** The word of the phase. */
    String state() {
        if (session.ending().isPresent()) {
            return "DONE";
        }
        if (session.paused() && session.stage() != Stage.STOP) {
            return "PAUSED";
        }
        return switch (session.stage()) {
            case REST -> "REST";
            case SET_UP -> changing() ? "CHANGE" : "READY";
            case ENTER -> led().map(SessionText::capitals).orElse("ENTER");
            case RETURN -> "READY";
            case STOP -> "STOP";
            case WORK -> counts() ? capitals(session.repPhase().phase().name()) : "HOLD";
        };
    }

    /** The phase that is being led before the repetitions count. */
    Optional<String> led() {
        return session.stage() == Stage.ENTER
                ? cue().map(Cue::phase).filter(phase -> !phase.isEmpty())
                : Optional.empty();
    }

    /** How the word of the phase may be written large, the best first. */
    List<String> words() {
        boolean breathes = session.step().isBreath() && !session.paused() && (works() || led().isPresent());
        return breathes ? List.of(state() + " BREATH", state()) : List.of(state());
    }

    private static String capitals(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    /** Whether the other side is being got ready. */
    boolean changing() {
        return session.stage() == Stage.SET_UP && session.step().changesSide();
    }

    /** What the clock of what is trained does. */
    String clock() {
        if (session.paused()) {
            return "the clock is stopped";
        }
        return switch (session.stage()) {
            case REST, WORK -> "the clock is running";
            case SET_UP, ENTER -> "the clock starts in " + amount();
            case RETURN -> "the clock goes on in " + amount();
            case STOP -> "the " + amount();
        };
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
        return secondsBegun(session.totalLeft());
    }

    String next() {
        return "Next: " + session.following().map(this::next).orElse("the end");
    }

    private String next(Step step) {
        var side = step.side() == Side.BOTH ? "" : step.side().id() + " side";
        return Stream.of(step.goesOn() ? "" : step.exercise().name(), step.set().text(), side)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** The line of the script that counts now; of "stop", all of them; of a rest, what it leads to. */
    List<String> instructions() {
        if (session.stage() == Stage.STOP) {
            return session.stageScript().cues().stream().map(Cue::text).toList();
        }
        if (session.stage() == Stage.REST) {
            return List.of("Next: " + next(session.step()));
        }
        return Stream.of(cue().map(Cue::text).orElse(""), works() ? enough() : "")
                .filter(line -> !line.isEmpty())
                .toList();
    }

    Optional<Cue> cue() {
        return session.stageScript().spokenAt(Duration.ofNanos(session.attempt().elapsed()));
    }

    /** How often the picture changes: all that is told in time is told in whole seconds, apart from what moves. */
    Duration grain() {
        boolean still = session.stage() == Stage.STOP
                || session.stage() == Stage.REST
                || (works() && session.step().kind() == DoseKind.HOLD);
        return still ? SECOND : MOVE;
    }

    /** Which of so many parts of the instructions is to be read now: all are while they are said, and then over again. */
    int part(int parts) {
        long at = cue().map(Cue::at).orElse(Duration.ZERO).toNanos();
        long length = cue().map(Cue::length).orElse(Duration.ZERO).toNanos();
        // When the picture changes anyway.
        long grain = grain().toNanos();
        long since = Math.max(0, session.attempt().elapsed() / grain - (at + grain - 1) / grain);
        return (int) (since / Math.max(1, length / grain / parts) % parts);
    }

    /** The steps of the plan by their sides, the one that runs in brackets. */
    String ribbon(String both) {
        var ribbon = new StringBuilder();
        for (int i = 0; i < session.plan().steps().size(); i++) {
            var letter = switch (session.plan().steps().get(i).side()) {
                case LEFT -> "L";
                case RIGHT -> "R";
                case BOTH -> both;
            };
            ribbon.append(i == session.stepIndex() ? "[" + letter + "]" : " " + letter + " ");
        }
        return ribbon.toString().strip();
    }

    /** Minutes and seconds. */
    static String minutes(Duration time) {
        return time.toMinutes() + (time.toSecondsPart() < 10 ? ":0" : ":") + time.toSecondsPart();
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
            return session.step().amount(target) + " is enough; + continues to " + range.high();
        }
        boolean past = target > range.low() && done >= range.low() && done < range.low() + grace;
        return past ? "Enough, or continue to " + session.step().amount(target) : "";
    }
}
