package stretch.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import stretch.catalogue.Exercise;
import stretch.catalogue.Side;
import stretch.figure.Svg;
import stretch.history.Sums;

/**
 * One exercise as the page shows it: how it looks, how much of it, what to mind, and how often it was done.
 *
 * @param poses its figure for each side; none without a figure
 * @param cues what to mind, the most important first
 */
record Card(String name, List<Pose> poses, List<Line> lines, List<String> cues) {
    /** A figure, and which leg goes where. */
    record Pose(String svg, String words) {}

    record Line(String label, String text) {}

    static Card of(Performed performed) {
        var exercise = performed.exercise();
        return new Card(
                performed.name(),
                exercise.filter(it -> it.figure().isPresent()).map(Card::poses).orElse(List.of()),
                lines(performed),
                exercise.map(Exercise::cues).orElse(List.of()));
    }

    boolean hasCues() {
        return !cues.isEmpty();
    }

    private static List<Pose> poses(Exercise exercise) {
        return exercise.sides().stream()
                .map(side -> new Pose(
                        Svg.inline(exercise, side),
                        exercise.sidePrompts().getOrDefault(side, side == Side.BOTH ? "" : Words.capital(side.id()))))
                .toList();
    }

    private static List<Line> lines(Performed performed) {
        var lines = new ArrayList<Line>();
        lines.add(new Line(
                "Dose",
                performed
                        .exercise()
                        .map(exercise -> exercise.dose().text() + (exercise.isTwoSided() ? " a side" : ""))
                        .orElse("it is not in the catalogue any more")));
        if (performed
                .exercise()
                .filter(it -> it.dose().text().equals(performed.dose()))
                .isEmpty()) {
            lines.add(new Line("Planned as", performed.dose()));
        }
        lines.add(new Line("Done", performed.parts().stream().map(Card::often).collect(Collectors.joining("; "))));
        lines.add(new Line("Last time", Words.day(performed.last())));
        if (performed.hurt() > 0) {
            lines.add(new Line("Hurt", performed.whereItHurt()));
        }
        performed
                .exercise()
                .filter(it -> !it.feel().isBlank())
                .ifPresent(it -> lines.add(new Line("Feels", Side.BOTH.fill(it.feel()))));
        return lines;
    }

    private static String often(Sums.Exercises part) {
        return (part.side() == Side.BOTH ? "" : part.side().id() + " ")
                + Words.amount(part.done() + part.shortened(), "time") + " on " + Words.amount(part.days(), "day");
    }
}
