package stretch.os.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import stretch.os.DaemonThread;
import stretch.text.TerminalSafe;

/** Writes to the terminals of the user, as write(1) does: those that allow it by {@code mesg y}. */
public record TerminalBroadcast(List<Path> folders) {
    /** Where systems keep the terminals of windows and logins. */
    public static final List<Path> TERMINALS = List.of(Path.of("/dev/pts"), Path.of("/dev"));

    /** A terminal that was stopped by Ctrl-S takes nothing; the others shall not wait for it. */
    private static final long PATIENCE_MILLIS = 1_000;

    /** Writes to all that allow it; answers whether there was one. */
    public boolean write(List<String> lines) {
        // A terminal may be in raw mode, so that each line also has to go back to the first column.
        var text = "\r\n\007stretch: " + TerminalSafe.line(String.join("  ", lines)) + "\r\n";
        var written = new AtomicInteger();
        var terminals = terminals();
        var left = new CountDownLatch(terminals.size());
        for (var terminal : terminals) {
            DaemonThread.start("wall", () -> {
                try {
                    Files.write(terminal, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.WRITE);
                    written.incrementAndGet();
                } catch (IOException e) {
                    // It went away.
                }
                left.countDown();
            });
        }
        try {
            left.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return written.get() > 0;
    }

    /** Owned by the user, and open to the group, which is what mesg(1) changes. */
    private List<Path> terminals() {
        var user = System.getProperty("user.name", "");
        var found = new ArrayList<Path>();
        for (var folder : folders) {
            try (var files = Files.newDirectoryStream(folder, "{tty?*,[0-9]*}")) {
                for (var file : files) {
                    if (Files.getOwner(file).getName().equals(user)
                            && Files.getPosixFilePermissions(file).contains(PosixFilePermission.GROUP_WRITE)
                            && !Files.isDirectory(file)) {
                        found.add(file);
                    }
                }
            } catch (IOException | UnsupportedOperationException e) {
                // This system keeps none there.
            }
        }
        return found;
    }
}
