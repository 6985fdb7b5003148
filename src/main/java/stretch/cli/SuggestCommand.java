package stretch.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import stretch.Exit;
import stretch.Failure;
import stretch.FileKind;
import stretch.catalogue.Catalogue;
import stretch.catalogue.CatalogueFile;
import stretch.catalogue.Pattern;
import stretch.catalogue.Suggestion;
import stretch.yaml.YamlText;

/** Asks which patterns somebody knows, and suggests what answers them. */
final class SuggestCommand implements Callable<Integer> {
    private static final String ID = "[a-z0-9-]{1,200}";

    private final Desk desk;
    private final Given<List<String>> patterns;
    private final Given<String> save;
    private final Given<Boolean> run;
    private final Given<Boolean> json;

    SuggestCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about("Asks which of five patterns you know, suggests exercises with why, and makes a routine of them.");
        patterns = takes.list(
                "--pattern", "ID", "a pattern that is yours, instead of questions; may be given more than once", "");
        save = takes.option("--save", "ID", "write the routine into your routines.yaml");
        run = takes.flag("--run", "run it at once, when it is saved");
        json = takes.flag("--json", "as JSON, for scripts");
    }

    @Override
    public Integer call() {
        var questions = new Questions(desk.world());
        boolean asks = patterns.get().isEmpty() && !json.get() && questions.canAsk();
        checkOptions(asks);
        var catalogue = catalogue();
        patterns.get().forEach(id -> Desk.pick(catalogue.patterns(), id, "pattern", "suggest"));
        save.optional().ifPresent(id -> free(catalogue, id));
        if (patterns.get().isEmpty() && !asks) {
            SuggestPage.questions(desk.page(), catalogue, json.get());
            return 0;
        }
        if (asks) {
            questions.forget();
        }
        var known = asks ? ask(questions, catalogue) : Optional.of(patterns.get());
        if (known.isEmpty()) {
            desk.say("stopped; nothing was saved");
            return 0;
        }
        var suggestion = Suggestion.of(catalogue, known.get());
        SuggestPage.answers(desk.page(), catalogue, suggestion, json.get());
        if (suggestion.isEmpty()) {
            return 0;
        }
        var id = save.isGiven() ? save.optional() : asks ? askId(questions, catalogue) : Optional.<String>empty();
        if (id.isEmpty()) {
            if (!asks) {
                desk.say("'--save ID' makes it a routine of yours, and '--run' runs it then");
            }
            return 0;
        }
        save(suggestion, id.get());
        boolean now = run.get() || (asks && questions.yes("Run it now?").orElse(false));
        return now ? RunCommand.run(desk, id.get()) : 0;
    }

    private void checkOptions(boolean asks) {
        if (json.get() && run.get()) {
            throw new Failure(Exit.USAGE, "--json and --run do not go together; save it, then 'stretch run' it");
        }
        if (patterns.get().isEmpty() && !asks && (save.isGiven() || run.get())) {
            throw new Failure(Exit.USAGE, "there is nothing to save or run yet; say which patterns, with --pattern ID");
        }
        if (run.get() && !save.isGiven() && !asks) {
            throw new Failure(Exit.USAGE, "--run needs a routine to record it under; add --save ID");
        }
    }

    /** A file that is still to be made has nothing in it yet. */
    private Catalogue catalogue() {
        return save.isGiven() && !FileKind.exists(desk.routinesPlace()) ? CatalogueFile.shipped() : desk.catalogue();
    }

    private static void free(Catalogue catalogue, String id) {
        taken(catalogue, id).ifPresent(why -> {
            throw new Failure(Exit.USAGE, why);
        });
    }

    private static Optional<String> taken(Catalogue catalogue, String id) {
        if (!id.matches(ID)) {
            return Optional.of("'" + id + "' cannot be an id; use a-z, 0-9 and '-', 200 characters at most");
        }
        return catalogue.routines().containsKey(id)
                ? Optional.of("there is a routine '" + id + "' already; choose another id")
                : Optional.empty();
    }

    private static Optional<List<String>> ask(Questions questions, Catalogue catalogue) {
        var known = new ArrayList<String>();
        var all = List.copyOf(catalogue.patterns().values());
        for (Pattern pattern : all) {
            var answer = questions.yes((all.indexOf(pattern) + 1) + "/" + all.size() + " " + pattern.question());
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            if (answer.get()) {
                known.add(pattern.id());
            }
        }
        return Optional.of(known);
    }

    private Optional<String> askId(Questions questions, Catalogue catalogue) {
        if (!questions.yes("Save this as a routine of yours?").orElse(false)) {
            return Optional.empty();
        }
        while (true) {
            var typed = questions.line("Its id, the word to run it by (Enter: suggested):");
            var id = typed.map(word -> word.isEmpty() ? "suggested" : word);
            var why = id.flatMap(word -> taken(catalogue, word));
            if (why.isEmpty()) {
                return id;
            }
            desk.say(why.get());
        }
    }

    /** What would be written is read first, as 'validate' does, so a file is never left worse than it was. */
    private void save(Suggestion suggestion, String id) {
        var file = desk.routinesPlace();
        var shipped = CatalogueFile.shipped();
        desk.changeable(file).change(before -> {
            free(CatalogueFile.layered(shipped, file.toString(), before), id);
            var after = new YamlText(file.toString(), before)
                    .with("routines", id, suggestion.lines())
                    .orElseThrow(() -> byHand(suggestion, id));
            var saved = CatalogueFile.layered(shipped, file.toString(), after)
                    .routines()
                    .get(id);
            if (!suggestion.routine(id).equals(saved)) {
                throw byHand(suggestion, id);
            }
            return after;
        });
        desk.say("saved in " + file + "; 'stretch run " + id + "' runs it");
    }

    private Failure byHand(Suggestion suggestion, String id) {
        return new Failure(
                Exit.UNUSABLE,
                desk.routinesPlace()
                        + ": is written in a way that cannot be extended safely; put this below 'routines:' by"
                        + " hand: " + suggestion.line(id));
    }
}
