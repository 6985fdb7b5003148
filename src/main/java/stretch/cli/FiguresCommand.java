package stretch.cli;

import java.util.concurrent.Callable;
import stretch.html.WallSheet;
import stretch.session.Plan;
import stretch.session.Wishes;

/** Writes a routine as a sheet for the wall. */
final class FiguresCommand implements Callable<Integer> {
    private final Desk desk;
    private final Given<String> routine;
    private final Destination destination;

    FiguresCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about(
                "Writes a sheet for the wall with the figures of a routine: one HTML page that prints on A4 and Letter.");
        routine = takes.optional("ROUTINE", "as 'stretch list' shows it (default: daily)")
                .standard("daily");
        destination = new Destination(takes);
    }

    @Override
    public Integer call() {
        var catalogue = desk.catalogue();
        var plan = Plan.of(catalogue, Desk.pick(catalogue.routines(), routine.get(), "routine"), Wishes.NONE);
        destination.put(desk, "drawing", out -> out.write(WallSheet.of(plan)));
        return 0;
    }
}
