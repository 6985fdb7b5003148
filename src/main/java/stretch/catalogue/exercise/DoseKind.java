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
}
