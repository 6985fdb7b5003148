package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a session on a terminal ends, the terminal comes back as it was, and the finished steps are kept. */
class GiveBackE2e {
    /** Leaves a long time to end it after the first of its two steps. */
    private static final String AFTER_ONE_STEP = "run quick --prepare 0s --switch 1h --sound off";

    private Home home;

    @BeforeEach
    void home(@TempDir Path folder) throws Exception {
        home = new Home(folder);
    }

    @Tag("once")
    @Test
    void at_its_own_end() throws Exception {
        try (var session = home.onTerminal("run quick --prepare 0s --switch 0s --sound off")) {
            checkGivenBack(session, 0);
        }
        assertThat(home.sessions()).containsExactly("quick completed 2/2");
    }

    @Tag("once")
    @Test
    void when_the_user_quits() throws Exception {
        try (var session = home.onTerminal(AFTER_ONE_STEP)) {
            session.await("CHANGE  LEFT SIDE").type("qq");
            checkGivenBack(session, 3);
        }
        assertThat(home.sessions()).containsExactly("quick stopped 1/2");
    }

    /** Ctrl-C and Ctrl-\. */
    @ParameterizedTest
    @ValueSource(strings = {"\003", "\034"})
    void on_a_key_that_interrupts(String key) throws Exception {
        try (var session = home.onTerminal(AFTER_ONE_STEP)) {
            session.await("CHANGE  LEFT SIDE").type(key);
            checkGivenBack(session, 130);
        }
        checkInterruptedAfterOneStep();
    }

