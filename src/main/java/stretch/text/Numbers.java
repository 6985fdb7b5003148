package stretch.text;

import java.util.OptionalInt;

/** Parses whole numbers. */
public final class Numbers {
    /** A number of so many digits fits into an int. */
    private static final int LONGEST = 9;

    private Numbers() {}

    /** The number, if it is nothing but 1 to 9 digits. */
    public static OptionalInt parse(String text) {
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && text.length() <= LONGEST ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
