package stretch.coaching;

import java.util.Optional;
import stretch.catalogue.Sound;
import stretch.config.VoiceChoice;
import stretch.screen.canvas.Theme;

/**
 * How a session is to be shown and heard, by the options of its command.
 *
 * @param plain lines of text instead of the full screen
 * @param colour whether there may be colours
 * @param quiet whether no more is said than is needed
 */
public record SessionWishes(
        boolean plain,
        Optional<Sound> sound,
        Optional<VoiceChoice> voice,
        Optional<Theme> theme,
        boolean colour,
        boolean quiet) {}
