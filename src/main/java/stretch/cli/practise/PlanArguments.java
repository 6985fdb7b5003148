package stretch.cli.practise;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Routine;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Side;
import stretch.cli.CommandContext;
import stretch.cli.Lookup;
import stretch.cli.options.ArgumentParsers;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.OptionValue;
import stretch.coaching.DoseAdjuster;
import stretch.config.DoseMode;
import stretch.config.Settings;
import stretch.history.History;
import stretch.os.UserError;
import stretch.session.plan.Plan;
import stretch.session.plan.PlanOptions;
import stretch.session.plan.SpeechTiming;
import stretch.session.plan.Step;
import stretch.session.plan.Tempo;

/** The options of every command that plans a session: which exercises, how much of each and how fast. */
final class PlanArguments {
    enum FirstSideOption {
        left,
        right;

        Side side() {
            return this == left ? Side.LEFT : Side.RIGHT;
        }
    }

    /** With {@code --avoid}: not even what the settings avoid. */
    private static final String NOTHING = "none";

    private final CommandContext context;
    private final PaceOptions pace;
    private final OptionValue<DoseMode> dose;
    private final OptionValue<Duration> hold;
    private final OptionValue<List<String>> avoid;
    private final OptionValue<List<String>> swaps;
    private final OptionValue<FirstSideOption> firstSide;
    private final OptionValue<Boolean> asPlanned;

    PlanArguments(CommandContext context, CommandSpecBuilder options) {
        this.context = context;
        options.group("Exercises and doses");
        dose = options.option(
                "--dose",
                "low|high|progress",
                "which end of a range such as 8-12 reps, or from low to high over four weeks of steady practice (default: the setting dose, or low)",
                DoseMode.class);
        hold = options.option(
                "--hold", "TIME", "the length of every hold, such as 45s", Duration.class, ArgumentParsers::length);
        avoid = options.list(
                "--avoid",
                "WHAT",
                "leave out kneeling, floor, a position or equipment, besides what the setting avoid names; alternatives replace it; none ignores the setting");
        swaps = options.list("--swap", "EXERCISE=EXERCISE", "do the second exercise instead of the first");
        firstSide = options.option(
                "--first-side",
                "left|right",
                "the side to begin with (default: the setting first-side, or as the exercise says)",
                FirstSideOption.class);
        asPlanned = options.flag("--as-planned", "do the whole dose also of what hurt last time");
        pace = new PaceOptions(options);
    }

    /** The plan of a routine with these options, else as the settings have it. */
    Plan plan(Routine routine) {
        var plan = Plan.of(context.catalogue(), routine, planOptions(context.catalogue(), context.settings()));
        if (plan.steps().isEmpty()) {
            throw UserError.usage("nothing of '" + routine.id() + "' is left: " + String.join("; ", plan.notes())
                    + "; avoid fewer things");
        }
        wants(hold, plan, "hold", step -> step.kind() == DoseKind.HOLD);
        wants(pace.tempo(), plan, "exercise in reps or breaths", step -> step.kind() != DoseKind.HOLD);
        wants(firstSide, plan, "exercise with two sides", Step::changesSide);
        if (dose.optional().filter(mode -> mode != DoseMode.low).isPresent()) {
            wants(
                    dose,
                    plan,
                    "dose with a range",
                    step -> step.range().low() < step.range().high());
        }
        return plan;
    }

    /** Says so of an option that nothing in the plan is for; an alias may have it for whatever is practised. */
    private void wants(OptionValue<?> option, Plan plan, String what, Predicate<Step> isFor) {
        if (option.isGiven() && plan.steps().stream().noneMatch(isFor)) {
            context.notice(option.name() + " changes nothing: " + plan.routine().id() + " has no " + what);
        }
    }

    /** The plan by what is on record, of which nothing is changed; as it is if that cannot be read, which is told. */
    Plan adjusted(Plan plan) {
        try (var history = context.knownRecord()) {
            return adjusted(plan, history);
        } catch (UserError e) {
            context.notice("the history is not used: " + e.getMessage());
            return plan;
        }
    }

    /** The plan by this history, if there is one. */
    Plan adjusted(Plan plan, History history) {
        boolean grows = dose.optional().orElseGet(context.settings()::dose) == DoseMode.progress;
        return !history.exists() || (asPlanned.get() && !grows)
                ? plan
                : new DoseAdjuster(context.world().clock(), context.settings().calendar(), history)
                        .adjusted(plan, grows, !asPlanned.get());
    }

    private PlanOptions planOptions(Catalogue catalogue, Settings settings) {
        var avoided = avoided(settings).stream()
                .map(word -> ArgumentParsers.avoidable(catalogue, word))
                .toList();
        return new PlanOptions(
                dose.optional().orElseGet(settings::dose) == DoseMode.high,
                hold.optional(),
                pace.prepare().optional().or(settings::prepare),
                pace.change().optional().or(settings::change),
                pace.tempo().optional().or(settings::tempo).orElse(Tempo.NORMAL),
                firstSide.optional().map(FirstSideOption::side).or(settings::firstSide),
                swaps.read(pairs -> swaps(catalogue, pairs)).orElse(Map.of()),
                avoided,
                SpeechTiming.READING);
    }

    private static Map<String, String> swaps(Catalogue catalogue, List<String> pairs) {
        var swaps = new TreeMap<String, String>();
        for (var pair : pairs) {
            var sides = pair.split("=", -1);
            if (sides.length != 2 || sides[0].isEmpty() || sides[1].isEmpty()) {
                throw new IllegalArgumentException(
                        "'" + pair + "' is not a swap; write both exercises, such as hip-hinge=pelvic-tilt");
            }
            var from = Lookup.find(catalogue.exercises(), sides[0], "exercise");
            var to = Lookup.find(catalogue.exercises(), sides[1], "exercise");
            if (from.equals(to)) {
                throw new IllegalArgumentException("'" + pair + "' swaps nothing; name another exercise");
            }
            if (swaps.put(from.id(), to.id()) != null) {
                throw new IllegalArgumentException("'" + from.id() + "' is swapped more than once; name it once");
            }
        }
        return swaps;
    }

    /** What the settings avoid and what is added for this run; {@code none} leaves out what the settings avoid. */
    private List<String> avoided(Settings settings) {
        var words = new LinkedHashSet<>(settings.avoid());
        words.addAll(avoid.get());
        if (words.removeIf(NOTHING::equalsIgnoreCase)) {
            words.retainAll(avoid.get());
        }
        return List.copyOf(words);
    }
}
