package stretch.reminder.schedule;

import java.util.ArrayList;
import java.util.List;

/** What a change does to a text: the lines that go with a {@code -}, the lines that come with a {@code +}. */
public final class LineDiff {
    private LineDiff() {}

    /** The lines from the first to the last that differ; none if the texts are the same but for line breaks. */
    public static List<String> lines(String before, String after) {
        var old = before.lines().toList();
        var young = after.lines().toList();
        int same = 0;
        while (same < Math.min(old.size(), young.size()) && old.get(same).equals(young.get(same))) {
            same++;
        }
        int oldEnd = old.size();
        int youngEnd = young.size();
        while (oldEnd > same && youngEnd > same && old.get(oldEnd - 1).equals(young.get(youngEnd - 1))) {
            oldEnd--;
            youngEnd--;
        }
        var change = new ArrayList<String>();
        old.subList(same, oldEnd).forEach(line -> change.add("-" + line));
        young.subList(same, youngEnd).forEach(line -> change.add("+" + line));
        return change;
    }
}
