package stretch.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.catalogue.Outcome;
import stretch.history.db.DatabaseHeader;
import stretch.history.entry.Filter;

/**
 * What a power cut or {@code kill -9} leaves in the middle of a write: the file half changed, and SQLite's journal
 * with the pages as they were. The next to come undoes the half write.
 */
@Tag("once")
class InterruptedWriteTest {
    private static final int PAGE = 4096;
    private static final int SECTOR = 512;
    private static final byte[] NOTHING = {};

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name_file() {
        file = folder.resolve("history.db");
    }

    @Test
    void half_grown_file_is_mended_by_the_next_to_write() throws Exception {
        halfGrown();
        try (var history = SampleHistory.open(file)) {
            assertThat(history.find("last").note()).isEmpty();
        }
        assertThat(journal()).doesNotExist();
    }

    @Test
    void half_grown_file_is_mended_by_the_next_to_read() throws Exception {
        halfGrown();
        try (var history = History.openExisting(file, SampleHistory.CACHES)) {
            assertThat(history.find("last").note()).isEmpty();
        }
        assertThat(journal()).doesNotExist();
    }

    @Test
    void half_made_file_is_made_again() throws Exception {
        for (int pages = 0; pages <= halfMade(0); pages++) {
            halfMade(pages);
            try (var history = SampleHistory.open(file)) {
                SampleHistory.session(history, 1, "daily", Outcome.COMPLETED);
                assertThat(history.sessions(Filter.ALL)).hasSize(1);
            }
        }
    }

    @Test
    void half_made_file_has_no_history_yet() throws Exception {
        for (int pages = 0; pages <= halfMade(0); pages++) {
            halfMade(pages);
            assertThat(History.openExisting(file, SampleHistory.CACHES).exists())
                    .isFalse();
        }
    }

    @Test
    void file_that_grows_meanwhile_is_read() throws Exception {
        SampleHistory.open(file).close();
        try (var other = HistoryProcess.start("growth", file)) {
            other.go();
            while (!other.hasAnswer()) {
                assertThat(DatabaseHeader.requireHistory(file)).isTrue();
            }
            assertThat(other.answer()).isEqualTo("done");
        }
    }

    /** A long note was being written: the first page says that the file has grown, which it has not yet. */
    private void halfGrown() throws Exception {
        try (var history = SampleHistory.open(file)) {
            SampleHistory.session(history, 1, "daily", Outcome.COMPLETED);
        }
        var before = Files.readAllBytes(file);
        SampleHistory.sql(file, "UPDATE session SET note = printf('%.50000c', 'x')");
        var after = Files.readAllBytes(file);
        assertThat(after).hasSizeGreaterThan(before.length);
        var half = before.clone();
        System.arraycopy(after, 0, half, 0, PAGE);
        Files.write(file, half);
        writeJournal(before);
    }

    /** The tables were being made, and so many pages of them had been written; gives how many there are. */
    private int halfMade(int pages) throws IOException {
        Files.deleteIfExists(file);
        SampleHistory.open(file).close();
        var whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, pages * PAGE));
        writeJournal(NOTHING);
        return whole.length / PAGE;
    }

    private Path journal() {
        return folder.resolve("history.db-journal");
    }

    /** A journal by SQLite's documented file format, section "The Rollback Journal". */
    private void writeJournal(byte[] before) throws IOException {
        int count = before.length / PAGE;
        int nonce = 7;
        var journal = ByteBuffer.allocate(SECTOR + count * (PAGE + 8));
        journal.put(HexFormat.of().parseHex("d9d505f920a163d7"));
        journal.putInt(count).putInt(nonce).putInt(count).putInt(SECTOR).putInt(PAGE);
        journal.position(SECTOR);
        for (int i = 0; i < count; i++) {
            int checksum = nonce;
            for (int at = PAGE - 200; at > 0; at -= 200) {
                checksum += Byte.toUnsignedInt(before[i * PAGE + at]);
            }
            journal.putInt(i + 1).put(before, i * PAGE, PAGE).putInt(checksum);
        }
        Files.write(journal(), journal.array());
    }
}
