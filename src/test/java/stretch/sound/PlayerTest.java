package stretch.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.os.process.ChildProcess;
import stretch.sound.speech.ProcessStarter;

/** Real programs, standing in for players that work, fail, hang or are not there. */
public class PlayerTest {
    private static final long PATIENCE = 300;
    public static final ProcessStarter STARTER = command -> ChildProcess.of(new ProcessBuilder(command).start());

    @TempDir
    private Path folder;

    private final LinkedBlockingQueue<String> reports = new LinkedBlockingQueue<>();

    private String script(String name, String body) throws Exception {
        var file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file.toString();
    }

    private String report() throws InterruptedException {
        return reports.poll(20, TimeUnit.SECONDS);
    }

    @Test
    void sounds_are_played_one_after_the_other() throws Exception {
        var heard = folder.resolve("heard");
        var play = script("play", "echo \"$1\" >>" + heard);
        try (var player = new Player(STARTER, List::of, 20_000, reports::add)) {
            player.play(List.of(play, "one"));
            player.play(List.of(play, "two"));
            while (player.isPlaying()) {
                Thread.onSpinWait();
            }
        }
        assertThat(heard).hasContent("one\ntwo\n");
        assertThat(reports).isEmpty();
    }

    @Test
    void one_that_is_not_there_is_reported_once() throws Exception {
        try (var player = new Player(STARTER, List::of, PATIENCE, reports::add)) {
            player.play(List.of("/nowhere/play"));
            assertThat(report()).isEqualTo("no sound: /nowhere/play cannot be started; using the bell instead");
            player.play(List.of("/nowhere/play"));
            assertThat(player.failed()).isTrue();
            assertThat(player.isPlaying()).isFalse();
            assertThat(reports).isEmpty();
        }
    }

    @Test
    void one_that_hangs_is_killed_with_its_children() throws Exception {
        var pid = folder.resolve("pid");
        var hang = script("hang", "echo $$ >" + pid + "; sleep 1000; true");
        try (var player = new Player(STARTER, List::of, PATIENCE, reports::add)) {
            player.play(List.of(hang));
            assertThat(report()).isEqualTo("no sound: " + hang + " hangs; using the bell instead");
        }
        long hung = Long.parseLong(Files.readString(pid).strip());
        ProcessHandle.of(hung).ifPresent(process -> process.onExit().join());
    }

    @Test
    void one_that_fails_is_reported_with_its_code() throws Exception {
        var fail = script("fail", "exit 3");
        try (var player = new Player(STARTER, List::of, PATIENCE, reports::add)) {
            player.play(List.of(fail));
            assertThat(report()).isEqualTo("no sound: " + fail + " failed with code 3; using the bell instead");
        }
    }

    @Test
    void one_that_was_ended_with_us_is_not_blamed() throws Exception {
        try (var player = new Player(STARTER, List::of, 20_000, reports::add)) {
            player.play(List.of(script("ended", "kill -TERM $$")));
            while (!player.failed()) {
                Thread.onSpinWait();
            }
        }
        assertThat(reports).isEmpty();
    }

    @Test
    void what_plays_can_be_cut_short_for_what_is_new() throws Exception {
        var heard = folder.resolve("heard");
        var slow = script("slow", "sleep 1000");
        var play = script("play", "echo \"$1\" >>" + heard);
        try (var player = new Player(STARTER, List::of, 1_000_000, reports::add)) {
            player.play(List.of(slow));
            while (!player.isPlaying()) {
                Thread.onSpinWait();
            }
            player.stop();
            player.play(List.of(play, "new"));
            while (player.isPlaying()) {
                Thread.onSpinWait();
            }
        }
        assertThat(heard).hasContent("new\n");
        assertThat(reports).isEmpty();
    }
}
