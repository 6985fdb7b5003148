package stretch.catalogue.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Routine;
import stretch.catalogue.read.CatalogueFile;
import stretch.os.AtomicFile;
import stretch.os.InputFile;

/**
 * The catalogue as it was read last, kept so that it need not be read again: YAML takes ten times as long.
 *
 * <p>The file holds a CRC-32C of all that follows, then which program wrote it, then the user's files as they were, and the
 * catalogue that came of all. Where anything differs it is as good as none, so it may be deleted at any time. The build lays
 * such a file for the shipped catalogue alone into the jar, for a first start: a file is read sooner than out of a jar.
 *
 * @param folder the cache folder, which need not be there
 * @param program tells this build of the program from every other, such as a hash of it; empty keeps nothing
 */
public record CatalogueCache(Path folder, String program) {
    Path cacheFile() {
        return folder.resolve("catalogue");
    }

    /**
     * The shipped catalogue with the user's files over it, if there are any.
     *
     * @param length how long a routine takes, which is worked out once, for what is kept
     * @throws stretch.os.UserError as {@link CatalogueFile#read} does
     */
    public Catalogue catalogue(List<Path> usersFiles, BiFunction<Catalogue, Routine, Duration> length) {
        var own = CatalogueFile.contents(usersFiles);
        var head = head(program, own);
        var kept = program.isEmpty() ? null : cached(head);
        if (kept != null) {
            return kept;
        }
        var shipped = Objects.requireNonNullElseGet(built(), CatalogueFile::shipped);
        var read = own.isEmpty() ? shipped : CatalogueFile.layered(shipped, own);
        return program.isEmpty() ? read : cache(head, read, length);
    }

    /** The shipped catalogue as the build kept it, for what runs from a jar. */
    private static @Nullable Catalogue built() {
        try (var in = CatalogueCache.class.getResourceAsStream("/catalogue")) {
            return in == null ? null : known(in.readAllBytes(), head("build", Map.of()));
        } catch (IOException e) {
            return null;
        }
    }

    /** What a kept catalogue was read from: as long as this is the same, so is the catalogue. */
    private static byte[] head(String program, Map<String, byte[]> own) {
        var parts = new ArrayList<byte[]>();
        parts.add(program.getBytes(StandardCharsets.UTF_8));
        for (var file : own.entrySet()) {
            parts.add(file.getKey().getBytes(StandardCharsets.UTF_8));
            parts.add(file.getValue());
        }
        int size = Integer.BYTES;
        for (var part : parts) {
            size += Integer.BYTES + part.length;
        }
        var head = ByteBuffer.allocate(size).putInt(parts.size());
        for (var part : parts) {
            head.putInt(part.length).put(part);
        }
        return head.array();
    }

    private @Nullable Catalogue cached(byte[] head) {
        try {
            return known(InputFile.kept(cacheFile()), head);
        } catch (IOException | RuntimeException e) {
            // Whatever is wrong with it, it is as good as none.
            return null;
        }
    }

    private static @Nullable Catalogue known(byte[] all, byte[] head) {
        int end = Integer.BYTES + head.length;
        return all.length > end
                        && Arrays.equals(all, Integer.BYTES, end, head, 0, head.length)
                        && ByteBuffer.wrap(all).getInt() == sum(all)
                ? new CacheReader(ByteBuffer.wrap(all, end, all.length - end)).catalogue()
                : null;
    }

    /** Where there is no place for it, it would be worked out at every start how long the routines take. */
    private Catalogue cache(byte[] head, Catalogue read, BiFunction<Catalogue, Routine, Duration> length) {
        try {
            AtomicFile.makeFolder(folder);
            // The build has worked them out.
            var known = read.lengths().isEmpty() ? read.withLengths(routine -> length.apply(read, routine)) : read;
            var catalogue = CacheWriter.of(known);
            var all = ByteBuffer.allocate(Integer.BYTES + head.length + catalogue.length)
                    .putInt(0)
                    .put(head)
                    .put(catalogue);
            all.putInt(0, sum(all.array()));
            AtomicFile.write(cacheFile(), all.array());
            return known;
        } catch (IOException | UnsupportedOperationException e) {
            // What cannot be kept is read again.
            return read;
        }
    }

    private static int sum(byte[] all) {
        var sum = new CRC32C();
        sum.update(all, Integer.BYTES, all.length - Integer.BYTES);
        return (int) sum.getValue();
    }
}
