package stretch.cli.record;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;
import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.options.ArgumentParsers;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.DateTimeArgument;
import stretch.cli.options.OptionValue;
import stretch.history.History;
import stretch.history.db.UuidV7;
import stretch.history.entry.FieldRules;
import stretch.history.entry.Filter;
import stretch.history.entry.SessionRow;
import stretch.history.entry.StepRow;
import stretch.history.transfer.export.EntryJson;
import stretch.os.UserError;
import stretch.session.plan.Plan;
import stretch.session.plan.PlanOptions;
import stretch.session.plan.Step;
import stretch.text.Durations;
import stretch.text.Numbers;

/** Puts a session on record that was done away from the terminal. */
public final class AddCommand extends Command {
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,5})(?:-([0-9]{1,5}))?");

    private final OptionValue<List<String>> names =
            options.arguments("NAME", "a routine, or one or more exercises; see 'stretch list'");
    private final OptionValue<String> at = options.option(
            "--at",
            "WHEN",
            "when it began: 08:00, 8pm, yesterday 08:00, 2026-11-21T08:00 (default: so that it ends now)");
    private final OptionValue<Duration> duration = options.option(
            "--duration",
            "TIME",
            "how long you practised, such as 4m (default: as planned)",
            Duration.class,
            ArgumentParsers::length);
    private final OptionValue<String> note = options.note("--note");
    private final OptionValue<List<String>> done = options.list(
            "--steps",
            "STEPS",
            "the steps that you did, such as 1-3,5, by the numbers of 'stretch run NAME --dry-run'");
    private final OptionValue<Integer> painBefore =
            options.option("--pain-before", "0-10", "how your back felt before", Integer.class);
    private final OptionValue<Integer> painAfter =
            options.option("--pain-after", "0-10", "how it felt after", Integer.class);
    private final OptionValue<Boolean> json = options.flag("--json", "print JSON, for scripts");

    public AddCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about(
                "Records a session that you did without stretch.",
                "Every step counts as done as planned, unless --steps names some of them.");
        options.example("stretch add daily", "it ended just now");
        options.example("stretch add daily --at \"yesterday 07:30\" --duration 4m", "another time");
        options.example("stretch add full --steps 1-3,5 --note \"by the sea\"", "some of the steps");
    }

    @Override
    public Integer call() {
        var plan = Plan.of(context.catalogue(), context.lookup().practice(names.get()), PlanOptions.NONE);
        var before = ArgumentParsers.pain(painBefore);
        var after = ArgumentParsers.pain(painAfter);
        var calendar = context.settings().calendar();
        var chosen = chosen(plan);
        var clock = context.world().clock();
        var now = context.now();
        var planned = chosen.stream().map(step -> step.work()).reduce(Duration.ZERO, Duration::plus);
        var active = !duration.isGiven() ? planned : duration.get();
        if (!FieldRules.ACTIVE.allows(active)) {
            throw UserError.usage(plan.routine().id() + " lasts " + Durations.words(active)
                    + ", longer than a session on record may; give --duration or --steps");
        }
        var start = at.read(text -> DateTimeArgument.begun(text, clock)).orElseGet(() -> now.minus(active));
        var id = UuidV7.next(start.toInstant().toEpochMilli());
        var rows = steps(chosen, start, planned, active);
        var part = rows.size() < plan.stepCount() ? ", " + rows.size() + " of " + plan.stepCount() + " steps" : "";
        List<SessionRow> others;
        try (var history = context.openHistory()) {
            others = overlapping(history, start, start.plus(active));
            history.editor(clock)
                    .add(
                            new SessionRow(
                                    id,
                                    plan.routine().id(),
                                    start,
                                    Optional.of(start.plus(active).toOffsetDateTime()),
                                    active,
                                    Optional.of(part.isEmpty() ? Outcome.COMPLETED : Outcome.STOPPED),
                                    rows.size(),
                                    plan.stepCount(),
                                    before,
                                    after,
                                    note.get(),
                                    "",
                                    Optional.empty()),
                            rows);
            if (json.get()) {
                context.printer().json(EntryJson.whole(history, id));
            } else {
                context.printer()
                        .line("added " + SessionRow.named(plan.routine().id() + part, start, id));
            }
            if (before.isPresent() || after.isPresent()) {
                context.safety(null).recorded(history, calendar, before, after);
            }
        }
        others.forEach(
                other -> context.notice("it overlaps " + other.named() + "; 'stretch undo' removes what was added"));
        return 0;
    }

    /** The sessions that share some time with it; of those that began a day before, none lasts as long. */
    private static List<SessionRow> overlapping(History history, ZonedDateTime start, ZonedDateTime end) {
        var near = Filter.since(start.minusDays(1).toInstant()).until(end.toInstant());
        return history.sessions(near).stream()
                .filter(other -> other.end().toInstant().isAfter(start.toInstant()))
                .toList();
    }

    /** The steps that were done: those that were named, or else all. */
    private List<Step> chosen(Plan plan) {
        return done.read(spans -> {
                    var numbers = spans.stream()
                            .flatMap(span -> numbers(span, plan).boxed())
                            .collect(Collectors.toSet());
                    return plan.steps().stream()
                            .filter(step -> numbers.contains(step.number()))
                            .toList();
                })
                .orElse(plan.steps());
    }

    private static IntStream numbers(String word, Plan plan) {
        var span = SPAN.matcher(word);
        if (!span.matches()) {
            throw new IllegalArgumentException("'" + word + "' is not a list of steps; write it like 3, 1-3 or 1-3,5");
        }
        int from = Numbers.parse(span.group(1)).orElseThrow();
        int to = span.group(2) == null ? from : Numbers.parse(span.group(2)).orElseThrow();
        if (to < from) {
            throw new IllegalArgumentException("'" + word + "' is backwards; write " + to + "-" + from);
        }
        int last = plan.stepCount();
        if (from < 1 || to > last) {
            throw new IllegalArgumentException("'" + word + "' is out of range; "
                    + plan.routine().id()
                    + (last == 1 ? " has one step" : " has steps 1 to " + last) + ", which 'stretch run "
                    + plan.routine().id() + " --dry-run' shows");
        }
        return IntStream.rangeClosed(from, to);
    }

    /** The steps in order; a duration of one's own is shared out among them as the plan has it. */
    private static List<StepRow> steps(List<Step> steps, ZonedDateTime start, Duration planned, Duration active) {
        var rows = new ArrayList<StepRow>();
        var begin = start.toOffsetDateTime();
        for (var step : steps) {
            var held = Duration.ofMillis(step.work().toMillis() * active.toMillis() / Math.max(1, planned.toMillis()));
            rows.add(new StepRow(
                    step.number(),
                    step.exercise().id(),
                    step.side(),
                    step.kind(),
                    step.target(),
                    step.target(),
                    held,
                    StepOutcome.DONE,
                    begin,
                    step.setNumber(),
                    step.set().load()));
            begin = begin.plus(held);
        }
        return rows;
    }
}
