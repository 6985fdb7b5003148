package stretch.catalogue.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Goal;
import stretch.catalogue.Routine;
import stretch.catalogue.read.CatalogueFile;
import stretch.os.UserError;

/** The kept catalogue is the one that would be read, or it is not used. */
@Tag("once")
class CatalogueCacheTest {
    /** One of everything that the shipped file does not have. */
    private static final String OWN = """
            exercises:
              mine:
                name: Höhle “quoted”
                position: sitting
                hold: 20-30s
                sides: [right, left]
                setup: [Sit.]
                alternatives: [{exercise: hip-hinge, when: it hurts}]
            routines:
              week: {name: Week, goal: 3/week, sound: voice, steps: [mine]}
              desk: {name: Desk, goal: every 45m, steps: [{exercise: mine, reps: 3, sides: [left]}]}
              work: {name: Work, goal: weekdays, steps: [mine]}
            """;

    @TempDir
    private Path folder;

    private Path own;
    private CatalogueCache cache;

    @BeforeEach
    void write() throws IOException {
        own = Files.writeString(folder.resolve("own.yaml"), OWN);
        cache = new CatalogueCache(folder.resolve("caches"), "one");
    }

    @Test
    void every_field_survives() {
        var shipped = CatalogueFile.shipped();
        var layered = CatalogueFile.read(shipped, List.of(own));
        for (var catalogue : new Catalogue[] {shipped, layered}) {
            var known = catalogue.withLengths(routine -> length(catalogue, routine));
            var back = new CacheReader(ByteBuffer.wrap(CacheWriter.of(known))).catalogue();
            assertThat(back).isEqualTo(known);
            assertThat(back.exercises().keySet())
                    .containsExactlyElementsOf(catalogue.exercises().keySet());
            assertThat(back.routines().keySet())
                    .containsExactlyElementsOf(catalogue.routines().keySet());
        }
        assertThat(layered.routines().get("week").goal()).isEqualTo(new Goal.Weekly(3));
    }

    /** The build lays them into the jar, which is to be the same each time; a map has another order in each process. */
    @Test
    void maps_are_written_in_the_order_of_their_keys() {
        var shipped = CatalogueFile.shipped();
        var bytes =
                new String(CacheWriter.of(shipped.withLengths(routine -> Duration.ZERO)), StandardCharsets.ISO_8859_1);
        assertThat(shipped.routines().keySet().stream().sorted().map(bytes::lastIndexOf))
                .hasSizeGreaterThan(3)
                .isSorted();
    }

    @Test
    void it_is_read_once_and_then_kept() throws IOException {
        var read = CatalogueFile.read(CatalogueFile.shipped(), List.of(own));
        var first = cache.catalogue(List.of(own), CatalogueCacheTest::length);
        assertThat(readsAgain(cache, List.of(own))).isFalse();
        assertThat(cache.catalogue(List.of(own), CatalogueCacheTest::length))
                .isEqualTo(first)
                .isEqualTo(read.withLengths(routine -> length(read, routine)));
        assertThat(first.lengths()).containsOnlyKeys(read.routines().keySet());
    }

    @Test
    void a_changed_file_is_read_again() throws IOException {
        cache.catalogue(List.of(own), CatalogueCacheTest::length);
        Files.writeString(own, OWN.replace("Week,", "Five,"));
        assertThat(cache.catalogue(List.of(own), CatalogueCacheTest::length)
                        .routines()
                        .get("week")
                        .name())
                .isEqualTo("Five");
        assertThat(cache.catalogue(List.of(), CatalogueCacheTest::length).routines())
                .doesNotContainKey("week");
    }

    @Test
    void an_empty_file_is_another_thing_than_none() throws IOException {
        cache.catalogue(List.of(), CatalogueCacheTest::length);
        Files.writeString(own, "");
        assertThat(readsAgain(cache, List.of(own))).isTrue();
    }

    @Test
    void another_program_reads_for_itself() throws IOException {
        cache.catalogue(List.of(own), CatalogueCacheTest::length);
        assertThat(readsAgain(new CatalogueCache(cache.folder(), "two"), List.of(own)))
                .isTrue();
    }

    @Test
    void a_program_that_does_not_know_itself_keeps_nothing() {
        new CatalogueCache(cache.folder(), "").catalogue(List.of(own), CatalogueCacheTest::length);
        assertThat(cache.cacheFile()).doesNotExist();
    }

    @Test
    void a_file_with_mistakes_is_complained_of_each_time() throws IOException {
        Files.writeString(own, "routines: 5");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> cache.catalogue(List.of(own), CatalogueCacheTest::length))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("own.yaml:1:11");
        }
    }

    @Test
    void what_was_cut_or_damaged_is_not_used() throws IOException {
        var right = cache.catalogue(List.of(own), CatalogueCacheTest::length);
        var whole = Files.readAllBytes(cache.cacheFile());
        for (int i = 0; i < whole.length; i += 397) {
            var bad = i % 2 == 0 ? Arrays.copyOf(whole, i) : whole.clone();
            if (i % 2 != 0) {
                bad[i] ^= 0x10;
            }
            Files.write(cache.cacheFile(), bad);
            assertThat(cache.catalogue(List.of(own), CatalogueCacheTest::length))
                    .isEqualTo(right);
            assertThat(cache.cacheFile()).hasBinaryContent(whole);
        }
    }

    @Test
    void what_a_killed_writer_left_is_swept_up() throws IOException {
        cache.catalogue(List.of(own), CatalogueCacheTest::length);
        var left = Files.writeString(cache.folder().resolve(".catalogue.999999999.part"), "half");
        Files.setLastModifiedTime(left, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        var young = Files.writeString(cache.folder().resolve(".catalogue.999999998.part"), "half");

        Files.writeString(own, OWN + "\n");
        cache.catalogue(List.of(own), CatalogueCacheTest::length);

        assertThat(left).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void without_a_place_it_only_takes_longer() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");
        var nowhere = new CatalogueCache(file.resolve("caches"), "one");
        assertThat(nowhere.catalogue(List.of(own), CatalogueCacheTest::length).routines())
                .containsKey("week");
    }

    private static Duration length(Catalogue catalogue, Routine routine) {
        return Duration.ofMillis(catalogue.exercises().size() + routine.steps().size());
    }

    /** What is read anew is put in place of the kept one, which shows in the file's identity. */
    private static boolean readsAgain(CatalogueCache cache, List<Path> files) throws IOException {
        var before = identity(cache.cacheFile());
        cache.catalogue(files, CatalogueCacheTest::length);
        return !before.equals(identity(cache.cacheFile()));
    }

    private static Object identity(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }
}
