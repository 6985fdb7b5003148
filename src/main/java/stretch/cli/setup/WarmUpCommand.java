package stretch.cli.setup;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import stretch.cli.Cli;
import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.ErrorReporter;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.OptionValue;
import stretch.os.DaemonThread;
import stretch.os.Environment;
import stretch.os.ExitCode;

/**
 * Goes through what is called often, so that bin/lib/warm.sh learns which classes that needs: on a terminal what opens the
 * full screen, and else the short commands.
 */
public final class WarmUpCommand extends Command {
    /** Few: each class that an archive holds makes every start a little longer. */
    private static final List<String> SHORT = List.of(
            "--version",
            "--help",
            "run --help",
            "completion bash",
            // From here on there are files of the user to be read.
            "init",
            "list",
            "show daily",
            "show hip-hinge",
            "add daily --at 2020-01-01T08:00",
            "due",
            "remind",
            "add daily",
            "history -n 5",
            "due",
            "due --porcelain",
            "today",
            "remind",
            "complete-ids routines");

    /** With s pressed again and again: that is any key, skip, and same. */
    private static final List<String> ON_A_TERMINAL = List.of(
            "init",
            "run daily --plain --rehearse --prepare 0s --switch 0s --hold 1s --quiet",
            "run chair-hip-flexor hip-hinge --prepare 0s",
            // The home screen, where s shows statistics.
            "--quiet",
            "checkin");

    /** Whoever presses s may have been killed, and the home screen waits for ever. A slow machine takes one minute. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final OptionValue<Path> folder =
            options.argument("?", "a folder that stands in for the user's home", Path.class);

    public WarmUpCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about("Goes through the usual commands in a scratch folder.");
    }

    @Override
    public Integer call() {
        var patience = DaemonThread.start("patience", WarmUpCommand::giveUp);
        var world = context.world();
        boolean isOnTerminal = world.streams().output();
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        var scratch = new Environment(
                world.clock(),
                world.loopClock(),
                Map.of("HOME", String.valueOf(folder.get()), "TERM", "xterm-256color"),
                InputStream.nullInputStream(),
                nowhere,
                nowhere,
                world.streams(),
                new Environment.Installation(
                        world.installation().program(), world.installation().java(), "warm-up", "warm-up"),
                world.proc(),
                world.room());
        (isOnTerminal ? ON_A_TERMINAL : SHORT).forEach(line -> run(scratch, line));
        DaemonThread.end(patience, 0);
        return 0;
    }

    private static void giveUp() {
        try {
            Thread.sleep(PATIENCE.toMillis());
            Environment.endAtOnce(ExitCode.BUSY.code());
        } catch (InterruptedException e) {
            // The warm-up is over.
        }
    }

    /** What fails is of no matter: its classes are not learnt, that is all. */
    private static void run(Environment environment, String line) {
        try {
            var unused = Cli.run(environment, line.split(" ", -1));
        } catch (Exception | LinkageError e) {
            var unused = new ErrorReporter(environment).report(e);
        }
    }
}
