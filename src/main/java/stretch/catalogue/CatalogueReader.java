package stretch.catalogue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import stretch.yaml.Keys;
import stretch.yaml.Mistakes;
import stretch.yaml.Node;
import stretch.yaml.Place;

/** Reads a tree into a catalogue, over another one, and notes every mistake; its result counts only without any. */
final class CatalogueReader {
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,200}");

    // The record has a column for each of these, so they can be reworded but not added to.
    private static final List<String> MARKERS = List.of("bending", "hips", "balance", "ease");

    private final Catalogue under;
    private final boolean usersOwn;
    private final Mistakes mistakes;
    private final Links links;

    CatalogueReader(Catalogue under, boolean usersOwn, Mistakes mistakes) {
        this.under = under;
        this.usersOwn = usersOwn;
        this.mistakes = mistakes;
        this.links = new Links(mistakes);
    }

    Catalogue read(Node root) {
        var mapping = new stretch.yaml.Wanted(mistakes).mapping(root, "the file");
        if (mapping.isEmpty()) {
            return under;
        }
        var top = new Keys(Place.START, "the file", mapping.get(), mistakes);
        var exercises = new ExerciseReader(links);
        var routines = new RoutineReader(links);
        var catalogue = new Catalogue(
                section(top, "exercises", "exercise", under.exercises(), exercises::read),
                section(top, "routines", "routine", under.routines(), routines::read),
                section(top, "lessons", "lesson", under.lessons(), this::lesson),
                section(top, "patterns", "pattern", under.patterns(), this::pattern),
                section(top, "habits", "habit", under.habits(), this::habit),
                markers(top),
                fromStanding(top),
                cautions(top));
        top.done();
        links.check(catalogue);
        return catalogue;
    }

    private <T> Map<String, T> section(
            Keys top, String key, String kind, Map<String, T> below, BiFunction<String, Keys, T> reader) {
        var entries = new LinkedHashMap<>(below);
        top.take(key)
                .flatMap(pair -> top.wanted().mapping(pair.value(), "'" + key + "'"))
                .ifPresent(mapping -> {
                    for (var pair : mapping.pairs()) {
                        if (!ID.matcher(pair.key()).matches()) {
                            mistakes.add(
                                    pair.at(),
                                    Mistakes.quoted(pair.key())
                                            + " cannot be an id; use a-z, 0-9 and '-', 200 characters at most");
                        }
                        var what = kind + " " + Mistakes.quoted(pair.key());
                        var inner = top.wanted().mapping(pair.value(), what);
                        if (inner.isPresent()) {
                            var keys = new Keys(pair.at(), what, inner.get(), mistakes);
                            entries.put(pair.key(), reader.apply(pair.key(), keys));
                            keys.done();
                        } else {
                            links.forgive(kind, pair.key());
                        }
                    }
                });
        return entries;
    }

    private Lesson lesson(String id, Keys keys) {
        return new Lesson(id, keys.needName("title"), keys.needTexts("text"), source(keys));
    }

    private Habit habit(String id, Keys keys) {
        return new Habit(id, keys.needName("name"), keys.needText("text"), source(keys));
    }

    private stretch.catalogue.Pattern pattern(String id, Keys keys) {
        return new stretch.catalogue.Pattern(
                id,
                keys.needName("name"),
                keys.needText("question"),
                keys.text("happens").orElse(""),
                links.ids(keys, keys.needItems("answers"), "exercise", "answers"),
                links.ids(keys, keys.items("habits"), "habit", "habits"),
                keys.text("mapping").orElse(""),
                source(keys));
    }

    private List<Marker> markers(Keys top) {
        var below = new LinkedHashMap<String, Marker>();
        under.markers().forEach(marker -> below.put(marker.id(), marker));
        var markers = section(top, "markers", "marker", below, (id, keys) -> {
            if (!MARKERS.contains(id)) {
                mistakes.addUnknown(
                        keys.at(), "marker", id, MARKERS, "check-ins ask for " + String.join(", ", MARKERS));
            }
            return new Marker(id, keys.needText("text"), source(keys));
        });
        return new ArrayList<>(markers.values());
    }

    private Map<Position, Duration> fromStanding(Keys top) {
        var times = new EnumMap<Position, Duration>(Position.class);
        times.putAll(under.fromStanding());
        top.take("positions")
                .flatMap(pair -> top.wanted()
                        .mapping(pair.value(), "'positions'")
                        .map(mapping -> new Keys(pair.at(), "'positions'", mapping, mistakes)))
                .ifPresent(keys -> {
                    for (var position : Position.values()) {
                        DoseReader.wait(keys, position.id()).ifPresent(time -> times.put(position, time));
                    }
                    keys.done();
                });
        return times;
    }

    private Optional<Cautions> cautions(Keys top) {
        var pair = top.take("cautions");
        if (pair.isEmpty()) {
            return under.cautions();
        }
        if (usersOwn) {
            // A file from somewhere else must not be able to soften what says when to see a doctor at once.
            mistakes.add(
                    pair.get().at(),
                    "'cautions' cannot be changed; take them out, those that come with stretch always apply");
            return under.cautions();
        }
        return top.wanted().mapping(pair.get().value(), "'cautions'").map(mapping -> {
            var keys = new Keys(pair.get().at(), "'cautions'", mapping, mistakes);
            var cautions = new Cautions(
                    keys.needText("general"), keys.needTexts("signs"), keys.needTexts("urgent"), source(keys));
            keys.done();
            return cautions;
        });
    }

    static String source(Keys keys) {
        return keys.text("source").orElse("");
    }
}
