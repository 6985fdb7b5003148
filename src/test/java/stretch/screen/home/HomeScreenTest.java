package stretch.screen.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.GoldenFiles;
import stretch.screen.Farewell.PractisedDay;
import stretch.screen.canvas.Canvas;
import stretch.screen.home.HomePage.HomeLine;
import stretch.screen.home.HomePage.HomeRoutine;

/** The home screen at sizes that were looked at, its keys, and the laws that hold at every size. */
@Tag("once")
class HomeScreenTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-27");

    private static final HomePage PAGE = new HomePage(
            "Friday 27 November 2026",
            List.of(
                    new HomeRoutine("daily", "5 min", "due: not done today", "due", Optional.of("12 days")),
                    new HomeRoutine(
                            "full",
                            "12 min",
                            "done on 3 of 3 days this week; next Monday",
                            "next Monday",
                            Optional.of("4 weeks")),
                    new HomeRoutine("one-stretch", "3 min", "no goal", "no goal", Optional.empty()),
                    new HomeRoutine("relief", "9 min", "no goal", "no goal", Optional.empty()),
                    new HomeRoutine("desk-break", "1 min", "no goal", "no goal", Optional.empty())),
            PractisedDay.week(Set.of(TODAY.minusDays(1), TODAY.minusDays(2), TODAY.minusDays(4)), TODAY),
            List.of(
                    new HomeLine("Resume", "full, step 3 of 9, stopped yesterday 18:02"),
                    new HomeLine("Last", "yesterday 18:02, full 2 min 20 s (stopped)"),
                    new HomeLine("Reminder", "tomorrow 09:00"),
                    new HomeLine("Pain", "mean 2.5 of 10 in 4 weeks, before 3.1")),
            true);

    private static final HomePage EMPTY =
            new HomePage("Friday 27 November 2026", List.of(), List.of(), List.of(), false);

    private static String text(HomePage page, HomeState state, int columns, int rows, boolean unicode) {
        var canvas = new Canvas(columns, rows, unicode);
        new HomeScreen(page, state, canvas).draw();
        return canvas.toString();
    }

    @ParameterizedTest
    @CsvSource({"20,3", "40,12", "60,18", "80,24", "120,40"})
    void looks_as_it_was_looked_at(int columns, int rows) {
        var all = new StringBuilder();
        for (var unicode : new boolean[] {true, false}) {
            for (var state : List.of(
                    HomeState.BEGIN,
                    HomeState.BEGIN.typed(PAGE, 'f').pressed(PAGE, HomeKey.DOWN),
                    HomeState.BEGIN.pressed(PAGE, HomeKey.HELP))) {
                all.append("=== ")
                        .append(unicode ? "" : "ascii ")
                        .append(state.help() ? "keys" : state.chosen())
                        .append('\n');
                all.append(text(PAGE, state, columns, rows, unicode)).append('\n');
            }
        }
        GoldenFiles.check("screens/home-" + columns + "x" + rows + ".txt", all.toString());
    }

    /** The words of the page, of the keys and marks; nothing else, and no part of one, is ever on the screen. */
    @Test
    void no_word_is_broken_at_any_size() {
        var random = new Random(20261127);
        for (int i = 0; i < 2000; i++) {
            int columns = 24 + random.nextInt(120);
            int rows = 1 + random.nextInt(40);
            var page = random.nextInt(10) == 0 ? EMPTY : PAGE;
            var state = new HomeState(random.nextInt(5), random.nextInt(6) == 0, "", Optional.empty());
            var known = words(page);
            for (var unicode : new boolean[] {true, false}) {
                var shown = text(page, state, columns, rows, unicode);
                assertThat(Arrays.stream(shown.split("[\\s█▁#_…]+|\\.{3}", -1)).filter(word -> !word.isEmpty()))
                        .as(columns + "x" + rows + "\n" + shown)
                        .isSubsetOf(known);
            }
        }
    }

    private static Set<String> words(HomePage page) {
        var texts = new ArrayList<String>(List.of(page.title(), "Keys", "letter the routine with this letter", ">"));
        page.routines()
                .forEach(one -> texts.addAll(List.of(
                        one.id(),
                        one.length(),
                        one.state(),
                        one.brief(),
                        one.streak().orElse(""))));
        page.lines().forEach(line -> texts.addAll(List.of(line.label(), line.text())));
        Arrays.stream(HomeKey.values()).forEach(key -> texts.addAll(List.of(key.shown(), key.word(), key.explained())));
        texts.add("streak Mon Tue Wed Thu Fri Sat Sun");
        texts.add(HomeState.LETTERS.chars().mapToObj(Character::toString).collect(Collectors.joining(" ")));
        return texts.stream()
                .flatMap(text -> Stream.of(text.split("\\s+", -1)))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** One long reason moves no other: it gives way to a few words, and to the streak. */
    @Test
    void a_long_reason_leaves_the_columns_as_they_are() {
        var routines = new ArrayList<>(PAGE.routines());
        routines.add(
                1,
                new HomeRoutine(
                        "neck",
                        "4 min",
                        "done on 12 of 12 days this month, of which two twice; next Monday",
                        "next Monday",
                        Optional.of("3 months")));
        var page = new HomePage(PAGE.title(), routines, PAGE.week(), PAGE.lines(), true);
        assertThat(text(page, HomeState.BEGIN, 80, 24, true).lines())
                .contains(
                        "   b neck          4 min  next Monday                           streak 3 months",
                        "   e one-stretch   3 min  no goal");
    }

    /** Whatever the size, the chosen routine is seen, and so is a key that leads on. */
    @Test
    void what_enter_starts_is_always_seen() {
        for (int rows = 2; rows <= 40; rows++) {
            for (int chosen = 0; chosen < PAGE.routines().size(); chosen++) {
                var state = new HomeState(chosen, false, "", Optional.empty());
                for (int columns : new int[] {20, 28, 40, 80, 200}) {
                    var shown = text(PAGE, state, columns, rows, true);
                    assertThat(shown)
                            .contains("> " + HomeState.LETTERS.charAt(chosen) + " "
                                    + PAGE.routines().get(chosen).id());
                    assertThat(shown.lines().reduce("", (before, line) -> line))
                            .contains("Enter start")
                            .contains("?");
                }
            }
        }
    }

    @Test
    void keys_choose_and_start() {
        var second = HomeState.BEGIN.pressed(PAGE, HomeKey.DOWN);
        assertThat(second.chosen()).isEqualTo(1);
        assertThat(second.pressed(PAGE, HomeKey.UP).pressed(PAGE, HomeKey.UP).chosen())
                .isZero();
        assertThat(second.typed(PAGE, '\r').answer()).contains(List.of("run", "full"));
        assertThat(HomeState.BEGIN.typed(PAGE, 'd').typed(PAGE, '\n').answer()).contains(List.of("run", "one-stretch"));
        assertThat(HomeState.BEGIN.typed(PAGE, 'R').answer()).contains(List.of("resume"));
        assertThat(HomeState.BEGIN.typed(PAGE, 'c').answer()).contains(List.of("checkin"));
        assertThat(HomeState.BEGIN.typed(PAGE, 'l').answer()).contains(List.of("list"));
        assertThat(HomeState.BEGIN.typed(PAGE, 's').answer()).contains(List.of("stats"));
        assertThat(HomeState.BEGIN.typed(PAGE, 'q').answer()).contains(List.of());
        assertThat(HomeState.BEGIN.typed(PAGE, 27).answer()).contains(List.of());
        assertThat(IntStream.of('x', '1', ' ', 0xF8FF).mapToObj(key -> HomeState.BEGIN.typed(PAGE, key)))
                .containsOnly(HomeState.BEGIN);
    }

    @Test
    void what_cannot_be_done_says_so_and_the_keys_are_left_by_any_key() {
        assertThat(text(EMPTY, HomeState.BEGIN.typed(EMPTY, 'r'), 80, 24, true)).contains("nothing to resume");
        assertThat(text(EMPTY, HomeState.BEGIN.typed(EMPTY, '\r'), 80, 24, true))
                .contains("no routine to start");
        var keys = HomeState.BEGIN.pressed(PAGE, HomeKey.DOWN).typed(PAGE, '?');
        assertThat(keys.help()).isTrue();
        assertThat(keys.typed(PAGE, 'q')).isEqualTo(HomeState.BEGIN.pressed(PAGE, HomeKey.DOWN));
        assertThat(keys.typed(PAGE, 'a')).isEqualTo(HomeState.BEGIN.pressed(PAGE, HomeKey.DOWN));
    }

    @Test
    void resume_is_among_the_keys_where_there_is_something_to_resume() {
        for (int columns : List.of(50, 60, 72, 80, 120)) {
            for (var page : List.of(PAGE, EMPTY)) {
                for (var state : List.of(HomeState.BEGIN, HomeState.BEGIN.typed(page, '?'))) {
                    assertThat(text(page, state, columns, 18, true).matches("(?s).*\\br +resume.*"))
                            .as(columns + " " + state)
                            .isEqualTo(page.resumable());
                }
            }
        }
    }

    @Test
    void no_letter_chooses_and_commands() {
        assertThat(HomeState.LETTERS.chars().filter(letter -> HomeKey.of(letter).isPresent()))
                .isEmpty();
    }
}
