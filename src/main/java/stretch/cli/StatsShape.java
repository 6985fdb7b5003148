package stretch.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import stretch.catalogue.Side;
import stretch.history.CheckIn;
import stretch.progress.Balance;
import stretch.progress.Day;
import stretch.progress.Kept;
import stretch.progress.PainTrend;
import stretch.progress.Program;
import stretch.progress.Signs;
import stretch.progress.Tally;
import stretch.progress.Trouble;
import stretch.progress.Warning;
import stretch.progress.Week;

/** What {@code stretch stats --json} promises to scripts; names are only ever added. */
final class StatsShape {
    private StatsShape() {}

    static Map<String, Object> of(
            Tally tally,
            List<Kept> kept,
            List<Week> weeks,
            List<Trouble> troubles,
            List<Warning.Answer> answers,
            Signs signs) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("today", tally.today());
        shape.put("total", total(tally));
        shape.put("goals", kept.stream().map(StatsShape::of).toList());
        shape.put("program", of(Program.of(tally.completed(), tally.today())));
        shape.put("weeks", weeks.stream().map(week -> of(week, answers)).toList());
        shape.put("markers", of(signs));
        shape.put("pain", of(PainTrend.of(answers, tally.today())));
        shape.put("heat_map", map(tally));
        shape.put("balance", of(tally.balance()));
        shape.put("exercises", troubles.stream().map(StatsShape::of).toList());
        return shape;
    }

    private static Map<String, Object> total(Tally tally) {
        var shape = new LinkedHashMap<String, Object>();
        var total = tally.total();
        var days = tally.days();
        shape.put("first_day", days.isEmpty() ? Shapes.NOTHING : days.firstKey());
        shape.put("last_day", days.isEmpty() ? Shapes.NOTHING : days.lastKey());
        shape.put("days", days.size());
        shape.put("sessions", total.sessions());
        shape.put("completed", total.completed());
        shape.put("active_seconds", Shapes.seconds(total.active()));
        return shape;
    }

    private static Map<String, Object> of(Kept kept) {
        var adherence = new LinkedHashMap<String, Object>();
        adherence.put("from", kept.adherence().from());
        adherence.put("to", kept.adherence().to());
        adherence.put("days_met", kept.adherence().met());
        adherence.put("days_asked", kept.adherence().asked());
        adherence.put(
                "percent",
                kept.adherence().asked() == 0
                        ? Shapes.NOTHING
                        : kept.adherence().percent());
        var shape = new LinkedHashMap<String, Object>();
        shape.put("routine", kept.routine().id());
        shape.put("goal", kept.routine().goal().id());
        shape.put("streak_unit", kept.streak().weeks() ? "weeks" : "days");
        shape.put("current_streak", kept.streak().current());
        shape.put("longest_streak", kept.streak().longest());
        shape.put("adherence", adherence);
        return shape;
    }

    private static Map<String, Object> of(Program program) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("week", program.week());
        shape.put("days_of_last_seven", program.days());
        shape.put("level", program.level());
        shape.put("levels", Program.LEVELS);
        return shape;
    }

    /** Of the last 28 days; all of them, answered or not. */
    private static Map<String, Object> of(Signs signs) {
        var shape = new LinkedHashMap<String, Object>();
        for (var marker : CheckIn.MARKERS) {
            var counts = new LinkedHashMap<String, Object>();
            Signs.WORDS.forEach(word -> counts.put(word, signs.count(marker, word)));
            shape.put(marker, counts);
        }
        return shape;
    }

    /** Means of what was said, of the last 28 days and of the 28 before. */
    private static Map<String, Object> of(PainTrend trend) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("recent_mean", number(trend.now()));
        shape.put("recent_answers", trend.answersNow());
        shape.put("before_mean", number(trend.before()));
        shape.put("before_answers", trend.answersBefore());
        return shape;
    }

    private static Object number(OptionalDouble mean) {
        return mean.isPresent() ? Math.round(mean.getAsDouble() * 10) / 10.0 : Shapes.NOTHING;
    }

    private static Map<String, Object> of(Week week, List<Warning.Answer> answers) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("week", week.iso());
        shape.put("monday", week.monday());
        shape.put("sessions", week.sessions());
        shape.put("completed", week.completed());
        shape.put("active_seconds", Shapes.seconds(week.active()));
        shape.put("pain_mean", number(PainTrend.week(answers, week.monday())));
        return shape;
    }

    /** Days without practice are left out. */
    private static Map<String, Object> map(Tally tally) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("from", tally.firstOfYear());
        shape.put("to", tally.firstOfYear().plusWeeks(Tally.YEAR).minusDays(1));
        shape.put("levels", Day.LEVELS);
        shape.put(
                "days",
                tally.days().subMap(tally.firstOfYear(), tally.firstOfYear().plusWeeks(Tally.YEAR)).values().stream()
                        .map(StatsShape::of)
                        .toList());
        return shape;
    }

    private static Map<String, Object> of(Day day) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("day", day.date());
        shape.put("sessions", day.sessions());
        shape.put("completed", day.completed());
        shape.put("active_seconds", Shapes.seconds(day.active()));
        shape.put("level", day.level());
        return shape;
    }

    private static Map<String, Object> of(Balance balance) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("words", balance.words());
        shape.put("recent", of(balance.recent()));
        shape.put("before", of(balance.before()));
        return shape;
    }

    /** {@code less} and {@code percent_less} are null where there are too few steps to compare. */
    private static Map<String, Object> of(Balance.Span span) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("from", span.from());
        shape.put("to", span.to());
        shape.put("steps", span.steps());
        shape.put("left_seconds", Shapes.seconds(span.left()));
        shape.put("right_seconds", Shapes.seconds(span.right()));
        shape.put("less", span.enough() ? less(span) : Shapes.NOTHING);
        shape.put("percent_less", span.enough() ? span.percent() : Shapes.NOTHING);
        return shape;
    }

    private static String less(Balance.Span span) {
        return span.less() == Side.BOTH ? "neither" : span.less().id();
    }

    private static Map<String, Object> of(Trouble trouble) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("exercise", trouble.exercise());
        shape.put("steps", trouble.steps());
        shape.put("skipped", trouble.skipped());
        shape.put("shortened", trouble.shortened());
        shape.put("hurt", trouble.hurt());
        return shape;
    }
}
