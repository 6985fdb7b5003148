package stretch.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.GoldenFiles;
import stretch.catalogue.Routine;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Side;
import stretch.catalogue.read.CatalogueFile;
import stretch.os.ExitCode;
import stretch.screen.Farewell.PractisedDay;
import stretch.screen.canvas.BigDigits;
import stretch.screen.canvas.BigDigits.Face;
import stretch.screen.canvas.BigDigits.Fill;
import stretch.screen.canvas.Canvas;
import stretch.screen.canvas.Gauge;
import stretch.screen.canvas.Rect;
import stretch.screen.canvas.StyledRun;
import stretch.screen.canvas.TextStyle;
import stretch.session.Event;
import stretch.session.Key;
import stretch.session.SamplePlans;
import stretch.session.Session;
import stretch.session.SessionRules;
import stretch.session.SessionScript;
import stretch.session.plan.Plan;
import stretch.session.plan.PlanOptions;
import stretch.session.script.Stage;
import stretch.text.DisplayWidth;

/** Every stage of a session on seven screens, each looked at by a person, and the laws that hold at every size. */
@Tag("once")
class SessionScreenTest {
    private static final Pattern NOT_LETTERS = Pattern.compile("[^A-Za-z]+");

    private static final Farewell FAREWELL = new Farewell(
            IntStream.range(0, 7)
                    .mapToObj(i -> new PractisedDay(DayOfWeek.SATURDAY.plus(i), i != 2))
                    .toList(),
            "9 days",
            List.of("Streak: 9 days.", "Next: tomorrow.", "Week 2, 6 of 7 days.", "Good form beats many stretches."));

    private static SessionScript daily() {
        return SessionScript.of(SamplePlans.shipped("daily", PlanOptions.NONE));
    }

    private static SessionScript breath() {
        return SessionScript.of(SamplePlans.shipped("full", PlanOptions.NONE));
    }

    /** The stretch twice on one side, with a minute of rest, then on the other. */
    private static SessionScript sets() {
        var catalogue = CatalogueFile.shipped();
        var stretch = Objects.requireNonNull(catalogue.exercises().get("chair-hip-flexor"));
        var routine = SamplePlans.routine(SamplePlans.sets(stretch, 2, 60, Routine.SetOrder.SETS));
        return SessionScript.of(Plan.of(catalogue, routine, PlanOptions.NONE));
    }

    static Map<String, Session> stages() {
        var stages = new LinkedHashMap<String, SessionScript>();
        stages.put("ready", daily().timePasses("3s"));
        stages.put("enter", daily().timePasses("36s"));
        stages.put("count", daily().timePasses("44s"));
        stages.put("hold", daily().timePasses("52s"));
        stages.put("later", daily().timePasses("1m29s"));
        stages.put("ends", daily().timePasses("1m43s"));
        stages.put("change", daily().timePasses("1m52s"));
        stages.put("left", daily().timePasses("2m35s"));
        stages.put("led", daily().timePasses("3m43s"));
        stages.put("down", daily().timePasses("3m58s"));
        stages.put("up", daily().timePasses("4m"));
        stages.put("breath", breath().timePasses("40s"));
        stages.put("paused", daily().timePasses("1m4s").keysPressed(Key.PAUSE));
        stages.put(
                "return",
                daily().timePasses("1m4s").keysPressed(Key.PAUSE, Key.PAUSE).timePasses("2s"));
        stages.put("quitting", daily().timePasses("1m4s").keysPressed(Key.QUIT));
        stages.put("enough", daily().timePasses("4m5s").keysPressed(Key.MORE).timePasses("2s"));
        stages.put("rest", sets().timePasses("2m1s"));
        stages.put("hurt", daily().timePasses("1m4s").keysPressed(Key.HURT).timePasses("3s"));
        stages.put("keys", daily().timePasses("1m4s").keysPressed(Key.HELP));
        stages.put("keys-paused", daily().timePasses("1m4s").keysPressed(Key.PAUSE, Key.HELP));
        stages.put("muted", daily().timePasses("1m4s").keysPressed(Key.MUTE));
        stages.put("done", daily().timePasses("1h"));
        stages.put("cut", daily().timePasses("1m4s").interrupted(ExitCode.INTERRUPT));
        var sessions = new LinkedHashMap<String, Session>();
        stages.forEach((name, script) -> sessions.put(name, script.session()));
        return sessions;
    }

