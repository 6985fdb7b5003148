package stretch.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stretch.GoldenFiles;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Exercise;
import stretch.catalogue.exercise.Figure;
import stretch.catalogue.exercise.Figure.Joint;
import stretch.catalogue.exercise.Figure.Point;
import stretch.catalogue.exercise.Side;
import stretch.catalogue.read.CatalogueFile;

@Tag("once")
class DrawingTest {
    static Stream<Exercise> exercises() {
        return CatalogueFile.shipped().exercises().values().stream();
    }

    private static Figure figure(Exercise exercise) {
        return exercise.figure().orElseThrow();
    }

    private static boolean held(Exercise exercise, int frame) {
        return exercise.dose().kind() == DoseKind.HOLD
                && frame == figure(exercise).frames().size() - 1;
    }

    /** At the start of a frame, as a session shows it. */
    private static Sketch sketch(Exercise exercise, int frame, Side side) {
        return Sketch.of(new Layout(figure(exercise), side), frame, held(exercise, frame) ? frame : frame + 1, 0);
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void every_exercise_has_one_that_was_looked_at(Exercise exercise) {
        var figure = figure(exercise);
        var lines = new ArrayList<String>();
        for (var unicode : new boolean[] {true, false}) {
            for (int frame = 0; frame < figure.frames().size(); frame++) {
                for (var side : exercise.sides()) {
                    lines.add("-- frame " + (frame + 1) + (side == Side.LEFT ? ", left side" : "")
                            + (unicode ? "" : ", ASCII"));
                    lines.addAll(new Drawing(sketch(exercise, frame, side), 40, 12, unicode).lines());
                }
            }
        }
        lines.replaceAll(String::stripTrailing);
        GoldenFiles.check("figures/" + exercise.id() + ".txt", String.join("\n", lines) + "\n");
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void an_arrow_points_the_way_that_its_joint_goes_on_either_side(Exercise exercise) {
        var views = new ArrayList<>(List.of(figure(exercise)));
        figure(exercise).second().ifPresent(views::add);
        int shown = 0;
        for (int frame = 0; frame < figure(exercise).frames().size(); frame++) {
            for (var side : exercise.sides()) {
                var arrows = sketch(exercise, frame, side).arrows();
                int at = 0;
                for (var view : views) {
                    for (var joint : moving(view, frame, frame + (held(exercise, frame) ? 0 : 1))) {
                        var from = view.between(frame, frame, 0).get(joint);
                        var to = view.between(frame + 1, frame + 1, 0).get(joint);
                        var arrow = arrows.get(at++);
                        double right = (to.x() - from.x()) * (side == Side.LEFT ? -1 : 1);
                        double up = to.y() - from.y();
                        double along = right * (arrow.to().x() - arrow.from().x())
                                + up * (arrow.to().y() - arrow.from().y());
                        double most = Math.hypot(right, up)
                                * Math.hypot(
                                        arrow.to().x() - arrow.from().x(),
                                        arrow.to().y() - arrow.from().y());
                        assertThat(along).as(joint + " from frame " + frame).isGreaterThan(most * 0.9);
                    }
                }
                assertThat(arrows).hasSize(at);
                shown += at;
            }
        }
        assertThat(shown).isPositive();
    }

    private static List<Joint> moving(Figure view, int from, int to) {
        return (view.arrows().isEmpty() ? List.of(farthest(view, from, to)) : view.arrows())
                .stream().filter(joint -> moved(view, joint, from, to) >= 2).toList();
    }

    private static Joint farthest(Figure view, int from, int to) {
        return view.frames().get(0).keySet().stream()
                .max(Comparator.comparingDouble(joint -> moved(view, joint, from, to)))
                .orElseThrow();
    }

    private static double moved(Figure view, Joint joint, int from, int to) {
        var one = view.between(from, from, 0).get(joint);
        var other = view.between(to, to, 0).get(joint);
        return Math.hypot(one.x() - other.x(), one.y() - other.y());
    }

    @Test
    void what_goes_up_on_up_has_its_arrow_up() {
        for (var exercise : exercises().toList()) {
            var phases = exercise.pace().phases();
            for (int i = 0; i < phases.size() && exercise.dose().kind() == DoseKind.REPS; i++) {
                var arrows = sketch(exercise, i, exercise.sides().get(0)).arrows();
                double rise = arrows.stream()
                        .mapToDouble(arrow -> arrow.to().y() - arrow.from().y())
                        .sum();
                switch (phases.get(i).name()) {
                    case "up" -> assertThat(rise).as(exercise.id()).isPositive();
                    case "down" -> assertThat(rise).as(exercise.id()).isNegative();
                    case "hold" -> assertThat(arrows).as(exercise.id()).isEmpty();
                    default -> {}
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void arrows_and_letters_stay_clear_of_the_body_and_within_the_box(Exercise exercise) {
        for (int frame = 0; frame < figure(exercise).frames().size(); frame++) {
            for (var side : exercise.sides()) {
                var sketch = sketch(exercise, frame, side);
                var loose = new ArrayList<Point>();
                sketch.arrows().forEach(arrow -> loose.addAll(List.of(arrow.from(), arrow.to())));
                sketch.mark().ifPresent(mark -> loose.add(mark.at()));
                for (var point : loose) {
                    assertThat(point.x())
                            .isBetween(sketch.box().left(), sketch.box().right());
                    assertThat(point.y()).isBetween(0.0, sketch.box().top());
                    for (var stroke : sketch.strokes()) {
                        if (stroke.pen() != Pen.FLOOR && stroke.pen() != Pen.THING) {
                            assertThat(stroke.points())
                                    .as(exercise.id() + " frame " + frame)
                                    .allMatch(joint -> Math.hypot(point.x() - joint.x(), point.y() - joint.y()) > 5);
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void the_working_limb_is_marked_where_there_are_sides(Exercise exercise) {
        for (var side : exercise.sides()) {
            var sketch = sketch(exercise, 0, side);
            var text = String.join("", new Drawing(sketch, 40, 12, true).lines());
            var pens = new Drawing(sketch, 40, 12, true)
                    .runs().stream().flatMap(List::stream).map(Drawing.Run::pen).toList();
            assertThat(text.replaceAll("[^RL]", "")).isEqualTo(side == Side.BOTH ? "" : side == Side.LEFT ? "L" : "R");
            assertThat(pens.contains(Pen.WORKING)).isEqualTo(side != Side.BOTH);
        }
    }

    /** A post behind a leg that is stretched out before it. */
    @Test
    void the_working_limb_is_heavier_and_a_thing_is_behind_it() {
        var frame = Map.of(
                Joint.HEAD, new Point(10, 80),
                Joint.NECK, new Point(10, 70),
                Joint.HIP, new Point(10, 40),
                Joint.KNEE, new Point(50, 40),
                Joint.FOOT, new Point(90, 40));
        var figure = new Figure(
                Figure.View.SIDE,
                Figure.Limb.LEG,
                List.of(List.of(new Point(70, 0), new Point(70, 95))),
                List.of(),
                List.of(frame),
                Optional.empty());
        var both = new Drawing(Sketch.of(new Layout(figure, Side.BOTH), 0, 0, 0), 240, 96, true).lines();
        var right = new Drawing(Sketch.of(new Layout(figure, Side.RIGHT), 0, 0, 0), 240, 96, true).lines();
        assertThat(ink(right)).isGreaterThan(ink(both) * 6 / 5);
        // Down the post: drawn, a gap, the leg, a gap, drawn again.
        int column = both.get(10).stripTrailing().length() - 2;
        var post = both.stream()
                .map(line -> line.charAt(column))
                .map(cell -> dots(cell) == 0 ? " " : "x")
                .collect(Collectors.joining());
        assertThat(post).matches(" *x+ +x+ +x+");
    }

    private static int dots(char cell) {
        return cell >= 0x2800 && cell <= 0x28FF ? Integer.bitCount(cell - 0x2800) : 0;
    }

    private static int ink(List<String> lines) {
        return String.join("", lines).chars().map(c -> dots((char) c)).sum();
    }

    @Test
    void the_front_leg_is_clear_of_the_chair() {
        var figure = figure(exercises()
                .filter(it -> it.id().equals("chair-hip-flexor"))
                .findFirst()
                .orElseThrow());
        for (var frame : figure.frames()) {
            for (var line : figure.lines()) {
                for (int i = 1; i < line.size(); i++) {
                    assertThat(java.awt.geom.Line2D.linesIntersect(
                                    frame.get(Joint.FAR_KNEE).x(),
                                    frame.get(Joint.FAR_KNEE).y(),
                                    frame.get(Joint.FAR_FOOT).x(),
                                    frame.get(Joint.FAR_FOOT).y(),
                                    line.get(i - 1).x(),
                                    line.get(i - 1).y(),
                                    line.get(i).x(),
                                    line.get(i).y()))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void somebody_lying_has_the_full_width() {
        for (var id : List.of("pelvic-tilt", "glute-bridge", "knee-to-chest")) {
            var exercise =
                    exercises().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
            var lines = new Drawing(sketch(exercise, 0, exercise.sides().get(0)), 60, 24, true).lines();
            assertThat(lines.get(23).charAt(0)).as(id).isNotEqualTo(' ');
            assertThat(lines.get(23).charAt(59)).as(id).isNotEqualTo(' ');
        }
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
        var right = Sketch.of(new Layout(figure, Side.RIGHT), 1, 1, 0);
        var left = Sketch.of(new Layout(figure, Side.LEFT), 1, 1, 0);
        assertThat(left.box()).isEqualTo(right.box());
        assertThat(left.heads().get(0).x() + right.heads().get(0).x())
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
            head.add(Sketch.of(new Layout(figure, Side.BOTH), 0, 1, i / 4.0)
                    .heads()
                    .get(0)
                    .y());
        }
        assertThat(head).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(Sketch.of(new Layout(figure, Side.BOTH), 0, 1, 1).strokes())
                .isEqualTo(Sketch.of(new Layout(figure, Side.BOTH), 1, 2, 0).strokes());
    }

    @Test
    void any_size_gives_lines_of_that_size() {
        var random = new Random(5);
        var all = exercises().toList();
        for (int i = 0; i < 500; i++) {
            int columns = 1 + random.nextInt(120);
            int rows = 1 + random.nextInt(50);
            var figure = figure(all.get(random.nextInt(all.size())));
            var layout = new Layout(figure, random.nextBoolean() ? Side.LEFT : Side.BOTH);
            var sketch = Sketch.of(layout, 0, 1, random.nextDouble());
            boolean unicode = random.nextBoolean();
            var lines = new Drawing(sketch, columns, rows, unicode).lines();
            assertThat(lines).hasSize(rows).allSatisfy(line -> assertThat(line).hasSize(columns));
            if (!unicode) {
                assertThat(String.join("", lines)).isASCII();
            }
        }
    }
}
