package stretch.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes. */
public final class Common {
    /** When to colour. */
    public enum Colour {
        auto,
        always,
        never
    }

    @Option(
            names = "--routines",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "your routines, layered over the shipped ones")
    private @Nullable Path routines;

    @Option(names = "--db", paramLabel = "FILE", scope = ScopeType.INHERIT, description = "the history database")
    private @Nullable Path db;

    @Option(names = "--config", paramLabel = "FILE", scope = ScopeType.INHERIT, description = "the settings")
    private @Nullable Path config;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            scope = ScopeType.INHERIT,
            description = "auto, always or never (default: auto)")
    private Colour color = Colour.auto;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "say no more than is needed")
    private boolean quiet;

    Optional<Path> routines() {
        return Optional.ofNullable(routines);
    }

    Optional<Path> db() {
        return Optional.ofNullable(db);
    }

    Optional<Path> config() {
        return Optional.ofNullable(config);
    }

    Colour color() {
        return color;
    }

    boolean quiet() {
        return quiet;
    }
}
