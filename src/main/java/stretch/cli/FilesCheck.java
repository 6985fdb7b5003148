package stretch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import stretch.Failure;
import stretch.FileKind;
import stretch.history.Checkup;
import stretch.history.Safekeeping;
import stretch.session.WrittenPlan;

/** What the doctor finds in the user's files. */
final class FilesCheck {
    /** Room for a history of decades and its journal. */
    private static final long ROOM = 16L << 20;

    private final Desk desk;
    private final List<Finding> findings = new ArrayList<>();

    FilesCheck(Desk desk) {
        this.desk = desk;
    }

    List<Finding> findings() {
        attempt("settings", () -> {
            desk.settings();
            return "no mistakes";
        });
        attempt("routines", () -> {
            desk.catalogue();
            return desk.routinesFile().map(file -> file + ", no mistakes").orElse("those that come with stretch");
        });
        try {
            var record = desk.database().toAbsolutePath().normalize();
            folder(record);
            desk.checkDatabase();
            record(record);
        } catch (Failure failure) {
            failure.lines().forEach(line -> mend("record", line));
        }
        return findings;
    }

    private void attempt(String about, Supplier<String> look) {
        try {
            ok(about, look.get());
        } catch (Failure failure) {
            failure.lines().forEach(line -> mend(about, line));
        }
    }

    private void folder(Path record) {
        var folder = java.util.Objects.requireNonNull(record.getParent());
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
                there = java.util.Objects.requireNonNull(there.getParent());
            }
            if (!Files.isDirectory(there) || !Files.isWritable(there)) {
                mend("data folder", there + " may not be written; check who owns it, or name another with --db");
            } else if (Files.getFileStore(there).getUsableSpace() < ROOM) {
                mend("data folder", folder + ": the disk is almost full; make room");
            } else {
                ok("data folder", folder + (there.equals(folder) ? "" : ", made when needed"));
            }
        } catch (IOException e) {
            mend("data folder", folder + " cannot be looked at (" + e.getMessage() + "); check who owns it");
        }
    }

    /** Health is nobody else's business. */
    private void owned(Path path, String mode) throws IOException {
        var others = Set.of("GROUP_", "OTHERS_");
        var allowed = Files.getPosixFilePermissions(path);
        if (allowed.stream()
                .map(PosixFilePermission::name)
                .anyMatch(name -> others.stream().anyMatch(name::startsWith))) {
            mend(
                    "permissions",
                    path + " is open to others (" + PosixFilePermissions.toString(allowed) + "); chmod " + mode + " "
                            + path);
        }
        var user = System.getProperty("user.name", "?");
        var owner = Files.getOwner(path).getName();
        if (!user.equals("?") && !owner.equals(user)) {
            mend("permissions", path + " belongs to " + owner + "; sudo chown " + user + " " + path);
        }
    }

    private void record(Path record) {
        var checkup = Checkup.of(record, desk.caches());
        if (checkup.fault().isPresent()) {
            mend("record", checkup.fault().get());
        } else if (!checkup.damage().isEmpty()) {
            mend(
                    "record",
                    record + ": is damaged (" + checkup.damage().get(0).replaceAll("\\s+", " ")
                            + "); 'stretch doctor --rescue FILE' saves what can be read, 'stretch restore FILE' puts a"
                            + " backup in its place");
            broken(checkup);
        } else if (checkup.version() == 0) {
            ok("record", "nothing was recorded yet");
        } else {
            sound(record, checkup);
        }
        backups(desk.safekeeping());
    }

    private void sound(Path record, Checkup checkup) {
        ok(
                "record",
                record + ": " + checkup.rows().getOrDefault("session", 0L) + " sessions, "
                        + checkup.rows().getOrDefault("step", 0L) + " steps, schema " + checkup.version());
        broken(checkup);
        for (var fault : checkup.faults()) {
            mend(
                    "record",
                    fault + "; 'stretch edit' corrects a note, a time or a duration; else restore a backup with"
                            + " 'stretch restore FILE', or save the rest with 'stretch doctor --rescue FILE'");
        }
        checkup.plans().forEach(this::plan);
        if (checkup.orphans() > 0) {
            mend(
                    "record",
                    checkup.orphans() + " rows belong to no session; 'stretch doctor --rescue FILE' leaves them out");
        }
        if (!checkup.open().isEmpty()) {
            var open = checkup.open().get(0);
            var id = open.substring(0, Math.min(8, open.length()));
            if (checkup.running()) {
                ok("sessions", id + " is running");
            } else {
                mend(
                        "sessions",
                        id + " broke off; 'stretch history' notes it as interrupted, 'stretch resume' goes on");
            }
        }
    }

    private void broken(Checkup checkup) {
        for (var row : checkup.broken()) {
            mend(
                    "record",
                    row + ": is not what was written; compare it with a backup and restore that, or save the rest with"
                            + " 'stretch doctor --rescue FILE', which keeps it as it reads now");
        }
    }

    private void plan(String session, String plan) {
        try {
            WrittenPlan.parse(plan);
        } catch (IllegalArgumentException e) {
            mend("record", "session " + session + ": " + e.getMessage() + "; it cannot be resumed: run it anew");
        }
    }

    private void backups(Safekeeping safekeeping) {
        var asked = safekeeping.backups(false);
        var all = new ArrayList<>(asked);
        all.addAll(safekeeping.backups(true));
        var newest = all.stream().sorted().reduce((older, newer) -> newer);
        ok(
                "backups",
                newest.map(file -> all.size() + ", the newest is " + file)
                        .orElse("none in " + safekeeping.folder() + "; 'stretch backup' makes one"));
    }

    private void ok(String about, String text) {
        findings.add(Finding.ok(about, text));
    }

    private void mend(String about, String text) {
        findings.add(Finding.mend(about, text));
    }
}
