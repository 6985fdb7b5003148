package stretch.cli.learn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import stretch.catalogue.Catalogue;
import stretch.catalogue.ExerciseSuggestion;
import stretch.catalogue.Goal;
import stretch.catalogue.GoalParser;
import stretch.catalogue.exercise.PosturePattern;
import stretch.catalogue.read.CatalogueFile;
import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.Lookup;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.OptionValue;
import stretch.os.ExitCode;
import stretch.os.FileKind;
import stretch.os.UserError;
import stretch.output.LinePrompt;
import stretch.yaml.YamlEditor;

/** Asks which patterns somebody knows, and suggests what answers them. */
public final class SuggestCommand extends Command {
    private static final String ID = "[a-z0-9-]{1,200}";

    private final ToIntFunction<String> runner;
    private final OptionValue<List<String>> patterns =
            options.list("--pattern", "PATTERN", "a pattern that you know, instead of the questions");
    private final OptionValue<String> save =
            options.option("--save", "ID", "save the routine under this id in your routines.yaml");
    private final OptionValue<Boolean> run = options.flag("--run", "with --save: run it at once");
    private final OptionValue<Boolean> json = options.flag("--json", "print JSON, for scripts");

    /**
     * Declares it.
     *
     * @param runner runs the routine of an id, and answers with the exit code
     */
    public SuggestCommand(CommandContext context, CommandSpecBuilder options, ToIntFunction<String> runner) {
        super(context, options);
        this.runner = runner;
        options.about(
                "Suggests exercises for the patterns that you know, says why, and makes a routine of them.",
                "On a terminal it asks which of the five patterns you know.");
        options.example("stretch suggest --pattern sleepy-glutes", "exercises for one pattern");
        options.example("stretch suggest --pattern sleepy-glutes,over-arched --save my-back", "saves a routine");
    }

    @Override
    public Integer call() {
        var prompt = new LinePrompt(context.world());
        boolean asks = patterns.get().isEmpty() && !json.get() && prompt.canAsk();
        checkOptions(asks);
        var catalogue = catalogue();
        patterns.get().forEach(id -> Lookup.find(catalogue.patterns(), id, "pattern", "suggest"));
        save.optional().ifPresent(id -> free(catalogue, id));
        if (patterns.get().isEmpty() && !asks) {
            SuggestView.questions(context.printer(), catalogue, json.get());
            return 0;
        }
        if (asks) {
            prompt.forget();
        }
        var known = asks ? ask(prompt, catalogue) : Optional.of(patterns.get());
        if (known.isEmpty()) {
            context.notice("stopped; nothing was saved");
            return 0;
        }
        var suggestion = ExerciseSuggestion.of(catalogue, known.get());
        SuggestView.answers(context.printer(), catalogue, suggestion, json.get());
        if (suggestion.isEmpty()) {
            return 0;
        }
        var id = save.isGiven() ? save.optional() : asks ? askId(prompt, catalogue) : Optional.<String>empty();
        if (id.isEmpty()) {
            if (!asks) {
                context.notice("'--save ID' saves it as a routine of yours; add '--run' to run it");
            }
            return 0;
        }
        var goal = asks ? askGoal(prompt) : new Goal.None();
        save(suggestion, id.get(), goal);
        boolean now = run.get() || (asks && prompt.yes("Run it now?").orElse(false));
        return now ? runner.applyAsInt(id.get()) : 0;
    }

    private void checkOptions(boolean asks) {
        UserError.usageIf(
                json.get() && run.get(), "--json and --run exclude each other; save it, then use 'stretch run'");
        UserError.usageIf(
                patterns.get().isEmpty() && !asks && (save.isGiven() || run.get()),
                "there is nothing to save or run; give the patterns with --pattern ID");
        UserError.usageIf(run.get() && !save.isGiven() && !asks, "--run works only with --save; add --save ID");
    }

