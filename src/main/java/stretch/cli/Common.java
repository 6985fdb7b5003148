package stretch.cli;

import java.nio.file.Path;
import java.util.Optional;

/** The options that every command takes. */
public final class Common {
    /** When to colour. */
    public enum Colour {
        auto,
        always,
        never
    }

    private final Given<Path> routines;
    private final Given<Path> db;
    private final Given<Path> config;
    private final Given<Colour> color;
    private final Given<Boolean> quiet;

    Common(Syntax takes) {
        routines = takes.option("--routines", "FILE", "your routines, layered over the shipped ones", Path.class);
        db = takes.option("--db", "FILE", "the history database", Path.class);
        config = takes.option("--config", "FILE", "the settings", Path.class);
        color = takes.option("--color", "WHEN", "auto, always or never (default: auto)", Colour.class)
                .standard(Colour.auto);
        quiet = takes.flag("-q, --quiet", "say no more than is needed");
    }

    Optional<Path> routines() {
        return routines.optional();
    }

    Optional<Path> db() {
        return db.optional();
    }

    Optional<Path> config() {
        return config.optional();
    }

    Colour color() {
        return color.get();
    }

    boolean quiet() {
        return quiet.get();
    }
}
