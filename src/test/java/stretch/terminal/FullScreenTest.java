package stretch.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import stretch.session.Key;
import stretch.session.SamplePlans;
import stretch.session.Session;
import stretch.session.SessionScript;

/** What the full screen says of keys that do nothing. */
class FullScreenTest {
    private static Session pressed(Key... keys) {
        var calf = SamplePlans.exercise("calf", SamplePlans.hold(5));
        return SessionScript.of(SamplePlans.plan(calf))
                .timePasses("4s")
                .keysPressed(keys)
                .session();
    }

    @ParameterizedTest
    @EnumSource
    void a_key_is_answered_in_words_where_it_does_nothing(Key key) {
        for (var session : new Session[] {pressed(), pressed(Key.PAUSE), pressed(Key.HURT)}) {
            var said = key == Key.SWAP ? "no alternative here" : "still stopped";
            assertThat(FullScreen.answer(session, key)).isEqualTo(session.keys().contains(key) ? "" : said);
        }
        // There it is the answer to a question.
        assertThat(FullScreen.answer(pressed(Key.QUIT), key)).isEmpty();
    }
}
