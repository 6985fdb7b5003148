package stretch.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.history.backup.DatabaseBackups;
import stretch.history.backup.DatabaseRestore;
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

    /** Whoever makes the first tables is waited for, and what was recorded by then is kept. */
    @Test
    void a_restore_into_an_empty_history_waits_for_whoever_begins_one() throws Exception {
        var backup = folder.resolve("backup.db");
        SampleHistory.open(backup).close();
        var file = folder.resolve("history.db");
        Database.make(file);
        var restore = new DatabaseRestore(new DatabaseBackups(file, SampleHistory.CACHES, Clock.systemUTC()));

        try (var other = HistoryProcess.start("tables", file)) {
            assertThat(other.next()).isEqualTo("begun");
            var restoring = CompletableFuture.supplyAsync(() -> restore.restore(backup));
            assertThat(other.next()).isEqualTo("done");
            assertThat(restoring.join().backup()).isPresent();
        }
        assertThat(SampleHistory.rows(file, "SELECT value FROM meta WHERE key = 'device'"))
                .isEqualTo(SampleHistory.rows(backup, "SELECT value FROM meta WHERE key = 'device'"));
    }

    /** SQLite does not notice that an empty file is replaced: what is recorded would be nowhere. */
    @Test
    void who_has_an_empty_history_open_is_told_that_it_was_replaced() throws Exception {
        var backup = folder.resolve("backup.db");
        SampleHistory.open(backup).close();
        var file = folder.resolve("history.db");
        Database.make(file);
        var restore = new DatabaseRestore(new DatabaseBackups(file, SampleHistory.CACHES, Clock.systemUTC()));

        try (var database = Database.open(file, SampleHistory.CACHES, false)) {
            assertThat(database.version()).isZero();
            restore.restore(backup);
            assertThat(SampleHistory.failure(() -> database.inTransaction(() -> database.update("DELETE FROM meta"))))
                    .hasMessageContaining("was replaced a moment ago");
        }
        assertThat(SampleHistory.rows(file, "SELECT count(*) FROM meta"))
                .isEqualTo(SampleHistory.rows(backup, "SELECT count(*) FROM meta"));
    }

    @Test
    void what_is_half_written_goes_with_a_command_that_is_told_to_end() throws Exception {
        try (var other = HistoryProcess.start("parts", folder.resolve("export.csv"))) {
            assertThat(other.next()).isEqualTo("done");
            assertThat(folder.toFile().list()).hasSize(8);
            other.end();
        }
        assertThat(folder).isEmptyDirectory();
    }
}
