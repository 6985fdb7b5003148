package stretch.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import stretch.Exit;
import stretch.Failure;
import stretch.NewFile;
import stretch.StandardOutput;
import stretch.history.Export;
import stretch.history.Filter;
import stretch.history.History;
import stretch.history.ICalendarExport;
import stretch.text.Visible;

/** Writes the history out. */
final class ExportCommand implements Callable<Integer> {
    /** In which form. */
    enum Format {
        csv,
        json,
        ics
    }

    private final Desk desk;
    private final Given<Format> format;
    private final Given<Boolean> steps;
    private final Given<Boolean> checkIns;
    private final Given<Boolean> rests;
    private final Given<String> since;
    private final Given<String> until;
    private final Given<String> routine;
    private final Given<Path> output;
    private final Given<Boolean> force;

    ExportCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about("Writes the history as CSV, JSON or a calendar, to standard output or a file.");
        format = takes.option("--format", "FORMAT", "csv, json or ics, a calendar (default: csv)", Format.class)
                .standard(Format.csv);
        steps = takes.flag("--steps", "the steps of the sessions instead of the sessions");
        checkIns = takes.flag("--checkins", "the check-ins instead");
        rests = takes.flag("--rests", "what was snoozed and skipped instead");
        since = takes.option("--since", "WHEN", "from then on: 2026-11-21, yesterday, 7d");
        until = takes.option("--until", "WHEN", "up to then; a day is taken whole");
        routine = takes.option("--routine", "ROUTINE", "of this routine");
        output = takes.option("-o, --output", "FILE", "into this file; never over one that exists", Path.class);
        force = takes.flag("--force", "with -o: over one that exists too");
    }

    @Override
    public Integer call() {
        what();
        var clock = desk.world().clock();
        var filter = new Filter(
                since.optional().map(text -> When.parse(text, clock).from().toInstant()),
                until.optional().map(text -> When.parse(text, clock).end().toInstant()),
                routine.optional(),
                Optional.empty(),
                OptionalInt.empty());
        try (var history = desk.existingRecord().orElse(null)) {
            if (!output.isGiven()) {
                var out = desk.world().out();
                if (desk.world().terminals().output()) {
                    // For a person's eyes: here, and only here, the bytes give way to safety.
                    var text = new StringWriter();
                    write(history, filter, text);
                    out.print(Visible.block(text.toString()));
                } else {
                    write(history, filter, new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
                }
                if (out.checkError()) {
                    throw StandardOutput.lost();
                }
            } else {
                toFile(history, filter, output.get());
            }
        }
        return 0;
    }

    private Export.Rows what() {
        var asked = new ArrayList<Export.Rows>();
        if (steps.get()) {
            asked.add(Export.Rows.STEPS);
        }
        if (checkIns.get()) {
            asked.add(Export.Rows.CHECKINS);
        }
        if (rests.get()) {
            asked.add(Export.Rows.RESTS);
        }
        if (asked.size() > 1) {
            throw new Failure(Exit.USAGE, "--steps, --checkins and --rests are exports of their own; name one");
        }
        if (!asked.isEmpty() && format.get() == Format.ics) {
            throw new Failure(Exit.USAGE, "a calendar holds sessions; leave --steps, --checkins and --rests out");
        }
        if ((checkIns.get() || rests.get()) && routine.isGiven()) {
            throw new Failure(Exit.USAGE, "--routine goes with sessions and steps; leave it out");
        }
        return asked.isEmpty() ? Export.Rows.SESSIONS : asked.get(0);
    }

    private void write(@Nullable History history, Filter filter, Writer out) {
        var rows = what();
        switch (format.get()) {
            case csv -> Export.csv(Optional.ofNullable(history), filter, rows, out);
            case json -> Export.json(Optional.ofNullable(history), filter, rows, out);
            case ics -> ICalendarExport.write(Optional.ofNullable(history), filter, out);
        }
    }

    private void toFile(@Nullable History history, Filter filter, Path file) {
        if (Files.exists(file) && !force.get()) {
            throw NewFile.exists(file);
        }
        try (var part = NewFile.of(file.toAbsolutePath())) {
            // To standard output it would be written across the screen of a pager.
            try (var progress = desk.progress();
                    var out = progress.counting(
                            Files.newBufferedWriter(part.file(), StandardOpenOption.WRITE), "exporting")) {
                write(history, filter, out);
            }
            part.place(force.get());
        } catch (IOException e) {
            throw NewFile.failure(file, e);
        } catch (UncheckedIOException e) {
            throw NewFile.failure(file, Objects.requireNonNull(e.getCause()));
        }
    }
}
