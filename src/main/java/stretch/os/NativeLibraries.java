package stretch.os;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A library's native half, unpacked once into the cache folder.
 *
 * <p>Left alone, libraries unpack theirs into the folder for temporary files at every start, which is slow, fails
 * where programs may not run from there, and stays behind after a {@code kill -9}.
 */
public final class NativeLibraries {
    private NativeLibraries() {}

    /**
     * The folder that holds the file, unpacked now if it is not there yet; empty if it cannot be put there.
     *
     * @param caches the cache folder
     * @param library the library and its version; each machine gets a folder of its own for it
     * @param file the name of the file in that folder
     * @param resource asked only when it has to be unpacked: its path in the jar, {@code /org/.../lib.so}
     */
    public static Optional<Path> unpacked(Path caches, String library, String file, Supplier<String> resource) {
        var machine = System.getProperty("os.name") + "-" + System.getProperty("os.arch");
        var folder = caches.resolve(library + "-" + machine.replaceAll("[^A-Za-z0-9_-]", "-"));
        try {
            if (!Files.isReadable(folder.resolve(file))) {
                unpack(resource.get(), folder, folder.resolve(file));
            }
            return Optional.of(folder);
        } catch (IOException | UnsupportedOperationException e) {
            // A cache that cannot be written only costs time: the library goes its own way.
            return Optional.empty();
        }
    }

    /** One thread at a time: the lock of a file keeps out other processes, and throws at threads of its own. */
    private static synchronized void unpack(String resource, Path folder, Path file) throws IOException {
        AtomicFile.makeFolder(folder);
        // One name for all, so that what a kill left half written is written over by the next. The lock ends with its
        // process. Born with mode 0600, which is enough to be loaded.
        var part = folder.resolve("unpacking.tmp");
        try (var channel = FileLock.open(part)) {
            channel.lock();
            if (Files.isReadable(file)) {
                // Another was first: what we locked is its file by now, or a new and empty one.
                Files.deleteIfExists(part);
                return;
            }
            try (InputStream in = NativeLibraries.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IOException("there is none for this machine");
                }
                channel.truncate(0);
                for (var left = ByteBuffer.wrap(in.readAllBytes()); left.hasRemaining(); ) {
                    channel.write(left);
                }
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
