package stretch.catalogue.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import stretch.catalogue.Catalogue;
import stretch.os.InputFile;
import stretch.os.UserError;
import stretch.yaml.Problems;
import stretch.yaml.YamlTree;

/** The catalogue that comes with stretch, and the user's own laid over it: same id replaces, new id adds. */
public final class CatalogueFile {
    private static final String SHIPPED = "/routines.yaml";

    // One byte more than is allowed is enough to see that a file is too large, whatever its size.
    private static final int ENOUGH = (1 << 20) + 1;

    private CatalogueFile() {}

    /** What comes with stretch. */
    public static Catalogue shipped() {
        try (var in = Objects.requireNonNull(CatalogueFile.class.getResourceAsStream(SHIPPED), SHIPPED)) {
            return whole(SHIPPED, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A file of the user over the shipped catalogue.
     *
     * @throws UserError if there is no such file, or if it cannot be read, or with every mistake in it
     */
    public static Catalogue read(Catalogue shipped, Path file) {
        return layered(shipped, file.toString(), bytes(file));
    }

    /** What stands in a file that somebody wrote; of one that is too large, enough to see that it is. */
    public static byte[] bytes(Path file) {
        try (var in = InputFile.open(file)) {
            return in.readNBytes(ENOUGH);
        } catch (IOException e) {
            throw InputFile.failure(file, e);
        }
    }

    /**
     * The content of a user's file over the shipped catalogue.
     *
     * @param fileName the name of the file in messages
     * @throws UserError with every mistake in it, in the order of the file
     */
    public static Catalogue layered(Catalogue shipped, String fileName, byte[] content) {
        return parsed(shipped, fileName, content, true);
    }

    /** A file that stands alone, cautions included. */
    static Catalogue whole(String fileName, byte[] content) {
        var nothing =
                new Catalogue(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), List.of(), Map.of(), Optional.empty());
        return parsed(nothing, fileName, content, false);
    }

    private static Catalogue parsed(Catalogue under, String fileName, byte[] content, boolean usersOwn) {
        var problems = new Problems(fileName);
        var root = YamlTree.parse(content, problems);
        var catalogue = root.map(node -> new CatalogueReader(under, usersOwn, problems).read(node))
                .orElse(under);
        problems.throwIfAny();
        return catalogue;
    }
}
