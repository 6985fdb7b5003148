package stretch.terminal;

import java.io.IOException;
import java.nio.file.Path;
import org.jline.nativ.JLineNativeLoader;
import org.jline.nativ.OSInfo;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import stretch.Exit;
import stretch.Failure;
import stretch.Native;

/** JLine's native half. */
final class Library {
    private static final String FOLDER = "library.jline.path";

    private Library() {}

    /** The terminal that the program was started on. */
    static Terminal terminal(Path caches) {
        find(caches);
        try {
            // Clusters are probed for with escape codes that some terminals echo; nothing here needs them.
            return TerminalBuilder.builder()
                    .system(true)
                    .dumb(true)
                    .exec(false)
                    .ffm(false)
                    .graphemeCluster(false)
                    .build();
        } catch (IOException e) {
            throw new Failure(Exit.IO, "the terminal cannot be used (" + e.getMessage() + "); try --plain");
        }
    }

    /** Tells JLine where its library is, in the cache folder; if it cannot be put there, JLine goes its own way. */
    private static void find(Path caches) {
        if (System.getProperty(FOLDER) != null) {
            return;
        }
        var name = System.mapLibraryName("jlinenative").replace(".dylib", ".jnilib");
        Native.unpacked(
                        caches,
                        "jline-" + JLineNativeLoader.getVersion(),
                        name,
                        () -> "/org/jline/nativ/" + OSInfo.getNativeLibFolderPathForCurrentOS() + "/" + name)
                .ifPresent(folder -> {
                    System.setProperty(FOLDER, folder.toString());
                    System.setProperty("library.jline.name", name);
                });
    }
}
