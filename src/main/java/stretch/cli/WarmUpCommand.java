package stretch.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Goes through what is called often, so that bin/warm learns which classes that needs. */
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

    private final Desk desk;
    private final Given<Path> folder;

    WarmUpCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about("Goes through the usual commands in a scratch folder.");
        folder = takes.argument("?", "a folder that stands in for the user's home", Path.class);
    }

    @Override
    public Integer call() {
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        var world = desk.world();
        var scratch = new World(
                world.clock(),
                world.time(),
                Map.of("HOME", String.valueOf(folder.get())),
                InputStream.nullInputStream(),
                nowhere,
                nowhere,
                World.Terminals.NONE,
                new World.Copy(world.copy().program(), world.copy().java(), "warm-up", "warm-up"),
                world.proc());
        USUAL.forEach(line -> Main.run(scratch, line.split(" ", -1)));
        return 0;
    }
}
