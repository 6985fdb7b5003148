package stretch.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;
import org.sqlite.util.OSInfo;

/**
 * SQLite's native half, unpacked once into the cache folder.
 *
 * <p>Left alone, the driver unpacks a megabyte into the folder for temporary files at every start, which is slow,
 * fails where programs may not run from there, and stays behind after a {@code kill -9}.
 */
final class Library {
    private static final String FOLDER = "org.sqlite.lib.path";
    private static final String NAME = "org.sqlite.lib.name";
    private static final String MACHINE = "org.sqlite.osinfo.architecture";

    private Library() {}

    /** Tells the driver where its library is; if it cannot be put there, the driver goes its own way. */
    static void unpack(Path caches) {
        if (System.getProperty(FOLDER) != null) {
            return;
        }
        if (System.getProperty(MACHINE) == null && "amd64".equals(System.getProperty("os.arch"))) {
            // Otherwise the driver starts uname to find out.
            System.setProperty(MACHINE, "x86_64");
        }
        var name = LibraryLoaderUtil.getNativeLibName();
        var inJar = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        var folder = caches.resolve("sqlite-" + SQLiteJDBCLoader.getVersion() + "-"
                + OSInfo.getNativeLibFolderPathForCurrentOS().replace('/', '-'));
        var file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                copy(inJar, folder, file);
            }
            System.setProperty(FOLDER, folder.toString());
            System.setProperty(NAME, name);
        } catch (IOException | UnsupportedOperationException e) {
            // A cache that cannot be written only costs time.
        }
    }

    private static void copy(String inJar, Path folder, Path file) throws IOException {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(folder, owner);
        var whole = Files.createTempFile(folder, "unpacking", ".tmp");
        try (InputStream in = Library.class.getResourceAsStream(inJar)) {
            if (in == null) {
                throw new IOException("the driver brings no library for this machine");
            }
            Files.copy(in, whole, StandardCopyOption.REPLACE_EXISTING);
            // Whoever else unpacks at the same moment puts the same bytes there.
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(whole);
        }
    }
}
