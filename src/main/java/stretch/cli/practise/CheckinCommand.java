package stretch.cli.practise;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.options.ArgumentParsers;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.DateTimeArgument;
import stretch.cli.options.MarkerOptions;
import stretch.cli.options.OptionValue;
import stretch.coaching.SafetyAnswers;
import stretch.history.PracticeCalendar;
import stretch.history.db.UuidV7;
import stretch.history.entry.CheckIn;
import stretch.history.transfer.export.EntryJson;
import stretch.os.UserError;
import stretch.output.Printer;
import stretch.terminal.Keyboard;

/** Records how the back feels. */
public final class CheckinCommand extends Command {
    /** Prompt timeout. Our choice. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final OptionValue<Integer> pain =
            options.option("--pain", "0-10", "pain now, 0 (none) to 10 (worst)", Integer.class);
    private final MarkerOptions markers = new MarkerOptions(options, CheckinCommand::sign);
    private final OptionValue<String> note = options.note("--note");
    private final OptionValue<String> at =
            options.option("--at", "WHEN", "when it felt like that: 08:00, yesterday 08:00 (default: now)");
    private final OptionValue<Boolean> json = options.flag("--json", "print JSON, for scripts");

    public CheckinCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about(
                "Records how your back feels: pain from 0 to 10, and four signs of improvement.",
                "Without options it asks for each, one key an answer.");
        options.example("stretch checkin --pain 3 --bending better", "an answer by options");
        options.example("stretch checkin --pain 5 --at \"yesterday 20:00\"", "how it felt last night");
    }

    private static String sign(String marker) {
        return switch (marker) {
            case "bending" -> "pinching on bending";
            case "hips" -> "moving from hips and legs";
            case "balance" -> "standing and walking";
            default -> "living without guarding";
        };
    }

    @Override
    public Integer call() {
        var clock = context.world().clock();
        var when = at.read(text -> DateTimeArgument.begun(text, clock));
        var calendar = context.settings().calendar(); // fails before anybody answers
        var said = ArgumentParsers.pain(pain);
        var felt = markers.over(Map.of());
        if (said.isEmpty() && felt.isEmpty()) {
            UserError.usageIf(
                    !context.world().streams().input()
                            || !context.world().streams().errors(),
                    "no answer was given; add --pain 3 or --bending better and so on, or use a terminal");
            said = ask(felt);
            if (said.isEmpty() && felt.isEmpty()) {
                context.notice("no answer was given, so nothing was recorded");
                return 0;
            }
        }
        save(
                when.map(ZonedDateTime::toOffsetDateTime).orElseGet(() -> OffsetDateTime.now(clock)),
                said,
                felt,
                calendar);
        return 0;
    }

    private void save(OffsetDateTime at, OptionalInt said, Map<String, String> felt, PracticeCalendar calendar) {
        var clock = context.world().clock();
        var it = new CheckIn(UuidV7.next(at.toInstant().toEpochMilli()), at, said, felt, note.get());
        try (var history = context.openHistory()) {
            history.editor(clock).addCheckIn(it);
            if (json.get()) {
                context.printer().json(EntryJson.of(it));
            } else {
                context.printer().line("checked in: " + it.words());
            }
            context.safety(null).recorded(history, calendar, said, OptionalInt.empty());
        }
    }

    /** Five keys. */
    private OptionalInt ask(Map<String, String> felt) {
        var printer = context.errorPrinter();
        try (var keyboard =
                new Keyboard(context.paths().cacheFolder(), context.world().terminalKind())) {
            printer.line("Any other key skips a question; q leaves and records nothing.");
            // Of the keys pressed while the program started none is an answer.
            keyboard.forget();
            var said = OptionalInt.empty();
            var key = key(keyboard, printer, "Pain now? 0 (none) to 9, or x for 10");
            if (SafetyAnswers.leaves(key)) {
                return OptionalInt.empty();
            }
            if (key.isPresent()) {
                said = SafetyAnswers.pain(key.getAsInt());
                printer.line("  " + (said.isPresent() ? said.getAsInt() : "left out"));
            }
            for (var marker : context.catalogueOfFiles().markers()) {
                printer.paragraph(0, marker.text());
                var answer = key(keyboard, printer, "  w worse, s same, b better?");
                if (SafetyAnswers.leaves(answer)) {
                    felt.clear();
                    return OptionalInt.empty();
                }
                var word = answer.isPresent() ? SafetyAnswers.marker(answer.getAsInt()) : Optional.<String>empty();
                word.ifPresent(it -> felt.put(marker.id(), it));
                printer.line("  " + word.orElse("left out"));
            }
            return said;
        }
    }

    private OptionalInt key(Keyboard keyboard, Printer printer, String question) {
        printer.line(question);
        context.world().err().flush();
        return keyboard.key(PATIENCE);
    }
}
