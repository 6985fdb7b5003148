package stretch.cli.remind;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import stretch.cli.CommandContext;
import stretch.cli.options.FileOption;
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

    private static final List<String> FOLDERS = List.of("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME");

    private ReminderJobFactory() {}

    /**
     * The job that reminds.
     *
     * @param routine or nothing, for every routine with a goal
     */
    static Job of(CommandContext context, Optional<String> routine, boolean notify) {
        var files = context.common().files();
        var words = new ArrayList<String>();
        words.add(context.world().installation().program().toString());
        files.forEach(file -> file.option()
                .optional()
                .ifPresent(named -> words.addAll(List.of(file.option().name(), whole(named)))));
        words.add("remind");
        routine.ifPresent(words::add);
        if (notify) {
            words.add("--notify");
        }
        return new Job(name(routine), words, variables(context.world(), files));
    }

    static String name(Optional<String> routine) {
        return routine.orElse(Job.ALL);
    }

    private static Map<String, String> variables(Environment environment, List<FileOption> files) {
        var variables = new LinkedHashMap<String, String>();
        variables.put("LC_ALL", locale(environment));
        var java = environment.installation().java();
        if (!java.endsWith(OWN) && USUAL.stream().noneMatch(java.toString()::startsWith)) {
            variables.put("JAVA_HOME", java.toString());
        }
        files.stream()
                .filter(file -> !file.option().isGiven())
                .sorted(Comparator.comparing(FileOption::variable))
                .forEach(file ->
                        file.named(environment).ifPresent(named -> variables.put(file.variable(), whole(named))));
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
