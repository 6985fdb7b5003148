package stretch.coaching;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stretch.os.DaemonThread;
import stretch.os.process.ProcessRunner;
import stretch.session.Effect.EffectHandler;

/**
 * Keeps the screen awake while a session runs, through a program of the system that needs no rights.
 *
 * <p>Each holds the screen while another program runs, and that one runs until we end or let it: so nothing is held for
 * longer than the session, even if that is killed.
 */
final class KeepAwake implements EffectHandler {
    private static final List<String> LINUX =
            List.of("systemd-inhibit", "--what=idle", "--who=stretch", "--why=a session runs", "--mode=block");
    private static final List<String> MAC = List.of("caffeinate", "-d", "-i");

    private static final int CLOSE_MILLIS = 1_000;

    private final ProcessRunner processes;
    private @Nullable Thread thread;

    KeepAwake(ProcessRunner processes) {
        this.processes = processes;
    }

    /** The first call comes after the first frame, which does not wait for programs to be found and started. */
    @Override
    public boolean tick() {
        if (thread == null) {
            thread = DaemonThread.start("awake", this::hold);
        }
        return false;
    }

    private void hold() {
        var command = command(LINUX).or(() -> command(MAC));
        if (command.isEmpty()) {
            return;
        }
        try (var holder = processes.startFed(command.get())) {
            holder.process().waitFor();
        } catch (IOException | InterruptedException e) {
            // It cannot be started, and the screen goes dark when it likes; or the session is over.
        }
    }

    private Optional<List<String>> command(List<String> words) {
        return processes
                .find(words.get(0))
                .flatMap(program -> processes
                        .find("cat")
                        .map(waiting -> Stream.of(
                                        Stream.of(program.toString()),
                                        words.stream().skip(1),
                                        Stream.of(waiting.toString()))
                                .flatMap(parts -> parts)
                                .toList()));
    }

    @Override
    public void shutDown() {
        if (thread != null) {
            DaemonThread.end(thread, CLOSE_MILLIS);
        }
    }
}
