package stretch.os.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import stretch.os.Environment;
import stretch.os.UserError;

/** Puts a reminder on the desktop. */
public record Notifier(Environment environment) {
    /** Where a login of systemd has the bus of the user's session; see sd-bus and pam_systemd. */
    private static final Path USERS = Path.of("/run/user");

    private static final String BUS = "DBUS_SESSION_BUS_ADDRESS";

    /** Sends it; answers whether somebody took it. */
    public boolean send(List<String> lines) {
        var text = String.join("\n", lines);
        var processes = new ProcessRunner(environment);
        try {
            var linux = processes.find("notify-send");
            if (linux.isPresent()) {
                var arguments = List.of("--app-name=stretch", "--", "stretch", markup(text));
                return processes.run(linux.get(), arguments, new byte[0], bus()).code() == 0;
            }
            var mac = processes.find("osascript");
            if (mac.isPresent()) {
                // The text is an argument, so that nothing in it is taken for a script.
                var script = "on run it\ndisplay notification (item 1 of it) with title \"stretch\"\nend run";
                return processes
                                .run(mac.get(), List.of("-e", script, text), new byte[0])
                                .code()
                        == 0;
            }
        } catch (UserError failure) {
            // It is printed instead, which cron mails.
        }
        return false;
    }

    /** Notification servers read simple markup in the body. */
    private static String markup(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /**
     * The number of the user whose process this is. The owner of the link /proc/self is root, whoever looks; Java's
     * UnixSystem says 0 for a user without a line in /etc/passwd.
     */
    private String user() throws IOException {
        try (var lines = Files.lines(environment.proc().resolve("self/status"))) {
            return lines.filter(line -> line.startsWith("Uid:"))
                    .map(line -> line.split("\\s+", -1)[1])
                    .findFirst()
                    .orElseThrow(() -> new IOException("no line of the user"));
        }
    }

    /** Cron does not know the bus of the session; on systemd it is at a place that follows from the user's number. */
    private Map<String, String> bus() {
        var found = new HashMap<String, String>();
        if (environment.variable(BUS).isEmpty()) {
            try {
                var user = user();
                var socket = USERS.resolve(user).resolve("bus");
                if (user.equals(String.valueOf(Files.getAttribute(socket, "unix:uid")))) {
                    found.put(BUS, "unix:path=" + socket);
                    found.put("XDG_RUNTIME_DIR", String.valueOf(socket.getParent()));
                }
            } catch (IOException | UncheckedIOException | UnsupportedOperationException | IllegalArgumentException e) {
                // Not a system of that kind.
            }
        }
        return found;
    }
}
