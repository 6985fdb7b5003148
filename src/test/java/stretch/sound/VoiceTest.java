package stretch.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.GoldenFiles;
import stretch.session.Event;
import stretch.session.SamplePlans;
import stretch.session.Session;
import stretch.session.Transition;
import stretch.session.plan.PlanOptions;
import stretch.session.plan.SpeechTiming;
import stretch.session.plan.Tempo;

/** The daily routine as it is spoken, by the second. */
class VoiceTest {
    private static final PlanOptions SPOKEN = new PlanOptions(
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Tempo.NORMAL,
            Optional.empty(),
            Map.of(),
            List.of(),
            SpeechTiming.speaking(165));

    @TempDir
    private Path folder;

    /** What is said, by the tenth of a second at which it is. */
    private static Map<Integer, String> spoken() {
        var said = new LinkedHashMap<Integer, String>();
        var at = new int[1];
        var voice = new Voice(text -> said.put(at[0], text), new CueSounds(new Bell(() -> {})));
        Transition transition = Session.begin(SamplePlans.shipped("daily", SPOKEN));
        SamplePlans.tell(transition, voice);
        voice.tick();
        while (transition.session().ending().isEmpty()) {
            at[0]++;
            transition = transition.session().on(new Event.TimePassed(Duration.ofMillis(100)));
            SamplePlans.tell(transition, voice);
            voice.tick();
        }
        return said;
    }

    @Test
    void says_all_that_closed_eyes_need() {
        var lines = new ArrayList<String>();
        spoken().forEach((at, text) -> lines.add(String.format(Locale.ROOT, "%5.1f  %s", at / 10.0, text)));
        GoldenFiles.check("voice/daily.txt", String.join("\n", lines) + "\n");
    }

    @Test
    void right_comes_before_left_and_half_way_at_half_of_each_hold() {
        var said = spoken();
        var half = said.entrySet().stream()
                .filter(entry -> entry.getValue().contains("Half way"))
                .map(Map.Entry::getKey)
                .toList();
        // 20 s to get ready and 60 s held, 10 s to change and 60 s held.
        assertThat(half).containsExactly(500, 1200);
        int right = first(said, "Right side");
        int left = first(said, "Left side");
        assertThat(right).isZero();
        assertThat(left).isEqualTo(800);
    }

    private static int first(Map<Integer, String> said, String words) {
        return said.entrySet().stream()
                .filter(entry -> entry.getValue().contains(words))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    /** What is said while a hold is counted down has to be over before the next second. */
    @Test
    void a_real_voice_renders_it_in_order_and_in_time() throws Exception {
        assumeThat(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "espeak-ng")));
        var said = spoken();
        double last = 0;
        for (var entry : said.entrySet()) {
            var file = folder.resolve(entry.getKey() + ".wav");
            var speak = new ProcessBuilder("espeak-ng", "-w", file.toString(), "--", entry.getValue()).start();
            assertThat(speak.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(speak.exitValue()).isZero();
            double seconds = seconds(file);
            assertThat(seconds).as(entry.getValue()).isGreaterThan(0.1);
            if (entry.getValue().matches("[1-5]")) {
                assertThat(seconds).as("the count of " + entry.getValue()).isLessThan(1.0);
            }
            if (entry.getValue().contains("Get ready") || entry.getValue().contains("Change sides")) {
                assertThat(seconds).as(entry.getValue()).isLessThan(20);
            }
            if (entry.getValue().contains("Half way")) {
                assertThat(seconds).isLessThan(10);
            }
            assertThat((double) entry.getKey()).isGreaterThanOrEqualTo(last);
            last = entry.getKey();
        }
        assertThat(folder.toFile().list()).hasSize(said.size());
    }

    private static double seconds(Path wave) throws Exception {
        try (var audio = AudioSystem.getAudioInputStream(wave.toFile())) {
            // Written to a pipe or not, espeak-ng gives the length in its header only roughly: count the bytes.
            return (double) audio.readAllBytes().length
                    / audio.getFormat().getFrameSize()
                    / audio.getFormat().getSampleRate();
        }
    }
}
