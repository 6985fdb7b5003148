package stretch.html;

import java.util.ArrayList;
import java.util.List;
import stretch.catalogue.Cautions;
import stretch.session.plan.Plan;
import stretch.session.script.Script;
import stretch.text.Durations;

/**
 * A routine on paper: its exercises in order, each as a card, and below them when to see a professional.
 *
 * @param few whether it is so short that all of it can be large
 */
public record RoutinePoster(
        String name, String when, String length, boolean few, List<PosterCard> cards, List<PosterCautions> cautions) {
    /** So many cards fill a sheet when they are large. */
    private static final int FEW = 2;

    /** What the catalogue says of signs that need a professional. */
    private record PosterCautions(String general, String signs, String urgent) {
        static PosterCautions of(Cautions cautions) {
            return new PosterCautions(cautions.general(), String.join(" ", cautions.signs()), cautions.allUrgent());
        }
    }

    /** The sheet of a plan as an HTML page. */
    public static String of(Plan plan) {
        var cards = cards(plan);
        var routine = plan.routine();
        return HtmlPage.of(
                "sheet",
                routine.name(),
                new RoutinePoster(
                        routine.name(),
                        routine.when(),
                        Durations.about(Script.of(plan).length()),
                        cards.size() <= FEW,
                        cards,
                        plan.catalogue().cautions().map(PosterCautions::of).stream()
                                .toList()));
    }

    /** Steps of one exercise that follow each other are its sides and sets, and share a card; rounds are alike. */
    private static List<PosterCard> cards(Plan plan) {
        var cards = new ArrayList<PosterCard>();
        var steps =
                plan.steps().stream().filter(step -> step.set().round() == 1).toList();
        for (int from = 0; from < steps.size(); ) {
            int to = from + 1;
            while (to < steps.size() && steps.get(to).goesOn()) {
                to++;
            }
            cards.add(PosterCard.of(cards.size() + 1, steps.subList(from, to)));
            from = to;
        }
        return cards;
    }
}