    /** A file that is still to be made has nothing in it yet. */
    private Catalogue catalogue() {
        return save.isGiven() && !FileKind.exists(context.paths().routinesPath())
                ? with(CatalogueFile.shipped(), new byte[0])
                : context.catalogueOfFiles();
    }

    private static void free(Catalogue catalogue, String id) {
        taken(catalogue, id).ifPresent(why -> {
            throw UserError.usage(why);
        });
    }

    private static Optional<String> taken(Catalogue catalogue, String id) {
        if (!id.matches(ID)) {
            return Optional.of("'" + id + "' cannot be an id; use a-z, 0-9 and '-', at most 200 characters");
        }
        return catalogue.routines().containsKey(id)
                ? Optional.of("there is a routine '" + id + "' already; give another id")
                : Optional.empty();
    }

    private static Optional<List<String>> ask(LinePrompt prompt, Catalogue catalogue) {
        var known = new ArrayList<String>();
        var all = List.copyOf(catalogue.patterns().values());
        for (PosturePattern pattern : all) {
            var answer = prompt.yes((all.indexOf(pattern) + 1) + "/" + all.size() + " " + pattern.question());
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            if (answer.get()) {
                known.add(pattern.id());
            }
        }
        return Optional.of(known);
    }

    private Optional<String> askId(LinePrompt prompt, Catalogue catalogue) {
        if (!prompt.yes("Save this as a routine of yours?").orElse(false)) {
            return Optional.empty();
        }
        while (true) {
            var typed = prompt.line("Its id, the word that you will type to run it (Enter: suggested):");
            var id = typed.map(word -> word.isEmpty() ? "suggested" : word);
            var why = id.flatMap(word -> taken(catalogue, word));
            if (why.isEmpty()) {
                return id;
            }
            context.notice(why.get());
        }
    }

    /** Asks until it can be read; none if nothing is typed. */
    private Goal askGoal(LinePrompt prompt) {
        while (true) {
            var typed = prompt.line("How often, such as daily, mon,wed,fri or 3/week (Enter: no goal):");
            try {
                return typed.filter(word -> !word.isEmpty())
                        .map(GoalParser::parse)
                        .orElse(new Goal.None());
            } catch (IllegalArgumentException e) {
                context.notice(String.valueOf(e.getMessage()));
            }
        }
    }

    /** What would be written is read first, as 'validate' does, so a file is never left worse than it was. */
    private void save(ExerciseSuggestion suggestion, String id, Goal goal) {
        var file = context.paths().routinesPath();
        var shipped = CatalogueFile.shipped();
        context.editor(file).change(before -> {
            free(with(shipped, before), id);
            var after = new YamlEditor(file.toString(), before)
                    .with("routines", id, suggestion.lines(goal))
                    .orElseThrow(() -> byHand(suggestion, id, goal));
            var saved = with(shipped, after).routines().get(id);
            if (!suggestion.routine(id, goal).equals(saved)) {
                throw byHand(suggestion, id, goal);
            }
            return after;
        });
        context.notice("saved in " + file + "; 'stretch run " + id + "' runs it"
                + (goal instanceof Goal.None ? ", 'stretch goal " + id + " daily' gives it a goal" : ""));
    }

    /** The catalogue with this in the user's routines.yaml. */
    private Catalogue with(Catalogue shipped, byte[] content) {
        var file = context.paths().routinesPath();
        var files = new LinkedHashMap<String, byte[]>();
        files.put(file.toString(), content);
        files.putAll(CatalogueFile.contents(CatalogueFile.inFolder(file)));
        return CatalogueFile.layered(shipped, files);
    }

    private UserError byHand(ExerciseSuggestion suggestion, String id, Goal goal) {
        return new UserError(
                ExitCode.UNUSABLE,
                context.paths().routinesPath()
                        + ": is written in a way that stretch cannot extend safely; put this below 'routines:' by"
                        + " hand: " + suggestion.line(id, goal));
    }
}
