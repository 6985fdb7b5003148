package stretch.coaching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stretch.catalogue.Routine;
import stretch.history.History;
import stretch.stats.PracticeTotals;
import stretch.stats.Progression;
import stretch.stats.Streak;

/** What is said at the end of a session: the streak so far, and a word that promises nothing. */
public final class CompletionMessage {
    private static final List<String> MESSAGES = List.of(
            "A few minutes in good form: that is the whole of it.",
            "Done for now. Move gently into the rest of the day.",
            "Good form beats many stretches.",
            "Small and steady. See you tomorrow.",
            "That was time well spent on yourself.");

    private CompletionMessage() {}

    public static List<String> lines(LocalDate today, History history, Routine routine) {
        var totals = new PracticeTotals(today);
        history.aggregates(Optional.empty()).sessions(totals::add);
        var streak = Streak.of(routine, totals, history.skippedDays());
        var word = MESSAGES.get(Math.floorMod(today.toEpochDay(), MESSAGES.size()));
        var lines = new ArrayList<String>();
        if (streak.current() > 0) {
            lines.add("Streak: " + streak.words() + ".");
        }
        var progression = Progression.of(totals.completed(), today);
        lines.add("Week " + progression.week() + ", " + progression.days() + " of 7 days.");
        lines.add(word);
        return lines;
    }
}
