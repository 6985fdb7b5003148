package stretch.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Goes through what is called often, so that bin/warm learns which classes that needs. */
@Command(name = "warm-up", hidden = true, description = "Goes through the usual commands in a scratch folder.")
final class WarmUpCommand implements Callable<Integer> {
    /** Few: each class that an archive holds makes every start a little longer. */
    private static final List<String> USUAL = List.of(
            "--version",
            "--help",
            "run --help",
            "completion bash",
            "list",
            "show daily",
            "show hip-hinge",
            "add daily",
            "history -n 5",
            "due",
            "due --porcelain",
            "remind",
            "complete-ids routines",
            "run daily --plain --rehearse --prepare 0s --switch 0s --hold 1s --quiet");

    private final Desk desk;

    @Parameters(description = "a folder that stands in for the user's home")
    private @Nullable Path folder;

    WarmUpCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        var world = desk.world();
        var scratch = new World(
                world.clock(),
                world.time(),
                Map.of("HOME", String.valueOf(folder)),
                InputStream.nullInputStream(),
                nowhere,
                nowhere,
                World.Terminals.NONE,
                new World.Copy(world.copy().program(), world.copy().java(), "warm-up"));
        USUAL.forEach(line -> Cli.run(scratch, line.split(" ", -1)));
        return 0;
    }
}
