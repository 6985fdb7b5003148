package stretch.coaching;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import stretch.catalogue.Catalogue;
import stretch.history.History;
import stretch.history.PracticeCalendar;
import stretch.history.transfer.export.Export;
import stretch.os.Environment;
import stretch.os.process.ChildProcess;
import stretch.output.Printer;
import stretch.session.plan.Plan;
import stretch.stats.PainWarning;
import stretch.stats.PainWarning.PainAnswer;
import stretch.terminal.Keyboard;
import stretch.text.Numbers;

/**
 * What makes a session safe: the cautions, the question after the pain, and warnings.
 *
 * @param printer where questions and cautions go
 * @param catalogue read only when the cautions are shown
 * @param keyboard to answer with, if there is somebody to answer
 */
public record SafetyPrompts(
        Environment environment,
        Printer printer,
        Supplier<Catalogue> catalogue,
        @Nullable Keyboard keyboard) {
    private static final String CAUTIONS = "cautions";
    private static final String READ = "read";

    /** How often the cautions are shown to somebody who never says that they were read. Our choice. */
    private static final int TIMES = 3;

    /** Prompt timeout of a page: time to read a hundred words twice. Our choice. */
    private static final Duration READING = Duration.ofSeconds(45);

    /** Time to hear it to its end, and to find a key. Our choice. */
    private static final Duration LISTENING = Duration.ofSeconds(60);

    /** Prompt timeout of a question. Our choice. */
    private static final Duration ANSWERING = Duration.ofSeconds(20);

    // ---- before --------------------------------------------------------------------------------------------------

    /** Whether the cautions need not be shown any more: they were read, or shown often enough. */
    public boolean knowsCautions(History history) {
        return isEnough(history.storedValue(CAUTIONS), keyboard != null);
    }

    /**
     * Whether what is noted of the cautions is enough.
     *
     * @param canAnswer whether there is somebody who can say that they were read
     */
    static boolean isEnough(Optional<String> noted, boolean canAnswer) {
        return noted.filter(words -> !canAnswer || words.startsWith(READ) || times(words) >= TIMES)
                .isPresent();
    }

    /** What to note of cautions that were shown once more. */
    static String noted(Optional<String> before, boolean read) {
        return read ? READ : "shown " + (1 + before.map(SafetyPrompts::times).orElse(0));
    }

    /** How often they were shown; once if no number is noted, as older versions did. */
    private static int times(String noted) {
        return Numbers.parse(noted.replaceFirst("\\S+ (\\S+).*", "$1")).orElse(1);
    }

    /**
     * Shows the cautions before the first session ever, and takes note of who has read them.
     *
     * @param history where that is noted, if it is there
     * @param aloud says a text while the page is read, where a voice leads
     * @return false if the user would rather leave
     */
    public boolean cautions(History history, Function<String, Optional<ChildProcess>> aloud) {
        var known = history.storedValue(CAUTIONS);
        if (isEnough(known, keyboard != null)) {
            return true;
        }
        var cautions = catalogue.get().cautions();
        CautionsPage.print(printer, cautions);
        boolean read = false;
        if (keyboard != null) {
            printer.blankLine();
            OptionalInt key;
            try (var spoken = aloud.apply(CautionsPage.spoken(cautions)).orElse(null)) {
                var patience = spoken == null ? READING : LISTENING;
                key = key("Press a key when you have read this, or q to leave. It continues by itself.", patience);
            }
            if (SafetyAnswers.leaves(key)) {
                return false;
            }
            read = key.isPresent();
        }
        if (history.exists()) {
            note(history, noted(known, read));
        }
        return true;
    }

    /** Takes note that the cautions were read: whoever goes on from a page that shows them says so. */
    public void noteRead(History history) {
        note(history, READ);
    }

    private void note(History history, String words) {
        history.storeValue(CAUTIONS, words + " " + Export.stamp(OffsetDateTime.now(environment.clock())));
    }

    /** Asks how the back feels; nothing if there is no answer. */
    public OptionalInt pain(String when) {
        var key = key("Pain " + when + ": 0 (none) to 9, x for 10; any other key skips it.", ANSWERING);
        var pain = key.isPresent() ? SafetyAnswers.pain(key.getAsInt()) : OptionalInt.empty();
        printer.line(pain.isPresent() ? "Pain " + when + ": " + pain.getAsInt() : "not answered");
        return pain;
    }

    /** One key in answer; what was typed before the question could be seen is no answer to it. */
    private OptionalInt key(String question, Duration patience) {
        if (keyboard == null) {
            return OptionalInt.empty();
        }
        keyboard.forget();
        printer.line(question);
        environment.err().flush();
        return keyboard.key(patience);
    }

    /**
     * Warns before a session that begins with severe pain, or at the end of a week in which it went up.
     *
     * @param isOnScreen whether the cautions were shown just now
     * @return false if the user would rather leave
     */
    public boolean showWarnings(
            History history, PracticeCalendar calendar, OptionalInt pain, Plan plan, boolean isOnScreen) {
        var warning = severe(pain).or(() -> trend(history, calendar, pain));
        if (warning.isEmpty()) {
            return true;
        }
        show(warning.get(), pain, OptionalInt.empty(), isOnScreen);
        printer.paragraph(0, choices(plan));
        return keyboard == null
                || !SafetyAnswers.leaves(
                        key("Press a key to start anyway, or q to leave. It continues by itself.", READING));
    }

    private static Optional<PainWarning> severe(OptionalInt pain) {
        return pain.isPresent() ? PainWarning.of(pain.getAsInt()) : Optional.empty();
    }

    private Optional<PainWarning> trend(History history, PracticeCalendar calendar, OptionalInt pain) {
        var today = calendar.today(environment.clock());
        // Two weeks, and the days that time zones can shift them by.
        var since = environment.clock().instant().minus(16, ChronoUnit.DAYS);
        var answers = PainAnswer.since(since, calendar, history);
        pain.ifPresent(now -> answers.add(new PainAnswer(today, now)));
        return PainWarning.of(answers, today);
    }

    private static String choices(Plan plan) {
        var swaps = plan.steps().stream()
                .flatMap(step -> plan.alternative(step).stream()
                        .map(other -> "--swap " + step.exercise().id() + "=" + other.id()))
                .distinct()
                .toList();
        var run = "stretch run " + plan.routine().id();
        return "Gentler: " + (swaps.isEmpty() ? "do less of it, or" : run + " " + String.join(" ", swaps) + ", or")
                + " leave it for today: stretch skip";
    }

    // ---- after ---------------------------------------------------------------------------------------------------

    /** Asks again after a session, records the answer, and warns if it asks for that. */
    public void recordPainAfter(History history, String session, OptionalInt before) {
        var pain = pain("after");
        if (pain.isEmpty()) {
            return;
        }
        history.painAfter(session, pain.getAsInt());
        PainWarning.of(before, pain.getAsInt()).ifPresent(warning -> showGentler(warning, before, pain));
    }

    /**
     * Warns of what was recorded without a session that runs, if it asks for that.
     *
     * @param before the pain of a check-in, or before a session
     * @param after the pain after a session
     */
    public void recorded(History history, PracticeCalendar calendar, OptionalInt before, OptionalInt after) {
        var ofAfter = after.isPresent() ? PainWarning.of(before, after.getAsInt()) : Optional.<PainWarning>empty();
        ofAfter.ifPresentOrElse(
                warning -> showGentler(warning, before, after),
                () -> severe(before)
                        .or(() -> trend(history, calendar, OptionalInt.empty()))
                        .ifPresent(warning -> showGentler(warning, before, OptionalInt.empty())));
    }

    private void showGentler(PainWarning warning, OptionalInt before, OptionalInt after) {
        show(warning, before, after, false);
        printer.paragraph(
                0,
                "Gentler next time: press h in a session when something hurts, and next time it gets a smaller dose.");
    }

    private void show(PainWarning warning, OptionalInt before, OptionalInt after, boolean isOnScreen) {
        printer.blankLine();
        printer.paragraph(
                0,
                switch (warning) {
                    case SEVERE ->
                        "You recorded a pain of " + (after.isPresent() ? after : before).getAsInt()
                                + " of 10. Severe pain is a reason to see a professional.";
                    case ROSE ->
                        "Your pain went from " + before.getAsInt() + " to " + after.getAsInt()
                                + " in this session. Pain that gets worse and does not ease is a reason to see a professional.";
                    case WORSENING ->
                        "The pain that you recorded went up over the last week. Pain that gets worse and does not"
                                + " ease is a reason to see a professional.";
                });
        printer.blankLine();
        if (!isOnScreen) {
            CautionsPage.print(printer, catalogue.get().cautions());
            printer.blankLine();
        }
    }
}
