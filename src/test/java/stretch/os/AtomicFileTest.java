package stretch.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file whose place is taken while it is written. */
class AtomicFileTest {
    @TempDir
    private Path folder;

    @Test
    void leaves_what_came_there_meanwhile_and_the_journal_beside_it() throws Exception {
        var place = folder.resolve("history.db");
        try (var file = AtomicFile.of(place)) {
            Files.writeString(place, "another's");
            Files.createFile(folder.resolve("history.db-journal"));

            assertThat(file.commitIfFree()).isFalse();
            assertThatThrownBy(() -> file.commit(false)).hasMessageContaining("exists already");
        }
        assertThat(place).hasContent("another's");
        assertThat(folder.toFile().list()).hasSize(2);
    }

    @Test
    void does_not_come_beside_the_journal_of_a_file_that_is_gone() throws Exception {
        try (var file = AtomicFile.of(folder.resolve("history.db"))) {
            Files.createFile(folder.resolve("history.db-journal"));

            assertThatThrownBy(file::commitIfFree).hasMessageContaining("is in the way of history.db");
        }
    }
}
