package stretch.cli.options;

import java.nio.file.Path;
import java.util.Optional;
import stretch.os.Environment;

/**
 * An option that says where a file of the user is.
 *
 * @param variable says it where the option is not given
 */
public record FileOption(OptionValue<Path> option, String variable) {
    /** The file that was named either way. */
    public Optional<Path> named(Environment environment) {
        return option.optional().or(() -> environment.variable(variable).map(Path::of));
    }
}
