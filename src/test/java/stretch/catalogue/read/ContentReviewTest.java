package stretch.catalogue.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import stretch.catalogue.exercise.Pace;
import stretch.yaml.Node;
import stretch.yaml.Problems;
import stretch.yaml.YamlTree;

/** The review of the catalogue has a row for every entry, and for every key of it that says something. */
class ContentReviewTest {
    private static final Path REVIEW = Path.of("docs/content-review.md");
    private static final Set<String> SAY_NOTHING = Set.of("figure", "source");
    /** At 165 words a minute, as espeak-ng speaks. */
    private static final double SECONDS_A_WORD = 60 / 165.0;

    /** A row: the section, the entry, the keys that say the fact, and whether it agrees. */
    private record ReviewRow(String section, String entry, Set<String> keys, String fact, String agrees) {}

    @Test
    void every_key_of_every_entry_has_its_row_and_no_row_names_another() {
        var reviewed = new LinkedHashMap<String, Set<String>>();
        rows().forEach(row -> reviewed.computeIfAbsent(row.section() + "/" + row.entry(), entry -> new TreeSet<>())
                .addAll(row.keys()));
        assertThat(reviewed).isEqualTo(shipped());
        assertThat(reviewed).hasSize(9 + 8 + 5 + 4 + 5 + 4 + 5 + 4);
    }

    @Test
    void every_row_has_a_fact_and_a_verdict() {
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row.fact()).isNotBlank();
            assertThat(row.agrees()).isIn("yes", "ours");
        });
    }

    @Test
    void every_sign_of_the_cautions_has_a_row_of_its_own() {
        var cautions = CatalogueFile.shipped().cautions();
        assertThat(rows().stream().filter(row -> row.section().equals("cautions")))
                .hasSize(3 + cautions.signs().size() + cautions.urgent().size());
    }

    @Test
    void every_instruction_is_one_short_sentence_that_a_voice_says_in_five_seconds() {
        for (var exercise : CatalogueFile.shipped().exercises().values()) {
            var phases = exercise.pace().phases().stream()
                    .map(Pace.Phase::instruction)
                    .filter(text -> !text.isEmpty());
            var lines = Stream.of(
                            exercise.instructions().setup().stream(),
                            exercise.instructions().enter().stream(),
                            exercise.instructions().cues().stream(),
                            exercise.instructions().sidePrompts().values().stream(),
                            phases)
                    .flatMap(all -> all);
            assertThat(lines).allSatisfy(line -> {
                assertThat(line.split("\\s+").length * SECONDS_A_WORD).as(line).isLessThan(6);
                assertThat(line.replaceAll("[^.!?;]", "")).as(line).isEqualTo(".");
                assertThat(line.toLowerCase(Locale.ROOT))
                        .as(line)
                        .doesNotContainPattern("\\b(i|we|our|us|he|she|they|one's)\\b");
            });
        }
    }

    private static List<ReviewRow> rows() {
        var section = new String[] {""};
        return RoutinesSamplesTest.read(REVIEW)
                .lines()
                .peek(line ->
                        section[0] = line.startsWith("## ") ? line.substring(3).toLowerCase(Locale.ROOT) : section[0])
                .filter(line -> line.startsWith("| `"))
                .map(line -> {
                    var cells = Arrays.stream(line.split("\\|", -1))
                            .map(String::strip)
                            .toList();
                    assertThat(cells).as(line).hasSize(6);
                    return new ReviewRow(
                            section[0],
                            named(cells.get(1)).iterator().next(),
                            named(cells.get(3)),
                            cells.get(2),
                            cells.get(4));
                })
                .toList();
    }

    private static Set<String> named(String cell) {
        return Pattern.compile("`([a-z-]+)`")
                .matcher(cell)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Set<String>> shipped() {
        var text = RoutinesSamplesTest.read(Path.of("routines.yaml"));
        var root = YamlTree.parse(text.getBytes(StandardCharsets.UTF_8), new Problems("routines.yaml"))
                .orElseThrow();
        var all = new LinkedHashMap<String, Set<String>>();
        for (var section : pairs(root)) {
            for (var entry : pairs(section.value())) {
                var keys = new TreeSet<String>();
                if (entry.value() instanceof Node.Mapping mapping) {
                    mapping.pairs().forEach(pair -> keys.add(pair.key()));
                    keys.removeAll(SAY_NOTHING);
                } else {
                    keys.add(entry.key());
                }
                if (!SAY_NOTHING.contains(entry.key())) {
                    all.put(section.key() + "/" + entry.key(), keys);
                }
            }
        }
        return all;
    }

    private static List<Node.Pair> pairs(Node node) {
        return ((Node.Mapping) node).pairs();
    }
}