    /** Those that people send, and one of each other kind that would end a program by itself. */
    @Tag("once")
    @ParameterizedTest
    @CsvSource({"INT, 130", "QUIT, 130", "HUP, 129", "TERM, 143", "USR1, 143", "VTALRM, 143", "XCPU, 143", "PIPE, 143"})
    void on_a_signal_to_the_launcher(String signal, int code) throws Exception {
        try (var session = home.onTerminal(AFTER_ONE_STEP)) {
            session.await("CHANGE  LEFT SIDE");
            RunningProcess.signal(signal, launcher(session));
            checkGivenBack(session, code);
        }
        checkInterruptedAfterOneStep();
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "HUP, 129", "TERM, 143", "USR2, 143", "XCPU, 143"})
    void on_a_signal_to_the_jvm(String signal, int code) throws Exception {
        try (var session = home.onTerminal(AFTER_ONE_STEP)) {
            session.await("CHANGE  LEFT SIDE");
            RunningProcess.signal(signal, jvm(session));
            checkGivenBack(session, code);
        }
        checkInterruptedAfterOneStep();
    }

    @ParameterizedTest
    @CsvSource({"KILL, 9", "ABRT, 6"})
    void on_a_signal_that_kills_the_jvm(String signal, int number) throws Exception {
        try (var session = home.onTerminal(AFTER_ONE_STEP)) {
            session.await("CHANGE  LEFT SIDE");
            RunningProcess.signal(signal, jvm(session));
            session.await("stretch: killed by signal " + number + "; every finished step is saved");
            checkGivenBack(session, 128 + number);
        }
        checkInterruptedAfterOneStep();
    }

    @Test
    void a_session_that_was_killed_and_not_recorded_is_not_said_to_be_saved() throws Exception {
        try (var session = home.onTerminal(AFTER_ONE_STEP + " --no-log")) {
            session.await("CHANGE  LEFT SIDE");
            RunningProcess.signal("KILL", jvm(session));
            assertThat(session.end().out())
                    .contains("stretch: killed by signal 9")
                    .doesNotContain("saved", "resume");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " --plain"})
    void javas_own_answer_to_quit_is_not_seen(String plain) throws Exception {
        try (var session = home.onTerminal(AFTER_ONE_STEP + plain)) {
            session.await(plain.isEmpty() ? "CHANGE  LEFT SIDE" : "get ready, 1 h");
            RunningProcess.signal("QUIT", jvm(session));
            RunningProcess.signal("TERM", launcher(session));
            assertThat(session.end().out()).contains("\ncode 143").doesNotContain("thread dump");
        }
        checkInterruptedAfterOneStep();
    }

    @Test
    void on_a_signal_when_nobody_reads_the_terminal() throws Exception {
        home.acquainted();
        // Filled beforehand, it takes little of ours; so large, a frame is more than that.
        var script = "stty -g; dd if=/dev/zero of=/dev/tty oflag=nonblock bs=64 2>/dev/null; \"$stretch\" "
                + AFTER_ONE_STEP + " --theme dark; echo \"code $?\"; stty -g; read -r line";
        var unread = home.pseudoterminal(script, 500, 300);
        var shell = ProcessHandle.of(unread.pid()).orElseThrow();
        try {
            while (!home.run("history").out().contains("  quick  running  ")) {
                Thread.onSpinWait();
            }
            var launcher = only(shell.children());
            awaitIdle(only(launcher.children()));
            RunningProcess.signal("TERM", launcher);
            launcher.onExit().get(30, TimeUnit.SECONDS);
            try (var session = new RunningProcess(unread)) {
                // What gives the screen back waited for a reader as well, and may come after what the shell prints: the
                // shell stays for it, as with its end the terminal is closed to all.
                var out = session.await("stretch: ended by signal TERM; ")
                        .type("\n")
                        .end()
                        .out();
                var settings = out.substring(0, out.indexOf('\r'));
                assertThat(out).contains("code 143\r\n");
                assertThat(out.lastIndexOf(settings)).as(out).isGreaterThan(out.indexOf("code 143"));
                checkScreen(out);
            }
        } finally {
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            unread.destroyForcibly();
        }
        assertThat(home.sessions()).containsExactly("quick interrupted 0/2");
    }

    /** The shell in the middle is gone, or the launcher itself; the terminal is in the hands of the one above. */
    @Tag("once")
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void when_the_shell_that_it_was_started_from_is_killed(int generation) throws Exception {
        home.acquainted();
        var script = "sh -c '\"$stretch\" " + AFTER_ONE_STEP + "; true'; echo next prompt; read -r line";
        try (var session = home.inTerminal(script)) {
            session.await("CHANGE  LEFT SIDE");
            var shell = only(session.handle().children());
            var launcher = only(shell.children());
            var jvm = only(launcher.children());
            RunningProcess.signal("KILL", List.of(shell, launcher).get(generation));
            jvm.onExit().get(30, TimeUnit.SECONDS);
            launcher.onExit().get(30, TimeUnit.SECONDS);
            var out = session.await("next prompt").type("\n").end().out();
            checkScreen(out);
        }
        checkInterruptedAfterOneStep();
    }

    @Tag("once")
    @Test
    void when_the_terminal_is_gone() throws Exception {
        home.acquainted();
        assumeThat(home.script("script -qec true /dev/null </dev/null").code())
                .as("script makes terminals")
                .isZero();
        try (var session = home.inTerminal("script -qec \"\\\"$stretch\\\" " + AFTER_ONE_STEP + "\" /dev/null")) {
            session.await("CHANGE  LEFT SIDE");
            var script = only(session.handle().children());
            var below = script.descendants().toList();
            RunningProcess.signal("KILL", script);
            for (var process : below) {
                process.onExit().get(30, TimeUnit.SECONDS);
            }
        }
        checkInterruptedAfterOneStep();
    }

    @Tag("once")
    @Test
    void on_a_signal_in_mid_hold_the_hold_is_kept_for_what_it_was() throws Exception {
        try (var session = home.onTerminal("run quick --prepare 0s --hold 1h --sound off")) {
            session.await("HOLD  RIGHT SIDE");
            home.script("sleep 1.5"); // of less than a second nothing is kept
            RunningProcess.signal("TERM", launcher(session));
            checkGivenBack(session, 143);
        }
        assertThat(home.steps()).containsExactly("1 calf right shortened");
    }

    /** Waits until a process waits itself, here for a reader: it does no more work while another program runs. */
    private void awaitIdle(ProcessHandle process) throws Exception {
        Optional<Duration> before;
        do {
            before = process.info().totalCpuDuration();
            home.run("history");
        } while (!process.info().totalCpuDuration().equals(before));
    }

    private static ProcessHandle launcher(RunningProcess session) {
        return only(session.handle().children());
    }

    private static ProcessHandle jvm(RunningProcess session) {
        return only(launcher(session).children());
    }

    private static ProcessHandle only(Stream<ProcessHandle> processes) {
        List<ProcessHandle> all = processes.toList();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static void checkGivenBack(RunningProcess session, int code) throws InterruptedException {
        var out = session.end().out();
        var lines = out.strip().lines().toList();
        var before = lines.get(0);
        assertThat(before).as("what stty -g says").matches("[0-9a-zA-Z:=]+");
        assertThat(lines.get(lines.size() - 2)).isEqualTo("code " + code);
        assertThat(lines.get(lines.size() - 1)).isEqualTo(before);
        checkScreen(out);
    }

    private static void checkScreen(String out) {
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
