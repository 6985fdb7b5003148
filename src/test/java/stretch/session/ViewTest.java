package stretch.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import stretch.Exit;
import stretch.Golden;
import stretch.catalogue.Kind;
import stretch.text.Width;

/** Every phase of the daily routine on four screens, each looked at by a person. */
class ViewTest {
    private static SessionScript daily() {
        return SessionScript.of(Samples.shipped("daily", Wishes.NONE));
    }

    private static Stream<Arguments> phases() {
        return Stream.of(
                Arguments.of("ready", daily().pass("3s")),
                Arguments.of("enter", daily().pass("36s")),
                Arguments.of("hold", daily().pass("47s")),
                Arguments.of("later", daily().pass("1m19s")),
                Arguments.of("change", daily().pass("1m46s")),
                Arguments.of("left", daily().pass("2m25s")),
                Arguments.of("led", daily().pass("3m46s")),
                Arguments.of("reps", daily().pass("4m0s")),
                Arguments.of("paused", daily().pass("1m4s").press(Key.PAUSE)),
                Arguments.of(
                        "return",
                        daily().pass("1m4s").press(Key.PAUSE, Key.PAUSE).pass("2s")),
                Arguments.of("quitting", daily().pass("1m4s").press(Key.QUIT)),
                Arguments.of("enough", daily().pass("4m8s").press(Key.MORE).pass("2s")),
                Arguments.of("hurt", daily().pass("1m4s").press(Key.HURT).pass("3s")),
                Arguments.of("keys", daily().pass("1m4s").press(Key.HELP)),
                Arguments.of("muted", daily().pass("1m4s").press(Key.MUTE)),
                Arguments.of("done", daily().pass("1h")),
                Arguments.of("cut", daily().pass("1m4s").cut(Exit.INTERRUPT)));
    }

    static Stream<Arguments> screens() {
        return phases().flatMap(phase -> Stream.of(
                        new Screen(80, 24, true),
                        new Screen(80, 24, false),
                        new Screen(40, 12, true),
                        new Screen(20, 3, true),
                        new Screen(200, 60, true))
                .map(screen -> Arguments.of(phase.get()[0], phase.get()[1], screen)));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("screens")
    void looks_as_it_was_looked_at(String phase, SessionScript script, Screen screen) {
        var name = screen.columns() + "x" + screen.rows() + (screen.unicode() ? "" : "-ascii") + "/" + phase + ".txt";
        var picture = View.of(script.session(), screen).toString();
        Golden.check("screens/" + name, picture + "\n");
        if (!screen.unicode()) {
            assertThat(picture).isASCII();
        }
    }

    @Test
    void no_size_breaks_it() {
        var random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            var screen = new Screen(1 + random.nextInt(220), 1 + random.nextInt(70), random.nextBoolean());
            var script = daily().pass(random.nextInt(260) + "s");
            var canvas = View.of(script.session(), screen);
            assertThat(canvas.runs())
                    .hasSize(screen.rows())
                    .allSatisfy(row -> assertThat(row.stream()
                                    .mapToInt(run -> Width.of(run.text()))
                                    .sum())
                            .isEqualTo(screen.columns()));
        }
    }

    @Test
    void the_side_is_said_by_word_by_place_and_by_colour() {
        var right = View.of(daily().pass("20s").session(), new Screen(80, 24, true));
        var left = View.of(daily().pass("2m30s").session(), new Screen(80, 24, true));
        assertThat(right.toString()).contains("RIGHT SIDE");
        assertThat(left.toString()).contains("LEFT SIDE");
        assertThat(columnsOf(right, Tone.RIGHT)).allMatch(column -> column >= 40);
        assertThat(columnsOf(left, Tone.LEFT)).allMatch(column -> column < 40);
    }

    private static Stream<Integer> columnsOf(Canvas canvas, Tone tone) {
        var columns = Stream.<Integer>builder();
        for (var row : canvas.runs()) {
            int at = 0;
            for (var run : row) {
                // The figure keeps to the half that the digits leave; its working leg has the side's colour there.
                if (run.tone() == tone
                        && run.text().chars().allMatch(c -> c < 0x2800 || c > 0x28FF)
                        && run.text().strip().length() > 1) {
                    columns.add(at).add(at + run.text().length() - 1);
                }
                at += run.text().length();
            }
        }
        return columns.build();
    }

    /** What is not drawn again would have looked the same. */
    @Test
    void moments_that_count_as_the_same_look_the_same() {
        var random = new Random(11);
        var screen = new Screen(80, 24, true);
        for (int i = 0; i < 400; i++) {
            var script = daily().pass(random.nextInt(260) + "s");
            if (random.nextInt(4) == 0) {
                script.press(random.nextBoolean() ? Key.HURT : Key.PAUSE);
            }
            var one = script.on(new Event.Pass(Duration.ofMillis(random.nextInt(1000))))
                    .session();
            var other = script.on(new Event.Pass(Duration.ofMillis(random.nextInt(300))))
                    .session();
            if (View.same(one, other)
                    && (!one.stage().isPreparation() && one.step().kind() == Kind.HOLD)) {
                assertThat(View.of(other, screen))
                        .hasToString(View.of(one, screen).toString());
            }
        }
    }
}
