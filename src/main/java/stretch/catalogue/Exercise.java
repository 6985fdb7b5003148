package stretch.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One movement: how to set it up, how much of it, what to mind and what it should feel like.
 *
 * @param sides the sides in the order they are done; {@code [BOTH]} where there is only one step
 * @param sidePrompts what to do with which leg, per side; empty where the catalogue says nothing more than the side
 * @param pace the tempo of one repetition or breath; unused by holds
 * @param prepare the get-ready time where the catalogue sets one; otherwise it grows with the set-up text
 * @param cues form cues, the most important first
 * @param note where a number or condition is ours, or a wider range is advised
 * @param alternatives gentler or simpler exercises to do instead, the preferred first
 * @param lessons ids of the lessons that say why
 * @param spine what the low back does; neutral where the catalogue does not say
 * @param figure what it looks like
 */
public record Exercise(
        String id,
        String name,
        Position position,
        List<String> equipment,
        Dose dose,
        List<Side> sides,
        Map<Side, String> sidePrompts,
        Pace pace,
        Optional<Duration> prepare,
        List<String> setup,
        List<String> cues,
        String feel,
        String targets,
        String why,
        String note,
        List<Alternative> alternatives,
        List<String> lessons,
        Spine spine,
        Optional<Figure> figure,
        String source) {

    /** What the low back does meanwhile. */
    public enum Spine {
        NEUTRAL,
        /** It bends, as in a forward fold: what the lesson {@code hamstrings} warns of. */
        ROUNDED;

        /** The word in files. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Another exercise to do instead, and the condition under which it is the better one (may be empty). */
    public record Alternative(String exercise, String when) {}

    public Exercise {
        equipment = List.copyOf(equipment);
        sides = List.copyOf(sides);
        sidePrompts = Map.copyOf(sidePrompts);
        setup = List.copyOf(setup);
        cues = List.copyOf(cues);
        alternatives = List.copyOf(alternatives);
        lessons = List.copyOf(lessons);
        if (sides.isEmpty()) {
            throw new IllegalArgumentException(id + " has no side");
        }
    }

    public boolean isTwoSided() {
        return !sides.equals(List.of(Side.BOTH));
    }

    /** Whether it asks for a position or a piece of equipment that goes by this word. */
    public boolean needs(String word) {
        return position.fallsUnder(word) || equipment.contains(word);
    }
}
