package stretch.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Goal;
import stretch.catalogue.Routine;
import stretch.catalogue.exercise.Dose;
import stretch.catalogue.exercise.Exercise;
import stretch.catalogue.exercise.Side;
import stretch.stats.GoalProgress;

/**
 * A routine as the page shows it: what it asks for, and how it is kept.
 *
 * @param rank whether it is printed
 */
record RoutineSummary(String rank, String name, String steps, String kept) {
    static RoutineSummary of(ReportContent content, GoalProgress goal, String rank) {
        var routine = goal.routine();
        var steps = routine.entries().stream()
                .map(entry -> words(content.catalogue(), entry))
                .collect(Collectors.joining("; "));
        long days = goal.done().stream().filter(content.period()::holds).count();
        var done = String.format(
                Locale.ROOT,
                "Done on %,d of %s; ",
                days,
                ReportText.amount(content.fromFirstDay().days(), "day"));
        return new RoutineSummary(
                rank,
                ReportText.cut(routine.name(), ReportModel.LONGEST_NAME),
                ReportText.cut(steps, ReportModel.LONGEST),
                done + (routine.goal() instanceof Goal.None ? "it has no goal" : goal.words()));
    }

    private static String words(Catalogue catalogue, Routine.RoutineEntry entry) {
        var steps = entry.steps().map(step -> words(catalogue, step)).collect(Collectors.joining("; "));
        return entry instanceof Routine.Block block ? block.rounds() + " rounds of (" + steps + ")" : steps;
    }

    private static String words(Catalogue catalogue, Routine.RoutineStep step) {
        var exercise = Optional.ofNullable(catalogue.exercises().get(step.exercise()));
        var name = exercise.map(Exercise::name).orElse(step.exercise());
        var dose = step.dose()
                .or(() -> exercise.map(Exercise::dose))
                .map(Dose::text)
                .orElse("");
        var sides = step.sides().isEmpty() ? exercise.map(Exercise::sides).orElse(List.of()) : step.sides();
        int sets = step.sets().count();
        return name + " " + (sets > 1 ? sets + " x " : "") + dose + (sides.isEmpty() ? "" : Side.after(sides))
                + (step.load().isEmpty() ? "" : ", " + step.load());
    }
}
