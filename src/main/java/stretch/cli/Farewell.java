package stretch.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import stretch.catalogue.Outcome;
import stretch.catalogue.Routine;
import stretch.history.Filter;
import stretch.history.History;
import stretch.progress.Streak;

/** What is said at the end of a session: the streak so far, and a word that promises nothing. */
final class Farewell {
    private static final List<String> WORDS = List.of(
            "A few minutes in good form: that is the whole of it.",
            "Done for now. Move gently into the rest of the day.",
            "Good form beats many stretches.",
            "Small and steady. See you tomorrow.",
            "That was time well spent on yourself.");

    private Farewell() {}

    static List<String> lines(Desk desk, History history, Routine routine) {
        var filter = new Filter(
                Optional.empty(),
                Optional.empty(),
                Optional.of(routine.id()),
                Optional.of(Outcome.COMPLETED),
                OptionalInt.empty());
        var days = new TreeSet<LocalDate>();
        history.sessions(filter, row -> days.add(row.startedAt().toLocalDate()));
        var today = LocalDate.now(desk.world().clock());
        var streak = Streak.of(routine.goal(), days, Set.of(), today);
        var word = WORDS.get(Math.floorMod(today.toEpochDay(), WORDS.size()));
        return streak.current() > 0 ? List.of("Streak: " + streak.words() + ".", word) : List.of(word);
    }
}
