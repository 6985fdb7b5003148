package stretch.cli.setup;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that the doctor looked at.
 *
 * @param ok whether nothing has to be done
 * @param about what was looked at: java, terminal, record and so on
 * @param text what was found, and what to do about it
 */
record Finding(boolean ok, String about, String text) {
    static Finding ok(String about, String text) {
        return new Finding(true, about, text);
    }

    static Finding problem(String about, String text) {
        return new Finding(false, about, text);
    }

    String line() {
        return (ok ? "ok    " : "mend  ") + about + ": " + text;
    }

    Map<String, Object> toJson() {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("ok", ok);
        shape.put("about", about);
        shape.put("text", text);
        return shape;
    }
}
