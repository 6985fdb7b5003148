package stretch.catalogue.read;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Cautions;
import stretch.catalogue.Habit;
import stretch.catalogue.Lesson;
import stretch.catalogue.Marker;
import stretch.catalogue.exercise.Position;
import stretch.catalogue.exercise.PosturePattern;
import stretch.yaml.MappingReader;
import stretch.yaml.Node;
import stretch.yaml.NodeChecks;
import stretch.yaml.Problems;
import stretch.yaml.SourcePosition;

/** Reads a tree into a catalogue, over another one, and notes every mistake; its result counts only without any. */
record CatalogueReader(
        Catalogue under, boolean usersOwn, UserEntries entries, Problems problems, ReferenceChecks references) {
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,200}");

    // The record has a column for each of these, so they can be reworded but not added to.
    private static final List<String> MARKERS = List.of("bending", "hips", "balance", "ease");

    /** What came of it; what its entries say of others counts only when the {@code references} were found right. */
    Catalogue read(Node root) {
        var mapping = new NodeChecks(problems).mapping(root, "the file");
        if (mapping.isEmpty()) {
            return under;
        }
        var fields = new MappingReader(SourcePosition.START, "the file", mapping.get(), problems);
        var exercises = new ExerciseReader(references);
        var routines = new RoutineReader(references);
        var catalogue = new Catalogue(
                section(fields, "exercises", "exercise", under.exercises(), exercises::read),
                section(fields, "routines", "routine", under.routines(), routines::read),
                section(fields, "lessons", "lesson", under.lessons(), this::lesson),
                section(fields, "patterns", "pattern", under.patterns(), this::pattern),
                section(fields, "habits", "habit", under.habits(), this::habit),
                markers(fields),
                fromStanding(fields),
                cautions(fields),
                usersOwn ? entries.files() : Map.of(),
                Map.of());
        fields.reportUnknown();
        return catalogue;
    }

    private <T> Map<String, T> section(
            MappingReader fields,
            String key,
            String kind,
            Map<String, T> below,
            BiFunction<String, MappingReader, T> reader) {
        var all = new LinkedHashMap<>(below);
        fields.optional(key)
                .flatMap(pair -> fields.wanted().mapping(pair.value(), "'" + key + "'"))
                .ifPresent(mapping -> {
                    for (var pair : mapping.pairs()) {
                        if (!ID.matcher(pair.key()).matches()) {
                            problems.add(
                                    pair.position(),
                                    Problems.quoted(pair.key())
                                            + " cannot be an id; use a-z, 0-9 and '-', at most 200 characters");
                        }
                        var what = kind + " " + Problems.quoted(pair.key());
                        boolean first = entries.claim(kind, pair, problems);
                        var alone = fields.wanted().mapping(pair.value(), what).filter(entry -> first);
                        var inner = alone.flatMap(entry -> entries.filled(kind, pair.key(), entry))
                                .map(whole -> new MappingReader(pair.position(), what, whole, problems));
                        if (inner.isEmpty()) {
                            entries.ignoreLater(kind, pair.key());
                        }
                        // Where what it extends is not to be had, its own mistakes are found all the same.
                        inner.or(() -> alone.map(
                                        own -> new MappingReader(pair.position(), what, own, problems).inPart()))
                                .ifPresent(keys -> {
                                    var read = reader.apply(pair.key(), keys);
                                    UserEntries.allow(kind, keys);
                                    keys.reportUnknown();
                                    if (inner.isPresent()) {
                                        all.put(pair.key(), read);
                                    }
                                });
                    }
                });
        return all;
    }

    private Lesson lesson(String id, MappingReader fields) {
        return new Lesson(id, fields.requiredName("title"), fields.requiredTexts("text"), fields.text("source"));
    }

    private Habit habit(String id, MappingReader fields) {
        return new Habit(id, fields.requiredName("name"), fields.requiredText("text"), fields.text("source"));
    }

    private PosturePattern pattern(String id, MappingReader fields) {
        return new PosturePattern(
                id,
                fields.requiredName("name"),
                fields.requiredText("question"),
                fields.text("happens"),
                references.ids(fields, fields.requiredItems("answers"), "exercise", "answers"),
                references.ids(fields, fields.items("habits"), "habit", "habits"),
                fields.text("mapping"),
                fields.text("source"));
    }

    private List<Marker> markers(MappingReader fields) {
        var below = new LinkedHashMap<String, Marker>();
        under.markers().forEach(marker -> below.put(marker.id(), marker));
        var markers = section(fields, "markers", "marker", below, (id, keys) -> {
            if (!MARKERS.contains(id)) {
                problems.addUnknown(
                        keys.at(), "marker", id, MARKERS, "check-ins ask for " + String.join(", ", MARKERS));
            }
            return new Marker(id, keys.requiredText("text"), keys.text("source"));
        });
        return new ArrayList<>(markers.values());
    }

    private Map<Position, Duration> fromStanding(MappingReader fields) {
        var times = new EnumMap<Position, Duration>(Position.class);
        times.putAll(under.fromStanding());
        fields.inner("positions").ifPresent(keys -> {
            for (var position : Position.values()) {
                DoseReader.wait(keys, position.id()).ifPresent(time -> times.put(position, time));
            }
            keys.reportUnknown();
        });
        return times;
    }

    private Cautions cautions(MappingReader fields) {
        if (usersOwn) {
            // A file from somewhere else must not be able to soften what says when to see a doctor at once.
            fields.optional("cautions")
                    .ifPresent(pair -> problems.add(
                            pair.position(),
                            "'cautions' cannot be changed; remove them, because those of stretch always apply"));
            return under.cautions();
        }
        return fields.inner("cautions")
                .map(keys -> {
                    var cautions = new Cautions(
                            keys.requiredText("general"),
                            keys.requiredTexts("signs"),
                            keys.requiredTexts("urgent"),
                            keys.requiredText("help"),
                            keys.requiredText("otherwise"),
                            keys.text("source"));
                    keys.reportUnknown();
                    return cautions;
                })
                .orElse(under.cautions());
    }
}
