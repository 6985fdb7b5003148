package stretch.cli.learn;

import stretch.catalogue.SourceTitles;
import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.OptionValue;
import stretch.coaching.CautionsPage;
import stretch.json.JsonObject;

/** Says when to see a professional. */
public final class CautionsCommand extends Command {
    private final OptionValue<Boolean> json = options.flag("--json", "print JSON, for scripts");

    public CautionsCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about("Says when to see a professional instead of, or before, stretching.");
        options.example("stretch cautions", "the signs");
        options.example("stretch cautions --json", "the same for scripts");
    }

    @Override
    public Integer call() {
        var cautions = context.catalogueOfFiles().cautions();
        var printer = context.printer();
        if (json.get()) {
            printer.json(new JsonObject()
                    .put("general", cautions.general())
                    .put("signs", cautions.signs())
                    .put("urgent", cautions.urgent())
                    .put("help", cautions.help())
                    .put("otherwise", cautions.otherwise())
                    .put("source", cautions.source())
                    .put("source_title", SourceTitles.titles(cautions.source())));
            return 0;
        }
        CautionsPage.print(printer, cautions);
        printer.blankLine();
        printer.paragraph(0, cautions.otherwise());
        printer.source(cautions.source());
        return 0;
    }
}
