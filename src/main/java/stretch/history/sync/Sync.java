package stretch.history.sync;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import stretch.history.Undo;
import stretch.history.db.Database;
import stretch.history.db.Schema;
import stretch.history.db.SqliteErrors;
import stretch.os.AtomicFile;
import stretch.os.ExitCode;
import stretch.os.FileKind;
import stretch.os.FileLock;
import stretch.os.UserError;

/**
 * Brings the history together with those of all machines that use a folder.
 *
 * <p>Each machine has a file for each year there, which it alone writes, whole or not at all, and only when something of
 * that year changed. All others are read, copies that a sync program made of them too, and each once only.
 *
 * @param backup keeps the history as it is, before sessions are deleted that were deleted elsewhere
 */
public record Sync(Database database, Clock clock, RandomGenerator random, Supplier<Path> backup) {
    /** Another sync of this history takes some moments; its first may take longer. Our choice. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What a killed sync left half written is tidied up after that. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private static final String REMEMBER =
            "INSERT OR REPLACE INTO sync_file (folder, name, sha256, year) VALUES (?, ?, ?, ?)";

    /** Up to which change others may know what this machine did. */
    private static final String WRITTEN = "INSERT INTO meta (key, value) SELECT '" + Undo.WRITTEN
            + "', coalesce(max(change), 0) FROM change WHERE true"
            + " ON CONFLICT (key) DO UPDATE SET value = excluded.value";

    /** What is found in the folder, while it is gone through. */
    private static final class Found {
        private final SyncFolder folder;
        private final String device;
        private final Map<String, String> known;
        private final Map<String, SyncFile> whole = new HashMap<>();
        private final List<String> copies = new ArrayList<>();
        private final List<SyncResult.RefusedFile> refused = new ArrayList<>();
        private SyncCounts counts = SyncCounts.NONE;
        private int read;
        private boolean foreign;
        private Optional<Path> kept = Optional.empty();

        Found(SyncFolder folder) {
            this.folder = folder;
            this.device = folder.device();
            this.known = folder.known();
        }

        void keep(Supplier<Path> backup) {
            kept = kept.or(() -> Optional.of(backup.get()));
        }
    }

    /**
     * Syncs.
     *
     * @param make whether the folder may be made, if its parent is there and it was never synced with
     */
    public SyncResult run(Path folder, boolean make) {
        var shared = new SyncFolder(database, folder.toAbsolutePath().normalize());
        shared.require(make);
        try {
            var lock = lock();
            try {
                return sync(shared);
            } finally {
                lock.close();
            }
        } catch (SQLException e) {
            throw SqliteErrors.of(database.file(), e);
        } catch (IOException e) {
            throw AtomicFile.failure(shared.path(), e);
        }
    }

    private SyncResult sync(SyncFolder shared) throws SQLException, IOException {
        var found = new Found(shared);
        var files = shared.files();
        AtomicFile.deleteAbandoned(shared.path(), found.device, clock.instant().minus(ABANDONED));
        try (var merge = new SyncMerge(database)) {
            for (var file : files) {
                read(merge, file, found);
            }
        }
        if (found.foreign) {
            rename();
        }
        int written = write(shared, found);
        var devices = new TreeSet<String>();
        found.whole.values().forEach(file -> devices.add(file.device()));
        devices.remove(shared.device());
        return new SyncResult(
                devices,
                found.counts,
                found.read,
                written,
                found.copies,
                found.refused,
                SyncCheck.future(database, clock.instant()),
                found.kept,
                found.foreign);
    }

    private FileLock lock() throws IOException {
        var real = database.file().toRealPath();
        var file = real.resolveSibling(real.getFileName() + ".sync-lock");
        try {
            return FileLock.acquire(file, PATIENCE)
                    .orElseThrow(() -> new UserError(
                            ExitCode.BUSY, database.file() + ": another 'stretch sync' is running; try again"));
        } catch (IOException e) {
            // Beside the history, not in the folder that is synced with.
            throw AtomicFile.failure(file, e);
        }
    }

    private void read(SyncMerge merge, Path file, Found found) throws SQLException {
        var name = file.getFileName().toString();
        boolean isOwn = SyncFolder.isOwn(found.device, name);
        try {
            var header = SyncFile.header(file);
            boolean isCopy = !name.equals(SyncFile.name(header.device(), header.year()));
            if (!header.sha256().equals(found.known.get(name))) {
                // What it held when it was read counts, not when its first line was looked at.
                header = merge.read(file);
                merge(merge, name, header, found);
                found.read++;
                if (isCopy) {
                    found.copies.add(name);
                }
            } else if (isOwn) {
                // Nobody else would write it again.
                header = SyncFile.whole(file);
            }
            found.whole.put(name, header);
        } catch (SyncFile.Refused e) {
            // Its own is written anew.
            if (!isOwn) {
                found.refused.add(new SyncResult.RefusedFile(name, e.exit(), String.valueOf(e.getMessage())));
            }
        }
    }

    private void merge(SyncMerge merge, String name, SyncFile file, Found found) {
        var folder = found.folder.path().toString();
        var counts = database.inTransaction(() -> {
            var merged = merge.merge(folder, file, OffsetDateTime.now(clock), () -> found.keep(backup));
            database.update(REMEMBER, folder, name, file.sha256(), null);
            return merged;
        });
        found.counts = found.counts.plus(counts);
        // Under its own name there is news: it is not alone with it.
        found.foreign |= file.device().equals(found.device) && !counts.isNothing();
    }

    /** Takes a new name, so that two machines never write the same file; what is under the old one stays readable. */
    private void rename() {
        database.inTransaction(() -> {
            database.update("UPDATE meta SET value = ? WHERE key = 'device'", Schema.device(random));
            database.update("UPDATE sync_file SET year = NULL WHERE year IS NOT NULL");
        });
    }

    /** Writes the years that are not there as this machine knows them; answers how many. */
    private int write(SyncFolder shared, Found found) {
        var device = shared.device();
        var folder = shared.path();
        var own = new HashMap<Integer, String>();
        database.each(
                "SELECT year, sha256 FROM sync_file WHERE folder = ? AND year IS NOT NULL",
                List.of(folder.toString()),
                row -> own.put(row.getInt(1), row.getString(2)));
        int written = 0;
        for (int year : database.list("SELECT DISTINCT year FROM changed", List.of(), row -> row.getInt(1))) {
            var there = found.whole.get(SyncFile.name(device, year));
            if (there == null || !there.sha256().equals(own.get(year))) {
                write(folder, device, year);
                written++;
            }
        }
        return written;
    }

    /** In one transaction, so that no change comes between what is written and that it was. */
    private void write(Path folder, String device, int year) {
        var name = SyncFile.name(device, year);
        var place = folder.resolve(name);
        var kind = FileKind.of(place);
        if (kind != FileKind.ABSENT && kind != FileKind.PLAIN) {
            throw new UserError(
                    ExitCode.CANNOT_CREATE,
                    place + ": is " + kind.words() + ", where this machine's own file has to be; move it away");
        }
        database.inTransaction(() -> {
            try (var target = AtomicFile.of(place)) {
                var lines = database.list(SyncMerge.LINES, List.of(year), row -> row.getString(1));
                var file = SyncFile.write(target.file(), device, year, lines);
                target.commit(true);
                database.update(REMEMBER, folder.toString(), name, file.sha256(), year);
                database.update(WRITTEN);
            } catch (IOException e) {
                throw AtomicFile.failure(place, e);
            }
        });
    }
}
