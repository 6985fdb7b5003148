package stretch.catalogue;

import java.util.List;

/** A short page on why the practice works, one paragraph a list entry. */
public record Lesson(String id, String title, List<String> text, String source) {
    public Lesson {
        text = List.copyOf(text);
    }
}
