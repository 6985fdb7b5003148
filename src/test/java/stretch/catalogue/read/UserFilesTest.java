package stretch.catalogue.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Goal;
import stretch.catalogue.exercise.Dose;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Exercise;
import stretch.catalogue.exercise.Pace;
import stretch.catalogue.exercise.Range;
import stretch.catalogue.exercise.Side;
import stretch.os.ExitCode;
import stretch.os.UserError;

/** The files of a user, and what an entry takes over from another. */
@Tag("once")
class UserFilesTest {
    private static final Catalogue SHIPPED = CatalogueFile.shipped();

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Catalogue read() {
        var own = folder.resolve("routines.yaml");
        var files = new ArrayList<Path>();
        if (own.toFile().isFile()) {
            files.add(own);
        }
        files.addAll(CatalogueFile.inFolder(own));
        return CatalogueFile.read(SHIPPED, files);
    }

    private List<String> mistakes() {
        try {
            read();
            return List.of();
        } catch (UserError failure) {
            assertThat(failure.exit()).isEqualTo(ExitCode.UNUSABLE);
            return failure.lines().stream()
                    .map(line -> line.replace(folder + "/", ""))
                    .toList();
        }
    }

    private static Exercise exercise(Catalogue catalogue, String id) {
        return catalogue.exercises().getOrDefault(id, SHIPPED.exercises().get("hip-hinge"));
    }

    @Test
    void only_the_keys_that_are_named_change() throws IOException {
        file("routines.yaml", RoutinesSamplesTest.read(Path.of("src/test/resources/good/extends.yaml")));
        var catalogue = read();
        var shipped = exercise(SHIPPED, "glute-bridge");

        var bridge = exercise(catalogue, "glute-bridge");
        assertThat(bridge.dose()).isEqualTo(new Dose(DoseKind.REPS, Range.of(10)));
        assertThat(bridge).usingRecursiveComparison().ignoringFields("dose").isEqualTo(shipped);

        var hold = exercise(catalogue, "bridge-hold");
        assertThat(hold.dose()).isEqualTo(new Dose(DoseKind.HOLD, Range.of(20)));
        assertThat(hold.name()).isEqualTo("Bridge and stay");
        assertThat(hold.instructions().setup()).isEqualTo(shipped.instructions().setup());
        assertThat(hold.figure()).isEmpty();
        assertThat(hold.pace()).isEqualTo(Pace.usual(DoseKind.HOLD));

        assertThat(exercise(catalogue, "third").name()).isEqualTo("Second");
        assertThat(exercise(catalogue, "third").sides()).containsExactly(Side.RIGHT, Side.LEFT);
        var fourth = exercise(catalogue, "fourth");
        assertThat(fourth.instructions().sidePrompts()).containsOnlyKeys(Side.LEFT);
        assertThat(fourth.alternatives())
                .extracting(Exercise.Alternative::exercise)
                .containsExactly("hip-hinge");

        var daily = catalogue.routines().get("daily");
        assertThat(daily.goal()).isEqualTo(new Goal.Weekly(5));
        assertThat(daily)
                .usingRecursiveComparison()
                .ignoringFields("goal")
                .isEqualTo(SHIPPED.routines().get("daily"));
        assertThat(catalogue.routines().get("mine").goal()).isEqualTo(new Goal.Weekly(5));
    }

    @Test
    void files_name_and_extend_each_other_in_any_order() throws IOException {
        file("routines.yaml", "routines: {mine: {name: Mine, steps: [knee, heel]}}\n");
        file("routines.d/b.yaml", "exercises: {heel: {extends: knee, name: Heel}}\n");
        file(
                "routines.d/a.yaml",
                "exercises: {knee: {name: Knee, position: standing, reps: 5, alternatives: [heel]}}\n");
        file("routines.d/.hidden.yaml", "no: file");
        file("routines.d/notes.txt", "no: file");
        file("routines.d/later.yaml~", "no: file");

        var catalogue = read();

        assertThat(exercise(catalogue, "heel").dose()).isEqualTo(new Dose(DoseKind.REPS, Range.of(5)));
        assertThat(catalogue.file("exercise", "heel"))
                .contains(folder.resolve("routines.d/b.yaml").toString());
        assertThat(catalogue.file("routine", "mine"))
                .contains(folder.resolve("routines.yaml").toString());
        assertThat(catalogue.file("exercise", "hip-hinge")).isEmpty();
        assertThat(new ArrayList<>(catalogue.exercises().keySet())).endsWith("knee", "heel");
    }

    @Test
    void without_a_file_of_ones_own_the_folder_counts_too() throws IOException {
        file("routines.d/plan.yaml", "routines: {plan: {extends: daily, name: Plan}}\n");
        assertThat(read().routines()).containsKey("plan");
    }

    @Test
    void a_clash_names_both_places() throws IOException {
        file("routines.yaml", "exercises:\n  knee: {extends: hip-hinge}\nroutines:\n  x: {extends: daily}\n");
        file("routines.d/a.yaml", "routines:\n  x: {extends: full}\n  knee: {extends: full}\n");
        file("routines.d/b.yaml", "exercises:\n  heel: {extends: knee}\n\n  knee: {extends: hip-hinge}\n");
        assertThat(mistakes())
                .containsExactly(
                        "routines.d/a.yaml:2:3: the routine 'x' is in routines.yaml:4:3 too; remove one of them, or give it another id",
                        "routines.d/b.yaml:4:3: the exercise 'knee' is in routines.yaml:2:3 too; remove one of them, or give it another id");
    }

