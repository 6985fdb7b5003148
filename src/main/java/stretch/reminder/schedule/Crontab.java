package stretch.reminder.schedule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A user's crontab, in which stretch owns what stands between its marks and not a byte more.
 *
 * <p>The text is never split and joined again, so line breaks of any kind and a missing last one stay as they are.
 */
public final class Crontab {
    /** At the end of a begin mark: the line break before it is ours as well. */
    private static final String BROKE = ", and the line break before this";

    private static final Pattern MARK =
            Pattern.compile("(?m)^# stretch: (begin|end) ([a-z0-9-]+)(" + Pattern.quote(BROKE) + ")?[ \t]*\r?(\n|\\z)");

    private record MarkedBlock(int from, int inside, int insideEnd, int to, boolean broke) {}

    private final String text;
    private final Map<String, MarkedBlock> blocks = new LinkedHashMap<>();

    /**
     * Finds the marks.
     *
     * @throws IllegalArgumentException with what is wrong and what to do, "; " between them, if they are not in pairs
     */
    public Crontab(String text) {
        this.text = text;
        var mark = MARK.matcher(text);
        String open = null;
        int from = 0;
        int inside = 0;
        boolean broke = false;
        while (mark.find()) {
            var name = mark.group(2);
            if (mark.group(1).equals("begin")) {
                if (open != null) {
                    throw broken("begin " + open, "has no end mark");
                }
                if (blocks.containsKey(name)) {
                    throw broken("begin " + name, "appears twice");
                }
                open = name;
                from = mark.start();
                inside = mark.end();
                broke = mark.group(3) != null;
            } else {
                if (!name.equals(open)) {
                    throw broken(
                            open == null ? "end " + name : "begin " + open,
                            open == null ? "has no begin mark" : "has no end mark");
                }
                blocks.put(name, new MarkedBlock(from, inside, mark.start(), mark.end(), broke));
                open = null;
            }
        }
        if (open != null) {
            throw broken("begin " + open, "has no end mark");
        }
    }

    private static IllegalArgumentException broken(String mark, String what) {
        return new IllegalArgumentException("the crontab's line '# stretch: " + mark + "' " + what
                + "; correct or delete that line with 'crontab -e'");
    }

    /** The lines of each of our blocks, by its name, in the order of the file. */
    public Map<String, List<String>> blocks() {
        var all = new LinkedHashMap<String, List<String>>();
        blocks.forEach((name, block) -> all.put(
                name, text.substring(block.inside(), block.insideEnd()).lines().toList()));
        return all;
    }

    /** The text with the lines in a block of this name: in its place if it is there, at the end if not. */
    public String with(String name, List<String> lines) {
        var block = blocks.get(name);
        if (block != null) {
            return text.substring(0, block.from()) + marked(name, lines, block.broke()) + text.substring(block.to());
        }
        // Crons skip or refuse a last line without its line break, and ours would be glued to it.
        boolean broke = !text.isEmpty() && !text.endsWith("\n");
        return text + (broke ? "\n" : "") + marked(name, lines, broke);
    }

    private static String marked(String name, List<String> lines, boolean broke) {
        var all = new ArrayList<String>();
        all.add("# stretch: begin " + name + (broke ? BROKE : ""));
        all.addAll(lines);
        all.add("# stretch: end " + name);
        return String.join("\n", all) + "\n";
    }

    /** The text without the block of this name; unchanged if there is none. */
    public String without(String name) {
        var block = blocks.get(name);
        if (block == null) {
            return text;
        }
        boolean last = block.to() == text.length();
        int from = block.broke() && last && block.from() > 0 ? block.from() - 1 : block.from();
        return text.substring(0, from) + text.substring(block.to());
    }
}
