package stretch.history.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import stretch.os.ExitCode;
import stretch.os.FileKind;
import stretch.os.InputFile;
import stretch.os.UserError;
import stretch.text.TerminalSafe;

/**
 * A zip file with a copy of the record and the user's own files, by their usual names.
 *
 * <p>Whoever hands one over may mean harm or know nothing: only names that a backup has are taken, none of them a path
 * out of it, and no more is unpacked than a record and files that somebody wrote can be.
 */
public final class BackupArchive implements AutoCloseable {
    public static final String HISTORY = "history.db";
    public static final String SETTINGS = "config.yaml";
    public static final String ROUTINES = "routines.yaml";

    /** What the names of plans begin with. */
    public static final String PLANS = "routines.d/";

    /** What the names of programs that hear of sessions begin with. */
    public static final String HOOKS = "hooks/";

    private static final Pattern TEXT = Pattern.compile("config\\.yaml|routines\\.yaml"
            + "|routines\\.d/[^./\\p{Cntrl}][^/\\p{Cntrl}]*\\.yaml|hooks/(session-start|step-done|session-end)");

    /** Plans come after the file that they are laid over. */
    private static final Comparator<String> ORDER = Comparator.<String, Boolean>comparing(
                    name -> name.startsWith(PLANS))
            .thenComparing(name -> name);

    /** A million steps take an eighth of it. Our choice. */
    private static final long LARGEST_HISTORY = 1L << 30;

    /** All files beside it together; one of YAML may have a megabyte. Our choice. */
    private static final long LARGEST_TEXTS = 16L << 20;

    private static final int MOST_FILES = 1000;

    /** The same for all, so that the same content makes the same file: the first day that a zip file can name. */
    private static final LocalDateTime STAMP = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Path file;
    private final ZipFile zip;
    private final Map<String, byte[]> texts = new TreeMap<>(ORDER);
    private Optional<ZipEntry> history = Optional.empty();

