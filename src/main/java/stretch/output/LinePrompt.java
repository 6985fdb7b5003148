package stretch.output;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import stretch.os.Environment;

/** Asks whoever sits at the terminal, a line for each answer. */
public record LinePrompt(Environment environment) {
    public boolean canAsk() {
        return environment.streams().input() && environment.streams().errors();
    }

    /** Drops the lines that were typed before anything was asked: they were meant for something else. */
    public void forget() {
        try {
            // Read, not skipped: a terminal has no places to skip to.
            var unused = environment.in().readNBytes(environment.in().available());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks until the answer is yes or no; nothing if it is q for quit, or the input ends. */
    public Optional<Boolean> yes(String question) {
        while (true) {
            var answer = line(question + " [y/n]");
            var word = answer.orElse("q").toLowerCase(Locale.ROOT);
            if (word.equals("q")) {
                return Optional.empty();
            }
            if (List.of("y", "yes", "n", "no").contains(word)) {
                return Optional.of(word.startsWith("y"));
            }
            environment.message("y or n, then Enter; q leaves");
        }
    }

    /** A line of text, without blanks around it; nothing if the input ends. */
    public Optional<String> line(String question) {
        environment.question(question);
        var bytes = new ByteArrayOutputStream();
        try {
            // Byte by byte: what comes after the line is for whoever reads next, such as a session.
            int b = environment.in().read();
            while (b >= 0 && b != '\n') {
                bytes.write(b);
                b = environment.in().read();
            }
            if (b < 0) {
                environment.err().println();
                return Optional.empty();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(bytes.toString(StandardCharsets.UTF_8).strip());
    }
}
