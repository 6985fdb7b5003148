package stretch.history.db;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
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

    /** A new id for this moment, in lower case; no other is like it, on no machine. */
    public static String next(long epochMillis) {
        // What SecureRandom would read too, once it has looked at every provider: a tenth of a short command's time.
        try (var random = Files.newInputStream(Path.of("/dev/urandom"))) {
            return uuid7(epochMillis, ByteBuffer.wrap(random.readNBytes(2 * Long.BYTES))::getLong);
        } catch (IOException | BufferUnderflowException e) {
            return uuid7(epochMillis, new SecureRandom());
        }
    }

    /** The same, with the random numbers of a test. */
    static String uuid7(long epochMillis, RandomGenerator random) {
        long high = (epochMillis << 16) | 0x7000 | (random.nextLong() & 0xFFF);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
