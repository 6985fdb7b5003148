package stretch.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import stretch.Exit;
import stretch.Failure;

/** Writes commented starter files. */
@Command(
        name = "init",
        description = "Writes commented starter files to your config folder, never over one that exists.")
final class InitCommand implements Callable<Integer> {
    private final Desk desk;

    InitCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        var folder = desk.configFolder();
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            write("routines.starter.yaml", folder.resolve("routines.yaml"));
            write("config.starter.yaml", folder.resolve("config.yaml"));
            write("routines.schema.json", folder.resolve("routines.schema.json"));
        } catch (AccessDeniedException e) {
            throw new Failure(Exit.NOT_PERMITTED, folder + ": may not be written; check who owns it");
        } catch (IOException e) {
            throw new Failure(Exit.CANNOT_CREATE, folder + ": cannot be written (" + e.getMessage() + ")");
        }
        desk.say("edit " + folder.resolve("routines.yaml") + ", then check it with 'stretch validate'");
        return 0;
    }

    /** Written beside its place and linked there whole, which fails if something stands there already. */
    private void write(String starter, Path file) throws IOException {
        var part = Files.createTempFile(
                file.getParent(),
                ".init",
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (InputStream in = InitCommand.class.getResourceAsStream("/stretch/" + starter)) {
            if (in == null) {
                throw new IllegalStateException("the program comes without " + starter);
            }
            Files.write(part, in.readAllBytes());
            place(part, file);
            desk.page().line("wrote " + file);
        } catch (FileAlreadyExistsException e) {
            desk.page().line("kept  " + file);
        } finally {
            Files.delete(part);
        }
    }

    private static void place(Path part, Path file) throws IOException {
        try {
            Files.createLink(file, part);
        } catch (UnsupportedOperationException e) {
            Files.copy(part, file);
        }
    }
}
