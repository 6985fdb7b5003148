package stretch.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The shells that may run the launcher and that this machine has, as one calls them. */
final class Shells {
    private static final List<String> ALL = Stream.of(
                    "dash", "bash", "bash --posix", "busybox sh", "ksh", "mksh", "yash", "zsh")
            .filter(shell -> Stream.of("/usr/bin", "/bin")
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, shell.split(" ", -1)[0]))))
            .toList();

    private Shells() {}

    static List<String> all() {
        return ALL;
    }
}
