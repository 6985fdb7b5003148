package stretch.html;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import stretch.catalogue.Cautions;
import stretch.session.plan.Plan;
import stretch.session.plan.Step;
import stretch.session.plan.StepSet;
import stretch.session.script.Script;
import stretch.text.Durations;

/**
 * A routine on paper: its exercises in order, each as a card, and below them when to see a professional.
 *
 * @param few whether it is so short that all of it can be large
 */
public record RoutinePoster(
        String name, String when, String length, boolean few, List<PosterBlock> blocks, PosterCautions cautions) {
    /** So many cards fill a sheet when they are large. */
    private static final int FEW = 2;

    /**
     * Exercises that are done one after the other.
     *
     * @param rounds how often, and with what rest; empty where each is done once
     */
    private record PosterBlock(String rounds, List<PosterCard> cards) {}

    /** What the catalogue says of signs that need a professional. */
    private record PosterCautions(String general, String signs, String urgent) {
        static PosterCautions of(Cautions cautions) {
            return new PosterCautions(cautions.general(), String.join(" ", cautions.signs()), cautions.allUrgent());
        }
    }

    public static String of(Plan plan) {
        var blocks = blocks(plan.steps());
        int cards = blocks.stream().mapToInt(block -> block.cards().size()).sum();
        var routine = plan.routine();
        return HtmlPage.of(
                "sheet",
                routine.name(),
                new RoutinePoster(
                        routine.name(),
                        routine.when(),
                        Durations.about(Script.of(plan).length()),
                        cards <= FEW,
                        blocks,
                        PosterCautions.of(plan.catalogue().cautions())));
    }

    /** The first round of each block stands for all of it; what is done once and has no block makes one. */
    private static List<PosterBlock> blocks(List<Step> steps) {
        var blocks = new ArrayList<PosterBlock>();
        int cards = 0;
        for (int from = 0; from < steps.size(); ) {
            int rounds = steps.get(from).set().rounds();
            int to = end(steps, from, set -> set.round() == 1 && set.rounds() == rounds);
            var block = cards(steps.subList(from, to), cards);
            from = end(steps, to, set -> set.round() > 1);
            blocks.add(new PosterBlock(
                    rounds == 1 ? "" : rounds(rounds, steps.get(to).set().rest(), block), block));
            cards += block.size();
        }
        return blocks;
    }

    private static int end(List<Step> steps, int from, Predicate<StepSet> belongs) {
        int end = from;
        while (end < steps.size() && belongs.test(steps.get(end).set())) {
            end++;
        }
        return end;
    }

    /** "3 rounds of exercises 2 to 4, rest 1 min 30 s between them" */
    private static String rounds(int rounds, Duration rest, List<PosterCard> cards) {
        int first = cards.get(0).number();
        int last = first + cards.size() - 1;
        return rounds + " rounds of exercise" + (last == first ? " " : "s ") + first
                + (last == first ? "" : (last == first + 1 ? " and " : " to ") + last)
                + (rest.isZero() ? "" : ", rest " + Durations.words(rest) + " between them");
    }

    /** Steps of one exercise that follow each other are its sides and sets, and share a card. */
    private static List<PosterCard> cards(List<Step> steps, int before) {
        var cards = new ArrayList<PosterCard>();
        for (int from = 0; from < steps.size(); ) {
            int to = from + 1;
            while (to < steps.size() && steps.get(to).goesOn()) {
                to++;
            }
            cards.add(PosterCard.of(before + cards.size() + 1, steps.subList(from, to)));
            from = to;
        }
        return cards;
    }
}
