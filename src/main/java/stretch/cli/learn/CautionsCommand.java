package stretch.cli.learn;

import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import stretch.cli.CommandContext;
import stretch.cli.CommandSpecBuilder;
import stretch.cli.OptionValue;
import stretch.coaching.CautionsPage;

/** Says when to see a professional. */
public final class CautionsCommand implements Callable<Integer> {
    private final CommandContext context;
    private final OptionValue<Boolean> json;

    public CautionsCommand(CommandContext context, CommandSpecBuilder options) {
        this.context = context;
        options.about("When to see a professional instead of, or before, stretching.");
        json = options.flag("--json", "as JSON, for scripts");
    }

    @Override
    public Integer call() {
        var cautions = context.catalogue().cautions().orElseThrow();
        var printer = context.printer();
        if (json.get()) {
            var shape = new LinkedHashMap<String, Object>();
            shape.put("general", cautions.general());
            shape.put("signs", cautions.signs());
            shape.put("urgent", cautions.urgent());
            shape.put("source", cautions.source());
            printer.json(shape);
            return 0;
        }
        CautionsPage.print(printer, cautions);
        printer.source(cautions.source());
        return 0;
    }
}
