package stretch.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.catalogue.exercise.DoseKind;
import stretch.screen.Farewell;
import stretch.screen.SessionScreen;
import stretch.screen.canvas.Canvas;
import stretch.screen.canvas.TextStyle;
import stretch.screen.canvas.Theme;
import stretch.session.Event;
import stretch.session.Key;
import stretch.session.SamplePlans;
import stretch.session.Session;
import stretch.session.SessionScript;
import stretch.session.plan.PlanOptions;
import stretch.session.script.Stage;
import stretch.text.DisplayWidth;

@Tag("once")
class FrameDiffTest {
    private static final SessionScreen SCREEN = new SessionScreen();

    private static final Palette COLOURS = new Palette(true, Theme.DARK, true);
    private static final Duration TICK = Duration.ofMillis(100);

    /** A terminal that knows what this program sends, and nothing else. */
    private static final class Terminal {
        private static final Pattern CODE = Pattern.compile("\033\\[([0-9;]*)([A-Za-z])");

        private final String[][] glyphs;
        private final String[][] looks;
        private String look = "0";
        private int row;
        private int column;

        Terminal(int columns, int rows) {
            glyphs = new String[rows][columns];
            looks = new String[rows][columns];
            // What somebody else left there.
            Arrays.stream(glyphs).forEach(line -> Arrays.fill(line, "?"));
            Arrays.stream(looks).forEach(line -> Arrays.fill(line, "0;7"));
        }

        void take(String sent) {
            for (int at = 0; at < sent.length(); ) {
                var code = CODE.matcher(sent).region(at, sent.length());
                if (code.lookingAt()) {
                    obey(code.group(1), code.group(2));
                    at = code.end();
                } else {
                    int c = sent.codePointAt(at);
                    show(Character.toString(c), DisplayWidth.of(c));
                    at += Character.charCount(c);
                }
            }
            assertThat(look).as("what a frame leaves behind").isEqualTo("0");
        }

        private void obey(String numbers, String letter) {
            switch (letter) {
                case "m" -> look = numbers.isEmpty() ? "0" : numbers;
                case "C" -> column += Integer.parseInt(numbers);
                case "K" -> blank(row, column);
                case "J" -> {
                    for (int y = 0; y < glyphs.length; y++) {
                        blank(y, 0);
                    }
                }
                case "H" -> {
                    var place = numbers.isEmpty() ? new String[] {"1", "1"} : numbers.split(";", -1);
                    row = Integer.parseInt(place[0]) - 1;
                    column = Integer.parseInt(place[1]) - 1;
                }
                default -> throw new AssertionError("no such code: " + letter);
            }
        }

        private void blank(int y, int from) {
            assertThat(look).as("the look of what is erased").isEqualTo("0");
            Arrays.fill(glyphs[y], from, glyphs[y].length, " ");
            Arrays.fill(looks[y], from, looks[y].length, look);
        }

        private void show(String glyph, int width) {
            if (width == 0) {
                glyphs[row][column - 1] += glyph;
                return;
            }
            for (int x = column; x < column + width; x++) {
                // Half of a wide character is none.
                if (glyphs[row][x].isEmpty()) {
                    glyphs[row][x - 1] = " ";
                }
                if (x + 1 < glyphs[row].length && glyphs[row][x + 1].isEmpty()) {
                    glyphs[row][x + 1] = " ";
                }
                glyphs[row][x] = x == column ? glyph : "";
                looks[row][x] = look;
            }
            column += width;
        }

        String picture() {
            return FrameDiffTest.picture(glyphs, looks);
        }
    }

    /** A line a row: each cell with its look, where that can be seen, and a block as a blank on its colour. */
    private static String picture(String[][] glyphs, String[][] looks) {
        var picture = new StringBuilder();
        for (int y = 0; y < glyphs.length; y++) {
            for (int x = 0; x < glyphs[y].length; x++) {
                boolean block = glyphs[y][x].equals("█") && !looks[y][x].startsWith("0;2");
                var glyph = block ? " " : glyphs[y][x];
                boolean inverse = looks[y][x].matches("0(;1)?;7.*") != block;
                picture.append(glyph).append('<');
                if (!glyph.equals(" ") || inverse || looks[y][x].contains("48;5")) {
                    picture.append(looks[y][x].replaceFirst("^(0(;1)?);7", "$1"))
                            .append(inverse);
                }
                picture.append('>');
            }
            picture.append('\n');
        }
        return picture.toString();
    }

    private static String picture(Canvas canvas) {
        var glyphs = new String[canvas.rows()][canvas.columns()];
        var looks = new String[canvas.rows()][canvas.columns()];
        for (int y = 0; y < canvas.rows(); y++) {
            for (int x = 0; x < canvas.columns(); x++) {
                glyphs[y][x] = canvas.glyph(y, x);
                looks[y][x] = COLOURS.look(canvas.style(y, x)).sgr();
            }
        }
        return picture(glyphs, looks);
    }

