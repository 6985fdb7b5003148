package stretch.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
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
 * The routines that were asked about, and the record that tells whether they are due; it stays open meanwhile, so that
 * streaks, which take all of it, are only counted for an answer that has them.
 */
final class Practices implements AutoCloseable {
    /** A week, and the days that time zones can shift it by. */
    private static final int DAYS_BACK = 9;

    private final Catalogue catalogue;
    private final Settings settings;
    private final ZonedDateTime now;
    private final Optional<String> named;
    private final @Nullable History history;
    private final List<Practice> all;
    private @Nullable Tally tally;
    private @Nullable Set<LocalDate> skipped;

    private Practices(
            Catalogue catalogue,
            Settings settings,
            ZonedDateTime now,
            Optional<String> named,
            List<Routine> routines,
            @Nullable History history) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.now = now;
        this.named = named;
        this.history = history;
        var rests = history == null ? List.<Rest>of() : history.rests(since(now));
        boolean running = history != null && history.isRunning();
        all = routines.stream()
                .map(routine -> Practice.of(
                        routine,
                        new Situation(
                                routine.goal(),
                                history == null ? List.of() : history.sessions(recent(routine, now)),
                                rests,
                                settings.rules(),
                                running,
                                now)))
                .toList();
    }

    /** The routine that was named, or else every one with a goal. */
    static Practices of(Desk desk, Optional<String> named) {
        var catalogue = desk.catalogue();
        var routines = named.map(id -> List.of(Desk.pick(catalogue.routines(), id, "routine")))
                .orElseGet(() -> catalogue.routines().values().stream()
                        .filter(routine -> !(routine.goal() instanceof Goal.None))
                        .toList());
        var settings = desk.settings();
        var now = ZonedDateTime.now(desk.world().clock());
        var history = desk.existingRecord().orElse(null);
        try {
            return new Practices(catalogue, settings, now, named, routines, history);
        } catch (RuntimeException e) {
            if (history != null) {
                history.close();
            }
            throw e;
        }
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Settings settings() {
        return settings;
    }

    /** When it was asked. */
    ZonedDateTime now() {
        return now;
    }

    List<Practice> all() {
        return all;
    }

    List<Practice> due() {
        return all.stream().filter(Practice::isDue).toList();
    }

    /** Whether every reminder is held back just now; also where there is nothing to remind of. */
    boolean isHeld() {
        return all.isEmpty() || all.get(0).isHeld();
    }

    /**
     * Until when all that is said of them stands, if no file changes; empty if that cannot be foreseen: nobody may know
     * when a session that runs breaks off.
     */
    Optional<ZonedDateTime> until() {
        return all.stream().anyMatch(practice -> practice.situation().running())
                ? Optional.empty()
                : all.stream().map(practice -> Due.until(practice.situation())).min(ZonedDateTime::compareTo);
    }

    /** How often in a row the routine's goal was met. */
    Streak streak(Practice practice) {
        if (tally == null) {
            tally = new Tally(now.toLocalDate());
            if (history != null) {
                history.sums(named).sessions(tally::add);
            }
        }
        if (skipped == null) {
            skipped = history == null ? Set.of() : history.skipped();
        }
        return Streak.of(practice.routine(), tally, skipped);
    }

    /** Whether {@code stretch resume} would go on with the routine. */
    boolean isResumable(Practice practice) {
        return practice.due().brokeOff()
                && history != null
                && history.unfinished()
                        .filter(row -> row.session()
                                .routine()
                                .equals(practice.routine().id()))
                        .isPresent();
    }

    /** Whether there was a check-in since then. */
    boolean isCheckedIn(Instant since) {
        return history != null && !history.checkIns(since).isEmpty();
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

    @Override
    public void close() {
        if (history != null) {
            history.close();
        }
    }
}