    private BackupArchive(Path file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    /** Whether this is a zip file, or the beginning of one. */
    public static boolean isArchive(Path file) {
        if (FileKind.of(file) != FileKind.PLAIN) {
            return false;
        }
        try (var in = InputFile.open(file)) {
            return in.read() == 'P' && in.read() == 'K';
        } catch (IOException e) {
            throw InputFile.failure(file, e);
        }
    }

    /**
     * @param into where to, an empty file
     * @param texts the user's files by their names in it
     */
    static void write(Path into, Optional<Path> history, Map<String, byte[]> texts) throws IOException {
        check(into, history, texts);
        try (var out = new ZipOutputStream(Files.newOutputStream(into))) {
            // Twice as fast as the usual level, for a tenth more.
            out.setLevel(Deflater.BEST_SPEED);
            var sorted = new TreeMap<String, byte[]>(ORDER);
            sorted.putAll(texts);
            for (var text : sorted.entrySet()) {
                begin(out, text.getKey());
                out.write(text.getValue());
            }
            if (history.isPresent()) {
                begin(out, HISTORY);
                Files.copy(history.get(), out);
            }
        }
    }

    private static void begin(ZipOutputStream out, String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(STAMP);
        out.putNextEntry(entry);
    }

    /** What could not be restored is not written. */
    private static void check(Path file, Optional<Path> history, Map<String, byte[]> texts) throws IOException {
        for (var name : texts.keySet()) {
            if (!TEXT.matcher(name).matches()) {
                throw UserError.usage(
                        "'" + TerminalSafe.line(name) + "': the name has control characters; rename the file");
            }
        }
        long size = texts.values().stream().mapToLong(text -> text.length).sum();
        if (size > LARGEST_TEXTS || texts.size() >= MOST_FILES) {
            throw new UserError(
                    ExitCode.CANNOT_CREATE,
                    file.getFileName() + ": routines, settings and hooks are more than " + (LARGEST_TEXTS >> 20)
                            + " MiB or " + MOST_FILES + " files; move some of them away");
        }
        if (history.isPresent() && Files.size(history.get()) > LARGEST_HISTORY) {
            throw new UserError(
                    ExitCode.CANNOT_CREATE,
                    file.getFileName() + ": the history is larger than 1 GiB; back it up alone, as a file that ends in"
                            + " .db");
        }
    }

    /** Opens one and checks it, all of it but the record within. */
    public static BackupArchive open(Path file) {
        try {
            var archive = new BackupArchive(file, new ZipFile(file.toFile()));
            try {
                archive.read();
                return archive;
            } catch (IOException | RuntimeException e) {
                archive.close();
                throw e;
            }
        } catch (ZipException e) {
            throw new UserError(
                    ExitCode.BAD_INPUT,
                    file + ": is not a whole zip file (" + TerminalSafe.line(String.valueOf(e.getMessage()))
                            + "); name another backup");
        } catch (IOException e) {
            throw InputFile.failure(file, e);
        }
    }

    private void read() throws IOException {
        if (zip.size() > MOST_FILES) {
            throw refused("holds more than " + MOST_FILES + " files, as no backup does");
        }
        var entries = zip.stream().toList();
        var names = new HashSet<String>();
        long size = 0;
        for (var entry : entries) {
            var name = entry.getName();
            if (!names.add(name)) {
                throw refused("holds " + quoted(name) + " twice");
            }
            if (name.equals(HISTORY)) {
                check(entry, LARGEST_HISTORY);
                history = Optional.of(entry);
            } else if (TEXT.matcher(name).matches()) {
                size += check(entry, LARGEST_TEXTS - size);
            } else if (!name.equals(PLANS) && !name.equals(HOOKS)) {
                // The folders themselves are what other programs put in that pack a backup anew.
                throw refused("holds " + quoted(name) + ", which no backup has");
            }
        }
        for (var entry : entries) {
            if (TEXT.matcher(entry.getName()).matches()) {
                var text = new ByteArrayOutputStream();
                copy(entry, text);
                texts.put(entry.getName(), text.toByteArray());
            } else {
                copy(entry, OutputStream.nullOutputStream());
            }
        }
        if (names().isEmpty()) {
            throw refused("holds neither history nor routines nor settings");
        }
    }

    private long check(ZipEntry entry, long most) {
        if (entry.getSize() < 0 || entry.getSize() > most) {
            throw refused("holds " + quoted(entry.getName()) + ", which is too large for a backup");
        }
        return entry.getSize();
    }

    /** Copies what an entry holds; no more than it says it has, and only if it is what was packed. */
    private void copy(ZipEntry entry, OutputStream out) throws IOException {
        var buffer = new byte[1 << 16];
        long left = entry.getSize();
        try (var in = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
            for (int count = in.read(buffer); count >= 0 && left >= 0; count = in.read(buffer)) {
                left -= count;
                out.write(buffer, 0, count);
            }
            if (left != 0 || in.getChecksum().getValue() != entry.getCrc()) {
                throw new ZipException(entry.getName() + " is damaged");
            }
        }
    }

    private UserError refused(String why) {
        return new UserError(ExitCode.BAD_INPUT, file + ": " + why + "; name what 'stretch backup FILE.zip' wrote");
    }

    private static String quoted(String name) {
        return "'" + TerminalSafe.line(name.substring(0, Math.min(60, name.length()))) + "'";
    }

    public Path file() {
        return file;
    }

    /** The user's files in it, by their names in it, plans last. */
    public Map<String, byte[]> texts() {
        return Collections.unmodifiableMap(texts);
    }

    /** The names of all that is in it. */
    public List<String> names() {
        return Stream.concat(texts.keySet().stream(), history.map(ZipEntry::getName).stream())
                .toList();
    }

    public boolean hasHistory() {
        return history.isPresent();
    }

    void unpackHistory(Path into) throws IOException {
        try (var out = Files.newOutputStream(into)) {
            copy(history.orElseThrow(), out);
        } catch (ZipException e) {
            throw refused("was changed meanwhile");
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw InputFile.failure(file, e);
        }
    }
}
