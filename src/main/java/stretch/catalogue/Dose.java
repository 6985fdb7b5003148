package stretch.catalogue;

/** How much of an exercise: seconds held, repetitions or breaths; per side where it has sides. */
public sealed interface Dose {
    /** Seconds of a hold, or how many repetitions or breaths. */
    Range amount();

    DoseKind kind();

    /** So much of this kind. */
    static Dose of(DoseKind kind, Range amount) {
        return switch (kind) {
            case HOLD -> new Hold(amount);
            case REPS -> new Reps(amount);
            case BREATHS -> new Breaths(amount);
        };
    }

    /** In words, as in the file: {@code 20-30 s}, {@code 8-12 reps}. */
    default String text() {
        return amount() + " " + kind().unit();
    }

    /** A position kept, in seconds. */
    record Hold(Range amount) implements Dose {
        @Override
        public DoseKind kind() {
            return DoseKind.HOLD;
        }
    }

    /** Movements counted, each at the exercise's pace. */
    record Reps(Range amount) implements Dose {
        @Override
        public DoseKind kind() {
            return DoseKind.REPS;
        }
    }

    /** Breaths counted, each at the exercise's pace. */
    record Breaths(Range amount) implements Dose {
        @Override
        public DoseKind kind() {
            return DoseKind.BREATHS;
        }
    }
}
