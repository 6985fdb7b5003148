package stretch.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stretch.GoldenFiles;
import stretch.catalogue.Catalogue;
import stretch.catalogue.read.CatalogueFile;
import stretch.session.plan.Plan;
import stretch.session.plan.PlanOptions;

@Tag("once")
class RoutinePosterTest {
    private static final Catalogue SHIPPED = CatalogueFile.shipped();

    @TempDir
    Path folder;

    static Stream<String> routines() {
        return SHIPPED.routines().keySet().stream();
    }

    private static String sheet(Catalogue catalogue, String routine) {
        return RoutinePoster.of(Plan.of(catalogue, catalogue.routines().get(routine), PlanOptions.NONE));
    }

    private static List<String> all(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private Catalogue own(String yaml) throws Exception {
        return CatalogueFile.read(SHIPPED, List.of(Files.writeString(folder.resolve("routines.yaml"), yaml)));
    }

    @Test
    void it_was_looked_at() {
        GoldenFiles.check("sheets/daily.html", sheet(SHIPPED, "daily"));
    }

    @ParameterizedTest
    @MethodSource("routines")
    void it_keeps_to_the_standard(String routine) throws Exception {
        HtmlValidator.check(sheet(SHIPPED, routine));
    }

    @Test
    void the_standard_is_asked_in_earnest() {
        assertThatThrownBy(() -> HtmlValidator.check("<!DOCTYPE html><html lang=en><title>x</title><p><div></p>"))
                .hasMessageContaining("Unclosed element");
    }

    @ParameterizedTest
    @MethodSource("routines")
    void it_shows_every_exercise_in_order_with_each_side_and_dose(String routine) {
        var page = sheet(SHIPPED, routine);
        var steps = Plan.of(SHIPPED, SHIPPED.routines().get(routine), PlanOptions.NONE)
                .steps();
        assertThat(all(page, "(?<=<title>)[^<]+(?=</title><path)"))
                .containsExactlyElementsOf(steps.stream()
                        .map(step -> step.exercise().name()
                                + (step.exercise().isTwoSided()
                                        ? ", " + step.side().id() + " side"
                                        : ""))
                        .toList());
        assertThat(steps)
                .allSatisfy(step -> assertThat(page).contains(step.dose().text()));
    }

    @ParameterizedTest
    @MethodSource("routines")
    void it_keeps_every_word_of_the_cautions(String routine) {
        var page = sheet(SHIPPED, routine);
        var cautions = SHIPPED.cautions();
        assertThat(page).contains(cautions.general()).contains("Urgent:");
        assertThat(cautions.signs()).allSatisfy(sign -> assertThat(page).contains(sign));
        assertThat(cautions.urgent()).allSatisfy(sign -> assertThat(page).contains(sign));
    }

    @Test
    void a_browser_is_told_to_run_and_fetch_nothing() throws Exception {
        var page = sheet(SHIPPED, "full");
        var style = all(page, "(?s)(?<=<style>).*(?=</style>)").get(0);
        var hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        var policy =
                "default-src 'none'; style-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        assertThat(page.replace("&#39;", "'").replace("&#x3D;", "=")).contains("content=\"" + policy);
        assertThat(page).doesNotContain("<script", "style=", "href", "src=", "url(", "@import", "http://", "https://");
    }

    @Test
    void a_dose_and_a_side_of_the_routine_s_own_are_what_is_shown() throws Exception {
        var catalogue = own("""
                routines:
                  short:
                    name: Short
                    steps:
                      - {exercise: standing-hip-flexor, hold: 20s, sides: [left]}
                      - {exercise: standing-hip-flexor, hold: 25s, sides: [left, right]}
                """);
        var page = sheet(catalogue, "short");
        assertThat(all(page, "(?<=class=\"dose\">)[^<]+")).containsExactly("20 s, left only", "25 s each side");
        assertThat(all(page, "(?<=<figcaption>)Right|(?<=<figcaption>)Left")).containsExactly("Left", "Left", "Right");
    }

    @Test
    void rounds_are_told_above_what_belongs_to_them() throws Exception {
        var catalogue = own("""
                routines:
                  circuit:
                    name: Circuit
                    steps:
                      - pelvic-tilt
                      - {rounds: 3, rest: 90s, steps: [{exercise: hip-hinge, sets: 2, rest: 20s, load: 5 kg}, knee-to-chest]}
                      - {rounds: 2, steps: [pelvic-tilt]}
                      - {rounds: 4, rest: 10s, steps: [pelvic-tilt, hip-hinge, glute-bridge]}
                      - {rounds: 4, rest: 20s, steps: [hip-hinge]}
                      - glute-bridge
                """);
        var page = sheet(catalogue, "circuit");
        assertThat(all(page, "(?<=class=\"(?:rounds|number|dose)\">)[^<]+"))
                .containsExactly(
                        "1",
                        "8-12 reps",
                        "3 rounds of exercises 2 and 3, rest 1 min 30 s between them",
                        "2",
                        "2 x 5-10 reps, rest 20 s, 5 kg",
                        "3",
                        "5-8 reps each side",
                        "2 rounds of exercise 4",
                        "4",
                        "8-12 reps",
                        "4 rounds of exercises 5 to 7, rest 10 s between them",
                        "5",
                        "8-12 reps",
                        "6",
                        "5-10 reps",
                        "7",
                        "8-10 reps",
                        "4 rounds of exercise 8, rest 20 s between them",
                        "8",
                        "5-10 reps",
                        "9",
                        "8-10 reps");
        HtmlValidator.check(page);
    }

    @Test
    void an_exercise_without_a_figure_has_its_words() throws Exception {
        var catalogue = own("""
                exercises:
                  calf: {name: Calf, position: standing, hold: 30s, sides: [right, left], cues: [Heel down.]}
                  sway: {name: Sway, position: standing, reps: 5, cues: [Slowly.]}
                routines:
                  short: {name: Short, steps: [calf, sway]}
                """);
        var page = sheet(catalogue, "short");
        assertThat(page).contains("Right side", "Left side", "Heel down.", "30 s each side", "Slowly.");
        assertThat(all(page, "<figure>")).hasSize(2);
        assertThat(page).doesNotContain("<svg");
        HtmlValidator.check(page);
    }

    @Test
    void text_of_a_file_is_text_and_nothing_else() throws Exception {
        var evil = "</title></svg></style><script>alert(1)</script><img src=x onerror=alert(1)>{{name}}{{{name}}}"
                + "\\\" ' onload=alert(1) &lt; \\u202E\\u2028";
        var catalogue = own("""
                exercises:
                  ill:
                    name: "@"
                    position: standing
                    hold: 30s
                    sides: [right, left]
                    prompts: {right: "@", left: "@"}
                    setup: ["@"]
                    cues: ["@"]
                    feel: "@"
                    figure: {frames: [{head: 47 99, neck: 46 89, hip: 44 55}]}
                routines:
                  evil: {name: "@", when: "@", steps: [ill]}
                """.replace("@", evil));
        var page = sheet(catalogue, "evil");
        assertThat(page).doesNotContain("<script", "<img", "\u202E", "\u2028").contains("{{name}}", "&lt;U+202E&gt;");
        assertThat(all(page, "onload")).hasSameSizeAs(all(page, "&lt;/svg&gt;"));
        // The frame stands as it does around any words: nothing came in that is not escaped.
        var plain = sheet(plain(), "evil");
        assertThat(plain).doesNotContain("alert");
        assertThat(all(page, "</?[a-z]+")).containsExactlyElementsOf(all(plain, "</?[a-z]+"));
        HtmlValidator.check(page);
    }

    /** The same with harmless words. */
    private Catalogue plain() throws Exception {
        var yaml = Files.readString(folder.resolve("routines.yaml"));
        return own(yaml.replaceAll("\"</title>.*?u2028\"", "\"harmless\""));
    }

    @Test
    void every_template_asks_for_bare_text_only_where_stretch_wrote_it() throws Exception {
        var svg = "{{{svg}}}";
        var bare = Map.of(
                "page.html",
                List.of("{{{style}}}", "{{{body}}}"),
                "sheet.html",
                List.of("{{{figure}}}"),
                "report.html",
                List.of("{{{year}}}", svg, svg, svg, svg));
        try (var files = Files.list(Path.of("src/main/resources/stretch/html"))) {
            for (var file :
                    files.filter(file -> file.toString().endsWith(".html")).toList()) {
                assertThat(all(Files.readString(file), "\\{\\{([{&])\\s*[^}]*\\}+"))
                        .as(file.toString())
                        .isEqualTo(bare.getOrDefault(file.getFileName().toString(), List.of()));
            }
        }
    }
}
