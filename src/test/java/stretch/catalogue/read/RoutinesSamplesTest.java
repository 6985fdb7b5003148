package stretch.catalogue.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Routine;
import stretch.os.ExitCode;
import stretch.os.UserError;

/**
 * Good files are taken, bad ones are refused with exactly the lines beside them.
 *
 * <p>{@code mvn test -Dtest=RoutinesSamplesTest -Dgolden=write} writes the {@code .error} files anew; read the difference.
 */
class RoutinesSamplesTest {
    private static final Path GOOD = Path.of("src/test/resources/good");
    private static final Path BAD = Path.of("src/test/resources/bad");
    private static final Catalogue SHIPPED = CatalogueFile.shipped();

    static List<Path> good() {
        return files(GOOD, ".yaml");
    }

    static List<Path> bad() {
        return files(BAD, ".yaml");
    }

    @ParameterizedTest
    @MethodSource("good")
    void takes(Path sample) {
        var text = read(sample);
        var catalogue = layered(sample, text);
        assertThat(layered(sample, text.replace("\n", "\r\n"))).as("with CRLF").isEqualTo(catalogue);
        assertThat(layered(sample, "\uFEFF" + text))
                .as("with a byte order mark")
                .isEqualTo(catalogue);
    }

    @ParameterizedTest
    @MethodSource("bad")
    void refuses(Path sample) throws IOException {
        var text = read(sample);
        var twin = twin(sample, ".error");
        var lines = mistakes(sample, text);
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(twin, String.join("\n", lines) + "\n");
        }
        assertThat(lines).isEqualTo(read(twin).lines().toList());
        assertThat(mistakes(sample, text.replace("\n", "\r\n"))).as("with CRLF").isEqualTo(lines);
        assertThat(mistakes(sample, "\uFEFF" + text))
                .as("with a byte order mark")
                .isEqualTo(lines);
    }

    @Test
    void every_bad_sample_has_its_twin_and_every_twin_its_sample() {
        assertThat(files(BAD, ".error"))
                .isEqualTo(bad().stream().map(sample -> twin(sample, ".error")).toList());
        assertThat(files(BAD, "")).hasSize(2 * bad().size());
        assertThat(files(GOOD, "")).isEqualTo(good());
    }

    @Test
    void the_starter_is_a_good_file_too() {
        var starter = Path.of("src/main/resources/stretch/routines.starter.yaml");
        assertThat(read(starter)).startsWith("# yaml-language-server: $schema=routines.schema.json\n");
        var catalogue = layered(starter, read(starter));
        assertThat(catalogue.routines()).containsKey("evening");
        assertThat(catalogue.exercises()).containsKey("calf-wall");
        // What is commented out is meant to be used as it stands.
        var active = read(starter).replaceAll("(?m)^  # ( *)(heel-raise|name|position: standing$|reps|pace)", "  $1$2");
        active = active.replace("# - {", "- {");
        assertThat(layered(starter, active).exercises()).containsKey("heel-raise");
        assertThat(Objects.requireNonNull(layered(starter, active).routines().get("evening"))
                        .steps())
                .hasSize(7);
    }

    @Test
    void sets_rests_and_blocks_are_what_the_file_says() {
        var sample = GOOD.resolve("sets.yaml");
        var entries = Objects.requireNonNull(
                        layered(sample, read(sample)).routines().get("everything"))
                .entries();
        assertThat(entries.get(0))
                .isEqualTo(new Routine.RoutineStep(
                        "glute-bridge",
                        Optional.empty(),
                        List.of(),
                        new Routine.Sets(3, Duration.ofMinutes(1), Routine.SetOrder.SIDES),
                        "5 kg",
                        "slowly"));
        assertThat(((Routine.RoutineStep) entries.get(1)).sets())
                .isEqualTo(new Routine.Sets(2, Duration.ZERO, Routine.SetOrder.SETS));
        assertThat(entries.get(3)).isInstanceOfSatisfying(Routine.Block.class, block -> {
            assertThat(block.rounds()).isEqualTo(20);
            assertThat(block.rest()).isEqualTo(Duration.ofSeconds(90));
            assertThat(block.length()).isEqualTo(60);
        });
        assertThat(entries.get(5).steps().map(Routine.RoutineStep::note)).containsExactly("Two lines are one.");
    }

    @Test
    void reads_from_disk_and_says_what_is_not_there() {
        assertThat(CatalogueFile.read(SHIPPED, List.of(GOOD.resolve("empty.yaml"))))
                .isEqualTo(SHIPPED);
        assertThatCode(() -> CatalogueFile.read(SHIPPED, List.of(Path.of("no-such.yaml"))))
                .isInstanceOfSatisfying(UserError.class, failure -> {
                    assertThat(failure.exit()).isEqualTo(ExitCode.NO_INPUT);
                    assertThat(failure).hasMessage("no-such.yaml: there is no such file; name one that exists");
                });
        assertThatCode(() -> CatalogueFile.read(SHIPPED, List.of(GOOD)))
                .hasMessage(GOOD + ": is a folder; name a file in it");
    }

    static Path twin(Path sample, String extension) {
        return sample.resolveSibling(sample.getFileName().toString().replace(".yaml", extension));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Catalogue layered(Path sample, String text) {
        return CatalogueFile.layered(
                SHIPPED, Map.of(sample.getFileName().toString(), text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> mistakes(Path sample, String text) {
        return failure(sample, text).map(UserError::lines).orElse(List.of("no mistake was found"));
    }

    private static Optional<UserError> failure(Path sample, String text) {
        try {
            layered(sample, text);
            return Optional.empty();
        } catch (UserError failure) {
            assertThat(failure.exit()).isEqualTo(ExitCode.UNUSABLE);
            return Optional.of(failure);
        }
    }

    private static List<Path> files(Path folder, String extension) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(extension))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
