package stretch.catalogue.exercise;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import stretch.text.Named;

/**
 * One movement: how to set it up, how much of it, what to mind and what it should feel like.
 *
 * @param sides the sides in the order they are done; {@code [BOTH]} where there is only one step
 * @param pace the tempo of one repetition or breath; unused by holds
 * @param prepare the get-ready time where the catalogue sets one; otherwise it grows with the set-up text
 * @param alternatives gentler or simpler exercises to do instead, the preferred first
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
        Pace pace,
        Optional<Duration> prepare,
        Instructions instructions,
        Reasons reasons,
        List<Alternative> alternatives,
        Spine spine,
        Optional<Figure> figure) {

    /**
     * How it is done.
     *
     * @param setup how to get into place, in order; in these and in {@code enter}, {@code {side}} and {@code {other}} stand
     *     for the side that is worked on and the other one
     * @param sidePrompts what to do with which leg, per side; empty where the catalogue says nothing more than the side
     * @param enter the way into the stretch, in order, ending in the stretch itself; the clock starts after it
     * @param cues what to mind while holding, the most important first
     * @param feel what it should feel like
     */
    public record Instructions(
            List<String> setup, Map<Side, String> sidePrompts, List<String> enter, List<String> cues, String feel) {
        public Instructions {
            setup = List.copyOf(setup);
            sidePrompts = Map.copyOf(sidePrompts);
            enter = List.copyOf(enter);
            cues = List.copyOf(cues);
        }
    }

    /**
     * What speaks for it.
     *
     * @param targets what it works on
     * @param note where a number or condition is ours, or a wider range is advised
     * @param lessons ids of the lessons that say why
     */
    public record Reasons(String targets, String why, String note, List<String> lessons, String source) {
        public Reasons {
            lessons = List.copyOf(lessons);
        }
    }

    /** What the low back does meanwhile. */
    public enum Spine implements Named {
        NEUTRAL,
        /** It bends, as in a forward fold: what the lesson {@code hamstrings} warns of. */
        ROUNDED
    }

    /** Another exercise to do instead, and the condition under which it is the better one (may be empty). */
    public record Alternative(String exercise, String when) {}

    public Exercise {
        equipment = List.copyOf(equipment);
        sides = List.copyOf(sides);
        alternatives = List.copyOf(alternatives);
        if (sides.isEmpty()) {
            throw new IllegalArgumentException(id + " has no side");
        }
    }

    /** All that is said of how to do it, in the order in which it is done: the way in, the phases, what to mind. */
    public List<String> inOrder() {
        return Stream.of(
                        instructions.enter().stream(),
                        pace.phases().stream().map(Pace.Phase::instruction).filter(text -> !text.isEmpty()),
                        instructions.cues().stream())
                .flatMap(lines -> lines)
                .toList();
    }

    /** The tempo of a dose: its own, or the usual one where the dose is of another kind than its own. */
    public Pace pace(DoseKind kind) {
        return kind == dose.kind() ? pace : Pace.usual(kind);
    }

    /** How long a dose takes at its high end, on one side. */
    public Duration longest(Dose asked) {
        long unit =
                asked.kind() == DoseKind.HOLD ? 1 : pace(asked.kind()).length().toSeconds();
        return Duration.ofSeconds(unit * asked.amount().high());
    }

    public boolean isTwoSided() {
        return !sides.equals(List.of(Side.BOTH));
    }

    /** Whether it asks for a position or a piece of equipment that goes by this word. */
    public boolean needs(String word) {
        return position.fallsUnder(word) || equipment.contains(word);
    }
}
