package stretch.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import stretch.Exit;
import stretch.Failure;
import stretch.history.History;
import stretch.report.Period;
import stretch.report.Report;

/** Writes a page of what was done. */
final class ReportCommand implements Callable<Integer> {
    private final Desk desk;
    private final Given<String> since;
    private final Given<String> until;
    private final Destination destination;
    private final Given<Boolean> open;

    ReportCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about(
                "Writes one HTML page to keep, to print on one sheet, or to bring to a professional: what was planned,"
                        + " done, skipped or hurt, with charts and figures. It needs no network and no script.");
        since = takes.option(
                "--since", "WHEN", "from that day on: 2026-11-21, yesterday, 7d (default: the last 12 weeks)");
        until = takes.option("--until", "WHEN", "up to that day (default: today)");
        destination = new Destination(
                takes,
                "into this file, or - for standard output; never over one that exists (default:"
                        + " stretch-report-DATE.html here)");
        open = takes.flag("--open", "show it in your browser");
    }

    @Override
    public Integer call() {
        var today = LocalDate.now(desk.world().clock());
        var period = period(today);
        var file = destination.file(Optional.of(Path.of("stretch-report-" + today + ".html")));
        if (file.isEmpty() && open.get()) {
            throw new Failure(Exit.USAGE, "--open needs a file to show; leave '-o -' out");
        }
        try (var history = desk.existingRecord().orElse(null)) {
            if (history == null || isEmpty(history)) {
                desk.say(
                        "nothing is on record yet, so there is no report; 'stretch run daily' makes the first session");
                return 0;
            }
            destination.put(
                    desk, "drawing", out -> out.write(Report.html(history, desk.catalogue(), period, today)), file);
        }
        file.ifPresent(it -> desk.say("wrote " + it));
        if (open.get()) {
            file.map(Path::toAbsolutePath).ifPresent(new Browser(desk.world())::show);
        }
        return 0;
    }

    private static boolean isEmpty(History history) {
        return history.count() == 0 && history.checkIns(Instant.EPOCH).isEmpty();
    }

    /** The days that were asked for, of which those to come are none. */
    private Period period(LocalDate today) {
        var to = until.optional()
                .map(this::day)
                .filter(day -> day.isBefore(today))
                .orElse(today);
        var from = since.optional().map(this::day);
        if (from.filter(day -> day.isAfter(to)).isPresent()) {
            throw new Failure(
                    Exit.USAGE, "--since " + from.get() + " is after the last day, " + to + "; name an earlier one");
        }
        return from.map(day -> new Period(day, to)).orElseGet(() -> Period.upTo(to));
    }

    private LocalDate day(String text) {
        return When.parse(text, desk.world().clock()).from().toLocalDate();
    }
}
