package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The disk fills up while a session runs: a small file system of its own, which only this test sees. */
@Tag("once")
class NoSpaceE2e {
    private static final String ROUTINES = """
            exercises:
              calf: {name: Calf stretch, position: standing, hold: 1s, sides: [right, left], alternatives: [wall]}
              wall: {name: Wall, position: standing, hold: 1s, sides: [right, left]}
            routines:
              four: {name: Four, steps: [calf, calf]}
            """;

    /** Waits until a file holds a text, for half a minute at most. */
    private static final String AWAIT = "await() { for i in $(seq 600); do grep -q \"$2\" \"$1\" && return; sleep 0.05;"
            + " done; echo \"no $2 in $1\"; exit 9; }; ";

    private Home home;

    @BeforeEach
    void home(@TempDir Path folder) throws Exception {
        home = new Home(folder);
        Home.write(folder.resolve("four.yaml"), ROUTINES);
        var mount = "mkdir data && unshare -rm mount -t tmpfs -o size=1m tmpfs data";
        assumeThat(home.script("cd ~; " + mount).code())
                .as("a file system may be mounted")
                .isZero();
    }

    private RunningProcess.Output inSmallFileSystem(String script) throws Exception {
        var inside = "mount -t tmpfs -o size=300k tmpfs data; export STRETCH_DB=$HOME/data/history.db; " + AWAIT
                + "\"$stretch\" run four --routines four.yaml --prepare 3s --switch 3s >out 2>err & " + script;
        return home.script("cd ~; unshare -rm bash -c '" + inside + "'");
    }

    @Test
    void what_could_not_be_saved_is_saved_when_there_is_room_again() throws Exception {
        var ran = inSmallFileSystem("await out \"^done 1/4\"; dd if=/dev/zero of=data/fill 2>/dev/null;"
                + " await err \"not saved yet\"; grep -c \"^done 2/4\" out; rm data/fill; wait $!; echo \"code $?\";"
                + " cat out; \"$stretch\" export --steps | cut -d, -f2,5,11");
        assertThat(ran.out().lines())
                .startsWith("0")
                .contains("code 0", "done 2/4 calf, left: 1 s")
                .endsWith("step,side,outcome", "1,right,done", "2,left,done", "3,right,done", "4,left,done");
    }

    /**
     * The bell rings on a terminal, the other two through a program, which here writes down what it was to play. The
     * first step is saved: the voice says so, and the tone of the change of sides stands for that of its end. The second
     * would end with a tone of its own.
     */
    @ParameterizedTest
    @CsvSource({"voice, 1", "tone, 0"})
    void what_could_not_be_saved_is_not_heard_as_done(String sound, int done) throws Exception {
        home.standIn("espeak-ng", "case \"$*\" in *-w*) exit 1;; esac; cat >>\"$HOME/heard\"");
        home.standIn("paplay", "echo \"${1##*/}\" >>\"$HOME/heard\"");
        Home.write(home.folder().resolve(".config/stretch/config.yaml"), "sound: " + sound + "\n");
        var ran = inSmallFileSystem(
                "await out \"^done 1/4\"; dd if=/dev/zero of=data/fill 2>/dev/null;"
                        + " wait $!; echo \"code $?\"; grep -cE \"Done[.]|STEP_DONE\" heard; grep -cE \"That was|ROUTINE_DONE\" heard");
        assertThat(ran.out()).isEqualTo("code 74\n" + done + "\n0\n");
        assertThat(home.folder().resolve("heard")).content().containsAnyOf("Ease back", "CHANGE_SIDES");
    }

    /** A step, when it ends, or the plan, when a key puts an alternative in it. */
    @ParameterizedTest
    @ValueSource(strings = {" ", "w"})
    void what_could_not_be_saved_is_not_shown_as_done(String key) throws Exception {
        var session = "\"$stretch\" run four --routines four.yaml --prepare 0s --switch 5s; echo \"code $?\"";
        try (var screen = home.inTerminal("unshare -rm sh -c 'mount -t tmpfs -o size=300k tmpfs data;"
                + " export STRETCH_DB=$HOME/data/history.db; { until [ -e full ]; do sleep 0.05; done;"
                + " dd if=/dev/zero of=data/fill 2>/dev/null; : >filled; } & " + session + "'")) {
            screen.await("Press a key when you have read this")
                    .type(" ")
                    .await("CHANGE  LEFT SIDE")
                    .type(" ")
                    .await("PAUSED  LEFT SIDE");
            Files.createFile(home.folder().resolve("full"));
            home.script("until [ -e filled ]; do sleep 0.05; done");
            screen.type(key).await("not saved yet");
            if (key.equals("w")) {
                screen.type(" ");
            }
            screen.await("stretch:").await("code 74");
            assertThat(screen.end().out()).doesNotContain("completed");
        }
    }

    @Test
    void what_cannot_be_saved_at_all_is_told_at_the_end() throws Exception {
        var ran = inSmallFileSystem("await out \"^done 1/4\"; dd if=/dev/zero of=data/fill 2>/dev/null;"
                + " wait $!; echo \"code $?\"; rm data/fill; cat err >&2; cat out;"
                + " \"$stretch\" export --steps | cut -d, -f2,5,11; \"$stretch\" history --json");
        assertThat(ran.out()).contains("code 74").contains("1,right,done").contains("\"interrupted\"");
        assertThat(ran.out()).doesNotContain("done 2/4").doesNotContain("completed four");
        assertThat(ran.err()).contains("stretch: not saved yet, but tried again while the session continues: ");
    }

    /** What else writes a file names the disk that is full, which is not that of the history. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sync data",
                "export -o data/x.csv",
                "backup data/x.db",
                "backup data/x.zip",
                "--db data/other.db restore there.db",
                "--config data/config.yaml config pace slow"
            })
    void every_file_that_finds_no_room_is_told_so(String command) throws Exception {
        assertThat(home.run("add", "daily").code()).isZero();
        assertThat(home.run("backup", home.folder() + "/there.db").code()).isZero();
        var full = "mount -t tmpfs -o size=300k tmpfs data; dd if=/dev/zero of=data/fill 2>/dev/null; ";
        var ran = home.script("cd ~; unshare -rm sh -c '" + full + "\"$stretch\" " + command + "; echo \"code $?\"'");
        assertThat(ran.out()).isEqualTo("code 74\n");
        assertThat(ran.err()).startsWith("stretch: ").contains("data").contains("make room");
        assertThat(ran.err().lines()).hasSize(1);
    }
}
