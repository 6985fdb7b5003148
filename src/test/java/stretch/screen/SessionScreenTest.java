package stretch.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import stretch.GoldenFiles;
import stretch.catalogue.DoseKind;
import stretch.os.ExitCode;
import stretch.session.Event;
import stretch.session.Key;
import stretch.session.SamplePlans;
import stretch.session.SessionScript;
import stretch.session.plan.PlanOptions;
import stretch.text.DisplayWidth;

/** Every phase of the daily routine on four screens, each looked at by a person. */
@Tag("once")
class SessionScreenTest {
    private static SessionScript daily() {
        return SessionScript.of(SamplePlans.shipped("daily", PlanOptions.NONE));
    }

    private static Stream<Arguments> phases() {
        return Stream.of(
                Arguments.of("ready", daily().timePasses("3s")),
                Arguments.of("enter", daily().timePasses("36s")),
                Arguments.of("hold", daily().timePasses("47s")),
                Arguments.of("later", daily().timePasses("1m19s")),
                Arguments.of("change", daily().timePasses("1m46s")),
                Arguments.of("left", daily().timePasses("2m25s")),
                Arguments.of("led", daily().timePasses("3m46s")),
                Arguments.of("reps", daily().timePasses("4m0s")),
                Arguments.of("paused", daily().timePasses("1m4s").keysPressed(Key.PAUSE)),
                Arguments.of(
                        "return",
                        daily().timePasses("1m4s")
                                .keysPressed(Key.PAUSE, Key.PAUSE)
                                .timePasses("2s")),
                Arguments.of("quitting", daily().timePasses("1m4s").keysPressed(Key.QUIT)),
                Arguments.of(
                        "enough",
                        daily().timePasses("4m8s").keysPressed(Key.MORE).timePasses("2s")),
                Arguments.of(
                        "hurt", daily().timePasses("1m4s").keysPressed(Key.HURT).timePasses("3s")),
                Arguments.of("keys", daily().timePasses("1m4s").keysPressed(Key.HELP)),
                Arguments.of("muted", daily().timePasses("1m4s").keysPressed(Key.MUTE)),
                Arguments.of("done", daily().timePasses("1h")),
                Arguments.of("cut", daily().timePasses("1m4s").interrupted(ExitCode.INTERRUPT)));
    }

    static Stream<Arguments> screens() {
        return phases().flatMap(phase -> Stream.of(
                        new ScreenSize(80, 24, true),
                        new ScreenSize(80, 24, false),
                        new ScreenSize(40, 12, true),
                        new ScreenSize(20, 3, true),
                        new ScreenSize(200, 60, true))
                .map(size -> Arguments.of(phase.get()[0], phase.get()[1], size)));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("screens")
    void looks_as_it_was_looked_at(String phase, SessionScript script, ScreenSize size) {
        var name = size.columns() + "x" + size.rows() + (size.unicode() ? "" : "-ascii") + "/" + phase + ".txt";
        var picture = SessionScreen.draw(script.session(), size).toString();
        GoldenFiles.check("screens/" + name, picture + "\n");
        if (!size.unicode()) {
            assertThat(picture).isASCII();
        }
    }

    @Test
    void no_size_breaks_it() {
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            var size = new ScreenSize(1 + random.nextInt(220), 1 + random.nextInt(70), random.nextBoolean());
            var script = daily().timePasses(random.nextInt(260) + "s");
            var canvas = SessionScreen.draw(script.session(), size);
            assertThat(canvas.runs())
                    .hasSize(size.rows())
                    .allSatisfy(row -> assertThat(row.stream()
                                    .mapToInt(run -> DisplayWidth.of(run.text()))
                                    .sum())
                            .isEqualTo(size.columns()));
        }
    }

    @Test
    void the_side_is_said_by_word_by_place_and_by_colour() {
        var right = SessionScreen.draw(daily().timePasses("20s").session(), new ScreenSize(80, 24, true));
        var left = SessionScreen.draw(daily().timePasses("2m30s").session(), new ScreenSize(80, 24, true));
        assertThat(right.toString()).contains("RIGHT SIDE");
        assertThat(left.toString()).contains("LEFT SIDE");
        assertThat(columnsOf(right, TextStyle.RIGHT)).allMatch(column -> column >= 40);
        assertThat(columnsOf(left, TextStyle.LEFT)).allMatch(column -> column < 40);
    }

    private static Stream<Integer> columnsOf(Canvas canvas, TextStyle style) {
        var columns = Stream.<Integer>builder();
        for (var row : canvas.runs()) {
            int at = 0;
            for (var run : row) {
                // The figure keeps to the half that the digits leave; its working leg has the side's colour there.
                if (run.style() == style
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
        var size = new ScreenSize(80, 24, true);
        for (int i = 0; i < 400; i++) {
            var script = daily().timePasses(random.nextInt(260) + "s");
            if (random.nextInt(4) == 0) {
                script.keysPressed(random.nextBoolean() ? Key.HURT : Key.PAUSE);
            }
            var one = script.on(new Event.TimePassed(Duration.ofMillis(random.nextInt(1000))))
                    .session();
            var other = script.on(new Event.TimePassed(Duration.ofMillis(random.nextInt(300))))
                    .session();
            if (SessionScreen.same(one, other)
                    && (!one.stage().isPreparation() && one.step().kind() == DoseKind.HOLD)) {
                assertThat(SessionScreen.draw(other, size))
                        .hasToString(SessionScreen.draw(one, size).toString());
            }
        }
    }
}
