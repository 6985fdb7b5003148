package stretch.cue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import stretch.catalogue.Outcome;
import stretch.catalogue.Side;
import stretch.catalogue.StepOutcome;
import stretch.session.Effect;
import stretch.session.Result;
import stretch.session.Samples;
import stretch.session.Step;

class BellTest {
    private final StringBuilder heard = new StringBuilder();
    private boolean rang;
    private final Bell bell = new Bell(() -> rang = true);
    private final Step right = Samples.plan(Samples.exercise("calf", Samples.hold(5), Side.RIGHT, Side.LEFT))
            .steps()
            .get(0);

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
        bell.halfWay(new Effect.HalfWay(right));
        assertThat(listen()).isEqualTo("*.*.");
    }

    @Test
    void two_cues_at_once_are_heard_one_after_the_other() {
        bell.over(new Effect.Over(new Result(right, 5, Duration.ofSeconds(5), StepOutcome.DONE)));
        bell.start(new Effect.Start(right));
        assertThat(listen()).isEqualTo("*.*.*......*.");
    }

    @Test
    void a_skipped_step_rings_nothing() {
        bell.over(new Effect.Over(new Result(right, 0, Duration.ZERO, StepOutcome.SKIPPED)));
        assertThat(listen()).isEqualTo(".");
    }

    @Test
    void who_quits_wants_silence() {
        bell.ready(new Effect.Ready(right));
        bell.end(new Effect.End(Outcome.STOPPED, Duration.ZERO, 0));
        assertThat(listen()).isEqualTo(".");
    }
}
