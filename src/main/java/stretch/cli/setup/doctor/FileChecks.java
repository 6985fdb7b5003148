package stretch.cli.setup.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import stretch.catalogue.read.CatalogueFile;
import stretch.cli.CommandContext;
import stretch.coaching.Hooks;
import stretch.os.FileKind;
import stretch.os.UserError;
import stretch.os.process.ProcessRunner;
import stretch.text.DidYouMean;
import stretch.yaml.Problems;

/** What the doctor finds in the user's files. */
public final class FileChecks {
    private final CommandContext context;
    private final List<Finding> findings = new ArrayList<>();

    public FileChecks(CommandContext context) {
        this.context = context;
    }

    public List<Finding> findings() {
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
            new HistoryChecks(context, record, findings).look();
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
            } else if (HistoryChecks.isAlmostFull(context, there)) {
                problem("data folder", folder + ": the disk is almost full; make room");
            } else {
                ok("data folder", folder + (there.equals(folder) ? "" : ", created when needed"));
            }
        } catch (IOException e) {
            problem("data folder", folder + " cannot be read (" + e.getMessage() + "); check who owns it");
        }
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

    private void ok(String about, String text) {
        findings.add(Finding.ok(about, text));
    }

    private void problem(String about, String text) {
        findings.add(Finding.problem(about, text));
    }
}
