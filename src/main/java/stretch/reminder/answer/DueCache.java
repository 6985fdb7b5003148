package stretch.reminder.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import stretch.os.AtomicFile;
import stretch.os.Environment;

/**
 * What {@code due} and {@code due --porcelain} say, and whether {@code remind} is silent, kept for {@code bin/stretch} to
 * say again without a JVM.
 *
 * <p>It lies in the cache folder, in a file {@code answer} that is dated to the moment it was true. That names each file
 * it was drawn from beside a stamp: an empty file of the same date, as a shell can only compare the dates of two files.
 * {@code docs/decisions/015-prompt.md} says why that is sound.
 */
public final class DueCache {
    /** The coarsest dates that file systems keep are two seconds: a change later than this has another date. */
    private static final Duration SETTLED = Duration.ofSeconds(3);

    private static final Path LOCALTIME = Path.of("/etc/localtime");

    private final Environment environment;
    private final Path cacheFolder;
    private final Path database;
    private final List<Path> userFiles;
    private final Instant lookedAt;
    private final Map<Path, Optional<Instant>> files;

    /**
     * Notes what the answer will be drawn from, before it is read.
     *
     * @param database the history
     * @param userFiles the routines, the folder of plans and the settings, there or not
     */
    public DueCache(Environment environment, Path cacheFolder, Path database, List<Path> userFiles) {
        this.environment = environment;
        this.cacheFolder = cacheFolder;
        this.database = database;
        this.userFiles = userFiles;
        this.lookedAt = environment.clock().instant();
        this.files = files();
    }

    /** Every file that the answer hangs on, there or not, and its date. */
    private Map<Path, Optional<Instant>> files() {
        var dates = new LinkedHashMap<Path, Optional<Instant>>();
        Stream.of(
                        userFiles.stream(),
                        Stream.of(
                                database,
                                // A Java may be updated for the sake of the time zones alone.
                                environment.installation().java().resolve("lib/tzdb.dat"),
                                // Some Javas ask this before /etc/localtime.
                                Path.of("/etc/timezone")),
                        // SQLite looks for these beside the file behind any link.
                        Stream.of(database, real(database))
                                .flatMap(file -> Stream.of("-journal", "-wal")
                                        .map(ending -> file.resolveSibling(file.getFileName() + ending))))
                .flatMap(each -> each)
                .forEach(file -> dates.put(file, date(file)));
        return dates;
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file;
        }
    }

    private static Optional<Instant> date(Path file) {
        try {
            return Optional.of(Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Keeps what was found of every routine that has a goal, if nothing changed meanwhile and nothing is in doubt;
     * silently not, if it cannot be written.
     */
    public void save(DueQuery found) {
        found.until().ifPresent(until -> save(found, until));
    }

    private void save(DueQuery found, ZonedDateTime until) {
        var zone = zone();
        var settled = lookedAt.minus(SETTLED);
        if (zone.isEmpty()
                || !files.keySet().stream().allMatch(DueCache::isNameable)
                || !files.values().stream().flatMap(Optional::stream).allMatch(settled::isAfter)) {
            return;
        }
        var answer = found.porcelain(); // which may read more of the history, so before the last look at the files
        if (!files.equals(files())) {
            return;
        }
        // A second early: shells may compare whole seconds, and the kernel's dates lag by some milliseconds.
        var end = until.toInstant().truncatedTo(ChronoUnit.SECONDS).minusSeconds(1);
        var lines = new StringBuilder(String.join(
                        "\n",
                        environment.installation().facts(),
                        answer,
                        end.toString(),
                        zone.get(),
                        found.isSilent() ? "silent" : "")
                + "\n");
        files.forEach((file, date) -> lines.append(file)
                .append('\n')
                .append(date.map(Instant::toString).orElse(""))
                .append('\n'));
        lines.append("said\n").append(String.join("\n", found.lines())).append("\nend\n");
        try {
            var folder = cacheFolder.resolve("prompt");
            AtomicFile.makeFolder(folder);
            var stamps = new LinkedHashSet<Instant>(Set.of(end));
            files.values().forEach(date -> date.ifPresent(stamps::add));
            for (var date : stamps) {
                stamp(folder, date);
            }
            put(folder.resolve("answer"), lines.toString(), found.now().toInstant());
            deleteOthers(folder, stamps);
        } catch (IOException | UncheckedIOException | UnsupportedOperationException e) {
            // Then it is asked for again.
        }
    }

    /** The answer names a file in a line of its own. */
    private static boolean isNameable(Path file) {
        return file.isAbsolute() && !file.toString().contains("\n");
    }

    /** Where the time zone comes from: a file that /etc/localtime links to, or nothing if TZ names it. */
    private Optional<String> zone() {
        var zone = environment.clock().getZone().getId();
        if (environment.variable("TZ").filter(zone::equals).isPresent()) {
            return Optional.of("");
        }
        try {
            var file = LOCALTIME.resolveSibling(Files.readSymbolicLink(LOCALTIME));
            return Optional.of(file).filter(it -> it.endsWith(zone)).map(Path::toString);
        } catch (IOException | UnsupportedOperationException e) {
            // A copy of a zone: it does not say of which, and another may have the same date.
            return Optional.empty();
        }
    }

    private static void stamp(Path folder, Instant date) throws IOException {
        var file = folder.resolve(date.toString());
        if (!date(file).equals(Optional.of(date))) {
            put(file, "", date);
            if (!date(file).equals(Optional.of(date))) {
                throw new IOException("dates are not kept exactly here");
            }
        }
    }

    /** Not brought to the disk: what a power cut leaves of it is of another boot, and so left alone. */
    private static void put(Path file, String text, Instant date) throws IOException {
        try (var target = AtomicFile.of(file)) {
            Files.writeString(target.file(), text);
            Files.setLastModifiedTime(target.file(), FileTime.from(date));
            Files.move(target.file(), file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Takes away the stamps of earlier answers, and what was left by writers that were killed. */
    private static void deleteOthers(Path folder, Set<Instant> stamps) throws IOException {
        try (var entries = Files.list(folder)) {
            for (var file : entries.toList()) {
                var name = String.valueOf(file.getFileName());
                if (!name.equals("answer") && stamps.stream().noneMatch(date -> name.equals(date.toString()))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
