package stretch.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import stretch.Exit;
import stretch.Failure;
import stretch.history.Export;
import stretch.remind.Due;

/** Says whether practice is due. */
final class DueCommand implements Callable<Integer> {
    private final Desk desk;
    private final Given<String> routine;
    private final Given<Boolean> why;
    private final Given<Boolean> porcelain;
    private final Given<Boolean> json;

    DueCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about(
                "Says whether practice is due: exit code 0 if it is, 1 if not. Without a routine, asks every one with a goal.");
        routine = takes.optional("ROUTINE", "as 'stretch list' shows it");
        why = takes.flag("--why", "with the reason, and when it is next due");
        porcelain = takes.flag(
                "--porcelain",
                "one line for a prompt or a status bar: 'due' or 'ok', the routines that are due ('-' for"
                        + " none), and the longest streak that runs");
        json = takes.flag("--json", "as JSON, for scripts");
    }

    @Override
    public Integer call() {
        if ((json.get() ? 1 : 0) + (why.get() ? 1 : 0) + (porcelain.get() ? 1 : 0) > 1) {
            throw new Failure(Exit.USAGE, "--why, --porcelain and --json are answers of their own; name one");
        }
        var kept = porcelain.get() ? PromptAnswer.of(desk) : Optional.<PromptAnswer>empty();
        try (var asked = Practices.of(desk, routine.optional())) {
            if (json.get()) {
                desk.page().json(shape(asked));
            } else if (porcelain.get()) {
                var line = line(asked);
                desk.page().line(line);
                asked.until().ifPresent(until -> kept.ifPresent(it -> it.keep(line, asked.now(), until)));
            } else if (why.get()) {
                asked.all().forEach(practice -> desk.page().line(practice.sentence()));
            } else if (!desk.common().quiet()) {
                asked.all()
                        .forEach(practice -> desk.page()
                                .line(practice.routine().id() + " is " + (practice.isDue() ? "due" : "not due")));
            }
            return (asked.due().isEmpty() ? Exit.NOT_DUE : Exit.OK).code();
        }
    }

    /** Three words; scripts and prompts rely on them. */
    private static String line(Practices asked) {
        var due = asked.due().stream().map(practice -> practice.routine().id()).toList();
        int streak = asked.all().stream()
                .mapToInt(practice -> asked.streak(practice).current())
                .max()
                .orElse(0);
        return due.isEmpty() ? "ok - " + streak : "due " + String.join(",", due) + " " + streak;
    }

    private static Map<String, Object> shape(Practices asked) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("due", !asked.due().isEmpty());
        shape.put(
                "routines",
                asked.all().stream().map(practice -> shape(asked, practice)).toList());
        return shape;
    }

    private static Map<String, Object> shape(Practices asked, Practice practice) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("routine", practice.routine().id());
        shape.put("goal", practice.routine().goal().id());
        shape.put("due", practice.isDue());
        shape.put("why", practice.due().why());
        shape.put("streak", asked.streak(practice).current());
        shape.put("resume", asked.isResumable(practice));
        shape.put(
                "next_due",
                practice.isDue()
                        ? Shapes.NOTHING
                        : Due.next(practice.situation())
                                .<Object>map(when -> Export.stamp(when.toOffsetDateTime()))
                                .orElse(Shapes.NOTHING));
        return shape;
    }
}
