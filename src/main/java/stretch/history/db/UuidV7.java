package stretch.history.db;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** Session ids: UUIDs of version 7 (RFC 9562), which sort by the time they were made at. */
public final class UuidV7 {
    /** How many characters of an id are shown. */
    public static final int SHOWN = 8;

    private UuidV7() {}

    /** The last eight characters, by which people name it: the first eight are the same for a minute. */
    public static String shown(String id) {
        return id.substring(Math.max(0, id.length() - SHOWN));
    }

    /** A new id for this moment, in lower case. */
    public static String uuid7(long epochMillis, RandomGenerator random) {
        long high = (epochMillis << 16) | 0x7000 | random.nextInt(0x1000);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
