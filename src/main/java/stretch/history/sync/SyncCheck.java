package stretch.history.sync;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import stretch.history.db.Database;
import stretch.history.db.RowMapper;
import stretch.history.db.UuidV7;
import stretch.history.entry.SessionRow;
import stretch.os.FileKind;
import stretch.os.UserError;

/**
 * What a look at a sync folder and at the times in the history finds; nothing is changed by it.
 *
 * @param devices how many other machines have files there
 * @param ahead when something was changed last, if that is later than now
 * @param future what is to be said of sessions that lie ahead
 */
public record SyncCheck(List<String> faults, int devices, Optional<Instant> ahead, List<String> future) {
    /** By so much clocks may differ before one of them is called wrong. Our choice. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    public SyncCheck {
        faults = List.copyOf(faults);
        future = List.copyOf(future);
    }

    public static SyncCheck of(Path record, Path caches, Optional<Path> folder, Instant now) {
        try (var database = Database.open(record, caches, true)) {
            var faults = new ArrayList<String>();
            var devices = new TreeSet<String>();
            folder.ifPresent(place -> look(database, place.toAbsolutePath().normalize(), faults, devices));
            long soon = now.plus(TOLERANCE).toEpochMilli();
            return new SyncCheck(
                    faults,
                    devices.size(),
                    database.one(
                            "SELECT max(at_ms) FROM changed HAVING max(at_ms) > ?",
                            List.of(soon),
                            row -> RowMapper.moment(row.getLong(1), 0).toInstant()),
                    future(database, now).stream().map(SyncCheck::words).toList());
        }
    }

    private static void look(Database database, Path folder, List<String> faults, TreeSet<String> devices) {
        try {
            var kind = FileKind.of(folder);
            if (kind == FileKind.FOLDER) {
                lookInside(database, folder, faults, devices);
            } else {
                faults.add(folder
                        + (kind == FileKind.ABSENT
                                ? ": there is no such folder; mount it or make it, or set another with"
                                : ": is " + kind.words() + "; set a folder with")
                        + " 'stretch config sync FOLDER'");
            }
        } catch (UserError e) {
            faults.addAll(e.lines());
        }
    }

    private static void lookInside(Database database, Path folder, List<String> faults, TreeSet<String> devices) {
        if (!Files.isWritable(folder)) {
            faults.add(folder + ": may not be written; check who owns it");
        }
        var shared = new SyncFolder(database, folder);
        var device = shared.device();
        var known = shared.known();
        for (var file : shared.files()) {
            var name = file.getFileName().toString();
            try {
                // A sync reads what it knows no more than its first line, so damage after that is found here.
                var header = SyncFile.whole(file);
                if (!header.device().equals(device)) {
                    devices.add(header.device());
                } else if (!header.sha256().equals(known.get(name))) {
                    faults.add(file + ": this history did not write it: another machine, such as a copy of this one,"
                            + " may have the same device id; the next 'stretch sync' takes what is new in it, and then"
                            + " another id");
                }
            } catch (SyncFile.Refused e) {
                faults.add(file + ": "
                        + (SyncFolder.isOwn(device, name)
                                ? "this machine's own file is damaged; the next 'stretch sync' writes it again"
                                : String.valueOf(e.getMessage())));
            }
        }
    }

    /** The sessions that begin after now, oldest first. */
    static List<SessionRow> future(Database database, Instant now) {
        return database.list(
                "SELECT " + RowMapper.SESSION_COLUMNS + " FROM session WHERE started_ms > ?" + RowMapper.SESSION_ORDER,
                List.of(now.plus(TOLERANCE).toEpochMilli()),
                row -> RowMapper.session(row));
    }

    /** What is to be said of a session that lies ahead. */
    public static String words(SessionRow session) {
        var id = UuidV7.shown(session.id());
        return "session " + id + " of device " + session.device() + " begins in the future ("
                + session.startedAt().toLocalDate() + "), as its clock was ahead; it counts when that day has come,"
                + " or correct it: stretch edit " + id + " --at WHEN";
    }
}
