package stretch.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import stretch.text.Durations;

/** How the words of the command line become values. */
final class Converters {
    private Converters() {}

    /** A length of work: 1 s to 4 h. */
    static final class Length implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return duration(text, Duration.ofSeconds(1));
        }
    }

    /** A length of waiting: 0 s to 4 h. */
    static final class Wait implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return duration(text, Duration.ZERO);
        }
    }

    private static Duration duration(String text, Duration least) {
        try {
            return Durations.parse(text, least);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
