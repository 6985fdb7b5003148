package stretch.session.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import stretch.catalogue.DoseKind;
import stretch.catalogue.Range;
import stretch.catalogue.Side;
import stretch.text.Numbers;
import stretch.text.TerminalSafe;
import stretch.text.Words;

/** A plan as the history keeps it: a line with the tempo, then a line for each step. */
public record WrittenPlan(Tempo tempo, List<WrittenStep> steps) {
    private static final int WORDS = 8;

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
                        .map(step -> step.prepared(step.changesSide() ? change : prepare))
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
            boolean changesSide) {
        static WrittenStep of(Step step) {
            return new WrittenStep(
                    step.number(),
                    step.exercise().id(),
                    step.side(),
                    step.kind(),
                    step.range(),
                    step.target(),
                    step.prepare(),
                    step.changesSide());
        }

        WrittenStep prepared(Optional<Duration> other) {
            return new WrittenStep(number, exercise, side, kind, range, target, other.or(() -> prepare), changesSide);
        }

        String text() {
            return String.join(
                    " ",
                    Integer.toString(number),
                    exercise,
                    side.id(),
                    kind.id(),
                    range.toString(),
                    Integer.toString(target),
                    prepare.map(time -> Long.toString(time.toSeconds())).orElse(UNSET),
                    Boolean.toString(changesSide));
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
        var words = text.split(" ", -1);
        if (words.length != WORDS) {
            throw wrong(text, line, WORDS + " words");
        }
        var ends = words[4].split("-", -1);
        int low = number(ends[0], 1, line);
        int high = number(ends[ends.length - 1], low, line);
        return new WrittenStep(
                number(words[0], 1, line),
                words[1],
                word(Side.values(), Side::id, words[2], line),
                word(DoseKind.values(), DoseKind::id, words[3], line),
                new Range(low, high),
                number(words[5], 1, line),
                words[6].equals(UNSET) ? Optional.empty() : Optional.of(Duration.ofSeconds(number(words[6], 0, line))),
                word(new Boolean[] {true, false}, String::valueOf, words[7], line));
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
