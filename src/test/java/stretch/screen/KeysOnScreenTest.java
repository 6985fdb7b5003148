package stretch.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.session.Event;
import stretch.session.Key;
import stretch.session.Session;
import stretch.session.SessionRules;

/** The line of keys and the help, in every stage. */
@Tag("once")
class KeysOnScreenTest {
    private static Session pressed(Session session, Key key) {
        return SessionRules.on(session, new Event.KeyPressed(key)).session();
    }

    /** The keys that the last line names. */
    private static Set<Key> named(String line) {
        return Arrays.stream(Key.values())
                .filter(key -> line.contains(key.shown() + " " + key.word()))
                .collect(Collectors.toSet());
    }

    private static String last(String picture) {
        return picture.substring(picture.lastIndexOf('\n') + 1);
    }

    @ParameterizedTest
    @CsvSource({"80,24", "120,40", "200,60"})
    void the_help_lists_the_keys_that_do_something_and_no_other(int columns, int rows) {
        SessionScreenTest.stages().forEach((stage, session) -> {
            if (session.ending().isEmpty() && session.overlay() == Session.Overlay.NONE) {
                var help = SessionScreenTest.draw(pressed(session, Key.HELP), columns, rows, true)
                        .toString();
                for (var key : Key.values()) {
                    assertThat(help.contains(key.explained()))
                            .as("%s in %s", key, stage)
                            .isEqualTo(session.keys().contains(key));
                }
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"20,3", "60,18", "80,24", "120,40", "200,60"})
    void the_line_of_keys_names_none_that_does_nothing(int columns, int rows) {
        SessionScreenTest.stages().forEach((stage, session) -> {
            if (session.ending().isEmpty() && session.overlay() == Session.Overlay.NONE) {
                var line = last(
                        SessionScreenTest.draw(session, columns, rows, true).toString());
                assertThat(named(line)).as(stage).isNotEmpty().isSubsetOf(session.keys());
            }
        });
    }

    @Test
    void after_it_hurt_the_keys_are_those_of_the_way_on_at_every_size() {
        var stop = SessionScreenTest.stages().get("hurt");
        assertThat(last(SessionScreenTest.draw(stop, 20, 3, true).toString())).isEqualTo("w swap  s skip  ?");
        assertThat(SessionScreenTest.draw(stop, 80, 24, true).toString())
                .contains("w swap", "s skip", "r restart", "q quit", "STOP  RIGHT SIDE  session ends in 1:57");
        assertThat(SessionScreenTest.draw(stop, 40, 12, true).toString()).contains("session ends in 1:57");
        assertThat(new SessionText(pressed(stop, Key.QUIT)).state()).isEqualTo("STOP");
    }
}
