package stretch.bench;

import com.pty4j.PtyProcessBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** What a running session costs: processor, bytes written to the terminal, memory, drift and lateness. */
final class SessionBench {
    private static final Path STRETCH = Path.of("bin/stretch").toAbsolutePath();
    private static final int WINDOW_SECONDS = 20;

    /** Ticks of the clock a second in /proc (USER_HZ, 100 on Linux). */
    private static final double HERTZ = 100;

    private static final String ROUTINES = """
            exercises:
              held: {name: Hip flexor stretch, position: standing, hold: 60s, cues: [Tuck your pelvis.]}
              moved: {name: Hip hinge, position: standing, reps: 900, pace: {down: 2s, up: 2s}, figure: {frames: [%s]}}
            routines:
              still: {name: Still, steps: [held]}
              moving: {name: Moving, steps: [moved]}
            """.formatted(
                    "{head: 47 99, neck: 46 89, hip: 44 55, elbow: 34 70, hand: 48 56, knee: 47 29, foot: 44 2, toe: 55 1},"
                            + "{head: 77 76, neck: 67 72, hip: 33 53, elbow: 48 54, hand: 39 50, knee: 45 28}");

    private SessionBench() {}

    /** Arguments: none. */
    public static void main(String... args) throws Exception {
        var home = Files.createTempDirectory("bench");
        try {
            var routines = Files.writeString(home.resolve("routines.yaml"), ROUTINES);
            System.out.printf(
                    "%-34s %12s %14s %10s%n",
                    "at 80x24, over " + WINDOW_SECONDS + " s", "CPU % of 1", "bytes/s", "RSS MiB");
            screen(home, routines, "hold, counting down", "still", "");
            screen(home, routines, "repetitions, figure moving", "moving", "");
            screen(home, routines, "paused", "moving", " ");
            drift(home, routines);
            lateness();
        } finally {
            try (var files = Files.walk(home)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private static void screen(Path home, Path routines, String what, String routine, String keys) throws Exception {
        var environment = new HashMap<>(System.getenv());
        environment.put("HOME", home.toString());
        environment.put("TERM", "xterm-256color");
        environment.put("STRETCH_NO_BUILD", "1");
        var process = new PtyProcessBuilder(new String[] {
                    STRETCH.toString(),
                    "run",
                    routine,
                    "--no-log",
                    "--prepare",
                    "0s",
                    "--sound",
                    "off",
                    "--routines",
                    routines.toString()
                })
                .setEnvironment(environment)
                .setInitialColumns(80)
                .setInitialRows(24)
                .start();
        var bytes = new AtomicLong();
        var reader = new Thread(() -> count(process, bytes));
        reader.setDaemon(true);
        reader.start();
        sleep(3);
        // The cautions come first.
        process.getOutputStream().write(' ');
        process.getOutputStream().flush();
        sleep(3);
        process.getOutputStream().write(keys.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        sleep(2);
        long java = ProcessHandle.of(process.pid())
                .orElseThrow()
                .children()
                .findFirst()
                .orElseThrow()
                .pid();
        long bytesBefore = bytes.get();
        double cpuBefore = cpu(java);
        sleep(WINDOW_SECONDS);
        double share = (cpu(java) - cpuBefore) / WINDOW_SECONDS * 100;
        long rate = (bytes.get() - bytesBefore) / WINDOW_SECONDS;
        System.out.printf("%-34s %12.2f %14d %10d%n", what, share, rate, ProcessStatus.kibibytes(java, "VmRSS") / 1024);
        process.destroyForcibly();
        ProcessHandle.of(java).ifPresent(ProcessHandle::destroyForcibly);
    }

    private static void count(Process process, AtomicLong bytes) {
        var buffer = new byte[8192];
        try (var in = process.getInputStream()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes.addAndGet(n);
            }
        } catch (IOException e) {
            // The terminal is gone.
        }
    }

    /** Seconds of processor time that a process has used so far. */
    private static double cpu(long pid) throws IOException {
        var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / HERTZ;
    }

    /** A hold of a minute, from the line that begins it to the one that ends it, beside `sleep 60`. */
    private static void drift(Path home, Path routines) throws Exception {
        var sleep = new ProcessBuilder("sleep", "60").start();
        long slept = System.nanoTime();
        var builder = new ProcessBuilder(
                STRETCH.toString(),
                "run",
                "still",
                "--plain",
                "-q",
                "--no-log",
                "--prepare",
                "1s",
                "--sound",
                "off",
                "--routines",
                routines.toString());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("STRETCH_NO_BUILD", "1");
        var process = builder.start();
        long begun = 0;
        long ended = 0;
        try (var lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains(": hold, ")) {
                    begun = System.nanoTime();
                } else if (line.startsWith("done ")) {
                    ended = System.nanoTime();
                }
            }
        }
        sleep.waitFor();
        System.out.printf("%ndrift of a 60 s hold, ms              %10.2f%n", (ended - begun) / 1e6 - 60_000);
        // Some seconds older than the hold: the difference is what starting both costs.
        System.out.printf("`sleep 60` in the same run, ms        %10.2f%n", (System.nanoTime() - slept) / 1e6 - 60_000);
    }

    /** How late a wait to an absolute deadline ends, 10 times a second for 30 s. */
    private static void lateness() {
        List<Long> late = new ArrayList<>();
        long deadline = System.nanoTime();
        for (int i = 0; i < 300; i++) {
            deadline += 100_000_000;
            for (long left = deadline - System.nanoTime(); left > 0; left = deadline - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            late.add(System.nanoTime() - deadline);
        }
        late.sort(Comparator.naturalOrder());
        System.out.printf("lateness of a tick, ms   p50 %8.3f   p99 %8.3f%n", late.get(150) / 1e6, late.get(297) / 1e6);
    }

    private static void sleep(int seconds) throws InterruptedException {
        TimeUnit.SECONDS.sleep(seconds);
    }
}
