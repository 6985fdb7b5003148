package stretch.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import stretch.FileKind;
import stretch.NewFile;

/** Writes commented starter files. */
final class InitCommand implements Callable<Integer> {
    private final Desk desk;

    InitCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about("Writes commented starter files to your config folder, never over one that exists.");
    }

    @Override
    public Integer call() {
        var folder = desk.configFolder();
        try {
            NewFile.makeFolder(folder);
            write("routines.starter.yaml", folder.resolve("routines.yaml"));
            write("config.starter.yaml", folder.resolve("config.yaml"));
            write("routines.schema.json", folder.resolve("routines.schema.json"));
        } catch (IOException e) {
            throw NewFile.failure(folder, e);
        }
        desk.say("edit " + folder.resolve("routines.yaml") + ", then check it with 'stretch validate'");
        return 0;
    }

    private void write(String starter, Path file) throws IOException {
        if (FileKind.exists(file)) {
            desk.page().line("kept  " + file);
            return;
        }
        try (InputStream in = InitCommand.class.getResourceAsStream("/stretch/" + starter);
                var part = NewFile.of(file)) {
            if (in == null) {
                throw new IllegalStateException("the program comes without " + starter);
            }
            Files.write(part.file(), in.readAllBytes());
            part.place(false);
            desk.page().line("wrote " + file);
        }
    }
}
