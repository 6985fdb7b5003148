package stretch.session.plan;

import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which set of its exercise a step is, and what belongs to it.
 *
 * @param set from 1, of so many {@code sets}
 * @param round from 1, of so many {@code rounds}
 * @param rest the time before it in which nothing is done; may be none
 * @param load the weight or band; may be empty
 * @param note what to mind; may be empty
 */
public record StepSet(int set, int sets, int round, int rounds, Duration rest, String load, String note) {
    /** An exercise that is done once, as the catalogue has it. */
    public static final StepSet ONE = new StepSet(1, 1, 1, 1, Duration.ZERO, "", "");

    public StepSet {
        if (set < 1 || set > sets || round < 1 || round > rounds || rest.isNegative()) {
            throw new IllegalArgumentException(
                    "not a set: " + set + "/" + sets + " " + round + "/" + rounds + " " + rest);
        }
    }

    public boolean isOneOfSeveral() {
        return sets > 1 || rounds > 1;
    }

    /** Whether there is nothing to say of it. Asked at a start, where comparing records costs the building of it. */
    boolean isPlain() {
        return !isOneOfSeveral() && rest.isZero() && load.isEmpty() && note.isEmpty();
    }

    /** Which one it is, all rounds counted. */
    public int number() {
        return (round - 1) * sets + set;
    }

    /** In words: {@code round 1 of 2, set 2 of 3}; empty where there is only one. */
    public String text() {
        return text(Integer::toString);
    }

    /** The same with its numbers written like this. */
    public String text(IntFunction<String> number) {
        return Stream.of(one("round", round, rounds, number), one("set", set, sets, number))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String one(String what, int which, int all, IntFunction<String> number) {
        return all == 1 ? "" : what + " " + number.apply(which) + " of " + number.apply(all);
    }

    StepSet withoutRest() {
        return new StepSet(set, sets, round, rounds, Duration.ZERO, load, note);
    }

    /** The same of another exercise, for which neither load nor note was meant. */
    StepSet ofAnother() {
        return new StepSet(set, sets, round, rounds, rest, "", "");
    }
}
