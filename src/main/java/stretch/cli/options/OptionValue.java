package stretch.cli.options;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import stretch.os.UserError;

/** An option or an argument of a command, and what was given for it on the command line. */
public final class OptionValue<T> {
    private final ArgSpec spec;
    private final @Nullable T defaultValue;

    OptionValue(ArgSpec spec, @Nullable T standard) {
        this.spec = spec;
        this.defaultValue = standard;
    }

    /** The same, with a value for when it is not given. */
    public OptionValue<T> defaultValue(T value) {
        return new OptionValue<>(spec, value);
    }

    /** How it is called: {@code --note}. */
    public String name() {
        return CommandExample.name(spec);
    }

    public boolean isGiven() {
        return value() != null;
    }

    /** What was given, else the value for when it is not; an argument that has to be there is. */
    public T get() {
        return optional().orElseThrow(() -> new IllegalStateException(spec + " was not given and has no standard"));
    }

    /** What was given, else the value for when it is not, if there is one. */
    public Optional<T> optional() {
        T given = value();
        return Optional.ofNullable(given == null ? defaultValue : given);
    }

    /** What was given, read by a function; what that finds wrong with an IllegalArgumentException is told with the name. */
    public <R> Optional<R> read(Function<T, R> reader) {
        return Optional.ofNullable(value()).map(given -> {
            try {
                return reader.apply(given);
            } catch (IllegalArgumentException e) {
                throw UserError.usage(name() + ": " + e.getMessage());
            }
        });
    }

    /** As if this had been given. */
    public void set(T value) {
        spec.setValue(value);
    }

    private @Nullable T value() {
        return spec.getValue();
    }
}
