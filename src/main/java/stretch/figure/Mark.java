package stretch.figure;

import java.util.Locale;
import stretch.catalogue.exercise.Figure.Point;
import stretch.catalogue.exercise.Side;

/** The letter of the side, beside the limb that is worked on. */
public record Mark(Point at, Side side) {
    public String letter() {
        return side.id().substring(0, 1).toUpperCase(Locale.ROOT);
    }
}
