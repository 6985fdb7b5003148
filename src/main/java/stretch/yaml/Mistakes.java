package stretch.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import stretch.Exit;
import stretch.Failure;
import stretch.text.DidYouMean;
import stretch.text.Visible;

/** Every mistake found in one file, to be told in one go. */
public final class Mistakes {
    private static final int SHOWN = 60;

    // Guessing compares each unknown word with all known ones: a file of nonsense should not keep anyone waiting.
    private static final int GUESSES = 200;

    private final String file;
    private final Set<Mistake> found = new LinkedHashSet<>();

    private record Mistake(Place at, String what) {}

    /**
     * No mistakes yet.
     *
     * @param file the name to tell them with, as the user knows it
     */
    public Mistakes(String file) {
        this.file = file;
    }

    /**
     * Notes a mistake.
     *
     * @param what what is wrong and what would be right, "; " between them
     */
    public void add(Place at, String what) {
        found.add(new Mistake(at, what));
    }

    /**
     * Notes a word that names nothing.
     *
     * @param kind what it should have named, such as {@code exercise}
     * @param otherwise what would be right, where none of the known words is near
     */
    public void addUnknown(Place at, String kind, String typed, Collection<String> known, String otherwise) {
        var advice = found.size() < GUESSES ? DidYouMean.advice(known, typed, otherwise) : otherwise;
        add(at, "there is no " + kind + " " + quoted(typed) + "; " + advice);
    }

    /** How many were noted so far. */
    public int count() {
        return found.size();
    }

    /** Does nothing if all is well. */
    public void raise() {
        if (!found.isEmpty()) {
            throw failure();
        }
    }

    /** All of them, in the order of the file, each as {@code FILE:LINE:COLUMN: WHAT}. */
    public Failure failure() {
        return new Failure(
                Exit.UNUSABLE,
                new ArrayList<>(found)
                        .stream()
                                .sorted(Comparator.comparing(Mistake::at))
                                .map(mistake -> file + ":" + mistake.at() + ": " + mistake.what())
                                .toList());
    }

    /** The words of a file fit for a message: in quotes, visible, on one line and not too long. */
    public static String quoted(String text) {
        return "'" + shown(text) + "'";
    }

    /** As {@link #quoted}, without the quotes. */
    public static String shown(String text) {
        boolean fits = text.codePointCount(0, text.length()) <= SHOWN;
        return Visible.line(fits ? text : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "...");
    }
}
