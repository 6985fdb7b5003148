package stretch.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import stretch.Exit;

/** Says whether practice is due. */
@Command(
        name = "due",
        description =
                "Says whether practice is due: exit code 0 if it is, 1 if not. Without a routine, asks every one with a goal.")
final class DueCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(arity = "0..1", paramLabel = "ROUTINE", description = "as 'stretch list' shows it")
    private @Nullable String routine;

    @Option(names = "--json", description = "as JSON, for scripts")
    private boolean json;

    DueCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        var asked = Practice.of(desk, routine);
        boolean any = asked.stream().anyMatch(practice -> practice.due().due());
        if (json) {
            desk.page().json(shape(any, asked));
        } else if (!desk.common().quiet()) {
            asked.forEach(practice -> desk.page()
                    .line(practice.routine().id() + " is " + (practice.due().due() ? "due: " : "not due: ")
                            + practice.due().why()));
        }
        return (any ? Exit.OK : Exit.NOT_DUE).code();
    }

    private static Map<String, Object> shape(boolean any, List<Practice> asked) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("due", any);
        shape.put("routines", asked.stream().map(DueCommand::shape).toList());
        return shape;
    }

    private static Map<String, Object> shape(Practice practice) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("routine", practice.routine().id());
        shape.put("goal", practice.routine().goal().id());
        shape.put("due", practice.due().due());
        shape.put("why", practice.due().why());
        return shape;
    }
}
