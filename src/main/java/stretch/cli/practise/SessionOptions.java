package stretch.cli.practise;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stretch.catalogue.Sound;
import stretch.cli.CommandContext;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.OptionValue;
import stretch.coaching.SessionRunner;
import stretch.coaching.SessionWishes;
import stretch.config.VoiceChoice;
import stretch.os.UserError;
import stretch.screen.canvas.Theme;
import stretch.session.Transition;
import stretch.session.plan.Plan;
import stretch.terminal.Keyboard;

/** The options of every command that leads a session: how it is shown, heard and recorded, or whether it is at all. */
final class SessionOptions {
    /** Rehearsals run at ten times the speed: fast enough to see a routine through, slow enough to follow. */
    private static final int REHEARSAL = 10;

    static final String RECORDING = "Recording";

    private final OptionValue<Boolean> plain;
    private final OptionValue<Sound> sound;
    private final OptionValue<VoiceChoice> voice;
    private final OptionValue<Theme> theme;
    private final OptionValue<Boolean> noLog;
    private final OptionValue<Boolean> rehearse;
    private final OptionValue<Boolean> dryRun;
    private final OptionValue<Boolean> script;
    private final OptionValue<Boolean> json;

    SessionOptions(CommandSpecBuilder options) {
        options.group("Screen and sound");
        plain = options.flag("--plain", "print lines of text instead of the full screen (default: the setting plain)");
        sound = options.option(
                "--sound", "SOUND", "bell, tone, voice or off (default: the setting sound, or bell)", Sound.class);
        voice = voice(options);
        theme = options.option(
                "--theme", "THEME", "auto, dark, light or contrast (default: the setting theme, or auto)", Theme.class);
        options.group(RECORDING);
        noLog = options.flag("--no-log", "record nothing");
        options.group("Trying out");
        rehearse = options.flag("--rehearse", "run ten times as fast, and record nothing");
        dryRun = options.flag("--dry-run", "print the plan, and run nothing");
        script = options.flag("--script", "with --dry-run: print every word and cue with its time");
        json = options.flag("--json", "with --dry-run: print the plan as JSON");
    }

    /** Whether the plan is to be printed in place of a session; fails if only how to print it was said. */
    boolean isDryRun() {
        UserError.usageIf(script.get() && !dryRun.get(), "--script works only with --dry-run; add --dry-run");
        UserError.usageIf(
                json.get() && !dryRun.get(),
                "--json works only with --dry-run; for finished sessions, use 'stretch history --json'");
        return dryRun.get();
    }

    boolean isRehearsal() {
        return rehearse.get();
    }

    boolean isRecorded() {
        return !dryRun.get() && !rehearse.get() && !noLog.get();
    }

    void print(CommandContext context, Plan plan) {
        new PlanView(context.printer()).print(plan, script.get(), json.get());
    }

    /** Leads a session of which nothing is recorded; answers with the exit code. */
    int leadUnrecorded(SessionRunner runner, @Nullable Keyboard keyboard, Plan plan, Transition beginning) {
        return runner.run(keyboard, plan, beginning, Optional.empty(), rehearse.get() ? REHEARSAL : 1);
    }

    /** The voice, also for a command that has none of the other options. */
    static OptionValue<VoiceChoice> voice(CommandSpecBuilder options) {
        return options.option(
                "--voice",
                "VOICE",
                "with --sound voice: a voice or language, words a minute, or both, such as en-gb,150 (default: the setting voice)",
                VoiceChoice.class,
                VoiceChoice::parse);
    }

    /** What leads a session as these options and the settings have it. */
    SessionRunner runner(CommandContext context) {
        var wishes = new SessionWishes(
                plain.get(),
                sound.optional(),
                voice.optional(),
                theme.optional(),
                context.colour(),
                context.common().quiet().get());
        return new SessionRunner(context.world(), context.paths().cacheFolder(), context.settings(), wishes);
    }
}
