package stretch.cli.learn;

import stretch.cli.Command;
import stretch.cli.CommandContext;
import stretch.cli.Lookup;
import stretch.cli.OutputOption;
import stretch.cli.options.CommandSpecBuilder;
import stretch.cli.options.FileFormat;
import stretch.cli.options.OptionValue;
import stretch.html.RoutinePoster;
import stretch.session.plan.Plan;
import stretch.session.plan.PlanOptions;

/** Writes a routine as a sheet for the wall. */
public final class FiguresCommand extends Command {
    private final OptionValue<String> routine = options.optional(
                    "ROUTINE", "a routine; see 'stretch list' (default: daily)")
            .defaultValue("daily");
    private final OutputOption output = new OutputOption(options);

    public FiguresCommand(CommandContext context, CommandSpecBuilder options) {
        super(context, options);
        options.about(
                "Writes a sheet for the wall with the figures of a routine: one HTML page that prints on A4 and Letter.");
        options.example("stretch figures daily -o daily.html", "open it in a browser and print it");
        options.example("stretch figures full > full.html", "the same to standard output");
    }

    @Override
    public Integer call() {
        output.mustHold(FileFormat.HTML);
        var catalogue = context.catalogueOfFiles();
        var plan = Plan.of(catalogue, Lookup.find(catalogue.routines(), routine.get(), "routine"), PlanOptions.NONE);
        output.write(context, "drawing", out -> out.write(RoutinePoster.of(plan)));
        return 0;
    }
}
