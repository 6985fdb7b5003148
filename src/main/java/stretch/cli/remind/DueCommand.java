package stretch.cli.remind;

import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.DueLookup;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.OptionValue;
import stretch.history.transfer.export.Export;
import stretch.json.JsonObject;
import stretch.os.ExitCode;
import stretch.os.UserError;
import stretch.reminder.DueDecision;
import stretch.reminder.RoutineStatus;
import stretch.reminder.answer.DueQuery;

/** Says whether practice is due. */
public final class DueCommand extends Command {
    private final OptionValue<String> routine = options.optional("ROUTINE", "a routine; see 'stretch list'");
    private final OptionValue<Boolean> why = options.flag("--why", "add the reason, and when it is next due");
    private final OptionValue<Boolean> porcelain = options.flag(
            "--porcelain",
            "print one line for a prompt or a status bar: due or ok, the routines that are due (- for none), and the longest current streak");
    private final OptionValue<Boolean> json = options.flag("--json", "print JSON, for scripts");

    public DueCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about(
                "Says whether practice is due: exit code 0 if it is, 1 if not.",
                "Without a routine it looks at every routine with a goal.");
        options.example("stretch due --why", "with the reason");
        options.example("stretch due daily && stretch run daily", "runs it only if it is due");
    }

    @Override
    public Integer call() {
        UserError.usageIf(
                (json.get() ? 1 : 0) + (why.get() ? 1 : 0) + (porcelain.get() ? 1 : 0) > 1,
                "--why, --porcelain and --json exclude each other; give one");
        var lookup = new DueLookup(context);
        var kept = lookup.cache();
        return lookup.ask(context.lookup().routine(routine), context.now(), dueQuery -> {
            if (json.get()) {
                context.printer().json(toJson(dueQuery));
            } else if (porcelain.get()) {
                context.printer().line(dueQuery.porcelain());
            } else if (why.get()) {
                dueQuery.all().forEach(status -> context.printer().line(status.sentence()));
            } else if (!context.common().quiet().get()) {
                dueQuery.lines().forEach(context.printer()::line);
            }
            kept.ifPresent(it -> it.save(dueQuery));
            return (dueQuery.due().isEmpty() ? ExitCode.NOT_DUE : ExitCode.OK).code();
        });
    }

    private static JsonObject toJson(DueQuery dueQuery) {
        return new JsonObject()
                .put("due", !dueQuery.due().isEmpty())
                .put("routines", dueQuery.all(), status -> toJson(dueQuery, status));
    }

    private static JsonObject toJson(DueQuery dueQuery, RoutineStatus status) {
        return new JsonObject()
                .put("routine", status.routine().id())
                .put("goal", status.routine().goal().id())
                .put("due", status.isDue())
                .put("why", status.decision().why())
                .put("streak", dueQuery.streak(status).current())
                .put("resume", dueQuery.isResumable(status))
                .put(
                        "next_due",
                        DueDecision.next(status.input())
                                .filter(when -> !status.isDue())
                                .map(when -> Export.stamp(when.toOffsetDateTime())));
    }
}
