package stretch.reminder.schedule.unit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import stretch.os.FileKind;
import stretch.reminder.schedule.SchedulerKind;

/** Whether what is to do the waking runs on this machine, by the kernel's list of processes. */
public record SystemServices(Path proc) {
    /** What cron daemons are called; BusyBox's is started as {@code crond} or {@code busybox crond}. */
    private static final Set<String> CRONS = Set.of("cron", "crond", "fcron", "dcron", "bcron-start");

    /** systemd-cron: makes timers of crontabs, so that there is no daemon. */
    private static final Path CRONTABS_AS_TIMERS =
            Path.of("/usr/lib/systemd/system-generators/systemd-crontab-generator");

    /** Why nothing of this form will ever remind, and what will; empty if it will, or if that cannot be told. */
    public Optional<String> asleep(SchedulerKind form) {
        if (mayRun(form)) {
            return Optional.empty();
        }
        var why = switch (form) {
            case cron ->
                "cron is not running here; start it with 'sudo systemctl enable --now cron' or"
                        + " 'sudo service cron start', or ";
            case launchd -> "launchd exists only on macOS; ";
            case systemd, ics -> form + " is not running here; ";
        };
        return Optional.of(why + instead(form));
    }

    /** What to do in place of this form: use another that runs here, or what needs none of them. */
    public String instead(SchedulerKind form) {
        var others = Stream.of(SchedulerKind.cron, SchedulerKind.systemd, SchedulerKind.launchd)
                .filter(other -> other != form && mayRun(other))
                .map(other -> "--format " + other)
                .collect(Collectors.joining(" or "));
        return others.isEmpty()
                ? "use --format ics for your calendar, let a scheduler of your own run 'stretch remind', or have your"
                        + " shell prompt call 'stretch due'"
                : "use " + others;
    }

    private boolean mayRun(SchedulerKind form) {
        var first = name(proc.resolve("1"));
        return first.isEmpty()
                || switch (form) {
                    case cron -> isCronRunning();
                    case systemd -> first.get().equals("systemd");
                    case launchd -> false;
                    case ics -> true;
                };
    }

    /** Whether that can be told: only Linux has such a list, and may hide in it what is another user's. */
    public boolean canTell() {
        return name(proc.resolve("1")).isPresent();
    }

    private boolean isCronRunning() {
        if (FileKind.exists(CRONTABS_AS_TIMERS)) {
            return true;
        }
        try (var processes = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (var process : processes) {
                if (name(process).filter(CRONS::contains).isPresent() || isBusyBoxCron(process)) {
                    return true;
                }
            }
        } catch (IOException e) {
            return false;
        }
        return false;
    }

    private static Optional<String> name(Path process) {
        return read(process.resolve("comm")).map(String::strip);
    }

    private static boolean isBusyBoxCron(Path process) {
        var words = read(process.resolve("cmdline")).orElse("").split("\0", -1);
        return words.length > 1 && Path.of(words[0]).endsWith("busybox") && CRONS.contains(words[1]);
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            // It has ended, or is hidden.
            return Optional.empty();
        }
    }
}
