package stretch.terminal;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.GoldenFiles;
import stretch.screen.Farewell;
import stretch.screen.Farewell.PractisedDay;
import stretch.screen.SessionScreen;
import stretch.screen.canvas.Canvas;
import stretch.screen.canvas.StyledRun;
import stretch.screen.canvas.Theme;
import stretch.screen.home.HomePage;
import stretch.screen.home.HomePage.HomeLine;
import stretch.screen.home.HomePage.HomeRoutine;
import stretch.screen.home.HomeScreen;
import stretch.screen.home.HomeState;
import stretch.session.SamplePlans;
import stretch.session.SessionScript;
import stretch.session.plan.PlanOptions;
import stretch.svg.SvgWriter;
import stretch.text.DisplayWidth;

/** The pictures of the README are drawn from the screens themselves, so that they show what there is. */
class PicturesTest {
    /** The width and height of a cell, in pixels. */
    private static final int WIDE = 8, HIGH = 16;

    private static final int DARK = 0x101010, PALE = 0xd0d0d0;
    private static final Palette PALETTE = new Palette(true, Theme.DARK, true);

    private static final Farewell FAREWELL = new Farewell(
            IntStream.range(0, 7)
                    .mapToObj(i -> new PractisedDay(DayOfWeek.SATURDAY.plus(i), i != 2))
                    .toList(),
            "9 days",
            List.of("Streak: 9 days.", "Next: tomorrow."));

    @ParameterizedTest
    @CsvSource({"hold, 1m4s", "change, 1m52s", "done, 1h"})
    void is_what_the_screen_shows(String name, String time) {
        var session = SessionScript.of(SamplePlans.shipped("daily", PlanOptions.NONE))
                .timePasses(time)
                .session();
        var canvas = new Canvas(80, 24, true);
        new SessionScreen().draw(session, canvas, FAREWELL, "");
        GoldenFiles.check(Path.of("docs/pictures/" + name + ".svg"), svg(canvas, "The screen of a session: " + name));
    }

    @Test
    void home_is_what_the_screen_shows() {
        var today = LocalDate.parse("2026-11-27");
        var page = new HomePage(
                "Friday 27 November 2026",
                List.of(
                        new HomeRoutine("daily", "4 min", "due: it broke off today", "due", Optional.of("12 days")),
                        new HomeRoutine(
                                "full",
                                "11 min",
                                "done yesterday; next tomorrow",
                                "next tomorrow",
                                Optional.of("4 weeks")),
                        new HomeRoutine("relief", "6 min", "no goal", "no goal", Optional.empty())),
                PractisedDay.week(Set.of(today.minusDays(1), today.minusDays(2), today.minusDays(4)), today),
                List.of(
                        new HomeLine("Resume", "daily, step 2 of 3, stopped today 07:58"),
                        new HomeLine("Reminder", "tomorrow 09:00"),
                        new HomeLine("Pain", "mean 2.5 of 10 in 4 weeks, before 3.1")),
                true);
        var canvas = new Canvas(80, 16, true);
        new HomeScreen(page, HomeState.BEGIN, canvas).draw();
        GoldenFiles.check(Path.of("docs/pictures/home.svg"), svg(canvas, "The home screen"));
    }

    private static String svg(Canvas canvas, String label) {
        var svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                .formatted(canvas.columns() * WIDE, canvas.rows() * HIGH));
        svg.append(" aria-label=\"").append(label).append("\" font-family=\"monospace\" font-size=\"13\">\n");
        rect(svg, 0, 0, canvas.columns() * WIDE, canvas.rows() * HIGH, DARK);
        int y = 0;
        for (var runs : StyledRun.of(canvas)) {
            int x = 0;
            for (var run : runs) {
                var look = PALETTE.look(run.style());
                int ink = look.colour() == Palette.DEFAULT ? PALE : rgb(look.colour());
                int ground = look.ground() == Palette.DEFAULT ? DARK : rgb(look.ground());
                int front = look.inverse() ? ground : ink;
                int width = DisplayWidth.of(run.text()) * WIDE;
                if (look.hasGround()) {
                    rect(svg, x, y, width, HIGH, look.inverse() ? ink : ground);
                }
                draw(svg, run.text(), x, y, front, look.weight() == Palette.Weight.FAINT);
                x += width;
            }
            y += HIGH;
        }
        return svg.append("</svg>\n").toString();
    }

    private static void draw(StringBuilder svg, String text, int x, int y, int colour, boolean faint) {
        var words = new StringBuilder();
        int start = x;
        for (int cell : text.codePoints().toArray()) {
            boolean letter = cell != ' ' && !isDrawn(cell);
            if (!letter) {
                word(svg, words, start, y, colour, faint);
            }
            if (letter) {
                start = words.isEmpty() ? x : start;
                words.appendCodePoint(cell);
            } else if (cell == '█') {
                rect(svg, x, y, WIDE, HIGH, colour);
            } else if (cell == '▀') {
                rect(svg, x, y, WIDE, HIGH / 2, colour);
            } else if (cell == '▄') {
                rect(svg, x, y + HIGH / 2, WIDE, HIGH / 2, colour);
            } else if (cell != ' ') {
                braille(svg, cell, x, y, colour);
            }
            x += WIDE;
        }
        word(svg, words, start, y, colour, faint);
    }

    private static boolean isDrawn(int cell) {
        return "█▀▄".indexOf(cell) >= 0 || (cell >= 0x2800 && cell < 0x2900);
    }

    private static void word(StringBuilder svg, StringBuilder words, int x, int y, int colour, boolean faint) {
        if (!words.isEmpty()) {
            int width = DisplayWidth.of(words.toString()) * WIDE;
            svg.append("<text x=\"%d\" y=\"%d\" textLength=\"%d\" fill=\"#%06x\"%s>"
                    .formatted(x, y + 12, width, colour, faint ? " opacity=\"0.6\"" : ""));
            svg.append(SvgWriter.escaped(words.toString())).append("</text>\n");
            words.setLength(0);
        }
    }

    private static void braille(StringBuilder svg, int cell, int x, int y, int colour) {
        int[][] dots = {{1, 8}, {2, 16}, {4, 32}, {64, 128}};
        var path = new StringBuilder();
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 2; column++) {
                if ((cell & dots[row][column]) != 0) {
                    path.append("M%d %dh3v3h-3z".formatted(x + 4 * column, y + 4 * row));
                }
            }
        }
        svg.append("<path d=\"%s\" fill=\"#%06x\"/>\n".formatted(path, colour));
    }

    private static void rect(StringBuilder svg, int x, int y, int width, int height, int colour) {
        svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#%06x\"/>\n"
                .formatted(x, y, width, height, colour));
    }

    /** One of 256 colours, as xterm has them: 6x6x6 of them from 16, then 24 greys. */
    private static int rgb(int number) {
        if (number >= 232) {
            return (8 + 10 * (number - 232)) * 0x010101;
        }
        int cube = number - 16;
        return level(cube / 36) << 16 | level(cube / 6 % 6) << 8 | level(cube % 6);
    }

    private static int level(int step) {
        return step == 0 ? 0 : 55 + 40 * step;
    }
}
