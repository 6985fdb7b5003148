package stretch.reminder.schedule.unit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import stretch.os.AtomicFile;
import stretch.os.ExitCode;
import stretch.os.FileKind;
import stretch.os.InputFile;
import stretch.os.UserError;
import stretch.os.process.ProcessRunner;
import stretch.reminder.schedule.Job;
import stretch.reminder.schedule.LineDiff;
import stretch.reminder.schedule.Scheduler;
import stretch.reminder.schedule.Timetable;

/** Units of systemd, or jobs of launchd: files with our mark, which alone are replaced and removed. */
public record UnitFileScheduler(UnitFiles units, ProcessRunner processes, FileBackups backups, SystemServices services)
        implements Scheduler {
    @Override
    public PlannedChange install(Job job, Timetable timetable) {
        var files = UserError.asUsage(() -> units.files(job, timetable));
        var program = program();
        var old = existing(job.name());
        var shown = shown(old, files);
        boolean needed = !shown.isEmpty() || !isActive(job.name());
        Supplier<String> make = () -> {
            var note = backUp(old, files);
            files.forEach((name, text) -> {
                if (!text.equals(old.get(name))) {
                    write(name, text);
                }
            });
            try {
                for (var command : units.start(job.name(), !old.isEmpty())) {
                    run(program, command, old.isEmpty() ? "nothing was installed" : "the old files are back");
                }
            } catch (UserError e) {
                takeBack(program, job.name(), old);
                throw e;
            }
            return "installed with " + units.form() + note;
        };
        return new PlannedChange(shown, needed, make);
    }

    @Override
    public PlannedChange uninstall(String job) {
        var program = program();
        var old = existing(job);
        Supplier<String> make = () -> {
            for (var command : units.stop(job)) {
                run(program, command, "its files in " + units.folder() + " are still there");
            }
            var note = backUp(old, Map.of());
            old.keySet().forEach(this::delete);
            for (var command : units.afterwards()) {
                run(program, command, "its files in " + units.folder() + " are gone");
            }
            return "removed from " + units.form() + note;
        };
        return new PlannedChange(shown(old, Map.of()), !old.isEmpty(), make);
    }

    @Override
    public List<InstalledJob> installed() {
        var all = new ArrayList<InstalledJob>();
        if (!FileKind.exists(units.folder())) {
            return all;
        }
        var name = Pattern.compile(timed("([a-z0-9-]+)").replace(".", "\\."));
        try (var files = Files.list(units.folder())) {
            for (var file : files.sorted().toList()) {
                var named = name.matcher(file.getFileName().toString());
                if (named.matches()) {
                    var job = named.group(1);
                    read(file)
                            .filter(text -> text.contains(units.mark()))
                            .ifPresent(text -> all.add(new InstalledJob(
                                    units.form(), job, file.toString(), isActive(job), units.times(text))));
                }
            }
        } catch (IOException e) {
            throw InputFile.unreadable(units.folder(), e);
        }
        return all;
    }

    /** The name of the job's file that says when. */
    private String timed(String job) {
        var names = units.names(job);
        return names.get(names.size() - 1);
    }

    private boolean isActive(String job) {
        return processes
                .find(units.form().program())
                .filter(program ->
                        processes.run(program, units.ask(job), new byte[0]).code() == 0)
                .isPresent();
    }

    private Path program() {
        return processes
                .find(units.form().program())
                .orElseThrow(() -> new UserError(
                        ExitCode.CANNOT_CREATE,
                        "there is no program " + units.form().program() + " on the PATH; "
                                + services.asleep(units.form()).orElseGet(() -> services.instead(units.form()))));
    }

    /** Those files of the job that are there; all of them ours. */
    private Map<String, String> existing(String job) {
        var texts = new LinkedHashMap<String, String>();
        for (var name : units.names(job)) {
            var file = units.folder().resolve(name);
            var text = FileKind.isTaken(file) ? read(file) : Optional.<String>empty();
            if (text.isPresent() && !text.get().contains(units.mark())) {
                throw new UserError(
                        ExitCode.CANNOT_CREATE,
                        file + ": was not written by stretch, so it was left alone; move it away first");
            }
            text.ifPresent(ours -> texts.put(name, ours));
        }
        return texts;
    }

    private List<String> shown(Map<String, String> old, Map<String, String> fresh) {
        var shown = new ArrayList<String>();
        var names = new LinkedHashMap<>(old);
        names.putAll(fresh);
        for (var name : names.keySet()) {
            var before = old.getOrDefault(name, "");
            var after = fresh.getOrDefault(name, "");
            if (!before.equals(after)) {
                shown.add(units.folder().resolve(name).toString());
                shown.addAll(LineDiff.lines(before, after));
            }
        }
        return shown;
    }

    private String backUp(Map<String, String> old, Map<String, String> fresh) {
        var kept = new ArrayList<String>();
        old.forEach((name, text) -> {
            if (!text.equals(fresh.get(name))) {
                kept.add(backups.save(name, text.getBytes(StandardCharsets.UTF_8))
                        .toString());
            }
        });
        return kept.isEmpty() ? "" : "; what was there before is kept as " + String.join(" and ", kept);
    }

    private void run(Path program, List<String> arguments, String state) {
        var result = processes.run(program, arguments, new byte[0]);
        if (result.code() != 0) {
            var command = units.form().program() + " " + String.join(" ", arguments);
            throw new UserError(
                    ExitCode.IO,
                    command + ": failed (" + result.errorLine() + "); " + state + "; "
                            + services.asleep(units.form())
                                    .orElse("do this again when " + units.form().name() + " answers"));
        }
    }

    /** Leaves what was there before an installation that failed, and as far as the program answers, tells it so. */
    private void takeBack(Path program, String job, Map<String, String> old) {
        if (old.isEmpty()) {
            units.stop(job).forEach(command -> processes.run(program, command, new byte[0]));
            units.names(job).forEach(this::delete);
        }
        old.forEach(this::write);
        units.afterwards().forEach(command -> processes.run(program, command, new byte[0]));
    }

    /** What is in a file; empty if it is not there. */
    private Optional<String> read(Path file) {
        try {
            // Bytes that are no UTF-8 can be in nobody's file but somebody else's.
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            // A link that leads nowhere is there, and not ours.
            return FileKind.isDeadLink(file) ? Optional.of("") : Optional.empty();
        } catch (IOException e) {
            throw InputFile.unreadable(file, e);
        }
    }

    private void write(String name, String text) {
        var file = units.folder().resolve(name);
        try {
            AtomicFile.makeFolder(units.folder());
            AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw AtomicFile.failure(file, e);
        }
    }

    private void delete(String name) {
        var file = units.folder().resolve(name);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UserError(ExitCode.NOT_PERMITTED, file + ": may not be deleted; check who owns its folder");
        }
    }
}
