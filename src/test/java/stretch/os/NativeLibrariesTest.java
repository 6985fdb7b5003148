package stretch.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibrariesTest {
    private static final int THREADS = 16;

    @Test
    void threads_that_race_unpack_one_file(@TempDir Path caches) throws Exception {
        var resource = "/stretch/schema/1.sql";
        var barrier = new CyclicBarrier(THREADS);
        Callable<Optional<Path>> unpack = () -> {
            barrier.await();
            return NativeLibraries.unpacked(caches, "library-1", "file", () -> resource);
        };
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (var unpacked : threads.invokeAll(Collections.nCopies(THREADS, unpack))) {
                assertThat(unpacked.get()).isPresent();
            }
        } finally {
            threads.shutdownNow();
        }
        try (var folders = Files.list(caches);
                var in = NativeLibraries.class.getResourceAsStream(resource)) {
            var folder = folders.toList();
            assertThat(folder).hasSize(1);
            assertThat(folder.get(0).resolve("file")).hasBinaryContent(in.readAllBytes());
        }
    }
}
