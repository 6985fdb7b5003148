package stretch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no plain file is refused at once wherever one is needed; a text may also come through a pipe. */
@Tag("once")
class FileKindsTest {
    /** Every way to name a file; X is the file. */
    private static final List<String> DOORS = List.of(
            "--db X history",
            "--db X due daily",
            "--db X add daily",
            "--db X run daily --plain",
            "--db X resume",
            "--db X edit last --note x",
            "--db X undo",
            "--db X import good.csv",
            "--db X sync folder",
            "--db X backup",
            "--db X restore good.db",
            "--db X doctor",
            "--db X doctor --rescue new.db",
            "doctor --rescue X",
            "restore X",
            "backup X",
            "backup X --force",
            "import X",
            "sync X",
            "--routines X list",
            "validate X",
            "--routines X suggest --pattern stiff-hips --save mine",
            "--config X config",
            "--config X config pace slow",
            "export -o X",
            "export -o X --force",
            "report -o X --force",
            "figures daily -o X --force");

    /** These read a text, and nothing is text as well. */
    private static final Set<String> EMPTY_IS_FINE = Set.of("--routines X list", "validate X", "--config X config");

    @TempDir
    private static Path home;

    private static CliRunner program;
    private static ServerSocketChannel socket;

    @BeforeAll
    static void one_of_each_kind() throws Exception {
        program = new CliRunner(home);
        program.run("add", "daily");
        program.run("export", "-o", home + "/good.csv");
        program.run("backup", home + "/good.db");
        Files.createDirectory(home.resolve("folder"));
        assertThat(new ProcessBuilder("mkfifo", home + "/pipe", home + "/fed")
                        .start()
                        .waitFor())
                .isZero();
        // By links, so that no fault of ours could ever replace the device itself.
        Files.createSymbolicLink(home.resolve("zero"), Path.of("/dev/zero"));
        Files.createSymbolicLink(home.resolve("null"), Path.of("/dev/null"));
        socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(home.resolve("socket")));
    }

    @AfterAll
    static void close() throws IOException {
        socket.close();
        Files.delete(home.resolve("zero"));
        Files.delete(home.resolve("null"));
    }

    private static List<String> doors() {
        return DOORS;
    }

    @ParameterizedTest
    @MethodSource("doors")
    void every_door_refuses_what_is_no_file(String door) throws Exception {
        for (var kind : List.of("folder", "pipe", "socket", "zero", "null")) {
            var odd = home.resolve(kind);
            if (door.equals("sync X") && kind.equals("folder")) {
                continue; // just what it wants
            }
            var before = key(odd);
            var args = new ArrayList<String>();
            for (var word : door.split(" ", -1)) {
                args.add(
                        word.equals("X")
                                ? odd.toString()
                                : word.contains(".") ? home.resolve(word).toString() : word);
            }

            var ran = assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> program.run(args.toArray(String[]::new)), door + " of a " + kind);

            if (kind.equals("null") && EMPTY_IS_FINE.contains(door)) {
                assertThat(ran.code()).as(ran.toString()).isZero();
            } else if (door.equals("--db X doctor")) {
                assertThat(ran.out()).contains("fix   history: " + odd + ": is a ");
                assertThat(ran.code()).isEqualTo(78);
            } else {
                assertThat(ran.err())
                        .as("%s of a %s", door, kind)
                        .startsWith("stretch: ")
                        .contains(odd.toString());
                assertThat(ran.err().lines()).hasSize(1);
                assertThat(ran.code()).as("%s of a %s", door, kind).isEqualTo(code(door, kind));
            }
            if (kind.equals("folder")) {
                assertThat(ran.out() + ran.err()).contains(odd + ": is a folder; name a file in it");
            }
            assertThat(key(odd)).isEqualTo(before);
        }
        assertThat(home.resolve("new.db")).doesNotExist();
    }

    /** What is to be read is not there, what is to be written cannot be made, and the history is not usable. */
    private static int code(String door, String kind) {
        if (door.startsWith("--db X")) {
            return 78;
        }
        boolean isWritten = List.of("-o X", "backup X", "--rescue X", "config pace").stream()
                .anyMatch(door::contains);
        boolean isEmptyText = kind.equals("null");
        return isWritten || (isEmptyText && door.contains("--save"))
                ? 73
                : isEmptyText && door.equals("import X") ? 65 : 66;
    }

    /** What a killed command left of the same file, as long as it is surely over. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "export -o X",
                "report -o X",
                "figures daily -o X",
                "backup X",
                "doctor --rescue X",
                "--config X config pace slow",
                "--routines X suggest --pattern stiff-hips --save mine"
            })
    void every_door_tidies_up(String door, @TempDir Path folder) throws Exception {
        var left = Files.createFile(folder.resolve(".file.999999999.part"));
        var living = Files.createFile(folder.resolve(".file.1.part"));
        var another = Files.createFile(folder.resolve(".file.other.999999999.part"));
        for (var old : List.of(left, living, another)) {
            Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(3700)));
        }
        var young = Files.createFile(folder.resolve(".file.999999998.part"));
        var file = Files.writeString(folder.resolve("file"), "");
        if (!door.startsWith("--")) {
            Files.delete(file);
        }

        var ran = program.run(door.replace("X", file.toString()).split(" ", -1));

        assertThat(ran.code()).as(ran.err()).isZero();
        try (var files = Files.list(folder)) {
            assertThat(files.filter(found -> !found.toString().endsWith(".lock")))
                    .containsExactlyInAnyOrder(file, young, living, another);
        }
    }

    /** As by a variable that is not set; it is not the folder one stands in. */
    @ParameterizedTest
    @MethodSource("doors")
    void every_door_refuses_an_empty_name(String door) {
        var args = new ArrayList<String>();
        for (var word : door.split(" ", -1)) {
            args.add(word.equals("X") ? "" : word);
        }

        var ran = program.run(args.toArray(String[]::new));

        assertThat(ran.err()).as(door).startsWith("stretch: ").contains(": the name is empty; write the name of a ");
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.code()).isEqualTo(2);
    }

    /** Java would leave the slash out, and write or read a file of that name. */
    @ParameterizedTest
    @MethodSource("doors")
    void every_door_for_a_file_refuses_the_name_of_a_folder(String door) {
        if (door.equals("sync X")) {
            return; // just what it wants
        }
        var folder = home.resolve("no-such") + "/";

        var ran = program.run(door.replace("X", folder).split(" ", -1));

        assertThat(ran.err())
                .as(door)
                .startsWith("stretch: ")
                .contains("'" + folder + "' names a folder; write the name of a file");
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(home.resolve("no-such")).doesNotExist();
    }

    private static Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    /** A new option that takes a file has to come into the list above. */
    @Test
    void no_door_is_left_out() {
        var walked = String.join("\n", DOORS);
        var found = new HashSet<String>();
        for (var name : CommandRegistry.names()) {
            var spec = CompletionScripts.model().subcommands().get(name).getCommandSpec();
            spec.options().stream()
                    .filter(option -> option.type() == Path.class)
                    .forEach(
                            option -> found.add(option.longestName().equals("--output") ? "-o" : option.longestName()));
            if (spec.positionalParameters().stream().anyMatch(argument -> argument.type() == Path.class)) {
                found.add(name + " X");
            }
        }
        assertThat(found).isNotEmpty().allSatisfy(door -> assertThat(walked).contains(door));
    }

    @Test
    void a_text_comes_through_a_pipe_as_well() throws Exception {
        var good = Files.readString(home.resolve("good.csv"));
        var pipe = home.resolve("fed").toString();

        assertThat(fed(good, "--db", home + "/new.db", "import", pipe)).contains("1 session added");
        var routines = "routines:\n  short: {name: Short, steps: [hip-hinge]}\n";
        assertThat(fed(routines, "validate", pipe)).contains("no mistakes");
        assertThat(fed(routines, "--routines", pipe, "run", "short", "--plain", "--hold", "1s", "--prepare", "0s"))
                .contains("completed short");
        assertThat(fed("pace: slow\n", "--config", pipe, "config", "pace")).isEqualTo("slow\n");
    }

    private String fed(String text, String... args) throws Exception {
        var feeder = new Thread(() -> {
            try {
                Files.writeString(home.resolve("fed"), text);
            } catch (IOException e) {
                // The reader has gone; it says why.
            }
        });
        feeder.setDaemon(true); // it waits for a reader, who may not come
        feeder.start();
        var ran = program.run(args);
        assertThat(ran.code()).as(ran.toString()).isZero();
        feeder.join();
        return ran.out();
    }
}
