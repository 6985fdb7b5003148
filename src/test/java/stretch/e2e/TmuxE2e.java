package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session in a real terminal program, under a real shell with jobs. */
class TmuxE2e {
    private Home home;
    private Path socket;

    @BeforeEach
    void tmux(@TempDir Path folder) throws Exception {
        assumeThat(Path.of("/usr/bin/tmux")).isExecutable();
        home = new Home(folder).acquainted();
        // A path of its own: that of a deep folder would be too long for a socket.
        socket = Files.createTempDirectory("tmux").resolve("s");
        var command = new ArrayList<String>(List.of("env", "-i"));
        home.environment().forEach((name, value) -> command.add(name + "=" + value));
        command.addAll(List.of("TERM=screen-256color", "PS1=$ ", "bash", "--norc", "--noediting"));
        tmux("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", String.join(" ", quoted(command)));
        tmux("set-option", "-g", "monitor-bell", "on");
    }

    private static List<String> quoted(List<String> words) {
        return words.stream().map(word -> "'" + word + "'").toList();
    }

    @AfterEach
    void kill() throws Exception {
        if (socket != null) {
            var shells = tmux("list-panes", "-a", "-F", "#{pane_pid}")
                    .lines()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                    .toList();
            tmux("kill-server");
            // They still write into the folder that is about to be deleted.
            for (var shell : shells) {
                shell.descendants().forEach(ProcessHandle::destroyForcibly);
                shell.destroyForcibly();
                shell.onExit().join();
            }
            Files.deleteIfExists(socket);
            Files.delete(socket.getParent());
        }
    }

    private String tmux(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("tmux", "-S", socket.toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }

    private void type(String... keys) throws Exception {
        var command = new ArrayList<>(List.of("send-keys"));
        command.addAll(List.of(keys));
        tmux(command.toArray(String[]::new));
    }

    private String screen() throws Exception {
        return tmux("capture-pane", "-p");
    }

    /** Looks at the screen until it shows this. */
    private String await(String text) throws Exception {
        return await(text, screen -> screen.contains(text));
    }

    private String await(String what, Predicate<String> shown) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < deadline) {
            var screen = screen();
            if (shown.test(screen)) {
                return screen;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        return fail("no '" + what + "' on the screen:\n" + screen());
    }

    private void start(String arguments) throws Exception {
        type("$stretch " + arguments, "Enter");
    }

    @Test
    void ctrl_z_gives_the_terminal_back_and_fg_goes_on_paused() throws Exception {
        start("run daily --prepare 1h --sound off");
        await("READY  RIGHT SIDE");
        type("C-z");
        await("Stopped");
        type("stty -a | grep -o '.icanon'; echo seen", "Enter");
        assertThat(await("seen\n$")).contains("\n icanon");
        type("fg", "Enter");
        await("PAUSED  RIGHT SIDE");
        type("Space");
        await("READY  RIGHT SIDE");
        type("q", "q");
        await("stopped daily");
    }

    @Test
    void a_storm_of_sizes_leaves_a_whole_picture() throws Exception {
        start("run daily --prepare 80s --sound off");
        await("READY  RIGHT SIDE");
        for (int i = 0; i < 40; i++) {
            tmux("resize-window", "-x", Integer.toString(20 + i * 37 % 180), "-y", Integer.toString(3 + i * 17 % 60));
        }
        tmux("resize-window", "-x", "200", "-y", "60");
        // For a moment tmux may show one of another size, as it folds it; that one names fewer keys.
        var large = await(
                "one whole large picture",
                screen -> once(screen, "READY")
                        && once(screen, "step 1 of 3")
                        && once(screen, "w swap   h hurts   m mute"));
        assertThat(large.lines()).hasSize(60);
        tmux("resize-window", "-x", "20", "-y", "3");
        assertThat(await("three lines", screen -> screen.contains("s RIGHT READY"))
                        .strip()
                        .lines())
                .hasSize(3);
        tmux("resize-window", "-x", "80", "-y", "24");
        await("one whole small picture", screen -> once(screen, "READY") && once(screen, "Next: left side"));
        type("q", "q");
        await("stopped daily");
    }

    private static boolean once(String screen, String words) {
        return screen.contains(words) && screen.indexOf(words) == screen.lastIndexOf(words);
    }

    @Test
    void the_bell_is_heard() throws Exception {
        tmux("new-window", "-d", "sleep 1000");
        start("run daily --prepare 1h");
        await("READY");
        tmux("select-window", "-t", ":1");
        tmux("send-keys", "-t", ":0", "s");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!tmux("list-windows", "-F", "#{window_index} #{window_bell_flag}")
                .contains("0 1")) {
            assertThat(System.nanoTime()).as("the bell").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    @Test
    void this_hurts_offers_something_gentler_and_is_on_record() throws Exception {
        start("run daily --prepare 0s --sound off");
        await("HOLD  RIGHT SIDE");
        type("h");
        assertThat(await("STOP  RIGHT SIDE"))
                .contains("Gentler: Standing hip flexor stretch. Press W to do that")
                .contains("URGENT: Loss of bowel or bladder control.");
        type("w");
        await("Standing hip flexor stretch");
        type("?");
        await("this hurts: stop, and choose something gentler");
        type("?");
        type("q", "q");
        await("stopped daily");
        assertThat(home.steps()).first().isEqualTo("1 chair-hip-flexor right hurt");
    }

    @Test
    void pages_are_as_wide_as_the_terminal_and_long_ones_paged() throws Exception {
        tmux("resize-window", "-x", "40", "-y", "12");
        start("learn pelvic-tilt-forward");
        var first = await("the first page", screen -> screen.strip().endsWith(":"));
        assertThat(first)
                .contains("This is called anterior pelvic tilt. The\narch of your low back grows, and discs\n");
        // Ctrl-C is for the pager, which stays, and may lose the key that comes with it.
        type("C-c");
        for (int tries = 0; tries < 60 && !screen().contains("(one-stretch)"); tries++) {
            type("Space");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
        }
        await("(one-stretch)");
        type("q");
        type("echo code $?", "Enter");
        await("code 0");
    }

    @Test
    void plain_lines_are_as_wide_as_the_terminal_has_become() throws Exception {
        start("run daily --plain --prepare 1h --sound off");
        await("get ready");
        tmux("resize-window", "-x", "40", "-y", "24");
        // The key may be there before the news of the size.
        for (int tries = 0; tries < 20 && !screen().contains("  h: this hurts: stop, and choose\n"); tries++) {
            type("x", "?");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
        }
        await("  h: this hurts: stop, and choose\n");
        type("q", "q");
        await("stopped daily");
    }

    @Test
    void answers_become_a_routine_that_runs_at_once() throws Exception {
        start("suggest");
        await("1/5");
        type("n", "Enter", "y", "Enter", "n", "Enter", "n", "Enter", "n", "Enter");
        await("Save this as a routine of yours?");
        type("y", "Enter", "bridge", "Enter");
        await("How often");
        type("Enter", "y", "Enter");
        await("READY");
        type("q", "q");
        await(
                "the prompt",
                screen -> screen.contains("stopped bridge: 0 of 1 steps")
                        && screen.strip().endsWith("$"));
        start("suggest");
        await("1/5");
        type("C-c");
        await("the prompt", screen -> screen.contains("^C") && screen.strip().endsWith("$"));
        type("echo code $?", "Enter");
        await("code 130");
    }
}
