package stretch.reminder.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Goal;
import stretch.catalogue.Outcome;
import stretch.catalogue.Routine;
import stretch.config.Settings;
import stretch.history.Aggregates;
import stretch.history.History;
import stretch.history.db.SessionRows.WholeSession;
import stretch.history.entry.Filter;
import stretch.history.entry.ReminderPause;
import stretch.reminder.DueInput;
import stretch.reminder.RoutineStatus;
import stretch.stats.DoneDays;
import stretch.stats.PracticeTotals;
import stretch.stats.Streak;

/**
 * The routines that were asked about, and the record that tells whether they are due. Streaks, which take all of it, are
 * only counted for an answer that has them.
 */
public final class DueQuery {
    /** A week, and the days that time zones can shift it by. */
    private static final int DAYS_BACK = 9;

    private final Catalogue catalogue;
    private final Settings settings;
    private final ZonedDateTime now;
    private final Optional<String> named;
    private final History history;
    private final List<RoutineStatus> all;
    private final Map<String, Streak> streaks = new HashMap<>();
    private @Nullable PracticeTotals totals;
    private @Nullable Set<LocalDate> skipped;

    /**
     * Asks.
     *
     * @param named the routine that was named, or nothing for every one with a goal
     * @param history the record, which has to stay open as long as this is asked
     */
    public DueQuery(
            Catalogue catalogue, Optional<Routine> named, Settings settings, ZonedDateTime now, History history) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.now = now;
        this.named = named.map(Routine::id);
        this.history = history;
        var routines = named.map(routine -> List.of(routine))
                .orElseGet(() -> catalogue.routines().values().stream()
                        .filter(routine -> !(routine.goal() instanceof Goal.None))
                        .toList());
        var recent = new ArrayList<WholeSession>();
        history.rows(recent(routines)).whole(recent::add);
        // A snooze of a clock that was ahead waits for its day; a skip may be asked for beforehand.
        var pauses = history.pauses(since(now)).stream()
                .filter(pause ->
                        pause.until().isEmpty() || pause.when().toInstant().isBefore(tomorrow()))
                .toList();
        boolean running = history.isRunning();
        all = routines.stream()
                .map(routine -> RoutineStatus.of(
                        routine,
                        new DueInput(
                                routine.goal(),
                                recent.stream()
                                        .map(WholeSession::row)
                                        .filter(row -> row.routine().equals(routine.id()))
                                        .toList(),
                                elsewhere(new DoneDays(catalogue, routine), routine, recent),
                                pauses,
                                settings.rules(),
                                settings.calendar(),
                                running,
                                now)))
                .toList();
    }

    /** When the steps of the routine had been done once more in sessions that are not completed ones of itself. */
    private List<DueInput.Done> elsewhere(DoneDays days, Routine routine, List<WholeSession> recent) {
        var calendar = settings.calendar().forGoal(routine.goal());
        var done = new ArrayList<DueInput.Done>();
        for (var session : recent) {
            boolean own = session.row().routine().equals(routine.id());
            if (own && session.row().outcome().filter(Outcome.COMPLETED::equals).isPresent()) {
                continue;
            }
            var day = calendar.dayOf(session.row().startedAt());
            for (var step : session.steps()) {
                var steps = new Aggregates.DaySteps(day, step.exercise(), step.side(), step.kind(), step.done(), 1);
                if (step.outcome().counts() && days.add(steps)) {
                    var end = step.startedAt().plus(step.held());
                    done.add(new DueInput.Done(session.row().startedAt(), end.atZoneSameInstant(now.getZone())));
                }
            }
        }
        return done;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public Settings settings() {
        return settings;
    }

    public ZonedDateTime now() {
        return now;
    }

    /** The record, for as long as this is asked. */
    public History history() {
        return history;
    }

    public List<RoutineStatus> all() {
        return all;
    }

    public List<RoutineStatus> due() {
        return all.stream().filter(RoutineStatus::isDue).toList();
    }

    /** In three words, for a prompt: {@code due daily,desk 3} or {@code ok - 3}; scripts rely on them. */
    public String porcelain() {
        var due = due().stream().map(status -> status.routine().id()).toList();
        int streak =
                all.stream().mapToInt(status -> streak(status).current()).max().orElse(0);
        return due.isEmpty() ? "ok - " + streak : "due " + String.join(",", due) + " " + streak;
    }

    /** In words, a line for each routine that was asked about. */
    public List<String> lines() {
        return all.stream()
                .map(status -> status.routine().id() + " is " + (status.isDue() ? "due" : "not due"))
                .toList();
    }

    /** Whether a reminder has nothing to say until the answer may be another. */
    public boolean isSilent() {
        return due().isEmpty() && !settings.checkin().weekly();
    }

    /** Whether every reminder is held back just now; also where there is nothing to remind of. */
    public boolean isPaused() {
        return all.isEmpty() || all.get(0).isPaused();
    }

    /**
     * Until when all that is said of them stands, if no file changes; empty if that cannot be foreseen: nobody may know
     * when a session that runs breaks off.
     */
    public Optional<ZonedDateTime> until() {
        return all.stream().anyMatch(status -> status.input().running())
                ? Optional.empty()
                : all.stream().map(status -> status.input().horizon()).min(ZonedDateTime::compareTo);
    }

    /** How often in a row the routine's goal was met. */
    public Streak streak(RoutineStatus status) {
        return streaks.computeIfAbsent(status.routine().id(), id -> streak(status.routine()));
    }

    /** The days of the sessions that were asked about. */
    public PracticeTotals totals() {
        if (totals == null) {
            totals = new PracticeTotals(settings.calendar(), now);
            totals.addSessions(history.aggregates(settings.calendar(), named));
        }
        return totals;
    }

    private Streak streak(Routine routine) {
        var counted = totals();
        if (skipped == null) {
            skipped = history.skippedDays();
        }
        return DoneDays.streak(catalogue, routine, counted, history, skipped);
    }

    /** Whether {@code stretch resume} would go on with the routine. */
    public boolean isResumable(RoutineStatus status) {
        return status.decision().brokeOff()
                && history.unfinished()
                        .filter(row ->
                                row.session().routine().equals(status.routine().id()))
                        .isPresent();
    }

    /** Whether there was a check-in since then. */
    public boolean isCheckedIn(Instant since) {
        return history.checkIns(since).stream()
                .anyMatch(it -> it.at().toInstant().isBefore(tomorrow()));
    }

    /** As far back as the longest skip may have begun. */
    private static Instant since(ZonedDateTime now) {
        return now.minusDays(ReminderPause.MOST_DAYS + 2L).toInstant();
    }

    /** What is on record for later counts when its day has come: the clock of a machine was ahead. */
    public Instant tomorrow() {
        var calendar = settings.calendar();
        return calendar.startOf(calendar.dayOf(now).plusDays(1), now.getZone()).toInstant();
    }

    private Filter recent(List<Routine> routines) {
        int days = routines.stream().mapToInt(each -> each.goal().span()).max().orElse(1);
        return Filter.since(now.minusDays(Math.max(DAYS_BACK, days + 2L)).toInstant())
                .until(tomorrow());
    }
}
