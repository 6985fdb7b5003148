package stretch.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        var asked = Practice.of(desk, routine.optional().orElse(null));
        boolean any = asked.stream().anyMatch(practice -> practice.due().due());
        if ((json.get() ? 1 : 0) + (why.get() ? 1 : 0) + (porcelain.get() ? 1 : 0) > 1) {
            throw new Failure(Exit.USAGE, "--why, --porcelain and --json are answers of their own; name one");
        }
        if (json.get()) {
            desk.page().json(shape(any, asked));
        } else if (porcelain.get()) {
            desk.page().line(line(asked));
        } else if (why.get()) {
            asked.forEach(practice -> desk.page().line(practice.sentence()));
        } else if (!desk.common().quiet()) {
            asked.forEach(practice -> desk.page()
                    .line(practice.routine().id() + " is " + (practice.due().due() ? "due" : "not due")));
        }
        return (any ? Exit.OK : Exit.NOT_DUE).code();
    }

    /** Three words; scripts and prompts rely on them. */
    private static String line(List<Practice> asked) {
        var due = asked.stream()
                .filter(practice -> practice.due().due())
                .map(practice -> practice.routine().id())
                .toList();
        int streak = asked.stream()
                .mapToInt(practice -> practice.streak().current())
                .max()
                .orElse(0);
        return due.isEmpty() ? "ok - " + streak : "due " + String.join(",", due) + " " + streak;
    }

    private static Map<String, Object> shape(boolean any, List<Practice> asked) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("due", any);
        shape.put("routines", asked.stream().map(DueCommand::shape).toList());
        return shape;
    }

    private static Map<String, Object> shape(Practice practice) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("routine", practice.routine().id());
        shape.put("goal", practice.routine().goal().id());
        shape.put("due", practice.due().due());
        shape.put("why", practice.due().why());
        shape.put("streak", practice.streak().current());
        shape.put("resume", practice.resumable());
        shape.put(
                "next_due",
                practice.due().due()
                        ? Shapes.NOTHING
                        : Due.next(practice.situation())
                                .<Object>map(when -> Export.stamp(when.toOffsetDateTime()))
                                .orElse(Shapes.NOTHING));
        return shape;
    }
}
