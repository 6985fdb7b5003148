package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A program that was started, on a terminal or not: what it wrote so far, and waiting for what it is to write. */
final class RunningProcess implements AutoCloseable {
    /** How long anything may take before a test gives up: far more than a slow machine needs. */
    private static final long DEADLINE_SECONDS = 180;

    /** How a program ended, and all that it wrote; a terminal shows both streams as one. */
    record Output(String out, String err, int code) {}

    private final Process process;
    private final Tap out;
    private final Tap err;

    RunningProcess(Process process) {
        this.process = process;
        this.out = new Tap(process.getInputStream());
        this.err = new Tap(process.getErrorStream());
    }

    /** Waits until the program has printed this, after what was waited for last. */
    RunningProcess await(String text) throws InterruptedException {
        out.await(text);
        return this;
    }

    /** Presses keys. */
    RunningProcess type(String keys) throws IOException {
        process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        return this;
    }

    /** The process itself, or on a terminal the shell that {@link Home#onTerminal} puts around it. */
    ProcessHandle handle() {
        return ProcessHandle.of(process.pid()).orElseThrow();
    }

    /** Sends a signal such as TERM; Java itself can only send two of them. */
    RunningProcess signal(String name) throws IOException, InterruptedException {
        signal(name, handle());
        return this;
    }

    static void signal(String name, ProcessHandle to) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("/bin/sh", "-c", "kill -s " + name + " " + to.pid()).start();
        assertThat(kill.waitFor()).as("kill -s " + name).isZero();
    }

    /** Closes the window that the terminal is in. */
    RunningProcess closeWindow() throws IOException {
        process.getInputStream().close();
        return this;
    }

    /** Waits for the end. */
    Output end() throws InterruptedException {
        if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
            fail("it runs on; it wrote:\n" + out + err);
        }
        return new Output(out.all(), err.all(), process.exitValue());
    }

    /** Leaves nothing running behind a test that failed. */
    @Override
    public void close() {
        ProcessHandle.of(process.pid())
                .ifPresent(handle -> handle.descendants().forEach(ProcessHandle::destroyForcibly));
        process.destroyForcibly();
    }

    /** Collects a stream on a thread of its own, so that the program never waits for its reader. */
    private static final class Tap {
        private static final Pattern GAP = Pattern.compile("\033\\[([0-9]{1,3})C");

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean ended;
        private int seen;

        Tap(InputStream stream) {
            var thread = new Thread(() -> drain(stream), "tap");
            thread.setDaemon(true);
            thread.start();
        }

        private void drain(InputStream stream) {
            var buffer = new byte[8192];
            try {
                for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                    add(buffer, n);
                }
            } catch (IOException e) {
                // A terminal whose last program has ended reads as an error.
            }
            add(buffer, -1);
        }

        private synchronized void add(byte[] buffer, int n) {
            if (n < 0) {
                ended = true;
            } else {
                bytes.write(buffer, 0, n);
            }
            notifyAll();
        }

        synchronized void await(String text) throws InterruptedException {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
            int at = written().indexOf(text, seen);
            while (at < 0) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (ended || left <= 0) {
                    fail("it " + (ended ? "ended" : "runs on") + " without '" + text + "'; it wrote:\n" + this);
                }
                wait(left);
                at = written().indexOf(text, seen);
            }
            seen = at + text.length();
        }

        /** With a space for each empty cell that a terminal's cursor was moved over instead. */
        private String written() {
            return GAP.matcher(toString()).replaceAll(gap -> " ".repeat(Integer.parseInt(gap.group(1))));
        }

        synchronized String all() throws InterruptedException {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
            while (!ended) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    fail("somebody keeps the output open; it holds:\n" + this);
                }
                wait(left);
            }
            return toString();
        }

        @Override
        public synchronized String toString() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
