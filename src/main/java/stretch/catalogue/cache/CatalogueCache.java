package stretch.catalogue.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import stretch.catalogue.Catalogue;
import stretch.catalogue.read.CatalogueFile;
import stretch.os.AtomicFile;

/**
 * The catalogue as it was read last, kept so that it need not be read again: YAML takes ten times as long.
 *
 * <p>The file holds a CRC-32C of all that follows, then which program wrote it, then the user's file as it was, and the
 * catalogue that came of both. Where anything differs it is as good as none, so it may be deleted at any time.
 *
 * @param folder the cache folder, which need not be there
 * @param program tells this build of the program from every other, such as a hash of it; empty keeps nothing
 */
public record CatalogueCache(Path folder, String program) {
    private static final byte[] NONE = new byte[0];

    /** Where it is kept. */
    Path cacheFile() {
        return folder.resolve("catalogue");
    }

    /**
     * The shipped catalogue with the user's file over it, if there is one.
     *
     * @throws stretch.os.UserError as {@link CatalogueFile#read} does
     */
    public Catalogue catalogue(Optional<Path> usersFile) {
        var own = usersFile.isPresent() ? CatalogueFile.bytes(usersFile.get()) : NONE;
        var head = head(usersFile.isPresent(), own);
        var kept = program.isEmpty() ? null : cached(head);
        if (kept != null) {
            return kept;
        }
        var shipped = CatalogueFile.shipped();
        var read = usersFile.isPresent()
                ? CatalogueFile.layered(shipped, usersFile.get().toString(), own)
                : shipped;
        if (!program.isEmpty()) {
            cache(head, CacheWriter.of(read));
        }
        return read;
    }

    /** What a kept catalogue was read from: as long as this is the same, so is the catalogue. */
    private byte[] head(boolean there, byte[] own) {
        var name = program.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 * Integer.BYTES + name.length + own.length)
                .putInt(name.length)
                .put(name)
                .putInt(there ? own.length : -1)
                .put(own)
                .array();
    }

    private @Nullable Catalogue cached(byte[] head) {
        try {
            var all = Files.readAllBytes(cacheFile());
            int end = Integer.BYTES + head.length;
            return all.length > end
                            && Arrays.equals(all, Integer.BYTES, end, head, 0, head.length)
                            && ByteBuffer.wrap(all).getInt() == sum(all)
                    ? CacheReader.read(ByteBuffer.wrap(all, end, all.length - end))
                    : null;
        } catch (IOException | RuntimeException e) {
            // Whatever is wrong with it, it is as good as none.
            return null;
        }
    }

    private void cache(byte[] head, byte[] catalogue) {
        var all = ByteBuffer.allocate(Integer.BYTES + head.length + catalogue.length)
                .putInt(0)
                .put(head)
                .put(catalogue);
        all.putInt(0, sum(all.array()));
        try {
            AtomicFile.makeFolder(folder);
            try (var file = AtomicFile.of(cacheFile())) {
                Files.write(file.file(), all.array());
                var now = Files.getLastModifiedTime(file.file()).toInstant();
                file.commit(true);
                // What was left by a writer that was killed.
                AtomicFile.deleteAbandoned(folder, "catalogue", now.minus(1, ChronoUnit.HOURS));
            }
        } catch (IOException | UnsupportedOperationException e) {
            // What cannot be kept is read again.
        }
    }

    private static int sum(byte[] all) {
        var sum = new CRC32C();
        sum.update(all, Integer.BYTES, all.length - Integer.BYTES);
        return (int) sum.getValue();
    }
}
