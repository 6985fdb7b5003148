package stretch.catalogue.read;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import stretch.catalogue.exercise.Dose;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Pace;
import stretch.catalogue.exercise.Range;
import stretch.text.Durations;
import stretch.text.Numbers;
import stretch.text.Words;
import stretch.yaml.MappingReader;
import stretch.yaml.Node;
import stretch.yaml.Problems;

/** Reads how much, how fast and how long: doses, paces and durations. */
final class DoseReader {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final int MOST = 1000;
    /** The keys of a dose. */
    static final List<String> KINDS = Words.of(DoseKind.values(), DoseKind::id);

    private static final Pattern SPAN = Pattern.compile("([0-9hms]{1,20})-([0-9hms]{1,20})");
    private static final Pattern COUNT = Pattern.compile("([0-9]{1,9})(?:-([0-9]{1,9}))?");

    private DoseReader() {}

    /** The dose, if there is one; more than one is a mistake. */
    static Optional<Dose> dose(MappingReader fields) {
        var doses = new ArrayList<Dose>();
        var given = new ArrayList<Node.Pair>();
        for (var kind : DoseKind.values()) {
            fields.optional(kind.id()).ifPresent(pair -> {
                given.add(pair);
                range(fields, kind, pair.value())
                        .map(range -> new Dose(kind, range))
                        .ifPresent(doses::add);
            });
        }
        if (given.size() > 1) {
            fields.mistake(
                    given.get(1).position(),
                    fields.what() + " has both '" + given.get(0).key() + "' and '"
                            + given.get(1).key() + "'; keep one of them");
        }
        return doses.stream().findFirst();
    }

    /** The dose; if there is none, that is a mistake, and any dose stands for it. */
    static Dose needDose(MappingReader fields) {
        var dose = dose(fields);
        if (KINDS.stream().allMatch(kind -> fields.optional(kind).isEmpty())) {
            fields.missing(KINDS, fields.what() + " has no dose; add hold: 30s, reps: 8-12 or breaths: 5");
        }
        return dose.orElse(new Dose(DoseKind.REPS, Range.of(1)));
    }

    /** The tempo, or the usual one for the dose. */
    static Pace pace(MappingReader fields, Dose dose) {
        var pair = fields.optional("pace");
        var hold = fields.optional("hold");
        if (pair.isPresent() && hold.isPresent()) {
            fields.mistake(pair.get().position(), "'pace' does not apply to a hold; remove it, or use reps or breaths");
        }
        return pair.flatMap(found -> fields.wanted().mapping(found.value(), "'pace'"))
                .flatMap(mapping -> pace(fields, mapping))
                .orElse(Pace.usual(dose.kind()));
    }

    private static Optional<Pace> pace(MappingReader fields, Node.Mapping mapping) {
        if (mapping.pairs().isEmpty()) {
            fields.mistake(mapping.position(), "'pace' is empty; write its parts, such as {down: 2s, up: 2s}");
            return Optional.empty();
        }
        var phases = new ArrayList<Pace.Phase>();
        for (var pair : mapping.pairs()) {
            var named = new Node.Scalar(pair.position(), pair.key(), Node.ScalarKind.TEXT);
            var name = fields.wanted().name(named, "the name of a part of 'pace'");
            name.flatMap(word -> phase(fields, word, pair)).ifPresent(phases::add);
        }
        return phases.isEmpty() ? Optional.empty() : Optional.of(new Pace(phases));
    }

    /** A part of the pace, as its time alone ({@code up: 2s}) or with how to do it ({@code up: {time: 2s, cue: ...}}). */
    private static Optional<Pace.Phase> phase(MappingReader fields, String name, Node.Pair pair) {
        if (!(pair.value() instanceof Node.Mapping mapping)) {
            return duration(fields, pair.value(), name, SHORTEST).map(length -> new Pace.Phase(name, length));
        }
        var inner = new MappingReader(pair.position(), Problems.quoted(name), mapping, fields.mistakes());
        var length = inner.required("time", "2s").flatMap(time -> duration(inner, time.value(), "time", SHORTEST));
        var instruction = SideWords.text(inner, "cue");
        inner.reportUnknown();
        return length.map(time -> new Pace.Phase(name, time, instruction));
    }

    /** A wait, which may be none at all. */
    static Optional<Duration> wait(MappingReader fields, String key) {
        return fields.optional(key).flatMap(pair -> duration(fields, pair.value(), key, Duration.ZERO));
    }

    private static Optional<Duration> duration(MappingReader fields, Node node, String key, Duration least) {
        return fields.wanted()
                .notation(node, Problems.quoted(key), "a duration", "write it like 45s")
                .flatMap(text -> fields.wanted().parsed(node, "", () -> Durations.parse(Problems.shown(text), least)));
    }

    private static Optional<Range> range(MappingReader fields, DoseKind kind, Node node) {
        boolean hold = kind == DoseKind.HOLD;
        var wanted = hold ? "a duration" : "a number of " + kind.id();
        var right = hold ? "write it like 30s or 20-30s" : "write it like 5 or 8-12";
        return fields.wanted()
                .notation(node, "'" + kind.id() + "'", wanted, right)
                .flatMap(text -> fields.wanted()
                        .parsed(node, "", () -> hold ? seconds(Problems.shown(text)) : count(kind, text)));
    }

    /** {@code 30s}, {@code 20-30s}, {@code 45s-1m}. */
    private static Range seconds(String text) {
        var span = SPAN.matcher(text);
        if (!span.matches()) {
            return Range.of((int) Durations.parse(text, SHORTEST).toSeconds());
        }
        var high = span.group(2);
        // In 20-30s the unit stands for both ends.
        var low = span.group(1).matches("\\d+") && high.matches("\\d+[hms]")
                ? span.group(1) + high.substring(high.length() - 1)
                : span.group(1);
        return ordered(
                text,
                Durations.parse(low, SHORTEST).toSeconds(),
                Durations.parse(high, SHORTEST).toSeconds());
    }

    private static Range count(DoseKind kind, String text) {
        var count = COUNT.matcher(text);
        if (!count.matches()) {
            throw new IllegalArgumentException(
                    Problems.quoted(text) + " is not a number of " + kind.id() + "; write it like 5 or 8-12");
        }
        int low = Numbers.parse(count.group(1)).orElseThrow();
        int high = count.group(2) == null ? low : Numbers.parse(count.group(2)).orElseThrow();
        if (low < 1 || low > MOST || high < 1 || high > MOST) {
            throw new IllegalArgumentException("'" + text + "' " + kind.id() + " is out of range; write 1 to " + MOST);
        }
        return ordered(text, low, high);
    }

    private static Range ordered(String text, long low, long high) {
        if (low > high) {
            throw new IllegalArgumentException("'" + text + "' runs backwards; write the smaller number first");
        }
        return new Range((int) low, (int) high);
    }
}
