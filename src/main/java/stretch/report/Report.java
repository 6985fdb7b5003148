package stretch.report;

import java.time.LocalDate;
import stretch.catalogue.Catalogue;
import stretch.history.History;

/** The page that somebody keeps, prints, or brings to a professional. */
public final class Report {
    private Report() {}

    /**
     * One HTML page that needs nothing else.
     *
     * @param today when it is made
     */
    public static String html(History history, Catalogue catalogue, Period period, LocalDate today) {
        return new ReportModel(ReportContent.of(history, catalogue, period), today).html();
    }
}
