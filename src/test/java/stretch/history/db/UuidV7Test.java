package stretch.history.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import stretch.history.SampleHistory;

/** Ids are UUIDs of version 7: they sort by time, and two made in one millisecond differ. */
class UuidV7Test {
    private static final long MOMENT = SampleHistory.MORNING.toInstant().toEpochMilli();

    @Test
    void sort_by_time() {
        var random = new Random(1);
        var ids = new ArrayList<String>();
        for (long millis = 0; millis < 1L << 48; millis += 1 + millis / 3) {
            ids.add(UuidV7.uuid7(millis, random));
        }
        ids.add(UuidV7.uuid7((1L << 48) - 1, random));
        assertThat(ids).hasSizeGreaterThan(100).isSorted();
    }

    @Test
    void say_when_they_were_made() {
        assertThat(UuidV7.uuid7(0x0198_c7e2_1234L, new Random(2))).startsWith("0198c7e2-1234-7");
    }

    @Test
    void have_version_and_variant_whatever_the_dice() {
        var random = new Random(3);
        for (int i = 0; i < 1000; i++) {
            var id = UuidV7.uuid7(MOMENT + i, random);
            assertThat(id).matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
            var uuid = UUID.fromString(id);
            assertThat(uuid.version()).isEqualTo(7);
            assertThat(uuid.variant()).isEqualTo(2);
            assertThat(uuid.getMostSignificantBits() >>> 16).isEqualTo(MOMENT + i);
        }
    }

    @Test
    void differ_within_a_millisecond() {
        var random = new Random(4);
        var ids = new HashSet<String>();
        for (int i = 0; i < 10_000; i++) {
            ids.add(UuidV7.uuid7(MOMENT, random));
        }
        assertThat(ids).hasSize(10_000);
    }

    @Test
    void use_every_random_bit() {
        var random = new Random(5);
        long ones = 0;
        long zeros = 0;
        long lowOnes = 0;
        long lowZeros = 0;
        for (int i = 0; i < 1000; i++) {
            var uuid = UUID.fromString(UuidV7.uuid7(0, random));
            ones |= uuid.getMostSignificantBits();
            zeros |= ~uuid.getMostSignificantBits();
            lowOnes |= uuid.getLeastSignificantBits();
            lowZeros |= ~uuid.getLeastSignificantBits();
        }
        assertThat(ones & zeros).isEqualTo(0xFFFL);
        assertThat(lowOnes & lowZeros).isEqualTo(0x3FFF_FFFF_FFFF_FFFFL);
    }
}
