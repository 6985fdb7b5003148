package stretch.cli;

import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import stretch.catalogue.Cautions;

/** Says when to see a professional. */
final class CautionsCommand implements Callable<Integer> {
    private final Desk desk;
    private final Given<Boolean> json;

    CautionsCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about("When to see a professional instead of, or before, stretching.");
        json = takes.flag("--json", "as JSON, for scripts");
    }

    @Override
    public Integer call() {
        var cautions = desk.catalogue().cautions().orElseThrow();
        var page = desk.page();
        if (json.get()) {
            var shape = new LinkedHashMap<String, Object>();
            shape.put("general", cautions.general());
            shape.put("signs", cautions.signs());
            shape.put("urgent", cautions.urgent());
            shape.put("source", cautions.source());
            page.json(shape);
            return 0;
        }
        print(page, cautions);
        ShowCommand.source(page, cautions.source());
        return 0;
    }

    /** The cautions in full; what is urgent stands apart, always. */
    static void print(Page page, Cautions cautions) {
        page.heading("Before you stretch");
        page.paragraph(0, cautions.general());
        page.gap();
        cautions.signs().forEach(sign -> page.hanging("  - ", sign));
        page.gap();
        page.heading("URGENT");
        cautions.urgent().forEach(sign -> page.hanging("  ! ", sign));
    }
}