    static Canvas draw(Session session, int columns, int rows, boolean unicode) {
        var canvas = new Canvas(columns, rows, unicode);
        new SessionScreen().draw(session, canvas, FAREWELL, "");
        return canvas;
    }

    @ParameterizedTest
    @CsvSource({"20,3", "40,12", "60,18", "80,19", "80,24", "120,40", "200,60"})
    void looks_as_it_was_looked_at(int columns, int rows) {
        for (var unicode : new boolean[] {true, false}) {
            var all = new StringBuilder();
            stages().forEach((stage, session) -> {
                if (columns > 80 && !WALKED.contains(stage) && !stage.equals("done")) {
                    return;
                }
                var picture = draw(session, columns, rows, unicode);
                all.append("=== ")
                        .append(stage)
                        .append('\n')
                        .append(picture)
                        .append('\n')
                        .append(tones(picture));
                if (!unicode) {
                    assertThat(picture.toString()).isASCII();
                }
            });
            GoldenFiles.check("screens/" + columns + "x" + rows + (unicode ? "" : "-ascii") + ".txt", all.toString());
        }
    }

    /** The tones of a picture, rows that are alike in one line: {@code 0-4: 66 RIGHT, 14 PLAIN}. */
    private static String tones(Canvas picture) {
        var lines = new StringBuilder();
        var rows = StyledRun.of(picture).stream()
                .map(runs -> runs.stream()
                        .map(run -> DisplayWidth.of(run.text()) + " " + run.style())
                        .collect(Collectors.joining(", ")))
                .toList();
        for (int row = 0, end; row < rows.size(); row = end) {
            for (end = row + 1; end < rows.size() && rows.get(end).equals(rows.get(row)); end++) {}
            lines.append("--- ")
                    .append(row)
                    .append(end == row + 1 ? "" : "-" + (end - 1))
                    .append(": ");
            lines.append(rows.get(row)).append('\n');
        }
        return lines.toString();
    }

    /** Without colour too: what is the same on two of these is not what tells them apart. */
    @Test
    void each_phase_has_a_shape_of_its_own_without_colour() {
        for (var unicode : new boolean[] {true, false}) {
            var shapes = new HashMap<String, String>();
            for (var stage : List.of(
                    "ready", "enter", "hold", "change", "left", "down", "up", "breath", "paused", "hurt", "done")) {
                // Small text is left out: it cannot be read from afar.
                var shape = draw(stages().get(stage), 80, 24, unicode)
                        .toString()
                        .replaceAll(unicode ? "[^█▀▄╱\n]" : "[^#=/|\n]", " ");
                shapes.forEach((other, seen) -> assertThat(differing(shape, seen))
                        .as(stage + " and " + other)
                        .isGreaterThan(60));
                shapes.put(stage, shape);
            }
        }
    }

    private static long differing(String one, String other) {
        var lines = one.split("\n", -1);
        var others = other.split("\n", -1);
        long count = 0;
        for (int row = 0; row < lines.length; row++) {
            int wide = Math.max(lines[row].length(), others[row].length());
            for (int column = 0; column < wide; column++) {
                count += at(lines[row], column) == at(others[row], column) ? 0 : 1;
            }
        }
        return count;
    }

    private static char at(String line, int column) {
        return column < line.length() ? line.charAt(column) : ' ';
    }

    @Test
    void the_side_has_its_edge_its_word_and_its_colour() {
        var right = draw(stages().get("hold"), 80, 24, true);
        var left = draw(stages().get("left"), 80, 24, true);
        assertThat(right.toString()).contains("HOLD  RIGHT SIDE");
        assertThat(left.toString()).contains("HOLD  LEFT SIDE");
        assertThat(StyledRun.of(right))
                .allSatisfy(row -> assertThat(row.get(row.size() - 1))
                        .isEqualTo(new StyledRun(row.get(row.size() - 1).text(), TextStyle.RIGHT)));
        assertThat(StyledRun.of(left))
                .allSatisfy(row -> assertThat(row.get(0).style()).isEqualTo(TextStyle.LEFT));
    }

