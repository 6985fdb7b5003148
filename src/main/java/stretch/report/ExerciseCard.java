package stretch.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import stretch.catalogue.exercise.Exercise;
import stretch.catalogue.exercise.Side;
import stretch.figure.FigureSvg;
import stretch.history.Aggregates;
import stretch.text.NumberWords;

/**
 * One exercise as the page shows it: how it looks, how much of it, what to mind, and how often it was done.
 *
 * @param poses its figure for each side; none without a figure
 * @param cues what to mind, the most important first
 */
record ExerciseCard(String name, List<CaptionedFigure> poses, List<LabelledText> lines, List<String> cues) {
    /** A figure, and which leg goes where. */
    record CaptionedFigure(String svg, String words) {}

    record LabelledText(String label, String text) {}

    static ExerciseCard of(ExerciseSummary summary) {
        var exercise = summary.exercise();
        return new ExerciseCard(
                summary.name(),
                exercise.filter(it -> it.figure().isPresent())
                        .map(ExerciseCard::poses)
                        .orElse(List.of()),
                lines(summary),
                exercise.map(it -> it.instructions().cues()).orElse(List.of()));
    }

    boolean hasCues() {
        return !cues.isEmpty();
    }

    private static List<CaptionedFigure> poses(Exercise exercise) {
        return exercise.sides().stream()
                .map(side -> new CaptionedFigure(
                        FigureSvg.inline(exercise, side),
                        exercise.instructions()
                                .sidePrompts()
                                .getOrDefault(side, side == Side.BOTH ? "" : NumberWords.capital(side.id()))))
                .toList();
    }

    private static List<LabelledText> lines(ExerciseSummary summary) {
        var lines = new ArrayList<LabelledText>();
        lines.add(new LabelledText(
                "Dose",
                summary.exercise()
                        .map(exercise -> exercise.dose().text() + Side.after(exercise.sides()))
                        .orElse("it is no longer in the catalogue")));
        if (summary.exercise()
                .filter(it -> it.dose().text().equals(summary.dose()))
                .isEmpty()) {
            lines.add(new LabelledText("Planned as", summary.dose()));
        }
        lines.add(new LabelledText(
                "Done", summary.parts().stream().map(ExerciseCard::often).collect(Collectors.joining("; "))));
        lines.add(new LabelledText("Last time", ReportText.day(summary.last())));
        if (summary.hurt() > 0) {
            lines.add(new LabelledText("Hurt", summary.whereItHurt()));
        }
        summary.exercise()
                .filter(it -> !it.instructions().feel().isBlank())
                .ifPresent(it -> lines.add(new LabelledText(
                        "Feels", Side.BOTH.fill(it.instructions().feel()))));
        return lines;
    }

    private static String often(Aggregates.ExerciseTotals part) {
        return (part.side() == Side.BOTH ? "" : part.side().id() + " ")
                + ReportText.amount(part.done() + part.shortened(), "time") + " on "
                + ReportText.amount(part.days(), "day");
    }
}
