package stretch.cli;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Goal;
import stretch.catalogue.Outcome;
import stretch.catalogue.Routine;
import stretch.history.Filter;
import stretch.history.SessionRow;
import stretch.remind.Due;

/** A routine, and whether it is due by the record. */
record Practice(Catalogue catalogue, Routine routine, Due due) {
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
        var now = ZonedDateTime.now(desk.world().clock());
        var all = new ArrayList<Practice>();
        try (var history = desk.existingRecord().orElse(null)) {
            for (var routine : routines) {
                var filter = new Filter(
                        Optional.of(now.minusDays(DAYS_BACK).toInstant()),
                        Optional.empty(),
                        Optional.of(routine.id()),
                        Optional.of(Outcome.COMPLETED),
                        OptionalInt.empty());
                List<SessionRow> done = history == null ? List.of() : history.sessions(filter);
                all.add(new Practice(catalogue, routine, Due.decide(routine.goal(), days(done), now.toLocalDate())));
            }
        }
        return all;
    }

    private static List<LocalDate> days(List<SessionRow> sessions) {
        return sessions.stream().map(row -> row.startedAt().toLocalDate()).toList();
    }
}
