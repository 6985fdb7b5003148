package stretch.html;

import java.util.List;
import stretch.catalogue.Exercise;
import stretch.catalogue.Side;
import stretch.figure.FigureSvg;
import stretch.session.plan.Step;
import stretch.text.NumberWords;

/**
 * An exercise as a page shows it: figures, dose and what to mind.
 *
 * @param number its place in the routine, from 1
 * @param setup one paragraph; may be empty, as {@code feel} may
 */
record PosterCard(
        int number,
        String name,
        String dose,
        boolean twoSided,
        List<PromptedFigure> poses,
        String setup,
        List<String> cues,
        String feel) {
    /**
     * The exercise on one side.
     *
     * @param prompt which leg goes where; empty where there are no sides
     * @param figure an SVG; empty if the exercise has none
     */
    record PromptedFigure(String prompt, String figure) {
        static PromptedFigure of(Step step) {
            var exercise = step.exercise();
            return new PromptedFigure(
                    prompt(exercise, step.side()),
                    exercise.figure().isPresent() ? FigureSvg.inline(exercise, step.side()) : "");
        }

        boolean showsSomething() {
            return !figure.isEmpty() || !prompt.isEmpty();
        }

        private static String prompt(Exercise exercise, Side side) {
            if (side == Side.BOTH) {
                return "";
            }
            return exercise.sidePrompts().getOrDefault(side, NumberWords.capital(side.id()) + " side");
        }
    }

    /** The card of steps that are the same exercise, a side each. */
    static PosterCard of(int number, List<Step> steps) {
        var step = steps.get(0);
        var exercise = step.exercise();
        var sides = steps.size() > 1
                ? " each side"
                : step.side() == Side.BOTH ? "" : ", " + step.side().id() + " only";
        return new PosterCard(
                number,
                exercise.name(),
                step.dose().text() + sides,
                steps.size() > 1,
                steps.stream()
                        .map(PromptedFigure::of)
                        .filter(PromptedFigure::showsSomething)
                        .toList(),
                String.join(" ", Side.BOTH.fill(exercise.setup())),
                Side.BOTH.fill(exercise.instructions()),
                Side.BOTH.fill(exercise.feel()));
    }
}
