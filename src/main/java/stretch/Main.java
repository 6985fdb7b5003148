package stretch;

import stretch.cli.Cli;
import stretch.cli.ErrorReporter;
import stretch.os.Environment;
import stretch.os.ExitCode;
import stretch.os.OutputLost;

/** The program's door: the real world in, the exit code out. */
public final class Main {
    private Main() {}

    public static void main(String... args) {
        int code = ExitCode.BUG.code();
        try {
            var environment = Environment.ofSystem();
            // Threads of ours see to their own failures; this is for those of libraries.
            Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> halt(report(environment, thrown)));
            code = run(environment, args);
            if (code == ExitCode.NOT_DUE.code()) {
                // The launcher has to tell it from a Java that did not start.
                code = Integer.getInteger("stretch.notdue", code);
            }
        } finally {
            halt(code);
        }
    }

    /** Runs the program once, whatever it throws; the streams of the world are flushed when the exit code is there. */
    public static int run(Environment environment, String... args) {
        try {
            int code = Cli.run(environment, args);
            environment.err().flush();
            environment.out().flush();
            if (code <= ExitCode.NOT_DUE.code() && environment.out().checkError()) {
                throw OutputLost.lost();
            }
            return code;
        } catch (Throwable thrown) {
            return report(environment, thrown);
        }
    }

    /** There is always a code, even if memory does not last for the words, or a stream takes none. */
    private static int report(Environment environment, Throwable thrown) {
        try {
            int code = new ErrorReporter(environment).report(thrown);
            environment.err().flush();
            environment.out().flush();
            return code;
        } catch (Throwable worse) {
            return ExitCode.BUG.code();
        }
    }

    /** All that was open is closed and all that was printed is flushed; an orderly exit would only cost time. */
    private static void halt(int code) {
        Runtime.getRuntime().halt(code);
    }
}
