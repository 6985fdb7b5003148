package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However a session on a terminal ends, the terminal comes back as it was, and the finished steps are kept. */
class GiveBackE2e {
    /** Leaves a long time to end it after the first of its two steps. */
    private static final String AFTER_ONE_STEP = "run quick --prepare 0s --switch 1h --sound off";

    private Home home;

    @BeforeEach
    void home(@TempDir Path folder) throws Exception {
        home = new Home(folder);
    }

    @Test
    void atItsOwnEnd() throws Exception {
        try (var session = home.onTerminal("run quick --prepare 0s --switch 0s --sound off")) {
            checkGivenBack(session, 0);
        }
        assertThat(home.sessions()).containsExactly("quick completed 2/2");
    }

    @Test
    void whenTheUserQuits() throws Exception {
        try (var session = home.onTerminal(AFTER_ONE_STEP)) {
            session.await("CHANGE SIDES  LEFT SIDE").type("qq");
            checkGivenBack(session, 0);
        }
        assertThat(home.sessions()).containsExactly("quick stopped 1/2");
    }

    @Test
    void onCtrlC() throws Exception {
        try (var session = home.onTerminal(AFTER_ONE_STEP)) {
            session.await("CHANGE SIDES  LEFT SIDE").type("\003");
            checkGivenBack(session, 130);
        }
        checkInterruptedAfterOneStep();
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
    void onASignalToTheLauncher(String signal, int code) throws Exception {
        try (var session = home.onTerminal(AFTER_ONE_STEP)) {
            session.await("CHANGE SIDES  LEFT SIDE");
            Running.signal(signal, launcher(session));
            checkGivenBack(session, code);
        }
        checkInterruptedAfterOneStep();
    }

    @Test
    void onKillNineOfTheJvm() throws Exception {
        try (var session = home.onTerminal(AFTER_ONE_STEP)) {
            session.await("CHANGE SIDES  LEFT SIDE");
            Running.signal("KILL", jvm(session));
            session.await("stretch: killed by signal 9; every finished step is kept");
            checkGivenBack(session, 137);
        }
        checkInterruptedAfterOneStep();
    }

    @Test
    void onASignalInMidHoldTheHoldIsKeptForWhatItWas() throws Exception {
        try (var session = home.onTerminal("run quick --prepare 0s --hold 1h --sound off")) {
            session.await("HOLD  RIGHT SIDE");
            Running.signal("TERM", launcher(session));
            checkGivenBack(session, 143);
        }
        assertThat(home.steps()).containsExactly("1 calf right shortened");
    }

    private static ProcessHandle launcher(Running session) {
        return only(session.handle().children());
    }

    private static ProcessHandle jvm(Running session) {
        return only(launcher(session).children());
    }

    private static ProcessHandle only(Stream<ProcessHandle> processes) {
        List<ProcessHandle> all = processes.toList();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static void checkGivenBack(Running session, int code) throws InterruptedException {
        var out = session.end().out();
        var lines = out.strip().lines().toList();
        var before = lines.get(0);
        assertThat(before).as("what stty -g says").matches("[0-9a-zA-Z:=]+");
        assertThat(lines.get(lines.size() - 2)).isEqualTo("code " + code);
        assertThat(lines.get(lines.size() - 1)).isEqualTo(before);
        // Which of screen and cursor comes first does not matter; that nothing follows to undo it does.
        assertThat(out.lastIndexOf("\033[?1049l")).isGreaterThan(out.lastIndexOf("\033[?1049h"));
        assertThat(out.lastIndexOf("\033[?25h")).isGreaterThan(out.lastIndexOf("\033[?25l"));
    }

    private void checkInterruptedAfterOneStep() throws Exception {
        assertThat(home.sessions()).containsExactly("quick interrupted 1/2");
        assertThat(home.steps()).containsExactly("1 calf right done");
        assertThat(home.run("history").out()).containsPattern("  quick  interrupted  1/2  1 s\n$");
    }
}