    @Test
    void the_tank_is_full_when_a_hold_begins_and_empty_when_it_is_over() {
        var script = daily().timePasses("46s");
        long before = Long.MAX_VALUE;
        assertThat(script.session().stage()).isEqualTo(Stage.WORK);
        for (; script.session().stage() == Stage.WORK; script.timePasses("1s")) {
            long full = draw(script.session(), 80, 24, true)
                    .toString()
                    .lines()
                    .filter(line ->
                            line.endsWith("██") && line.substring(66, 68).equals("██"))
                    .count();
            assertThat(full).isLessThanOrEqualTo(before);
            assertThat(before).isIn(Long.MAX_VALUE, full, full + 1);
            before = full;
        }
        assertThat(before).as("its outline and the last row").isEqualTo(3);
    }

    /** What the gauge shows rises on the way up, and sinks on the way down. */
    @Test
    void the_gauge_goes_with_the_phase() {
        assertThat(level("3m58s")).isGreaterThan(level("3m59s"));
        assertThat(level("4m")).isLessThan(level("4m1s"));
    }

    private static double level(String time) {
        return Gauge.of(daily().timePasses(time).session()).level();
    }

    @Test
    void the_keys_leave_the_number_and_tell_whether_the_clock_runs() {
        assertThat(draw(stages().get("keys"), 80, 24, true).toString())
                .contains("the clock is running")
                .contains("HOLD  RIGHT SIDE  40 s");
        assertThat(help("ready")).contains("the clock starts in 41 s");
        assertThat(help("return")).contains("the clock goes on in ");
        assertThat(help("hurt")).contains("the session ends in 1:57");
        assertThat(draw(stages().get("keys-paused"), 80, 24, true).toString())
                .contains("the clock is stopped")
                .contains("PAUSED  RIGHT SIDE  40 s");
        assertThat(shows(draw(stages().get("keys"), 80, 24, true), "40")).isTrue();
    }

    private static String help(String stage) {
        return draw(pressed(stages().get(stage), Key.HELP), 80, 24, true).toString();
    }

    private static Session pressed(Session session, Key key) {
        return SessionRules.on(session, new Event.KeyPressed(key)).session();
    }

    /** Getting ready, wherever it is, counts down to the clock. */
    @Test
    void the_number_on_the_way_back_from_a_pause_counts_down() {
        for (var repetitions : new boolean[] {false, true}) {
            var script = daily().timePasses(repetitions ? "3m58s" : "1m4s").keysPressed(Key.PAUSE, Key.PAUSE);
            assertThat(script.session().stage()).isEqualTo(Stage.RETURN);
            var before = new SessionText(script.session()).number();
            script.timePasses("1s");
            assertThat(new SessionText(script.session()).number())
                    .isEqualTo(Integer.toString(Integer.parseInt(before) - 1));
        }
    }

    /** Large letters stand clear of the frame above them. */
    @ParameterizedTest
    @CsvSource({"116,38", "120,40", "120,41", "160,50", "200,60"})
    void a_row_is_empty_between_the_frame_and_a_large_cue(int columns, int rows) {
        var layout = ScreenLayout.of(columns, rows, Side.RIGHT);
        assertThat(layout.cue().top()).isEqualTo(layout.stage().bottom() + 1);
        assertThat(draw(stages().get("ready"), columns, rows, true)
                        .toString()
                        .lines()
                        .skip(layout.stage().bottom())
                        .findFirst()
                        .orElseThrow()
                        .substring(0, layout.stage().right()))
                .isBlank();
    }

    @Test
    void no_part_of_any_layout_lies_over_another_or_beyond_the_screen() {
        for (int columns = 1; columns <= 220; columns++) {
            for (int rows = 1; rows <= 70; rows++) {
                for (var side : Side.values()) {
                    var layout = ScreenLayout.of(columns, rows, side);
                    var parts = List.of(
                            layout.tank(),
                            layout.word(),
                            layout.openBody(),
                            layout.cue(),
                            layout.thumbnail(),
                            layout.foot());
                    for (int i = 0; i < parts.size(); i++) {
                        var part = parts.get(i);
                        assertThat(part.columns() * part.rows() == 0
                                        || (part.left() >= 0
                                                && part.top() >= 0
                                                && part.right() <= columns
                                                && part.bottom() <= rows))
                                .as("%s beyond %d x %d", part, columns, rows)
                                .isTrue();
                        for (var other : parts.subList(0, i)) {
                            assertThat(overlap(part, other))
                                    .as("%s over %s at %d x %d", part, other, columns, rows)
                                    .isFalse();
                        }
                    }
                }
            }
        }
    }

