package stretch.coaching;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import stretch.history.History;
import stretch.history.PracticeCalendar;
import stretch.session.plan.Plan;
import stretch.session.plan.Step;
import stretch.stats.PracticeTotals;
import stretch.stats.Progression;
import stretch.stats.RecentPain;

/** How much of each step is wise today, by what is on record: how far the user is, and what hurt. */
public record DoseAdjuster(Clock clock, PracticeCalendar calendar, History history) {
    /** Half the dose is what is left to do of something that hurt. Our choice. */
    private static final int PART = 2;

    /**
     * The plan as it is wise today.
     *
     * @param grows whether doses with a range are as high as the program is far
     * @param eases whether there is less of what hurt when it was last done
     */
    public Plan adjusted(Plan plan, boolean grows, boolean eases) {
        var sore = eases ? RecentPain.of(history, calendar, clock.instant()) : Map.<RecentPain, LocalDate>of();
        var progression = grows ? program() : new Progression(0, 0, 0);
        var targets = new TreeMap<Integer, Integer>();
        var why = new LinkedHashMap<String, String>();
        if (grows && plan.steps().stream().anyMatch(step -> step.range().isOpen())) {
            why.put(
                    "",
                    "doses at level " + progression.level() + " of " + Progression.LEVELS + " (" + progression.words()
                            + ")");
        }
        for (var step : plan.steps()) {
            var hurt =
                    Optional.ofNullable(sore.get(new RecentPain(step.exercise().id(), step.side())));
            int target =
                    grows && step.range().isOpen() ? progression.target(step.range(), hurt.isPresent()) : step.target();
            if (hurt.isPresent()) {
                target = Math.max(1, target / PART);
                why.put(step.exerciseAndSide(), gentler(plan, step, target, hurt.get()));
            }
            targets.put(step.number(), target);
        }
        return plan.withTargets(step -> targets.getOrDefault(step.number(), step.target()), List.copyOf(why.values()));
    }

    private static String gentler(Plan plan, Step step, int target, LocalDate day) {
        var id = step.exercise().id();
        return step.exerciseAndSide() + ": only " + step.amount(target) + ", as it hurt on " + day
                + plan.alternative(step)
                        .map(other -> " (instead: --swap " + id + "=" + other.id() + "; in full: --as-planned)")
                        .orElse(" (in full: --as-planned)");
    }

    /** How far the user is, by the days on which any routine was completed. */
    Progression program() {
        var totals = new PracticeTotals(calendar, ZonedDateTime.now(clock));
        totals.addSessions(history.aggregates(calendar, Optional.empty()));
        return Progression.of(totals.completed(), totals.today());
    }
}
