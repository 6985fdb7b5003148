package stretch.catalogue.read;

import static org.assertj.core.api.Assertions.assertThat;
import static stretch.catalogue.exercise.Side.BOTH;
import static stretch.catalogue.exercise.Side.LEFT;
import static stretch.catalogue.exercise.Side.RIGHT;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Marker;
import stretch.catalogue.Routine;
import stretch.catalogue.exercise.Exercise;
import stretch.catalogue.exercise.Side;

/** What comes with stretch says what its sources say: doses, sides, orders and conditions are facts. */
class ShippedCatalogueTest {
    private static final Catalogue SHIPPED = CatalogueFile.shipped();
    private static final List<Side> TWO = List.of(RIGHT, LEFT);
    private static final int WORDS = 13;

    @ParameterizedTest
    @CsvSource({
        "chair-hip-flexor,         kneeling,      chair, 60 s,        2, one-stretch",
        "standing-hip-flexor,      standing,      '',    60 s,        2, one-stretch",
        "standing-reset,           standing,      '',    3 breaths,   1, back-hips",
        "sitting-reset,            sitting,       chair, 3 breaths,   1, back-hips",
        "pelvic-tilt,              supine,        '',    8-12 reps,   1, back-hips",
        "knee-to-chest,            supine,        '',    5-8 reps,    2, back-hips",
        "half-kneeling-hip-flexor, half-kneeling, '',    20-30 s,     2, back-hips",
        "glute-bridge,             supine,        '',    8-10 reps,   1, back-hips",
        "hip-hinge,                standing,      '',    5-10 reps,   1, back-hips",
    })
    void exercise(String id, String position, String equipment, String dose, int sides, String source) {
        var exercise = exercise(id);
        assertThat(exercise.position().id()).isEqualTo(position);
        assertThat(String.join(",", exercise.equipment())).isEqualTo(equipment);
        assertThat(exercise.dose().text()).isEqualTo(dose);
        assertThat(exercise.sides()).isEqualTo(sides == 2 ? TWO : List.of(BOTH));
        assertThat(exercise.reasons().source()).isEqualTo(source);
    }

    @Test
    void has_every_entry_in_order() {
        assertThat(SHIPPED.exercises().keySet())
                .containsExactly(
                        "chair-hip-flexor",
                        "standing-hip-flexor",
                        "standing-reset",
                        "sitting-reset",
                        "pelvic-tilt",
                        "knee-to-chest",
                        "half-kneeling-hip-flexor",
                        "glute-bridge",
                        "hip-hinge");
        assertThat(SHIPPED.routines().keySet()).containsExactly("daily", "one-stretch", "relief", "desk-break", "full");
        assertThat(SHIPPED.lessons().keySet())
                .containsExactly("hips-and-back", "hamstrings", "pelvic-tilt-forward", "what-to-expect");
        assertThat(SHIPPED.patterns().keySet())
                .containsExactly("stiff-hips", "sleepy-glutes", "over-arched", "rounded-lifting", "one-hip");
        assertThat(SHIPPED.habits().keySet())
                .containsExactly("change-position", "both-hips", "hinge-for-chores", "walk-softly");
        assertThat(SHIPPED.markers().stream().map(Marker::id)).containsExactly("bending", "hips", "balance", "ease");
    }

