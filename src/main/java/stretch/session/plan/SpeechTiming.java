package stretch.session.plan;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long words take: as measured, else estimated from their number.
 *
 * @param word the time of one word
 * @param sentence the time of the pause after a sentence
 * @param measured what is known of whole utterances
 */
public record SpeechTiming(Duration word, Duration sentence, Map<String, Duration> measured) {
    /** Reading in silence: 238 words a minute (Brysbaert 2019, non-fiction in English). */
    public static final SpeechTiming READING =
            new SpeechTiming(Duration.ofMillis(252), Duration.ofMillis(250), Map.of());

    public SpeechTiming {
        measured = Map.copyOf(measured);
    }

    /** Whether nobody speaks, so that all is read. */
    public boolean isSilent() {
        // Not equals, for which the JVM makes code at run time, and each listing asks.
        return word.equals(READING.word) && sentence.equals(READING.sentence) && measured.isEmpty();
    }

    /** A voice of so many words a minute; a sentence ends with a breath. */
    public static SpeechTiming speaking(int wordsPerMinute) {
        return new SpeechTiming(Duration.ofMillis(60_000 / wordsPerMinute), Duration.ofMillis(400), Map.of());
    }

    /** The same voice with the lengths of these utterances known. */
    public SpeechTiming with(Map<String, Duration> lengths) {
        return new SpeechTiming(word, sentence, lengths);
    }

    /** How long this text takes; nothing for an empty one. */
    public Duration of(String text) {
        if (text.isEmpty()) {
            return Duration.ZERO;
        }
        @Nullable Duration known = measured.get(text);
        if (known != null) {
            return known;
        }
        int words = 1;
        int sentences = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            words += c == ' ' || c == '-' ? 1 : 0;
            sentences += c == '.' || c == '?' || c == '!' || c == ';' || c == ',' || c == ':' ? 1 : 0;
        }
        return word.plus(Duration.ofNanos(word.toNanos() * (words - 1) + sentence.toNanos() * Math.max(1, sentences)));
    }
}
