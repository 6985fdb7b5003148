package stretch.catalogue.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;

/**
 * The schema that editors check with agrees with the loader.
 *
 * <p>Samples called {@code beyond-schema-*} have mistakes that no schema sees: ids that name nothing, circles, numbers
 * out of order, and whatever a YAML reader resolves or refuses before a schema comes to it.
 */
class RoutinesSchemaTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(RoutinesSamplesTest.read(Path.of("src/main/resources/stretch/routines.schema.json")));

    @ParameterizedTest
    @MethodSource("stretch.catalogue.read.RoutinesSamplesTest#good")
    void takes(Path sample) {
        assertThat(isTaken(RoutinesSamplesTest.read(sample))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("stretch.catalogue.read.RoutinesSamplesTest#bad")
    void refuses(Path sample) {
        boolean beyond = sample.getFileName().toString().startsWith("beyond-schema-");
        assertThat(isTaken(RoutinesSamplesTest.read(sample))).isEqualTo(beyond);
    }

    @Test
    void takes_the_starter_and_what_comes_with_stretch_but_for_the_cautions() {
        assertThat(isTaken(RoutinesSamplesTest.read(Path.of("src/main/resources/stretch/routines.starter.yaml"))))
                .isTrue();
        var shipped = RoutinesSamplesTest.read(Path.of("routines.yaml"));
        assertThat(isTaken(shipped)).isFalse();
        assertThat(isTaken(shipped.replaceAll("(?s)\ncautions:.*?\n\n", "\n"))).isTrue();
    }

    /** Also what is no YAML for the schema's own reader: it never comes to the schema. */
    private static boolean isTaken(String yaml) {
        try {
            boolean empty = yaml.replaceAll("(?m)^#.*$", "").isBlank();
            return SCHEMA.validate(empty ? "null" : yaml, InputFormat.YAML).isEmpty();
        } catch (JacksonException e) {
            return true;
        }
    }
}
