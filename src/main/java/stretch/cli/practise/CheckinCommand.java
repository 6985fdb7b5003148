package stretch.cli.practise;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import stretch.cli.ArgumentParsers;
import stretch.cli.CommandContext;
import stretch.cli.CommandSpecBuilder;
import stretch.cli.DateTimeArgument;
import stretch.cli.EntryJson;
import stretch.cli.MarkerAnswer;
import stretch.cli.OptionValue;
import stretch.coaching.SafetyAnswers;
import stretch.coaching.SafetyPrompts;
import stretch.history.CheckIn;
import stretch.history.PracticeCalendar;
import stretch.history.db.UuidV7;
import stretch.os.UserError;
import stretch.output.Printer;
import stretch.terminal.Keyboard;

/** Records how the back feels. */
public final class CheckinCommand implements Callable<Integer> {
    /** Prompt timeout. Our choice. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final CommandContext context;
    private final OptionValue<Integer> pain;
    private final OptionValue<MarkerAnswer> bending;
    private final OptionValue<MarkerAnswer> hips;
    private final OptionValue<MarkerAnswer> balance;
    private final OptionValue<MarkerAnswer> ease;
    private final OptionValue<String> note;
    private final OptionValue<String> at;
    private final OptionValue<Boolean> json;

    public CheckinCommand(CommandContext context, CommandSpecBuilder options) {
        this.context = context;
        options.about(
                "Records how your back feels: pain from 0 to 10, and four signs of improvement.",
                "Without options it asks for each, one key an answer.");
        options.example("stretch checkin --pain 3 --bending better", "an answer by options");
        options.example("stretch checkin --pain 5 --at \"yesterday 20:00\"", "how it felt last night");
        pain = options.option("--pain", "0-10", "pain now, 0 (none) to 10 (worst)", Integer.class);
        bending = options.option("--bending", "worse|same|better", "pinching on bending", MarkerAnswer.class);
        hips = options.option("--hips", "worse|same|better", "moving from hips and legs", MarkerAnswer.class);
        balance = options.option("--balance", "worse|same|better", "standing and walking", MarkerAnswer.class);
        ease = options.option("--ease", "worse|same|better", "living without guarding", MarkerAnswer.class);
        note = options.option("--note", "TEXT", "a note to keep with it", String.class, ArgumentParsers::note)
                .defaultValue("");
        at = options.option("--at", "WHEN", "when it felt like that: 08:00, yesterday 08:00 (default: now)");
        json = options.flag("--json", "print JSON, for scripts");
    }

    @Override
    public Integer call() {
        var clock = context.world().clock();
        var when = at.optional()
                .map(text -> DateTimeArgument.begun(text, clock).toOffsetDateTime())
                .orElse(null);
        var calendar = context.settings().calendar(); // fails before anybody answers
        var said = ArgumentParsers.pain("--pain", pain);
        var markers = new LinkedHashMap<String, String>();
        put(markers, "bending", bending);
        put(markers, "hips", hips);
        put(markers, "balance", balance);
        put(markers, "ease", ease);
        if (said.isEmpty() && markers.isEmpty()) {
            UserError.usageIf(
                    !context.world().streams().input()
                            || !context.world().streams().errors(),
                    "no answer was given; add --pain 3 or --bending better and so on, or use a terminal");
            said = ask(markers);
            if (said.isEmpty() && markers.isEmpty()) {
                context.notice("no answer was given, so nothing was recorded");
                return 0;
            }
        }
        save(when == null ? OffsetDateTime.now(clock) : when, said, markers, calendar);
        return 0;
    }

    private static void put(Map<String, String> markers, String marker, OptionValue<MarkerAnswer> felt) {
        felt.optional().ifPresent(word -> markers.put(marker, word.name()));
    }

    private void save(OffsetDateTime at, OptionalInt said, Map<String, String> markers, PracticeCalendar calendar) {
        var clock = context.world().clock();
        var it = new CheckIn(UuidV7.next(at.toInstant().toEpochMilli()), at, said, markers, note.get());
        try (var history = context.openHistory()) {
            history.editor(clock).addCheckIn(it);
            var words = new LinkedHashMap<String, String>();
            said.ifPresent(number -> words.put("pain", Integer.toString(number)));
            words.putAll(markers);
            if (json.get()) {
                context.printer().json(EntryJson.of(it));
            } else {
                context.printer()
                        .line("checked in: "
                                + String.join(
                                        ", ",
                                        words.entrySet().stream()
                                                .map(word -> word.getKey() + " " + word.getValue())
                                                .toList()));
            }
            new SafetyPrompts(context.world(), context.errorPrinter(), context::catalogue, null)
                    .checkedIn(history, calendar, said);
        }
    }

    /** Five keys. */
    private OptionalInt ask(Map<String, String> markers) {
        var printer = context.errorPrinter();
        try (var keyboard = new Keyboard(context.cacheFolder(), context.world().terminalKind())) {
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
                    markers.clear();
                    return OptionalInt.empty();
                }
                var felt = answer.isPresent()
                        ? SafetyAnswers.marker(answer.getAsInt())
                        : java.util.Optional.<String>empty();
                felt.ifPresent(word -> markers.put(marker.id(), word));
                printer.line("  " + felt.orElse("left out"));
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