    /** The urgent ones come first where there is no room for all. */
    @Test
    void what_hurts_names_the_signs_however_small_the_screen() {
        var hurt = stages().get("hurt");
        for (int columns = 16; columns <= 120; columns++) {
            for (int rows = 8 + columns % 2; rows <= 40; rows += 2) {
                // The name of the exercise may be cut.
                var shown = draw(hurt, columns, rows, true)
                        .toString()
                        .replaceAll("\\s+", " ")
                        .replaceAll("Chair hip[a-z ]*…", "");
                assertThat(shown).as(columns + "x" + rows).contains("URGENT:").doesNotContain("…");
                for (var sign : hurt.plan().catalogue().cautions().urgent()) {
                    var begun = sign.substring(0, sign.indexOf(' ', 2));
                    assertThat(shown.contains(begun) && !shown.contains(sign))
                            .as("%sx%s cuts a sign: %s", columns, rows, shown)
                            .isFalse();
                }
                if (!shown.contains("A major change in sensation.") || !shown.contains("professional for:")) {
                    assertThat(shown).as(columns + "x" + rows).contains("stretch cautions");
                }
            }
        }
    }

    /** A window of that size is common, beside an editor; both signs, what to do and both keys have room in it. */
    @Test
    void what_hurts_names_every_urgent_sign_in_a_small_window() {
        assertThat(draw(stages().get("hurt"), 40, 12, true).toString().replaceAll(" +\n", "\n"))
                .contains("""
                        Stop. Ease out of it slowly. Then press
                        W for a gentler one, S to leave it out.
                        URGENT: Loss of bowel or bladder
                        control. A major change in sensation.
                        Get help at once. See stretch cautions.""");
    }

    private static boolean overlap(Rect one, Rect other) {
        return one.columns() * one.rows() > 0
                && other.columns() * other.rows() > 0
                && one.left() < other.right()
                && other.left() < one.right()
                && one.top() < other.bottom()
                && other.top() < one.bottom();
    }

    /** Stages of which each has a picture of its own. */
    private static final List<String> WALKED = List.of(
            "ready", "enter", "count", "hold", "left", "ends", "change", "led", "down", "breath", "paused", "rest",
            "hurt", "keys");

    /** Stages whose word gives way to what is more urgent: there it is in the small text. */
    private static final Set<String> UNDER_OTHERS = Set.of("count", "keys");

    /**
     * From 20 by 3 up there are the phase, the side and a number; where they are giant, nothing lies over them. Each size is
     * tried with every fifth stage, and its neighbours with the others.
     */
    @Test
    void every_size_says_what_to_do() {
        var screen = new SessionScreen();
        var stages = stages();
        WALKED.forEach(stage -> {
            var session = stages.get(stage);
            var text = new SessionText(session);
            for (int columns = 1; columns <= 120; columns++) {
                for (int rows = 1 + (WALKED.indexOf(stage) + columns) % 5; rows <= 40; rows += 5) {
                    var picture = new Canvas(columns, rows, true);
                    screen.draw(session, picture, Farewell.NONE, "");
                    if (columns >= 20 && rows >= 3) {
                        says(picture, text, stage, stage + " at " + columns + " x " + rows);
                    }
                }
            }
        });
    }

    private static void says(Canvas picture, SessionText text, String stage, String where) {
        var shown = picture.toString();
        var lacking = new ArrayList<>(cutWords(shown));
        boolean giant = picture.columns() >= 34 && picture.rows() >= 12 && !UNDER_OTHERS.contains(stage);
        if ((giant || !shown.contains(text.state())) && !shows(picture, text.state())) {
            lacking.add(text.state());
        }
        if (!shown.contains(text.amount()) && !shown.contains(text.shortAmount()) && !shows(picture, text.number())) {
            lacking.add(text.number());
        }
        if (!shown.contains(text.side())
                && !shows(picture, text.side().substring(0, 1))
                && !shows(picture, text.side())) {
            lacking.add(text.side());
        }
        assertThat(lacking).as("missing or cut, %s%n%s", where, shown).isEmpty();
    }

