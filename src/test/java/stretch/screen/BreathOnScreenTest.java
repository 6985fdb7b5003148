package stretch.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import stretch.catalogue.Routine;
import stretch.catalogue.read.CatalogueFile;
import stretch.screen.canvas.Gauge;
import stretch.session.SamplePlans;
import stretch.session.Session;
import stretch.session.SessionScript;
import stretch.session.plan.Plan;
import stretch.session.plan.PlanOptions;
import stretch.session.script.Stage;

/** "Out" alone could mean to move out: what goes with the breath says so. */
@Tag("once")
class BreathOnScreenTest {
    private static Session working(String exercise) {
        var routine = SamplePlans.routine(Routine.RoutineStep.of(exercise));
        var script = SessionScript.of(Plan.of(CatalogueFile.shipped(), routine, PlanOptions.NONE));
        while (script.session().stage() != Stage.WORK) {
            script.timePasses("1s");
        }
        return script.session();
    }

    @Test
    void repetitions_that_are_breaths_look_and_read_as_such() {
        for (var exercise : List.of("standing-reset", "pelvic-tilt")) {
            var session = working(exercise);
            var text = new SessionText(session);
            assertThat(text.words()).first().asString().as(exercise).endsWith(" BREATH");
            assertThat(Gauge.of(session).breath()).as(exercise).isTrue();
            assertThat(SessionScreenTest.shows(
                            SessionScreenTest.draw(session, 80, 24, true),
                            text.words().get(0)))
                    .as(exercise)
                    .isTrue();
        }
    }

    @Test
    void other_repetitions_do_not() {
        for (var exercise : List.of("hip-hinge", "glute-bridge", "knee-to-chest")) {
            assertThat(new SessionText(working(exercise)).words()).as(exercise).hasSize(1);
            assertThat(Gauge.of(working(exercise)).breath()).as(exercise).isFalse();
        }
    }
}
