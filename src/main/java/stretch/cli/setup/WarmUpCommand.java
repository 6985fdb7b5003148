package stretch.cli.setup;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import stretch.cli.Cli;
import stretch.cli.CommandContext;
import stretch.cli.CommandSpecBuilder;
import stretch.cli.ErrorReporter;
import stretch.cli.OptionValue;
import stretch.os.Environment;

/** Goes through what is called often, so that bin/lib/warm.sh learns which classes that needs. */
public final class WarmUpCommand implements Callable<Integer> {
    /** Few: each class that an archive holds makes every start a little longer. */
    private static final List<String> USUAL = List.of(
            "--version",
            "--help",
            "run --help",
            "completion bash",
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
            "remind",
            "complete-ids routines",
            "run daily --plain --rehearse --prepare 0s --switch 0s --hold 1s --quiet");

    private final CommandContext context;
    private final OptionValue<Path> folder;

    public WarmUpCommand(CommandContext context, CommandSpecBuilder options) {
        this.context = context;
        options.about("Goes through the usual commands in a scratch folder.");
        folder = options.argument("?", "a folder that stands in for the user's home", Path.class);
    }

    @Override
    public Integer call() {
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        var environment = context.world();
        var scratch = new Environment(
                environment.clock(),
                environment.loopClock(),
                Map.of("HOME", String.valueOf(folder.get())),
                InputStream.nullInputStream(),
                nowhere,
                nowhere,
                Environment.StandardStreams.NONE,
                new Environment.Installation(
                        environment.installation().program(),
                        environment.installation().java(),
                        "warm-up",
                        "warm-up"),
                environment.proc());
        USUAL.forEach(line -> run(scratch, line));
        return 0;
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
