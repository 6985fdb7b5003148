package stretch.report;

import java.time.ZonedDateTime;
import stretch.catalogue.Catalogue;
import stretch.history.History;
import stretch.html.HtmlPage;

/** The page that somebody keeps, prints, or brings to a professional. */
public final class Report {
    private Report() {}

    /**
     * One HTML page that needs nothing else.
     *
     * @param now when it is made
     */
    public static String html(History history, Catalogue catalogue, Period period, ZonedDateTime now) {
        var model = new ReportModel(
                ReportContent.of(history, catalogue, period, now.getZone()),
                period.calendar().dayOf(now));
        return HtmlPage.of("report", model.title(), model);
    }
}
