package stretch.sound.speech;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stretch.config.VoiceChoice;
import stretch.os.ExitCode;
import stretch.os.UserError;
import stretch.os.process.ChildProcess;
import stretch.os.process.ProcessRunner;
import stretch.session.plan.SpeechTiming;
import stretch.text.TerminalSafe;

/**
 * A program that speaks, and the voice that it speaks with.
 *
 * @param program where one of {@link #NAMES} was found
 */
public record Speaker(Path program, VoiceChoice voice) {
    /** Programs that speak, in order of preference: first those whose words have known lengths. */
    public static final List<String> NAMES = List.of("espeak-ng", "espeak", "spd-say", "say");

    /** The usual rate of espeak-ng, and what comes of it in a minute as its words are counted in a script. */
    private static final int USUAL = 175;

    private static final int COUNTED = 165;

    /** How long the words of most speakers take, unless told otherwise. */
    public static final SpeechTiming USUAL_TIMING = SpeechTiming.speaking(COUNTED);

    /** The rate at which spd-say speaks unless told otherwise, and the ends of its scale from -100 to 100. */
    private static final int SPD_NORMAL = 170;

    private static final int SPD_SLOWEST = 80;
    private static final int SPD_FASTEST = 390;

    /** Words that take most of a second; they are said without a sound. */
    private static final String UNHEARD = "one two three";

    /** A line of {@code say -v ?}: {@code Bad News   en_US   # Hello!} */
    private static final Pattern SAY_VOICE = Pattern.compile("(?<name>\\S.*?)\\s+(?<language>\\w+)\\s+#.*");

    /** A line of {@code spd-say -L}: {@code NAME LANGUAGE VARIANT}. */
    private static final Pattern SPD_VOICE = Pattern.compile("\\s*(?<name>\\S.*?)\\s+(?<language>\\S+)\\s+\\S+\\s*");

    /** The speaker of this machine; empty if it has none. */
    public static Optional<Speaker> find(ProcessRunner processes, VoiceChoice voice) {
        return processes.first(NAMES).map(program -> new Speaker(program, voice));
    }

    private boolean is(String name) {
        return program.endsWith(name);
    }

    /** How long its words take, as far as they are not measured. */
    public SpeechTiming estimate() {
        return SpeechTiming.speaking(voice.rate().orElse(USUAL) * COUNTED / USUAL);
    }

    /** Whether it can write what it says to a file, so that the length of an utterance can be measured. */
    public boolean canWrite() {
        return !is("spd-say");
    }

    /** Whether it is one of which a single process says many lines, each when it is given. */
    public boolean isEspeak() {
        return is("espeak-ng") || is("espeak");
    }

    /** The command that says the lines that it reads. */
    List<String> readLines() {
        return command(List.of("-b", "1", "-m", "-z"));
    }

    /** A text as a line to be read: SSML, in which no character of it means anything else. */
    static String line(String text) {
        return TerminalSafe.line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    /** A line that wakes a sleeping sound device, and is not heard. */
    static String silentLine() {
        return "<prosody volume=\"silent\">" + UNHEARD + "</prosody>";
    }

    /** The command that says a text; the text is an argument of its own, and never taken for an option. */
    public List<String> say(String text) {
        return command(List.of("--", TerminalSafe.line(text)));
    }

    /** Starts to say a text; nothing if it cannot be started. */
    public Optional<ChildProcess> start(ProcessRunner processes, String text) {
        try {
            return Optional.of(processes.start(say(text)));
        } catch (IOException e) {
            // What is said is shown as well.
            return Optional.empty();
        }
    }

    /** The command that wakes a sleeping sound device, and is not heard. */
    public List<String> saySilence() {
        return is("say")
                ? command(List.of("--", "[[volm 0]] " + UNHEARD))
                : command(List.of("-i", "-100", "--", UNHEARD));
    }

    private List<String> command(List<String> end) {
        var command = new ArrayList<String>(List.of(program.toString()));
        command.addAll(options());
        command.addAll(end);
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

    /** {@code en} or {@code en-gb}, as no voice of spd-say or say is called. */
    private static boolean isLanguage(String name) {
        return name.matches("[a-z]{2,3}([-_][A-Za-z0-9]+)*");
    }

    private static int spdRate(int rate) {
        int scale = rate < SPD_NORMAL ? SPD_NORMAL - SPD_SLOWEST : SPD_FASTEST - SPD_NORMAL;
        return (rate - SPD_NORMAL) * 100 / scale;
    }

    /**
     * The speaker with the voice that is meant, where it lists its voices.
     *
     * @throws UserError if it has no such voice
     */
    public Speaker checked(ProcessRunner processes) {
        if (voice.name().isEmpty() || isEspeak()) {
            return this;
        }
        var name = voice.name().get();
        var listed = processes.run(program, is("say") ? List.of("-v", "?") : List.of("-L"), new byte[0]);
        if (listed.code() != 0) {
            // It may have the voice all the same, and says what is wrong when it is to speak.
            return this;
        }
        var pattern = is("say") ? SAY_VOICE : SPD_VOICE;
        var voices = listed.out()
                .lines()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .toList();
        var group = isLanguage(name) ? "language" : "name";
        var found = voices.stream()
                .filter(line -> isMeant(line.group(group), name))
                .findFirst()
                .orElseThrow(this::noSuchVoice);
        // Only say has no option for a language.
        return is("say") ? new Speaker(program, new VoiceChoice(Optional.of(found.group("name")), voice.rate())) : this;
    }

    /** {@code en} is any English; {@code en-gb} is written {@code en_GB} as well. */
    private static boolean isMeant(String listed, String name) {
        var have = listed.toLowerCase(Locale.ROOT).replace('_', '-');
        var want = name.toLowerCase(Locale.ROOT).replace('_', '-');
        return have.equals(want) || (isLanguage(name) && have.startsWith(want + "-"));
    }

    /** What to do where the voice is not to be had. */
    UserError noSuchVoice() {
        var list = is("say") ? "say -v '?'" : is("spd-say") ? "spd-say -L" : program.getFileName() + " --voices";
        return UserError.usage(program + ": has no voice '" + voice.name().orElse("") + "'; '" + list
                + "' lists those it has; choose one with --voice or 'stretch config voice'");
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
            arguments.addAll(List.of("-b", "1", "-m", "-z", "--stdin", "-w", file.toString()));
        }
        var spoken = isEspeak() ? line(text) : TerminalSafe.line(text);
        var result = processes.run(program, arguments, spoken.getBytes(StandardCharsets.UTF_8));
        if (result.code() != 0) {
            throw new UserError(ExitCode.UNUSABLE, program + ": " + result.errorLine());
        }
        return SpeechFile.of(file);
    }
}
