package stretch.catalogue;

import java.time.Duration;
import stretch.text.Durations;

/** How often a routine wants to be done. */
public sealed interface Goal {
    /** As written in files: {@code daily}, {@code weekdays}, {@code 5/week}, {@code every 3h}, {@code none}. */
    String id();

    /** Every day. */
    record Daily() implements Goal {
        @Override
        public String id() {
            return "daily";
        }
    }

    /** Monday to Friday. */
    record Weekdays() implements Goal {
        @Override
        public String id() {
            return "weekdays";
        }
    }

    /** On so many days of a week, 1 to 7; weeks begin on Monday (ISO 8601). */
    record Weekly(int days) implements Goal {
        public Weekly {
            if (days < 1 || days > 7) {
                throw new IllegalArgumentException("not 1 to 7 days: " + days);
            }
        }

        @Override
        public String id() {
            return days + "/week";
        }
    }

    /** Again and again during the day: breaks at a desk, say. */
    record Every(Duration length) implements Goal {
        /** More often would be a nuisance. Our choice. */
        public static final Duration SHORTEST = Duration.ofMinutes(15);

        public Every {
            if (length.compareTo(SHORTEST) < 0 || length.compareTo(Durations.LONGEST) > 0) {
                throw new IllegalArgumentException("not 15 min to 4 h: " + length);
            }
        }

        @Override
        public String id() {
            return "every " + Durations.compact(length);
        }
    }

    /** Whenever the user likes; never due. */
    record None() implements Goal {
        @Override
        public String id() {
            return "none";
        }
    }
}
