package stretch.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import stretch.catalogue.Routine;
import stretch.catalogue.exercise.Side;
import stretch.session.plan.Plan;
import stretch.session.plan.PlanOptions;
import stretch.session.script.Stage;

/** Which keys do something, in every stage. */
class KeysTest {
    private static List<Session> moments() {
        var hold = SamplePlans.exercise("calf", SamplePlans.hold(5), Side.RIGHT, Side.LEFT);
        var other = SamplePlans.withAlternative(hold, "bridge");
        var reps = SamplePlans.exercise("bridge", SamplePlans.reps(3, 5));
        var plans = List.of(
                SamplePlans.plan(List.of(hold), SamplePlans.sets(hold, 2, 60, Routine.SetOrder.SIDES)),
                SamplePlans.plan(other, reps),
                SamplePlans.shipped("daily", PlanOptions.NONE));
        var moments = new ArrayList<Session>();
        for (var plan : plans) {
            moments.addAll(moments(plan));
        }
        return moments;
    }

    private static List<Session> moments(Plan plan) {
        var moments = new ArrayList<Session>();
        for (int seconds = 0; seconds < 40; seconds++) {
            var running = SessionScript.of(plan).timePasses(seconds + "s").session();
            moments.add(running);
            moments.add(pressed(running, Key.PAUSE));
            moments.add(pressed(pressed(running, Key.PAUSE), Key.PAUSE));
            moments.add(pressed(running, Key.HURT));
            moments.add(pressed(pressed(running, Key.HURT), Key.HELP));
        }
        return moments;
    }

    private static Session pressed(Session session, Key key) {
        return SessionRules.on(session, new Event.KeyPressed(key)).session();
    }

    @Test
    void the_keys_that_are_told_are_those_that_do_something() {
        var seen = EnumSet.noneOf(Stage.class);
        for (var session : moments()) {
            // What lies over it is taken away by every key.
            var below = session.withOverlay(Session.Overlay.NONE);
            seen.add(below.stage());
            var does = Arrays.stream(Key.values())
                    .filter(key -> !new Event.KeyPressed(key).happenTo(below).equals(Transition.to(below)))
                    .toList();
            assertThat(session.keys()).as("in %s", below.stage()).isEqualTo(does);
        }
        assertThat(seen).containsExactlyInAnyOrder(Stage.values());
    }

    @Test
    void after_it_hurt_no_key_is_told_that_waits_or_hurts_again() {
        var stop = moments().stream()
                .filter(session -> session.stage() == Stage.STOP)
                .findFirst()
                .orElseThrow();
        assertThat(stop.keys())
                .doesNotContain(Key.PAUSE, Key.HURT, Key.MORE, Key.SWAP)
                .contains(Key.SKIP, Key.RESTART, Key.QUIT);
        assertThat(stop.atElapsed(Duration.ofSeconds(1).toNanos()).keys()).isEqualTo(stop.keys());
    }
}
