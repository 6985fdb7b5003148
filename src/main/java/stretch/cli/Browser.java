package stretch.cli;

import java.nio.file.Path;
import java.util.List;
import stretch.Exit;
import stretch.Failure;

/** The browser of the user's desktop. */
final class Browser {
    /** What opens a file with the program for its kind: on Linux and the like, and on macOS. */
    private static final List<String> OPENERS = List.of("xdg-open", "open");

    private final World world;

    Browser(World world) {
        this.world = world;
    }

    /** Shows a file in it, and does not wait for it to be closed. */
    void show(Path file) {
        var programs = new Programs(world);
        for (var name : OPENERS) {
            var opener = programs.find(name);
            if (opener.isPresent()) {
                if (!programs.leave(opener.get(), List.of(file.toString()))) {
                    throw new Failure(
                            Exit.IO, "no browser could be started by " + name + "; open " + file + " by hand");
                }
                return;
            }
        }
        throw new Failure(
                Exit.IO,
                "there is no browser here: neither xdg-open nor open is on the PATH; open " + file + " by hand");
    }
}
