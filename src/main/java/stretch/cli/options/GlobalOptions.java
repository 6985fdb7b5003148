package stretch.cli.options;

import java.nio.file.Path;
import java.util.Optional;

/** The options that every command takes. */
public final class GlobalOptions {
    /** When to colour. */
    public enum ColourMode {
        auto,
        always,
        never
    }

    private final OptionValue<Path> routines;
    private final OptionValue<Path> db;
    private final OptionValue<Path> config;
    private final OptionValue<ColourMode> color;
    private final OptionValue<Boolean> quiet;

    public GlobalOptions(CommandSpecBuilder options) {
        routines = options.option(
                "--routines",
                "FILE",
                "your routines, layered over those of stretch (default: $STRETCH_ROUTINES, or ~/.config/stretch/routines.yaml)",
                Path.class);
        db = options.option(
                "--db", "FILE", "the history (default: $STRETCH_DB, or ~/.local/share/stretch/history.db)", Path.class);
        config = options.option(
                "--config",
                "FILE",
                "your settings (default: $STRETCH_CONFIG, or ~/.config/stretch/config.yaml)",
                Path.class);
        color = options.option(
                        "--color",
                        "WHEN",
                        "auto, always or never (default: auto; none if $NO_COLOR is set)",
                        ColourMode.class)
                .defaultValue(ColourMode.auto);
        quiet = options.flag("-q, --quiet", "print results and errors only");
    }

    public Optional<Path> routines() {
        return routines.optional();
    }

    public Optional<Path> db() {
        return db.optional();
    }

    public Optional<Path> config() {
        return config.optional();
    }

    public ColourMode color() {
        return color.get();
    }

    public boolean quiet() {
        return quiet.get();
    }
}
