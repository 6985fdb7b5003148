package stretch.cli;

import java.nio.file.Files;
import java.util.List;
import stretch.Failure;
import stretch.cue.Tones;
import stretch.cue.Voice;

/** What the doctor finds around the program: Java, terminal, sound, and what cron would see. */
final class Surroundings {
    /** Below this the screen of a session leaves things out. Our choice. */
    private static final int NARROW = 40;

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
        return Finding.ok(
                "sound",
                "tones: " + program(Tones.PLAYERS) + "; voice: " + program(Voice.SPEAKERS) + "; the bell always");
    }

    private String program(List<String> names) {
        return new Programs(desk.world()).first(names).orElse("none, install one of " + String.join(", ", names));
    }

    private Finding cron() {
        var launcher = desk.world().copy().program();
        if (Files.exists(launcher) && !Files.isExecutable(launcher)) {
            return Finding.mend("cron", launcher + " may not be run; chmod +x " + launcher);
        }
        try {
            var installed = new Wakers(desk).installed();
            var asleep = installed.stream().filter(one -> !one.counts()).findFirst();
            if (asleep.isPresent()) {
                var one = asleep.get();
                return Finding.mend(
                        "reminders",
                        one.where() + " is there, but " + one.form()
                                + " has not started it; stretch schedule --install --as " + one.form());
            }
            return Finding.ok(
                    "reminders",
                    installed.isEmpty()
                            ? "none are installed; 'stretch schedule --install' does it"
                            : installed.size() + " installed; 'stretch schedule --list' shows them");
        } catch (Failure failure) {
            return Finding.mend("reminders", String.join("; ", failure.lines()));
        }
    }
}
