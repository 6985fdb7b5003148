package stretch.cli.remind;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import stretch.cli.CommandContext;
import stretch.cli.options.GlobalOptions;
import stretch.os.Environment;
import stretch.reminder.schedule.Job;

/** Words a reminder so that it finds, in an environment as bare as cron's, all that this run of stretch found. */
final class ReminderJobFactory {
    /** Folders in which the launcher finds a Java by itself; see bin/stretch. */
    private static final List<String> USUAL = List.of(
            "/usr/lib/jvm/",
            "/Library/Java/JavaVirtualMachines/",
            "/opt/homebrew/Cellar/openjdk/",
            "/usr/local/Cellar/openjdk/");

    /** Where a Java lies that came with stretch; the launcher takes it before any other. */
    private static final Path OWN = Path.of("lib", "stretch", "java");

    /** Variables that say where files are, with the option that beats each. */
    private static final Map<String, String> FILES =
            Map.of("STRETCH_ROUTINES", "--routines", "STRETCH_DB", "--db", "STRETCH_CONFIG", "--config");

    private static final List<String> FOLDERS = List.of("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME");

    private ReminderJobFactory() {}

    /**
     * The job that reminds.
     *
     * @param routine or nothing, for every routine with a goal
     */
    static Job of(CommandContext context, Optional<String> routine, boolean notify) {
        var options = options(context.common());
        var words = new ArrayList<String>();
        words.add(context.world().installation().program().toString());
        options.forEach((option, file) -> {
            words.add(option);
            words.add(file);
        });
        words.add("remind");
        routine.ifPresent(words::add);
        if (notify) {
            words.add("--notify");
        }
        return new Job(name(routine), words, variables(context.world(), options));
    }

    static String name(Optional<String> routine) {
        return routine.orElse(Job.ALL);
    }

    private static Map<String, String> options(GlobalOptions globals) {
        var options = new LinkedHashMap<String, String>();
        globals.routines().ifPresent(file -> options.put("--routines", whole(file)));
        globals.db().ifPresent(file -> options.put("--db", whole(file)));
        globals.config().ifPresent(file -> options.put("--config", whole(file)));
        return options;
    }

    private static Map<String, String> variables(Environment environment, Map<String, String> options) {
        var variables = new LinkedHashMap<String, String>();
        variables.put("LC_ALL", locale(environment));
        var java = environment.installation().java();
        if (!java.endsWith(OWN) && USUAL.stream().noneMatch(java.toString()::startsWith)) {
            variables.put("JAVA_HOME", java.toString());
        }
        FILES.keySet().stream()
                .sorted()
                .filter(name -> !options.containsKey(FILES.get(name)))
                .forEach(name ->
                        environment.variable(name).ifPresent(file -> variables.put(name, whole(Path.of(file)))));
        // The XDG specification has programs ignore relative ones.
        FOLDERS.forEach(name -> environment
                .variable(name)
                .filter(folder -> Path.of(folder).isAbsolute())
                .ifPresent(folder -> variables.put(name, folder)));
        return variables;
    }

    /** What the user's own programs go by: the first of these that is set decides. */
    private static String locale(Environment environment) {
        return environment
                .variable("LC_ALL")
                .or(() -> environment.variable("LC_CTYPE"))
                .or(() -> environment.variable("LANG"))
                .filter(locale ->
                        locale.toUpperCase(Locale.ROOT).replace("-", "").endsWith("UTF8"))
                .orElse("C.UTF-8");
    }

    private static String whole(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }
}
