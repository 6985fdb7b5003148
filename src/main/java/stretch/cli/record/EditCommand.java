package stretch.cli.record;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import stretch.catalogue.exercise.DoseKind;
import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.options.ArgumentParsers;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.DateTimeArgument;
import stretch.cli.options.MarkerOptions;
import stretch.cli.options.OptionValue;
import stretch.history.History;
import stretch.history.HistoryEditor;
import stretch.history.db.UuidV7;
import stretch.history.entry.CheckIn;
import stretch.history.entry.FieldRules;
import stretch.history.entry.HistoryEntry;
import stretch.history.entry.ReminderPause;
import stretch.history.entry.SessionRow;
import stretch.history.entry.StepRow;
import stretch.history.transfer.export.EntryJson;
import stretch.os.UserError;
import stretch.text.Numbers;
import stretch.text.TerminalSafe;

/** Mends what is on record. */
public final class EditCommand extends Command {
    private static final List<String> OF_SESSION =
            List.of("--note", "--at", "--duration", "--outcome", "--pain-before", "--pain-after", "--routine");
    private static final List<String> OF_STEP = List.of("--step", "--done", "--outcome", "--load");
    private static final List<String> OF_CHECK_IN =
            List.of("--note", "--at", "--pain", "--bending", "--hips", "--balance", "--ease");
    private static final List<String> OF_SNOOZE = List.of("--note", "--at", "--duration");
    private static final List<String> OF_SKIP = List.of("--note", "--at", "--days");

    private final OptionValue<String> id = options.argument(
            "SESSION", "an id from 'stretch history', or four or more characters of it; last is the newest session");
    private final OptionValue<String> note = options.group("Session")
            .option(
                    "--note",
                    "TEXT",
                    "a note, also of a check-in, snooze or skip; '' removes it",
                    String.class,
                    ArgumentParsers::note);
    private final OptionValue<String> at =
            options.option("--at", "WHEN", "when it began; its end and its steps move with it");
    private final OptionValue<Duration> duration = options.option(
            "--duration",
            "TIME",
            "how long you practised, without pauses; how long a snooze lasts",
            Duration.class,
            ArgumentParsers::length);
    private final OptionValue<String> outcome = options.option(
            "--outcome", "OUTCOME", "completed, stopped or interrupted; with --step: done, shortened, skipped or hurt");
    private final OptionValue<Integer> painBefore =
            options.option("--pain-before", "0-10", "how your back felt before", Integer.class);
    private final OptionValue<Integer> painAfter =
            options.option("--pain-after", "0-10", "how it felt after", Integer.class);
    private final OptionValue<String> routine =
            options.option("--routine", "ROUTINE", "the routine that you practised");
    private final OptionValue<Boolean> json = options.flag("--json", "print JSON, for scripts");
    private final OptionValue<Integer> step =
            options.group("Step").option("--step", "N", "the number of the step to correct", Integer.class);
    private final OptionValue<String> done = options.option(
            "--done",
            "AMOUNT",
            "how much you did: 8 reps or breaths, or 45s of a hold; the outcome follows unless it is given");
    private final OptionValue<String> load =
            options.option("--load", "TEXT", "the weight or band; '' removes it", String.class, ArgumentParsers::load);
    private final OptionValue<Integer> pain =
            options.group("Check-in").option("--pain", "0-10", "the pain, 0 (none) to 10 (worst)", Integer.class);
    private final MarkerOptions markers = new MarkerOptions(options, marker -> "how this sign was");
    private final OptionValue<Integer> days =
            options.group("Skip").option("--days", "N", "number of days, starting with its first", Integer.class);

