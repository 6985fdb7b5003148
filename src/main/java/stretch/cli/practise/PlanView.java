package stretch.cli.practise;

import java.time.Duration;
import java.util.Locale;
import stretch.cli.learn.CatalogueJson;
import stretch.output.Printer;
import stretch.session.plan.Plan;
import stretch.session.script.Cue;
import stretch.session.script.Script;
import stretch.session.script.Timeline;
import stretch.terminal.PlainConsole;
import stretch.text.Durations;

/** A plan with the time at which each of its steps begins. */
public record PlanView(Printer printer) {
    void print(Plan plan, boolean script, boolean json) {
        if (json) {
            printer.json(script ? CatalogueJson.script(plan) : CatalogueJson.of(plan));
            return;
        }
        if (script) {
            script(plan);
            return;
        }
        var whole = Script.of(plan);
        printer.line(PlainConsole.summary(plan, whole));
        plan.notes().forEach(note -> printer.paragraph(2, note));
        steps(whole);
    }

    public void steps(Script whole) {
        var at = Duration.ZERO;
        for (var script : whole.steps()) {
            var step = script.step();
            var set = step.set();
            var high = step.range().high() > step.target()
                    ? " (up to " + step.amount(step.range().high()) + ")"
                    : "";
            printer.hanging(
                    clock(at) + "  " + step.number() + ". ",
                    step.label() + ": " + step.amount(step.target()) + high
                            + (set.load().isEmpty() ? "" : ", " + set.load())
                            + (set.rest().isZero() ? "" : ", rest " + Durations.words(set.rest()))
                            + ", get ready "
                            + Durations.words(script.preparation())
                            + (set.note().isEmpty() || step.goesOn() || step.changesSide() ? "" : "; " + set.note()));
            at = at.plus(script.length());
        }
        printer.line(clock(at) + "  the end");
    }

    /** Every word with its moment, as the voice says it. */
    void script(Plan plan) {
        var timeline = Timeline.of(plan);
        printer.line(PlainConsole.summary(plan, timeline.script()));
        int step = 0;
        for (var moment : timeline.moments()) {
            if (moment.stepNumber() > step) {
                step = moment.stepNumber();
                printer.blankLine();
                printer.line(step + ". " + moment.step().label());
            }
            var cue = moment.cue();
            if (!cue.text().isEmpty() || cue.kind() == Cue.CueKind.START) {
                printer.hanging(
                        clock(moment.at()) + "." + moment.at().toMillisPart() / 100 + "  " + stage(moment) + "  ",
                        cue.text().isEmpty() ? "(the clock starts)" : cue.text());
            }
        }
        printer.line(clock(timeline.length()) + ".0  the end");
        timeline.script()
                .steps()
                .forEach(script -> script.leftOut()
                        .forEach(text ->
                                printer.hanging("left out: ", script.step().label() + ": " + text)));
    }

    private static String stage(Timeline.Moment moment) {
        var name = moment.cue().kind() == Cue.CueKind.FINISHED
                ? "end"
                : moment.stage().id();
        return String.format(Locale.ROOT, "%-6s", name);
    }

    private static String clock(Duration at) {
        return String.format(Locale.ROOT, "%3d:%02d", at.toMinutes(), at.toSecondsPart());
    }
}
