package stretch.history.entry;

import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How the back felt at some moment, by what its owner said.
 *
 * @param id a UUIDv7
 * @param pain 0 to 10, if it was said
 * @param markers by the marker's id {@code worse}, {@code same} or {@code better}; those that were not answered are left
 *     out
 */
public record CheckIn(String id, OffsetDateTime at, OptionalInt pain, Map<String, String> markers, String note)
        implements HistoryEntry {
    /** The ids of the catalogue's markers, each a column of the record. */
    public static final List<String> MARKERS = List.of("bending", "hips", "balance", "ease");

    public CheckIn {
        markers = Map.copyOf(markers);
        if (pain.isPresent() && !FieldRules.PAIN.allows(pain.getAsInt())) {
            throw new IllegalArgumentException(FieldRules.PAIN.fault("pain", Integer.toString(pain.getAsInt())));
        }
    }

    /** What was said: {@code pain 3, bending better}. */
    public String words() {
        var said = new ArrayList<String>();
        pain.ifPresent(number -> said.add("pain " + number));
        MARKERS.stream().filter(markers::containsKey).forEach(marker -> said.add(marker + " " + markers.get(marker)));
        return String.join(", ", said);
    }

    @Override
    public String kind() {
        return "check-in";
    }

    @Override
    public String named() {
        return "checkin, " + minute();
    }

    @Override
    public ZonedDateTime when() {
        return at.toZonedDateTime();
    }
}
