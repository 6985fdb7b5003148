package stretch.catalogue;

import java.util.Locale;

/** What a dose counts. */
public enum DoseKind {
    HOLD("s"),
    REPS("reps"),
    BREATHS("breaths");

    private final String unit;

    DoseKind(String unit) {
        this.unit = unit;
    }

    /** The key in files and the word in exports. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
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
