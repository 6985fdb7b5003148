package stretch.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import stretch.os.ExitCode;
import stretch.os.UserError;
import stretch.text.DidYouMean;
import stretch.text.TerminalSafe;

/** Every mistake found in one file, to be told in one go. */
public final class Problems {
    private static final int SHOWN = 60;

    /** The words of a chain that are told. */
    private static final int LINKS = 8;

    // Guessing compares each unknown word with all known ones: a file of nonsense should not keep anyone waiting.
    private static final int GUESSES = 200;

    private final String file;
    private final Set<Problem> found = new LinkedHashSet<>();

    private record Problem(SourcePosition position, String what) {}

    /**
     * No mistakes yet.
     *
     * @param file the name to tell them with, as the user knows it
     */
    public Problems(String file) {
        this.file = file;
    }

    /**
     * Notes a mistake.
     *
     * @param what what is wrong and what would be right, "; " between them
     */
    public void add(SourcePosition position, String what) {
        found.add(new Problem(position, what));
    }

    /**
     * Notes a word that names nothing.
     *
     * @param kind what it should have named, such as {@code exercise}
     * @param otherwise what would be right, where none of the known words is near
     */
    public void addUnknown(
            SourcePosition position, String kind, String typed, Collection<String> known, String otherwise) {
        var advice = found.size() < GUESSES ? DidYouMean.advice(known, typed, otherwise) : otherwise;
        add(position, "there is no " + kind + " " + quoted(typed) + "; " + advice);
    }

    /** Takes back what is said of what an entry takes over and said where it stands too, as it is the same mistake. */
    public static void forgetRepeated(Collection<Problems> files) {
        var said = files.stream()
                .flatMap(file -> file.found.stream())
                .filter(problem -> !problem.position().inherited())
                .map(Problem::what)
                .collect(Collectors.toSet());
        files.forEach(file ->
                file.found.removeIf(problem -> problem.position().inherited() && said.contains(problem.what())));
    }

    public int count() {
        return found.size();
    }

    public String file() {
        return file;
    }

    /** A position in it, as {@code FILE:LINE:COLUMN}. */
    public String place(SourcePosition position) {
        return file + ":" + position;
    }

    public void throwIfAny() {
        throwIfAny(List.of(this));
    }

    /** Does nothing if all is well with several files; else tells of each. */
    public static void throwIfAny(Collection<Problems> files) {
        var lines = files.stream().flatMap(Problems::lines).toList();
        if (!lines.isEmpty()) {
            throw new UserError(ExitCode.UNUSABLE, lines);
        }
    }

    /** All of them, in the order of the file, each as {@code FILE:LINE:COLUMN: WHAT}. */
    public UserError failure() {
        return new UserError(ExitCode.UNUSABLE, lines().toList());
    }

    /** The same with this one, which nothing can be read after. */
    UserError failure(SourcePosition position, String what) {
        add(position, what);
        return failure();
    }

    private Stream<String> lines() {
        return found.stream()
                .sorted(Comparator.comparing(Problem::position))
                .map(mistake -> place(mistake.position()) + ": " + mistake.what());
    }

    /** Words that lead from one to the next, the first of them if there are many: {@code a -> b -> a}. */
    public static String chain(Collection<String> words) {
        return words.stream().limit(LINKS).map(Problems::shown).collect(Collectors.joining(" -> "))
                + (words.size() > LINKS ? " -> ..." : "");
    }

    /** The words of a file fit for a message: in quotes, visible, on one line and not too long. */
    public static String quoted(String text) {
        return "'" + shown(text) + "'";
    }

    /** As {@link #quoted}, without the quotes. */
    public static String shown(String text) {
        boolean fits = text.codePointCount(0, text.length()) <= SHOWN;
        return TerminalSafe.line(fits ? text : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "...");
    }
}
