package stretch.cli.setup.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import stretch.cli.CommandContext;
import stretch.os.Environment;
import stretch.os.FileKind;
import stretch.os.UserError;
import stretch.os.process.ProcessRunner;
import stretch.reminder.schedule.ReminderCheck;
import stretch.reminder.schedule.Scheduler;
import stretch.reminder.schedule.unit.SystemServices;
import stretch.sound.Tones;
import stretch.sound.speech.Speaker;

/** What the doctor finds around the program: Java, terminal, sound, and what cron would see. */
public record EnvironmentChecks(CommandContext context) {
    /** Below this the screen of a session leaves things out. Our choice. */
    private static final int NARROW = 40;

    public List<Finding> findings() {
        var findings = new ArrayList<>(List.of(java(), terminal(), locale(), sound()));
        findings.addAll(cron());
        return findings;
    }

    private static Finding java() {
        return Finding.ok("java", System.getProperty("java.version") + ", " + System.getProperty("java.home"));
    }

    private Finding terminal() {
        var terminals = context.world().streams();
        if (!terminals.output() || !terminals.input()) {
            return Finding.ok("terminal", "none, so a session would be lines of text");
        }
        var kind = context.world().terminalKind();
        if (kind.equals(Environment.DUMB)) {
            return Finding.problem(
                    "terminal",
                    "TERM is " + context.world().variable("TERM").orElse("not set")
                            + ", so a session would be lines of text; export TERM=xterm-256color");
        }
        var text = kind + ", " + terminals.columns() + " columns, " + (context.colour() ? "colour" : "no colour");
        return terminals.columns() < NARROW
                ? Finding.problem("terminal", text + "; widen it to " + NARROW + " columns or more")
                : Finding.ok("terminal", text);
    }

    private Finding locale() {
        if (context.world().streams().unicode()) {
            return Finding.ok("locale", "UTF-8");
        }
        return context.world().streams().output()
                ? Finding.problem("locale", "not UTF-8, so figures and digits are drawn with '#'; export LANG=C.UTF-8")
                : Finding.ok("locale", "not UTF-8, which does not matter without a terminal");
    }

    private Finding sound() {
        return Finding.ok(
                "sound",
                "tones: " + program(Tones.PLAYERS) + "; voice: " + program(Speaker.NAMES) + "; the bell always");
    }

    private String program(List<String> names) {
        return new ProcessRunner(context.world())
                .first(names)
                .map(Path::toString)
                .orElse("none, install one of " + String.join(", ", names));
    }

    private List<Finding> cron() {
        var launcher = context.world().installation().program();
        if (FileKind.exists(launcher) && !Files.isExecutable(launcher)) {
            return List.of(Finding.problem(
                    "reminders", launcher + " is not executable, so nothing can start it; chmod +x " + launcher));
        }
        try {
            var installed = context.schedulers().installed();
            var check = context.reminderCheck();
            var never = installed.stream()
                    .flatMap(one -> check.neverReminds(one).stream()
                            .map(why -> Finding.problem("reminders", ReminderCheck.never(one.form(), one.job(), why))))
                    .toList();
            return never.isEmpty() ? List.of(Finding.ok("reminders", words(installed, check.services()))) : never;
        } catch (UserError failure) {
            return List.of(Finding.problem("reminders", String.join("; ", failure.lines())));
        }
    }

    private String words(List<Scheduler.InstalledJob> installed, SystemServices services) {
        if (installed.isEmpty()) {
            return "none are installed; " + context.schedulers().advice();
        }
        var told = services.canTell() ? "" : "; cron may not be running here";
        return installed.size() + " installed; 'stretch schedule --list' shows them" + told;
    }
}
