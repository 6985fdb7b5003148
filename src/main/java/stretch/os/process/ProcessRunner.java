package stretch.os.process;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import stretch.os.DaemonThread;
import stretch.os.Environment;
import stretch.os.ExitCode;
import stretch.os.UserError;

/** Starts other programs, each by its full path; nothing else does. */
public record ProcessRunner(Environment environment) {
    /** They only write a file or talk to a service on this machine; longer means that one of them hangs. */
    private static final int PATIENCE_MILLIS = 30_000;

    /** What cannot be started says so sooner. */
    private static final int GLANCE_SECONDS = 5;

    /** What opens a file with the program for its kind: on Linux and the like, and on macOS. */
    private static final List<String> OPENERS = List.of("xdg-open", "open");

    private static final File NOTHING = new File("/dev/null");

    /** POSIX has a shell there on every system that we know. */
    private static final String SHELL = "/bin/sh";

    /** What a shell says when there is no such program, or it cannot be run. */
    public static final int NOT_FOUND = 127;

    public static final int NOT_RUNNABLE = 126;

    /** Where programs that we start find others, if the search path names no place at all. */
    private static final String USUAL_PATH = "/usr/bin:/bin";

    private static final Pattern COLON = Pattern.compile(":");

    /**
     * How a program ended.
     *
     * @param out what it printed, every byte as one character (ISO 8859-1)
     * @param errorLine the first line of what it said on standard error
     */
    public record ProcessResult(int code, String out, String errorLine) {}

