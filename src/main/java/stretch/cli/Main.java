package stretch.cli;

/** The program's door: the real world in, the exit code out. */
public final class Main {
    private Main() {}

    public static void main(String... args) {
        System.exit(Cli.run(World.real(), args));
    }
}
