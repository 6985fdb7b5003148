package stretch.cli.setup.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import stretch.cli.CommandContext;
import stretch.history.backup.IntegrityCheck;
import stretch.history.db.Schema;
import stretch.history.db.UuidV7;
import stretch.history.sync.SyncCheck;
import stretch.os.AtomicFile;
import stretch.os.FileKind;
import stretch.os.UserError;
import stretch.session.plan.WrittenPlan;
import stretch.text.Numbers;

/**
 * What the doctor finds in the history, and in what belongs to it.
 *
 * @param record its whole path
 */
record HistoryChecks(CommandContext context, Path record, List<Finding> findings) {
    /** Room for a history of decades and its journal. */
    private static final long ROOM = 16L << 20;

    static boolean isAlmostFull(CommandContext context, Path folder) {
        return context.world().room().applyAsLong(folder) < ROOM;
    }

    void look() {
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
            integrity(check);
        }
        copies();
        for (var file :
                List.of(record, context.paths().settingsPath(), context.paths().routinesPath())) {
            leftovers(
                    Objects.requireNonNull(file.toAbsolutePath().getParent()),
                    file.getFileName().toString());
        }
        leftovers(context.backups().folder(), "");
        if (check.fault().isEmpty() && check.damage().isEmpty() && check.version() == Schema.VERSION) {
            sync();
        }
        backups();
    }

    /** What a sync program leaves beside a database that it should not have been given. */
    private void copies() {
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

    private void sync() {
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
        folder.filter(place -> isAlmostFull(context, place))
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

    private void integrity(IntegrityCheck check) {
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
            var id = UuidV7.shown(check.open().get(0));
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

    private void backups() {
        var backups = context.backups();
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
