package stretch.sound;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import stretch.os.DaemonThread;
import stretch.os.process.ChildProcess;
import stretch.sound.speech.ProcessStarter;
import stretch.sound.speech.SoundOutput;

/**
 * Plays sounds through another program, on a thread of its own: however that program behaves, nobody waits for it.
 *
 * <p>The first time it cannot be started, fails or hangs, it is reported, and from then on {@link #failed()}.
 */
public final class Player implements SoundOutput, AutoCloseable {
    /** How many sounds may wait for their turn; more would be heard too late to help. */
    private static final int QUEUE = 3;

    private static final int LOOK_MILLIS = 20;
    private static final int CLOSE_MILLIS = 1_000;

    private final ProcessStarter starter;
    private final Function<String, List<String>> command;
    private final Consumer<String> report;
    private final long patienceMillis;
    private final LinkedBlockingQueue<List<String>> queue = new LinkedBlockingQueue<>(QUEUE);
    private final Thread thread;
    private volatile boolean failed;
    private volatile boolean interrupted;
    private volatile boolean playing;

    /**
     * Makes a player.
     *
     * @param command what plays a sound of a name, or says a text
     * @param patienceMillis how long one sound may take before it is taken for hung
     * @param report told once, from the thread that plays, if sounds cannot be played
     */
    public Player(
            ProcessStarter starter,
            Function<String, List<String>> command,
            long patienceMillis,
            Consumer<String> report) {
        this.starter = starter;
        this.command = command;
        this.patienceMillis = patienceMillis;
        this.report = report;
        thread = DaemonThread.start("player", this::work);
    }

    /** One sound too many that waits is dropped. */
    @Override
    public void play(String what) {
        play(command.apply(what));
    }

    void play(List<String> words) {
        if (!failed) {
            playing = true;
            queue.offer(words);
        }
    }

    @Override
    public void stop() {
        queue.clear();
        interrupted = playing;
    }

    @Override
    public boolean failed() {
        return failed;
    }

    @Override
    public boolean isPlaying() {
        return !failed && playing;
    }

    private void work() {
        try {
            while (!failed) {
                playing = !queue.isEmpty();
                var words = queue.take();
                playing = true;
                interrupted = false;
                run(words);
            }
        } catch (InterruptedException e) {
            // The session is over.
        } catch (RuntimeException | Error e) {
            fail("the player broke off (" + e + ")");
        } finally {
            playing = false;
        }
    }

    private void run(List<String> words) throws InterruptedException {
        var name = words.get(0);
        try (var program = starter.start(words)) {
            await(name, program);
        } catch (IOException e) {
            fail(name + " cannot be started");
        }
    }

    private void await(String name, ChildProcess program) throws InterruptedException {
        for (long waited = 0; !program.ends(LOOK_MILLIS); waited += LOOK_MILLIS) {
            if (interrupted) {
                return;
            }
            if (waited > patienceMillis) {
                fail(name + " hangs");
                return;
            }
        }
        int code = program.process().exitValue();
        if (program.wasAskedToEnd()) {
            failed = true;
        } else if (code != 0) {
            fail(name + " failed with code " + code);
        }
    }

    private void fail(String why) {
        failed = true;
        queue.clear();
        report.accept("no sound: " + why + "; using the bell instead");
    }

    @Override
    public void close() {
        // Until then the program that plays might outlive us.
        DaemonThread.end(thread, CLOSE_MILLIS);
    }
}
