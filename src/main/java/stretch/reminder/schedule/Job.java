package stretch.reminder.schedule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be started when the time has come.
 *
 * @param name the routine's id, or {@link #ALL}; part of marks and file names
 * @param words the program by its absolute path, and its arguments
 * @param variables what has to be in the environment, in the order in which it is written
 */
public record Job(String name, List<String> words, Map<String, String> variables) {
    /** The name of the job that looks at every routine with a goal. */
    public static final String ALL = "all";

    public Job {
        words = List.copyOf(words);
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        if (!name.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("no name for a file: " + name);
        }
        if (words.isEmpty()) {
            throw new IllegalArgumentException("nothing to start");
        }
    }

    /** What this is, in a few words. */
    public String title() {
        return name.equals(ALL)
                ? "stretch: a reminder when practice is due"
                : "stretch: a reminder when " + name + " is due";
    }
}
