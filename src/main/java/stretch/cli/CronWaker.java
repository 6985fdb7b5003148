package stretch.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import stretch.Exit;
import stretch.Failure;
import stretch.remind.Change;
import stretch.remind.CronForm;
import stretch.remind.Crontab;
import stretch.remind.Job;
import stretch.remind.Timetable;

/** The user's crontab, read and written by the program crontab; only the blocks between our marks are touched. */
final class CronWaker implements Waker {
    private static final String THING = "crontab";

    /** How crontabs say that the user has none yet; the second is BusyBox's. Anything else is no reason to write. */
    private static final Pattern NONE = Pattern.compile("no crontab for|can't open .*: No such file");

    private final Programs programs;
    private final Backups backups;

    CronWaker(Programs programs, Backups backups) {
        this.programs = programs;
        this.backups = backups;
    }

    @Override
    public Step install(Job job, Timetable timetable) {
        var lines = ScheduleCommand.asUsage(() -> CronForm.lines(job, timetable)).stream()
                .map(CronWaker::bytes)
                .toList();
        var program = program();
        var old = read(program);
        var fresh = marked(old).with(job.name(), lines);
        return step(program, old, fresh, job.name(), Optional.of(lines));
    }

    @Override
    public Step uninstall(String job) {
        var program = program();
        var old = read(program);
        return step(program, old, marked(old).without(job), job, Optional.empty());
    }

    private Step step(Path program, String old, String fresh, String job, Optional<List<String>> block) {
        var shown = new ArrayList<String>();
        if (!fresh.equals(old)) {
            shown.add(THING);
            Change.lines(old, fresh).forEach(line -> shown.add(text(line)));
        }
        Supplier<String> make = () -> {
            // Without a crontab there is nothing to keep.
            var kept =
                    old.isEmpty() ? Optional.<Path>empty() : Optional.of(backups.keep(THING, old.getBytes(ISO_8859_1)));
            var note = kept.map(file -> "; the crontab before it is kept as " + file)
                    .orElse("");
            write(program, fresh, note);
            if (!Optional.ofNullable(marked(read(program)).blocks().get(job)).equals(block)) {
                throw new Failure(
                        Exit.IO, program + ": took the change and yet it is not there; look at 'crontab -l'" + note);
            }
            return (block.isPresent() ? "installed" : "removed") + note;
        };
        return new Step(shown, !fresh.equals(old), make);
    }

    @Override
    public List<Installed> installed() {
        var all = new ArrayList<Installed>();
        programs.find(THING)
                .ifPresent(program -> marked(read(program))
                        .blocks()
                        .forEach((job, lines) ->
                                all.add(new Installed(Wakers.Form.cron, job, THING, true, CronForm.times(lines)))));
        return all;
    }

    private Path program() {
        return programs.find(THING)
                .orElseThrow(() -> new Failure(
                        Exit.CANNOT_CREATE,
                        "there is no program crontab on the PATH; install it ('sudo apt install cron' on Debian),"
                                + " or use --as systemd"));
    }

    private static Crontab marked(String text) {
        try {
            return new Crontab(text);
        } catch (IllegalArgumentException e) {
            throw new Failure(Exit.UNUSABLE, String.valueOf(e.getMessage()));
        }
    }

    /** Every byte as one character: whatever encoding the user's lines are in, they come back as they were. */
    private String read(Path program) {
        var ended = programs.run(program, List.of("-l"), new byte[0]);
        if (ended.code() == 0) {
            return ended.out();
        }
        if (NONE.matcher(ended.complaint()).find()) {
            return "";
        }
        throw refused(program, ended, "nothing was changed");
    }

    private void write(Path program, String text, String note) {
        var ended = programs.run(program, List.of("-"), text.getBytes(ISO_8859_1));
        if (ended.code() != 0) {
            throw refused(program, ended, "look at 'crontab -l'" + note);
        }
    }

    private static Failure refused(Path program, Programs.Ended ended, String todo) {
        if (ended.complaint().contains("not allowed")) {
            return new Failure(
                    Exit.NOT_PERMITTED,
                    program + ": you may not have a crontab here (" + ended.complaint() + "); use --as systemd");
        }
        return new Failure(Exit.IO, program + ": failed (" + ended.complaint() + "); " + todo);
    }

    private static String bytes(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    private static String text(String bytes) {
        return new String(bytes.getBytes(ISO_8859_1), UTF_8);
    }
}
