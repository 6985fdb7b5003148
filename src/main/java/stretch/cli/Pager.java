package stretch.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import stretch.Exit;
import stretch.Failure;
import stretch.terminal.Signals;

/** Shows a page that is longer than the terminal through {@code $PAGER}, or {@code less}; any other is just printed. */
final class Pager {
    /** What git hands to less: leave if it fits after all (F), let colours through (R), keep the screen (X). */
    private static final String LESS = "FRX";

    /** What a shell says when there is no such program, or it cannot be run. */
    private static final int NOT_FOUND = 127;

    private static final int NOT_RUNNABLE = 126;

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
        var builder =
                new ProcessBuilder("/bin/sh", "-c", world.variable("PAGER").orElse("less"));
        builder.environment().clear();
        builder.environment().putAll(world.env());
        builder.environment().putIfAbsent("LESS", LESS);
        builder.redirectOutput(Redirect.INHERIT).redirectError(Redirect.DISCARD);
        world.out().flush();
        Signals.leaveInterruptToOthers();
        try {
            var process = builder.start();
            try (var to = process.getOutputStream()) {
                to.write(text);
            } catch (IOException e) {
                // It was left before the end: its reader has seen enough.
            }
            int code = process.waitFor();
            return code != NOT_FOUND && code != NOT_RUNNABLE;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(Exit.INTERRUPT, "the pager was interrupted; run the command again");
        }
    }
}
