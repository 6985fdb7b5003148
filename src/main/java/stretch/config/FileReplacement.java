package stretch.config;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import stretch.catalogue.read.CatalogueFile;
import stretch.os.AtomicFile;
import stretch.os.FileKind;

/** Files of the user that take the place of others, which are kept beside them: all of them, or none. */
public final class FileReplacement {
    private final String ending;
    private final Map<Path, byte[]> contents = new LinkedHashMap<>();
    private final Set<Path> programs = new HashSet<>();
    private final List<Path> leaving = new ArrayList<>();

    private final List<Path> replaced = new ArrayList<>();
    private final List<Path> unchanged = new ArrayList<>();
    private final Map<Path, Path> kept = new LinkedHashMap<>();
    private final Deque<WayBack> back = new ArrayDeque<>();

    /** How something that was done is undone. */
    private interface WayBack {
        void run() throws IOException;
    }

    /** Nothing yet; the ending is for the names of what is kept. */
    public FileReplacement(String ending) {
        this.ending = ending;
    }

    /** This content is to come there. */
    public void put(Path file, byte[] content) {
        contents.put(file, content);
    }

    /** The same for a program, which its owner can run. */
    public void putProgram(Path file, byte[] content) {
        put(file, content);
        programs.add(file);
    }

    /** This file, if nothing comes there, is to be kept under another name only. */
    public void setAside(Path file) {
        leaving.add(file);
    }

    /** Does all of it, or fails and leaves everything as it was. */
    public void run() {
        try {
            leaving.stream().filter(file -> !contents.containsKey(file)).forEach(this::moveAside);
            contents.forEach(this::replace);
        } catch (RuntimeException e) {
            undo();
            throw e;
        }
    }

    private void moveAside(Path file) {
        try {
            var other = aside(file);
            Files.move(file, other);
            back.push(() -> Files.move(other, file));
            kept.put(file, other);
        } catch (IOException e) {
            throw AtomicFile.failure(file, e);
        }
    }

    private void replace(Path file, byte[] content) {
        try {
            AtomicFile.makeFolder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            var real = UserFileEditor.behindLinks(file);
            if (FileKind.of(real) == FileKind.PLAIN && Arrays.equals(CatalogueFile.bytes(real), content)) {
                unchanged.add(file);
                return;
            }
        } catch (IOException e) {
            throw AtomicFile.failure(file, e);
        }
        new UserFileEditor(file).locked((real, before) -> {
            boolean there = FileKind.exists(real);
            if (there) {
                var other = aside(real);
                AtomicFile.rename(real, other);
                back.push(() -> Files.move(other, real, StandardCopyOption.REPLACE_EXISTING));
                kept.put(file, other);
            }
            if (!UserFileEditor.put(real, before, content)) {
                throw new FileAlreadyExistsException(real.toString());
            }
            if (!there) {
                back.push(() -> Files.deleteIfExists(real));
            }
            if (programs.contains(file)) {
                Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rwx------"));
            }
            replaced.add(file);
        });
    }

    /** Leaves everything as it was before. */
    public void undo() {
        while (!back.isEmpty()) {
            try {
                back.pop().run();
            } catch (IOException e) {
                // The others are tried nevertheless. What was not replaced yet has no other name.
            }
        }
    }

    /** What it is called from then on. */
    private Path aside(Path file) {
        return FileKind.free(file.resolveSibling(file.getFileName() + "." + ending), "");
    }

    /** The files that have a new content. */
    public List<Path> replaced() {
        return List.copyOf(replaced);
    }

    /** The files that had the same content already. */
    public List<Path> unchanged() {
        return List.copyOf(unchanged);
    }

    /** Where what was there lies now, by its name before. */
    public Map<Path, Path> kept() {
        return Collections.unmodifiableMap(kept);
    }
}
