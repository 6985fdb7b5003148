package stretch.cli.remind;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import stretch.catalogue.ExerciseSuggestion;
import stretch.catalogue.Goal;
import stretch.catalogue.Routine;
import stretch.cli.CommandContext;
import stretch.cli.CommandSpecBuilder;
import stretch.cli.OptionValue;
import stretch.config.Settings;
import stretch.json.JsonObject;
import stretch.os.ExitCode;
import stretch.os.UserError;
import stretch.text.DisplayWidth;
import stretch.yaml.YamlEditor;

/** Shows how often routines want to be done, or sets it. */
public final class GoalCommand implements Callable<Integer> {
    /** The word for the goal that the routine itself has. */
    private static final String OWN = "default";

    private final CommandContext context;
    private final OptionValue<String> routine;
    private final OptionValue<String> goal;
    private final OptionValue<String> length;
    private final OptionValue<Boolean> json;

    public GoalCommand(CommandContext context, CommandSpecBuilder options) {
        this.context = context;
        options.about(
                "Shows how often each routine wants to be done, or sets it for one of them, in config.yaml, over what"
                        + " the routine itself says.");
        options.footer(
                "%nstretch goal                  the goal of every routine",
                "stretch goal daily weekdays   sets one: daily, weekdays, mon,wed,fri, 5/week, 3/day",
                "stretch goal desk every 3h    every 15m to every 24h, or every 2d to every 28d",
                "stretch goal desk none        never due",
                "stretch goal desk default     as the routine itself has it");
        routine = options.optional("ROUTINE", "as 'stretch list' shows it; all if none is named");
        goal = options.optional("GOAL", "what it is to be");
        length = options.optional("LENGTH", "behind 'every': 3h, 2d");
        json = options.flag("--json", "as JSON, for scripts");
    }

    @Override
    public Integer call() {
        var id = context.routine(routine).map(Routine::id);
        if (goal.isGiven()) {
            set(id.orElseThrow(), goal.get() + (length.isGiven() ? " " + length.get() : ""));
        }
        if (json.get()) {
            var own = context.catalogueOfFiles().routines();
            context.printer().json(new JsonObject().put("goals", shown(id), one -> toJson(one, own)));
        } else if (!goal.isGiven()) {
            print(shown(id));
        }
        return 0;
    }

    private List<Routine> shown(Optional<String> id) {
        return context.catalogue().routines().values().stream()
                .filter(one -> id.isEmpty() || one.id().equals(id.get()))
                .toList();
    }

    private JsonObject toJson(Routine one, Map<String, Routine> own) {
        return new JsonObject()
                .put("routine", one.id())
                .put("goal", one.goal().id())
                .put(
                        "own_goal",
                        Objects.requireNonNull(own.get(one.id())).goal().id())
                .put("from", context.settings().goals().containsKey(one.id()) ? "settings" : "routine");
    }

    private void print(List<Routine> routines) {
        int wide = routines.stream()
                .mapToInt(one -> DisplayWidth.of(one.id()))
                .max()
                .orElse(0);
        var own = context.catalogueOfFiles().routines();
        for (var one : routines) {
            var itself = Objects.requireNonNull(own.get(one.id())).goal().id();
            context.printer()
                    .hanging(
                            DisplayWidth.pad(one.id(), wide) + "  ",
                            one.goal().id()
                                    + (context.settings().goals().containsKey(one.id())
                                            ? " (by config.yaml; its own is " + itself + ")"
                                            : ""));
        }
    }

    private void set(String id, String wanted) {
        var file = context.settingsPath();
        boolean own = wanted.equalsIgnoreCase(OWN);
        var parsed = own ? Optional.<Goal>empty() : Optional.of(read(wanted));
        context.editor(file).change(before -> {
            var name = file.toString();
            var goals = new TreeMap<>(Settings.of(name, before).goals());
            parsed.ifPresentOrElse(it -> goals.put(id, it), () -> goals.remove(id));
            var editor = new YamlEditor(name, before);
            var after = goals.isEmpty() ? editor.without(Settings.GOALS) : editor.with(Settings.GOALS, flow(goals));
            return after.filter(bytes -> Settings.of(name, bytes).goals().equals(goals))
                    .orElseThrow(() -> new UserError(
                            ExitCode.UNUSABLE,
                            file + ": is written in a way that cannot be changed safely; write by hand: "
                                    + Settings.GOALS + ": " + flow(goals)));
        });
        var now = Objects.requireNonNull(context.catalogue().routines().get(id))
                .goal()
                .id();
        context.notice(
                "the goal of " + id + " is now " + now + (own ? ", as the routine has it" : "") + " (" + file + ")");
    }

    private static Goal read(String wanted) {
        try {
            return Goal.parse(wanted);
        } catch (IllegalArgumentException e) {
            throw new UserError(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    /** On one line. */
    private static String flow(Map<String, Goal> goals) {
        return goals.entrySet().stream()
                .map(entry -> ExerciseSuggestion.quoted(entry.getKey()) + ": "
                        + entry.getValue().written())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
