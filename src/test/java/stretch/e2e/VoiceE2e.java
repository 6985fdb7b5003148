package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole sessions in real time, led by a stand-in for espeak-ng that takes as long as the real one for each line. */
@Tag("once")
class VoiceE2e {
    /** Renders as the real one does, if there is one; says a line for as long as was measured, or by its words. */
    private static final String SPEAKER = """
            case " $* " in *" -w "*) exec /usr/bin/espeak-ng "$@" ;; esac
            while IFS= read -r line; do
              echo "begin $line" >>"$HOME/said"
              sleep "$(cat "$HOME"/.cache/stretch/speech-1/* 2>/dev/null | LINE=$line awk '
                { n = index($0, " ") }
                n && substr($0, n + 1) == ENVIRON["LINE"] { seconds = substr($0, 1, n - 1) / 1000 }
                END { print seconds ? seconds : split(ENVIRON["LINE"], words) * 60 / 165 }')"
              echo "end $line" >>"$HOME/said"
            done
            """;

    private static final Pattern TEXT = Pattern.compile("\"text\" ?: ?\"([^\"]+)\"");

    @TempDir
    private Path folder;

    /** A session that was started, when it is over, and what it is to say. */
    private record Led(Home home, RunningProcess process, CompletableFuture<ProcessHandle> over, List<String> script) {}

    private Led start(String... run) throws Exception {
        var home = new Home(Files.createDirectory(folder.resolve(run[1]))).acquainted();
        home.standIn("espeak-ng", SPEAKER);
        var dry = new ArrayList<>(List.of(run));
        dry.addAll(List.of("--sound", "voice", "--dry-run", "--script", "--json"));
        var script = "";
        // A busy machine measures all words in more than one go.
        for (var before = "-"; !before.equals(script); ) {
            before = script;
            script = home.run(dry.toArray(String[]::new)).out();
        }
        var texts =
                TEXT.matcher(script).results().map(result -> result.group(1)).toList();
        assertThat(texts).hasSizeGreaterThan(20);
        var all = Arrays.copyOf(run, run.length + 2);
        all[run.length] = "--sound";
        all[run.length + 1] = "voice";
        var process = home.start(all);
        return new Led(home, process, process.handle().onExit(), texts);
    }

    @Test
    void every_line_that_began_also_ended() throws Exception {
        // All of relief, in pairs, so that each exercise follows the one before it; all are led at the same time.
        for (var led : List.of(
                start("run", "one-stretch", "--hold", "20s"),
                start("run", "pelvic-tilt", "knee-to-chest"),
                start("run", "knee-to-chest", "half-kneeling-hip-flexor"),
                start("run", "half-kneeling-hip-flexor", "glute-bridge"))) {
            try (var process = led.process()) {
                led.over().get(15, TimeUnit.MINUTES);
                var ended = process.end();
                assertThat(ended.code()).as(ended.err()).isZero();
                assertThat(ended.err()).doesNotContain("no sound");
            }
            var said = Files.readAllLines(led.home().folder().resolve("said"));
            var begun = said.stream()
                    .filter(line -> line.startsWith("begin "))
                    .map(line -> line.substring("begin ".length()))
                    .toList();
            assertThat(said)
                    .isEqualTo(begun.stream()
                            .flatMap(line -> List.of("begin " + line, "end " + line).stream())
                            .toList());
            assertThat(begun.get(0)).contains("silent");
            var spoken = String.join(" ", begun);
            int at = 0;
            for (var text : led.script()) {
                at = spoken.indexOf(text, at);
                assertThat(at).as(text + " in " + spoken).isNotNegative();
                at += text.length();
            }
            assertThat(spoken.substring(at)).matches(" That was .* of practice\\.");
        }
    }
}
