package stretch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that are right because somebody looked at them, under {@code src/test/resources/golden}.
 *
 * <p>{@code mvn test -Dgolden=write} writes them anew; the difference is read in review.
 */
public final class GoldenFiles {
    private GoldenFiles() {}

    /** Fails unless the text is exactly that of the file. */
    public static void check(String name, String text) {
        check(Path.of("src/test/resources/golden", name), text);
    }

    /** The same for a file that is made from the program and kept beside it. */
    public static void check(Path file, String text) {
        try {
            if ("write".equals(System.getProperty("golden"))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(text).as(file.toString()).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
