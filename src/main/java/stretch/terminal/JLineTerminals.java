package stretch.terminal;

import java.io.IOException;
import java.nio.file.Path;
import org.jline.nativ.JLineNativeLoader;
import org.jline.nativ.OSInfo;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;
import stretch.os.ExitCode;
import stretch.os.NativeLibraries;
import stretch.os.UserError;

/** JLine's native half. */
final class JLineTerminals {
    private static final String FOLDER = "library.jline.path";

    private JLineTerminals() {}

    /**
     * The terminal that the program was started on.
     *
     * @param kind what the variable TERM says it is
     */
    static Terminal terminal(Path caches, String kind) {
        find(caches);
        try {
            // Clusters are probed for with escape codes that some terminals echo; nothing here needs them.
            return TerminalBuilder.builder()
                    .system(true)
                    .type(known(kind))
                    .dumb(true)
                    .exec(false)
                    .ffm(false)
                    .graphemeCluster(false)
                    .build();
        } catch (IOException e) {
            throw new UserError(ExitCode.IO, "the terminal cannot be used (" + e.getMessage() + "); use --plain");
        }
    }

    /**
     * A kind of terminal that JLine has the capabilities of, from which it is told to take them: else it would ask a
     * program, which knows nothing of a new terminal where one came to by ssh. All of those understand what xterm does,
     * and one that is called dumb is asked for its keys alone.
     */
    private static String known(String kind) {
        boolean shipped = !kind.startsWith("dumb") && InfoCmp.getDefaultInfoCmp(kind) != null;
        var known = shipped ? kind : "xterm-256color";
        InfoCmp.setLoadedInfoCmp(known, InfoCmp.getDefaultInfoCmp(known));
        return known;
    }

    /** Tells JLine where its library is, in the cache folder; if it cannot be put there, JLine goes its own way. */
    private static void find(Path caches) {
        if (System.getProperty(FOLDER) != null) {
            return;
        }
        var name = System.mapLibraryName("jlinenative").replace(".dylib", ".jnilib");
        NativeLibraries.unpacked(
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
