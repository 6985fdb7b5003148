package stretch.cli;

import java.util.concurrent.Callable;
import stretch.os.ExitCode;
import stretch.os.UserError;

/** The program itself, called without a command. */
final class StretchCommand implements Callable<Integer> {
    StretchCommand(CommandSpecBuilder options) {
        options.about(
                "%nA few minutes of the right movement, every day, in good form: for sore lower backs and stiff hips.",
                "%nBegin with 'stretch run daily'; 'stretch cautions' says when to see a professional instead.");
        options.footer("%n'stretch COMMAND --help' explains a command.");
    }

    @Override
    public Integer call() {
        throw new UserError(ExitCode.USAGE, "which command? try 'run daily'; see 'stretch --help'");
    }
}
