package stretch.os.process;

import java.nio.file.Path;
import java.util.List;
import stretch.os.Environment;
import stretch.os.ExitCode;
import stretch.os.UserError;

/** The browser of the user's desktop. */
public final class Browser {
    /** What opens a file with the program for its kind: on Linux and the like, and on macOS. */
    private static final List<String> OPENERS = List.of("xdg-open", "open");

    private final Environment environment;

    public Browser(Environment environment) {
        this.environment = environment;
    }

    /** Shows a file in it, and does not wait for it to be closed. */
    public void show(Path file) {
        var processes = new ProcessRunner(environment);
        var opener = processes
                .first(OPENERS)
                .orElseThrow(() -> new UserError(
                        ExitCode.IO,
                        "no browser can be opened: neither xdg-open nor open is on the PATH; open " + file
                                + " by hand"));
        if (!processes.launchDetached(opener, List.of(file.toString()))) {
            throw new UserError(
                    ExitCode.IO,
                    "no browser could be started by " + opener.getFileName() + "; open " + file + " by hand");
        }
    }
}
