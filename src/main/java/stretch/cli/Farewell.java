package stretch.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stretch.catalogue.Routine;
import stretch.history.History;
import stretch.progress.Program;
import stretch.progress.Streak;
import stretch.progress.Tally;

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
        var today = LocalDate.now(desk.world().clock());
        var tally = new Tally(today);
        history.sums(Optional.empty()).sessions(tally::add);
        var streak = Streak.of(routine, tally, history.skipped());
        var word = WORDS.get(Math.floorMod(today.toEpochDay(), WORDS.size()));
        var lines = new ArrayList<String>();
        if (streak.current() > 0) {
            lines.add("Streak: " + streak.words() + ".");
        }
        var program = Program.of(tally.completed(), today);
        lines.add("Week " + program.week() + ", " + program.days() + " of 7 days.");
        lines.add(word);
        return lines;
    }
}