    @Test
    void a_mistake_that_is_taken_over_is_told_where_it_was_made_alone() throws IOException {
        file("routines.yaml", """
                routines:
                  a: {name: A, goal: often, steps: [no-such, {exercise: hip-hinge, sets: 0}]}
                  b: {extends: a, name: B}
                  c: {extends: b, goal: seldom}
                exercises:
                  e: {name: E, position: standing, reps: 5, pace: {down: 2s}}
                """);
        file("routines.d/a.yaml", "exercises:\n  f: {extends: e, position: hanging}\n  g: {extends: f}\n");
        assertThat(mistakes())
                .hasSize(5)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("routines.yaml:2:"),
                        line -> assertThat(line).startsWith("routines.yaml:2:"),
                        line -> assertThat(line).startsWith("routines.yaml:2:"),
                        line -> assertThat(line).startsWith("routines.yaml:4:"),
                        line -> assertThat(line).startsWith("routines.d/a.yaml:2:"));
    }

    @Test
    void a_circle_through_files_names_both_places() throws IOException {
        file("routines.d/a.yaml", "exercises:\n  a: {extends: b}\n");
        file("routines.d/b.yaml", "exercises:\n  b:\n    extends: a\n");
        assertThat(mistakes())
                .containsExactly(
                        "routines.d/b.yaml:3:14: a circle of 'extends': a -> b -> a; remove this one, or the one at routines.d/a.yaml:2:16");
    }

    @Test
    void the_mistakes_of_all_files_are_told() throws IOException {
        file("routines.yaml", "routines: {x: {extends: dayly}}\n");
        file("routines.d/a.yaml", "exercises: {y: {extends: hip-hinge, repps: 5}}\n");
        assertThat(mistakes())
                .hasSize(2)
                .anyMatch(line ->
                        line.startsWith("routines.yaml:1:25: there is no routine 'dayly'; did you mean 'daily'"))
                .anyMatch(line -> line.startsWith("routines.d/a.yaml:1:37: there is no key 'repps'"));
        file("routines.d/b.yaml", "exercises: {");
        file("routines.d/c.yaml", "- [");
        assertThat(mistakes())
                .as("what cannot be read is said before it is missed")
                .hasSize(2)
                .anyMatch(line -> line.startsWith("routines.d/b.yaml:"))
                .anyMatch(line -> line.startsWith("routines.d/c.yaml:"));
    }

    @Test
    void what_cannot_be_looked_into_is_no_empty_folder() throws IOException {
        var plans = file("routines.d/a.yaml", "").getParent();
        var file = file("file/routines.d", "");
        assertThatThrownBy(() -> CatalogueFile.inFolder(file.resolveSibling("routines.yaml")))
                .hasMessage(
                        file + ": this is not a folder; rename it, because plans are read from a folder of this name");
        Files.createSymbolicLink(plans.resolve("gone.yaml"), Path.of("nowhere"));
        assertThatThrownBy(this::read)
                .hasMessage(plans.resolve("gone.yaml") + ": there is no such file; name one that exists");
        Files.setPosixFilePermissions(plans, PosixFilePermissions.fromString("-wx------"));
        if (!Files.isReadable(plans)) { // root may
            assertThatThrownBy(this::read)
                    .isInstanceOfSatisfying(
                            UserError.class,
                            failure -> assertThat(failure.exit()).isEqualTo(ExitCode.NOT_PERMITTED))
                    .hasMessage(plans + ": you may not look into this folder; give yourself permission");
        }
        Files.setPosixFilePermissions(plans, PosixFilePermissions.fromString("rwx------"));
    }

    /** However chains run, also in circles and longer than the stack, each is told once or taken. */
    @Test
    void chains_of_any_length_and_order_are_taken() throws IOException {
        var random = new Random(18);
        for (int round = 0; round < 20; round++) {
            int count = 1 + random.nextInt(round == 0 ? 1 : 300) + (round == 0 ? 20_000 : 0);
            boolean circle = random.nextBoolean();
            var lines = new ArrayList<String>();
            for (int i = 0; i < count; i++) {
                var base = i > 0
                        ? "e" + (round == 0 ? i - 1 : random.nextInt(i))
                        : circle ? "e" + (count - 1) : "hip-hinge";
                lines.add("  e" + i + ": {extends: " + (count == 1 ? "hip-hinge" : base) + ", note: n" + i + "}");
            }
            java.util.Collections.shuffle(lines, random);
            file("routines.yaml", "exercises:\n" + String.join("\n", lines) + "\n");
            if (circle && count > 1) {
                assertThat(mistakes()).as("round %d", round).hasSize(1);
            } else {
                var catalogue = read();
                for (int i = 0; i < count; i++) {
                    assertThat(exercise(catalogue, "e" + i).reasons().note()).isEqualTo("n" + i);
                    assertThat(exercise(catalogue, "e" + i).instructions().cues())
                            .isEqualTo(exercise(SHIPPED, "hip-hinge")
                                    .instructions()
                                    .cues());
                }
            }
        }
    }
}
