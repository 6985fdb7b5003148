package stretch.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import stretch.text.Visible;

/** Asks whoever sits at the terminal, a line for each answer. */
record Questions(World world) {
    /** Whether there is somebody to ask. */
    boolean canAsk() {
        return world.terminals().input() && world.terminals().errors();
    }

    /** Drops the lines that were typed before anything was asked: they were meant for something else. */
    void forget() {
        try {
            // Read, not skipped: a terminal has no places to skip to.
            var unused = world.in().readNBytes(world.in().available());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks until the answer is yes or no; nothing if the input ends. */
    Optional<Boolean> yes(String question) {
        while (true) {
            var answer = line(question + " [y/n]");
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            switch (answer.get().toLowerCase(Locale.ROOT)) {
                case "y", "yes" -> {
                    return Optional.of(true);
                }
                case "n", "no" -> {
                    return Optional.of(false);
                }
                default -> world.err().println("y or n, then Enter");
            }
        }
    }

    /** A line of text, without blanks around it; nothing if the input ends. */
    Optional<String> line(String question) {
        world.err().print(Visible.line(question) + " ");
        world.err().flush();
        var bytes = new ByteArrayOutputStream();
        try {
            // Byte by byte: what comes after the line is for whoever reads next, such as a session.
            int b = world.in().read();
            while (b >= 0 && b != '\n') {
                bytes.write(b);
                b = world.in().read();
            }
            if (b < 0) {
                world.err().println();
                return Optional.empty();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(bytes.toString(StandardCharsets.UTF_8).strip());
    }
}
