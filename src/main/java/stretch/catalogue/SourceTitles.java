package stretch.catalogue;

import java.util.Map;
import java.util.regex.Pattern;

/** The titles of the pages that the shipped catalogue is drawn from; a source in one's own file is shown as it is. */
public final class SourceTitles {
    private static final Map<String, String> TITLES = Map.of(
            "one-stretch",
            "The One Stretch That Can Make Lower Back Pain Feel Better",
            "back-hips",
            "Lower Back & Hips");

    private static final Pattern IDS = Pattern.compile("(?<![\\w-])(one-stretch|back-hips)(?![\\w-])");

    private SourceTitles() {}

    /** A source with the titles of its pages instead of their ids. */
    public static String titles(String source) {
        return IDS.matcher(source).replaceAll(id -> TITLES.getOrDefault(id.group(), id.group()));
    }

    /** A source with the title of each page before its id: {@code Lower Back & Hips (back-hips)}. */
    public static String named(String source) {
        return IDS.matcher(source)
                .replaceAll(id -> TITLES.getOrDefault(id.group(), id.group()) + " (" + id.group() + ")");
    }
}
