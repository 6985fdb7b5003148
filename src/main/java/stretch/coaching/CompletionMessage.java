package stretch.coaching;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Routine;
import stretch.config.Settings;
import stretch.history.History;
import stretch.reminder.DueDecision;
import stretch.reminder.answer.DueQuery;
import stretch.screen.Farewell;
import stretch.screen.Farewell.PractisedDay;
import stretch.stats.DoneDays;
import stretch.stats.PracticeTotals;
import stretch.stats.Progression;
import stretch.text.NumberWords;

/**
 * What is said at the end of a session: the streak so far, and a word that promises nothing.
 *
 * @param shown to be read
 * @param spoken the streak in words, from the second day or week on; else empty
 */
public record CompletionMessage(Farewell shown, String spoken) {
    /** Nothing, as nothing is recorded. */
    public static final CompletionMessage NONE = new CompletionMessage(Farewell.NONE, "");

    private static final List<String> MESSAGES = List.of(
            "A few minutes in good form: that is the whole of it.",
            "Done for now. Move gently into the rest of the day.",
            "Good form beats many stretches.",
            "Small and steady. See you next time.",
            "That was time well spent on yourself.");

    /** The message after a session of this routine that was completed today. */
    public static CompletionMessage of(
            ZonedDateTime now, Settings settings, History history, Catalogue catalogue, Routine routine) {
        var calendar = settings.calendar();
        var today = calendar.dayOf(now);
        var totals = new PracticeTotals(calendar, now);
        totals.addSessions(history.aggregates(calendar, Optional.empty()));
        var streak = DoneDays.streak(catalogue, routine, totals, history, history.skippedDays());
        var completed = totals.completed();
        var lines = new ArrayList<String>();
        if (streak.current() > 0) {
            lines.add("Streak: " + streak.words() + ".");
        }
        DueDecision.nextWords(new DueQuery(catalogue, Optional.of(routine), settings, now, history)
                        .all()
                        .get(0)
                        .input())
                .ifPresent(when -> lines.add("Next: " + when + "."));
        var progression = Progression.of(completed, today);
        lines.add("Week " + progression.week() + ", " + progression.days() + " of " + Progression.WEEK + " days.");
        lines.add(MESSAGES.get(Math.floorMod(today.toEpochDay(), MESSAGES.size())));
        var spoken = streak.current() > 1
                ? NumberWords.capital(NumberWords.of(streak.current())) + (streak.weeks() ? " weeks" : " days")
                        + " in a row."
                : "";
        return new CompletionMessage(
                new Farewell(PractisedDay.week(completed, today), streak.current() > 0 ? streak.words() : "", lines),
                spoken);
    }
}
