package stretch.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import stretch.text.Durations;
import stretch.text.Numbers;
import stretch.text.Words;
import stretch.yaml.Keys;
import stretch.yaml.Mistakes;
import stretch.yaml.Node;
import stretch.yaml.Place;

/** Reads one routine. */
final class RoutineReader {
    private static final int MOST_STEPS = 2000;
    private static final String GOALS = "write daily, weekdays, none, 1/week to 7/week, or every 15m to every 4h";
    private static final String EVERY = "every ";
    private static final Pattern WEEKLY = Pattern.compile("([1-7])/week");

    private final Links links;

    RoutineReader(Links links) {
        this.links = links;
    }

    Routine read(String id, Keys keys) {
        var name = keys.needName("name");
        var when = keys.text("when").orElse("");
        var goal = keys.take("goal").flatMap(pair -> goal(keys, pair.value())).orElse(new Goal.None());
        var sound = keys.take("sound").flatMap(pair -> sound(keys, pair.value()));
        var steps = steps(keys);
        // A routine cannot be empty; one without a readable step is a mistake already, and this is never seen.
        var some = steps.isEmpty() ? List.of(new Routine.Entry("", Optional.empty(), List.of())) : steps;
        return new Routine(id, name, when, goal, sound, some, CatalogueReader.source(keys));
    }

    private static Optional<Sound> sound(Keys keys, Node node) {
        var words = Words.of(Sound.values(), Sound::id);
        return keys.wanted().text(node, "'sound'").flatMap(text -> {
            var sound = Words.parse(Sound.values(), Sound::id, text);
            if (sound.isEmpty()) {
                keys.mistakes().addUnknown(node.at(), "sound", text, words, "write bell, tone, voice or off");
            }
            return sound;
        });
    }

    private static Optional<Goal> goal(Keys keys, Node node) {
        return keys.wanted().notation(node, "'goal'", "a goal", GOALS).flatMap(text -> {
            var weekly = WEEKLY.matcher(text);
            if (weekly.matches()) {
                return Optional.of(
                        new Goal.Weekly(Numbers.parse(weekly.group(1)).orElseThrow()));
            }
            if (text.startsWith(EVERY)) {
                return every(keys, node, text.substring(EVERY.length()).strip());
            }
            return switch (text) {
                case "daily" -> Optional.of(new Goal.Daily());
                case "weekdays" -> Optional.of(new Goal.Weekdays());
                case "none" -> Optional.of(new Goal.None());
                default -> {
                    keys.mistakes().addUnknown(node.at(), "goal", text, List.of("daily", "weekdays", "none"), GOALS);
                    yield Optional.empty();
                }
            };
        });
    }

    private static Optional<Goal> every(Keys keys, Node node, String length) {
        try {
            return Optional.of(new Goal.Every(Durations.parse(length, Goal.Every.SHORTEST)));
        } catch (IllegalArgumentException e) {
            keys.mistakes().add(node.at(), "'goal': " + e.getMessage());
            return Optional.empty();
        }
    }

    private List<Routine.Entry> steps(Keys keys) {
        var entries = new ArrayList<Routine.Entry>();
        var items = keys.needItems("steps");
        if (items.size() > MOST_STEPS) {
            keys.mistakes()
                    .add(
                            items.get(MOST_STEPS).at(),
                            keys.what() + " has more than " + MOST_STEPS + " steps; split it into several routines");
        }
        items.forEach(item -> step(keys, item).ifPresent(entries::add));
        return entries;
    }

    private Optional<Routine.Entry> step(Keys keys, Node item) {
        if (!(item instanceof Node.Mapping mapping)) {
            return links.id(keys, item, "exercise", "a step")
                    .map(id -> new Routine.Entry(id, Optional.empty(), List.of()));
        }
        var inner = new Keys(item.at(), "a step", mapping, keys.mistakes());
        var exercise =
                inner.need("exercise", "ID").flatMap(pair -> links.id(inner, pair.value(), "exercise", "'exercise'"));
        var dose = DoseReader.dose(inner);
        var sides = ExerciseReader.sides(inner);
        inner.take("sides")
                .ifPresent(pair -> exercise.ifPresent(id -> links.whenRead(
                        id, found -> checkSides(found, sides, pair.value().at()))));
        inner.done();
        return exercise.map(id -> new Routine.Entry(id, dose, sides));
    }

    private void checkSides(Exercise exercise, List<Side> sides, Place at) {
        var name = Mistakes.quoted(exercise.id());
        for (var side : sides) {
            if (exercise.sides().contains(side)) {
                continue;
            }
            links.mistakes()
                    .add(
                            at,
                            exercise.isTwoSided()
                                    ? name + " has no side '" + side.id() + "'; write "
                                            + exercise.sides().stream()
                                                    .map(Side::id)
                                                    .collect(Collectors.joining(", ", "[", "]"))
                                    : name + " has no sides, it works on both at once; take 'sides' out");
        }
    }
}
