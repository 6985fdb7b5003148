package stretch.output;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import stretch.os.Environment;
import stretch.os.process.ProcessRunner;
import stretch.terminal.Signals;

/** Shows a page that is longer than the terminal through {@code $PAGER}, or {@code less}; any other is just printed. */
public final class Pager {
    /** What git hands to less: leave if it fits after all (F), let colours through (R), keep the screen (X). */
    private static final String LESS = "FRX";

    private Pager() {}

    public static void show(Environment environment, boolean colour, Consumer<Printer> content) {
        var results = new Printer(environment.out(), colour, environment.streams());
        if (!environment.streams().output()
                || !environment.streams().input()
                || environment.terminalKind().equals(Environment.DUMB)) {
            content.accept(results);
            return;
        }
        var text = new ByteArrayOutputStream();
        var out = new PrintStream(text, false, StandardCharsets.UTF_8);
        content.accept(new Printer(out, colour, environment.streams()));
        out.flush();
        var bytes = text.toByteArray();
        // The shell's prompt takes a line too.
        boolean fits = text.toString(StandardCharsets.UTF_8).lines().count()
                < environment.streams().rows();
        if (fits || !paged(environment, bytes)) {
            content.accept(results);
        }
    }

    /** Whether a pager took it; if there is none, nothing was shown yet. */
    private static boolean paged(Environment environment, byte[] text) {
        environment.out().flush();
        Signals.leaveInterruptToOthers();
        int code = new ProcessRunner(environment)
                .show(
                        environment.variable("PAGER").orElse("less"),
                        text,
                        Map.of("LESS", environment.env().getOrDefault("LESS", LESS)));
        return code != ProcessRunner.NOT_FOUND && code != ProcessRunner.NOT_RUNNABLE;
    }
}
