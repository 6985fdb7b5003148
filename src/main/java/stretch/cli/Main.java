package stretch.cli;

/** The program's door: the real world in, the exit code out. */
public final class Main {
    private Main() {}

    public static void main(String... args) {
        // Cli.run has closed what was open and flushed what was printed; an orderly exit would only cost time.
        Runtime.getRuntime().halt(Cli.run(World.real(), args));
    }
}
