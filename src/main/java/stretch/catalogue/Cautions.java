package stretch.catalogue;

import java.util.List;

/**
 * When to see a professional: what this is, the signs, and the urgent ones, which stand apart.
 *
 * @param help what to do where it is urgent
 * @param otherwise what holds where there are none of these signs
 */
public record Cautions(
        String general, List<String> signs, List<String> urgent, String help, String otherwise, String source) {
    /** Those of a catalogue without anything, which the shipped one is read over. */
    public static final Cautions NONE = new Cautions("", List.of(), List.of(), "", "", "");

    public Cautions {
        signs = List.copyOf(signs);
        urgent = List.copyOf(urgent);
    }

    /** The first urgent signs, so many, and what to do, as one text. */
    public String urgent(int number) {
        return String.join(" ", urgent.subList(0, number)) + " " + help;
    }

    /** All urgent signs, and what to do, as one text. */
    public String allUrgent() {
        return urgent(urgent.size());
    }
}
