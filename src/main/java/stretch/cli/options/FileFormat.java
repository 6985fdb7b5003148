package stretch.cli.options;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a file that is written holds, and the endings of names that promise it. */
public enum FileFormat {
    CSV("csv"),
    JSON("json"),
    ICS("ics", "ical"),
    HTML("html", "htm", "xhtml"),
    SVG("svg"),
    WAV("wav", "wave"),
    ZIP("zip"),
    DATABASE("db", "sqlite", "sqlite3");

    /** Endings that promise what stretch never writes. Any other ending, as of a temporary file, promises nothing. */
    private static final Set<String> OTHERS = Set.of(
            "7z", "aac", "aif", "aiff", "bz2", "doc", "docx", "flac", "gif", "gz", "jpeg", "jpg", "m4a", "mid", "midi",
            "mkv", "mov", "mp3", "mp4", "odp", "ods", "odt", "oga", "ogg", "opus", "pdf", "png", "ps", "rar", "rtf",
            "tar", "tgz", "tsv", "webm", "webp", "wma", "xls", "xlsx", "xml", "xz", "yaml", "yml", "zst");

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot change
    private final List<String> endings;

    FileFormat(String... endings) {
        this.endings = List.of(endings);
    }

    /** What the name of a file promises, if that is something stretch writes. */
    public static Optional<FileFormat> promised(Path file) {
        var ending = ending(file);
        return Arrays.stream(values())
                .filter(format -> format.endings.contains(ending))
                .findFirst();
    }

    /** The file, for this to be written into it; fails if its name promises something else. */
    public Path named(Path file) {
        if (this == DATABASE && file.equals(Path.of("-"))) {
            throw new IllegalArgumentException(this + " is not written to standard output; name a file");
        }
        var ending = ending(file);
        if (!endings.contains(ending)
                && (OTHERS.contains(ending) || promised(file).isPresent())) {
            var name = file.toString();
            throw new IllegalArgumentException("'" + name + "' would be written as " + this + ", not as "
                    + ending.toUpperCase(Locale.ROOT) + "; name it "
                    + name.substring(0, name.length() - ending.length()) + endings.get(0));
        }
        return file;
    }

    private static String ending(Path file) {
        var name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return this == DATABASE ? "a database" : name();
    }
}
