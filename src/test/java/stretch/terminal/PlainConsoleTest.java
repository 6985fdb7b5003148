package stretch.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import stretch.catalogue.exercise.Side;
import stretch.session.Effect;
import stretch.session.Event;
import stretch.session.Key;
import stretch.session.SamplePlans;
import stretch.session.Session;
import stretch.session.SessionRules;
import stretch.session.Transition;

/** What plain mode says when a key is pressed. */
class PlainConsoleTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private PlainConsole console;
    private Session session;

    @BeforeEach
    void begin() {
        var nothing = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var plan = SamplePlans.plan(SamplePlans.exercise("calf", SamplePlans.hold(5), Side.RIGHT, Side.LEFT));
        console = new PlainConsole(
                plan,
                new PrintStream(printed, false, StandardCharsets.UTF_8),
                nothing,
                nothing,
                new ConcurrentLinkedQueue<>(),
                null,
                () -> {});
        take(SessionRules.begin(plan));
    }

    private void take(Transition transition) {
        session = transition.session();
        transition.effects().stream()
                .filter(Effect.Told.class::isInstance)
                .map(Effect.Told.class::cast)
                .forEach(effect -> effect.perform(console));
        console.show(session);
    }

    private List<String> saidAfter(Key key) {
        printed.reset();
        take(SessionRules.on(session, new Event.KeyPressed(key)));
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"SKIP", "BACK", "RESTART", "ENOUGH"})
    void a_key_that_leads_elsewhere_in_a_pause_says_that_the_clock_still_stands(Key key) {
        assertThat(saidAfter(Key.PAUSE)).containsExactly("paused");
        assertThat(saidAfter(key)).hasSize(2).last().isEqualTo("still paused");
        assertThat(saidAfter(Key.PAUSE)).contains("going on").doesNotContain("still paused");
        assertThat(saidAfter(key)).doesNotContain("still paused");
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
