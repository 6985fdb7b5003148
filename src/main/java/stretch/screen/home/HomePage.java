package stretch.screen.home;

import java.util.List;
import java.util.Optional;
import stretch.screen.Farewell.PractisedDay;

/**
 * What the home screen tells.
 *
 * @param title the day
 * @param routines what can be started, the first of them chosen at first
 * @param week the last days, today at the end
 * @param lines what else there is to say, the most important first
 * @param resumable whether there is a session to resume
 */
public record HomePage(
        String title, List<HomeRoutine> routines, List<PractisedDay> week, List<HomeLine> lines, boolean resumable) {
    /**
     * A routine that can be started.
     *
     * @param length such as {@code 3 min}
     * @param state whether it is due, and why
     * @param brief the same without the reason, where that finds no room
     * @param streak empty where there is none
     */
    public record HomeRoutine(String id, String length, String state, String brief, Optional<String> streak) {}

    /** A fact under a label of one word. */
    public record HomeLine(String label, String text) {}

    public HomePage {
        routines = List.copyOf(routines);
        week = List.copyOf(week);
        lines = List.copyOf(lines);
    }
}
