package stretch.coaching;

import stretch.catalogue.Cautions;
import stretch.output.Printer;

/** The cautions in full; what is urgent stands apart, always. */
public final class CautionsPage {
    private CautionsPage() {}

    /** The same to be said. */
    static String spoken(Cautions cautions) {
        return cautions.general() + " " + String.join(" ", cautions.signs()) + " Urgent: " + cautions.allUrgent();
    }

    public static void print(Printer printer, Cautions cautions) {
        printer.heading("Before you stretch");
        printer.paragraph(0, cautions.general());
        printer.blankLine();
        cautions.signs().forEach(sign -> printer.hanging("  - ", sign));
        printer.blankLine();
        printer.heading("URGENT");
        cautions.urgent().forEach(sign -> printer.hanging("  ! ", sign));
        printer.paragraph(2, cautions.help());
    }
}
