package stretch.catalogue.exercise;

/**
 * How much of an exercise, per side where it has sides.
 *
 * @param amount seconds of a hold, or how many repetitions or breaths, each at the exercise's pace
 */
public record Dose(DoseKind kind, Range amount) {
    /** In words, as in the file: {@code 20-30 s}, {@code 8-12 reps}. */
    public String text() {
        return amount.isOpen() ? amount + " " + kind.unit() : kind.amount(amount.low());
    }
}
