package stretch.cli;

import java.util.concurrent.Callable;

/** The program itself, called without a command. */
final class StretchCommand implements Callable<Integer> {
    private final Callable<Integer> home;

    StretchCommand(CommandSpecBuilder options, Callable<Integer> home) {
        this.home = home;
        options.about(
                "Leads you through short stretching routines in the terminal, for sore lower backs and stiff hips.");
        options.notes(
                "'stretch' alone, on a terminal, shows what is due, and starts it with a key. 'stretch cautions' says"
                        + " when to see a professional instead.",
                "'stretch COMMAND --help' explains a command.");
    }

    @Override
    public Integer call() throws Exception {
        return home.call();
    }
}
