package stretch.terminal;

import java.nio.file.Path;
import org.jline.nativ.JLineNativeLoader;
import org.jline.nativ.OSInfo;
import stretch.Native;

/** JLine's native half. */
final class Library {
    private static final String FOLDER = "library.jline.path";

    private Library() {}

    /** Tells JLine where its library is, in the cache folder; if it cannot be put there, JLine goes its own way. */
    static void find(Path caches) {
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
