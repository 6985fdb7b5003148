package stretch.cli.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import stretch.catalogue.read.CatalogueFile;
import stretch.cli.CommandContext;
import stretch.coaching.Hooks;
import stretch.history.backup.DatabaseBackups;
import stretch.history.backup.IntegrityCheck;
import stretch.history.db.Schema;
import stretch.history.sync.SyncCheck;
import stretch.os.AtomicFile;
import stretch.os.FileKind;
import stretch.os.UserError;
import stretch.os.process.ProcessRunner;
import stretch.session.plan.WrittenPlan;
import stretch.text.DidYouMean;
import stretch.text.Numbers;
import stretch.yaml.Problems;

/** What the doctor finds in the user's files. */
final class FileChecks {
    /** Room for a history of decades and its journal. */
    private static final long ROOM = 16L << 20;

    private final CommandContext context;
    private final List<Finding> findings = new ArrayList<>();

    FileChecks(CommandContext context) {
        this.context = context;
    }

    List<Finding> findings() {
        attempt("settings", () -> {
            var lost = goalsOfNothing(context.settings().goals().keySet());
            lost.forEach(text -> problem("settings", text));
            if (lost.isEmpty()) {
                ok("settings", "no mistakes");
            }
        });
        attempt("routines", this::routines);
        try {
            CatalogueFile.unread(context.paths().routinesPath())
                    .forEach(file -> problem("routines", file + ": is not read; rename it so that it ends in .yaml"));
        } catch (UserError failure) {
            // What is wrong with the folder was said above; without a home there is none.
        }
        attempt("hooks", () -> context.paths().hooksFolder().ifPresent(this::hooks));
        attempt("history", () -> {
            var record = context.paths().historyFile().toAbsolutePath().normalize();
            folder(record);
            context.paths().checkHistory();
            history(record);
        });
        return findings;
    }

    private void attempt(String about, Runnable look) {
        try {
            look.run();
        } catch (UserError failure) {
            failure.lines().forEach(line -> problem(about, line));
        }
    }

    /** A goal of a routine that is not there reminds of nothing. */
    private List<String> goalsOfNothing(Collection<String> goals) {
        try {
            var routines = context.catalogueOfFiles().routines().keySet();
            return goals.stream()
                    .filter(id -> !routines.contains(id))
                    .sorted()
                    .map(id -> "there is no routine " + Problems.quoted(id) + " for the goal in "
                            + context.paths().settingsPath() + "; "
                            + DidYouMean.advice(routines, id, "correct or remove it"))
                    .toList();
        } catch (UserError failure) {
            // What is wrong with the routines is said below.
            return List.of();
        }
    }

    private void routines() {
        context.catalogueOfFiles();
        var files = context.paths().routinesFiles();
        ok(
                "routines",
                files.isEmpty()
                        ? "those that come with stretch"
                        : files.stream().map(Path::toString).collect(Collectors.joining(", ")) + ", no mistakes");
    }

    private void hooks(Path folder) {
        Hooks.NAMES.stream()
                .map(folder::resolve)
                .filter(FileKind::exists)
                .forEach(hook -> ProcessRunner.distrust(hook)
                        .ifPresentOrElse(
                                why -> problem("hooks", hook + ": " + why),
                                () -> ok("hooks", hook + ", run in each session that is recorded")));
    }

    private void folder(Path record) {
        var folder = Objects.requireNonNull(record.getParent());
        try {
            if (FileKind.of(folder) == FileKind.FOLDER) {
                // A folder of another name is not ours: /tmp, say, is open to all for good reasons.
                if (folder.endsWith("stretch")) {
                    owned(folder, "700");
                }
                if (FileKind.exists(record)) {
                    owned(record, "600");
                }
            }
            var there = folder;
            while (!FileKind.exists(there)) {
                there = Objects.requireNonNull(there.getParent());
            }
            if (!Files.isDirectory(there) || !Files.isWritable(there)) {
                problem("data folder", there + " may not be written; check who owns it, or name another with --db");
            } else if (isAlmostFull(there)) {
                problem("data folder", folder + ": the disk is almost full; make room");
            } else {
                ok("data folder", folder + (there.equals(folder) ? "" : ", created when needed"));
            }
        } catch (IOException e) {
            problem("data folder", folder + " cannot be read (" + e.getMessage() + "); check who owns it");
        }
    }

    private static boolean isAlmostFull(Path folder) {
        var disk = folder.toFile();
        // A folder that is not there has no disk.
        return disk.getTotalSpace() > 0 && disk.getUsableSpace() < ROOM;
    }

    /** Health is nobody else's business. */
    private void owned(Path path, String mode) throws IOException {
        var allowed = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        boolean isOpenToOthers = !allowed.endsWith("------");
        if (isOpenToOthers || !allowed.startsWith("rw")) {
            problem(
                    "permissions",
                    path + " is " + (isOpenToOthers ? "open to others" : "closed to its owner") + " (" + allowed
                            + "); chmod " + mode + " " + path);
        }
        var user = System.getProperty("user.name", "?");
        var owner = Files.getOwner(path).getName();
        if (!user.equals("?") && !owner.equals(user)) {
            problem("permissions", path + " belongs to " + owner + "; sudo chown " + user + " " + path);
        }
    }