    @Test
    void the_terminal_shows_each_frame_whatever_it_showed_before() {
        var random = new Random(17);
        var words = List.of("HOLD", "12", "█████", "⣿⡇ ⢸⣿", "é", "e\u0301x", " ", "          ", "→");
        var wide = List.of("左右", "👍", "x左");
        for (int run = 0; run < 60; run++) {
            int columns = 2 + random.nextInt(40);
            int rows = 2 + random.nextInt(8);
            var terminal = new Terminal(columns, rows);
            var frames = new FrameDiff(COLOURS);
            for (int frame = 0; frame < 20; frame++) {
                var canvas = new Canvas(columns, rows, true);
                for (int i = random.nextInt(12); i > 0; i--) {
                    canvas.put(random.nextInt(rows - 1), random.nextInt(columns), any(random, words), tone(random));
                }
                canvas.put(rows - 1, random.nextInt(columns), any(random, wide), tone(random));
                terminal.take(frames.next(canvas));
                assertThat(terminal.picture()).isEqualTo(picture(canvas));
            }
        }
    }

    private static String any(Random random, List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private static TextStyle tone(Random random) {
        var styles = List.of(TextStyle.values());
        return styles.get(random.nextInt(styles.size()));
    }

    @Test
    void a_session_is_seen_as_it_is_drawn() {
        var random = new Random(18);
        var terminal = new Terminal(80, 24);
        var frames = new FrameDiff(COLOURS);
        var script = daily();
        for (int frame = 0; frame < 200; frame++) {
            script.on(new Event.TimePassed(Duration.ofMillis(random.nextInt(5000))));
            if (random.nextInt(10) == 0) {
                script.keysPressed(random.nextBoolean() ? Key.PAUSE : Key.HELP);
            }
            var canvas = drawn(script.session(), 80, 24);
            terminal.take(frames.next(canvas));
            assertThat(terminal.picture()).isEqualTo(picture(canvas));
        }
    }

    @Test
    void a_frame_that_is_there_costs_nothing() {
        var frames = new FrameDiff(COLOURS);
        var canvas = drawn(daily().timePasses("1m").session(), 80, 24);
        assertThat(frames.next(canvas)).isNotEmpty();
        assertThat(frames.next(canvas)).isEmpty();
        frames.forget();
        assertThat(frames.next(canvas)).startsWith("\033[0m\033[H\033[2J");
    }

    private static Canvas drawn(Session session, int columns, int rows) {
        var canvas = new Canvas(columns, rows, true);
        SCREEN.draw(session, canvas, Farewell.NONE, "");
        return canvas;
    }

    /** What is sent in each second, as the loop has it: ten looks, and a frame where one is due. */
    private static List<Integer> bytes(int columns, int rows, SessionScript script, int seconds) {
        var frames = new FrameDiff(COLOURS);
        var sent = new ArrayList<Integer>();
        var seen = script.session();
        int last = 0;
        frames.next(drawn(seen, columns, rows));
        for (int second = 0; second < seconds; second++) {
            int bytes = 0;
            for (int tick = 0; tick < 10; tick++) {
                var session = script.on(new Event.TimePassed(TICK)).session();
                assertThat(session.stage()).isEqualTo(Stage.WORK);
                if (FullScreen.isDue(seen, session, last)) {
                    last = frames.next(drawn(session, columns, rows)).getBytes(StandardCharsets.UTF_8).length;
                    bytes += last;
                    seen = session;
                }
            }
            sent.add(bytes);
        }
        return sent;
    }

    private static SessionScript daily() {
        return SessionScript.of(SamplePlans.shipped("daily", PlanOptions.NONE));
    }

    private static SessionScript working(DoseKind kind) {
        var script = daily();
        while (script.session().step().kind() != kind) {
            script.keysPressed(Key.SKIP);
        }
        while (script.session().stage() != Stage.WORK) {
            script.on(new Event.TimePassed(TICK));
        }
        return script;
    }

    @ParameterizedTest
    @CsvSource({"HOLD, 80, 24, 400", "HOLD, 200, 60, 2000", "REPS, 80, 24, 2000", "REPS, 200, 60, 3000"})
    void a_second_sends_little(DoseKind kind, int columns, int rows, int most) {
        var sent = bytes(columns, rows, working(kind), kind == DoseKind.HOLD ? 55 : 12);
        assertThat(sent.stream().mapToInt(Integer::intValue).average().orElseThrow())
                .isLessThan(most);
    }
}
