package stretch.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import stretch.GoldenFiles;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Exercise;
import stretch.catalogue.exercise.Side;
import stretch.catalogue.read.CatalogueFile;

class FigureSvgTest {
    /** What is around a position, and between two: as in {@link FigureSvg}. */
    private static final double MARGIN = 5;

    private static final double BETWEEN = 20;

    static Stream<Exercise> exercises() {
        return CatalogueFile.shipped().exercises().values().stream();
    }

    private static Exercise exercise(String id) {
        return CatalogueFile.shipped().exercises().get(id);
    }

    private static Document parse(String svg) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    /** The middles of the heads, from left to right as they are drawn: x and y. */
    private static List<double[]> heads(Document svg) {
        var heads = new ArrayList<double[]>();
        for (var circle : elements(svg, "circle")) {
            heads.add(new double[] {number(circle, "cx"), number(circle, "cy")});
        }
        return heads;
    }

    private static List<Element> elements(Document svg, String name) {
        var found = svg.getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static double[] size(Document svg) {
        var box = svg.getDocumentElement().getAttribute("viewBox").split(" ", -1);
        assertThat(box).startsWith("0", "0");
        return new double[] {Double.parseDouble(box[2]), Double.parseDouble(box[3])};
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void every_exercise_has_one_that_was_looked_at(Exercise exercise) {
        GoldenFiles.check("figures/" + exercise.id() + ".svg", FigureSvg.document(exercise));
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void it_says_what_it_shows(Exercise exercise) throws Exception {
        var svg = parse(FigureSvg.document(exercise));
        assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(svg.getDocumentElement().getFirstChild().getNextSibling().getTextContent())
                .isEqualTo(exercise.name());
        assertThat(elements(svg, "desc").get(0).getTextContent())
                .startsWith(Side.BOTH.fill(exercise.instructions().setup().get(0)))
                .endsWith(
                        exercise.isTwoSided()
                                ? exercise.instructions().sidePrompts().get(Side.LEFT)
                                : "");
        var texts = elements(svg, "text").stream().map(Element::getTextContent).toList();
        var phases = exercise.pace().phases();
        var words = exercise.dose().kind() == DoseKind.HOLD
                ? List.of("1", "2")
                : List.of(phases.get(0).name(), phases.get(phases.size() - 1).name());
        var expected = new ArrayList<String>();
        for (var side : exercise.sides()) {
            if (side == Side.BOTH) {
                expected.addAll(words);
            } else {
                var letter = side == Side.LEFT ? "L" : "R";
                expected.addAll(List.of(side.id(), letter, words.get(0), letter, words.get(1)));
            }
        }
        assertThat(texts).isEqualTo(expected);
        for (var side : exercise.sides()) {
            assertThat(elements(parse(FigureSvg.inline(exercise, side)), "title")
                            .get(0)
                            .getTextContent())
                    .isEqualTo(exercise.name() + (side == Side.BOTH ? "" : ", " + side.id() + " side"));
        }
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void it_stays_within_its_picture(Exercise exercise) throws Exception {
        var svg = parse(FigureSvg.document(exercise));
        var size = size(svg);
        for (var path : elements(svg, "path")) {
            var numbers = numbers(path);
            for (int i = 0; i < numbers.size(); i++) {
                assertThat(numbers.get(i)).isBetween(MARGIN / 2, size[i % 2] - 1);
            }
        }
        for (var head : heads(svg)) {
            assertThat(head[0]).isBetween(Skeleton.HEAD, size[0] - Skeleton.HEAD);
            assertThat(head[1]).isBetween(Skeleton.HEAD, size[1] - Skeleton.HEAD);
        }
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void its_two_positions_differ(Exercise exercise) throws Exception {
        var svg = parse(FigureSvg.inline(exercise, exercise.sides().get(0)));
        double middle = size(svg)[0] / 2;
        double shift = middle - MARGIN + BETWEEN / 2;
        var first = new ArrayList<List<Double>>();
        var last = new ArrayList<List<Double>>();
        for (var path : elements(svg, "path")) {
            if (path.getAttribute("class").isEmpty()) {
                (numbers(path).get(0) < middle ? first : last).add(numbers(path));
            }
        }
        assertThat(first).isNotEmpty().isNotEqualTo(last);
        assertThat(last.stream()
                        .map(path -> path.stream().map(number -> number - shift).toList())
                        .toList())
                .isNotEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void the_working_leg_is_thicker_and_of_the_class_of_its_side(Exercise exercise) throws Exception {
        for (var side : exercise.sides()) {
            var svg = parse(FigureSvg.inline(exercise, side));
            var working = elements(svg, "path").stream()
                    .filter(path -> path.getAttribute("class").startsWith("side-"))
                    .toList();
            assertThat(working).hasSize(side == Side.BOTH ? 0 : heads(svg).size());
            assertThat(working).allSatisfy(path -> {
                assertThat(path.getAttribute("class")).isEqualTo("side-" + side.id());
                assertThat(number(path, "stroke-width")).isGreaterThan(6);
            });
        }
    }

    private static List<Double> numbers(Element path) {
        return Pattern.compile("-?[0-9.]+")
                .matcher(path.getAttribute("d"))
                .results()
                .map(number -> Double.parseDouble(number.group()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void the_left_side_is_the_mirror_of_the_right(Exercise exercise) throws Exception {
        var right = parse(FigureSvg.inline(exercise, Side.RIGHT));
        var left = parse(FigureSvg.inline(exercise, Side.LEFT));
        assertThat(size(left)).isEqualTo(size(right));
        double one = (size(right)[0] - BETWEEN) / 2 - MARGIN;
        int views = heads(right).size() / 2;
        for (int i = 0; i < heads(right).size(); i++) {
            double middle = MARGIN + one / 2 + Math.floorDiv(i, views) * (one + BETWEEN);
            assertThat(heads(left).get(i)[0] - middle)
                    .isCloseTo(middle - heads(right).get(i)[0], org.assertj.core.data.Offset.offset(0.21));
            assertThat(heads(left).get(i)[1]).isEqualTo(heads(right).get(i)[1]);
        }
    }

    @Test
    void a_hold_moves_in_and_stays_and_what_repeats_moves_in_both() throws Exception {
        assertThat(arrows("standing-hip-flexor", Side.LEFT)).isEqualTo(1);
        assertThat(arrows("glute-bridge", Side.BOTH)).isEqualTo(2);
    }

    private static long arrows(String id, Side side) throws Exception {
        return elements(parse(FigureSvg.inline(exercise(id), side)), "path").stream()
                .filter(path -> path.getAttribute("class").equals("arrow"))
                .count();
    }

    @Test
    void it_fetches_and_runs_nothing_and_prints_as_ink_on_white() {
        assertThat(exercises().map(FigureSvg::document)).allSatisfy(svg -> {
            assertThat(svg.replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                    .doesNotContain("<script", "href", "url(", "@import", "http");
            // What is dark is for screens alone.
            assertThat(svg)
                    .contains("@media screen and (prefers-color-scheme:dark)")
                    .containsOnlyOnce("@media");
        });
    }
}