    private void history(Path record) {
        var check = IntegrityCheck.of(record, context.paths().cacheFolder());
        if (check.fault().isPresent()) {
            problem("history", check.fault().get());
        } else if (!check.damage().isEmpty()) {
            problem(
                    "history",
                    record + ": is damaged (" + check.damage().get(0).replaceAll("\\s+", " ")
                            + "); 'stretch doctor --rescue FILE' saves what can be read, 'stretch restore FILE' puts a"
                            + " backup in its place");
            broken(check);
        } else if (check.version() == 0) {
            ok("history", "nothing has been recorded yet");
        } else {
            integrity(record, check);
        }
        copies(record);
        for (var file :
                List.of(record, context.paths().settingsPath(), context.paths().routinesPath())) {
            leftovers(
                    Objects.requireNonNull(file.toAbsolutePath().getParent()),
                    file.getFileName().toString());
        }
        leftovers(context.backups().folder(), "");
        if (check.fault().isEmpty() && check.damage().isEmpty() && check.version() == Schema.VERSION) {
            sync(record);
        }
        backups(context.backups());
    }

    /** What a sync program leaves beside a database that it should not have been given. */
    private void copies(Path record) {
        var folder = Objects.requireNonNull(record.getParent());
        var stem = record.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        if (FileKind.of(folder) != FileKind.FOLDER) {
            return;
        }
        try (var beside = Files.list(folder)) {
            beside.filter(file -> {
                        var name = file.getFileName().toString();
                        return name.startsWith(stem)
                                && name.endsWith(".db")
                                && name.toLowerCase(Locale.ROOT).contains("conflict");
                    })
                    .sorted()
                    .forEach(
                            file -> problem(
                                    "sync",
                                    file
                                            + ": is a conflict copy of the history; bring in what it holds with 'stretch import',"
                                            + " then delete it, and share a folder with 'stretch sync' instead of the history"));
        } catch (IOException e) {
            problem("sync", folder + " cannot be read (" + e.getMessage() + "); check who owns it");
        }
    }

    /** What commands that were killed left half written of files whose names begin so. */
    private void leftovers(Path folder, String beginning) {
        try {
            if (FileKind.of(folder) == FileKind.FOLDER) {
                AtomicFile.abandoned(folder, beginning)
                        .forEach(file -> problem(
                                "files", file + ": was left half written by a command that was killed; delete it"));
            }
        } catch (IOException e) {
            problem("files", folder + " cannot be read (" + e.getMessage() + "); check who owns it");
        }
    }

    private void sync(Path record) {
        Optional<Path> folder;
        try {
            folder = context.syncFolder();
        } catch (UserError e) {
            // The settings were looked at already.
            folder = Optional.empty();
        }
        var now = context.world().clock().instant();
        var check = SyncCheck.of(record, context.paths().cacheFolder(), folder, now);
        check.faults().forEach(fault -> problem("sync", fault));
        folder.filter(FileChecks::isAlmostFull)
                .ifPresent(place -> problem("sync", place + ": the disk is almost full; make room"));
        folder.filter(place -> check.faults().isEmpty())
                .ifPresent(place -> ok("sync", place + ", " + Numbers.count(check.devices(), "other machine")));
        check.ahead()
                .ifPresent(at -> ok(
                        "clock",
                        "the last change is dated " + at.truncatedTo(ChronoUnit.SECONDS)
                                + ", so the clock of a machine was ahead; later changes still win"));
        check.future().forEach(session -> problem("clock", session));
    }

    private void integrity(Path record, IntegrityCheck check) {
        ok(
                "history",
                record + ": " + Numbers.count(check.rows().getOrDefault("session", 0L), "session") + ", "
                        + Numbers.count(check.rows().getOrDefault("step", 0L), "step") + ", schema " + check.version());
        broken(check);
        for (var fault : check.faults()) {
            problem(
                    "history",
                    fault + "; 'stretch edit' corrects a note, a time or a duration; else restore a backup with"
                            + " 'stretch restore FILE', or save the rest with 'stretch doctor --rescue FILE'");
        }
        check.plans().forEach(this::plan);
        if (check.orphans() > 0) {
            problem(
                    "history",
                    Numbers.count(check.orphans(), "row belongs", "rows belong")
                            + " to no session; 'stretch doctor --rescue FILE' leaves them out");
        }
        if (!check.open().isEmpty()) {
            var open = check.open().get(0);
            var id = open.substring(0, Math.min(8, open.length()));
            if (check.running()) {
                ok("sessions", id + " is running");
            } else {
                problem(
                        "sessions",
                        id + " broke off; 'stretch history' marks it as interrupted, 'stretch resume' continues it");
            }
        }
    }

    private void broken(IntegrityCheck check) {
        for (var row : check.mismatches()) {
            problem(
                    "history",
                    row
                            + ": differs from what was written; compare it with a backup and restore that, or save the rest with"
                            + " 'stretch doctor --rescue FILE', which keeps it as it is now");
        }
    }

    private void plan(String session, String plan) {
        try {
            WrittenPlan.parse(plan);
        } catch (IllegalArgumentException e) {
            problem(
                    "history",
                    "session " + session + ": " + e.getMessage() + "; it cannot be resumed, so start a new session");
        }
    }

    private void backups(DatabaseBackups backups) {
        var all = new TreeSet<>(backups.backups(false));
        all.addAll(backups.backups(true));
        ok(
                "backups",
                all.stream()
                        .reduce((older, newer) -> newer)
                        .map(newest -> Numbers.count(all.size(), "backup") + ", the newest is " + newest)
                        .orElse("none in " + backups.folder() + "; 'stretch backup' makes one"));
    }

    private void ok(String about, String text) {
        findings.add(Finding.ok(about, text));
    }

    private void problem(String about, String text) {
        findings.add(Finding.problem(about, text));
    }
}
