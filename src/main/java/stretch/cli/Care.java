package stretch.cli;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import stretch.history.Export;
import stretch.history.History;
import stretch.progress.Warning;
import stretch.progress.Warning.Answer;
import stretch.session.Plan;
import stretch.terminal.Keyboard;

/** What makes a session safe: the cautions, the question after the pain, and warnings. */
final class Care {
    private static final String CAUTIONS = "cautions";

    /** No key has to be pressed: this is time to read a page of a hundred words twice. Our choice. */
    private static final Duration READING = Duration.ofSeconds(45);

    /** Time to answer a question. Our choice. */
    private static final Duration ANSWERING = Duration.ofSeconds(20);

    private final Desk desk;
    private final @Nullable Keyboard keyboard;

    /**
     * Takes care of one session.
     *
     * @param keyboard to answer with, if there is somebody to answer
     */
    Care(Desk desk, @Nullable Keyboard keyboard) {
        this.desk = desk;
        this.keyboard = keyboard;
    }

    // ---- before --------------------------------------------------------------------------------------------------

    /**
     * Shows the cautions before the first session ever, and takes note of who has read them.
     *
     * @param record where that is noted; nothing if nothing is to be recorded
     * @return false if the user would rather leave
     */
    boolean cautions(@Nullable History record) {
        var known = record == null ? Optional.<String>empty() : record.remembered(CAUTIONS);
        if (known.filter(word -> keyboard == null || word.startsWith("read")).isPresent()) {
            return true;
        }
        CautionsCommand.print(desk.aside(), desk.catalogue().cautions().orElseThrow());
        var word = "shown";
        if (keyboard != null) {
            desk.aside().gap();
            var key = key("Press a key when you have read this, q to leave. It goes on by itself.", READING);
            if (Answers.leaves(key)) {
                return false;
            }
            word = key.isPresent() ? "read" : "shown";
        }
        if (record != null) {
            record.remember(
                    CAUTIONS,
                    word + " " + Export.stamp(OffsetDateTime.now(desk.world().clock())));
        }
        return true;
    }

    /** Asks how the back feels; nothing if there is no answer. */
    OptionalInt pain(String when) {
        var key = key("Pain " + when + ": 0 (none) to 9, x for 10; any other key leaves it out.", ANSWERING);
        var pain = key.isPresent() ? Answers.pain(key.getAsInt()) : OptionalInt.empty();
        desk.aside().line(pain.isPresent() ? "Pain " + when + ": " + pain.getAsInt() : "not answered");
        return pain;
    }

    /** One key in answer; what was typed before the question could be seen is no answer to it. */
    private OptionalInt key(String question, Duration patience) {
        if (keyboard == null) {
            return OptionalInt.empty();
        }
        keyboard.forget();
        desk.aside().line(question);
        desk.world().err().flush();
        return keyboard.key(patience);
    }

    /**
     * Warns before a session that begins with severe pain, or at the end of a week in which it went up.
     *
     * @return false if the user would rather leave
     */
    boolean warned(History history, OptionalInt pain, Plan plan) {
        var warning = severe(pain).or(() -> trend(history, pain));
        if (warning.isEmpty()) {
            return true;
        }
        say(warning.get(), pain, OptionalInt.empty());
        desk.aside().paragraph(0, choices(plan));
        return keyboard == null
                || !Answers.leaves(
                        key("Press a key to begin all the same, q to leave. It goes on by itself.", READING));
    }

    private static Optional<Warning> severe(OptionalInt pain) {
        return pain.isPresent() ? Warning.of(pain.getAsInt()) : Optional.empty();
    }

    private Optional<Warning> trend(History history, OptionalInt pain) {
        var today = LocalDate.now(desk.world().clock());
        var answers = answers(history);
        pain.ifPresent(now -> answers.add(new Answer(today, now)));
        return Warning.of(answers, today);
    }

    private List<Answer> answers(History history) {
        var answers = new ArrayList<Answer>();
        // A week, and the days that time zones can shift it by.
        var since = desk.world().clock().instant().minus(9, ChronoUnit.DAYS);
        history.pains(since, (day, said) -> answers.add(new Answer(day, said)));
        return answers;
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
    void after(History history, String session, OptionalInt before) {
        var pain = pain("after");
        if (pain.isEmpty()) {
            return;
        }
        history.painAfter(session, pain.getAsInt());
        Warning.of(before, pain.getAsInt()).ifPresent(warning -> {
            say(warning, before, pain);
            desk.aside()
                    .paragraph(
                            0,
                            "Gentler next time: press h in a session where it hurts, and next time there is less of that.");
        });
    }

    /** Warns of a check-in that asks for it. */
    void checkedIn(History history, OptionalInt pain) {
        severe(pain)
                .or(() -> trend(history, OptionalInt.empty()))
                .ifPresent(warning -> say(warning, pain, OptionalInt.empty()));
    }

    private void say(Warning warning, OptionalInt before, OptionalInt after) {
        var page = desk.aside();
        page.gap();
        page.paragraph(
                0,
                switch (warning) {
                    case SEVERE ->
                        "You said that your pain is " + (after.isPresent() ? after : before).getAsInt()
                                + " of 10. Severe pain is a reason to see a professional.";
                    case ROSE ->
                        "Your pain went from " + before.getAsInt() + " to " + after.getAsInt()
                                + " in this session. Pain that gets worse and does not ease is a reason to see a professional.";
                    case WORSENING ->
                        "What you said of your pain went up over the last week. Pain that gets worse and does not"
                                + " ease is a reason to see a professional.";
                });
        page.gap();
        CautionsCommand.print(page, desk.catalogue().cautions().orElseThrow());
        page.gap();
    }
}
