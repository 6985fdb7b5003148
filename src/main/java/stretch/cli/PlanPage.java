package stretch.cli;

import java.time.Duration;
import stretch.session.Plan;
import stretch.terminal.PlainConsole;
import stretch.text.Durations;

/** A plan with the time at which each of its steps begins. */
record PlanPage(Page page) {
    void print(Plan plan, boolean json) {
        if (json) {
            page.json(Shapes.of(plan));
            return;
        }
        page.line(PlainConsole.summary(plan));
        plan.notes().forEach(note -> page.paragraph(2, note));
        steps(plan);
    }

    /** A line for each step. */
    void steps(Plan plan) {
        var at = Duration.ZERO;
        for (var step : plan.steps()) {
            var start = String.format("%3d:%02d", at.toMinutes(), at.toSecondsPart());
            var high = step.range().high() > step.target()
                    ? " (up to " + step.amount(step.range().high()) + ")"
                    : "";
            page.hanging(
                    start + "  " + step.number() + ". ",
                    step.label() + ": " + step.amount(step.target()) + high + ", get ready "
                            + Durations.words(step.prepare()));
            at = at.plus(step.prepare()).plus(step.work());
        }
        page.line(String.format("%3d:%02d  the end", at.toMinutes(), at.toSecondsPart()));
    }
}
