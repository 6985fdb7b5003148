package stretch.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program itself: options for every command, and the help that lists them. */
@Command(
        name = "stretch",
        synopsisHeading = "Usage: ",
        customSynopsis = "stretch [OPTION]... COMMAND [ARGUMENT]...",
        description = {
            "%nA few minutes of the right movement, every day, in good form: for sore lower backs and stiff hips.",
            "%nBegin with 'stretch run daily'; 'stretch cautions' says when to see a professional instead."
        },
        footer = "%n'stretch COMMAND --help' explains a command.",
        optionListHeading = "%nOptions:%n")
final class StretchCommand implements Runnable {
    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final Common common;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    StretchCommand(Common common) {
        this.common = common;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? try 'run daily'");
    }
}
