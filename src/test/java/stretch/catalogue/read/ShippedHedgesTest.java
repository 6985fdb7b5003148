package stretch.catalogue.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.yaml.Node;
import stretch.yaml.Problems;
import stretch.yaml.YamlTree;

/** What the sources say with care is said with care: a hedge or a condition is a fact, and none gets lost. */
class ShippedHedgesTest {
    private static final Node SHIPPED = YamlTree.parse(
                    RoutinesSamplesTest.read(Path.of("routines.yaml")).getBytes(StandardCharsets.UTF_8),
                    new Problems("routines.yaml"))
            .orElseThrow();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lessons/hips-and-back       | can keep your hips from moving; more than it should; is usually worth more than",
                "lessons/hamstrings          | can sometimes make symptoms worse; usually rounds; can add pressure; irritated already",
                "lessons/pelvic-tilt-forward | can feel more compressed; pinch can appear; can sometimes travel",
                "lessons/pelvic-tilt-forward | pain that shoots down the leg; stretch cautions",
                "lessons/pelvic-tilt-forward | if this is your pattern; usually those in front; not the hamstrings",
                "lessons/what-to-expect      | weeks of daily practice; gradually; move back toward; as that happens; often falls",
                "lessons/what-to-expect      | starts to feel easier and smoother; not a promise; consistency and form",
                "lessons/what-to-expect      | one minute done well is usually more effective than many stretches done badly",
                "exercises/chair-hip-flexor  | shift forward gently; can pull the pelvis forward; at least once a day",
                "exercises/chair-hip-flexor  | most people let the pelvis slide forward and the low back arch; more stress",
                "exercises/chair-hip-flexor  | for back pain that goes with a forward-tilted pelvis or tight hip flexors",
                "exercises/chair-hip-flexor  | kneeling hurts your knee or the chair does not work for you; there is no chair",
                "exercises/standing-hip-flexor | shift forward gently; if your low back arches; can pull the pelvis; once a day",
                "exercises/standing-reset    | gently tilt; breathe in slowly; neutral, not forced; tall but easy",
                "exercises/sitting-reset     | rock a little; neither slumped nor arched; float; quietly",
                "exercises/pelvic-tilt       | gently to the floor; tip slightly forward; small and smooth; without gripping",
                "exercises/knee-to-chest     | toward your chest; slowly to one side, in a small arc; no yank, no deep pull",
                "exercises/knee-to-chest     | a gentle stretch and easing; can ease",
                "exercises/half-kneeling-hip-flexor | tuck your pelvis slightly; weight forward gently; a small lunge; kneeling hurts",
                "exercises/half-kneeling-hip-flexor | a gentle opening; can pull the pelvis out of neutral; breathe slowly",
                "exercises/glute-bridge      | lift your hips gently; no big arch; lower with control; not your low back",
                "exercises/hip-hinge         | knees slightly bent; backs of your thighs pull, not your back; 5 to 10 smooth hinges a day",
                "routines/daily              | back pain that goes with a forward-tilted pelvis or tight hip flexors",
                "routines/one-stretch        | when there is only time for one",
                "routines/relief             | when your back complains",
                "habits/change-position      | and often; than gentle motion",
                "habits/hinge-for-chores     | instead of rounding",
                "habits/walk-softly          | jar your hips and back less",
                "cautions/general            | general education, not a diagnosis",
                "cautions/signs              | does not ease with gentle movement or rest; above all with numbness or weakness",
                "cautions/help               | at once",
                "cautions/otherwise          | often one of the safest ways to help",
            })
    void a_hedge_stays(String entry, String hedges) {
        var words = entry.split("/", -1);
        var text = text(value(value(SHIPPED, words[0]), words[1]));
        assertThat(hedges.split("; ", -1)).allSatisfy(hedge -> assertThat(text).contains(hedge));
    }

    private static Node value(Node node, String key) {
        return ((Node.Mapping) node).pair(key).orElseThrow().value();
    }

    private static String text(Node node) {
        if (node instanceof Node.Mapping mapping) {
            return mapping.pairs().stream().map(pair -> text(pair.value())).collect(Collectors.joining(" "));
        }
        return node instanceof Node.Sequence sequence
                ? sequence.items().stream().map(ShippedHedgesTest::text).collect(Collectors.joining(" "))
                : ((Node.Scalar) node).text().toLowerCase(Locale.ROOT);
    }
}
