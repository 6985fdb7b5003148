package stretch.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Goal;
import stretch.catalogue.Routine;
import stretch.history.Filter;
import stretch.history.History;
import stretch.history.Rest;
import stretch.progress.Streak;
import stretch.progress.Tally;
import stretch.remind.Due;
import stretch.remind.Situation;

/**
 * A routine, and whether it is due by the record.
 *
 * @param streak how often its goal was met in a row
 * @param resumable whether {@code stretch resume} would go on with it
 */
record Practice(Catalogue catalogue, Routine routine, Situation situation, Due due, Streak streak, boolean resumable) {
    /** A week, and the days that time zones can shift it by. */
    private static final int DAYS_BACK = 9;

    /** The routine that was named, or else every one with a goal. */
    static List<Practice> of(Desk desk, @Nullable String named) {
        var catalogue = desk.catalogue();
        var routines = named == null
                ? catalogue.routines().values().stream()
                        .filter(routine -> !(routine.goal() instanceof Goal.None))
                        .toList()
                : List.of(Desk.pick(catalogue.routines(), named, "routine"));
        var rules = desk.settings().rules();
        var now = ZonedDateTime.now(desk.world().clock());
        var all = new ArrayList<Practice>();
        try (var history = desk.existingRecord().orElse(null)) {
            var rests = history == null ? List.<Rest>of() : history.rests(since(now));
            boolean running = history != null && history.isRunning();
            for (var routine : routines) {
                all.add(of(
                        catalogue,
                        routine,
                        history,
                        new Situation(
                                routine.goal(),
                                history == null ? List.of() : history.sessions(recent(routine, now)),
                                rests,
                                rules,
                                running,
                                now)));
            }
        }
        return all;
    }

    private static Practice of(Catalogue catalogue, Routine routine, @Nullable History history, Situation situation) {
        var due = Due.decide(situation);
        boolean resumable = due.brokeOff()
                && history != null
                && history.unfinished()
                        .filter(row -> row.session().routine().equals(routine.id()))
                        .isPresent();
        return new Practice(catalogue, routine, situation, due, streak(routine, history, situation.today()), resumable);
    }

    /** How often in a row its goal was met. */
    static Streak streak(Routine routine, @Nullable History history, LocalDate today) {
        var tally = new Tally(today);
        if (history != null) {
            history.sums(Optional.of(routine.id())).sessions(tally::add);
        }
        return Streak.of(
                routine.goal(), tally.completed(routine.id()), history == null ? Set.of() : history.skipped(), today);
    }

    /** As far back as the longest skip may have begun. */
    private static Instant since(ZonedDateTime now) {
        return now.minusDays(Rest.MOST_DAYS + 2L).toInstant();
    }

    private static Filter recent(Routine routine, ZonedDateTime now) {
        return new Filter(
                Optional.of(now.minusDays(DAYS_BACK).toInstant()),
                Optional.empty(),
                Optional.of(routine.id()),
                Optional.empty(),
                OptionalInt.empty());
    }

    /** Whether every reminder is held back just now. */
    boolean isHeld() {
        return situation.running() || Due.held(situation).isPresent();
    }

    /** The reasons as a sentence, with what comes next. */
    String sentence() {
        var next = due.due()
                ? ""
                : Due.next(situation)
                        .map(when -> "; next due " + Due.moment(when, situation.today()))
                        .orElse("");
        return routine.id() + " is " + (due.due() ? "due: " : "not due: ") + due.why() + next + ".";
    }
}
