package stretch.history.sync;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stretch.os.ExitCode;
import stretch.text.Numbers;

/**
 * A file of a sync folder: what one machine knows of one year, a record a line.
 *
 * <p>Its first line says whose it is and has a checksum of all else, so that a copy that is not whole is seen. The other
 * lines are the id of a record, when it was last changed, and what it then was.
 *
 * @param device of the machine that wrote it
 * @param sha256 of the first line up to it, and of all lines after that
 */
record SyncFile(String device, int year, String sha256) {
    /** How the names of such files end, and those of the copies that sync programs make of them. */
    static final String ENDING = ".stretch";

    static final int VERSION = 1;

    private static final String BEGINNING = "{\"format\":\"stretch-sync\",\"version\":";

    /** Whatever may come in a later version, it begins like this. */
    private static final Pattern ANY = Pattern.compile(Pattern.quote(BEGINNING) + "([1-9]\\d{0,8}),.*");

    private static final Pattern HEADER = Pattern.compile("(" + Pattern.quote(BEGINNING + VERSION)
            + ",\"device\":\"([0-9a-f]{8})\",\"year\":(\\d{4}),\"sha256\":\")([0-9a-f]{64})\"\\}");

    /** A first line that is longer is none of ours. */
    private static final int LONGEST_HEADER = 1 << 10;

    /** Why a file is not taken, in words that follow its name. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final ExitCode exit;

        Refused(String why) {
            this(ExitCode.BUSY, why);
        }

        Refused(ExitCode exit, String why) {
            super(why);
            this.exit = exit;
        }

        ExitCode exit() {
            return exit;
        }
    }

    static String name(String device, int year) {
        return device + "-" + year + ENDING;
    }

    /** Reads the first line of a file. */
    static SyncFile header(Path file) {
        try (var in = Files.newInputStream(file)) {
            return of(header(in));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static SyncFile of(Matcher header) {
        return new SyncFile(header.group(2), Numbers.parse(header.group(3)).orElseThrow(), header.group(4));
    }

    private static Matcher header(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n' && line.length() < LONGEST_HEADER; c = in.read()) {
            line.append((char) c);
        }
        var known = HEADER.matcher(line);
        if (known.matches()) {
            return known;
        }
        var any = ANY.matcher(line);
        if (any.matches() && !any.group(1).equals(Integer.toString(VERSION))) {
            throw new Refused(ExitCode.BAD_INPUT, "a newer stretch wrote it; update stretch on this machine");
        }
        throw incomplete();
    }

    static Refused incomplete() {
        return new Refused("is not whole yet, or damaged; the next sync takes it when it is; delete it if it stays so");
    }

    private static Refused unreadable(IOException fault) {
        if (fault instanceof AccessDeniedException) {
            return new Refused(ExitCode.NOT_PERMITTED, "may not be read; check who owns it");
        }
        return new Refused("cannot be read (" + fault.getMessage() + "); the next sync tries again");
    }

    /** Hands over the lines of a file; fails at its end, with all of them handed over, if it is not whole. */
    static SyncFile read(Path file, Consumer<String> reader) {
        var sum = digest();
        try (var in = Files.newInputStream(file);
                var buffered = new BufferedInputStream(in, 1 << 16)) {
            var header = header(buffered);
            sum.update(header.group(1).getBytes(StandardCharsets.UTF_8));
            Optional<Refused> fault = Optional.empty();
            var lines = new BufferedReader(
                    new InputStreamReader(new DigestInputStream(buffered, sum), StandardCharsets.UTF_8));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                try {
                    reader.accept(line);
                } catch (Refused e) {
                    // Half a line is no mistake of whoever wrote the whole one, so the checksum decides first.
                    fault = fault.or(() -> Optional.of(e));
                }
            }
            if (!HexFormat.of().formatHex(sum.digest()).equals(header.group(4))) {
                throw incomplete();
            }
            if (fault.isPresent()) {
                throw fault.get();
            }
            return of(header);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Reads a file for its checksum alone. */
    static SyncFile whole(Path file) {
        return read(file, line -> {});
    }

    static SyncFile write(Path file, String device, int year, List<String> lines) throws IOException {
        var beginning = BEGINNING + VERSION + ",\"device\":\"" + device + "\",\"year\":" + year + ",\"sha256\":\"";
        var sum = digest();
        sum.update(beginning.getBytes(StandardCharsets.UTF_8));
        var none = HexFormat.of().formatHex(new byte[sum.getDigestLength()]);
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write((beginning + none + "\"}\n").getBytes(StandardCharsets.UTF_8));
            var body = new DigestOutputStream(out, sum);
            for (var line : lines) {
                body.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        var hash = HexFormat.of().formatHex(sum.digest());
        try (var whole = new RandomAccessFile(file.toFile(), "rw")) {
            whole.seek(beginning.length());
            whole.write(hash.getBytes(StandardCharsets.US_ASCII));
        }
        return new SyncFile(device, year, hash);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
