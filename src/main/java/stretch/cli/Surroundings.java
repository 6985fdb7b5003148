package stretch.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import stretch.Failure;
import stretch.FileKind;
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
        var findings = new ArrayList<>(List.of(java(), terminal(), locale(), sound()));
        findings.addAll(cron());
        return findings;
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
        return new Programs(desk.world())
                .first(names)
                .map(Path::toString)
                .orElse("none, install one of " + String.join(", ", names));
    }

    private List<Finding> cron() {
        var launcher = desk.world().copy().program();
        if (FileKind.exists(launcher) && !Files.isExecutable(launcher)) {
            return List.of(Finding.mend("cron", launcher + " may not be run; chmod +x " + launcher));
        }
        try {
            var installed = new Wakers(desk).installed();
            var check = new ReminderCheck(desk);
            var never = installed.stream()
                    .flatMap(one -> one.never(check).stream()
                            .map(why -> Finding.mend(
                                    "reminders", one.form() + ": " + one.job() + " will never remind: " + why)))
                    .toList();
            return never.isEmpty() ? List.of(Finding.ok("reminders", words(installed))) : never;
        } catch (Failure failure) {
            return List.of(Finding.mend("reminders", String.join("; ", failure.lines())));
        }
    }

    private String words(List<Waker.Installed> installed) {
        if (installed.isEmpty()) {
            return "none are installed; 'stretch schedule --install' does it";
        }
        var told = new Services(desk.world().proc()).canTell() ? "" : "; whether cron is running cannot be told here";
        return installed.size() + " installed; 'stretch schedule --list' shows them" + told;
    }
}
