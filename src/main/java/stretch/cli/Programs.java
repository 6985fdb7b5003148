package stretch.cli;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import stretch.Exit;
import stretch.Failure;

/** Starts other programs of the search path and waits for their end. */
final class Programs {
    /** They only write a file or talk to a service on this machine; longer means that one of them hangs. */
    private static final int PATIENCE_SECONDS = 30;

    /** What cannot be started says so sooner. */
    private static final int GLANCE_SECONDS = 5;

    private static final File NOTHING = new File("/dev/null");

    private final World world;

    Programs(World world) {
        this.world = world;
    }

    /**
     * How a program ended.
     *
     * @param out what it printed, every byte as one character (ISO 8859-1)
     * @param complaint the first line of what it said on standard error
     */
    record Ended(int code, String out, String complaint) {}

    /** The program of this name, if the search path has it. */
    Optional<Path> find(String name) {
        return Arrays.stream(Pattern.compile(":").split(world.variable("PATH").orElse(""), -1))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** The first of these names that the search path has a program for. */
    Optional<String> first(List<String> names) {
        return names.stream().filter(name -> find(name).isPresent()).findFirst();
    }

    /**
     * Runs a program to its end.
     *
     * @param input all that it can read
     */
    Ended run(Path program, List<String> arguments, byte[] input) {
        return run(program, arguments, input, Map.of());
    }

    /** The same, with these variables on top of the environment. */
    Ended run(Path program, List<String> arguments, byte[] input, Map<String, String> variables) {
        var command = new ArrayList<String>();
        command.add(program.toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(world.env());
        builder.environment().putAll(variables);
        // Its words are looked at: they have to be the English ones.
        builder.environment().put("LC_ALL", "C");
        try {
            var process = builder.start();
            try {
                return finish(process, program, input);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new Failure(
                    Exit.IO, program + ": cannot be started (" + e.getMessage() + "); see if it runs by hand");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(Exit.INTERRUPT, program + ": was interrupted; run the command again");
        }
    }

    /**
     * Starts a program that may go on for as long as its user likes, and leaves it alone.
     *
     * @return whether it runs, or has ended well; what it says goes nowhere
     */
    boolean leave(Path program, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(program.toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .redirectInput(Redirect.from(NOTHING))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(world.env());
        try {
            var process = builder.start();
            return !process.waitFor(GLANCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static Ended finish(Process process, Path program, byte[] input) throws InterruptedException {
        var out = new Drain(process.getInputStream());
        var err = new Drain(process.getErrorStream());
        try (var to = process.getOutputStream()) {
            to.write(input);
        } catch (IOException e) {
            // It did not read all: its exit code says whether that is bad.
        }
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new Failure(Exit.IO, program + ": does not come to an end; see if it runs by hand");
        }
        var complaint = new String(err.all(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("code " + process.exitValue());
        return new Ended(process.exitValue(), new String(out.all(), StandardCharsets.ISO_8859_1), complaint.strip());
    }

    /** Reads on a thread of its own, so that the program never waits for its reader. */
    private static final class Drain {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final Thread thread;

        Drain(InputStream stream) {
            thread = new Thread(
                    () -> {
                        try {
                            stream.transferTo(bytes);
                        } catch (IOException e) {
                            // What came before counts.
                        }
                    },
                    "drain");
            thread.setDaemon(true);
            thread.start();
        }

        byte[] all() throws InterruptedException {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            return bytes.toByteArray();
        }
    }
}
