package stretch.cli;

import java.time.Duration;
import java.util.Locale;
import stretch.session.Cue;
import stretch.session.Plan;
import stretch.session.Script;
import stretch.session.Timeline;
import stretch.terminal.PlainConsole;
import stretch.text.Durations;

/** A plan with the time at which each of its steps begins. */
record PlanPage(Page page) {
    void print(Plan plan, boolean script, boolean json) {
        if (json) {
            page.json(script ? Shapes.script(plan) : Shapes.of(plan));
            return;
        }
        if (script) {
            script(plan);
            return;
        }
        page.line(PlainConsole.summary(plan));
        plan.notes().forEach(note -> page.paragraph(2, note));
        steps(plan);
    }

    /** A line for each step. */
    void steps(Plan plan) {
        var at = Duration.ZERO;
        for (var script : Script.of(plan).steps()) {
            var step = script.step();
            var high = step.range().high() > step.target()
                    ? " (up to " + step.amount(step.range().high()) + ")"
                    : "";
            page.hanging(
                    clock(at) + "  " + step.number() + ". ",
                    step.label() + ": " + step.amount(step.target()) + high + ", get ready "
                            + Durations.words(
                                    Duration.ofSeconds(script.preparation().toSeconds())));
            at = at.plus(script.length());
        }
        page.line(clock(at) + "  the end");
    }

    /** Every word with its moment, as the voice says it. */
    void script(Plan plan) {
        page.line(PlainConsole.summary(plan));
        var timeline = Timeline.of(plan);
        int step = 0;
        for (var moment : timeline.moments()) {
            if (moment.stepNumber() > step) {
                step = moment.stepNumber();
                page.gap();
                page.line(step + ". " + moment.step().label());
            }
            var cue = moment.cue();
            if (!cue.text().isEmpty() || cue.kind() == Cue.Kind.START) {
                page.hanging(
                        clock(moment.at()) + "." + moment.at().toMillisPart() / 100 + "  " + stage(moment) + "  ",
                        cue.text().isEmpty() ? "(the clock starts)" : cue.text());
            }
        }
        page.line(clock(timeline.length()) + ".0  the end");
        Script.of(plan)
                .steps()
                .forEach(script -> script.leftOut()
                        .forEach(
                                text -> page.hanging("left out: ", script.step().label() + ": " + text)));
    }

    private static String stage(Timeline.Moment moment) {
        var name = moment.cue().kind() == Cue.Kind.FINISHED
                ? "end"
                : moment.stage().id();
        return String.format(Locale.ROOT, "%-6s", name);
    }

    private static String clock(Duration at) {
        return String.format(Locale.ROOT, "%3d:%02d", at.toMinutes(), at.toSecondsPart());
    }
}
