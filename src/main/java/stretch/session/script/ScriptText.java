package stretch.session.script;

import static stretch.text.NumberWords.capital;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Exercise;
import stretch.catalogue.exercise.Side;
import stretch.session.plan.Plan;
import stretch.session.plan.Step;
import stretch.text.Durations;
import stretch.text.NumberWords;

/** The words of a script: those of the catalogue for one side, and the sentences between them. */
public final class ScriptText {
    /** So many lines of the way into a stretch are said on both sides; more of them on the first alone. */
    private static final int KNOWN = 3;

    private ScriptText() {}

    /** "Daily. About four minutes. You need a chair." */
    static String opening(Plan plan, Duration length) {
        var about = Durations.rounded(length);
        int minutes = (int) about.toMinutes();
        var time = minutes == 0
                ? NumberWords.duration(about.toSecondsPart())
                : NumberWords.of(minutes) + (minutes == 1 ? " minute" : " minutes");
        var needed = plan.steps().stream()
                .flatMap(step -> step.exercise().equipment().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new))
                .stream()
                .map(ScriptText::withArticle)
                .toList();
        var need = needed.isEmpty() ? "" : " You need " + listed(needed) + ".";
        return plan.routine().name() + ". About " + time + "." + need;
    }

    private static String withArticle(String thing) {
        if (thing.endsWith("s")) {
            return thing;
        }
        return ("AEIOUaeiou".indexOf(thing.charAt(0)) >= 0 ? "an " : "a ") + thing;
    }

    private static String listed(List<String> things) {
        int last = things.size() - 1;
        return last == 0 ? things.get(0) : String.join(", ", things.subList(0, last)) + " and " + things.get(last);
    }

    /** "Next: Hip hinge. Five times." or "Chair hip flexor stretch. Right side first." */
    static String name(Step step, int target, boolean first, boolean otherSideFollows) {
        var side = step.side() == Side.BOTH ? "" : " " + side(step) + (otherSideFollows ? " first." : ".");
        return (first ? "" : "Next: ")
                + step.exercise().name() + "." + side
                + (step.kind() == DoseKind.HOLD ? "" : " " + capital(times(step, target)) + ".")
                + set(step)
                + (step.set().load().isEmpty() ? "" : " " + sentence(step.set().load()));
    }

    static String changeSides(Step step) {
        return "Change sides. Now the " + step.side().id() + " side." + set(step);
    }

    /** "Set two of three. Right side." */
    static String nextSet(Step step) {
        return set(step).strip() + onSide(step);
    }

    /** "Rest. Sixty seconds. Next: set two of three, right side.", and shorter where that takes too long. */
    static List<String> rests(Step step, int seconds) {
        var rest = "Rest. " + capital(NumberWords.duration(seconds)) + ".";
        var next = Stream.of(
                        setWords(step),
                        step.goesOn() ? "" : step.exercise().name(),
                        step.side() == Side.BOTH ? "" : step.side().id() + " side")
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
        return List.of(rest + " Next: " + next + ".", rest, "Rest.");
    }

    /** " Round one of two, set two of three.", nothing where there is one only. */
    private static String set(Step step) {
        return step.set().isOneOfSeveral() ? " " + capital(setWords(step)) + "." : "";
    }

    private static String setWords(Step step) {
        return step.set().text(NumberWords::of);
    }

    /** What to mind here, as the routine has it. */
    static Optional<String> note(Step step) {
        return Optional.of(step.set().note()).filter(note -> !note.isEmpty()).map(ScriptText::sentence);
    }

    private static String sentence(String text) {
        return capital(text) + (".?!".indexOf(text.charAt(text.length() - 1)) >= 0 ? "" : ".");
    }

    /** "Right side", nothing where both work at once. */
    static String side(Step step) {
        return step.side() == Side.BOTH ? "" : capital(step.side().id()) + " side";
    }

    /** " Right side.", likewise. */
    private static String onSide(Step step) {
        return step.side() == Side.BOTH ? "" : " " + side(step) + ".";
    }

    /** Which leg goes where, in one line; empty where the catalogue does not say. */
    static String prompt(Step step) {
        return step.exercise().instructions().sidePrompts().getOrDefault(step.side(), "");
    }

    /** What is another way on the other side: which leg goes where, in one line, else all of the set-up that names a side. */
    static List<String> changed(Step step) {
        return prompt(step).isEmpty()
                ? step.side()
                        .fill(step.exercise().instructions().setup().stream()
                                .filter(line -> !Side.BOTH.fill(line).equals(line))
                                .toList())
                : List.of(prompt(step));
    }

    /** How to get into place, for the side that is worked on. */
    static List<String> setUp(Step step) {
        var lines = new ArrayList<String>();
        if (!isSided(step.exercise()) && !prompt(step).isEmpty()) {
            lines.add(prompt(step));
        }
        lines.addAll(step.side().fill(step.exercise().instructions().setup()));
        return lines;
    }

    static List<String> enter(Step step) {
        return step.side().fill(step.exercise().instructions().enter());
    }

    /** The same in short, for the second side and further sets: how it begins, and the stretch itself. */
    static List<String> enterAgain(Step step) {
        var lines = enter(step);
        int last = lines.size() - 1;
        return last < KNOWN
                ? lines
                : Stream.concat(lines.stream().limit(KNOWN - 1), Stream.of(lines.get(last)))
                        .toList();
    }

    /** What to mind while holding, and what it should feel like. */
    static List<String> form(Step step) {
        return step.side().fill(step.cues());
    }

    private static boolean isSided(Exercise exercise) {
        return exercise.instructions().setup().stream()
                .anyMatch(line -> line.toLowerCase(java.util.Locale.ROOT).contains("{side}"));
    }

    /** "Hold. Right side. Sixty seconds.", and shorter where that takes too long. */
    static List<String> startsOfHold(Step step, int target) {
        var hold = "Hold." + onSide(step);
        return List.of(hold + " " + capital(NumberWords.duration(target)) + ".", hold);
    }

    /** What is said before the count where the work itself leaves no room: "Left side. Five times." */
    static String announced(Step step, int target) {
        var dose = step.kind() == DoseKind.HOLD ? NumberWords.duration(target) : times(step, target);
        return (onSide(step) + " " + capital(dose)).strip() + ".";
    }

    static String led(Step step) {
        return (onSide(step) + " The first one with me.").strip();
    }

    static String halfWay(Step step, int left) {
        return "Half way." + onSide(step) + " " + capital(toGo(left)) + ".";
    }

    /** No number stands beside the word "left", which is a side. */
    private static String toGo(int seconds) {
        return (seconds < 100 ? NumberWords.of(seconds) : NumberWords.duration(seconds)) + " to go";
    }

    /** What there is to do by now: "Seventy to go." of seconds, "Now six times." of the rest. */
    static String more(Step step, int target) {
        return step.kind() == DoseKind.HOLD ? secondsToGo(target) : "Now " + times(step, target) + ".";
    }

    static String secondsToGo(int seconds) {
        return capital(toGo(seconds)) + ".";
    }

    static String count(int number) {
        return capital(NumberWords.of(number)) + ".";
    }

    /** "Two. Back.", "Last one. Back." or "And up.", and shorter where that takes too long. */
    static List<String> phase(String name, boolean opens, boolean closes, int repetition, int target) {
        var word = capital(name) + ".";
        if (!opens) {
            return closes ? List.of("And " + name + ".", word) : List.of(word);
        }
        boolean last = repetition == target && target > 1;
        var number = last ? "Last one." : count(repetition);
        return List.of(number + " " + word, last ? number : word, word);
    }

    static String enough(Step step, int target) {
        int more = target - step.range().low();
        return "That will do. " + capital(step.kind() == DoseKind.HOLD ? toGo(more) : NumberWords.of(more) + " more")
                + " if you like.";
    }

    /** What ends a step; said only when it is saved. */
    static String finished(Step step) {
        return step.kind() == DoseKind.HOLD ? "Ease back. Done." : "Done.";
    }

    /** "That was Daily: two minutes twenty of practice." */
    public static String closing(Plan plan, Duration active) {
        return "That was " + plan.routine().name() + ": " + NumberWords.duration((int) active.toSeconds())
                + " of practice.";
    }

    /** "five times", "once", "three breaths" */
    static String times(Step step, int target) {
        if (step.kind() == DoseKind.BREATHS) {
            return NumberWords.of(target) + (target == 1 ? " breath" : " breaths");
        }
        return target == 1 ? "once" : target == 2 ? "twice" : NumberWords.of(target) + " times";
    }

    /** Into the position again after a pause. */
    static List<String> again(Step step) {
        var lines = new ArrayList<String>();
        if (step.side() != Side.BOTH) {
            lines.add(side(step) + ".");
        }
        var prompt = prompt(step);
        var setUp = setUp(step);
        if (!prompt.isEmpty()) {
            lines.add(prompt);
        } else {
            lines.add(setUp.isEmpty() ? step.exercise().name() + "." : setUp.get(setUp.size() - 1));
        }
        return lines;
    }

    static List<String> stop(Plan plan, Step step) {
        var lines = new ArrayList<String>();
        lines.add("Stop. Ease out of it slowly.");
        lines.add(plan.alternative(step)
                .map(other -> "Gentler: " + other.name() + ". Press W to do that, or S to leave this one out.")
                .orElse("Press S to leave this one out, or Q to end."));
        lines.addAll(warnings(plan));
        return lines;
    }

    /** When to see a professional, as the catalogue has it. */
    static List<String> warnings(Plan plan) {
        var cautions = plan.catalogue().cautions();
        return List.of(
                "See a professional for: " + String.join(" ", cautions.signs()), "URGENT: " + cautions.allUrgent());
    }
}
