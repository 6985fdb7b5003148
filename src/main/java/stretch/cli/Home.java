package stretch.cli;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import stretch.cli.options.CommandSpecBuilder;
import stretch.coaching.CautionsPage;
import stretch.coaching.ScreenChoice;
import stretch.coaching.SessionWishes;
import stretch.coaching.Today;
import stretch.os.DaemonThread;
import stretch.os.ExitCode;
import stretch.os.process.ProcessRunner;
import stretch.screen.home.HomeKey;
import stretch.screen.home.HomePage;
import stretch.terminal.HomeView;

/**
 * The program itself, called without a command: the home screen, or a welcome; where there is no full screen, the same
 * as {@code today}.
 */
final class Home extends Command {
    private static final List<String> WELCOME = List.of(
            "Welcome to stretch: a few minutes of the right movement, every day.",
            "It leads you through each exercise. No key has to be pressed.",
            "Every finished step is recorded, in a file on this machine alone.",
            "It never goes online, and there is no account.",
            "'stretch --help' lists all commands; 'stretch list' what you can practise.");

    /** Prompt timeout: time to read a page, and to think about it. Our choice. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Runs a command as if it had been typed. */
    interface CommandRunner {
        /** Answers with its exit code. */
        int run(List<String> words) throws Exception;
    }

    private final CommandRunner runner;

    Home(CommandContext context, CommandSpecBuilder options, CommandRunner runner) {
        super(context, options);
        this.runner = runner;
        options.about(
                "Leads you through short stretching routines in the terminal, for sore lower backs and stiff hips.");
        options.notes(
                "'stretch' alone, on a terminal, shows what is due, and starts it with a key. 'stretch cautions' says"
                        + " when to see a professional instead.",
                "'stretch COMMAND --help' explains a command.");
    }

    @Override
    public Integer call() throws Exception {
        var wishes =
                new SessionWishes(false, Optional.empty(), Optional.empty(), Optional.empty(), context.colour(), false);
        var choice = new ScreenChoice(context.world(), context.paths().cacheFolder(), context.settings(), wishes);
        if (!choice.isFullScreen()) {
            return runner.run(List.of("today"));
        }
        if (isFirstTime()) {
            return welcome(choice);
        }
        var chosen = choose(choice);
        return chosen.words().isEmpty() ? chosen.exit().code() : runner.run(chosen.words());
    }

    private boolean isFirstTime() {
        try (var history = context.openExistingHistory()) {
            return history.count() == 0;
        }
    }

    // ---- the home screen -----------------------------------------------------------------------------------------

    private HomeView.HomeChoice choose(ScreenChoice choice) {
        try (var keyboard = choice.keyboard().orElseThrow()) {
            var pages = new Pages();
            return HomeView.show(
                    keyboard,
                    choice.palette(keyboard),
                    context.world().streams().unicode(),
                    pages,
                    new ProcessRunner(context.world())::stopOurGroup);
        }
    }

    /** The page as it is now: asked once a minute; the next reminder, which other programs are asked for, comes later. */
    private final class Pages implements Supplier<HomePage> {
        private final DueLookup lookup = new DueLookup(context);
        private volatile @Nullable String reminder;
        private @Nullable String told;
        private @Nullable Today today;
        private @Nullable HomePage page;

        @Override
        public HomePage get() {
            var now = context.now();
            boolean first = today == null;
            var words = reminder;
            var asked = today;
            if (asked == null || !minute(asked.now()).equals(minute(now))) {
                asked = lookup.ask(Optional.empty(), now, Today::of);
                today = asked;
                page = null;
            }
            var shown = page;
            if (shown == null || !Objects.equals(words, told)) {
                shown = asked.page(Optional.ofNullable(words));
                page = shown;
                told = words;
            }
            if (first) {
                DaemonThread.start(
                        "next reminder",
                        () -> reminder = lookup.reminderWords(now).orElse(null));
            }
            return shown;
        }
    }

    private static ZonedDateTime minute(ZonedDateTime when) {
        return when.truncatedTo(ChronoUnit.MINUTES);
    }

    // ---- the first time ------------------------------------------------------------------------------------------

    private int welcome(ScreenChoice choice) throws Exception {
        var printer = context.printer();
        WELCOME.forEach(line -> printer.paragraph(0, line));
        printer.blankLine();
        CautionsPage.print(printer, context.catalogue().cautions());
        printer.blankLine();
        if (!isEnter(key(choice, "Do one minute a side now, about 3 min in all? Enter starts it; other keys leave."))) {
            return ExitCode.OK.code();
        }
        try (var history = context.openHistory()) {
            context.safety(null).noteRead(history);
        }
        int code = runner.run(List.of("run", "one-stretch"));
        return code == ExitCode.OK.code() ? offer(choice) : code;
    }

    /** Offers what makes a habit of it, each until it was taken; nothing is done without its key. */
    private int offer(ScreenChoice choice) throws Exception {
        var offers = offers();
        int code = ExitCode.OK.code();
        while (!offers.isEmpty() && code == ExitCode.OK.code()) {
            context.printer().blankLine();
            offers.forEach((key, offer) ->
                    context.printer().hanging("  " + key + "  ", offer.words() + ": stretch " + offer.command()));
            var key = key(choice, "Press a letter to run it; any other key leaves.");
            var taken = offers.remove(key.isPresent() ? Character.toString(Character.toLowerCase(key.getAsInt())) : "");
            if (taken == null) {
                return code;
            }
            code = runner.run(List.of(taken.command().split(" ", -1)));
            // What it said is to be read before the next question.
            context.world().err().flush();
            context.world().out().flush();
        }
        return code;
    }

    private record Offer(String words, String command) {}

    private Map<String, Offer> offers() {
        var offers = new LinkedHashMap<String, Offer>();
        offers.put("g", new Offer("make the routine 'daily' due Monday to Friday only", "goal daily weekdays"));
        context.schedulers()
                .working()
                .ifPresent(each -> offers.put(
                        "s",
                        new Offer("a reminder at 09:00 on every day", "schedule --install --format " + each.name())));
        return offers;
    }

    private OptionalInt key(ScreenChoice choice, String question) {
        try (var keyboard = choice.keyboard().orElseThrow()) {
            keyboard.forget();
            context.printer().paragraph(0, question);
            context.world().out().flush();
            return keyboard.key(PATIENCE);
        }
    }

    private static boolean isEnter(OptionalInt key) {
        return key.isPresent()
                && HomeKey.of(key.getAsInt()).filter(HomeKey.START::equals).isPresent();
    }
}
