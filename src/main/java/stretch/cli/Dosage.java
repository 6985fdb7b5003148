package stretch.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import stretch.history.Filter;
import stretch.history.History;
import stretch.progress.Program;
import stretch.progress.Soreness;
import stretch.progress.Tally;
import stretch.session.Plan;
import stretch.session.Step;

/** How much of each step is wise today, by what is on record: how far the user is, and what hurt. */
record Dosage(Clock clock, History history) {
    /** Half the dose is what is left to do of something that hurt. Our choice. */
    private static final int PART = 2;

    /**
     * The plan as it is wise today.
     *
     * @param grows whether doses with a range are as high as the program is far
     * @param eases whether there is less of what hurt when it was last done
     */
    Plan minded(Plan plan, boolean grows, boolean eases) {
        Map<Soreness.Place, LocalDate> sore = eases ? soreness() : Map.of();
        var program = grows ? program() : new Program(0, 0, 0);
        var targets = new TreeMap<Integer, Integer>();
        var why = new LinkedHashMap<String, String>();
        if (grows && plan.steps().stream().anyMatch(step -> step.range().isOpen())) {
            why.put("", "doses at level " + program.level() + " of " + Program.LEVELS + " (" + program.words() + ")");
        }
        for (var step : plan.steps()) {
            var hurt = Optional.ofNullable(
                    sore.get(new Soreness.Place(step.exercise().id(), step.side())));
            int target =
                    grows && step.range().isOpen() ? program.target(step.range(), hurt.isPresent()) : step.target();
            if (hurt.isPresent()) {
                target = Math.max(1, target / PART);
                why.put(step.label(), gentler(plan, step, target, hurt.get()));
            }
            targets.put(step.number(), target);
        }
        return plan.aimed(step -> targets.getOrDefault(step.number(), step.target()), List.copyOf(why.values()));
    }

    private static String gentler(Plan plan, Step step, int target, LocalDate day) {
        var id = step.exercise().id();
        return step.label() + ": only " + step.amount(target) + ", as it hurt on " + day
                + plan.alternative(step)
                        .map(other -> " (instead: --swap " + id + "=" + other.id() + "; in full: --as-planned)")
                        .orElse(" (in full: --as-planned)");
    }

    private Map<Soreness.Place, LocalDate> soreness() {
        var soreness = new Soreness();
        var since = clock.instant().minus(Soreness.DAYS, ChronoUnit.DAYS);
        history.steps(
                new Filter(
                        Optional.of(since), Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty()),
                soreness::add);
        return soreness.places();
    }

    /** How far the user is, by the days on which any routine was completed. */
    Program program() {
        var tally = new Tally(LocalDate.now(clock));
        history.sums(Optional.empty()).sessions(tally::add);
        return Program.of(tally.completed(), tally.today());
    }
}
