package stretch.catalogue.exercise;

import stretch.text.Named;

/** What a dose counts. */
public enum DoseKind implements Named {
    HOLD,
    REPS,
    BREATHS;

    /** Whether it counts repetitions or breaths rather than seconds. */
    public boolean counts() {
        return this != HOLD;
    }

    /** The unit of the amount, as exported. */
    public String unit() {
        return this == HOLD ? "s" : id();
    }

    /** So much of it in words: {@code 60 s}, {@code 5 reps}, {@code 1 breath}. */
    public String amount(int amount) {
        boolean one = amount == 1 && counts();
        return amount + " " + (one ? unit().substring(0, unit().length() - 1) : unit());
    }
}
