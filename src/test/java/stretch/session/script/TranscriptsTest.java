package stretch.session.script;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.GoldenFiles;
import stretch.session.SamplePlans;
import stretch.session.plan.Plan;
import stretch.session.plan.PlanOptions;
import stretch.session.plan.Step;
import stretch.sound.speech.Speaker;

/** What the voice says in the shipped routines, to be read aloud; with estimated lengths, the same on every machine. */
class TranscriptsTest {
    @ParameterizedTest
    @ValueSource(strings = {"daily", "relief", "desk-break", "full"})
    void are_as_somebody_judged_them(String routine) {
        var plan = SamplePlans.shipped(routine, PlanOptions.NONE).withTiming(Speaker.USUAL_TIMING);
        GoldenFiles.check(Path.of("docs", "transcripts", routine + ".md"), transcript(plan));
    }

    private static String transcript(Plan plan) {
        var timeline = Timeline.of(plan);
        var text = new StringBuilder("# " + plan.routine().name() + """
                , as it is spoken

                Every word with its moment and its length in seconds, as the voice says it when no key is pressed. The lengths
                are estimated; a session measures those of its speaker. Kept by `TranscriptsTest`.

                | at | s | stage | said |
                |---|---|---|---|
                """);
        int number = 0;
        for (var moment : timeline.moments()) {
            if (moment.stepNumber() > number) {
                number = moment.stepNumber();
                text.append("| | | | **").append(number).append(". ");
                text.append(moment.step().label()).append("** |\n");
            }
            var cue = moment.cue();
            if (cue.kind() == Cue.CueKind.START && cue.text().isEmpty()) {
                line(text, moment.at(), Duration.ZERO, "work", "(the clock starts)");
            } else if (!cue.text().isEmpty()) {
                boolean ends = cue.kind() == Cue.CueKind.FINISHED;
                line(
                        text,
                        moment.at(),
                        cue.length(),
                        ends ? "end" : moment.stage().id(),
                        cue.text());
            }
        }
        var practised = plan.steps().stream().map(Step::work).reduce(Duration.ZERO, Duration::plus);
        var closing = ScriptText.closing(plan, practised);
        var last = timeline.moments().get(timeline.moments().size() - 1);
        var done = last.at().plus(last.cue().length());
        line(text, done, plan.options().timing().of(closing), "end", closing);
        return text.toString();
    }

    private static void line(StringBuilder text, Duration at, Duration length, String stage, String said) {
        text.append(String.format(
                Locale.ROOT,
                "| %d:%02d.%d | %.1f | %s | %s |\n",
                at.toMinutes(),
                at.toSecondsPart(),
                at.toMillisPart() / 100,
                length.toMillis() / 1000.0,
                stage,
                said));
    }
}
