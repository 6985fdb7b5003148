package stretch.history.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.history.History;
import stretch.history.SampleHistory;

/** A record of the first shape is brought up to the newest, after a copy of it was kept. */
class UpgradeTest {
    private static final String ROW = "'00000001-0000-7000-8000-000000000001', 'daily', 1795244400000, 3600,"
            + " 'Europe/Berlin', 1795244540000, 3600, 140000, 'completed', 3, NULL, NULL, 'old', 'feedbeef'";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void a_record_of_the_first_shape() throws Exception {
        file = folder.resolve("history.db");
        try (Connection connection = SqliteConnections.connect(file, SampleHistory.CACHES, false);
                var statement = connection.createStatement()) {
            Schema.make(connection, 0, 1);
            statement.executeUpdate("INSERT INTO meta VALUES ('device', 'feedbeef')");
            statement.executeUpdate("INSERT INTO session VALUES (" + ROW + ")");
            statement.executeUpdate("INSERT INTO step SELECT id, 1, 'hip-hinge', 'both', 'reps', 5, 5, 20000, 'done',"
                    + " started_ms, started_offset FROM session");
            statement.execute("PRAGMA application_id = " + Schema.APPLICATION_ID);
            statement.execute("PRAGMA user_version = 1");
        }
    }

    @Test
    void nothing_is_lost_and_a_copy_of_the_old_is_kept() throws Exception {
        try (var history = SampleHistory.open(file)) {
            assertThat(history.find("last").note()).isEqualTo("old");
            assertThat(history.unfinished()).isEmpty();
            var step = history.steps(history.find("last").id()).get(0);
            assertThat(step.set()).isEmpty();
            assertThat(step.load()).isEmpty();
        }
        assertThat(SampleHistory.rows(file, "PRAGMA user_version")).containsExactly(Integer.toString(Schema.VERSION));
        var copy = folder.resolve("history.db.schema-1");
        assertThat(SampleHistory.rows(copy, "PRAGMA user_version")).containsExactly("1");
        assertThat(SampleHistory.rows(copy, "SELECT note FROM session")).containsExactly("old");
        assertThat(Files.getPosixFilePermissions(copy)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(folder.toFile().list()).doesNotContain(".copy");
    }

    @Test
    void it_is_also_done_for_those_who_only_read() throws Exception {
        History.openExisting(file, SampleHistory.CACHES).close();
        assertThat(SampleHistory.rows(file, "PRAGMA user_version")).containsExactly(Integer.toString(Schema.VERSION));
    }

    @Test
    void a_version_that_is_too_low_for_the_tables_is_seen() throws Exception {
        for (int real = 1; real <= Schema.VERSION; real++) {
            try (var connection = SqliteConnections.memory()) {
                Schema.make(connection, 0, real);
                for (int version = 1; version <= real; version++) {
                    assertThat(Schema.leadsOn(connection, version))
                            .as("%d for %d", version, real)
                            .isEqualTo(version == real);
                }
            }
        }
    }

    @Test
    void many_at_once_do_it_once() throws Exception {
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = java.util.Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 8; i++) {
            var thread = new Thread(() -> SampleHistory.open(file).close());
            thread.setUncaughtExceptionHandler((dead, failure) -> failures.add(failure));
            thread.start();
            threads.add(thread);
        }
        for (var thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
        assertThat(SampleHistory.rows(file, "PRAGMA user_version")).containsExactly(Integer.toString(Schema.VERSION));
        assertThat(SampleHistory.rows(file, "SELECT note FROM session")).containsExactly("old");
    }
}
