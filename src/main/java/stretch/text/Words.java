package stretch.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Parses words of a fixed set, such as the ids of an enum's constants. */
public final class Words {
    private Words() {}

    /** The value whose id is this word; empty if none is. */
    public static <E> Optional<E> parse(E[] values, Function<E, String> id, String word) {
        for (var value : values) {
            if (id.apply(value).equals(word)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** The same in capitals or not; a word that is none fails with an IllegalArgumentException that says which are. */
    public static <E> E require(E[] values, Function<E, String> id, String word) {
        return parse(values, id, word.toLowerCase(Locale.ROOT)).orElseThrow(() -> {
            var words = of(values, id);
            return new IllegalArgumentException("'" + TerminalSafe.line(word) + "' is not known; "
                    + DidYouMean.advice(words, word, "write " + or(words)));
        });
    }

    public static <E> List<String> of(E[] values, Function<E, String> id) {
        return Arrays.stream(values).map(id).toList();
    }

    /** As a sentence lists them: {@code bell, tone or off}. */
    public static String or(List<String> words) {
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
}
