package stretch.cli.practise;

import stretch.catalogue.Sound;
import stretch.cli.ArgumentParsers;
import stretch.cli.CommandContext;
import stretch.cli.CommandSpecBuilder;
import stretch.cli.OptionValue;
import stretch.coaching.SessionRunner;
import stretch.coaching.SessionWishes;
import stretch.config.VoiceChoice;
import stretch.screen.Theme;

/** The options of every command that leads a session. */
final class SessionOptions {
    private final OptionValue<Boolean> plain;
    private final OptionValue<Sound> sound;
    private final OptionValue<VoiceChoice> voice;
    private final OptionValue<Theme> theme;

    SessionOptions(CommandSpecBuilder options) {
        plain = options.flag("--plain", "lines of text instead of the full screen");
        sound = options.option(
                "--sound", "SOUND", "bell, tone, voice or off (default: bell)", Sound.class, ArgumentParsers::sound);
        voice = voice(options);
        theme = options.option(
                "--theme",
                "THEME",
                "auto, dark, light or contrast (default: auto)",
                Theme.class,
                ArgumentParsers::theme);
    }

    /** The voice, also for a command that has none of the other options. */
    static OptionValue<VoiceChoice> voice(CommandSpecBuilder options) {
        return options.option(
                "--voice",
                "VOICE",
                "with --sound voice: a voice or language, words a minute, or both: en-gb,150",
                VoiceChoice.class,
                ArgumentParsers::voice);
    }

    /** What leads a session as these options and the settings have it. */
    SessionRunner runner(CommandContext context) {
        var wishes = new SessionWishes(
                plain.get(),
                sound.optional(),
                voice.optional(),
                theme.optional(),
                context.colour(),
                context.common().quiet());
        return new SessionRunner(context.world(), context.cacheFolder(), context.settings(), wishes);
    }
}
