package stretch.sound.speech;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import stretch.os.LoopClock;
import stretch.os.process.ChildProcess;
import stretch.session.plan.SpeechTiming;

/**
 * One process that says line after line, each when it reads it. To be cut short it is ended, and another is started for
 * the next line.
 */
public final class SpeechPipe implements SoundOutput {
    /** Less than a pipe holds: whoever reads nothing does not keep us waiting. */
    private static final int MOST_BYTES = 32_000;

    /** Until a word that was given has reached the ear. Our choice. */
    private static final Duration DELAY = Duration.ofMillis(500);

    private static final int CLOSE_MILLIS = 1_000;

    /** What espeak-ng writes where it cannot open the sound device; it ends well all the same. */
    private static final Pattern COMPLAINT = Pattern.compile("(?m)^error: (.*)\\n");

    /** A device that is not there is complained of so soon; later it was there. Our choice. */
    private static final Duration OPENING = Duration.ofSeconds(2);

    private final Speaker speaker;
    private final ProcessStarter starter;
    private final SpeechTiming timing;
    private final LoopClock clock;
    private final Consumer<String> report;
    private final StringBuilder complaints = new StringBuilder();
    private final long opened;
    private @Nullable ChildProcess process;
    private int written;
    private long speaksUntil;
    private boolean failed;

    /**
     * Makes a voice of a speaker that reads lines, and wakes the sound device.
     *
     * @param report told once if it cannot speak
     */
    public SpeechPipe(
            Speaker speaker, ProcessStarter starter, SpeechTiming timing, LoopClock clock, Consumer<String> report) {
        this.speaker = speaker;
        this.starter = starter;
        this.timing = timing;
        this.clock = clock;
        this.report = report;
        opened = clock.nanos() + OPENING.toNanos();
        speaksUntil = clock.nanos();
        write(Speaker.silentLine());
    }

    @Override
    public void play(String text) {
        write(Speaker.line(text));
        var length = timing.of(text).plus(DELAY).toNanos();
        speaksUntil = Math.max(clock.nanos(), speaksUntil) + length;
    }

    private void write(String line) {
        if (failed) {
            return;
        }
        var bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            if (process == null || written + bytes.length > MOST_BYTES) {
                end(CLOSE_MILLIS);
                process = starter.start(speaker.readLines());
                written = 0;
            }
            written += bytes.length;
            var to = process.process().getOutputStream();
            to.write(bytes);
            to.flush();
        } catch (IOException e) {
            fail(process == null ? "cannot be started" : ended(process));
        }
    }

    /** How a process has ended that reads no more. */
    private static String ended(ChildProcess process) {
        try {
            return process.ends(CLOSE_MILLIS) && process.process().exitValue() != 0
                    ? "failed with code " + process.process().exitValue()
                    : "reads no more";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "was interrupted";
        }
    }

    private void fail(String why) {
        failed = true;
        if (process == null || !process.wasAskedToEnd()) {
            report.accept("no sound: " + speaker.program() + " " + why + "; using the bell instead");
        }
    }

    /** Takes what it complains of, or the pipe would be full one day; what is said while it opens the device counts. */
    private void hear(Process speaking) {
        try {
            var words = speaking.getErrorStream()
                    .readNBytes(speaking.getErrorStream().available());
            if (words.length > 0 && clock.nanos() < opened) {
                complaints.append(new String(words, StandardCharsets.UTF_8));
                var complaint = COMPLAINT.matcher(complaints);
                if (complaint.find()) {
                    fail("cannot play (" + complaint.group(1) + ")");
                    end(0);
                }
            }
        } catch (IOException e) {
            // It has ended, which is seen elsewhere.
        }
    }

    @Override
    public void stop() {
        if (isPlaying()) {
            end(0);
        }
    }

    /** Lets it come to its end, or ends it. */
    private void end(int patienceMillis) {
        if (process == null) {
            return;
        }
        try (var ending = process) {
            ending.process().getOutputStream().close();
            var unused = ending.ends(patienceMillis);
        } catch (IOException e) {
            // It has ended by itself.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process = null;
        speaksUntil = clock.nanos();
    }

    @Override
    public boolean isPlaying() {
        if (process != null && !failed && !process.process().isAlive()) {
            fail(ended(process));
        } else if (process != null && !failed) {
            hear(process.process());
        }
        return !failed && clock.nanos() < speaksUntil;
    }

    @Override
    public boolean failed() {
        return failed;
    }

    /** What it is saying is said to its end; what was cut short is not. */
    @Override
    public void close() {
        end(CLOSE_MILLIS);
    }
}
