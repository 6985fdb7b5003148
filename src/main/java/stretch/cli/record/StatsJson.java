package stretch.cli.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import stretch.catalogue.Side;
import stretch.cli.learn.CatalogueJson;
import stretch.history.CheckIn;
import stretch.stats.Day;
import stretch.stats.GoalProgress;
import stretch.stats.IncompleteSteps;
import stretch.stats.MarkerCounts;
import stretch.stats.PainTrend;
import stretch.stats.PainWarning;
import stretch.stats.PracticeTotals;
import stretch.stats.Progression;
import stretch.stats.SideBalance;
import stretch.stats.Week;

/** What {@code stretch stats --json} promises to scripts; names are only ever added. */
final class StatsJson {
    private StatsJson() {}

    static Map<String, Object> of(
            PracticeTotals totals,
            List<GoalProgress> kept,
            List<Week> weeks,
            List<IncompleteSteps> troubles,
            List<PainWarning.PainAnswer> answers,
            MarkerCounts markers) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("today", totals.today());
        shape.put("total", total(totals));
        shape.put("goals", kept.stream().map(StatsJson::of).toList());
        shape.put("program", of(Progression.of(totals.completed(), totals.today())));
        shape.put("weeks", weeks.stream().map(week -> of(week, answers)).toList());
        shape.put("markers", of(markers));
        shape.put("pain", of(PainTrend.of(answers, totals.today())));
        shape.put("heat_map", map(totals));
        shape.put("balance", of(totals.balance()));
        shape.put("exercises", troubles.stream().map(StatsJson::of).toList());
        return shape;
    }

    private static Map<String, Object> total(PracticeTotals totals) {
        var shape = new LinkedHashMap<String, Object>();
        var total = totals.total();
        var days = totals.days();
        shape.put("first_day", days.isEmpty() ? CatalogueJson.NOTHING : days.firstKey());
        shape.put("last_day", days.isEmpty() ? CatalogueJson.NOTHING : days.lastKey());
        shape.put("days", days.size());
        shape.put("sessions", total.sessions());
        shape.put("completed", total.completed());
        shape.put("active_seconds", CatalogueJson.seconds(total.active()));
        return shape;
    }

    private static Map<String, Object> of(GoalProgress goal) {
        var adherence = new LinkedHashMap<String, Object>();
        adherence.put("from", goal.adherence().from());
        adherence.put("to", goal.adherence().to());
        adherence.put("days_met", goal.adherence().met());
        adherence.put("days_asked", goal.adherence().asked());
        adherence.put(
                "percent",
                goal.adherence().asked() == 0
                        ? CatalogueJson.NOTHING
                        : goal.adherence().percent());
        var shape = new LinkedHashMap<String, Object>();
        shape.put("routine", goal.routine().id());
        shape.put("goal", goal.routine().goal().id());
        shape.put("streak_unit", goal.streak().weeks() ? "weeks" : "days");
        shape.put("current_streak", goal.streak().current());
        shape.put("longest_streak", goal.streak().longest());
        shape.put("adherence", adherence);
        return shape;
    }

    private static Map<String, Object> of(Progression progression) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("week", progression.week());
        shape.put("days_of_last_seven", progression.days());
        shape.put("level", progression.level());
        shape.put("levels", Progression.LEVELS);
        return shape;
    }

    /** Of the last 28 days; all of them, answered or not. */
    private static Map<String, Object> of(MarkerCounts markers) {
        var shape = new LinkedHashMap<String, Object>();
        for (var marker : CheckIn.MARKERS) {
            var counts = new LinkedHashMap<String, Object>();
            MarkerCounts.WORDS.forEach(word -> counts.put(word, markers.count(marker, word)));
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
        return mean.isPresent() ? Math.round(mean.getAsDouble() * 10) / 10.0 : CatalogueJson.NOTHING;
    }

    private static Map<String, Object> of(Week week, List<PainWarning.PainAnswer> answers) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("week", week.iso());
        shape.put("monday", week.monday());
        shape.put("sessions", week.sessions());
        shape.put("completed", week.completed());
        shape.put("active_seconds", CatalogueJson.seconds(week.active()));
        shape.put("pain_mean", number(PainTrend.week(answers, week.monday())));
        return shape;
    }

    /** Days without practice are left out. */
    private static Map<String, Object> map(PracticeTotals totals) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("from", totals.firstOfYear());
        shape.put("to", totals.firstOfYear().plusWeeks(PracticeTotals.YEAR).minusDays(1));
        shape.put("levels", Day.LEVELS);
        shape.put(
                "days",
                totals
                        .days()
                        .subMap(totals.firstOfYear(), totals.firstOfYear().plusWeeks(PracticeTotals.YEAR))
                        .values()
                        .stream()
                        .map(StatsJson::of)
                        .toList());
        return shape;
    }

    private static Map<String, Object> of(Day day) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("day", day.date());
        shape.put("sessions", day.sessions());
        shape.put("completed", day.completed());
        shape.put("active_seconds", CatalogueJson.seconds(day.active()));
        shape.put("level", day.level());
        return shape;
    }

    private static Map<String, Object> of(SideBalance balance) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("words", balance.words());
        shape.put("recent", of(balance.recent()));
        shape.put("before", of(balance.before()));
        return shape;
    }

    /** {@code less} and {@code percent_less} are null where there are too few steps to compare. */
    private static Map<String, Object> of(SideBalance.BalancePeriod span) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("from", span.from());
        shape.put("to", span.to());
        shape.put("steps", span.steps());
        shape.put("left_seconds", CatalogueJson.seconds(span.left()));
        shape.put("right_seconds", CatalogueJson.seconds(span.right()));
        shape.put("less", span.enough() ? less(span) : CatalogueJson.NOTHING);
        shape.put("percent_less", span.enough() ? span.percent() : CatalogueJson.NOTHING);
        return shape;
    }

    private static String less(SideBalance.BalancePeriod span) {
        return span.less() == Side.BOTH ? "neither" : span.less().id();
    }

    private static Map<String, Object> of(IncompleteSteps incomplete) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("exercise", incomplete.exercise());
        shape.put("steps", incomplete.steps());
        shape.put("skipped", incomplete.skipped());
        shape.put("shortened", incomplete.shortened());
        shape.put("hurt", incomplete.hurt());
        return shape;
    }
}
