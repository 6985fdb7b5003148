package stretch.cli.remind;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import stretch.cli.CommandContext;
import stretch.cli.CommandSpecBuilder;
import stretch.cli.OptionValue;
import stretch.cli.learn.CatalogueJson;
import stretch.history.transfer.Export;
import stretch.os.ExitCode;
import stretch.os.UserError;
import stretch.reminder.DueDecision;
import stretch.reminder.RoutineStatus;
import stretch.reminder.answer.DueQuery;

/** Says whether practice is due. */
public final class DueCommand implements Callable<Integer> {
    private final CommandContext context;
    private final OptionValue<String> routine;
    private final OptionValue<Boolean> why;
    private final OptionValue<Boolean> porcelain;
    private final OptionValue<Boolean> json;

    public DueCommand(CommandContext context, CommandSpecBuilder options) {
        this.context = context;
        options.about(
                "Says whether practice is due: exit code 0 if it is, 1 if not. Without a routine, asks every one with a goal.");
        routine = options.optional("ROUTINE", "as 'stretch list' shows it");
        why = options.flag("--why", "with the reason, and when it is next due");
        porcelain = options.flag(
                "--porcelain",
                "one line for a prompt or a status bar: 'due' or 'ok', the routines that are due ('-' for"
                        + " none), and the longest streak that runs");
        json = options.flag("--json", "as JSON, for scripts");
    }

    @Override
    public Integer call() {
        if ((json.get() ? 1 : 0) + (why.get() ? 1 : 0) + (porcelain.get() ? 1 : 0) > 1) {
            throw new UserError(ExitCode.USAGE, "--why, --porcelain and --json are answers of their own; name one");
        }
        var kept = DueLookup.cache(context);
        try (var dueQuery = DueLookup.ask(context, routine)) {
            if (json.get()) {
                context.printer().json(toJson(dueQuery));
            } else if (porcelain.get()) {
                context.printer().line(dueQuery.porcelain());
            } else if (why.get()) {
                dueQuery.all().forEach(status -> context.printer().line(status.sentence()));
            } else if (!context.common().quiet()) {
                dueQuery.lines().forEach(context.printer()::line);
            }
            kept.ifPresent(it -> it.save(dueQuery));
            return (dueQuery.due().isEmpty() ? ExitCode.NOT_DUE : ExitCode.OK).code();
        }
    }

    private static Map<String, Object> toJson(DueQuery dueQuery) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("due", !dueQuery.due().isEmpty());
        shape.put(
                "routines",
                dueQuery.all().stream().map(status -> toJson(dueQuery, status)).toList());
        return shape;
    }

    private static Map<String, Object> toJson(DueQuery dueQuery, RoutineStatus status) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("routine", status.routine().id());
        shape.put("goal", status.routine().goal().id());
        shape.put("due", status.isDue());
        shape.put("why", status.decision().why());
        shape.put("streak", dueQuery.streak(status).current());
        shape.put("resume", dueQuery.isResumable(status));
        shape.put(
                "next_due",
                status.isDue()
                        ? CatalogueJson.NOTHING
                        : DueDecision.next(status.input())
                                .<Object>map(when -> Export.stamp(when.toOffsetDateTime()))
                                .orElse(CatalogueJson.NOTHING));
        return shape;
    }
}
