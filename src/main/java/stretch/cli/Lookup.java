package stretch.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import stretch.catalogue.Catalogue;
import stretch.catalogue.Routine;
import stretch.cli.options.OptionValue;
import stretch.history.History;
import stretch.os.UserError;
import stretch.text.DidYouMean;

/**
 * Finds what the user named by its id, or fails with what there is.
 *
 * @param catalogue is read only if something is looked for in it
 */
public record Lookup(Supplier<Catalogue> catalogue) {
    /** The routine that was named, if one was. */
    public Optional<Routine> routine(OptionValue<String> named) {
        return named.optional().map(id -> find(catalogue.get().routines(), id, "routine"));
    }

    /** What a session is of: the routine that was named, or the exercises that were. */
    public Routine practice(List<String> names) {
        var all = catalogue.get();
        var name = String.join(Catalogue.AND, names);
        return all.practice(name).orElseThrow(() -> {
            var ids = List.of(name.split("\\" + Catalogue.AND, -1));
            var known = new TreeSet<>(all.exercises().keySet());
            var routine = ids.stream()
                    .filter(id -> all.routines().containsKey(id) && !known.contains(id))
                    .findFirst();
            known.addAll(all.routines().keySet());
            var nothing = ids.stream().filter(id -> !known.contains(id)).findFirst();
            return nothing.map(id -> unknown(known, id, "routine or exercise", "list"))
                    .orElseGet(() -> UserError.usage(
                            routine.map(id -> "'" + id + "' is a routine; name that alone, or only exercises")
                                    .orElse("the names of these exercises have more than " + Catalogue.LONGEST_ID
                                            + " characters together; make a routine of them")));
        });
    }

    /** Fails unless this can be practised, as a routine or as exercises, or was, if it has left the catalogue since. */
    public void checkRoutine(String id, History history) {
        var practised = history.routines();
        if (!practised.contains(id) && catalogue.get().practice(id).isEmpty()) {
            var known = new TreeSet<>(practised);
            known.addAll(catalogue.get().routines().keySet());
            throw unknown(known, id, "routine", "list");
        }
    }

    /** The thing of this id, or a failure that says which there are. */
    public static <T> T find(Map<String, T> things, String id, String what) {
        return find(things, id, what, "list");
    }

    /** The same, where another command than {@code list} shows what there is. */
    public static <T> T find(Map<String, T> things, String id, String what, String where) {
        T found = things.get(id);
        if (found == null) {
            throw unknown(things.keySet(), id, what, where);
        }
        return found;
    }

    private static UserError unknown(Set<String> known, String id, String what, String where) {
        return UserError.usage("there is no " + what + " '" + id + "'; "
                + DidYouMean.advice(known, id, "'stretch " + where + "' lists them"));
    }
}
