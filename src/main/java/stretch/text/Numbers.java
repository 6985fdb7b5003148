package stretch.text;

import java.util.OptionalInt;

/** Whole numbers: how they are read, and how they are said of things. */
public final class Numbers {
    /** A number of so many digits fits into an int. */
    private static final int LONGEST = 9;

    private Numbers() {}

    /** The number, if it is nothing but 1 to 9 digits. */
    public static OptionalInt parse(String text) {
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && text.length() <= LONGEST ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    /** How many there are of it: {@code 1 step}, {@code 2 steps}. */
    public static String count(long number, String thing) {
        return count(number, thing, thing + "s");
    }

    /** The same for what has a plural of its own. */
    public static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
