package stretch.cli.practise;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import stretch.catalogue.Routine;
import stretch.cli.CommandContext;
import stretch.cli.CommandSpecBuilder;
import stretch.cli.OptionValue;
import stretch.cli.OutputOption;
import stretch.coaching.RoundedSpineAdvice;
import stretch.config.VoiceChoice;
import stretch.os.ExitCode;
import stretch.os.ProcessRunner;
import stretch.os.UserError;
import stretch.session.plan.Plan;
import stretch.sound.RenderedSpeech;
import stretch.sound.SessionSounds;
import stretch.sound.Speaker;
import stretch.sound.SpeechLengths;
import stretch.text.Durations;

/** Writes a whole led session as one sound file. */
public final class RenderCommand implements Callable<Integer> {
    /** What is heard of the file. */
    enum RenderedSound {
        voice,
        tone
    }

    /** To measure what is said: a program that takes longer for it hangs. */
    private static final Duration UNHURRIED = Duration.ofMinutes(10);

    private final CommandContext context;
    private final OptionValue<List<String>> names;
    private final OptionValue<RenderedSound> sound;
    private final OptionValue<VoiceChoice> voice;
    private final PlanArguments planned;
    private final OutputOption output;

    public RenderCommand(CommandContext context, CommandSpecBuilder options) {
        this.context = context;
        options.about(
                "Writes a whole led session as one sound file, a WAV, for a phone or a player: every word and tone at its"
                        + " moment. Nothing is recorded; 'stretch add NAME' does that when you have practised.");
        options.footer("%nExample: stretch render daily -o daily.wav");
        names = options.arguments(
                "NAME",
                "a routine, or one or more exercises, as 'stretch list' shows them; what is both is the routine");
        sound = options.option(
                        "--sound",
                        "voice|tone",
                        "voice, with soft tones under it, or tone alone (default: voice)",
                        RenderedSound.class)
                .defaultValue(RenderedSound.voice);
        voice = SessionOptions.voice(options);
        planned = new PlanArguments(context, options);
        output = new OutputOption(options, "into this file, - for standard output; never over one that exists");
    }

    @Override
    public Integer call() {
        if (!output.isFile()) {
            throw new UserError(
                    ExitCode.USAGE,
                    "missing -o, the file to write; for example 'stretch render " + String.join(" ", names.get())
                            + " -o " + names.get().get(0) + ".wav'");
        }
        var plan = plan(context.practice(names.get()));
        output.check();
        if (output.file(Optional.empty()).isEmpty() && context.world().streams().output()) {
            throw new UserError(
                    ExitCode.USAGE, "a sound file is nothing for a terminal; name a file with -o, or pipe it on");
        }
        if (sound.get() == RenderedSound.tone) {
            write(plan, Optional.empty());
            return 0;
        }
        var processes = new ProcessRunner(context.world());
        var choice = voice.optional().or(context.settings()::voice).orElse(VoiceChoice.DEFAULT);
        var speaker = Speaker.find(processes, choice)
                .filter(Speaker::canWrite)
                .map(found -> found.checked(processes))
                .orElseThrow(() -> new UserError(
                        ExitCode.UNUSABLE,
                        "no program is installed that can render speech; install espeak-ng, or take --sound tone"));
        try (var speech = new RenderedSpeech(speaker, processes)) {
            var lengths = new SpeechLengths(speaker, processes, context.cacheFolder());
            write(lengths.timed(plan, UNHURRIED), Optional.of(speech));
        } catch (IOException e) {
            throw new UserError(ExitCode.IO, "speech cannot be kept for a moment (" + e.getMessage() + "); make room");
        }
        return 0;
    }

    private Plan plan(Routine chosen) {
        var plan = planned.adjusted(planned.plan(chosen));
        RoundedSpineAdvice.in(plan).ifPresent(context::notice);
        plan.notes().forEach(context::notice);
        return plan;
    }

    private void write(Plan plan, Optional<RenderedSpeech> voice) {
        var track = SessionSounds.track(plan, voice);
        var length = Durations.words(Duration.ofSeconds(track.duration().toSeconds()));
        if (!track.fits()) {
            throw new UserError(
                    ExitCode.CANNOT_CREATE,
                    "a WAV file holds 27 hours and this session takes " + length + "; make its holds shorter");
        }
        output.writeBytes(
                context,
                (out, progress) -> track.write(
                        out, done -> progress.show(() -> "rendering: " + Durations.words(done) + " of " + length)));
        output.file(Optional.empty())
                .ifPresent(
                        file -> context.notice("wrote " + file + ": " + length + "; when you have practised with it: "
                                + "stretch add " + plan.routine().id()));
    }
}
