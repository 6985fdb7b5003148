package stretch.session.plan;

import java.time.Duration;

/**
 * How long words take, estimated from their number.
 *
 * @param word the time of one word
 * @param sentence the time of the pause after a sentence
 */
public record SpeechTiming(Duration word, Duration sentence) {
    /** Reading in silence: 238 words a minute (Brysbaert 2019, non-fiction in English). */
    public static final SpeechTiming READING = new SpeechTiming(Duration.ofMillis(252), Duration.ofMillis(250));

    /** Whether nobody speaks, so that all is read. */
    public boolean isSilent() {
        return equals(READING);
    }

    /** A voice of so many words a minute; a sentence ends with a breath. */
    public static SpeechTiming speaking(int wordsPerMinute) {
        return new SpeechTiming(Duration.ofMillis(60_000 / wordsPerMinute), Duration.ofMillis(400));
    }

    /** How long this text takes; nothing for an empty one. */
    public Duration of(String text) {
        if (text.isEmpty()) {
            return Duration.ZERO;
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
