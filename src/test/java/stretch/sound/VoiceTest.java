package stretch.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.GoldenFiles;
import stretch.config.VoiceChoice;
import stretch.os.Environment;
import stretch.os.process.ProcessRunner;
import stretch.session.Event;
import stretch.session.SamplePlans;
import stretch.session.SessionRules;
import stretch.session.Transition;
import stretch.session.plan.PlanOptions;
import stretch.session.plan.SpeechTiming;
import stretch.session.plan.Tempo;
import stretch.session.script.Script;
import stretch.session.script.Timeline;
import stretch.sound.speech.Speaker;
import stretch.sound.speech.SpeechLengths;

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
        var voice = new Voice(text -> said.put(at[0], text), new CueSounds(new Bell(() -> {})), () -> "");
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
    @CsvSource({
        "daily, 175",
        "relief, 175",
        "desk-break, 175",
        "full, 175",
        "daily, 120",
        "full, 120",
        "daily, 220",
        "full, 220"
    })
    void a_real_voice_is_never_cut_short(String routine, int rate) {
        var processes = new ProcessRunner(Environment.ofSystem());
        var program = processes.find("espeak-ng");
        assumeThat(program).isPresent();
        var speaker = new Speaker(program.get(), VoiceChoice.parse(Integer.toString(rate)));
        var lengths = new SpeechLengths(speaker, processes, folder);
        var estimated = SamplePlans.shipped(routine, SPOKEN).withTiming(speaker.estimate());
        var measured = lengths.timed(estimated, Duration.ofMinutes(2));
        for (var plan : List.of(estimated, measured)) {
            var moments = Timeline.of(plan).moments().stream()
                    .filter(moment -> !moment.cue().text().isEmpty())
                    .toList();
            var texts = moments.stream().map(moment -> moment.cue().text()).toList();
            var taken = lengths.of(texts, Duration.ofMinutes(2));
            assertThat(taken).containsOnlyKeys(texts);
            for (int i = 0; i + 1 < moments.size(); i++) {
                assertThat(moments.get(i).at().plus(taken.get(texts.get(i))))
                        .as(texts.get(i))
                        .isLessThanOrEqualTo(moments.get(i + 1).at());
            }
        }
        assertThat(Script.of(measured).length()).isLessThan(Script.of(estimated).length());
    }
}