    @Test
    void routines_have_their_steps_and_only_the_daily_one_a_goal() {
        var relief = List.of("pelvic-tilt", "knee-to-chest", "half-kneeling-hip-flexor", "glute-bridge");
        var full = new ArrayList<>(List.of("standing-reset"));
        full.addAll(relief);
        full.addAll(List.of("chair-hip-flexor", "hip-hinge"));
        var steps = new TreeMap<String, List<String>>();
        var goals = new TreeMap<String, String>();
        SHIPPED.routines().forEach((id, routine) -> {
            steps.put(
                    id,
                    routine.steps().stream().map(Routine.RoutineStep::exercise).toList());
            goals.put(id, routine.goal().id());
        });
        assertThat(steps)
                .isEqualTo(Map.of(
                        "daily", List.of("chair-hip-flexor", "hip-hinge"),
                        "one-stretch", List.of("chair-hip-flexor"),
                        "relief", relief,
                        "desk-break", List.of("sitting-reset", "standing-reset"),
                        "full", full));
        assertThat(goals)
                .isEqualTo(Map.of(
                        "daily",
                        "daily",
                        "one-stretch",
                        "none",
                        "relief",
                        "none",
                        "desk-break",
                        "none",
                        "full",
                        "none"));
        assertThat(relief).allSatisfy(id -> assertThat(exercise(id).equipment()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "pelvic-tilt,    out 4 in 4",
        "knee-to-chest,  over 2 back 2",
        "glute-bridge,   up 2 hold 1 down 3",
        "hip-hinge,      down 2 up 2",
        "standing-reset, in 4 out 6",
        "sitting-reset,  in 4 out 6",
    })
    void paces_are_ours_and_say_so(String id, String pace) {
        var phases = exercise(id).pace().phases().stream()
                .map(phase -> phase.name() + " " + phase.length().toSeconds());
        assertThat(phases).containsExactly(pace.split(" (?=[a-z])"));
        assertThat(exercise(id).reasons().note()).containsPattern("our");
    }

    @Test
    void alternatives_with_their_conditions() {
        assertThat(alternatives("chair-hip-flexor")).containsExactly("standing-hip-flexor", "half-kneeling-hip-flexor");
        assertThat(alternatives("half-kneeling-hip-flexor")).containsExactly("standing-hip-flexor");
        assertThat(SHIPPED.exercises().values().stream()
                        .filter(e -> !e.alternatives().isEmpty()))
                .hasSize(2);
        assertThat(SHIPPED.exercises().values().stream().flatMap(e -> e.alternatives().stream()))
                .allSatisfy(alternative -> assertThat(alternative.when()).isNotBlank());
    }

    @Test
    void patterns_have_their_answers_and_one_has_a_habit() {
        var answers = new TreeMap<String, List<String>>();
        SHIPPED.patterns().forEach((id, pattern) -> {
            answers.put(id, pattern.answers());
            assertThat(pattern.habits()).isEqualTo(id.equals("one-hip") ? List.of("both-hips") : List.of());
            assertThat(pattern.mapping()).as(id).startsWith("Ours");
            assertThat(pattern.question()).endsWith("?");
        });
        assertThat(answers)
                .isEqualTo(Map.of(
                        "stiff-hips", List.of("chair-hip-flexor", "half-kneeling-hip-flexor"),
                        "sleepy-glutes", List.of("glute-bridge"),
                        "over-arched", List.of("pelvic-tilt", "standing-reset", "chair-hip-flexor"),
                        "rounded-lifting", List.of("hip-hinge"),
                        "one-hip", List.of("standing-reset", "knee-to-chest")));
    }

    @Test
    void prompts_say_which_leg_goes_where_and_the_set_up_fixes_no_side() {
        for (var exercise : SHIPPED.exercises().values()) {
            assertThat(exercise.instructions().sidePrompts().keySet())
                    .as(exercise.id())
                    .containsExactlyInAnyOrderElementsOf(exercise.isTwoSided() ? TWO : List.of());
            assertThat(exercise.instructions().setup().stream().map(line -> line.toLowerCase(Locale.ROOT)))
                    .noneMatch(line -> line.matches(".*\\b(left|right)\\b.*") && exercise.isTwoSided());
            // The two prompts are each other's mirror image, so neither can name a wrong leg alone.
            var right = exercise.instructions().sidePrompts().getOrDefault(RIGHT, "");
            assertThat(exercise.instructions().sidePrompts().getOrDefault(LEFT, ""))
                    .isEqualTo(mirrored(right));
        }
        assertThat(exercise("chair-hip-flexor").instructions().sidePrompts().get(RIGHT))
                .startsWith("Right knee on the seat");
        assertThat(exercise("standing-hip-flexor").instructions().sidePrompts().get(RIGHT))
                .startsWith("Right foot behind");
        assertThat(exercise("half-kneeling-hip-flexor")
                        .instructions()
                        .sidePrompts()
                        .get(RIGHT))
                .startsWith("Right knee on the floor");
        assertThat(exercise("knee-to-chest").instructions().sidePrompts().get(RIGHT))
                .startsWith("Hug your right knee toward your chest");
    }

    @Test
    void instructions_are_short_enough_to_be_heard() {
        for (var exercise : SHIPPED.exercises().values()) {
            assertThat(Stream.concat(exercise.instructions().setup().stream(), exercise.instructions().cues().stream()))
                    .allSatisfy(line -> assertThat(words(line)).as(line).isLessThanOrEqualTo(WORDS));
            assertThat(exercise.reasons().why()).as(exercise.id()).isNotBlank();
            // A way into it: told, or led.
            assertThat(exercise.instructions().enter().isEmpty()
                            && !exercise.pace().isInstructed())
                    .as(exercise.id())
                    .isFalse();
            assertThat(exercise.instructions().setup()).isNotEmpty();
            assertThat(exercise.instructions().cues()).isNotEmpty();
            assertThat(exercise.instructions().feel()).isNotBlank();
        }
        var chair = exercise("chair-hip-flexor").instructions().setup();
        assertThat(chair.stream().mapToInt(ShippedCatalogueTest::words).sum()).isLessThanOrEqualTo(25);
    }

    @Test
    void cautions_keep_the_urgent_signs_apart() {
        var cautions = SHIPPED.cautions();
        assertThat(cautions.general()).contains("general education", "not a diagnosis", "medical professional");
        assertThat(cautions.signs()).hasSize(2);
        assertThat(cautions.signs().get(0)).contains("severe", "gets worse", "gentle movement or rest");
        assertThat(cautions.signs().get(1)).contains("down the leg", "numbness or weakness");
        assertThat(cautions.urgent()).hasSize(2);
        assertThat(cautions.urgent().get(0)).contains("Loss of bowel or bladder control");
        assertThat(cautions.urgent().get(1)).contains("major change in sensation");
    }

    @Test
    void every_entry_names_its_source() {
        var sources = new ArrayList<String>();
        SHIPPED.exercises()
                .values()
                .forEach(entry -> sources.add(entry.reasons().source()));
        SHIPPED.routines().values().forEach(entry -> sources.add(entry.source()));
        SHIPPED.lessons().values().forEach(entry -> sources.add(entry.source()));
        SHIPPED.patterns().values().forEach(entry -> sources.add(entry.source()));
        SHIPPED.habits().values().forEach(entry -> sources.add(entry.source()));
        SHIPPED.markers().forEach(entry -> sources.add(entry.source()));
        sources.add(SHIPPED.cautions().source());
        var both = "; putting them together is our choice";
        assertThat(sources)
                .hasSize(32)
                .containsOnly(
                        "one-stretch",
                        "back-hips",
                        "one-stretch and back-hips" + both,
                        "back-hips and one-stretch" + both);
    }

    @Test
    void is_plain_ascii_in_lines_of_at_most_120_and_reads_the_same_with_other_line_ends() {
        var text = RoutinesSamplesTest.read(Path.of("routines.yaml"));
        assertThat(text).matches(all -> all.chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7F)));
        assertThat(text.lines()).allMatch(line -> line.length() <= 120);
        assertThat(whole(text)).isEqualTo(SHIPPED);
        assertThat(whole(text.replace("\n", "\r\n"))).isEqualTo(SHIPPED);
        assertThat(whole("\uFEFF" + text)).isEqualTo(SHIPPED);
    }

    private static Catalogue whole(String text) {
        return CatalogueFile.whole("routines.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Exercise exercise(String id) {
        return Objects.requireNonNull(SHIPPED.exercises().get(id), id);
    }

    private static List<String> alternatives(String id) {
        return exercise(id).alternatives().stream()
                .map(Exercise.Alternative::exercise)
                .toList();
    }

    private static int words(String line) {
        return line.split("\\s+").length;
    }

    private static String mirrored(String text) {
        return text.replace("Right", "LEFT")
                .replace("right", "LeFt")
                .replace("left", "right")
                .replace("LEFT", "Left")
                .replace("LeFt", "left");
    }
}
