package stretch.html;

import java.time.Duration;
import java.util.List;
import stretch.catalogue.exercise.Exercise;
import stretch.catalogue.exercise.Side;
import stretch.figure.FigureSvg;
import stretch.session.plan.Step;
import stretch.text.Durations;
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
            return exercise.instructions().sidePrompts().getOrDefault(side, NumberWords.capital(side.id()) + " side");
        }
    }

    /** The card of steps that are the same exercise, a side and a set each. */
    static PosterCard of(int number, List<Step> steps) {
        var step = steps.get(0);
        var exercise = step.exercise();
        var sides = steps.stream().filter(other -> other.set().set() == 1).toList();
        return new PosterCard(
                number,
                exercise.name(),
                dose(steps, sides.size() > 1),
                sides.size() > 1,
                sides.stream()
                        .map(PromptedFigure::of)
                        .filter(PromptedFigure::showsSomething)
                        .toList(),
                String.join(" ", Side.BOTH.fill(exercise.instructions().setup())),
                Side.BOTH.fill(exercise.inOrder()),
                Side.BOTH.fill(exercise.instructions().feel()));
    }

    /** How much, how often and with what: {@code 3 x 10 reps each side, rest 60 s, 5 kg; slowly}. */
    private static String dose(List<Step> steps, boolean twoSided) {
        var step = steps.get(0);
        var set = step.set();
        var side = twoSided
                ? " each side"
                : step.side() == Side.BOTH ? "" : ", " + step.side().id() + " only";
        var rest = steps.get(steps.size() - 1).set().set() == 1
                ? Duration.ZERO
                : steps.stream()
                        .map(one -> one.set().rest())
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO);
        return (set.sets() > 1 ? set.sets() + " x " : "")
                + step.dose().text()
                + side
                + (rest.isZero() ? "" : ", rest " + Durations.words(rest))
                + (set.load().isEmpty() ? "" : ", " + set.load())
                + (set.note().isEmpty() ? "" : "; " + set.note());
    }
}
