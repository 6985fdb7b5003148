package stretch.cli.learn;

import java.util.List;
import java.util.Objects;
import stretch.catalogue.Catalogue;
import stretch.catalogue.ExerciseSuggestion;
import stretch.catalogue.Goal;
import stretch.catalogue.SourceTitles;
import stretch.catalogue.exercise.Exercise;
import stretch.catalogue.exercise.PosturePattern;
import stretch.catalogue.exercise.Side;
import stretch.json.JsonObject;
import stretch.output.Printer;
import stretch.session.script.Script;
import stretch.text.DisplayWidth;
import stretch.text.Durations;

/** The questions about the patterns, and what answers those that are true; nothing here knows what anybody has. */
final class SuggestView {
    private static final String CAREFUL =
            "This is not a diagnosis, and it promises nothing. 'stretch cautions' says when to see a professional.";

    private SuggestView() {}

    static void questions(Printer printer, Catalogue catalogue, boolean json) {
        var patterns = catalogue.patterns().values();
        if (json) {
            printer.json(new JsonObject().put("patterns", patterns, CatalogueJson::of));
            return;
        }
        printer.heading("Which of these apply to you?");
        printer.paragraph(0, "More than one may apply.");
        printer.blankLine();
        int widest = DisplayWidth.widest(patterns.stream().map(PosturePattern::id));
        patterns.forEach(
                pattern -> printer.hanging("  " + DisplayWidth.pad(pattern.id(), widest) + "  ", pattern.question()));
        printer.blankLine();
        printer.paragraph(0, "Answer with those that apply: stretch suggest --pattern stiff-hips,one-hip");
    }

    static void answers(Printer printer, Catalogue catalogue, ExerciseSuggestion suggestion, boolean json) {
        if (json) {
            printer.json(toJson(catalogue, suggestion));
            return;
        }
        if (suggestion.isEmpty()) {
            printer.paragraph(0, "None of them applies. 'stretch run daily' is the practice for every day.");
            return;
        }
        suggestion.patterns().forEach(pattern -> {
            pattern(printer, catalogue, pattern);
            printer.blankLine();
        });
        var script = Script.of(catalogue, suggestion.routine("suggested", new Goal.None()));
        printer.heading("A routine of these, " + Durations.about(script.length()));
        suggestion.exercises().forEach(exercise -> printer.hanging("  - ", exercise.id() + ", " + dose(exercise)));
        suggestion
                .habits()
                .forEach(habit -> printer.hanging("  - ", "and the habit " + habit.id() + ": " + habit.text()));
        printer.blankLine();
        printer.paragraph(0, CAREFUL);
    }

    private static void pattern(Printer printer, Catalogue catalogue, PosturePattern pattern) {
        printer.heading(pattern.name());
        if (!pattern.happens().isBlank()) {
            printer.paragraph(2, "What can happen: " + pattern.happens());
        }
        exercises(catalogue, pattern)
                .forEach(exercise -> printer.hanging("  - ", exercise.id() + ": " + ExerciseSuggestion.why(exercise)));
        if (!pattern.mapping().isBlank()) {
            printer.paragraph(2, "Why this exercise: " + pattern.mapping());
        }
        if (!pattern.source().isBlank()) {
            printer.paragraph(2, "Source of the pattern: " + SourceTitles.named(pattern.source()));
        }
    }

    private static List<Exercise> exercises(Catalogue catalogue, PosturePattern pattern) {
        return pattern.answers().stream()
                .map(id -> Objects.requireNonNull(catalogue.exercises().get(id)))
                .toList();
    }

    private static String dose(Exercise exercise) {
        var dose = exercise.dose();
        return dose.kind().amount(dose.amount().low()) + Side.after(exercise.sides());
    }

    private static JsonObject toJson(Exercise exercise) {
        return new JsonObject()
                .put("id", exercise.id())
                .put("name", exercise.name())
                .put("why", ExerciseSuggestion.why(exercise));
    }

    private static JsonObject toJson(Catalogue catalogue, ExerciseSuggestion suggestion) {
        var routine = new JsonObject()
                .put("exercises", suggestion.exercises(), Exercise::id)
                .put("habits", suggestion.habits(), CatalogueJson::of);
        return new JsonObject()
                .put(
                        "patterns",
                        suggestion.patterns(),
                        pattern -> CatalogueJson.of(pattern)
                                .put("exercises", exercises(catalogue, pattern), SuggestView::toJson))
                .put("routine", routine)
                .put("careful", CAREFUL);
    }
}
