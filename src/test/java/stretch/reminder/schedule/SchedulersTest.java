package stretch.reminder.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.os.Environment;

/** What is offered to somebody new works on their machine. */
class SchedulersTest {
    @TempDir
    Path home;

    @ParameterizedTest(name = "{0} under {1} beside {2}")
    @CsvSource({
        "crontab systemctl, systemd, cron,  cron",
        "crontab systemctl, systemd, other, systemd",
        "crontab systemctl, init,    cron,  cron",
        "crontab systemctl, init,    other, ''",
        "systemctl,         systemd, cron,  systemd",
        "systemctl,         init,    cron,  ''",
        "'',                systemd, cron,  ''",
        "crontab launchctl, '',      other, launchd",
        "crontab,           '',      other, cron",
    })
    void the_first_that_is_here_and_runs_is_offered(String programs, String first, String beside, String offered)
            throws Exception {
        var folder = Files.createDirectories(home.resolve("programs"));
        for (var program : programs.split(" ", -1)) {
            var file = Files.createFile(folder.resolve(program.isEmpty() ? "no" : program));
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        if (!first.isEmpty()) {
            Files.writeString(Files.createDirectories(home.resolve("proc/1")).resolve("comm"), first + "\n");
            Files.writeString(Files.createDirectories(home.resolve("proc/77")).resolve("comm"), beside + "\n");
        }
        var nothing = new PrintStream(OutputStream.nullOutputStream());
        var environment = new Environment(
                Clock.systemUTC(),
                null,
                Map.of("PATH", folder.toString()),
                InputStream.nullInputStream(),
                nothing,
                nothing,
                Environment.StandardStreams.NONE,
                new Environment.Installation(Path.of("stretch"), Path.of("java"), "", ""),
                home.resolve("proc"),
                any -> Long.MAX_VALUE);

        assertThat(new Schedulers(environment, () -> home, () -> home)
                        .working()
                        .map(SchedulerKind::name)
                        .orElse(""))
                .isEqualTo(offered);
    }
}
