package stretch.history.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import stretch.history.History;
import stretch.history.HistoryEditor;
import stretch.history.SampleHistory;
import stretch.history.backup.IntegrityCheck;
import stretch.history.entry.Filter;
import stretch.history.entry.SessionRow;
import stretch.history.transfer.export.CsvExport;
import stretch.history.transfer.export.Export;
import stretch.history.transfer.export.JsonExport;

/** Machines that share a folder, each with a copy of it that files are carried to. */
abstract class SyncMachines {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    @TempDir
    Path folder;

    final List<Machine> machines = new ArrayList<>();
    private int made;
    private long minute;

    /** A history, and its own copy of the folder, as sync programs and git keep one. */
    final class Machine {
        final Path file;
        final Path shared;
        History history;

        /** By how much its clock is wrong. */
        private final Duration wrong;

        Machine(String name, Duration wrong) throws IOException {
            this.file = folder.resolve(name).resolve("history.db");
            this.shared = Files.createDirectories(folder.resolve(name).resolve("shared"));
            this.wrong = wrong;
            this.history = SampleHistory.open(file);
            // By chance as well, which a seed knows nothing of.
            history.storeValue("device", "a000000" + machines.size());
            machines.add(this);
        }

        Clock clock() {
            return Clock.fixed(
                    SampleHistory.MORNING.plusMinutes(++minute).plus(wrong).toInstant(), ZONE);
        }

        ZonedDateTime now() {
            return ZonedDateTime.now(clock());
        }

        HistoryEditor editor() {
            return history.editor(clock());
        }

        SyncResult sync() {
            return history.sync(clock(), () -> file).run(shared, false);
        }

        String device() {
            try {
                return SampleHistory.rows(file, "SELECT value FROM meta WHERE key = 'device'")
                        .get(0);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        /** Everything that is exported, in every format. */
        String exports() {
            var out = new StringWriter();
            JsonExport.whole(history, Filter.ALL, out);
            for (var rows : Export.ExportTable.values()) {
                CsvExport.write(history, Filter.ALL, rows, out);
            }
            return out.toString();
        }
    }

    @AfterEach
    void close() {
        machines.forEach(machine -> machine.history.close());
    }

    Machine machine(String name) throws IOException {
        return new Machine(name, Duration.ZERO);
    }

    /** The id of the next record, on whatever machine. */
    String nextId() {
        return SampleHistory.id(++made);
    }

    SessionRow add(Machine to, String note) {
        var id = nextId();
        to.editor()
                .add(
                        SampleHistory.added(id, "daily", to.now(), Duration.ofMinutes(2), note, 2),
                        List.of(SampleHistory.step(1), SampleHistory.loaded(2, "hip-hinge", "5 kg \"red\"\n")));
        return to.history.find(id);
    }

    static void note(Machine on, String id, String note) {
        on.editor().edit(on.history.find(id), SampleHistory.noted(note));
    }

    static List<Path> files(Path shared) throws IOException {
        try (var all = Files.list(shared)) {
            return all.sorted().toList();
        }
    }

    /** Copies all files but those of the machine that gets them. */
    static void copy(Machine from, Machine to) throws IOException {
        for (var file : files(from.shared)) {
            var name = file.getFileName().toString();
            if (!name.startsWith(to.device())) {
                Files.copy(file, to.shared.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** What a sync program does sooner or later: everybody has the files that everybody wrote last. */
    void copyAll() throws IOException {
        for (var from : machines) {
            for (var file : files(from.shared)) {
                var name = file.getFileName().toString();
                if (name.startsWith(from.device())) {
                    for (var to : machines) {
                        if (to != from) {
                            Files.copy(file, to.shared.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                        }
                    }
                }
            }
        }
    }

    void assertSame() {
        for (var machine : machines) {
            assertThat(machine.exports()).isEqualTo(machines.get(0).exports());
            var check = IntegrityCheck.of(machine.file, SampleHistory.CACHES);
            assertThat(check.damage()).isEmpty();
            assertThat(check.mismatches()).isEmpty();
            assertThat(check.faults()).isEmpty();
            assertThat(check.orphans()).isZero();
        }
    }
}