    public EditCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about(
                "Corrects a session, one of its steps, a check-in, a snooze or a skip; 'stretch undo' undoes it.");
        options.example("stretch edit last --pain-before 3", "adds what was forgotten");
        options.example("stretch edit last --step 2 --done 45s", "corrects one step");
        options.example("stretch edit ID --pain 4", "corrects a check-in, by its id");
    }

    @Override
    public Integer call() {
        var clock = context.world().clock();
        var given = options.given();
        if (given.isEmpty() || given.equals(List.of("--step"))) {
            throw UserError.usage(
                    step.isGiven()
                            ? "nothing to change; give --done, --outcome or --load"
                            : "nothing to change; give --note, --at, --duration, --outcome, --pain-before or another option");
        }
        var stepOutcome = outcome.optional().filter(word -> step.isGiven()).map(ArgumentParsers::stepOutcome);
        var ofSession = new HistoryEditor.SessionEdit(
                note.optional(),
                step.isGiven() ? Optional.empty() : at.read(when -> DateTimeArgument.begun(when, clock)),
                duration.optional(),
                step.isGiven() ? Optional.empty() : outcome.optional().map(ArgumentParsers::outcome),
                ArgumentParsers.pain(painBefore),
                ArgumentParsers.pain(painAfter),
                routine.optional());
        var felt = ArgumentParsers.pain(pain);
        try (var history = context.recordToChange()) {
            routine.optional().ifPresent(name -> context.lookup().checkRoutine(name, history));
            var entry = history.entry(id.get());
            var editor = history.editor(clock);
            if (entry instanceof SessionRow row && step.isGiven()) {
                refuse(given, OF_STEP, "--step");
                var one = step(row, history.steps(row.id()));
                var amount = amount(one);
                var ended = stepOutcome.or(() -> amount.stream()
                        .mapToObj(much -> one.outcome().corrected(much, one.planned()))
                        .findFirst());
                editor.edit(row, one, new HistoryEditor.StepEdit(amount, ended, load.optional()));
            } else if (entry instanceof SessionRow row) {
                refuse(given, OF_SESSION, "a session");
                editor.edit(row, ofSession);
            } else if (entry instanceof CheckIn it) {
                refuse(given, OF_CHECK_IN, "a check-in");
                editor.edit(it, mended(it, felt, clock));
            } else if (entry instanceof ReminderPause pause) {
                refuse(given, pause.until().isPresent() ? OF_SNOOZE : OF_SKIP, "a " + pause.kind());
                editor.edit(pause, mended(pause, clock));
            }
            var edited = history.entry(entry.id());
            if (json.get()) {
                context.printer().json(EntryJson.whole(history, entry.id()));
            } else {
                context.printer().line(words(edited));
            }
            if (painBefore.isGiven() || painAfter.isGiven() || pain.isGiven()) {
                warn(edited, history);
            }
        }
        return 0;
    }

    private String words(HistoryEntry edited) {
        return "edited " + (step.isGiven() ? "step " + step.get() + " of " : "") + edited.called() + ", "
                + edited.minute() + ", "
                + (edited.called().equals(edited.kind()) ? "" : edited.kind() + " ")
                + UuidV7.shown(edited.id()) + "; 'stretch undo' undoes it";
    }

    /** Warns of the pain that is on record now, if it asks for that. */
    private void warn(HistoryEntry edited, History history) {
        var before = edited instanceof SessionRow row ? row.painBefore() : ((CheckIn) edited).pain();
        var after = edited instanceof SessionRow row ? row.painAfter() : OptionalInt.empty();
        context.safety(null).recorded(history, context.settings().calendar(), before, after);
    }

    private static void refuse(List<String> given, List<String> allowed, String what) {
        given.stream().filter(name -> !allowed.contains(name)).findFirst().ifPresent(name -> {
            var without = allowed.equals(OF_SESSION) && OF_STEP.contains(name) ? " without --step" : "";
            throw UserError.usage(
                    name + " does not go with " + what + without + "; write one of " + String.join(", ", allowed));
        });
    }

    private StepRow step(SessionRow row, List<StepRow> steps) {
        return steps.stream()
                .filter(one -> one.step() == step.get())
                .findFirst()
                .orElseThrow(() -> UserError.usage("session " + UuidV7.shown(row.id()) + " has no step " + step.get()
                        + "; 'stretch history " + UuidV7.shown(row.id()) + "' shows those it has"));
    }

    /** Seconds of a hold, and else a number. */
    private OptionalInt amount(StepRow of) {
        if (!done.isGiven()) {
            return OptionalInt.empty();
        }
        if (of.kind() == DoseKind.HOLD) {
            return OptionalInt.of(
                    (int) done.read(ArgumentParsers::waiting).orElseThrow().toSeconds());
        }
        var number = Numbers.parse(done.get());
        if (number.isEmpty() || !FieldRules.DONE.allows(number.getAsInt())) {
            throw UserError.usage("--done " + TerminalSafe.line(done.get()) + " is not a number of "
                    + of.kind().unit() + "; write " + FieldRules.DONE.expected());
        }
        return number;
    }

    private CheckIn mended(CheckIn it, OptionalInt felt, Clock clock) {
        return new CheckIn(
                it.id(),
                moment(it, clock),
                felt.isPresent() ? felt : it.pain(),
                markers.over(it.markers()),
                note.optional().orElse(it.note()));
    }

    private ReminderPause mended(ReminderPause pause, Clock clock) {
        int lasting = ArgumentParsers.days(days).orElse(pause.days());
        var from = moment(pause, clock);
        return new ReminderPause(
                pause.id(),
                from,
                pause.until().map(until -> from.plus(duration.optional().orElse(Duration.between(pause.at(), until)))),
                lasting,
                note.optional().orElse(pause.reason()));
    }

    private OffsetDateTime moment(HistoryEntry entry, Clock clock) {
        return at.read(when -> DateTimeArgument.begun(when, clock))
                .orElse(entry.when())
                .toOffsetDateTime();
    }
}
