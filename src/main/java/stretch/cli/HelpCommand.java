package stretch.cli;

import java.util.concurrent.Callable;

/** Explains a command, for those who know {@code git help}. */
final class HelpCommand implements Callable<Integer> {
    private final Desk desk;
    private final Given<String> command;

    HelpCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about("Explains a command, or lists them all.");
        command = takes.optional("COMMAND", "the command");
    }

    @Override
    public Integer call() throws Exception {
        var color = "--color=" + desk.common().color();
        return command.isGiven()
                ? Cli.run(desk.world(), color, command.get(), "--help")
                : Cli.run(desk.world(), color, "--help");
    }
}
