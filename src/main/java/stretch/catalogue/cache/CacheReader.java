package stretch.catalogue.cache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Cautions;
import stretch.catalogue.GoalParser;
import stretch.catalogue.Habit;
import stretch.catalogue.Lesson;
import stretch.catalogue.Marker;
import stretch.catalogue.Routine;
import stretch.catalogue.Sound;
import stretch.catalogue.exercise.Dose;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Exercise;
import stretch.catalogue.exercise.Figure;
import stretch.catalogue.exercise.Pace;
import stretch.catalogue.exercise.Position;
import stretch.catalogue.exercise.PosturePattern;
import stretch.catalogue.exercise.Range;
import stretch.catalogue.exercise.Side;

/**
 * A catalogue out of the bytes of {@link CacheWriter}, whose mirror it is.
 *
 * <p>In plain loops: what runs once at a start is fastest where nothing has to be linked first.
 */
record CacheReader(ByteBuffer bytes) {
    private static final Position[] POSITIONS = Position.values();
    private static final Exercise.Spine[] SPINES = Exercise.Spine.values();
    private static final DoseKind[] KINDS = DoseKind.values();
    private static final Side[] SIDES = Side.values();
    private static final Sound[] SOUNDS = Sound.values();
    private static final Routine.SetOrder[] ORDERS = Routine.SetOrder.values();
    private static final Figure.View[] VIEWS = Figure.View.values();
    private static final Figure.Limb[] LIMBS = Figure.Limb.values();
    private static final Figure.Joint[] JOINTS = Figure.Joint.values();

    Catalogue catalogue() {
        return new Catalogue(
                exercises(),
                routines(),
                lessons(),
                patterns(),
                habits(),
                markers(),
                fromStanding(),
                cautions(),
                files(),
                lengths());
    }

    private Map<String, Duration> lengths() {
        var all = new HashMap<String, Duration>();
        for (int left = number(); left > 0; left--) {
            all.put(text(), duration());
        }
        return all;
    }

    private Map<String, String> files() {
        var all = new HashMap<String, String>();
        for (int left = number(); left > 0; left--) {
            all.put(text(), text());
        }
        return all;
    }

    private Map<String, Exercise> exercises() {
        var all = new LinkedHashMap<String, Exercise>();
        for (int left = number(); left > 0; left--) {
            var exercise = exercise();
            all.put(exercise.id(), exercise);
        }
        return all;
    }

    private Exercise exercise() {
        String id = text(), name = text(), feel = text(), targets = text(), why = text(), note = text();
        var source = text();
        var position = POSITIONS[number()];
        var spine = SPINES[number()];
        var dose = dose();
        var sides = words(SIDES);
        var prompts = new EnumMap<Side, String>(Side.class);
        for (int left = number(); left > 0; left--) {
            prompts.put(SIDES[number()], text());
        }
        var phases = new ArrayList<Pace.Phase>();
        for (int left = number(); left > 0; left--) {
            String word = text(), instruction = text();
            phases.add(new Pace.Phase(word, duration(), instruction));
        }
        Optional<Duration> prepare = number() == 0 ? Optional.empty() : Optional.of(duration());
        List<String> equipment = texts(), setup = texts(), enter = texts(), cues = texts(), lessons = texts();
        var alternatives = new ArrayList<Exercise.Alternative>();
        for (int left = number(); left > 0; left--) {
            alternatives.add(new Exercise.Alternative(text(), text()));
        }
        Optional<Figure> figure = number() == 0 ? Optional.empty() : Optional.of(figure());
        return new Exercise(
                id,
                name,
                position,
                equipment,
                dose,
                sides,
                new Pace(phases),
                prepare,
                new Exercise.Instructions(setup, prompts, enter, cues, feel),
                new Exercise.Reasons(targets, why, note, lessons, source),
                alternatives,
                spine,
                figure);
    }

    private Figure figure() {
        var view = VIEWS[number()];
        var working = LIMBS[number()];
        var arrows = words(JOINTS);
        var lines = new ArrayList<List<Figure.Point>>();
        for (int left = number(); left > 0; left--) {
            var line = new ArrayList<Figure.Point>();
            for (int points = number(); points > 0; points--) {
                line.add(point());
            }
            lines.add(line);
        }
        var frames = new ArrayList<Map<Figure.Joint, Figure.Point>>();
        for (int left = number(); left > 0; left--) {
            var frame = new EnumMap<Figure.Joint, Figure.Point>(Figure.Joint.class);
            for (int joints = number(); joints > 0; joints--) {
                frame.put(JOINTS[number()], point());
            }
            frames.add(frame);
        }
        Optional<Figure> second = number() == 0 ? Optional.empty() : Optional.of(figure());
        return new Figure(view, working, lines, arrows, frames, second);
    }

