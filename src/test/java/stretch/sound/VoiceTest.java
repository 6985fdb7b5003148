package stretch.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.GoldenFiles;
import stretch.session.Event;
import stretch.session.SamplePlans;
import stretch.session.SessionRules;
import stretch.session.Transition;
import stretch.session.plan.PlanOptions;
import stretch.session.plan.SpeechTiming;
import stretch.session.plan.Tempo;
import stretch.session.script.Timeline;

/** The daily routine as it is spoken, by the second. */
@Tag("once")
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
        Transition transition = SessionRules.begin(SamplePlans.shipped("daily", SPOKEN));
        SamplePlans.tell(transition, voice);
        voice.tick();
        while (transition.session().ending().isEmpty()) {
            at[0]++;
            transition = SessionRules.on(transition.session(), new Event.TimePassed(Duration.ofMillis(100)));
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

    /** The length of what is said, as the program that speaks takes it, fits before what is said next. */
    @ParameterizedTest
    @ValueSource(strings = {"daily", "relief", "desk-break", "full"})
    void a_real_voice_is_never_cut_short(String routine) throws Exception {
        assumeThat(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "espeak-ng")));
        var moments = Timeline.of(SamplePlans.shipped(routine, SPOKEN)).moments().stream()
                .filter(moment -> !moment.cue().text().isEmpty())
                .toList();
        var lengths = new HashMap<String, Duration>();
        for (int i = 0; i + 1 < moments.size(); i++) {
            var text = moments.get(i).cue().text();
            if (!lengths.containsKey(text)) {
                lengths.put(text, spokenLength(text));
            }
            assertThat(moments.get(i).at().plus(lengths.get(text)))
                    .as(text)
                    .isLessThanOrEqualTo(moments.get(i + 1).at());
        }
    }

    private Duration spokenLength(String text) throws Exception {
        var file = folder.resolve("spoken.wav");
        var speak = new ProcessBuilder("espeak-ng", "-w", file.toString(), "--", text).start();
        assertThat(speak.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(speak.exitValue()).isZero();
        return Duration.ofMillis((long) (seconds(file) * 1000));
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
