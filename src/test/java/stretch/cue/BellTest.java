package stretch.cue;

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
import stretch.session.Progress;
import stretch.session.Result;
import stretch.session.Samples;
import stretch.session.Stage;
import stretch.session.Step;

class BellTest {
    private final StringBuilder heard = new StringBuilder();
    private static final Progress PROGRESS = new Progress(1, 2);

    private boolean rang;
    private final Cues bell = new Cues(new Bell(() -> rang = true));
    private final Step right = Samples.plan(Samples.exercise("calf", Samples.hold(5), Side.RIGHT, Side.LEFT))
            .steps()
            .get(0);

    private Effect.Cued cue(stretch.session.Cue.Kind kind) {
        var cue = new stretch.session.Cue(kind, Duration.ZERO, "", Duration.ZERO, 1, "");
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
        assertThat(Arrays.stream(Cue.values()).map(Cue::bells)).doesNotHaveDuplicates();
    }

    @Test
    void half_way_is_two_bells_apart_enough_to_be_counted() {
        bell.cued(cue(stretch.session.Cue.Kind.HALF_WAY));
        assertThat(listen()).isEqualTo("*.*");
    }

    @Test
    void two_cues_at_once_are_heard_one_after_the_other() {
        bell.over(Samples.saved(new Result(right, 5, Duration.ofSeconds(5), StepOutcome.DONE)));
        bell.cued(cue(stretch.session.Cue.Kind.START));
        assertThat(listen()).isEqualTo("*.*.*......**");
    }

    @Test
    void a_skipped_step_rings_nothing() {
        bell.over(Samples.saved(new Result(right, 0, Duration.ZERO, StepOutcome.SKIPPED)));
        assertThat(listen()).isEqualTo(".");
    }

    @Test
    void who_quits_wants_silence() {
        bell.cued(cue(stretch.session.Cue.Kind.NAME));
        bell.cutShort();
        bell.end(new Effect.End(Outcome.STOPPED, Duration.ZERO, 0, 2, Optional.empty(), List.of()));
        assertThat(listen()).isEqualTo(".");
    }

    @Test
    void muted_it_is_silent_until_it_is_not() {
        bell.mute(new Effect.Mute(true));
        bell.cued(cue(stretch.session.Cue.Kind.START));
        bell.mute(new Effect.Mute(false));
        bell.cued(cue(stretch.session.Cue.Kind.HALF_WAY));
        assertThat(listen()).isEqualTo("*.*");
    }
}
