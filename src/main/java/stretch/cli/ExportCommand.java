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
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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
@Command(name = "export", description = "Writes the history as CSV, JSON or a calendar, to standard output or a file.")
final class ExportCommand implements Callable<Integer> {
    /** In which form. */
    enum Format {
        csv,
        json,
        ics
    }

    private final Desk desk;

    @Option(names = "--format", paramLabel = "FORMAT", description = "csv, json or ics, a calendar (default: csv)")
    private Format format = Format.csv;

    @Option(names = "--steps", description = "the steps of the sessions instead of the sessions")
    private boolean steps;

    @Option(names = "--checkins", description = "the check-ins instead")
    private boolean checkIns;

    @Option(names = "--rests", description = "what was snoozed and skipped instead")
    private boolean rests;

    @Option(names = "--since", paramLabel = "WHEN", description = "from then on: 2026-11-21, yesterday, 7d")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "WHEN", description = "up to then; a day is taken whole")
    private @Nullable String until;

    @Option(names = "--routine", paramLabel = "ROUTINE", description = "of this routine")
    private @Nullable String routine;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "into this file; never over one that exists")
    private @Nullable Path output;

    @Option(names = "--force", description = "with -o: over one that exists too")
    private boolean force;

    ExportCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        what();
        var clock = desk.world().clock();
        var filter = new Filter(
                Optional.ofNullable(since)
                        .map(text -> When.parse(text, clock).from().toInstant()),
                Optional.ofNullable(until)
                        .map(text -> When.parse(text, clock).end().toInstant()),
                Optional.ofNullable(routine),
                Optional.empty(),
                OptionalInt.empty());
        try (var history = desk.existingRecord().orElse(null)) {
            if (output == null) {
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
                toFile(history, filter, output);
            }
        }
        return 0;
    }

    private Export.Rows what() {
        var asked = new ArrayList<Export.Rows>();
        if (steps) {
            asked.add(Export.Rows.STEPS);
        }
        if (checkIns) {
            asked.add(Export.Rows.CHECKINS);
        }
        if (rests) {
            asked.add(Export.Rows.RESTS);
        }
        if (asked.size() > 1) {
            throw new Failure(Exit.USAGE, "--steps, --checkins and --rests are exports of their own; name one");
        }
        if (!asked.isEmpty() && format == Format.ics) {
            throw new Failure(Exit.USAGE, "a calendar holds sessions; leave --steps, --checkins and --rests out");
        }
        if ((checkIns || rests) && routine != null) {
            throw new Failure(Exit.USAGE, "--routine goes with sessions and steps; leave it out");
        }
        return asked.isEmpty() ? Export.Rows.SESSIONS : asked.get(0);
    }

    private void write(@Nullable History history, Filter filter, Writer out) {
        var rows = what();
        switch (format) {
            case csv -> Export.csv(Optional.ofNullable(history), filter, rows, out);
            case json -> Export.json(Optional.ofNullable(history), filter, rows, out);
            case ics -> ICalendarExport.write(Optional.ofNullable(history), filter, out);
        }
    }

    private void toFile(@Nullable History history, Filter filter, Path file) {
        if (Files.exists(file) && !force) {
            throw NewFile.exists(file);
        }
        try (var part = NewFile.of(file.toAbsolutePath())) {
            // To standard output it would be written across the screen of a pager.
            try (var progress = desk.progress();
                    var out = progress.counting(
                            Files.newBufferedWriter(part.file(), StandardOpenOption.WRITE), "exporting")) {
                write(history, filter, out);
            }
            part.place(force);
        } catch (IOException e) {
            throw NewFile.failure(file, e);
        } catch (UncheckedIOException e) {
            throw NewFile.failure(file, Objects.requireNonNull(e.getCause()));
        }
    }
}
