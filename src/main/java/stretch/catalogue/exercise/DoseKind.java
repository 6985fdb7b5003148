package stretch.catalogue.exercise;

import stretch.text.Named;

/** What a dose counts. */
public enum DoseKind implements Named {
    HOLD("s"),
    REPS("reps"),
    BREATHS("breaths");

    private final String unit;

    DoseKind(String unit) {
        this.unit = unit;
    }

    /** Whether it counts repetitions or breaths rather than seconds. */
    public boolean counts() {
        return this != HOLD;
    }

    /** The unit of the amount, as exported. */
    public String unit() {
        return unit;
    }
}
