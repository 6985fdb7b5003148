package stretch.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what a mistyped word most likely was. */
public final class DidYouMean {
    private DidYouMean() {}

    /**
     * The nearest of the words, if it is near enough to be a slip: at most a third of its letters, and never over 3; or
     * one of which this is the beginning. The dashes of options are no letters.
     */
    public static Optional<String> among(Collection<String> words, String typed) {
        var low = letters(typed);
        return words.stream()
                .filter(word -> word.startsWith("-") == typed.startsWith("-"))
                .filter(word -> isBeginning(low, word) || distance(letters(word), low) <= slips(letters(word), low))
                .min(Comparator.comparing((String word) -> !isBeginning(low, word))
                        .thenComparingInt(word -> distance(letters(word), low)));
    }

    private static boolean isBeginning(String typed, String word) {
        return typed.length() > 2 && letters(word).startsWith(typed);
    }

    private static String letters(String word) {
        return word.toLowerCase(Locale.ROOT).replaceFirst("^-+", "");
    }

    /** The advice that ends a message: "did you mean 'X'?", or else where the words are listed. */
    public static String advice(Collection<String> words, String typed, String otherwise) {
        return among(words, typed).map(word -> "did you mean '" + word + "'?").orElse(otherwise);
    }

    private static int slips(String word, String typed) {
        return Math.min(3, (Math.max(word.length(), typed.length()) + 1) / 3);
    }

    /** Edits between two words, a swap of neighbours counting as one (optimal string alignment). */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 3) {
            return Integer.MAX_VALUE;
        }
        var d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + same);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
