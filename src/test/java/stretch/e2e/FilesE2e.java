package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that stretch leaves behind: readable by their owner alone, and none where nobody looks. */
class FilesE2e {
    private Home home;

    @BeforeEach
    void home(@TempDir Path folder) throws Exception {
        home = new Home(folder);
    }

    @Test
    void everything_is_the_owners_alone_whatever_the_umask() throws Exception {
        var all = home.script("""
                umask 000
                XDG_CONFIG_HOME="$HOME/new" "$stretch" init || exit
                "$stretch" run quick --prepare 0s --switch 0s || exit
                "$stretch" export -o "$HOME/out.csv"
                """);

        assertThat(all.code()).as(all.err()).isZero();
        assertThat(written())
                .contains(".local/share/stretch/history.db", "new/stretch/routines.yaml", "out.csv")
                .anyMatch(file -> file.startsWith(".cache/stretch/sqlite-"));
        assertThat(open()).isEmpty();
    }

    @Test
    void a_session_on_a_terminal_too() throws Exception {
        try (var session = home.onTerminal("run quick --prepare 0s --switch 1h --sound off")) {
            session.await("CHANGE  LEFT SIDE").type("qq").end();
        }

        assertThat(written()).anyMatch(file -> file.startsWith(".cache/stretch/jline-"));
        assertThat(open()).isEmpty();
    }

    @Test
    void nothing_stays_among_the_temporary_files_even_after_kill_nine() throws Exception {
        var temporary = Files.createDirectory(home.folder().resolve("tmp"));
        home.java("exec \"$REAL_JAVA\" -Djava.io.tmpdir='" + temporary + "' \"$@\"");
        try (var session = home.start("run", "quick", "--prepare", "0s", "--switch", "1h")) {
            session.await("done 1/2").signal("KILL").end();
        }
        try (var session = home.onTerminal("run quick --prepare 0s --switch 1h --sound off")) {
            session.await("CHANGE  LEFT SIDE").type("qq").end();
        }
        home.run("history");

        assertThat(temporary).isEmptyDirectory();
    }

    /** Opening a pipe would wait for somebody who writes to it. */
    @Test
    void a_pipe_in_the_place_of_what_is_kept_is_as_good_as_nothing() throws Exception {
        var ran = home.script("""
                each() {
                  for command in list due "due --porcelain" "run quick --plain --prepare 0s --switch 0s --sound voice"; do
                    timeout 60 "$stretch" $command </dev/null >/dev/null 2>/dev/null
                    echo "$command: $?"
                  done
                }
                touch -d '1 hour ago' ~/.config/stretch/routines.yaml && mkdir -p ~/.local/share/stretch
                each
                find ~/.cache/stretch -type f ! -name '*.so' | sort | while read -r file; do
                  rm "$file" && mkfifo "$file" && echo "${file##*/}"
                done
                each
                """);
        var said = ran.out().lines().toList();
        assertThat(said).contains("answer", "catalogue");
        assertThat(said.subList(0, 4)).noneMatch(line -> line.endsWith(": 124"));
        assertThat(said.subList(said.size() - 3, said.size())).isEqualTo(said.subList(1, 4));
    }

    @Test
    void reading_commands_make_no_history() throws Exception {
        for (var command : List.of("history", "export", "list")) {
            assertThat(home.run(command).code()).isZero();
        }

        assertThat(written()).noneMatch(file -> file.startsWith(".local"));
    }

    private List<String> written() throws Exception {
        try (var files = Files.walk(home.folder())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> home.folder().relativize(file).toString())
                    .toList();
        }
    }

    /** Files and folders with other permissions than 0600 and 0700. */
    private List<String> open() throws Exception {
        try (var files = Files.walk(home.folder())) {
            var open = new java.util.ArrayList<String>();
            for (var file : files.skip(1).toList()) {
                var mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
                if (!mode.equals(Files.isDirectory(file) ? "rwx------" : "rw-------")) {
                    open.add(mode + " " + home.folder().relativize(file));
                }
            }
            return open;
        }
    }
}
