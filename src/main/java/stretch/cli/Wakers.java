package stretch.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import stretch.Exit;
import stretch.Failure;

/** What can wake stretch on this machine, with the user's own folders. */
record Wakers(Desk desk) {
    /** What does the waking. */
    enum Form {
        cron,
        systemd,
        launchd,
        ics
    }

    Waker of(Form form) {
        var programs = new Programs(desk.world());
        var folder = desk.database().toAbsolutePath().getParent();
        var backups =
                new Backups(folder == null ? Path.of("/") : folder, desk.world().clock());
        return form == Form.cron ? new CronWaker(programs, backups) : new UnitWaker(units(form), programs, backups);
    }

    /** All that is installed with any of them. */
    List<Waker.Installed> installed() {
        return Stream.of(Form.cron, Form.systemd, Form.launchd)
                .flatMap(form -> of(form).installed().stream())
                .toList();
    }

    /** The files of systemd or launchd. */
    Units units(Form form) {
        if (form == Form.systemd) {
            return new Units.Systemd(
                    desk.configFolder().resolveSibling("systemd").resolve("user"));
        }
        var library = desk.world()
                .variable("HOME")
                .map(home -> Path.of(home, "Library"))
                .orElseThrow(() ->
                        new Failure(Exit.UNUSABLE, "there is no place for launchd's files: HOME is not set; set HOME"));
        return new Units.Launchd(library.resolve("LaunchAgents"), library.resolve("Logs"));
    }
}
