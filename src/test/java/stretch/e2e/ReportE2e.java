package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.report.AutumnHistory;

/** The page of the report as a browser has it; its pictures are left in target/screenshots to be looked at. */
@Tag("once")
class ReportE2e {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String HOSTILE =
            "<script>document.title='owned'</script><img src=x onerror=document.title='owned'>";

    /** Where text is too pale for what is behind it: WCAG 2.2, AA, 4.5 to 1, by its own formula. */
    private static final String TOO_PALE = """
            (() => {
              const rgba = text => { const n = text.match(/[\\d.]+/g).map(Number); return n.length < 4 ? [...n, 1] : n; };
              const light = c => { c /= 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
              const luminance = c => 0.2126 * light(c[0]) + 0.7152 * light(c[1]) + 0.0722 * light(c[2]);
              const behind = e => { for (; e; e = e.parentElement) {
                  const c = rgba(getComputedStyle(e).backgroundColor); if (c[3] > 0) return c; } return [255, 255, 255, 1]; };
              const pale = [];
              const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walk.nextNode()) {
                const e = walk.currentNode.parentElement;
                if (!walk.currentNode.data.trim() || e.closest('title')) continue;
                const style = getComputedStyle(e);
                const ink = luminance(rgba(e.closest('svg') ? style.fill : style.color));
                const paper = luminance(behind(e));
                const ratio = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
                if (ratio < 4.5) pale.push(ratio.toFixed(2) + ' ' + walk.currentNode.data.trim());
              }
              return pale.join('\\n');
            })()""";

    /** Twice 12 mm, in inches: what the page's style leaves free. */
    private static final double MARGINS = 24 / 25.4;

    @TempDir
    static Path folder;

    private static Path autumn;
    private static Chromium browser;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Chromium.program().isPresent(), "chromium is not installed: bin/check says so, and CI installs it");
        Files.createDirectories(PICTURES);
        AutumnHistory.record(folder.resolve("autumn.db"));
        Files.writeString(folder.resolve("autumn.yaml"), "{}\n");
        autumn = page("autumn.db", "autumn");
        AutumnHistory.crowd(folder.resolve("crowded.db"), HOSTILE);
        Files.writeString(folder.resolve("crowded.yaml"), AutumnHistory.crowdedRoutines(HOSTILE));
        browser = Chromium.start(folder.resolve("profile"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    /** The report of a record, made by bin/stretch on the day up to which the record goes. */
    private static Path page(String record, String name, String... arguments) throws Exception {
        var home = new Home(Files.createDirectories(folder.resolve("home-" + name)));
        var file = folder.resolve(name + ".html");
        var command = new java.util.ArrayList<>(java.util.List.of(
                "report",
                "--db",
                folder.resolve(record).toString(),
                "--until",
                AutumnHistory.TODAY.toString(),
                "-o",
                file.toString()));
        command.addAll(java.util.List.of(arguments));
        assertThat(home.run(command.toArray(String[]::new)).code()).isZero();
        return file;
    }

    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"360, light", "360, dark", "800, light", "800, dark", "1280, light", "1280, dark"})
    void it_asks_for_nothing_complains_of_nothing_and_fits(int width, String scheme) throws Exception {
        browser.open(autumn, width, scheme);
        assertThat(browser.requests()).containsExactly(autumn.toUri().toString());
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(width);
        assertThat(browser.evaluate(TOO_PALE).asString()).isEmpty();
        Files.write(PICTURES.resolve("report-" + width + "-" + scheme + ".png"), browser.picture());
    }

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource({
        "autumn, a4, 8.268, 11.693",
        "autumn, letter, 8.5, 11",
        "crowded, a4, 8.268, 11.693",
        "crowded, letter, 8.5, 11",
    })
    void it_prints_whole_and_on_one_sheet(String record, String paper, double width, double height) throws Exception {
        var page = page(
                record + ".db",
                record + paper,
                "--routines",
                folder.resolve(record + ".yaml").toString());
        browser.open(page, 1280, "dark");
        var sheet = browser.print(width, height);
        Files.write(PICTURES.resolve("report-" + record + "-" + paper + ".pdf"), sheet);
        assertThat(pages(sheet)).isEqualTo(1);
        browser.onPaper(width - MARGINS, height - MARGINS);
        assertThat(browser.evaluate("document.querySelector('footer').getBoundingClientRect().bottom - innerHeight")
                        .asDouble())
                .as("what is beyond the sheet's edge, in pixels")
                .isNotPositive();
    }

    @Test
    void hostile_names_and_notes_are_words() throws Exception {
        var page = page(
                "crowded.db",
                "hostile",
                "--routines",
                folder.resolve("crowded.yaml").toString());
        browser.open(page, 800, "light");
        assertThat(browser.requests()).hasSize(1);
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.evaluate("document.title").asString()).startsWith("Stretching, ");
        assertThat(browser.evaluate("document.querySelectorAll('script, img, iframe, [onerror], a').length")
                        .asInt())
                .isZero();
        assertThat(browser.evaluate("document.body.innerText").asString())
                .contains(HOSTILE + " 1", HOSTILE + " note 1");
    }

    @Test
    void it_lands_where_one_is_and_is_named_by_the_day() throws Exception {
        var home = new Home(Files.createDirectories(folder.resolve("home-usual")));
        var ran = home.run("report", "--db", folder.resolve("autumn.db").toString());
        assertThat(ran.out()).isEmpty();
        var name = ran.err().strip().replace("wrote ", "");
        assertThat(name).matches("stretch-report-\\d{4}-\\d\\d-\\d\\d\\.html");
        assertThat(home.folder().resolve(name)).isNotEmptyFile();
    }

    private static long pages(byte[] pdf) {
        return Pattern.compile("/Type\\s*/Page\\b")
                .matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }
}
