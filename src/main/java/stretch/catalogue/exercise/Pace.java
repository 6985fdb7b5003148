package stretch.catalogue.exercise;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The tempo of one repetition or breath: its phases in order, such as 2 s down and 2 s up. */
public record Pace(List<Phase> phases) {
    /**
     * One part of a repetition.
     *
     * @param name the word that is shown and spoken
     * @param length how long it takes
     * @param instruction how to do it, said when the first repetition is led; may be empty
     */
    public record Phase(String name, Duration length, String instruction) {
        public Phase(String name, Duration length) {
            this(name, length, "");
        }

        public Phase {
            if (name.isBlank() || length.isNegative() || length.isZero()) {
                throw new IllegalArgumentException("not a phase: " + name + " " + length);
            }
        }
    }

    /** For a user's own exercise that gives none: an unhurried 4 s a repetition, our choice. */
    private static final Pace REPS =
            new Pace(List.of(new Phase("out", Duration.ofSeconds(2)), new Phase("back", Duration.ofSeconds(2))));

    /** For breaths without a pace: 8 s a breath, a slow one that most people can follow, our choice. */
    private static final Pace BREATHS =
            new Pace(List.of(new Phase("in", Duration.ofSeconds(4)), new Phase("out", Duration.ofSeconds(4))));

    /** That of a dose without one of its own; unused by holds. */
    public static Pace usual(DoseKind kind) {
        return kind == DoseKind.BREATHS ? BREATHS : REPS;
    }

    public Pace {
        if (phases.isEmpty()) {
            throw new IllegalArgumentException("a pace without phases");
        }
        phases = List.copyOf(phases);
    }

    /** Whether the first repetition is led, since it is said how to do its parts. */
    public boolean isInstructed() {
        return phases.stream().anyMatch(phase -> !phase.instruction().isEmpty());
    }

    /** Whether its phases are those of the breath, as their instructions say. */
    public boolean isBreath() {
        return phases.stream()
                .allMatch(phase -> phase.instruction().toLowerCase(Locale.ROOT).startsWith("breathe "));
    }

    public Duration length() {
        return phases.stream().map(Phase::length).reduce(Duration.ZERO, Duration::plus);
    }
}
