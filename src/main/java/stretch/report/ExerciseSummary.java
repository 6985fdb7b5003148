package stretch.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import stretch.catalogue.exercise.Dose;
import stretch.catalogue.exercise.Exercise;
import stretch.catalogue.exercise.Range;
import stretch.catalogue.exercise.Side;
import stretch.history.Aggregates;

/**
 * An exercise, and what was done of it in some days.
 *
 * @param id as the record has it
 * @param exercise as the catalogue has it, unless it has left it
 * @param parts by side, and by kind where that changed; at least one
 */
record ExerciseSummary(String id, Optional<Exercise> exercise, List<Aggregates.ExerciseTotals> parts) {
    ExerciseSummary {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(id + " was not done");
        }
    }

    String name() {
        return exercise.map(Exercise::name).orElse(id);
    }

    int steps() {
        return sum(Aggregates.ExerciseTotals::steps);
    }

    int practised() {
        return sum(part -> part.done() + part.shortened());
    }

    int skipped() {
        return sum(Aggregates.ExerciseTotals::skipped);
    }

    int shortened() {
        return sum(Aggregates.ExerciseTotals::shortened);
    }

    int hurt() {
        return sum(Aggregates.ExerciseTotals::hurt);
    }

    /** {@code left 2 times, right 1 time, last 3 Nov 2026}; empty if it did not hurt. */
    String whereItHurt() {
        var last = parts.stream().flatMap(part -> part.hurtLast().stream()).max(LocalDate::compareTo);
        var times = parts.stream()
                .filter(part -> part.hurt() > 0)
                .map(part -> (part.side() == Side.BOTH ? "" : part.side().id() + " ")
                        + ReportText.amount(part.hurt(), "time") + ", ")
                .collect(Collectors.joining());
        return last.map(day -> times + "last " + ReportText.day(day)).orElse("");
    }

    private int sum(ToIntFunction<Aggregates.ExerciseTotals> number) {
        return parts.stream().mapToInt(number).sum();
    }

    LocalDate last() {
        return parts.stream()
                .map(Aggregates.ExerciseTotals::last)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    /** The dose that was planned: {@code 60 s}, or {@code 8-12 reps} where it was not always the same. */
    String dose() {
        var kind = parts.get(0).kind();
        var same = parts.stream().filter(part -> part.kind() == kind).toList();
        int least =
                same.stream().mapToInt(Aggregates.ExerciseTotals::least).min().orElse(1);
        int most = same.stream().mapToInt(Aggregates.ExerciseTotals::most).max().orElse(1);
        return new Dose(kind, new Range(Math.max(1, least), Math.max(1, most))).text();
    }

    /** Those on which it was done, or planned and left out. */
    List<Side> sides() {
        return parts.stream().map(Aggregates.ExerciseTotals::side).toList();
    }
}
