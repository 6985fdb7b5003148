package stretch.cli.record;

import java.util.IntSummaryStatistics;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stretch.catalogue.exercise.Side;
import stretch.history.entry.CheckIn;
import stretch.json.JsonObject;
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

    static JsonObject of(
            PracticeTotals totals,
            List<GoalProgress> kept,
            List<PainWarning.PainAnswer> answers,
            MarkerCounts markers) {
        return new JsonObject()
                .put("today", totals.today())
                .put("total", total(totals))
                .put("goals", kept, StatsJson::of)
                .put("program", of(Progression.of(totals.completed(), totals.today())))
                .put("weeks", totals.weeks(StatsView.WEEKS), week -> of(week, answers))
                .put("markers", of(markers))
                .put("pain", of(PainTrend.of(answers, totals.today())))
                .put("heat_map", map(totals))
                .put("balance", of(totals.balance()))
                .put("exercises", totals.troubles(StatsView.EXERCISES), StatsJson::of);
    }

    private static JsonObject total(PracticeTotals totals) {
        var total = totals.total();
        var days = totals.days();
        return new JsonObject()
                .put("first_day", days.isEmpty() ? null : days.firstKey())
                .put("last_day", days.isEmpty() ? null : days.lastKey())
                .put("days", days.size())
                .put("sessions", total.sessions())
                .put("completed", total.completed())
                .put("active_seconds", total.active());
    }

    private static JsonObject of(GoalProgress goal) {
        var kept = goal.adherence();
        var adherence = new JsonObject()
                .put("from", kept.from())
                .put("to", kept.to())
                .put("days_met", kept.met())
                .put("days_asked", kept.asked())
                .put("percent", kept.asked() == 0 ? null : kept.percent());
        return new JsonObject()
                .put("routine", goal.routine().id())
                .put("goal", goal.routine().goal().id())
                .put("streak_unit", goal.streak().weeks() ? "weeks" : "days")
                .put("current_streak", goal.streak().current())
                .put("longest_streak", goal.streak().longest())
                .put("adherence", adherence);
    }

    private static JsonObject of(Progression progression) {
        return new JsonObject()
                .put("week", progression.week())
                .put("days_of_last_seven", progression.days())
                .put("level", progression.level())
                .put("levels", Progression.LEVELS);
    }

    /** Of the last 28 days; all of them, answered or not. */
    private static JsonObject of(MarkerCounts markers) {
        var shape = new JsonObject();
        for (var marker : CheckIn.MARKERS) {
            var counts = new JsonObject();
            MarkerCounts.WORDS.forEach(word -> counts.put(word, markers.count(marker, word)));
            shape.put(marker, counts);
        }
        return shape;
    }

    /** Means of what was said, of the last 28 days and of the 28 before. */
    static JsonObject of(PainTrend trend) {
        return new JsonObject()
                .put("recent_mean", mean(trend.now()))
                .put("recent_answers", trend.now().getCount())
                .put("before_mean", mean(trend.before()))
                .put("before_answers", trend.before().getCount());
    }

    private static @Nullable Object mean(IntSummaryStatistics answers) {
        return answers.getCount() > 0 ? Math.round(answers.getAverage() * 10) / 10.0 : null;
    }

    private static JsonObject of(Week week, List<PainWarning.PainAnswer> answers) {
        return new JsonObject()
                .put("week", week.iso())
                .put("monday", week.monday())
                .put("from", week.first())
                .put("sessions", week.sessions())
                .put("completed", week.completed())
                .put("active_seconds", week.active())
                .put("pain_mean", mean(PainTrend.week(answers, week.first())));
    }

    /** Days without practice are left out. */
    private static JsonObject map(PracticeTotals totals) {
        return new JsonObject()
                .put("from", totals.firstOfYear())
                .put("to", totals.firstOfYear().plusWeeks(PracticeTotals.YEAR).minusDays(1))
                .put("levels", Day.LEVELS)
                .put(
                        "days",
                        totals.days()
                                .subMap(
                                        totals.firstOfYear(),
                                        totals.firstOfYear().plusWeeks(PracticeTotals.YEAR))
                                .values(),
                        StatsJson::of);
    }

    private static JsonObject of(Day day) {
        return new JsonObject()
                .put("day", day.date())
                .put("sessions", day.sessions())
                .put("completed", day.completed())
                .put("active_seconds", day.active())
                .put("level", day.level());
    }

    private static JsonObject of(SideBalance balance) {
        return new JsonObject()
                .put("words", balance.words())
                .put("recent", of(balance.recent()))
                .put("before", of(balance.before()));
    }

    /** {@code less} and {@code percent_less} are null where there are too few steps to compare. */
    private static JsonObject of(SideBalance.BalancePeriod span) {
        return new JsonObject()
                .put("from", span.from())
                .put("to", span.to())
                .put("steps", span.steps())
                .put("left_seconds", span.left())
                .put("right_seconds", span.right())
                .put("less", span.enough() ? less(span) : null)
                .put("percent_less", span.enough() ? span.percent() : null);
    }

    private static String less(SideBalance.BalancePeriod span) {
        return span.less() == Side.BOTH ? "neither" : span.less().id();
    }

    private static JsonObject of(IncompleteSteps incomplete) {
        return new JsonObject()
                .put("exercise", incomplete.exercise())
                .put("steps", incomplete.steps())
                .put("skipped", incomplete.skipped())
                .put("shortened", incomplete.shortened())
                .put("hurt", incomplete.hurt());
    }
}
