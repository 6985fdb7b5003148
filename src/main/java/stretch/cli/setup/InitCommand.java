package stretch.cli.setup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.options.CommandSpecBuilder;
import stretch.os.AtomicFile;
import stretch.os.FileKind;

/** Writes commented starter files. */
public final class InitCommand extends Command {
    private final List<String> kept = new ArrayList<>();

    public InitCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about("Writes commented starter files into your config folder; existing files are kept.");
        options.example("stretch init", "writes routines.yaml and config.yaml");
        options.example("stretch init && stretch validate", "and checks them");
    }

    @Override
    public Integer call() {
        var folder = context.paths().configFolder();
        try {
            AtomicFile.makeFolder(folder);
            write("routines.starter.yaml", folder.resolve("routines.yaml"));
            write("config.starter.yaml", folder.resolve("config.yaml"));
            write("routines.schema.json", folder.resolve("routines.schema.json"));
        } catch (IOException e) {
            throw AtomicFile.failure(folder, e);
        }
        if (!kept.isEmpty()) {
            context.notice("left unchanged: " + String.join(", ", kept) + "; 'stretch config' lists all settings");
        }
        context.notice("edit " + folder.resolve("routines.yaml") + ", then check it with 'stretch validate'");
        return 0;
    }

    private void write(String starter, Path file) throws IOException {
        if (!FileKind.exists(file) && isWritten(starter, file)) {
            context.printer().line("wrote " + file);
        } else {
            context.printer().line("kept  " + file);
            kept.add(String.valueOf(file.getFileName()));
        }
    }

    /** Another command may be faster. */
    private static boolean isWritten(String starter, Path file) throws IOException {
        try (InputStream in = InitCommand.class.getResourceAsStream("/stretch/" + starter);
                var target = AtomicFile.of(file)) {
            if (in == null) {
                throw new IllegalStateException("this copy of stretch has no " + starter);
            }
            Files.write(target.file(), in.readAllBytes());
            return target.commitIfFree();
        }
    }
}
