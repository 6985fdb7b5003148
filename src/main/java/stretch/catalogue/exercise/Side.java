package stretch.catalogue.exercise;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import stretch.text.Named;
import stretch.text.NumberWords;

/** The side a step works on: of a hip stretch, the side of the hip that is stretched. */
public enum Side implements Named {
    LEFT,
    RIGHT,
    BOTH;

    /**
     * A line of an exercise for this side: {@code {side}} and {@code {other}} become left and right, with a capital
     * where the sentence begins with them; of both at once, the working and the other one.
     */
    public String fill(String line) {
        var one = this == BOTH ? "working" : id();
        var other = this == LEFT ? RIGHT.id() : this == RIGHT ? LEFT.id() : "other";
        var filled = line.replace("{side}", one).replace("{other}", other);
        return line.startsWith("{") ? NumberWords.capital(filled) : filled;
    }

    /** What follows a dose that is done on these sides: {@code " a side"}, {@code " right"}; nothing for both at once. */
    public static String after(Collection<Side> sides) {
        var each = EnumSet.copyOf(sides);
        each.remove(BOTH);
        return each.isEmpty()
                ? ""
                : each.size() > 1 ? " a side" : " " + each.iterator().next().id();
    }

    public List<String> fill(List<String> lines) {
        return lines.stream().map(this::fill).toList();
    }
}
