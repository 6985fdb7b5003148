package stretch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import stretch.Exit;
import stretch.Failure;
import stretch.NewFile;
import stretch.StandardOutput;
import stretch.history.History;
import stretch.report.Period;
import stretch.report.Report;

/** Writes a page of what was done. */
final class ReportCommand implements Callable<Integer> {
    /** Standard output, in the place of a file. */
    private static final Path STDOUT = Path.of("-");

    private final Desk desk;
    private final Given<String> since;
    private final Given<String> until;
    private final Given<Path> output;
    private final Given<Boolean> force;
    private final Given<Boolean> open;

    ReportCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about(
                "Writes one HTML page to keep, to print on one sheet, or to bring to a professional: what was planned,"
                        + " done, skipped or hurt, with charts and figures. It needs no network and no script.");
        since = takes.option(
                "--since", "WHEN", "from that day on: 2026-11-21, yesterday, 7d (default: the last 12 weeks)");
        until = takes.option("--until", "WHEN", "up to that day (default: today)");
        output = takes.option(
                "-o, --output",
                "FILE",
                "into this file, or - for standard output; never over one that exists (default:"
                        + " stretch-report-DATE.html here)",
                Path.class);
        force = takes.flag("--force", "over a file that exists too");
        open = takes.flag("--open", "show it in your browser");
    }

    @Override
    public Integer call() {
        var today = LocalDate.now(desk.world().clock());
        var period = period(today);
        var file = output.optional().orElse(Path.of("stretch-report-" + today + ".html"));
        boolean printed = file.equals(STDOUT);
        if (printed && open.get()) {
            throw new Failure(Exit.USAGE, "--open needs a file to show; leave '-o -' out");
        }
        if (!printed && Files.exists(file) && !force.get()) {
            throw NewFile.exists(file);
        }
        try (var history = desk.existingRecord().orElse(null)) {
            if (history == null || isEmpty(history)) {
                desk.say(
                        "nothing is on record yet, so there is no report; 'stretch run daily' makes the first session");
                return 0;
            }
            var html = Report.html(history, desk.catalogue(), period, today);
            if (printed) {
                print(html);
            } else {
                write(html, file);
            }
        }
        if (open.get()) {
            new Browser(desk.world()).show(file.toAbsolutePath());
        }
        return 0;
    }

    private static boolean isEmpty(History history) {
        return history.count() == 0 && history.checkIns(java.time.Instant.EPOCH).isEmpty();
    }

    /** The days that were asked for, of which those to come are none. */
    private Period period(LocalDate today) {
        var clock = desk.world().clock();
        var to = until.optional()
                .map(text -> When.parse(text, clock).from().toLocalDate())
                .filter(day -> day.isBefore(today))
                .orElse(today);
        var from = since.optional().map(text -> When.parse(text, clock).from().toLocalDate());
        if (from.filter(day -> day.isAfter(to)).isPresent()) {
            throw new Failure(
                    Exit.USAGE, "--since " + from.get() + " is after the last day, " + to + "; name an earlier one");
        }
        return from.map(day -> new Period(day, to)).orElseGet(() -> Period.upTo(to));
    }

    private void print(String html) {
        var out = desk.world().out();
        out.print(html);
        if (out.checkError()) {
            throw StandardOutput.lost();
        }
    }

    private void write(String html, Path file) {
        try (var part = NewFile.of(file.toAbsolutePath())) {
            Files.writeString(part.file(), html);
            part.place(force.get());
        } catch (IOException e) {
            throw NewFile.failure(file, e);
        }
        desk.say("wrote " + file);
    }
}
