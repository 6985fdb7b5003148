package stretch.cli.practise;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import stretch.catalogue.Routine;
import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.OutputOption;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.FileFormat;
import stretch.cli.options.OptionValue;
import stretch.coaching.RoundedSpineAdvice;
import stretch.config.VoiceChoice;
import stretch.os.ExitCode;
import stretch.os.UserError;
import stretch.os.process.ProcessRunner;
import stretch.session.plan.Plan;
import stretch.sound.SessionSounds;
import stretch.sound.speech.RenderedSpeech;
import stretch.sound.speech.Speaker;
import stretch.sound.speech.SpeechLengths;
import stretch.text.Durations;

/** Writes a whole led session as one sound file. */
public final class RenderCommand extends Command {
    /** What is heard of the file. */
    enum RenderedSound {
        voice,
        tone
    }

    /** To measure what is said: a program that takes longer for it hangs. */
    private static final Duration UNHURRIED = Duration.ofMinutes(10);

    private final OptionValue<List<String>> names =
            options.arguments("NAME", "a routine, or one or more exercises; see 'stretch list'");
    private final OptionValue<RenderedSound> sound = options.option(
                    "--sound",
                    "voice|tone",
                    "voice with soft tones under it, or tones alone (default: voice)",
                    RenderedSound.class)
            .defaultValue(RenderedSound.voice);
    private final OptionValue<VoiceChoice> voice = SessionOptions.voice(options);
    private final OutputOption output = new OutputOption(options);
    private final PlanArguments planned = new PlanArguments(context, options);

    public RenderCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about(
                "Writes a whole led session as one sound file (WAV), for a phone or a player.",
                "Every word and tone is at its moment. It records nothing; after practising with it, use 'stretch add NAME'.");
        options.example("stretch render daily -o daily.wav", "the daily routine, spoken");
        options.example("stretch render daily --sound tone -o daily.wav", "tones only");
    }

    @Override
    public Integer call() {
        var practice = context.lookup().practice(names.get());
        if (!output.isFile()) {
            throw UserError.usage("-o is missing, the file to write; for example 'stretch render "
                    + String.join(" ", names.get()) + " -o " + names.get().get(0) + ".wav'");
        }
        UserError.usageIf(
                voice.isGiven() && sound.get() == RenderedSound.tone,
                "--voice works only with --sound voice; leave out --sound tone");
        output.mustHold(FileFormat.WAV);
        var plan = plan(practice);
        output.check();
        UserError.usageIf(
                output.file(Optional.empty()).isEmpty()
                        && context.world().streams().output(),
                "a sound file cannot be shown on a terminal; name a file with -o, or pipe it to a program");
        if (sound.get() == RenderedSound.tone) {
            write(plan, Optional.empty());
            return 0;
        }
        var processes = new ProcessRunner(context.world());
        var choice = voice.optional().or(context.settings()::voice).orElse(VoiceChoice.DEFAULT);
        var speaker = Speaker.find(processes, choice)
                .filter(Speaker::canWrite)
                .map(found -> found.checked(processes))
                .orElseThrow(
                        () -> new UserError(
                                ExitCode.UNUSABLE,
                                "no program is installed that can write speech to a file; install espeak-ng, or use --sound tone"));
        try (var speech = new RenderedSpeech(speaker, processes)) {
            var lengths = new SpeechLengths(speaker, processes, context.paths().cacheFolder());
            write(lengths.timed(plan, UNHURRIED), Optional.of(speech));
        } catch (IOException e) {
            throw new UserError(
                    ExitCode.IO, "temporary files for speech cannot be written (" + e.getMessage() + "); make room");
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
        var length = Durations.words(track.duration());
        if (!track.fits()) {
            throw new UserError(
                    ExitCode.CANNOT_CREATE,
                    "a WAV file holds at most 27 hours, and this session takes " + length + "; shorten its holds");
        }
        output.writeBytes(
                context,
                (out, progress) -> track.write(
                        out, done -> progress.show(() -> "rendering: " + Durations.words(done) + " of " + length)));
        if (output.file(Optional.empty()).isPresent()) {
            context.notice("it is " + length + " long; after practising with it, run 'stretch add "
                    + plan.routine().id() + "'");
        }
    }
}
