package stretch.cli.remind;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import stretch.catalogue.ExerciseSuggestion;
import stretch.catalogue.Goal;
import stretch.catalogue.GoalParser;
import stretch.catalogue.Routine;
import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.OptionValue;
import stretch.config.Settings;
import stretch.json.JsonObject;
import stretch.os.UserError;
import stretch.text.DisplayWidth;
import stretch.text.TimeRange;

/** Shows how often routines want to be done, or sets it. */
public final class GoalCommand extends Command {
    /** The word for the goal that the routine itself has. */
    private static final String OWN = "default";

    private final OptionValue<String> routine =
            options.optional("ROUTINE", "a routine; all are shown if it is left out");
    private final OptionValue<List<String>> goal = options.optionals("GOAL", "the new goal: mon,wed,fri or every 3h");
    private final OptionValue<List<String>> between =
            options.list("--between", "HH:MM-HH:MM", "due at these hours only, once in each; none removes them");
    private final OptionValue<Boolean> json = options.flag("--json", "print JSON, for scripts");

    public GoalCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about(
                "Shows the goals, how often each routine is due, or sets one.",
                "A goal is daily, weekdays, days such as mon,wed,fri, 5/week, 3/day, every 3h (15m to 24h), every 2d (to 28d), none (never due), or default (as the routine itself says). It is saved in config.yaml.");
        options.example("stretch goal", "all goals");
        options.example("stretch goal daily mon,wed,fri", "sets one");
        options.example("stretch goal daily --between 07:00-10:00,18:00-22:00", "due at these hours only");
    }

    @Override
    public Integer call() {
        var id = context.lookup().routine(routine).map(Routine::id);
        boolean change = goal.isGiven() || between.isGiven();
        if (change) {
            set(
                    id.orElseThrow(
                            () -> UserError.usage("--between needs a routine: stretch goal ROUTINE --between ...")),
                    goal.optional().map(words -> String.join(" ", words)));
        }
        if (json.get()) {
            context.printer().json(new JsonObject().put("goals", shown(id), this::toJson));
        } else if (!change) {
            print(shown(id));
        }
        return 0;
    }

    private List<Routine> shown(Optional<String> id) {
        return context.catalogue().routines().values().stream()
                .filter(one -> id.isEmpty() || one.id().equals(id.get()))
                .toList();
    }

    /** The goal that the routine itself has. */
    private Goal own(String id) {
        return Objects.requireNonNull(context.catalogueOfFiles().routines().get(id))
                .goal();
    }

    private JsonObject toJson(Routine one) {
        return new JsonObject()
                .put("routine", one.id())
                .put("goal", one.goal().id())
                .put(
                        "between",
                        one.goal().hours().stream().map(TimeRange::toString).toList())
                .put("own_goal", own(one.id()).id())
                .put("from", context.settings().goals().containsKey(one.id()) ? "settings" : "routine");
    }

    private void print(List<Routine> routines) {
        int wide = DisplayWidth.widest(routines.stream().map(Routine::id));
        for (var one : routines) {
            context.printer()
                    .hanging(
                            DisplayWidth.pad(one.id(), wide) + "  ",
                            one.goal().id()
                                    + (context.settings().goals().containsKey(one.id())
                                            ? " (set in config.yaml; the routine's own goal is "
                                                    + own(one.id()).id() + ")"
                                            : ""));
        }
    }

    /** Goal, hours or both; whichever is not named stays as it is, and all that is as the routine has it is left out. */
    private void set(String id, Optional<String> wanted) {
        var file = context.paths().settingsPath();
        var own = own(id);
        boolean back = wanted.filter(OWN::equalsIgnoreCase).isPresent();
        var named = wanted.filter(word -> !back).map(word -> UserError.asUsage(() -> GoalParser.parse(word)));
        var hours = hours();
        context.editor(file).set(Settings.GOALS, content -> {
            var goals = new TreeMap<>(Settings.of(file.toString(), content).goals());
            var before = back ? own : goals.getOrDefault(id, own);
            var fresh = UserError.asUsage(() -> changed(before, named, hours));
            if (named.isEmpty() && fresh.equals(own)) {
                goals.remove(id);
            } else {
                goals.put(id, fresh);
            }
            return goals.isEmpty() ? Optional.empty() : Optional.of(flow(goals));
        });
        var now = Objects.requireNonNull(context.catalogue().routines().get(id)).goal();
        context.notice("the goal of " + id + " is now " + now.id()
                + (back && now.equals(own) ? ", as the routine has it" : "") + " (" + file + ")");
    }

    /** Those behind {@code --between}, if it was given. */
    private Optional<List<TimeRange>> hours() {
        return between.read(words -> words.size() == 1 && words.get(0).equalsIgnoreCase("none")
                ? List.<TimeRange>of()
                : TimeRange.several(String.join(",", words)));
    }

    private static Goal changed(Goal before, Optional<Goal> named, Optional<List<TimeRange>> hours) {
        var goal = named.orElse(before);
        if (hours.isEmpty() && (goal instanceof Goal.None || !goal.hours().isEmpty())) {
            return goal;
        }
        return goal.between(hours.orElse(before.hours()));
    }

    /** On one line. */
    private static String flow(Map<String, Goal> goals) {
        return goals.entrySet().stream()
                .map(entry -> ExerciseSuggestion.quoted(entry.getKey()) + ": "
                        + entry.getValue().written())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