    private Figure.Point point() {
        return new Figure.Point(bytes.getDouble(), bytes.getDouble());
    }

    private Map<String, Routine> routines() {
        var all = new LinkedHashMap<String, Routine>();
        for (int left = number(); left > 0; left--) {
            var routine = routine();
            all.put(routine.id(), routine);
        }
        return all;
    }

    private Routine routine() {
        String id = text(), name = text(), when = text(), source = text();
        var goal = GoalParser.parse(text());
        Optional<Sound> sound = number() == 0 ? Optional.empty() : Optional.of(SOUNDS[number()]);
        var entries = new ArrayList<Routine.RoutineEntry>();
        for (int left = number(); left > 0; left--) {
            int rounds = number();
            var rest = rounds == 0 ? Duration.ZERO : duration();
            var steps = steps();
            entries.add(rounds == 0 ? steps.get(0) : new Routine.Block(rounds, rest, steps));
        }
        return new Routine(id, name, when, goal, sound, entries, source);
    }

    private List<Routine.RoutineStep> steps() {
        var steps = new ArrayList<Routine.RoutineStep>();
        for (int left = number(); left > 0; left--) {
            String exercise = text(), load = text(), note = text();
            Optional<Dose> dose = number() == 0 ? Optional.empty() : Optional.of(dose());
            var sides = words(SIDES);
            var sets = new Routine.Sets(number(), duration(), ORDERS[number()]);
            steps.add(new Routine.RoutineStep(exercise, dose, sides, sets, load, note));
        }
        return steps;
    }

    private Map<String, Lesson> lessons() {
        var all = new LinkedHashMap<String, Lesson>();
        for (int left = number(); left > 0; left--) {
            String id = text(), title = text(), source = text();
            all.put(id, new Lesson(id, title, texts(), source));
        }
        return all;
    }

    private Map<String, PosturePattern> patterns() {
        var all = new LinkedHashMap<String, PosturePattern>();
        for (int left = number(); left > 0; left--) {
            String id = text(), name = text(), question = text(), happens = text(), mapping = text(), source = text();
            all.put(id, new PosturePattern(id, name, question, happens, texts(), texts(), mapping, source));
        }
        return all;
    }

    private Map<String, Habit> habits() {
        var all = new LinkedHashMap<String, Habit>();
        for (int left = number(); left > 0; left--) {
            var habit = new Habit(text(), text(), text(), text());
            all.put(habit.id(), habit);
        }
        return all;
    }

    private List<Marker> markers() {
        var all = new ArrayList<Marker>();
        for (int left = number(); left > 0; left--) {
            all.add(new Marker(text(), text(), text()));
        }
        return all;
    }

    private Map<Position, Duration> fromStanding() {
        var times = new EnumMap<Position, Duration>(Position.class);
        for (int left = number(); left > 0; left--) {
            times.put(POSITIONS[number()], duration());
        }
        return times;
    }

    private Cautions cautions() {
        String general = text(), help = text(), otherwise = text(), source = text();
        return new Cautions(general, texts(), texts(), help, otherwise, source);
    }

    private Dose dose() {
        return new Dose(KINDS[number()], new Range(number(), number()));
    }

    private <E> List<E> words(E[] values) {
        var all = new ArrayList<E>();
        for (int left = number(); left > 0; left--) {
            all.add(values[number()]);
        }
        return all;
    }

    private Duration duration() {
        return Duration.ofNanos(bytes.getLong());
    }

    private List<String> texts() {
        var all = new ArrayList<String>();
        for (int left = number(); left > 0; left--) {
            all.add(text());
        }
        return all;
    }

    private String text() {
        int length = number();
        var text = new String(bytes.array(), bytes.arrayOffset() + bytes.position(), length, StandardCharsets.UTF_8);
        bytes.position(bytes.position() + length);
        return text;
    }

    private int number() {
        return bytes.getInt();
    }
}
