package stretch.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Side;
import stretch.config.VoiceChoice;
import stretch.os.Environment;
import stretch.os.process.ProcessRunner;
import stretch.session.SamplePlans;
import stretch.session.plan.Plan;
import stretch.session.plan.PlanOptions;
import stretch.session.plan.Step;
import stretch.session.script.Script;
import stretch.session.script.Timeline;
import stretch.sound.speech.RenderedSpeech;
import stretch.sound.speech.Speaker;
import stretch.sound.speech.SpeechLengths;
import stretch.text.NumberWords;

/** The shipped routines as espeak-ng speaks them, proved from the sound file that they make. */
@Tag("once")
class RenderedSessionTest {
    /** To the ear, at once. */
    private static final Duration AT_ONCE = Duration.ofMillis(20);

    @TempDir
    private Path folder;

    private Plan plan = SamplePlans.shipped("daily", PlanOptions.NONE);
    private SoundTrack track = new SoundTrack(List.of(), 0);
    private short[] samples = {};
    private List<SoundTrack.Clip> spoken = List.of();

    private void render(String routine) throws Exception {
        var processes = new ProcessRunner(Environment.ofSystem());
        var program = processes.find("espeak-ng");
        assumeThat(program).isPresent();
        var speaker = new Speaker(program.get(), VoiceChoice.DEFAULT);
        plan = new SpeechLengths(speaker, processes, folder)
                .timed(SamplePlans.shipped(routine, PlanOptions.NONE), Duration.ofMinutes(2));
        var file = folder.resolve("session.wav");
        try (var speech = new RenderedSpeech(speaker, processes);
                var out = Files.newOutputStream(file)) {
            track = SessionSounds.track(plan, Optional.of(speech));
            track.write(out, done -> {});
        }
        try (var audio = AudioSystem.getAudioInputStream(file.toFile())) {
            samples = new short[(int) audio.getFrameLength()];
            ByteBuffer.wrap(audio.readAllBytes())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .get(samples);
        }
        spoken = track.clips().stream().filter(clip -> !clip.text().isEmpty()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"daily", "relief", "desk-break", "full"})
    void every_word_is_heard_whole_and_in_its_place(String routine) throws Exception {
        render(routine);
        assertThat(samples).hasSize((int) track.length());
        assertThat(track.duration())
                .isBetween(Script.of(plan).length(), Script.of(plan).length().plusSeconds(10));
        long free = 0;
        for (var clip : spoken) {
            assertThat(clip.start())
                    .as("nothing is said over '%s'", clip.text())
                    .isGreaterThanOrEqualTo(free);
            assertThat(loudest(clip)).as("'%s' is heard", clip.text()).isGreaterThan(3_000);
            free = clip.end();
        }
        assertThat(track.length()).as("the last word is not cut").isGreaterThan(free);
        the_file_says_what_the_script_says();
        each_step_can_be_followed();
    }

    private int loudest(SoundTrack.Clip clip) {
        int loudest = 0;
        for (int i = (int) clip.start(); i < clip.end(); i++) {
            loudest = Math.max(loudest, Math.abs(samples[i]));
        }
        return loudest;
    }

    /** Word for word and moment for moment; after the last step comes the end. */
    private void the_file_says_what_the_script_says() {
        var moments = Timeline.of(plan).moments().stream()
                .filter(moment -> !moment.cue().text().isEmpty())
                .toList();
        assertThat(spoken).hasSizeGreaterThan(moments.size());
        for (int i = 0; i < moments.size(); i++) {
            assertThat(spoken.get(i).text()).isEqualTo(moments.get(i).cue().text());
            var late =
                    SoundTrack.time(spoken.get(i).start()).minus(moments.get(i).at());
            assertThat(late.abs()).as(spoken.get(i).text()).isLessThan(AT_ONCE);
        }
        assertThat(spoken.get(0).text()).startsWith(plan.routine().name() + ". About ");
        assertThat(spoken.get(moments.size()).text())
                .startsWith("That was " + plan.routine().name());
    }

    /** Every instruction before the clock; then side, start, half way, the last seconds and the end, in this order. */
    private void each_step_can_be_followed() {
        int from = 0;
        for (var step : plan.steps()) {
            var texts = spoken.stream().map(SoundTrack.Clip::text).toList();
            var rest = texts.subList(from, texts.size());
            var told = new ArrayList<String>();
            for (var landmark : landmarks(step)) {
                int found = find(rest, told.size(), landmark);
                assertThat(found)
                        .as("'%s' of %s in %s", landmark, step.label(), rest)
                        .isNotNegative();
                told.addAll(rest.subList(told.size(), found + 1));
            }
            if (!step.changesSide()) {
                assertThat(told)
                        .containsAll(
                                step.side().fill(step.exercise().instructions().setup()));
                assertThat(told)
                        .containsAll(
                                step.side().fill(step.exercise().instructions().enter()));
            }
            assertThat(told).containsAll(step.side().fill(step.cues()));
            from += told.size();
        }
    }

    private static int find(List<String> texts, int from, String part) {
        for (int i = from; i < texts.size(); i++) {
            if (texts.get(i).contains(part)) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> landmarks(Step step) {
        var all = new ArrayList<String>();
        boolean sided = step.side() != Side.BOTH;
        var name = step.exercise().name() + "."
                + (sided ? " " + NumberWords.capital(step.side().id()) + " side" : "");
        all.add(step.changesSide() ? "Change sides. Now the " + step.side().id() + " side." : name);
        if (step.kind() != DoseKind.HOLD) {
            all.add(step.target() > 1 ? "Last one." : "");
            all.add("Done.");
            return all;
        }
        var side = sided ? " " + NumberWords.capital(step.side().id()) + " side." : "";
        all.addAll(List.of("Three.", "Two.", "One.", "Hold." + side, "Half way." + side));
        all.addAll(List.of("Three.", "Two.", "One.", "Done."));
        return all;
    }
}
