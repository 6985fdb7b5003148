package stretch.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Exercise;
import stretch.catalogue.Pattern;
import stretch.catalogue.Suggestion;
import stretch.session.Plan;
import stretch.session.Script;
import stretch.session.Wishes;
import stretch.text.Durations;

/** The questions about the patterns, and what answers those that are true; nothing here knows what anybody has. */
final class SuggestPage {
    private static final String CAREFUL =
            "This is no diagnosis and promises nothing. 'stretch cautions' says when to see a professional.";

    private SuggestPage() {}

    static void questions(Page page, Catalogue catalogue, boolean json) {
        var patterns = catalogue.patterns().values();
        if (json) {
            page.json(Map.of("patterns", patterns.stream().map(Shapes::of).toList()));
            return;
        }
        page.heading("Which of these do you know?");
        page.paragraph(0, "Several may be true.");
        page.gap();
        int widest = patterns.stream()
                .mapToInt(pattern -> pattern.id().length())
                .max()
                .orElse(0);
        patterns.forEach(pattern -> page.hanging("  " + pad(pattern.id(), widest) + "  ", pattern.question()));
        page.gap();
        page.paragraph(0, "Answer with --pattern, once for each that is: stretch suggest --pattern ID --pattern ID");
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    static void answers(Page page, Catalogue catalogue, Suggestion suggestion, boolean json) {
        if (json) {
            page.json(shape(catalogue, suggestion));
            return;
        }
        if (suggestion.isEmpty()) {
            page.paragraph(0, "None of them, then. 'stretch run daily' is the practice for every day.");
            return;
        }
        suggestion.patterns().forEach(pattern -> {
            pattern(page, catalogue, pattern);
            page.gap();
        });
        var plan = Plan.of(catalogue, suggestion.routine("suggested"), Wishes.NONE);
        page.heading(
                "A routine out of these, " + Durations.about(Script.of(plan).length()));
        suggestion.exercises().forEach(exercise -> page.hanging("  - ", exercise.id() + ", " + dose(exercise)));
        suggestion.habits().forEach(habit -> page.hanging("  - ", "and the habit " + habit.id() + ": " + habit.text()));
        page.gap();
        page.paragraph(0, CAREFUL);
    }

    private static void pattern(Page page, Catalogue catalogue, Pattern pattern) {
        page.heading(pattern.name());
        if (!pattern.happens().isBlank()) {
            page.paragraph(2, "What can happen: " + pattern.happens());
        }
        exercises(catalogue, pattern)
                .forEach(exercise -> page.hanging("  - ", exercise.id() + ": " + Suggestion.why(exercise)));
        if (!pattern.mapping().isBlank()) {
            page.paragraph(2, "Which exercise answers this: " + pattern.mapping());
        }
        if (!pattern.source().isBlank()) {
            page.paragraph(2, "Source of the pattern: " + pattern.source());
        }
    }

    private static List<Exercise> exercises(Catalogue catalogue, Pattern pattern) {
        return pattern.answers().stream()
                .map(id -> Objects.requireNonNull(catalogue.exercises().get(id)))
                .toList();
    }

    private static String dose(Exercise exercise) {
        int low = exercise.dose().amount().low();
        return low + " " + exercise.dose().kind().unit() + (exercise.isTwoSided() ? " a side" : "");
    }

    private static Object shape(Catalogue catalogue, Suggestion suggestion) {
        var patterns = new ArrayList<Object>();
        for (var pattern : suggestion.patterns()) {
            var shape = Shapes.of(pattern);
            shape.put(
                    "exercises",
                    exercises(catalogue, pattern).stream()
                            .map(exercise -> {
                                var one = new LinkedHashMap<String, Object>();
                                one.put("id", exercise.id());
                                one.put("name", exercise.name());
                                one.put("why", Suggestion.why(exercise));
                                return one;
                            })
                            .toList());
            patterns.add(shape);
        }
        var routine = new LinkedHashMap<String, Object>();
        routine.put(
                "exercises", suggestion.exercises().stream().map(Exercise::id).toList());
        routine.put("habits", suggestion.habits().stream().map(Shapes::of).toList());
        var all = new LinkedHashMap<String, Object>();
        all.put("patterns", patterns);
        all.put("routine", routine);
        all.put("careful", CAREFUL);
        return all;
    }
}
