package stretch.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;

/** An option or an argument of a command, and what was given for it on the command line. */
final class Given<T> {
    private final ArgSpec spec;
    private final @Nullable T standard;

    Given(ArgSpec spec, @Nullable T standard) {
        this.spec = spec;
        this.standard = standard;
    }

    /** The same, with a value for when it is not given. */
    Given<T> standard(T value) {
        return new Given<>(spec, value);
    }

    /** Whether it was given. */
    boolean isGiven() {
        return value() != null;
    }

    /** What was given, else the value for when it is not; an argument that has to be there is. */
    T get() {
        return optional().orElseThrow(() -> new IllegalStateException(spec + " was not given and has no standard"));
    }

    /** What was given, else the value for when it is not, if there is one. */
    Optional<T> optional() {
        T given = value();
        return Optional.ofNullable(given == null ? standard : given);
    }

    /** As if this had been given. */
    void set(T value) {
        spec.setValue(value);
    }

    private @Nullable T value() {
        return spec.getValue();
    }
}
