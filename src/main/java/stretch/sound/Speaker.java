package stretch.sound;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stretch.config.VoiceChoice;
import stretch.os.ExitCode;
import stretch.os.ProcessRunner;
import stretch.os.UserError;

/**
 * A program that speaks, and the voice that it speaks with.
 *
 * @param program where one of {@link #NAMES} was found
 */
public record Speaker(Path program, VoiceChoice voice) {
    /** Programs that speak, in order of preference: first those whose words have known lengths. */
    public static final List<String> NAMES = List.of("espeak-ng", "espeak", "spd-say", "say");

    /** The rate at which spd-say speaks unless told otherwise, and the ends of its scale from -100 to 100. */
    private static final int SPD_NORMAL = 170;

    private static final int SPD_SLOWEST = 80;
    private static final int SPD_FASTEST = 390;

    /** The speaker of this machine; empty if it has none. */
    public static Optional<Speaker> find(ProcessRunner processes, VoiceChoice voice) {
        return processes.first(NAMES).map(program -> new Speaker(program, voice));
    }

    private boolean is(String name) {
        return program.endsWith(name);
    }

    /** Whether it can write what it says to a file, so that the length of an utterance can be measured. */
    public boolean canWrite() {
        return !is("spd-say");
    }

    /** The command that says a text; the text is an argument of its own, and never taken for an option. */
    List<String> say(String text) {
        var command = new ArrayList<String>(List.of(program.toString()));
        command.addAll(options());
        command.addAll(List.of("--", text));
        return command;
    }

    private List<String> options() {
        var options = new ArrayList<String>();
        if (is("spd-say")) {
            options.add("--wait");
            voice.name().ifPresent(name -> options.addAll(List.of(isLanguage(name) ? "-l" : "-y", name)));
            voice.rate().ifPresent(rate -> options.addAll(List.of("-r", Integer.toString(spdRate(rate)))));
            return options;
        }
        voice.name().ifPresent(name -> options.addAll(List.of("-v", name)));
        voice.rate().ifPresent(rate -> options.addAll(List.of(is("say") ? "-r" : "-s", Integer.toString(rate))));
        return options;
    }

    /** {@code en} or {@code en-gb}, as no voice is called. */
    static boolean isLanguage(String name) {
        return name.matches("[a-z]{2,3}([-_][A-Za-z0-9]+)*");
    }

    private static int spdRate(int rate) {
        int scale = rate < SPD_NORMAL ? SPD_NORMAL - SPD_SLOWEST : SPD_FASTEST - SPD_NORMAL;
        return (rate - SPD_NORMAL) * 100 / scale;
    }

    /**
     * Renders an utterance to a WAV file.
     *
     * @param file where to write it; replaced if it is there
     */
    public SpeechFile write(ProcessRunner processes, String text, Path file) {
        if (!canWrite()) {
            throw new UserError(
                    ExitCode.UNUSABLE, program + ": cannot write speech to a file; install espeak-ng, which can");
        }
        var arguments = new ArrayList<>(options());
        if (is("say")) {
            arguments.addAll(List.of("--file-format=WAVE", "--data-format=LEI16@22050", "-o", file.toString()));
            arguments.addAll(List.of("-f", "-"));
        } else {
            arguments.addAll(List.of("-b", "1", "--stdin", "-w", file.toString()));
        }
        var result = processes.run(program, arguments, text.getBytes(StandardCharsets.UTF_8));
        if (result.code() != 0) {
            throw new UserError(ExitCode.UNUSABLE, program + ": " + result.errorLine());
        }
        return SpeechFile.of(file);
    }
}
