package stretch.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.catalogue.exercise.Side;
import stretch.os.Environment;
import stretch.os.HandClock;
import stretch.session.Effect;
import stretch.session.Effect.EffectHandler;
import stretch.session.SamplePlans;
import stretch.session.SessionRules;
import stretch.session.UnrecordedSteps;
import stretch.session.loop.Console;
import stretch.session.loop.SessionLoop;
import stretch.session.loop.StepRecorder;
import stretch.session.plan.Plan;
import stretch.session.script.Cue;
import stretch.terminal.PlainConsole;

/** A step that could not be saved is told as done on no channel, and not too late on one that is heard. */
class RefusedStepTest {
    @TempDir
    private Path folder;

    private final Plan plan =
            SamplePlans.spoken(SamplePlans.exercise("calf", SamplePlans.hold(5), Side.RIGHT, Side.LEFT));
    private final Plan two = SamplePlans.plan(
            SamplePlans.exercise("calf", SamplePlans.hold(5)), SamplePlans.exercise("bridge", SamplePlans.reps(2, 2)));
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final HandClock clock = new HandClock();
    private Console console;

    @BeforeEach
    void console() {
        var nothing = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        console = new PlainConsole(
                plan,
                new PrintStream(printed, false, StandardCharsets.UTF_8),
                nothing,
                nothing,
                new ConcurrentLinkedQueue<>(),
                null,
                () -> {},
                Environment.StandardStreams.NONE);
    }

    /** A disk that is full until the second step is under way, or for good. */
    private static final class FullDisk implements StepRecorder {
        private final boolean forGood;
        private final Queue<Effect.Save> waiting = new ArrayDeque<>();
        private int started;

        FullDisk(boolean forGood) {
            this.forGood = forGood;
        }

        @Override
        public void cued(Effect.Cued effect) {
            started += effect.cue().kind() == Cue.CueKind.START ? 1 : 0;
        }

        @Override
        public void save(Effect.Save effect) {
            waiting.add(effect);
        }

        @Override
        public List<Effect.Save> saved() {
            var saved = forGood || started < 2 ? List.<Effect.Save>of() : List.copyOf(waiting);
            waiting.removeAll(saved);
            return saved;
        }
    }

    private record Noted(List<BellPattern> cues) implements Instrument {
        @Override
        public void play(BellPattern cue) {
            cues.add(cue);
        }

        @Override
        public void stop() {}

        @Override
        public boolean tick() {
            return false;
        }
    }

    /** Each sound is heard to its end: by a clock that is moved by hand the session would be over before the first. */
    private record Whole(Instrument instrument) implements Instrument {
        @Override
        public void play(BellPattern cue) {
            instrument.play(cue);
            while (instrument.tick()) {
                Thread.onSpinWait();
            }
        }

        @Override
        public void stop() {
            instrument.stop();
        }

        @Override
        public boolean tick() {
            return instrument.tick();
        }
    }

    private void lead(StepRecorder recorder, EffectHandler handler) {
        lead(plan, recorder, handler);
    }

    private void lead(Plan of, StepRecorder recorder, EffectHandler handler) {
        new SessionLoop(clock, console, recorder, List.of(console, handler), 1).run(SessionRules.begin(of));
    }

    /** Whether steps are saved never, the first of them late, or each at once. */
    private enum Disk {
        FULL,
        FULL_AT_FIRST,
        FREE;

        StepRecorder recorder() {
            return switch (this) {
                case FULL -> new FullDisk(true);
                case FULL_AT_FIRST -> new FullDisk(false);
                case FREE -> new UnrecordedSteps();
            };
        }
    }

    private static final EffectHandler SILENCE = new EffectHandler() {};

    @Test
    void plain_lines() {
        lead(Disk.FULL.recorder(), SILENCE);
        assertThat(done()).isEmpty();
    }

    @Test
    void plain_lines_are_late() {
        lead(Disk.FULL_AT_FIRST.recorder(), SILENCE);
        assertThat(done()).containsExactly("done 1/2 calf, right: 5 s", "done 2/2 calf, left: 5 s");
        var all = printed.toString(StandardCharsets.UTF_8);
        assertThat(all.indexOf("done 1/2")).isGreaterThan(all.indexOf("2/2 calf, left: get ready"));
    }

    private List<String> done() {
        return printed.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("done"))
                .toList();
    }

    @Test
    void bell() {
        assertThat(cues(Disk.FREE)).containsOnlyOnce(BellPattern.STEP_DONE);
        assertThat(cues(Disk.FULL)).doesNotContain(BellPattern.STEP_DONE);
        assertThat(cues(Disk.FULL_AT_FIRST)).doesNotContain(BellPattern.STEP_DONE);
    }

    private List<BellPattern> cues(Disk disk) {
        var cues = new ArrayList<BellPattern>();
        lead(two, disk.recorder(), new CueSounds(new Noted(cues)));
        return cues;
    }

    @Test
    void voice() {
        assertThat(spoken(Disk.FULL)).noneMatch(text -> text.contains("Done."));
        assertThat(spoken(Disk.FULL_AT_FIRST).stream().filter(text -> text.contains("Done.")))
                .singleElement()
                .asString()
                .startsWith("Ease back. Done. That was Evening");
        assertThat(spoken(Disk.FREE).stream().filter(text -> text.contains("Done.")))
                .hasSize(2);
    }

    private List<String> spoken(Disk disk) {
        var said = new ArrayList<String>();
        lead(disk.recorder(), new Voice(said::add, new CueSounds(new Noted(new ArrayList<>())), () -> ""));
        return said;
    }

    @Test
    void tones() throws Exception {
        var player =
                Files.writeString(folder.resolve("play"), "#!/bin/sh\necho \"${1##*/}\" >>'" + folder + "/played'\n");
        assertThat(player.toFile().setExecutable(true)).isTrue();
        var tones = new Tones(
                player, folder.resolve("caches"), PlayerTest.STARTER, new Noted(new ArrayList<>()), complaint -> {});
        lead(two, Disk.FULL.recorder(), new CueSounds(new Whole(tones)));
        assertThat(Files.readString(folder.resolve("played"))).contains("wav").doesNotContain("STEP_DONE");
    }
}
