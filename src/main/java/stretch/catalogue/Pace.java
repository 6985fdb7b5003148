package stretch.catalogue;

import java.time.Duration;
import java.util.List;

/** The tempo of one repetition or breath: its phases in order, such as 2 s down and 2 s up. */
public record Pace(List<Phase> phases) {
    /** One part of a repetition: the word that is shown and spoken, and how long it takes. */
    public record Phase(String name, Duration length) {
        public Phase {
            if (name.isBlank() || length.isNegative() || length.isZero()) {
                throw new IllegalArgumentException("not a phase: " + name + " " + length);
            }
        }
    }

    /** For a user's own exercise that gives none: an unhurried 4 s a repetition, our choice. */
    public static final Pace REPS =
            new Pace(List.of(new Phase("out", Duration.ofSeconds(2)), new Phase("back", Duration.ofSeconds(2))));

    /** For breaths without a pace: 8 s a breath, a slow one that most people can follow, our choice. */
    public static final Pace BREATHS =
            new Pace(List.of(new Phase("in", Duration.ofSeconds(4)), new Phase("out", Duration.ofSeconds(4))));

    public Pace {
        if (phases.isEmpty()) {
            throw new IllegalArgumentException("a pace without phases");
        }
        phases = List.copyOf(phases);
    }

    /** The length of one whole repetition. */
    public Duration length() {
        return phases.stream().map(Phase::length).reduce(Duration.ZERO, Duration::plus);
    }
}
