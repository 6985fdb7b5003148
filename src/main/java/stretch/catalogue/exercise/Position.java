package stretch.catalogue.exercise;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import stretch.text.Named;

/** How the body is placed for an exercise, and by which words a user can ask to avoid it. */
public enum Position implements Named {
    STANDING,
    SITTING,
    KNEELING("kneeling"),
    HALF_KNEELING("kneeling", "floor"),
    ALL_FOURS("kneeling", "floor"),
    SUPINE("floor"),
    PRONE("floor"),
    SIDE_LYING("floor");

    @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot change
    private final Set<String> groups;

    Position(String... groups) {
        this.groups = Set.of(groups);
    }

    /** Whether one has to get up from the floor to leave it. */
    public boolean isOnFloor() {
        return groups.contains("floor");
    }

    /** Whether a user who avoids {@code word} (a position, or the wider "kneeling" and "floor") avoids this one. */
    public boolean fallsUnder(String word) {
        return id().equals(word) || groups.contains(word);
    }

    /** The words by which positions can be avoided, the wider ones first. */
    public static List<String> avoidable() {
        return Stream.concat(
                        Stream.of("kneeling", "floor"), Arrays.stream(values()).map(Position::id))
                .distinct()
                .toList();
    }
}
