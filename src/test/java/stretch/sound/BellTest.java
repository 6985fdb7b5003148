package stretch.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import stretch.catalogue.Outcome;
import stretch.catalogue.Side;
import stretch.catalogue.StepOutcome;
import stretch.session.Effect;
import stretch.session.SamplePlans;
import stretch.session.StepCount;
import stretch.session.StepResult;
import stretch.session.plan.Step;
import stretch.session.script.Cue;
import stretch.session.script.Stage;

class BellTest {
    private final StringBuilder heard = new StringBuilder();
    private static final StepCount PROGRESS = new StepCount(1, 2);

    private boolean rang;
    private final CueSounds bell = new CueSounds(new Bell(() -> rang = true));
    private final Step right = SamplePlans.plan(
                    SamplePlans.exercise("calf", SamplePlans.hold(5), Side.RIGHT, Side.LEFT))
            .steps()
            .get(0);

    private Effect.Cued cue(Cue.CueKind kind) {
        var cue = new Cue(kind, Duration.ZERO, "", Duration.ZERO, 1, "");
        return new Effect.Cued(PROGRESS, right, 5, Stage.WORK, cue);
    }

    private String listen() {
        boolean more = true;
        while (more) {
            rang = false;
            more = bell.tick();
            heard.append(rang ? '*' : '.');
        }
        return heard.toString();
    }

    @Test
    void each_cue_has_a_count_of_its_own() {
        assertThat(Arrays.stream(BellPattern.values()).map(BellPattern::bells)).doesNotHaveDuplicates();
    }

    @Test
    void half_way_is_two_bells_apart_enough_to_be_counted() {
        bell.cued(cue(Cue.CueKind.HALF_WAY));
        assertThat(listen()).isEqualTo("*.*");
    }

    @Test
    void two_cues_at_once_are_heard_one_after_the_other() {
        bell.stepFinished(SamplePlans.saved(new StepResult(right, 5, Duration.ofSeconds(5), StepOutcome.DONE)));
        bell.cued(cue(Cue.CueKind.START));
        assertThat(listen()).isEqualTo("*.*.*......*");
    }

    @Test
    void a_skipped_step_rings_nothing() {
        bell.stepFinished(SamplePlans.saved(new StepResult(right, 0, Duration.ZERO, StepOutcome.SKIPPED)));
        assertThat(listen()).isEqualTo(".");
    }

    @Test
    void who_quits_wants_silence() {
        bell.cued(cue(Cue.CueKind.NAME));
        bell.cutShort();
        bell.sessionEnded(new Effect.SessionEnded(Outcome.STOPPED, Duration.ZERO, 0, 2, Optional.empty(), List.of()));
        assertThat(listen()).isEqualTo(".");
    }

    @Test
    void muted_it_is_silent_until_it_is_not() {
        bell.mute(new Effect.Mute(true));
        bell.cued(cue(Cue.CueKind.START));
        bell.mute(new Effect.Mute(false));
        bell.cued(cue(Cue.CueKind.HALF_WAY));
        assertThat(listen()).isEqualTo("*.*");
    }
}
