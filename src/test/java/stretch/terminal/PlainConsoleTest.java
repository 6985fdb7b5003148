package stretch.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import stretch.catalogue.Routine;
import stretch.catalogue.exercise.Side;
import stretch.os.Environment;
import stretch.session.Effect;
import stretch.session.Event;
import stretch.session.Key;
import stretch.session.SamplePlans;
import stretch.session.Session;
import stretch.session.SessionRules;
import stretch.session.Transition;
import stretch.session.plan.Plan;
import stretch.session.plan.PlanOptions;
import stretch.session.script.Stage;

/** What plain mode says when a key is pressed. */
class PlainConsoleTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Queue<Event> inbox = new ConcurrentLinkedQueue<>();
    private PlainConsole console;
    private Session session;

    @BeforeEach
    void begin() {
        begin(SamplePlans.plan(SamplePlans.exercise("calf", SamplePlans.hold(5), Side.RIGHT, Side.LEFT)));
    }

    private void begin(Plan plan) {
        var nothing = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        console = new PlainConsole(
                plan,
                new PrintStream(printed, false, StandardCharsets.UTF_8),
                nothing,
                nothing,
                inbox,
                null,
                () -> {},
                Environment.StandardStreams.NONE);
        take(SessionRules.begin(plan));
    }

    private void take(Transition transition) {
        session = transition.session();
        transition.effects().stream()
                .filter(Effect.Told.class::isInstance)
                .map(Effect.Told.class::cast)
                .forEach(effect -> effect.perform(console));
        transition.effects().stream()
                .filter(effect -> effect instanceof Effect.Save save && save.over())
                .forEach(save -> console.stepFinished(new Effect.SavedStep((Effect.Save) save, false)));
        console.show(session);
    }

    private List<String> saidAfter(Key key) {
        printed.reset();
        inbox.add(new Event.KeyPressed(key));
        take(SessionRules.on(session, console.poll().orElseThrow()));
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"SKIP", "BACK", "RESTART", "ENOUGH"})
    void a_key_that_leads_elsewhere_in_a_pause_says_that_the_clock_still_stands(Key key) {
        assertThat(saidAfter(Key.PAUSE)).containsExactly("paused");
        assertThat(saidAfter(key)).hasSizeGreaterThan(1).last().isEqualTo("still paused");
        assertThat(saidAfter(Key.PAUSE)).contains("going on").doesNotContain("still paused");
        assertThat(saidAfter(key)).doesNotContain("still paused");
    }

    /** What lies over it is taken away without a word. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"HELP", "QUIT"})
    void every_key_is_answered_wherever_it_is_pressed(Key key) {
        var calf = SamplePlans.exercise("calf", SamplePlans.hold(5));
        for (var stage : Stage.values()) {
            begin(SamplePlans.plan(List.of(calf), SamplePlans.sets(calf, 2, 60, Routine.SetOrder.SIDES)));
            take(SessionRules.on(session, new Event.TimePassed(Duration.ofSeconds(stage == Stage.REST ? 20 : 4))));
            if (stage == Stage.STOP) {
                saidAfter(Key.HURT);
            } else if (stage == Stage.RETURN) {
                saidAfter(Key.PAUSE);
                saidAfter(Key.PAUSE);
            }
            var before = session.stage();
            assertThat(saidAfter(key)).as("in %s", before).isNotEmpty();
        }
    }

    /** Its first words wait for those that end the step before. */
    @Test
    void an_alternative_that_is_put_in_is_not_said_to_be_missing() {
        for (var stage : List.of(Stage.SET_UP, Stage.ENTER, Stage.WORK, Stage.RETURN, Stage.STOP)) {
            begin(SamplePlans.shipped("daily", PlanOptions.NONE));
            saidAfter(Key.SKIP);
            while (session.stage() != stage && session.stage() != Stage.WORK) {
                take(SessionRules.on(session, new Event.TimePassed(Duration.ofSeconds(1))));
            }
            if (stage == Stage.STOP) {
                saidAfter(Key.HURT);
            } else if (stage == Stage.RETURN) {
                saidAfter(Key.PAUSE);
                saidAfter(Key.PAUSE);
            }
            assertThat(session.stage()).isEqualTo(stage);
            assertThat(saidAfter(Key.SWAP)).as("in %s", stage).noneMatch(line -> line.contains("no alternative"));
            assertThat(session.step().exercise().id()).isEqualTo("standing-hip-flexor");
        }
    }

    @Test
    void what_cannot_be_said_by_a_new_step_is_said_in_a_line() {
        var calf = SamplePlans.exercise("calf", SamplePlans.hold(5));
        begin(SamplePlans.plan(List.of(calf), SamplePlans.sets(calf, 2, 60, Routine.SetOrder.SIDES)));
        take(SessionRules.on(session, new Event.TimePassed(Duration.ofSeconds(20))));
        assertThat(session.stage()).isEqualTo(Stage.REST);
        assertThat(saidAfter(Key.MORE)).containsExactly("2/2 calf, set 2 of 2: rest, now 1 min 10 s");
        assertThat(saidAfter(Key.SWAP)).containsExactly("2/2 calf, set 2 of 2: no alternative");
        saidAfter(Key.HURT);
        assertThat(saidAfter(Key.MORE)).containsExactly("still stopped");
        assertThat(saidAfter(Key.SKIP)).as("it was the last").isEmpty();
    }

    @Test
    void more_and_mute_are_said_in_a_pause_or_not() {
        assertThat(saidAfter(Key.MORE)).containsExactly("1/2 calf, right: now 15 s");
        assertThat(saidAfter(Key.MUTE)).containsExactly("sound off");
        assertThat(saidAfter(Key.PAUSE)).containsExactly("paused");
        assertThat(saidAfter(Key.MORE)).containsExactly("1/2 calf, right: now 25 s");
        assertThat(saidAfter(Key.MUTE)).containsExactly("sound on");
    }
}
