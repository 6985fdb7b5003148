package stretch.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import stretch.catalogue.exercise.Figure;
import stretch.catalogue.exercise.Figure.Joint;
import stretch.catalogue.exercise.Figure.Limb;
import stretch.catalogue.exercise.Figure.Point;
import stretch.catalogue.exercise.Side;

/** Joints to the strokes of a body. */
final class Skeleton {
    /** How far the head's outline is from its middle, in hundredths of a person's height. */
    static final double HEAD = 7;

    /** A curve is so many straight pieces. */
    private static final int PIECES = 8;

    private Skeleton() {}

    /** What is behind comes first: the far limbs, the body, the near limbs. */
    static List<Stroke> strokes(Figure figure, Map<Joint, Point> joints, Side side) {
        var strokes = new ArrayList<Stroke>();
        var leg = side != Side.BOTH && figure.working() == Limb.LEG ? Pen.WORKING : Pen.BODY;
        var arm = side != Side.BOTH && figure.working() == Limb.ARM ? Pen.WORKING : Pen.BODY;
        add(strokes, Pen.FAR, joints, Joint.NECK, Joint.FAR_ELBOW, Joint.FAR_HAND);
        add(strokes, Pen.FAR, joints, Joint.HIP, Joint.FAR_KNEE, Joint.FAR_FOOT, Joint.FAR_TOE);
        strokes.add(new Stroke(Pen.BODY, spine(joints)));
        add(strokes, leg, joints, Joint.HIP, Joint.KNEE, Joint.FOOT, Joint.TOE);
        add(strokes, arm, joints, Joint.NECK, Joint.ELBOW, Joint.HAND);
        return strokes;
    }

    static Point head(Map<Joint, Point> joints) {
        return Objects.requireNonNull(joints.get(Joint.HEAD));
    }

    /** Head, neck and hip; where there is a place of the back between those, a curve through it. */
    private static List<Point> spine(Map<Joint, Point> joints) {
        var neck = Objects.requireNonNull(joints.get(Joint.NECK));
        var hip = Objects.requireNonNull(joints.get(Joint.HIP));
        var points = new ArrayList<>(List.of(head(joints), neck));
        var back = joints.get(Joint.BACK);
        if (back != null) {
            // What pulls a curve of one bend has to be as far beyond its middle as that is beyond the straight line.
            var pull = neck.towards(hip, 0.5).towards(back, 2);
            for (int i = 1; i < PIECES; i++) {
                double part = (double) i / PIECES;
                points.add(neck.towards(pull, part).towards(pull.towards(hip, part), part));
            }
        }
        points.add(hip);
        return points;
    }

    private static void add(List<Stroke> strokes, Pen pen, Map<Joint, Point> joints, Joint... chain) {
        var points = new ArrayList<Point>();
        for (var joint : chain) {
            var point = joints.get(joint);
            if (point != null) {
                points.add(point);
            }
        }
        if (points.size() > 1) {
            strokes.add(new Stroke(pen, points));
        }
    }
}
