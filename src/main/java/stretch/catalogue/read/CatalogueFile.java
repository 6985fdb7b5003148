package stretch.catalogue.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Cautions;
import stretch.os.ExitCode;
import stretch.os.FileKind;
import stretch.os.InputFile;
import stretch.os.UserError;
import stretch.yaml.Node;
import stretch.yaml.Problems;
import stretch.yaml.YamlTree;

/** The catalogue that comes with stretch, and the user's files laid over it: same id replaces, new id adds. */
public final class CatalogueFile {
    private static final String SHIPPED = "/routines.yaml";

    // One byte more than is allowed is enough to see that a file is too large, whatever its size.
    private static final int ENOUGH = (1 << 20) + 1;

    private CatalogueFile() {}

    public static Catalogue shipped() {
        return whole(SHIPPED, shippedBytes());
    }

    private static byte[] shippedBytes() {
        try (var in = Objects.requireNonNull(CatalogueFile.class.getResourceAsStream(SHIPPED), SHIPPED)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder beside a routines file into which plans are dropped, there or not. */
    public static Path folder(Path routines) {
        return routines.resolveSibling("routines.d");
    }

    /** The files in that folder, by name; hidden ones are none, such as what an editor keeps for itself. */
    public static List<Path> inFolder(Path routines) {
        return inFolder(routines, "(?s)[^.].*\\.yaml");
    }

    /** The files there that somebody may take for plans, though their names do not end so. */
    public static List<Path> unread(Path routines) {
        return inFolder(routines, "(?s)(?!.*\\.yaml\\z)(?i:[^.].*\\.ya?ml)");
    }

    private static List<Path> inFolder(Path routines, String names) {
        var folder = folder(routines);
        var kind = FileKind.of(folder);
        if (kind == FileKind.ABSENT) {
            FileKind.failIfLost(folder, "");
            return List.of();
        }
        if (kind != FileKind.FOLDER) {
            throw new UserError(
                    ExitCode.UNUSABLE,
                    folder + ": this is not a folder; rename it, because plans are read from a folder of this name");
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).matches(names))
                    .sorted()
                    .toList();
        } catch (AccessDeniedException e) {
            throw new UserError(
                    ExitCode.NOT_PERMITTED, folder + ": you may not look into this folder; give yourself permission");
        } catch (IOException e) {
            throw InputFile.failure(folder, e);
        } catch (UncheckedIOException e) {
            throw InputFile.failure(folder, Objects.requireNonNull(e.getCause()));
        }
    }

    /**
     * The user's files over the shipped catalogue.
     *
     * @throws UserError if there is no such file, or if it cannot be read, or with every mistake in them
     */
    public static Catalogue read(Catalogue shipped, List<Path> files) {
        return layered(shipped, contents(files));
    }

    /** What stands in files of the user, by their names and in their order. */
    public static Map<String, byte[]> contents(List<Path> files) {
        var contents = new LinkedHashMap<String, byte[]>();
        files.forEach(file -> contents.put(file.toString(), bytes(file)));
        return contents;
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
     * The contents of a user's files over the shipped catalogue.
     *
     * @param files by the names that messages have for them, in the order in which they are laid on
     * @throws UserError with every mistake in them, in the order of each file
     */
    public static Catalogue layered(Catalogue shipped, Map<String, byte[]> files) {
        return parsed(shipped, files, true);
    }

    /** A file that stands alone, cautions included. */
    static Catalogue whole(String fileName, byte[] content) {
        var nothing = new Catalogue(
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                Cautions.NONE,
                Map.of(),
                Map.of());
        return parsed(nothing, Map.of(fileName, content), false);
    }

    private static Catalogue parsed(Catalogue under, Map<String, byte[]> files, boolean usersOwn) {
        var roots = new LinkedHashMap<Problems, Node>();
        var broken = new ArrayList<String>();
        var entries = new UserEntries(
                () -> usersOwn ? YamlTree.parse(shippedBytes(), new Problems(SHIPPED)) : Optional.empty());
        files.forEach((name, content) -> {
            var problems = new Problems(name);
            try {
                YamlTree.parse(content, problems).ifPresent(root -> {
                    roots.put(problems, root);
                    entries.add(root, problems);
                });
            } catch (UserError failure) {
                broken.addAll(failure.lines());
            }
        });
        if (!broken.isEmpty()) {
            throw new UserError(ExitCode.UNUSABLE, broken);
        }
        var said = new ArrayList<ReferenceChecks>();
        var catalogue = under;
        for (var file : roots.entrySet()) {
            var references = new ReferenceChecks(file.getKey(), entries);
            var reader = new CatalogueReader(catalogue, usersOwn, entries, file.getKey(), references);
            catalogue = reader.read(file.getValue());
            said.add(references);
        }
        for (var references : said) {
            references.check(catalogue);
        }
        Problems.forgetRepeated(roots.keySet());
        Problems.throwIfAny(roots.keySet());
        return catalogue;
    }
}
