package stretch.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stretch.Golden;
import stretch.catalogue.CatalogueFile;
import stretch.catalogue.Exercise;
import stretch.catalogue.Figure;
import stretch.catalogue.Figure.Joint;

class DrawingTest {
    static Stream<Exercise> exercises() {
        return CatalogueFile.shipped().exercises().values().stream();
    }

    private static Figure figure(Exercise exercise) {
        return exercise.figure().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void every_exercise_has_one_that_was_looked_at(Exercise exercise) {
        var figure = figure(exercise);
        var lines = new ArrayList<String>();
        for (var unicode : new boolean[] {true, false}) {
            for (int frame = 0; frame < figure.frames().size(); frame++) {
                for (var mirrored : exercise.isTwoSided() ? new boolean[] {false, true} : new boolean[] {false}) {
                    lines.add("-- frame " + (frame + 1) + (mirrored ? ", left side" : "") + (unicode ? "" : ", ASCII"));
                    lines.addAll(Drawing.of(Sketch.of(figure, frame, frame, 0, mirrored), 40, 12, unicode));
                }
            }
        }
        lines.replaceAll(String::stripTrailing);
        Golden.check("figures/" + exercise.id() + ".txt", String.join("\n", lines) + "\n");
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void its_limbs_keep_their_length_in_every_frame(Exercise exercise) {
        var figure = figure(exercise);
        for (var bone : new Joint[][] {
            {Joint.HIP, Joint.KNEE},
            {Joint.KNEE, Joint.FOOT},
            {Joint.HIP, Joint.FAR_KNEE},
            {Joint.FAR_KNEE, Joint.FAR_FOOT},
            {Joint.NECK, Joint.HEAD}
        }) {
            var lengths = figure.frames().stream()
                    .filter(frame -> frame.containsKey(bone[0]) && frame.containsKey(bone[1]))
                    .mapToDouble(frame -> Math.hypot(
                            frame.get(bone[0]).x() - frame.get(bone[1]).x(),
                            frame.get(bone[0]).y() - frame.get(bone[1]).y()))
                    .summaryStatistics();
            if (lengths.getCount() > 0) {
                // A fifth is what a leg turned towards the eye may seem to lose.
                assertThat(lengths.getMin()).as(bone[0] + " to " + bone[1]).isGreaterThan(lengths.getMax() * 0.8);
            }
        }
    }

    @Test
    void the_left_side_is_the_mirror_of_the_right() {
        var figure = figure(exercises().findFirst().orElseThrow());
        var right = Sketch.of(figure, 1, 1, 0, false);
        var left = Sketch.of(figure, 1, 1, 0, true);
        assertThat(left.box()).isEqualTo(right.box());
        assertThat(left.head().x() + right.head().x())
                .isEqualTo(right.box().left() + right.box().right());
        assertThat(left.strokes()).hasSameSizeAs(right.strokes());
    }

    @Test
    void it_moves_from_frame_to_frame() {
        var figure = figure(exercises()
                .filter(one -> one.id().equals("hip-hinge"))
                .findFirst()
                .orElseThrow());
        var head = new ArrayList<Double>();
        for (int i = 0; i <= 4; i++) {
            head.add(Sketch.of(figure, 0, 1, i / 4.0, false).head().y());
        }
        assertThat(head).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(Sketch.of(figure, 0, 1, 1, false)).isEqualTo(Sketch.of(figure, 1, 2, 0, false));
    }

    @Test
    void any_size_gives_lines_of_that_size() {
        var random = new Random(5);
        var all = exercises().toList();
        for (int i = 0; i < 500; i++) {
            int columns = 1 + random.nextInt(120);
            int rows = 1 + random.nextInt(50);
            var sketch = Sketch.of(
                    figure(all.get(random.nextInt(all.size()))), 0, 1, random.nextDouble(), random.nextBoolean());
            boolean unicode = random.nextBoolean();
            var lines = Drawing.of(sketch, columns, rows, unicode);
            assertThat(lines).hasSize(rows).allSatisfy(line -> assertThat(line).hasSize(columns));
            if (!unicode) {
                assertThat(String.join("", lines)).isASCII();
            }
        }
    }
}
