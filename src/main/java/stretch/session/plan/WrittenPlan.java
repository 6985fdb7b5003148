package stretch.session.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Range;
import stretch.catalogue.exercise.Side;
import stretch.text.Numbers;
import stretch.text.TerminalSafe;
import stretch.text.Words;

/** A plan as the history keeps it: a line with the tempo, then a line for each step. */
public record WrittenPlan(Tempo tempo, List<WrittenStep> steps) {
    private static final int WORDS = 8;

    /** What follows where there is more than one set, or a load or a note: behind tabs, as notes have blanks. */
    private static final int SET_PARTS = 4;

    private static final int SET_WORDS = 3;

    /** Stands for a preparation that takes as long as it needs. */
    private static final String UNSET = "-";

    public WrittenPlan {
        steps = List.copyOf(steps);
    }

    /** The plan at this tempo and with these times before its steps; as it is where they are not given. */
    public WrittenPlan paced(Optional<Duration> prepare, Optional<Duration> change, Optional<Tempo> other) {
        return new WrittenPlan(
                other.orElse(tempo),
                steps.stream()
                        .map(step -> step.prepared(step.before() == Step.Before.ANOTHER ? prepare : change))
                        .toList());
    }

    /** A step, whose exercise need not be in the catalogue any more. */
    record WrittenStep(
            int number,
            String exercise,
            Side side,
            DoseKind kind,
            Range range,
            int target,
            Optional<Duration> prepare,
            Step.Before before,
            StepSet set) {
        static WrittenStep of(Step step) {
            return new WrittenStep(
                    step.number(),
                    step.exercise().id(),
                    step.side(),
                    step.kind(),
                    step.range(),
                    step.target(),
                    step.prepare(),
                    step.before(),
                    step.set());
        }

        WrittenStep prepared(Optional<Duration> other) {
            return new WrittenStep(number, exercise, side, kind, range, target, other.or(() -> prepare), before, set);
        }

        String text() {
            var plain = String.join(
                    " ",
                    Integer.toString(number),
                    exercise,
                    side.id(),
                    kind.id(),
                    range.toString(),
                    Integer.toString(target),
                    prepare.map(time -> Long.toString(time.toSeconds())).orElse(UNSET),
                    before.id());
            return set.isPlain()
                    ? plain
                    : String.join(
                            "\t",
                            plain,
                            set.set() + "/" + set.sets() + " " + set.round() + "/" + set.rounds() + " "
                                    + set.rest().toSeconds(),
                            set.load(),
                            set.note());
        }
    }

    String text() {
        var lines = new ArrayList<String>();
        lines.add(tempo.name());
        steps.forEach(step -> lines.add(step.text()));
        return String.join("\n", lines);
    }

    /**
     * Parses a plan.
     *
     * @throws IllegalArgumentException with the line and the word in it that are wrong
     */
    public static WrittenPlan parse(String text) {
        var lines = text.lines().toList();
        var tempo = word(Tempo.values(), Tempo::name, lines.isEmpty() ? "" : lines.get(0), 1);
        var steps = new ArrayList<WrittenStep>();
        for (int i = 1; i < lines.size(); i++) {
            steps.add(step(lines.get(i), i + 1));
        }
        return new WrittenPlan(tempo, steps);
    }

    private static WrittenStep step(String text, int line) {
        var parts = text.split("\t", -1);
        var words = parts[0].split(" ", -1);
        if (words.length != WORDS || (parts.length != 1 && parts.length != SET_PARTS)) {
            throw wrong(text, line, WORDS + " words");
        }
        return new WrittenStep(
                number(words[0], 1, line),
                words[1],
                word(Side.values(), Side::id, words[2], line),
                word(DoseKind.values(), DoseKind::id, words[3], line),
                range(words[4], "-", line),
                number(words[5], 1, line),
                words[6].equals(UNSET) ? Optional.empty() : Optional.of(Duration.ofSeconds(number(words[6], 0, line))),
                word(Step.Before.values(), Step.Before::id, words[7], line),
                parts.length == 1 ? StepSet.ONE : set(parts, line));
    }

    /** The set, its load and its note. */
    private static StepSet set(String[] parts, int line) {
        var words = parts[1].split(" ", -1);
        if (words.length != SET_WORDS) {
            throw wrong(parts[1], line, SET_WORDS + " words");
        }
        var sets = range(words[0], "/", line);
        var rounds = range(words[1], "/", line);
        var rest = Duration.ofSeconds(number(words[2], 0, line));
        return new StepSet(sets.low(), sets.high(), rounds.low(), rounds.high(), rest, parts[2], parts[3]);
    }

    private static Range range(String word, String between, int line) {
        var ends = word.split(between, -1);
        int low = number(ends[0], 1, line);
        return new Range(low, number(ends[ends.length - 1], low, line));
    }

    private static int number(String word, int least, int line) {
        var number = Numbers.parse(word);
        if (number.isEmpty() || number.getAsInt() < least) {
            throw wrong(word, line, least + " or more");
        }
        return number.getAsInt();
    }

    private static <E> E word(E[] values, Function<E, String> id, String word, int line) {
        return Words.parse(values, id, word).orElseThrow(() -> wrong(word, line, Words.or(Words.of(values, id))));
    }

    private static IllegalArgumentException wrong(String text, int line, String expected) {
        var shown = TerminalSafe.line(text.length() > 60 ? text.substring(0, 60) : text);
        return new IllegalArgumentException("invalid plan, line " + line + ", '" + shown + "': expected " + expected);
    }
}
