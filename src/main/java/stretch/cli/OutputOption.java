package stretch.cli;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.FileFormat;
import stretch.cli.options.OptionValue;
import stretch.os.AtomicFile;
import stretch.os.ExitCode;
import stretch.os.OutputLost;
import stretch.os.UserError;
import stretch.output.ProgressLine;
import stretch.text.TerminalSafe;

/** Where a result goes that people keep: to standard output, or into a file that is written whole or not at all. */
public final class OutputOption {
    private static final Path STDOUT = Path.of("-");

    private final OptionValue<Path> output;
    private final OptionValue<Boolean> force;

    public OutputOption(CommandSpecBuilder options) {
        this(options, "write to this file, - for standard output; an existing one is kept");
    }

    /** With this description of the file. */
    public OutputOption(CommandSpecBuilder options, String description) {
        output = options.option("-o, --output", "FILE", description, Path.class);
        force = options.flag("--force", "replace an existing file");
    }

    /** The file that was named, or else the usual one; none for standard output, which {@code -} is too. */
    public Optional<Path> file(Optional<Path> usual) {
        var file = output.optional().or(() -> usual).filter(named -> !named.equals(STDOUT));
        UserError.usageIf(
                force.get() && file.isEmpty(), "--force works only with a file; name one with -o, or leave it out");
        return file;
    }

    public interface ContentWriter {
        void write(Writer out) throws IOException;
    }

    /** Writes a result that is no text, and tells how far it is. */
    public interface BytesWriter {
        void write(OutputStream out, ProgressLine progress) throws IOException;
    }

    public boolean isFile() {
        return output.isGiven();
    }

    /** What the name of the file promises. */
    public Optional<FileFormat> promised() {
        return output.optional().flatMap(FileFormat::promised);
    }

    /** Fails if the name of the file promises something else. */
    public void mustHold(FileFormat format) {
        var unused = output.read(format::named);
    }

    /** Fails at once if the file that was named cannot be put there, before any work is done for it. */
    public void check() {
        file(Optional.empty()).ifPresent(file -> AtomicFile.check(file, force.get()));
    }

    /** Puts a result that is no text there. */
    public void writeBytes(CommandContext context, BytesWriter content) {
        put(context, file(Optional.empty()), content, content);
    }

    /**
     * Puts the result there.
     *
     * @param doing what a person at a terminal is told if a file takes long: {@code exporting}
     */
    public void write(CommandContext context, String doing, ContentWriter content) {
        write(context, doing, content, file(Optional.empty()));
    }

    /** The same with what {@link #file} answered. */
    public void write(CommandContext context, String doing, ContentWriter content, Optional<Path> file) {
        put(
                context,
                file,
                (bytes, progress) -> {
                    try (var text = progress.counting(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), doing)) {
                        content.write(text);
                    }
                },
                (bytes, progress) -> print(context, content));
    }

    private static void print(CommandContext context, ContentWriter content) throws IOException {
        var out = context.world().out();
        if (context.world().streams().output()) {
            // For a person's eyes: here, and only here, the bytes give way to safety.
            var text = new StringWriter();
            content.write(text);
            out.print(TerminalSafe.block(text.toString()));
        } else {
            var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            content.write(writer);
            writer.flush();
        }
    }

    private void put(CommandContext context, Optional<Path> file, BytesWriter toFile, BytesWriter toOutput) {
        if (file.isPresent()) {
            toFile(context, toFile, file.get());
            return;
        }
        var out = context.world().out();
        try (var progress = context.progress()) {
            toOutput.write(out, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (out.checkError()) {
            throw OutputLost.lost();
        }
    }

    private void toFile(CommandContext context, BytesWriter content, Path file) {
        AtomicFile.check(file, force.get());
        try (var target = AtomicFile.of(file.toAbsolutePath())) {
            // To standard output it would be written across the screen of a pager.
            try (var progress = context.progress();
                    var out =
                            new BufferedOutputStream(Files.newOutputStream(target.file(), StandardOpenOption.WRITE))) {
                content.write(out, progress);
            } catch (IOException | RuntimeException e) {
                throw unwritten(file, e);
            }
            target.commit(force.get());
        } catch (IOException e) {
            throw AtomicFile.failure(file, e);
        }
        context.notice("wrote " + file);
    }

    /** Every library has its own way to say that a disk is full. */
    private static RuntimeException unwritten(Path file, Exception fault) {
        return ErrorReporter.cause(fault, IOException.class)
                .<RuntimeException>map(e ->
                        new UserError(ExitCode.IO, file + ": cannot be written (" + e.getMessage() + "); make room"))
                .orElseGet(() -> (RuntimeException) fault);
    }
}
