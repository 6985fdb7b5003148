package stretch.cli;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import stretch.history.Export;
import stretch.history.Filter;
import stretch.history.History;
import stretch.progress.Program;
import stretch.progress.Soreness;
import stretch.progress.Tally;
import stretch.progress.Warning;
import stretch.progress.Warning.Answer;
import stretch.session.Plan;
import stretch.session.Step;
import stretch.terminal.Keyboard;

/** What makes a session safe: the cautions, the question after the pain, and a plan that minds what hurt. */
final class Care {
    private static final String CAUTIONS = "cautions";

    /** No key has to be pressed: this is time to read a page of a hundred words twice. Our choice. */
    private static final Duration READING = Duration.ofSeconds(45);

    /** Time to answer a question. Our choice. */
    private static final Duration ANSWERING = Duration.ofSeconds(20);

    /** Half the dose is what is left to do of something that hurt. Our choice. */
    private static final int PART = 2;

    private final Desk desk;

    Care(Desk desk) {
        this.desk = desk;
    }

    // ---- the plan ------------------------------------------------------------------------------------------------

    /**
     * The plan as it is wise today.
     *
     * @param grows whether doses with a range are as high as the program is far
     * @param eases whether there is less of what hurt when it was last done
     */
    Plan minded(Plan plan, @Nullable History history, boolean grows, boolean eases) {
        if (history == null) {
            return plan;
        }
        Map<Soreness.Place, LocalDate> sore = eases ? soreness(history) : Map.of();
        var program = grows ? program(history) : new Program(0, 0, 0);
        var targets = new TreeMap<Integer, Integer>();
        var why = new LinkedHashMap<String, String>();
        if (grows && plan.steps().stream().anyMatch(step -> step.range().isOpen())) {
            why.put("", "doses at level " + program.level() + " of " + Program.LEVELS + " (" + program.words() + ")");
        }
        for (var step : plan.steps()) {
            var hurt = Optional.ofNullable(
                    sore.get(new Soreness.Place(step.exercise().id(), step.side())));
            int target =
                    grows && step.range().isOpen() ? program.target(step.range(), hurt.isPresent()) : step.target();
            if (hurt.isPresent()) {
                target = Math.max(1, target / PART);
                why.put(step.label(), gentler(plan, step, target, hurt.get()));
            }
            targets.put(step.number(), target);
        }
        return plan.aimed(step -> targets.getOrDefault(step.number(), step.target()), List.copyOf(why.values()));
    }

    private static String gentler(Plan plan, Step step, int target, LocalDate day) {
        var id = step.exercise().id();
        return step.label() + ": only " + step.amount(target) + ", as it hurt on " + day
                + plan.alternative(step)
                        .map(other -> " (instead: --swap " + id + "=" + other.id() + "; in full: --as-planned)")
                        .orElse(" (in full: --as-planned)");
    }

    private Map<Soreness.Place, LocalDate> soreness(History history) {
        var soreness = new Soreness();
        var since = desk.world().clock().instant().minus(Soreness.DAYS, ChronoUnit.DAYS);
        history.steps(
                new Filter(
                        Optional.of(since), Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty()),
                soreness::add);
        return soreness.places();
    }

    /** How far the user is, by the days on which any routine was completed. */
    Program program(History history) {
        var tally = new Tally(LocalDate.now(desk.world().clock()));
        history.sums(Optional.empty()).sessions(tally::add);
        return Program.of(tally.completed(), tally.today());
    }

    // ---- before --------------------------------------------------------------------------------------------------

    /**
     * Shows the cautions before the first session ever, and takes note of who has read them.
     *
     * @param record where that is noted; nothing if nothing is to be recorded
     * @param asks whether there are keys to answer with
     * @return false if the user would rather leave
     */
    boolean cautions(@Nullable History record, boolean asks) {
        var known = record == null ? Optional.<String>empty() : record.remembered(CAUTIONS);
        if (known.filter(word -> !asks || word.startsWith("read")).isPresent()) {
            return true;
        }
        CautionsCommand.print(desk.aside(), desk.catalogue().cautions().orElseThrow());
        var word = "shown";
        if (asks) {
            desk.aside().gap();
            var key = key("Press a key when you have read this, q to leave. It goes on by itself.", READING);
            if (key.isPresent() && (key.getAsInt() == 'q' || key.getAsInt() == 'Q')) {
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

    private OptionalInt key(String question, Duration patience) {
        try (var keyboard = new Keyboard(desk.caches())) {
            desk.aside().line(question);
            desk.world().err().flush();
            return keyboard.key(patience);
        }
    }

    /**
     * Warns before a session that begins with severe pain, or at the end of a week in which it went up.
     *
     * @return false if the user would rather leave
     */
    boolean warned(History history, OptionalInt pain, Plan plan, boolean asks) {
        var warning = pain.isPresent() ? Warning.of(pain.getAsInt()) : Optional.<Warning>empty();
        if (warning.isEmpty()) {
            warning = trend(history, pain);
        }
        if (warning.isEmpty()) {
            return true;
        }
        say(warning.get(), pain, OptionalInt.empty());
        desk.aside().paragraph(0, choices(plan));
        if (!asks) {
            return true;
        }
        var key = key("Press a key to begin all the same, q to leave. It goes on by itself.", READING);
        return key.isEmpty() || (key.getAsInt() != 'q' && key.getAsInt() != 'Q');
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
        var warning = pain.isPresent() ? Warning.of(pain.getAsInt()) : Optional.<Warning>empty();
        warning.or(() -> trend(history, OptionalInt.empty())).ifPresent(it -> say(it, pain, OptionalInt.empty()));
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
