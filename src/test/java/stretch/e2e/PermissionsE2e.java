package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.e2e.Running.Output;

/** Folders and files that may not be read or written are named, and left as they are. */
@Tag("once")
class PermissionsE2e {
    private static final String RECORD = ".local/share/stretch/history.db";

    @TempDir
    private Path folder;

    private Home home;

    @BeforeEach
    void home() throws Exception {
        home = new Home(Files.createDirectory(folder.resolve("home")));
    }

    /** Runs a script as somebody whom permissions stop, which root is not. */
    private Output stopped(String script) throws Exception {
        if (home.script("id -u").out().equals("0\n")) {
            var without = "setpriv --bounding-set=-dac_override,-dac_read_search ";
            assumeThat(home.script(without + "true").code())
                    .as("root can give its powers away")
                    .isZero();
            home.environment().put("script", script);
            return home.script(without + "bash -c \"$script\"");
        }
        return home.script(script);
    }

    @Test
    void aFolderThatMayNotBeWritten() throws Exception {
        var data = home.folder().resolve(".local/share");
        var refused = data + "/stretch/history.db: cannot be made; check who owns " + data
                + "/stretch, or name another with --db\n";

        for (var command : List.of("run quick", "add quick")) {
            var ran = stopped("mkdir -p ~/.local/share; chmod 500 ~/.local/share; \"$stretch\" " + command
                    + "; code=$?; chmod 700 ~/.local/share; exit $code");
            assertThat(ran).isEqualTo(new Output("", "stretch: " + refused, 77));
        }
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void aRecordThatMayOnlyBeReadIsReadAndNotWritten() throws Exception {
        home.run("add", "quick");
        var record = home.folder().resolve(RECORD);
        var before = contents(record.getParent());

        stopped("chmod 400 ~/" + RECORD);
        for (var command : List.of("run quick", "add quick", "edit last --note x", "delete last", "undo")) {
            assertThat(stopped("\"$stretch\" " + command))
                    .as(command)
                    .isEqualTo(new Output("", "stretch: " + record + ": may not be written; check who owns it\n", 77));
        }
        for (var command : List.of("history", "export", "history last")) {
            var read = stopped("\"$stretch\" " + command);
            assertThat(read.err()).isEmpty();
            assertThat(read.out()).contains("quick");
            assertThat(read.code()).isZero();
        }
        assertThat(stopped("\"$stretch\" due quick").code()).isEqualTo(1);
        assertThat(contents(record.getParent())).isEqualTo(before);
    }

    @Test
    void aRecordThatMayNotBeReadIsNamed() throws Exception {
        home.run("add", "quick");
        var record = home.folder().resolve(RECORD);
        var before = contents(record.getParent());

        stopped("chmod 0 ~/" + RECORD);
        for (var command : List.of("run quick", "resume", "add quick", "undo", "history", "due quick")) {
            assertThat(stopped("\"$stretch\" " + command))
                    .as(command)
                    .isEqualTo(new Output("", "stretch: " + record + ": may not be read; check who owns it\n", 77));
        }
        stopped("chmod 600 ~/" + RECORD);
        assertThat(contents(record.getParent())).isEqualTo(before);
    }

    @Test
    void aDiskThatMayOnlyBeRead() throws Exception {
        home.run("add", "quick");
        var before = contents(home.folder());
        var readOnly = "cd ~; unshare -rm bash -c 'mount --bind . . && mount -o remount,bind,ro . && cd ~ && ";
        assumeThat(home.script(readOnly + "! touch x' 2>/dev/null").code())
                .as("a folder may be mounted for reading only")
                .isZero();

        for (var command : List.of("run quick", "add quick", "edit last --note x", "delete last", "undo")) {
            var ran = home.script(readOnly + "\"$stretch\" " + command + "'");
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err()).matches("stretch: [^\n]*/history\\.db: may not be written; [^\n]*\n");
            assertThat(ran.code()).isEqualTo(77);
            ran = home.script(readOnly + "\"$stretch\" --db new.db " + command + "'");
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err()).matches("stretch: [^\n]*new\\.db: cannot be made [^\n]*\n");
            assertThat(ran.code()).isEqualTo(73);
        }
        assertThat(home.script(readOnly + "\"$stretch\" history'").out()).contains("quick");
        assertThat(contents(home.folder())).isEqualTo(before);
    }

    /** Every file below a folder with its bytes, a letter for each. */
    private static Map<String, String> contents(Path folder) throws Exception {
        try (var files = Files.walk(folder)) {
            var found = new TreeMap<String, String>();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                found.put(
                        folder.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
            return found;
        }
    }
}
