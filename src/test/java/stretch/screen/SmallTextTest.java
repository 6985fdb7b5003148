package stretch.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.screen.canvas.Canvas;
import stretch.session.Event;
import stretch.session.Key;
import stretch.session.SamplePlans;
import stretch.session.Session;
import stretch.session.SessionRules;
import stretch.session.SessionScript;
import stretch.session.plan.PlanOptions;

/** What is read from near: nothing is lost where there is little room for it. */
@Tag("once")
class SmallTextTest {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final SessionScreen screen = new SessionScreen();

    private String draw(Session session, int columns, int rows) {
        var picture = new Canvas(columns, rows, true);
        screen.draw(session, picture, Farewell.NONE, "");
        return picture.toString();
    }

    private static Session pressed(Session session, Key key) {
        return SessionRules.on(session, new Event.KeyPressed(key)).session();
    }

    @Test
    void a_muted_session_says_so_in_every_stage_at_every_size() {
        SessionScreenTest.stages().forEach((stage, session) -> {
            var muted = session.muted() ? session : pressed(session, Key.MUTE);
            for (int columns = 20; columns <= 120; columns += columns < 40 ? 2 : 16) {
                for (int rows = 3; rows <= 40; rows += rows < 14 ? 1 : 8) {
                    if (muted.ending().isEmpty() && muted.muted()) {
                        assertThat(draw(muted, columns, rows))
                                .as("%s at %d x %d", stage, columns, rows)
                                .contains("muted");
                    }
                }
            }
        });
    }

    @Test
    void the_name_of_the_exercise_stays_beside_it() {
        assertThat(draw(SessionScreenTest.stages().get("muted"), 80, 24))
                .containsPattern("HOLD  RIGHT SIDE  40 s  muted +Chair hip flexor and psoas…");
    }

    private static Set<String> words(String text) {
        return Arrays.stream(BLANKS.split(text.replace("…", " ").replaceAll("[█▀▄⠀-⣿┃░▒╱]", " "), -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Each line is seen to its last word while it is said: what has no room at once comes in parts. */
    @ParameterizedTest
    @CsvSource({"20,3", "22,7", "34,12", "40,12", "60,18"})
    void every_word_of_the_instructions_is_shown_before_the_work(int columns, int rows) {
        Map<String, Set<String>> seen = new HashMap<>();
        var script = SessionScript.of(SamplePlans.shipped("full", PlanOptions.NONE));
        while (script.session().ending().isEmpty()) {
            var session = script.session();
            boolean prepares = session.stage().isPreparation();
            if (prepares) {
                var shown = words(draw(session, columns, rows));
                new SessionText(session)
                        .cue()
                        .ifPresent(cue -> seen.computeIfAbsent(cue.text(), text -> new HashSet<>())
                                .addAll(shown));
            }
            boolean near = prepares || session.left().toSeconds() < 6;
            script.on(new Event.TimePassed(Duration.ofMillis(near ? 200 : 5000)));
        }
        seen.forEach((text, words) -> assertThat(words).as(text).containsAll(words(text)));
    }

    @Test
    void a_screen_of_40_by_12_names_the_keys_and_the_instruction() {
        assertThat(draw(SessionScreenTest.stages().get("ready"), 40, 12))
                .contains("Daily. About", "You need a", "space pause  h hurts  ?");
        assertThat(draw(SessionScreenTest.stages().get("paused"), 40, 12)).contains("space pause  h hurts  ?");
    }

    /** The end says what it came to, in blocks or in small text. */
    @Test
    void the_end_has_its_time_both_sides_and_the_streak_at_every_size() {
        var done = SessionScreenTest.stages().get("done");
        for (int columns = 28; columns <= 220; columns += 6) {
            for (int rows = 5; rows <= 70; rows += rows < 14 ? 1 : 6) {
                var picture = SessionScreenTest.draw(done, columns, rows, true);
                for (var words : List.of("2:20", "R 1:00", "L 1:00", "9 days")) {
                    assertThat(picture.toString().contains(words) || shows(picture, words))
                            .as("%s at %d x %d: %s", words, columns, rows, picture)
                            .isTrue();
                }
            }
        }
    }

    private static boolean shows(Canvas picture, String words) {
        return SessionScreenTest.shows(picture, words) || SessionScreenTest.shows(picture, words.replace(" ", ""));
    }
}
