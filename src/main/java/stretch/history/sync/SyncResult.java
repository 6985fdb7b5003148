package stretch.history.sync;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import stretch.history.entry.SessionRow;
import stretch.os.ExitCode;

/**
 * What a sync did.
 *
 * @param devices the other machines of which there is a file
 * @param copies files that were read and have another name than their machine gave them
 * @param future sessions that begin after now
 * @param kept the backup that was made before sessions were deleted
 * @param renamed whether this machine has a new name, since another writes under the one it had
 */
public record SyncResult(
        Set<String> devices,
        SyncCounts counts,
        int read,
        int written,
        List<String> copies,
        List<RefusedFile> refused,
        List<SessionRow> future,
        Optional<Path> kept,
        boolean renamed) {
    /** A file that was not taken, and why. */
    public record RefusedFile(String name, ExitCode exit, String why) {}

    public SyncResult {
        devices = Set.copyOf(devices);
        copies = List.copyOf(copies);
        refused = List.copyOf(refused);
        future = List.copyOf(future);
    }

    /** What is to be said of the backup. */
    public Optional<String> keptWords() {
        return kept.map(file ->
                "sessions that were deleted elsewhere are deleted here too; the history before is kept: " + file);
    }
}
