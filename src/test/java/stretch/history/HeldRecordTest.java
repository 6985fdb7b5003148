package stretch.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.history.backup.DatabaseBackups;
import stretch.history.db.Database;

/** Nobody else writes to a record within a transaction, whatever is done in it. */
@Tag("once")
class HeldRecordTest {
    @TempDir
    private Path folder;

    private static String another(Path file) {
        try (var other = HistoryProcess.start("write", file)) {
            return other.next();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As an import, a restore, and a sync that deletes sessions do; a lock of a file goes when any handle on it is closed. */
    @Test
    void a_backup_within_a_transaction_leaves_it_its_lock() {
        var file = folder.resolve("history.db");
        SampleHistory.open(file).close();
        var backups = new DatabaseBackups(file, SampleHistory.CACHES, Clock.systemUTC());
        var seen = new ArrayList<String>();
        try (var database = Database.open(file, SampleHistory.CACHES, false)) {
            database.inTransaction(() -> {
                seen.add(another(file));
                backups.backUp("before-import");
                seen.add(another(file));
            });
        }
        seen.add(another(file));

        assertThat(seen).containsExactly("refused", "refused", "taken");
    }
}
