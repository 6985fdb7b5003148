package stretch.catalogue.exercise;

/** A whole-number amount from a low to a high end; both are the same where there is no choice. */
public record Range(int low, int high) {
    public Range {
        if (low < 1 || high < low) {
            throw new IllegalArgumentException("not a range: " + low + "-" + high);
        }
    }

    public static Range of(int amount) {
        return new Range(amount, amount);
    }

    public boolean isOpen() {
        return high > low;
    }

    @Override
    public String toString() {
        return isOpen() ? low + "-" + high : Integer.toString(low);
    }
}
