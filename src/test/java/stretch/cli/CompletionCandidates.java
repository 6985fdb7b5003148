package stretch.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.ArgSpec;
import stretch.cli.options.HelpPage;
import stretch.config.Setting;

/**
 * What may stand for a value, and so what the Tab key offers there.
 *
 * @param files any file
 * @param ids a word of {@code stretch complete-ids}, or empty
 * @param words the words themselves, or none
 */
record CompletionCandidates(boolean files, String ids, List<String> words) {
    private static final CompletionCandidates NOTHING = new CompletionCandidates(false, "", List.of());

    /** What the labels in the help stand for. */
    private static final Map<String, String> IDS = Map.of(
            "ROUTINE", "routines",
            "NAME", "practices",
            "EXERCISE=EXERCISE", "exercises",
            "TOPIC", "lessons",
            "ID", "things",
            "PATTERN", "patterns",
            "WHAT", "avoidable",
            "VALUE", "values",
            "SESSION", "sessions");

    /** What is one of too many to be listed in the help: some that are often wanted. */
    private static final Map<String, List<String>> SOME = Map.of(
            "COMMAND", CommandRegistry.names(),
            "KEY", Setting.keys(),
            "DAYS", List.of("mon-fri", "sat,sun", "mon,wed,fri", "mon", "tue", "wed", "thu", "fri", "sat", "sun"),
            "GOAL", List.of("daily", "weekdays", "mon,wed,fri", "5/week", "3/day", "every", "none", "default"));

    /** {@code auto, always or never}, as a description begins. */
    private static final Pattern LISTED = Pattern.compile("([a-z]+(?:, [a-z]+)* or [a-z]+)\\b.*");

    /** The help is the one place that says it, so what is offered is what is promised there. */
    static CompletionCandidates of(ArgSpec arg) {
        var label = arg.paramLabel();
        if (List.of("FILE", "FOLDER").contains(label)) {
            return new CompletionCandidates(true, "", List.of());
        }
        if (IDS.containsKey(label)) {
            return new CompletionCandidates(false, IDS.get(label), List.of());
        }
        if (SOME.containsKey(label)) {
            return new CompletionCandidates(false, "", SOME.get(label));
        }
        if (label.matches("[a-z]+(\\|[a-z]+)+")) {
            return words(label.split("\\|", -1));
        }
        var listed = LISTED.matcher(description(arg));
        return listed.matches() ? words(listed.group(1).split(", | or ", -1)) : NOTHING;
    }

    private static CompletionCandidates words(String... words) {
        return new CompletionCandidates(false, "", Arrays.asList(words));
    }

    static String description(ArgSpec arg) {
        return HelpPage.description(arg);
    }
}