    /** Whether a text stands somewhere in blocks of either face, at any scale, solid, hollow or cut out. */
    static boolean shows(Canvas picture, String text) {
        var lines = picture.toString()
                .replace('╱', ' ')
                .lines()
                .map(line -> DisplayWidth.pad(line, picture.columns()))
                .toList();
        var all = LETTERS.computeIfAbsent(text, SessionScreenTest::letters);
        for (int i = 0; i < all.size(); i++) {
            if (stand(lines, all.get(i))) {
                // The next picture most likely has them as large as this one.
                all.add(0, all.remove(i));
                return true;
            }
        }
        return false;
    }

    /** How a text may look in blocks: its rows, each with the same cut out of what is filled. */
    private static final Map<String, List<List<List<String>>>> LETTERS = new HashMap<>();

    private static List<List<List<String>>> letters(String text) {
        var all = new ArrayList<List<List<String>>>();
        for (var face : Face.values()) {
            for (int down = 1; down <= 40 / face.rows(); down++) {
                for (int across = down; across <= 2 * down; across++) {
                    for (var fill : Fill.values()) {
                        var canvas = new Canvas(face.columns(text) * across, face.rows() * down, true);
                        new BigDigits(face, text, across, down).paint(canvas, 0, 0, fill, TextStyle.PLAIN);
                        all.add(canvas.toString()
                                .lines()
                                .map(line -> DisplayWidth.pad(line, canvas.columns()))
                                .map(line -> List.of(
                                        line,
                                        line.replace('█', '-').replace(' ', '█').replace('-', ' ')))
                                .toList());
                    }
                }
            }
        }
        return all;
    }

    private static boolean stand(List<String> lines, List<List<String>> letters) {
        for (int y = 0; y + letters.size() <= lines.size(); y++) {
            for (var top : letters.get(0)) {
                for (int x = lines.get(y).indexOf(top); x >= 0; x = lines.get(y).indexOf(top, x + 1)) {
                    if (stand(lines, letters, x, y)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean stand(List<String> lines, List<List<String>> letters, int x, int y) {
        for (int row = 1; row < letters.size(); row++) {
            var line = lines.get(y + row);
            if (!line.startsWith(letters.get(row).get(0), x)
                    && !line.startsWith(letters.get(row).get(1), x)) {
                return false;
            }
        }
        return true;
    }

    /** Words that are none of those that there are to say: parts of some that were cut. */
    private static List<String> cutWords(String shown) {
        var cut = new ArrayList<String>();
        for (var line : shown.split("\n", -1)) {
            var words = NOT_LETTERS.split(line, -1);
            Arrays.stream(words)
                    .filter(word -> word.length() > 2 && !WORDS.contains(word))
                    .forEach(cut::add);
        }
        return cut;
    }

    private static final Set<String> WORDS = words();

    private static Set<String> words() {
        var texts = new ArrayList<>(List.of(
                "READY ENTER HOLD DOWN UP IN OUT REST PAUSED STOP CHANGE RIGHT LEFT SIDE reps breaths of set",
                "step of min left right side Next the end muted",
                "is enough; + continues to",
                "All signs: stretch cautions",
                "Then press W for a gentler one, S to leave it out.",
                "Keys goes back the clock is running starts stopped session ends",
                "Quit q again to quit any other key to go on yes else no"));
        for (var key : Key.values()) {
            texts.add(key.shown() + " " + key.word() + " " + key.explained() + " more");
        }
        for (var script : List.of(daily().session(), breath().session())) {
            for (var step : script.script().steps()) {
                texts.add(step.step().exercise().name());
                step.stages().values().forEach(stage -> stage.cues().forEach(cue -> texts.add(cue.text())));
            }
        }
        var enough = daily().timePasses("4m5s")
                .keysPressed(Key.MORE)
                .timePasses("2s")
                .session();
        texts.addAll(new SessionText(enough).instructions());
        return texts.stream()
                .flatMap(text -> Arrays.stream(NOT_LETTERS.split(text, -1)))
                .collect(Collectors.toSet());
    }

    /** What is not drawn again would have looked the same. */
    @Test
    void moments_that_count_as_the_same_look_the_same() {
        var random = new Random(11);
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
                assertThat(draw(other, 80, 24, true))
                        .hasToString(draw(one, 80, 24, true).toString());
            }
        }
    }
}
