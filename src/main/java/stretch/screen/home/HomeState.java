package stretch.screen.home;

import java.util.List;
import java.util.Optional;

/**
 * A moment of the home screen.
 *
 * @param chosen the place of the routine that Enter starts
 * @param help whether the keys are shown instead
 * @param notice what to say about the last key; may be empty
 * @param answer the command that was chosen, without words for none; nothing while nothing was chosen
 */
public record HomeState(int chosen, boolean help, String notice, Optional<List<String>> answer) {
    public static final HomeState BEGIN = new HomeState(0, false, "", Optional.empty());

    /** The letters that choose a routine: those that nothing else is on. */
    static final String LETTERS = "abdefghimnoptuvwxyz";

    /** The state after this character was typed. */
    public HomeState typed(HomePage page, int character) {
        var key = HomeKey.of(character);
        if (key.isPresent()) {
            return pressed(page, key.get());
        }
        int place = LETTERS.indexOf(Character.toLowerCase(character));
        boolean chooses = !help && place >= 0 && place < page.routines().size();
        return at(chooses ? place : chosen);
    }

    public HomeState pressed(HomePage page, HomeKey key) {
        int last = Math.max(0, page.routines().size() - 1);
        return switch (key) {
            case QUIT -> help ? at(chosen) : answered();
            case HELP -> new HomeState(chosen, !help, "", answer);
            case UP -> at(Math.max(0, chosen - 1));
            case DOWN -> at(Math.min(last, chosen + 1));
            case START ->
                page.routines().isEmpty()
                        ? noticed("no routine to start")
                        : answered(
                                "run",
                                page.routines().get(Math.min(chosen, last)).id());
            case RESUME -> page.resumable() ? answered(key.command()) : noticed("nothing to resume");
            case CHECK_IN, LIST, STATS -> answered(key.command());
        };
    }

    private HomeState at(int place) {
        return new HomeState(place, false, "", answer);
    }

    private HomeState noticed(String words) {
        return new HomeState(chosen, false, words, answer);
    }

    private HomeState answered(String... command) {
        return new HomeState(chosen, false, "", Optional.of(List.of(command)));
    }
}
