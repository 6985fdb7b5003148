package stretch.history.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.jdbc4.JDBC4Connection;
import org.sqlite.util.LibraryLoaderUtil;
import stretch.os.NativeLibraries;

/** Starts SQLite with the least ado. */
public final class SqliteConnections {
    /** How long to wait for another process that writes: a commit takes milliseconds, so this is patience enough. */
    private static final int PATIENCE_MILLIS = 10_000;

    private static final String FOLDER = "org.sqlite.lib.path";
    private static final String NAME = "org.sqlite.lib.name";
    private static final String TEMPORARY = "org.sqlite.tmpdir";
    private static final String MACHINE = "org.sqlite.osinfo.architecture";

    private SqliteConnections() {}

    public static Connection connect(Path file, Path caches, boolean readOnly) throws SQLException {
        findLibrary(caches);
        var wishes = new Properties();
        wishes.setProperty("busy_timeout", Integer.toString(PATIENCE_MILLIS));
        wishes.setProperty("foreign_keys", "true");
        wishes.setProperty("synchronous", "EXTRA");
        if (readOnly) {
            wishes.setProperty("open_mode", "1");
        }
        // DriverManager would load and ask every driver on the class path first.
        return new JDBC4Connection("jdbc:sqlite:" + name(file), name(file), wishes);
    }

    /**
     * The file as SQLite and its driver are to be told of it: as a URI in which nothing of the path counts as a setting,
     * whatever signs are in it.
     */
    public static String name(Path file) {
        return file.toUri().toString();
    }

    /** A database that is gone when it is closed; {@link #findLibrary} has to have been called before. */
    public static Connection memory() throws SQLException {
        return new JDBC4Connection("jdbc:sqlite::memory:", ":memory:", new Properties());
    }

    /** Has to come before the first connection of whatever kind. */
    public static void findLibrary(Path caches) {
        if (System.getProperty(FOLDER) != null) {
            return;
        }
        if (System.getProperty(MACHINE) == null && "amd64".equals(System.getProperty("os.arch"))) {
            // Otherwise the driver starts uname to find out.
            System.setProperty(MACHINE, "x86_64");
        }
        var name = LibraryLoaderUtil.getNativeLibName();
        NativeLibraries.unpacked(
                        caches,
                        "sqlite-" + SQLiteJDBCLoader.getVersion(),
                        name,
                        () -> LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name)
                .ifPresent(folder -> {
                    System.setProperty(FOLDER, folder.toString());
                    System.setProperty(NAME, name);
                    // What it once left for temporary files it looks for at every start, in a folder of few files here.
                    System.setProperty(TEMPORARY, folder.toString());
                });
    }
}