    /** Where the program of this name is, if the search path has it. */
    public Optional<Path> find(String name) {
        return folders().stream()
                .map(folder -> Path.of(folder, name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** The first of these names that the search path has a program for. */
    public Optional<Path> first(List<String> names) {
        return names.stream().map(this::find).flatMap(Optional::stream).findFirst();
    }

    /** Why a program from the user's own files is not run, with what to do; empty if it may be run. */
    public static Optional<String> distrust(Path program) {
        try {
            if (!Files.isExecutable(program) || Files.isDirectory(program)) {
                return Optional.of("is not an executable file; chmod +x " + program);
            }
            var user = System.getProperty("user.name", "?");
            var owner = Files.getOwner(program).getName();
            if (!user.equals("?") && !owner.equals(user)) {
                return Optional.of("belongs to " + owner + " and is not run; sudo chown " + user + " " + program);
            }
            return Files.getPosixFilePermissions(program).contains(PosixFilePermission.OTHERS_WRITE)
                    ? Optional.of("may be changed by others and is not run; chmod o-w " + program)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of("cannot be looked at (" + e.getMessage() + "); check who owns it");
        }
    }

    /** The search path without what is relative in it: that would run whatever lies in the working folder. */
    private List<String> folders() {
        return Arrays.stream(COLON.split(environment.variable("PATH").orElse(""), -1))
                .filter(folder -> folder.startsWith("/"))
                .toList();
    }

    /**
     * Runs a program to its end.
     *
     * @param input all that it can read
     */
    public ProcessResult run(Path program, List<String> arguments, byte[] input) {
        return run(program, arguments, input, Map.of());
    }

    /** The same, with these variables on top of the environment. */
    ProcessResult run(Path program, List<String> arguments, byte[] input, Map<String, String> variables) {
        var builder = builder(command(program, arguments));
        builder.environment().putAll(variables);
        // Its words are looked at: they have to be the English ones.
        builder.environment().put("LC_ALL", "C");
        try (var child = ChildProcess.of(builder.start())) {
            return finish(child, program, input);
        } catch (IOException e) {
            throw new UserError(
                    ExitCode.IO, program + ": cannot be started (" + e.getMessage() + "); see if it runs by hand");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError(ExitCode.INTERRUPT, program + ": was interrupted; run the command again");
        }
    }

    /** Starts a program that reads and says nothing, such as one that plays a sound. */
    public ChildProcess start(List<String> command) throws IOException {
        return ChildProcess.of(silent(command).start());
    }

    /** Starts a program that reads what we write, and of which we read what it complains of. */
    public ChildProcess startFed(List<String> command) throws IOException {
        return ChildProcess.of(silent(command)
                .redirectInput(Redirect.PIPE)
                .redirectError(Redirect.PIPE)
                .start());
    }

    /** Shows a file in the browser of the user's desktop, and does not wait for it to be closed. */
    public void browse(Path file) {
        var opener = first(OPENERS)
                .orElseThrow(() -> new UserError(
                        ExitCode.IO,
                        "no browser can be opened: neither xdg-open nor open is on the PATH; open " + file
                                + " by hand"));
        if (!runsOrEndsWell(command(opener, List.of(file.toString())))) {
            throw new UserError(
                    ExitCode.IO,
                    "no browser could be started by " + opener.getFileName() + "; open " + file + " by hand");
        }
    }

    private boolean runsOrEndsWell(List<String> command) {
        try {
            var process = silent(command).start();
            return !process.waitFor(GLANCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /**
     * Hands a text to a pager, which has the terminal until its user leaves it.
     *
     * @param pager words for a shell
     * @param variables on top of the environment
     * @return its exit code, or what a shell says that cannot start it
     */
    public int show(String pager, byte[] text, Map<String, String> variables) {
        var builder = shell(pager).redirectOutput(Redirect.INHERIT).redirectError(Redirect.DISCARD);
        builder.environment().putAll(variables);
        try (var child = ChildProcess.onTerminal(builder.start())) {
            try (var to = child.process().getOutputStream()) {
                to.write(text);
            } catch (IOException e) {
                // It was left before the end: its reader has seen enough.
            }
            return child.process().waitFor();
        } catch (IOException e) {
            return NOT_RUNNABLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError(ExitCode.INTERRUPT, "the pager was interrupted; run the command again");
        }
    }

    /** Stops our process group, the launcher with it, until the user's shell has it go on. */
    public void stopOurGroup() {
        try {
            shell("kill -TSTP 0").inheritIO().start().waitFor();
        } catch (IOException e) {
            // Not stopped: what was to stop goes on.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> command(Path program, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(program.toString());
        command.addAll(arguments);
        return command;
    }

    private ProcessBuilder silent(List<String> command) {
        return builder(command)
                .redirectInput(Redirect.from(NOTHING))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
    }

    private ProcessBuilder shell(String words) {
        return builder(List.of(SHELL, "-c", words));
    }

    private ProcessBuilder builder(List<String> command) {
        if (!command.get(0).startsWith("/")) {
            throw new IllegalArgumentException("no full path: " + command.get(0));
        }
        var builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment.env());
        // What it starts in turn is found as we find it.
        builder.environment().put("PATH", folders().isEmpty() ? USUAL_PATH : String.join(":", folders()));
        return builder;
    }

    private static ProcessResult finish(ChildProcess child, Path program, byte[] input) throws InterruptedException {
        var process = child.process();
        var out = new StreamCollector(process.getInputStream());
        var err = new StreamCollector(process.getErrorStream());
        try (var to = process.getOutputStream()) {
            to.write(input);
        } catch (IOException e) {
            // It did not read all: its exit code says whether that is bad.
        }
        if (!child.ends(PATIENCE_MILLIS)) {
            throw new UserError(ExitCode.IO, program + ": does not come to an end; see if it runs by hand");
        }
        var complaint = new String(err.all(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("code " + process.exitValue());
        return new ProcessResult(
                process.exitValue(), new String(out.all(), StandardCharsets.ISO_8859_1), complaint.strip());
    }

    /** Reads on a thread of its own, so that the program never waits for its reader. */
    private static final class StreamCollector {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final Thread thread;

        StreamCollector(InputStream stream) {
            thread = DaemonThread.start("drain", () -> {
                try {
                    stream.transferTo(bytes);
                } catch (IOException e) {
                    // What came before counts.
                }
            });
        }

        byte[] all() throws InterruptedException {
            thread.join(PATIENCE_MILLIS);
            return bytes.toByteArray();
        }
    }
}
