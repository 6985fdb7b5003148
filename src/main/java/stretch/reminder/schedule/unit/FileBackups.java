package stretch.reminder.schedule.unit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import stretch.os.AtomicFile;
import stretch.os.ExitCode;
import stretch.os.FileKind;
import stretch.os.UserError;

/** Keeps what is about to be replaced in the folder of the history: the newest three of each thing. */
public record FileBackups(Path folder, Clock clock) {
    private static final int KEPT = 3;

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Puts the bytes into a file of its own, named by the thing and the moment, readable by the user alone. */
    public Path save(String thing, byte[] bytes) {
        try {
            AtomicFile.makeFolder(folder);
            var file = FileKind.free(folder.resolve(thing + "-" + STAMP.format(clock.instant())), ".bak");
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, bytes);
            prune(thing, file);
            return file;
        } catch (IOException e) {
            throw new UserError(
                    ExitCode.CANNOT_CREATE,
                    folder + ": cannot take a copy of the old " + thing + " (" + e.getMessage()
                            + "), so nothing was changed; make room there, or name another folder with --db");
        }
    }

    /** The newest by name, and in any case the one that was just taken: the clock may have been set back. */
    private void prune(String thing, Path fresh) throws IOException {
        var ours = Pattern.compile(Pattern.quote(thing) + "-\\d{8}-\\d{6}-\\d{3}(\\.\\d+)?\\.bak");
        try (var files = Files.list(folder)) {
            var old = files.filter(file -> !file.equals(fresh))
                    .filter(file -> ours.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.reverseOrder())
                    .skip(KEPT - 1)
                    .toList();
            for (var file : old) {
                Files.deleteIfExists(file);
            }
        }
    }
}
