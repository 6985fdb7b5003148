package stretch.history.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.catalogue.Outcome;
import stretch.history.History;
import stretch.history.SampleHistory;
import stretch.history.entry.Filter;
import stretch.os.ExitCode;
import stretch.os.UserError;

/** A file that is not a history of ours is named, refused and left byte for byte as it is. */
class RefusedFilesTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name_file() {
        file = folder.resolve("history.db");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 99, 100, 5000})
    void not_a_database(int length) throws Exception {
        var text = "A diary, not a database.\n".repeat(200).getBytes(StandardCharsets.US_ASCII);
        Files.write(file, Arrays.copyOf(text, length));
        assertRefused("is not a database; name another with --db, or if it was your history, " + SqliteErrors.RESCUE);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 99})
    void database_cut_off_in_its_header(int length) throws Exception {
        made();
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
        assertRefused("is not a database; name another with --db, or if it was your history, " + SqliteErrors.RESCUE);
    }

    @Test
    void database_of_another_program() throws Exception {
        SampleHistory.sql(file, "CREATE TABLE session (id TEXT)", "INSERT INTO session VALUES ('theirs')");
        assertRefused("is another program's database; it was not changed; name another with --db");
    }

    @Test
    void database_with_the_mark_of_another_program() throws Exception {
        SampleHistory.sql(file, "CREATE TABLE session (id TEXT)", "PRAGMA application_id = 1196444487");
        assertRefused("is another program's database; it was not changed; name another with --db");
    }

    @Test
    void history_of_a_newer_stretch() throws Exception {
        made();
        SampleHistory.sql(file, "PRAGMA user_version = 99");
        assertRefused(
                "was written by a newer stretch (schema 99, this one knows " + Schema.VERSION + "); update stretch");
    }

    @Test
    void history_beside_which_lies_a_log_that_sqlite_would_read_instead() throws Exception {
        made();
        Files.writeString(file.resolveSibling(file.getFileName() + "-wal"), "somebody else's");
        assertRefused("a write-ahead log of another program lies beside it; move " + file.getFileName() + "-wal away");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 4096, 8192})
    void history_that_lacks_its_end(int missing) throws Exception {
        made();
        var whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - missing));
        assertRefused("is cut short; " + SqliteErrors.RESCUE);
    }

    @Test
    void history_that_lacks_all_but_its_header() throws Exception {
        made();
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100));
        assertRefused("is cut short; " + SqliteErrors.RESCUE);
    }

    @Test
    void history_whose_pages_are_overwritten() throws Exception {
        made();
        var bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 100, bytes.length, (byte) 0xAB);
        Files.write(file, bytes);
        assertRefused("is damaged; " + SqliteErrors.RESCUE);
    }

    @Test
    void folder_in_place_of_the_file() throws Exception {
        Files.createDirectory(file);
        for (var refused : new UserError[] {
            SampleHistory.failure(() -> SampleHistory.open(file)),
            SampleHistory.failure(() -> History.openExisting(file, SampleHistory.CACHES))
        }) {
            assertThat(refused).hasMessage(file + ": is a folder; name a file in it");
            assertThat(refused.exit()).isEqualTo(ExitCode.UNUSABLE);
        }
        assertThat(file).isEmptyDirectory();
    }

    @Test
    void file_in_place_of_its_folder() throws Exception {
        Files.writeString(file, "a file");
        var refused = SampleHistory.failure(() -> SampleHistory.open(file.resolve("history.db")));
        assertThat(refused).hasMessageStartingWith(file.resolve("history.db") + ": cannot be ");
        assertThat(refused.exit()).isIn(ExitCode.IO, ExitCode.CANNOT_CREATE);
        assertThat(file).hasContent("a file");
    }

    @Test
    void file_that_may_only_be_read_is_read() throws Exception {
        made();
        assumeReadOnly(file, "r--------");
        var bytes = Files.readAllBytes(file);
        try (var history = History.openExisting(file, SampleHistory.CACHES)) {
            assertThat(history.sessions(Filter.ALL)).hasSize(1);
        }
        var refused = SampleHistory.failure(() -> SampleHistory.open(file));
        assertThat(refused).hasMessage(file + ": may not be written; check who owns it");
        assertThat(refused.exit()).isEqualTo(ExitCode.NOT_PERMITTED);
        assertThat(file).hasBinaryContent(bytes);
    }

    @Test
    void folder_that_may_only_be_read_is_read() throws Exception {
        made();
        assumeReadOnly(folder, "r-x------");
        try (var history = History.openExisting(file, SampleHistory.CACHES)) {
            assertThat(history.sessions(Filter.ALL)).hasSize(1);
        }
        var other = folder.resolve("other.db");
        var refused = SampleHistory.failure(() -> SampleHistory.open(other));
        assertThat(refused)
                .hasMessage(other + ": cannot be created; check who owns " + folder + ", or name another with --db");
        assertThat(refused.exit()).isEqualTo(ExitCode.NOT_PERMITTED);
    }

    @Test
    void file_that_may_not_be_read() throws Exception {
        made();
        assumeReadOnly(file, "---------");
        var refused = SampleHistory.failure(() -> History.openExisting(file, SampleHistory.CACHES));
        assertThat(refused).hasMessage(file + ": may not be read; check who owns it");
        assertThat(refused.exit()).isEqualTo(ExitCode.NOT_PERMITTED);
    }

    /** A history with one session. */
    private void made() {
        try (var history = SampleHistory.open(file)) {
            SampleHistory.session(history, 1, "daily", Outcome.COMPLETED);
        }
    }

    private static void assumeReadOnly(Path path, String permissions) throws Exception {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        assumeFalse(Files.isWritable(path), "permissions do not hold root back");
    }

    private void assertRefused(String why) throws Exception {
        var bytes = Files.readAllBytes(file);
        var modified = Files.getLastModifiedTime(file);
        for (var refused : new UserError[] {
            SampleHistory.failure(() -> SampleHistory.open(file)),
            SampleHistory.failure(() -> History.openExisting(file, SampleHistory.CACHES))
        }) {
            assertThat(refused).hasMessage(file + ": " + why);
            assertThat(refused.exit()).isEqualTo(ExitCode.UNUSABLE);
        }
        assertThat(file).hasBinaryContent(bytes);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(modified);
        try (var files = Files.list(folder)) {
            assertThat(files).allSatisfy(path -> assertThat(path.toString()).doesNotEndWith("-journal"));
        }
    }
}
