package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The screen stays awake for as long as a session runs. */
@Tag("once")
class AwakeE2e {
    private static final String[] LONG = {"run", "quick", "--prepare", "0s", "--switch", "1h", "--sound", "off"};

    private Path folder;
    private Home home;

    /** A stand-in that says what it was asked for and runs what it was given, as the real one does. */
    @BeforeEach
    void home(@TempDir Path folder) throws Exception {
        this.folder = folder;
        home = new Home(folder)
                .acquainted()
                .standIn(
                        "systemd-inhibit",
                        "echo \"$*\" >\"$HOME/asked\"; while [ \"${1#--}\" != \"$1\" ]; do shift; done;"
                                + " echo $$ >\"$HOME/pid\"; mv \"$HOME/pid\" \"$HOME/holder\"; exec \"$@\"");
    }

    /** Waits until it is there. */
    private long holder() throws Exception {
        home.await("holder");
        return Long.parseLong(Files.readString(folder.resolve("holder")).strip());
    }

    /** Also when it is killed, and cannot let go itself. */
    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "HUP", "KILL"})
    void it_is_held_until_the_session_ends(String signal) throws Exception {
        try (var session = home.start(LONG)) {
            session.await("2/2 calf, left: get ready, 1 h\n");
            var holder = ProcessHandle.of(holder()).orElseThrow();
            assertThat(folder.resolve("asked"))
                    .content()
                    .startsWith("--what=idle --who=stretch --why=")
                    .endsWith("/cat\n");
            session.signal(signal).end();
            holder.onExit().get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void it_is_let_go_at_the_end() throws Exception {
        var output = home.run("run", "quick", "--prepare", "0s", "--switch", "1s", "--sound", "off");
        assertThat(output.code()).isZero();
        assertThat(output.err()).doesNotContain("stretch: ");
        assertThat(ProcessHandle.of(holder())).isEmpty();
    }

    @Test
    void a_setting_turns_it_off_and_a_rehearsal_needs_none() throws Exception {
        assertThat(home.run("run", "quick", "--rehearse").code()).isZero();
        assertThat(home.run("config", "awake", "false").code()).isZero();
        assertThat(home.run("run", "quick", "--prepare", "0s", "--switch", "1s", "--sound", "off")
                        .code())
                .isZero();
        assertThat(folder.resolve("asked")).doesNotExist();
    }

    @Test
    void where_it_cannot_be_held_nothing_is_said() throws Exception {
        home.standIn("systemd-inhibit", "echo 'Failed to inhibit: access denied' >&2; exit 1");
        var output = home.run("run", "quick", "--prepare", "0s", "--switch", "1s", "--sound", "off", "--quiet");
        assertThat(output.code()).isZero();
        assertThat(output.err()).isEmpty();
    }
}
