package stretch.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import stretch.terminal.Signals;

/** Shows a page that is longer than the terminal through {@code $PAGER}, or {@code less}; any other is just printed. */
final class Pager {
    /** What git hands to less: leave if it fits after all (F), let colours through (R), keep the screen (X). */
    private static final String LESS = "FRX";

    private Pager() {}

    static void show(Desk desk, Consumer<Page> content) {
        var world = desk.world();
        if (!world.terminals().output()
                || !world.terminals().input()
                || "dumb".equals(world.env().get("TERM"))) {
            content.accept(desk.page());
            return;
        }
        var text = new ByteArrayOutputStream();
        var out = new PrintStream(text, false, StandardCharsets.UTF_8);
        content.accept(new Page(
                out,
                desk.colour(),
                world.terminals().columns(),
                world.terminals().unicode()));
        out.flush();
        var bytes = text.toByteArray();
        // The shell's prompt takes a line too.
        boolean fits = text.toString(StandardCharsets.UTF_8).lines().count()
                < world.terminals().rows();
        if (fits || !paged(world, bytes)) {
            content.accept(desk.page());
        }
    }

    /** Whether a pager took it; if there is none, nothing was shown yet. */
    private static boolean paged(World world, byte[] text) {
        world.out().flush();
        Signals.leaveInterruptToOthers();
        int code = new Programs(world)
                .show(
                        world.variable("PAGER").orElse("less"),
                        text,
                        Map.of("LESS", world.env().getOrDefault("LESS", LESS)));
        return code != Programs.NOT_FOUND && code != Programs.NOT_RUNNABLE;
    }
}
