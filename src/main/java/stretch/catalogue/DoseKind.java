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

    /** So much of this kind. */
    public Dose dose(Range amount) {
        return switch (this) {
            case HOLD -> new Dose.Hold(amount);
            case REPS -> new Dose.Reps(amount);
            case BREATHS -> new Dose.Breaths(amount);
        };
    }

    /** The unit of the amount, as exported. */
    public String unit() {
        return unit;
    }
}
