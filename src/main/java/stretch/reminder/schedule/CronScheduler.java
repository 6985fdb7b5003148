package stretch.reminder.schedule;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import stretch.os.ExitCode;
import stretch.os.UserError;
import stretch.os.process.ProcessRunner;
import stretch.reminder.schedule.unit.FileBackups;
import stretch.reminder.schedule.unit.SystemServices;

/** The user's crontab, read and written by the program crontab; only the blocks between our marks are touched. */
record CronScheduler(ProcessRunner processes, FileBackups backups, SystemServices services) implements Scheduler {
    private static final String THING = "crontab";

    /** How crontabs say that the user has none yet; the second is BusyBox's. Anything else is no reason to write. */
    private static final Pattern NONE = Pattern.compile("no crontab for|can't open .*: No such file");

    @Override
    public PlannedChange install(Job job, Timetable timetable) {
        var lines = UserError.asUsage(() -> CronLine.lines(job, timetable)).stream()
                .map(CronScheduler::bytes)
                .toList();
        var program = program();
        var old = read(program);
        var fresh = marked(old).with(job.name(), lines);
        return step(program, old, fresh, job.name(), Optional.of(lines));
    }

    @Override
    public PlannedChange uninstall(String job) {
        var program = program();
        var old = read(program);
        return step(program, old, marked(old).without(job), job, Optional.empty());
    }

    private PlannedChange step(Path program, String old, String fresh, String job, Optional<List<String>> block) {
        var shown = new ArrayList<String>();
        if (!fresh.equals(old)) {
            shown.add(THING);
            LineDiff.lines(old, fresh).forEach(line -> shown.add(text(line)));
        }
        Supplier<String> make = () -> {
            // Without a crontab there is nothing to keep.
            var kept =
                    old.isEmpty() ? Optional.<Path>empty() : Optional.of(backups.save(THING, old.getBytes(ISO_8859_1)));
            var note = kept.map(file -> "; the previous one is kept as " + file).orElse("");
            write(program, fresh, note);
            if (!Optional.ofNullable(marked(read(program)).blocks().get(job)).equals(block)) {
                throw new UserError(
                        ExitCode.IO,
                        program + ": accepted the change, but it is not there; check with 'crontab -l'" + note);
            }
            return (block.isPresent() ? "installed in the crontab" : "removed from the crontab") + note;
        };
        return new PlannedChange(shown, !fresh.equals(old), make);
    }

    @Override
    public List<InstalledJob> installed() {
        var all = new ArrayList<InstalledJob>();
        processes
                .find(THING)
                .ifPresent(program -> marked(read(program))
                        .blocks()
                        .forEach((job, lines) -> all.add(
                                new InstalledJob(SchedulerKind.cron, job, THING, true, CronLine.times(lines)))));
        return all;
    }

    private Path program() {
        return processes
                .find(THING)
                .orElseThrow(() -> new UserError(
                        ExitCode.CANNOT_CREATE,
                        "there is no crontab program on the PATH; install it ('sudo apt install cron' on Debian), or "
                                + services.instead(SchedulerKind.cron)));
    }

    private static Crontab marked(String text) {
        try {
            return new Crontab(text);
        } catch (IllegalArgumentException e) {
            throw new UserError(ExitCode.UNUSABLE, String.valueOf(e.getMessage()));
        }
    }

    /** Every byte as one character: whatever encoding the user's lines are in, they come back as they were. */
    private String read(Path program) {
        var result = processes.run(program, List.of("-l"), new byte[0]);
        if (result.code() == 0) {
            return result.out();
        }
        if (NONE.matcher(result.errorLine()).find()) {
            return "";
        }
        throw refused(program, result, "nothing was changed");
    }

    private void write(Path program, String text, String note) {
        var result = processes.run(program, List.of("-"), text.getBytes(ISO_8859_1));
        if (result.code() != 0) {
            throw refused(program, result, "check with 'crontab -l'" + note);
        }
    }

    private UserError refused(Path program, ProcessRunner.ProcessResult result, String todo) {
        if (result.errorLine().contains("not allowed")) {
            return new UserError(
                    ExitCode.NOT_PERMITTED,
                    program + ": you may not have a crontab here (" + result.errorLine() + "); "
                            + services.instead(SchedulerKind.cron));
        }
        return new UserError(ExitCode.IO, program + ": failed (" + result.errorLine() + "); " + todo);
    }

    private static String bytes(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    private static String text(String bytes) {
        return new String(bytes.getBytes(ISO_8859_1), UTF_8);
    }
}
