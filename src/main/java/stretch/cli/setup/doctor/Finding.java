package stretch.cli.setup.doctor;

import java.util.Optional;
import stretch.json.JsonObject;

/**
 * One thing that the doctor looked at.
 *
 * @param ok whether nothing has to be done
 * @param about what was looked at: java, terminal, history and so on
 * @param text what was found, and what to do about it
 */
public record Finding(boolean ok, String about, String text) {
    public static Finding ok(String about, String text) {
        return new Finding(true, about, text);
    }

    public static Finding problem(String about, String text) {
        return new Finding(false, about, text);
    }

    public String line() {
        return (ok ? "ok    " : "fix   ") + about + ": " + text;
    }

    /** What to do about it: as in every message of ours, what stands behind the semicolon. */
    Optional<String> remedy() {
        int end = text.indexOf("; ");
        return end < 0 ? Optional.empty() : Optional.of(text.substring(end + 2));
    }

    public JsonObject toJson() {
        return new JsonObject()
                .put("ok", ok)
                .put("about", about)
                .put("text", text)
                .put("remedy", ok ? Optional.empty() : remedy());
    }
}
