package stretch.coaching;

import java.nio.file.Path;
import java.util.Optional;
import stretch.config.Settings;
import stretch.os.Environment;
import stretch.screen.canvas.Theme;
import stretch.terminal.Keyboard;
import stretch.terminal.Palette;

/** Whether there is a full screen, and how it looks, by the terminal, the settings and the options. */
public record ScreenChoice(Environment environment, Path cacheFolder, Settings settings, SessionWishes wishes) {
    /** The keys, if there is a terminal to press them on and another or the same to read from. */
    public Optional<Keyboard> keyboard() {
        var streams = environment.streams();
        if (!streams.input() || (!isFullScreen() && (!streams.errors() || !environment.isInForeground()))) {
            return Optional.empty();
        }
        var keyboard = new Keyboard(cacheFolder, kind());
        if (isFullScreen() && wishes.colour() && theme() == Theme.AUTO) {
            keyboard.askForBackground();
        }
        return Optional.of(keyboard);
    }

    private String kind() {
        return environment.terminalKind();
    }

    public boolean isFullScreen() {
        return !wishes.plain()
                && !settings.plain()
                && environment.streams().input()
                && environment.streams().output()
                && !kind().equals(Environment.DUMB);
    }

    /** As asked for; else that of Linux without a desktop, which is black and cannot be asked. */
    private Theme theme() {
        boolean console = kind().equals("linux");
        return wishes.theme()
                .or(settings::theme)
                .filter(theme -> theme != Theme.AUTO)
                .orElse(console ? Theme.DARK : Theme.AUTO);
    }

    /** How meanings look on it; waits a moment for the terminal to tell its background. */
    public Palette palette(Keyboard keyboard) {
        boolean exact = environment.variable("COLORTERM").orElse("").matches("truecolor|24bit");
        var theme = theme() == Theme.AUTO
                ? keyboard.theme(environment.variable("COLORFGBG").orElse(""))
                : theme();
        return new Palette(wishes.colour(), theme, exact || keyboard.hasManyColours());
    }
}
