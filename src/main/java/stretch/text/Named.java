package stretch.text;

import java.util.Locale;

/** A constant of an enum whose word in files, options and exports is its name: {@code half-kneeling}. */
public interface Named {
    /** As the enum has it: {@code HALF_KNEELING}. */
    String name();

    /** The word. */
    default String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
