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
import stretch.text.NumberWords;

/**
 * What is said at the end of a session: the streak so far, and a word that promises nothing.
 *
 * @param lines to be read
 * @param spoken the streak in words, from the second day or week on; else empty
 */
public record CompletionMessage(List<String> lines, String spoken) {
    /** Nothing, as nothing is recorded. */
    public static final CompletionMessage NONE = new CompletionMessage(List.of(), "");

    private static final List<String> MESSAGES = List.of(
            "A few minutes in good form: that is the whole of it.",
            "Done for now. Move gently into the rest of the day.",
            "Good form beats many stretches.",
            "Small and steady. See you tomorrow.",
            "That was time well spent on yourself.");

    public CompletionMessage {
        lines = List.copyOf(lines);
    }

    /** The message after a session of this routine that was completed today. */
    public static CompletionMessage of(LocalDate today, History history, Routine routine) {
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
        var spoken = streak.current() > 1
                ? NumberWords.capital(NumberWords.of(streak.current())) + (streak.weeks() ? " weeks" : " days")
                        + " in a row."
                : "";
        return new CompletionMessage(lines, spoken);
    }
}
