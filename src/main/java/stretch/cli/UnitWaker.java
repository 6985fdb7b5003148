package stretch.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import stretch.Exit;
import stretch.Failure;
import stretch.FileKind;
import stretch.NewFile;
import stretch.remind.Change;
import stretch.remind.Job;
import stretch.remind.Timetable;

/** Units of systemd, or jobs of launchd: files with our mark, which alone are replaced and removed. */
final class UnitWaker implements Waker {
    private final Units units;
    private final Programs programs;
    private final Backups backups;

    UnitWaker(Units units, Programs programs, Backups backups) {
        this.units = units;
        this.programs = programs;
        this.backups = backups;
    }

    @Override
    public Step install(Job job, Timetable timetable) {
        var files = ScheduleCommand.asUsage(() -> units.files(job, timetable));
        var program = program();
        var old = existing(job.name());
        var shown = shown(old, files);
        boolean needed = !shown.isEmpty() || !counts(job.name());
        Supplier<String> make = () -> {
            var note = keep(old, files);
            files.forEach((name, text) -> {
                if (!text.equals(old.get(name))) {
                    write(name, text);
                }
            });
            var last = units.folder().resolve(units.names(job.name()).get(files.size() - 1));
            for (var command : units.start(job.name(), !old.isEmpty())) {
                run(program, command, last + " is written but does not count yet");
            }
            return "installed" + note;
        };
        return new Step(shown, needed, make);
    }

    @Override
    public Step uninstall(String job) {
        var program = program();
        var old = existing(job);
        Supplier<String> make = () -> {
            for (var command : units.stop(job)) {
                run(program, command, "its files in " + units.folder() + " are still there");
            }
            var note = keep(old, Map.of());
            old.keySet().forEach(this::delete);
            for (var command : units.afterwards()) {
                run(program, command, "its files in " + units.folder() + " are gone");
            }
            return "removed" + note;
        };
        return new Step(shown(old, Map.of()), !old.isEmpty(), make);
    }

    @Override
    public List<Installed> installed() {
        var all = new ArrayList<Installed>();
        if (!FileKind.exists(units.folder())) {
            return all;
        }
        try (var files = Files.list(units.folder())) {
            for (var file : files.sorted().toList()) {
                var named = units.named().matcher(file.getFileName().toString());
                if (named.matches()) {
                    var text = read(file);
                    if (text.contains(units.mark())) {
                        var job = named.group(1);
                        all.add(new Installed(
                                Wakers.Form.valueOf(units.form()),
                                job,
                                file.toString(),
                                counts(job),
                                units.times(text)));
                    }
                }
            }
        } catch (IOException e) {
            throw unreadable(units.folder(), e);
        }
        return all;
    }

    private boolean counts(String job) {
        return programs.find(units.program())
                .filter(program ->
                        programs.run(program, units.ask(job), new byte[0]).code() == 0)
                .isPresent();
    }

    private Path program() {
        return programs.find(units.program())
                .orElseThrow(() -> new Failure(
                        Exit.CANNOT_CREATE,
                        "there is no program " + units.program() + " on the PATH; " + units.without()));
    }

    /** Those files of the job that are there; all of them ours. */
    private Map<String, String> existing(String job) {
        var texts = new LinkedHashMap<String, String>();
        for (var name : units.names(job)) {
            var file = units.folder().resolve(name);
            if (FileKind.isTaken(file)) {
                var text = read(file);
                if (!text.contains(units.mark())) {
                    throw new Failure(
                            Exit.CANNOT_CREATE,
                            file + ": was not written by stretch, so it was left alone; move it away first");
                }
                texts.put(name, text);
            }
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
                shown.addAll(Change.lines(before, after));
            }
        }
        return shown;
    }

    private String keep(Map<String, String> old, Map<String, String> fresh) {
        var kept = new ArrayList<String>();
        old.forEach((name, text) -> {
            if (!text.equals(fresh.get(name))) {
                kept.add(backups.keep(name, text.getBytes(StandardCharsets.UTF_8))
                        .toString());
            }
        });
        return kept.isEmpty() ? "" : "; what was there is kept as " + String.join(" and ", kept);
    }

    private void run(Path program, List<String> arguments, String state) {
        var ended = programs.run(program, arguments, new byte[0]);
        if (ended.code() != 0) {
            var command = units.program() + " " + String.join(" ", arguments);
            throw new Failure(
                    Exit.IO,
                    command + ": failed (" + ended.complaint() + "); " + state + "; do this again when " + units.form()
                            + " answers");
        }
    }

    private String read(Path file) {
        try {
            // Bytes that are no UTF-8 can be in nobody's file but somebody else's.
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            // A link that leads nowhere, and is not ours.
            return "";
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static Failure unreadable(Path file, IOException e) {
        return e instanceof AccessDeniedException
                ? new Failure(Exit.NOT_PERMITTED, file + ": may not be read; check who owns it")
                : new Failure(Exit.IO, file + ": cannot be read (" + e.getMessage() + "); check the disk");
    }

    private void write(String name, String text) {
        var file = units.folder().resolve(name);
        try {
            NewFile.makeFolder(units.folder());
            try (var part = NewFile.of(file)) {
                Files.writeString(part.file(), text);
                part.place(true);
            }
        } catch (IOException e) {
            throw NewFile.failure(file, e);
        }
    }

    private void delete(String name) {
        var file = units.folder().resolve(name);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new Failure(Exit.NOT_PERMITTED, file + ": may not be deleted; check who owns its folder");
        }
    }
}
