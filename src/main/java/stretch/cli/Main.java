package stretch.cli;

import stretch.Exit;
import stretch.StandardOutput;

/** The program's door: the real world in, the exit code out. */
public final class Main {
    private Main() {}

    public static void main(String... args) {
        int code = Exit.BUG.code();
        try {
            var world = World.real();
            // Threads of ours see to their own failures; this is for those of libraries.
            Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> halt(report(world, thrown)));
            code = run(world, args);
            if (code == Exit.NOT_DUE.code()) {
                // The launcher has to tell it from a Java that did not start.
                code = Integer.getInteger("stretch.notdue", code);
            }
        } finally {
            halt(code);
        }
    }

    /** Runs the program once, whatever it throws; the streams of the world are flushed when the exit code is there. */
    static int run(World world, String... args) {
        try {
            int code = Cli.run(world, args);
            world.out().flush();
            if (code <= Exit.NOT_DUE.code() && world.out().checkError()) {
                throw StandardOutput.lost();
            }
            return code;
        } catch (Throwable thrown) {
            return report(world, thrown);
        }
    }

    /** There is always a code, even if memory does not last for the words, or a stream takes none. */
    private static int report(World world, Throwable thrown) {
        try {
            int code = new ErrorReporter(world).report(thrown);
            world.out().flush();
            return code;
        } catch (Throwable worse) {
            return Exit.BUG.code();
        }
    }

    /** All that was open is closed and all that was printed is flushed; an orderly exit would only cost time. */
    private static void halt(int code) {
        Runtime.getRuntime().halt(code);
    }
}
