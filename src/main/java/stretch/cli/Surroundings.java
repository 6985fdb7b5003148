package stretch.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stretch.cue.Player;
import stretch.cue.Tones;
import stretch.cue.Voice;

/** What the doctor finds around the program: Java, terminal, sound, and what cron would see. */
final class Surroundings {
    /** Below this the screen of a session leaves things out. Our choice. */
    private static final int NARROW = 40;

    /** Where the launcher finds a Java whatever the PATH; see bin/stretch. */
    private static final List<String> USUAL_JAVAS =
            List.of("/usr/lib/jvm/", "/Library/Java/JavaVirtualMachines/", "/opt/homebrew/opt/", "/usr/local/opt/");

    private final Desk desk;

    Surroundings(Desk desk) {
        this.desk = desk;
    }

    List<Finding> findings() {
        return List.of(java(), terminal(), locale(), sound(), cron());
    }

    private static Finding java() {
        return Finding.ok("java", System.getProperty("java.version") + ", " + System.getProperty("java.home"));
    }

    private Finding terminal() {
        var terminals = desk.world().terminals();
        if (!terminals.output() || !terminals.input()) {
            return Finding.ok("terminal", "none here, so a session would be plain lines");
        }
        var kind = desk.world().variable("TERM").orElse("");
        if (kind.isEmpty() || kind.equals("dumb")) {
            return Finding.mend(
                    "terminal",
                    "TERM is '" + kind + "', so a session would be plain lines; export TERM=xterm-256color");
        }
        var text = kind + ", " + terminals.columns() + " columns, " + (desk.colour() ? "colour" : "no colour");
        return terminals.columns() < NARROW
                ? Finding.mend("terminal", text + "; widen it to " + NARROW + " columns or more")
                : Finding.ok("terminal", text);
    }

    private Finding locale() {
        if (desk.world().terminals().unicode()) {
            return Finding.ok("locale", "UTF-8");
        }
        return desk.world().terminals().output()
                ? Finding.mend("locale", "not UTF-8, so figures and digits are drawn with '#'; export LANG=C.UTF-8")
                : Finding.ok("locale", "not UTF-8, which does not matter without a terminal");
    }

    private Finding sound() {
        var path = desk.world().variable("PATH").orElse("");
        return Finding.ok(
                "sound",
                "tones: " + program(Tones.PLAYERS, path) + "; voice: " + program(Voice.SPEAKERS, path)
                        + "; the bell always");
    }

    private static String program(List<String> programs, String path) {
        return Player.find(programs, path).orElse("none, install one of " + String.join(", ", programs));
    }

    /** Cron starts programs with next to no environment, so the line names everything. */
    private Finding cron() {
        var launcher = launcher();
        if (launcher.isEmpty()) {
            return Finding.ok("cron", "name stretch by its full path in a crontab; its PATH is /usr/bin:/bin");
        }
        if (!Files.isExecutable(launcher.get())) {
            return Finding.mend("cron", launcher.get() + " may not be run; chmod +x " + launcher.get());
        }
        var home = System.getProperty("java.home");
        boolean found = USUAL_JAVAS.stream().anyMatch(home::startsWith);
        var line = new ArrayList<>(List.of("0 9 * * *"));
        if (!found) {
            line.add("JAVA_HOME=" + word(home));
        }
        line.add(word(launcher.get().toString()));
        line.add("remind");
        return Finding.ok("cron", "this line of 'crontab -e' reminds at nine: " + String.join(" ", line));
    }

    /** As a shell takes it for one word, and cron for no end of the line. */
    private static String word(String text) {
        var quoted = text.matches("[A-Za-z0-9_./+:@=-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
        return quoted.replace("%", "\\%");
    }

    /** The launcher of this very program: it lies in bin, beside the folder that holds the jar or the classes. */
    private static Optional<Path> launcher() {
        var source = Surroundings.class.getProtectionDomain().getCodeSource();
        try {
            var target = source == null
                    ? null
                    : Path.of(source.getLocation().toURI()).getParent();
            return Optional.ofNullable(target)
                    .map(folder -> folder.resolveSibling("bin").resolve("stretch"))
                    .filter(Files::exists);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
