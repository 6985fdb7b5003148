package stretch.cli.options;

import java.nio.file.Path;
import java.util.List;

/** The options that every command takes. */
public record GlobalOptions(
        FileOption routines,
        FileOption db,
        FileOption config,
        OptionValue<ColourMode> color,
        OptionValue<Boolean> quiet) {
    public enum ColourMode {
        auto,
        always,
        never
    }

    public GlobalOptions(CommandSpecBuilder options) {
        this(
                file(
                        options,
                        "--routines",
                        "your routines, layered over those of stretch (default: $STRETCH_ROUTINES, or ~/.config/stretch/routines.yaml)",
                        "STRETCH_ROUTINES"),
                file(
                        options,
                        "--db",
                        "the history (default: $STRETCH_DB, or ~/.local/share/stretch/history.db)",
                        "STRETCH_DB"),
                file(
                        options,
                        "--config",
                        "your settings (default: $STRETCH_CONFIG, or ~/.config/stretch/config.yaml)",
                        "STRETCH_CONFIG"),
                options.option(
                                "--color",
                                "WHEN",
                                "auto, always or never (default: auto; none if $NO_COLOR is set)",
                                ColourMode.class)
                        .defaultValue(ColourMode.auto),
                options.flag("-q, --quiet", "print results and errors only"));
    }

    private static FileOption file(CommandSpecBuilder options, String name, String description, String variable) {
        return new FileOption(options.option(name, "FILE", description, Path.class), variable);
    }

    /** Those that say where a file is. */
    public List<FileOption> files() {
        return List.of(routines, db, config);
    }
}
