package stretch.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import stretch.Exit;
import stretch.Failure;
import stretch.NewFile;
import stretch.StandardOutput;
import stretch.text.Visible;

/** Where a result goes that people keep: to standard output, or into a file that is written whole or not at all. */
final class Destination {
    private static final Path STDOUT = Path.of("-");

    private final Given<Path> output;
    private final Given<Boolean> force;

    Destination(Syntax takes) {
        this(takes, "into this file; never over one that exists");
    }

    /** With this description of the file. */
    Destination(Syntax takes, String description) {
        output = takes.option("-o, --output", "FILE", description, Path.class);
        force = takes.flag("--force", "with -o: over one that exists too");
    }

    /** The file that was named, or else the usual one; none for standard output, which {@code -} is too. */
    Optional<Path> file(Optional<Path> usual) {
        return output.optional().or(() -> usual).filter(file -> !file.equals(STDOUT));
    }

    /** Writes the result. */
    interface Content {
        void write(Writer out) throws IOException;
    }

    boolean isFile() {
        return output.isGiven();
    }

    /**
     * Puts the result there.
     *
     * @param doing what a person at a terminal is told if a file takes long: {@code exporting}
     */
    void put(Desk desk, String doing, Content content) {
        put(desk, doing, content, file(Optional.empty()));
    }

    /** The same with what {@link #file} answered. */
    void put(Desk desk, String doing, Content content, Optional<Path> file) {
        if (file.isPresent()) {
            toFile(desk, doing, content, file.get());
            return;
        }
        var out = desk.world().out();
        try {
            if (desk.world().terminals().output()) {
                // For a person's eyes: here, and only here, the bytes give way to safety.
                var text = new StringWriter();
                content.write(text);
                out.print(Visible.block(text.toString()));
            } else {
                var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                content.write(writer);
                writer.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (out.checkError()) {
            throw StandardOutput.lost();
        }
    }

    private void toFile(Desk desk, String doing, Content content, Path file) {
        NewFile.check(file, force.get());
        try (var part = NewFile.of(file.toAbsolutePath())) {
            // To standard output it would be written across the screen of a pager.
            try (var progress = desk.progress();
                    var out =
                            progress.counting(Files.newBufferedWriter(part.file(), StandardOpenOption.WRITE), doing)) {
                content.write(out);
            } catch (IOException | RuntimeException e) {
                throw unwritten(file, e);
            }
            part.place(force.get());
        } catch (IOException e) {
            throw NewFile.failure(file, e);
        }
    }

    /** Every library has its own way to say that a disk is full. */
    private static RuntimeException unwritten(Path file, Exception fault) {
        return ErrorReporter.cause(fault, IOException.class)
                .<RuntimeException>map(
                        e -> new Failure(Exit.IO, file + ": cannot be written (" + e.getMessage() + "); make room"))
                .orElseGet(() -> (RuntimeException) fault);
    }
}
