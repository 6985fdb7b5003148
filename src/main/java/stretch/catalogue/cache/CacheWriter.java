package stretch.catalogue.cache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Routine;
import stretch.catalogue.exercise.Dose;
import stretch.catalogue.exercise.Exercise;
import stretch.catalogue.exercise.Figure;

/**
 * A catalogue as bytes, for the cache: each field in turn, numbers as 32 bits, texts and lists behind their length.
 *
 * <p>Only the program that wrote them can read them; {@link CacheReader} is its mirror, line by line.
 */
final class CacheWriter {
    private ByteBuffer bytes = ByteBuffer.allocate(1 << 18);

    private CacheWriter() {}

    static byte[] of(Catalogue catalogue) {
        var written = new CacheWriter();
        written.catalogue(catalogue);
        var all = new byte[written.bytes.position()];
        written.bytes.flip().get(all);
        return all;
    }

    private void catalogue(Catalogue all) {
        list(all.exercises().values(), this::exercise);
        list(all.routines().values(), this::routine);
        list(all.lessons().values(), lesson -> {
            texts(lesson.id(), lesson.title(), lesson.source());
            list(lesson.text(), this::text);
        });
        list(all.patterns().values(), pattern -> {
            texts(pattern.id(), pattern.name(), pattern.question(), pattern.happens());
            texts(pattern.mapping(), pattern.source());
            list(pattern.answers(), this::text);
            list(pattern.habits(), this::text);
        });
        list(all.habits().values(), habit -> texts(habit.id(), habit.name(), habit.text(), habit.source()));
        list(all.markers(), marker -> texts(marker.id(), marker.text(), marker.source()));
        map(all.fromStanding(), (position, time) -> {
            word(position);
            duration(time);
        });
        var cautions = all.cautions();
        texts(cautions.general(), cautions.help(), cautions.otherwise(), cautions.source());
        list(cautions.signs(), this::text);
        list(cautions.urgent(), this::text);
        map(all.files(), this::texts);
        map(all.lengths(), (routine, length) -> {
            text(routine);
            duration(length);
        });
    }

    private void exercise(Exercise exercise) {
        texts(
                exercise.id(),
                exercise.name(),
                exercise.instructions().feel(),
                exercise.reasons().targets());
        texts(
                exercise.reasons().why(),
                exercise.reasons().note(),
                exercise.reasons().source());
        word(exercise.position());
        word(exercise.spine());
        dose(exercise.dose());
        list(exercise.sides(), this::word);
        map(exercise.instructions().sidePrompts(), (side, prompt) -> {
            word(side);
            text(prompt);
        });
        list(exercise.pace().phases(), phase -> {
            texts(phase.name(), phase.instruction());
            duration(phase.length());
        });
        optional(exercise.prepare(), this::duration);
        list(exercise.equipment(), this::text);
        list(exercise.instructions().setup(), this::text);
        list(exercise.instructions().enter(), this::text);
        list(exercise.instructions().cues(), this::text);
        list(exercise.reasons().lessons(), this::text);
        list(exercise.alternatives(), other -> texts(other.exercise(), other.when()));
        optional(exercise.figure(), this::figure);
    }

    private void figure(Figure figure) {
        word(figure.view());
        word(figure.working());
        list(figure.arrows(), this::word);
        list(figure.lines(), line -> list(line, this::point));
        list(
                figure.frames(),
                frame -> map(frame, (joint, point) -> {
                    word(joint);
                    point(point);
                }));
        optional(figure.second(), this::figure);
    }

    private void point(Figure.Point point) {
        ensureCapacity(Double.BYTES * 2).putDouble(point.x()).putDouble(point.y());
    }

    private void routine(Routine routine) {
        texts(routine.id(), routine.name(), routine.when(), routine.source());
        text(routine.goal().id());
        optional(routine.sound(), this::word);
        list(routine.entries(), entry -> {
            if (entry instanceof Routine.Block block) {
                number(block.rounds());
                duration(block.rest());
            } else {
                number(0);
            }
            list(entry.steps().toList(), this::step);
        });
    }

    private void step(Routine.RoutineStep step) {
        texts(step.exercise(), step.load(), step.note());
        optional(step.dose(), this::dose);
        list(step.sides(), this::word);
        number(step.sets().count());
        duration(step.sets().rest());
        word(step.sets().order());
    }

    private void dose(Dose dose) {
        word(dose.kind());
        number(dose.amount().low());
        number(dose.amount().high());
    }

    private void duration(Duration length) {
        ensureCapacity(Long.BYTES).putLong(length.toNanos());
    }

    @SuppressWarnings("EnumOrdinal") // only this very build reads it again
    private void word(Enum<?> word) {
        number(word.ordinal());
    }

    private void texts(String... texts) {
        for (var text : texts) {
            text(text);
        }
    }

    private void text(String text) {
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        number(encoded.length);
        ensureCapacity(encoded.length).put(encoded);
    }

    private <T> void optional(Optional<T> value, Consumer<T> write) {
        list(value.stream().toList(), write);
    }

    private <T> void list(Collection<T> values, Consumer<? super T> write) {
        number(values.size());
        values.forEach(write);
    }

    /** By key, as a map may have another order in each process, and the jar is to have the same bytes. */
    private <K, T> void map(Map<K, T> map, BiConsumer<? super K, ? super T> write) {
        number(map.size());
        new TreeMap<>(map).forEach(write);
    }

    private void number(int number) {
        ensureCapacity(Integer.BYTES).putInt(number);
    }

    private ByteBuffer ensureCapacity(int more) {
        if (bytes.remaining() < more) {
            bytes = ByteBuffer.allocate(2 * (bytes.capacity() + more)).put(bytes.flip());
        }
        return bytes;
    }
}
