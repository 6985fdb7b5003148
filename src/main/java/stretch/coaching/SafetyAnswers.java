package stretch.coaching;

import java.util.Optional;
import java.util.OptionalInt;

/** What single keys mean as answers. */
public final class SafetyAnswers {
    private SafetyAnswers() {}

    /** {@code 0} to {@code 9}, and {@code x} for 10. */
    public static OptionalInt pain(int key) {
        if (key >= '0' && key <= '9') {
            return OptionalInt.of(key - '0');
        }
        return key == 'x' || key == 'X' ? OptionalInt.of(10) : OptionalInt.empty();
    }

    /** Whether this is a {@code q}; no answer is none. */
    public static boolean leaves(OptionalInt key) {
        return key.isPresent() && Character.toLowerCase(key.getAsInt()) == 'q';
    }

    /** {@code w}orse, {@code s}ame or {@code b}etter. */
    public static Optional<String> marker(int key) {
        return switch (Character.toLowerCase(key)) {
            case 'w' -> Optional.of("worse");
            case 's' -> Optional.of("same");
            case 'b' -> Optional.of("better");
            default -> Optional.empty();
        };
    }
}
