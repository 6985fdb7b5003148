package stretch.history.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;
import stretch.history.History;
import stretch.history.HistoryEditor;
import stretch.history.SampleHistory;
import stretch.history.entry.Filter;
import stretch.history.transfer.export.CsvExport;
import stretch.history.transfer.export.Export;
import stretch.history.transfer.export.ICalendarExport;
import stretch.history.transfer.export.JsonExport;
import stretch.os.ExitCode;

@Tag("once")
class ImportTest {
    @TempDir
    private Path folder;

    private int minute;

    private History open(String name) {
        return SampleHistory.open(folder.resolve(name + ".db"));
    }

    /** A clock that is a minute later each time it is asked for. */
    private Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-21T12:00:00Z").plusSeconds(60L * minute++), ZoneOffset.UTC);
    }

    private static void add(History history, Clock clock, int number, String note) {
        var steps = List.of(
                SampleHistory.step(1),
                SampleHistory.step(2, StepOutcome.SKIPPED, Duration.ZERO),
                SampleHistory.loaded(3, "hip-hinge", "-5 kg, \"red\""));
        history.editor(clock)
                .add(
                        SampleHistory.added(
                                SampleHistory.id(number),
                                "daily",
                                SampleHistory.MORNING.plusDays(number),
                                Duration.ofSeconds(95),
                                note,
                                steps.size()),
                        steps);
    }

    private static void edit(History history, Clock clock, int number, String note) {
        var edit = new HistoryEditor.SessionEdit(
                Optional.of(note),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Outcome.STOPPED),
                OptionalInt.of(3),
                OptionalInt.empty(),
                Optional.empty());
        history.editor(clock).edit(history.find(SampleHistory.id(number)), edit);
    }

    private static void delete(History history, Clock clock, int number) {
        history.editor(clock).delete(history.find(SampleHistory.id(number)));
    }

    private static String export(History history, Export.ExportTable rows, boolean json) {
        var out = new StringWriter();
        if (json && rows == Export.ExportTable.SESSIONS) {
            JsonExport.whole(history, Filter.ALL, out);
        } else if (json) {
            JsonExport.rows(history, Filter.ALL, rows, out);
        } else {
            CsvExport.write(history, Filter.ALL, rows, out);
        }
        return out.toString();
    }

    private static String all(History history) {
        return export(history, Export.ExportTable.SESSIONS, true) + export(history, Export.ExportTable.STEPS, true);
    }

    private Path file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private ImportResult read(History history, Path file) {
        return SampleHistory.read(history.importer(clock()), file, false);
    }

    /** A result that left nothing out. */
    private static ImportResult result(long added, long changed, long deleted, long steps, long checkIns, long rests) {
        return new ImportResult(
                added, changed, new ImportResult.Deletions(deleted, 0, 0), steps, checkIns, rests, List.of());
    }

    private void fill(History history, int from, int to) {
        for (int i = from; i < to; i++) {
            add(
                    history,
                    clock(),
                    i,
                    List.of("", "=1+1", "a, \"b\"\nc", "'=x", "ünïcödé 🧘").get(i % 5));
        }
        edit(history, clock(), from, "mended");
    }

    @Test
    void export_import_export_gives_the_same_bytes() throws Exception {
        try (var one = open("one");
                var two = open("two")) {
            fill(one, 1, 12);
            var sessions = file("sessions", export(one, Export.ExportTable.SESSIONS, false));
            var steps = file("steps", export(one, Export.ExportTable.STEPS, false));
            assertThat(read(two, sessions)).isEqualTo(result(11, 0, 0, 0, 0, 0));
            assertThat(export(two, Export.ExportTable.SESSIONS, false)).isEqualTo(Files.readString(sessions));
            assertThat(read(two, steps)).isEqualTo(result(0, 0, 0, 33, 0, 0));
            assertThat(export(two, Export.ExportTable.SESSIONS, false)).isEqualTo(Files.readString(sessions));
            assertThat(export(two, Export.ExportTable.STEPS, false)).isEqualTo(Files.readString(steps));
            assertThat(read(two, sessions).isNothing()).isTrue();
            assertThat(read(two, steps).isNothing()).isTrue();
        }
    }

    @Test
    void what_is_left_out_is_counted_with_the_reason() throws Exception {
        try (var one = open("one");
                var two = open("two")) {
            fill(one, 1, 4);
            var whole = file("whole", export(one, Export.ExportTable.SESSIONS, true));
            for (boolean json : new boolean[] {false, true}) {
                var steps = file("steps", export(one, Export.ExportTable.STEPS, json));
                assertThat(read(two, steps))
                        .isEqualTo(new ImportResult(
                                0,
                                0,
                                ImportResult.Deletions.NONE,
                                0,
                                0,
                                0,
                                List.of(new ImportResult.LeftOut(
                                        ImportResult.LeftOut.Reason.SESSION_UNKNOWN,
                                        3,
                                        9,
                                        0,
                                        0,
                                        SampleHistory.id(1)))));
            }
            read(two, whole);
            delete(two, clock(), 2);
            assertThat(read(two, whole).leftOut())
                    .containsExactly(new ImportResult.LeftOut(
                            ImportResult.LeftOut.Reason.SESSION_DELETED, 1, 0, 0, 0, SampleHistory.id(2)));
        }
    }

    @Test
    void two_machines_merged_in_either_order_hold_the_same() throws Exception {
        for (int seed = 0; seed < 12; seed++) {
            var random = new Random(seed);
            try (var one = open("one" + seed);
                    var two = open("two" + seed)) {
                fill(one, 1, 6);
                read(two, folder.resolve("one" + seed + ".db"));
                for (int i = 0; i < 14; i++) {
                    var history = random.nextBoolean() ? one : two;
                    var rows = history.sessions(Filter.ALL);
                    int number = 100 + 20 * seed + i;
                    switch (random.nextInt(4)) {
                        case 3 -> history.editor(clock()).undo();
                        case 0 -> add(history, clock(), number, "new " + i);
                        case 1 -> {
                            if (!rows.isEmpty()) {
                                var row = rows.get(random.nextInt(rows.size()));
                                edit(history, clock(), Integer.parseInt(row.id().substring(0, 8), 16), "edit " + i);
                            }
                        }
                        default -> {
                            if (!rows.isEmpty()) {
                                var row = rows.get(random.nextInt(rows.size()));
                                delete(
                                        history,
                                        clock(),
                                        Integer.parseInt(row.id().substring(0, 8), 16));
                            }
                        }
                    }
                }
                try (var ab = open("ab" + seed);
                        var ba = open("ba" + seed)) {
                    read(ab, folder.resolve("one" + seed + ".db"));
                    read(ab, folder.resolve("two" + seed + ".db"));
                    read(ba, folder.resolve("two" + seed + ".db"));
                    read(ba, folder.resolve("one" + seed + ".db"));
                    assertThat(all(ab)).as("seed " + seed).isEqualTo(all(ba));
                    assertThat(read(ab, folder.resolve("ba" + seed + ".db")).isNothing())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void the_later_edit_wins_and_a_deletion_wins_over_an_older_edit() {
        try (var one = open("one");
                var two = open("two")) {
            fill(one, 1, 4);
            read(two, folder.resolve("one.db"));
            edit(one, clock(), 2, "first");
            edit(two, clock(), 2, "second");
            edit(two, clock(), 3, "to no avail");
            delete(one, clock(), 3);
            assertThat(read(one, folder.resolve("two.db")))
                    .isEqualTo(new ImportResult(
                            0,
                            1,
                            ImportResult.Deletions.NONE,
                            3,
                            0,
                            0,
                            List.of(new ImportResult.LeftOut(
                                    ImportResult.LeftOut.Reason.SESSION_DELETED, 1, 0, 0, 0, SampleHistory.id(3)))));
            assertThat(one.find(SampleHistory.id(2)).note()).isEqualTo("second");
            assertThat(read(two, folder.resolve("one.db"))).isEqualTo(result(0, 0, 1, 0, 0, 0));
            assertThat(two.sessions(Filter.ALL)).hasSize(2);
            assertThat(all(one)).isEqualTo(all(two));
        }
    }

    @Test
    void text_that_changes_a_session_leaves_alone_what_it_knows_nothing_of() throws Exception {
        try (var one = open("one")) {
            var writer = SampleHistory.begin(one, 1, "daily");
            writer.plan("the plan", 3);
            writer.save(SampleHistory.step(1));
            writer.brokeOff(1);
            writer.end(
                    Outcome.STOPPED, SampleHistory.MORNING.plusMinutes(3).toOffsetDateTime(), Duration.ofSeconds(30));
            var before = one.unfinished().orElseThrow();
            var text =
                    export(one, Export.ExportTable.SESSIONS, false).replace(",stopped,1,3,,,,", ",stopped,1,3,,,sore,");
            assertThat(read(one, file("one.csv", text)).changed()).isEqualTo(1);
            var after = one.unfinished().orElseThrow();
            assertThat(after.session().note()).isEqualTo("sore");
            assertThat(after.session().startedAt()).isEqualTo(before.session().startedAt());
            assertThat(after.plan()).isEqualTo("the plan");
            assertThat(after.brokenOff()).hasValue(1);
        }
    }

    /** As of two files: the deletion wins over what was done before it, and a second time changes nothing. */
    @Test
    void of_a_session_and_its_deletion_in_one_file_the_later_wins() throws Exception {
        for (int day : List.of(19, 20, 21)) {
            var text = file("both" + day + ".json", """
                    {"sessions": [{"session": "ID", "routine": "daily", "started_at": "2026-11-18T08:00:00Z",
                    "active_seconds": 60, "outcome": "stopped", "steps_done": 1, "steps_planned": 3, "device": "dev",
                    "changed_at": "2026-11-DAYT00:00:00Z"}],
                    "deleted": [{"session": "ID", "deleted_at": "2026-11-20T00:00:00Z"}]}
                    """.replace("ID", SampleHistory.id(1))
                    .replace("DAY", Integer.toString(day)));
            try (var history = open("h" + day)) {
                for (int time = 0; time < 3; time++) {
                    assertThat(read(history, text).added()).isEqualTo(day > 20 && time == 0 ? 1 : 0);
                    assertThat(history.sessions(Filter.ALL)).hasSize(day > 20 ? 1 : 0);
                }
            }
        }
    }

    @Test
    void it_is_undone_as_one_change_and_can_be_tried_first() throws Exception {
        try (var one = open("one");
                var two = open("two")) {
            fill(one, 1, 8);
            add(two, clock(), 50, "own");
            var before = all(two);
            var tried = SampleHistory.read(two.importer(clock()), folder.resolve("one.db"), true);
            assertThat(tried).isEqualTo(result(7, 0, 0, 21, 0, 0));
            assertThat(all(two)).isEqualTo(before);
            assertThat(read(two, folder.resolve("one.db"))).isEqualTo(tried);
            assertThat(two.sessions(Filter.ALL)).hasSize(8);
            assertThat(two.editor(clock()).undo())
                    .map(undone -> undone.entry().what())
                    .contains("import one.db, 7 sessions added, 0 changed, 0 deleted; 21 steps");
            assertThat(all(two)).isEqualTo(before);
        }
    }

    @Test
    void every_mistake_is_named_and_nothing_is_changed() throws Exception {
        var header = "session,routine,started_at,ended_at,active_seconds,outcome,steps_done,steps_planned,pain_before,"
                + "pain_after,note,device\n";
        var good = SampleHistory.id(1) + ",daily,2026-11-21T08:00:00+01:00,,60,completed,1,1,,,,dev\n";
        var bad = file("bad.csv", header + good + "no-id,daily,2026-11-21,,sixty,done,1,0,11,,,dev\n" + good);
        try (var history = open("one")) {
            var refused = SampleHistory.failure(() -> read(history, bad));
            assertThat(refused.exit()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(refused.lines().stream().map(line -> line.replace(bad.toString(), "bad.csv")))
                    .containsExactly(
                            "bad.csv:3:1: invalid session 'no-id': expected an id as 'stretch export' writes it",
                            "bad.csv:3:3: invalid started_at '2026-11-21': expected a time with its offset, 1970 to 2200, such as"
                                    + " 2026-11-21T08:00:00+01:00",
                            "bad.csv:3:5: invalid active_seconds 'sixty': expected 0s to 24h",
                            "bad.csv:3:6: invalid outcome 'done': expected completed, stopped or interrupted",
                            "bad.csv:3:8: invalid steps_planned '0': expected 1 to 100000",
                            "bad.csv:3:9: invalid pain_before '11': expected 0 to 10",
                            "bad.csv:4: the id '" + SampleHistory.id(1) + "' appears twice; keep one of them");
            assertThat(history.sessions(Filter.ALL)).isEmpty();
        }
    }

    @Test
    void an_export_from_before_there_were_sets_is_read() throws Exception {
        var step = ",daily,hip-hinge,both,reps,5,5,reps,20,done,2026-11-21T08:00:00.000+01:00\n";
        var old = "session,step,routine,exercise,side,kind,planned,done,unit,seconds,outcome,started_at\n"
                + SampleHistory.id(1) + ",4" + step;
        try (var history = open("one")) {
            add(history, clock(), 1, "");
            assertThat(read(history, file("old.csv", old))).isEqualTo(result(0, 0, 0, 1, 0, 0));
            assertThat(history.steps(SampleHistory.id(1)))
                    .extracting(row -> row.step() + " " + row.set() + " " + row.load())
                    .contains("3 OptionalInt[2] -5 kg, \"red\"", "4 OptionalInt.empty ");
        }
    }

    @Test
    void a_set_is_a_number_from_1() throws Exception {
        var header = String.join(",", Export.ExportTable.STEPS.columns()) + "\n";
        var step = ",1,daily,hip-hinge,both,reps,5,5,reps,20,done,2026-11-21T08:00:00.000+01:00,";
        var file =
                file("steps.csv", header + SampleHistory.id(1) + step + "0,\n" + SampleHistory.id(2) + step + "1/3,\n");
        try (var history = open("one")) {
            assertThat(SampleHistory.failure(() -> read(history, file)).lines())
                    .containsExactly(
                            file + ":2:13: invalid set '0': expected 1 to 400",
                            file + ":3:13: invalid set '1/3': expected 1 to 400");
        }
    }

    @Test
    void a_moment_centuries_off_is_refused() throws Exception {
        var header = "session,step,routine,exercise,side,kind,planned,done,unit,seconds,outcome,started_at\n";
        var lines = new StringBuilder(header);
        for (var year : List.of("1969", "1970", "2200", "2201", "0026")) {
            lines.append(SampleHistory.id(1))
                    .append(",")
                    .append(Integer.parseInt(year))
                    .append(",daily,hip-hinge,both,reps,5,5,reps,20,done,");
            lines.append(year).append("-06-01T00:00:00.000+00:00\n");
        }
        var file = file("steps.csv", lines.toString());
        var expected = ": expected a time with its offset, 1970 to 2200, such as 2026-11-21T08:00:00+01:00";
        try (var history = open("one")) {
            assertThat(SampleHistory.failure(() -> read(history, file)).lines())
                    .containsExactly(
                            file + ":2:12: invalid started_at '1969-06-01T00:00:00.000+00:00'" + expected,
                            file + ":5:12: invalid started_at '2201-06-01T00:00:00.000+00:00'" + expected,
                            file + ":6:12: invalid started_at '0026-06-01T00:00:00.000+00:00'" + expected);
        }
    }

    @Test
    void so_is_a_record_with_one() throws Exception {
        try (var one = open("one");
                var two = open("two")) {
            fill(one, 1, 4);
            SampleHistory.sql(
                    folder.resolve("one.db"),
                    "UPDATE session SET started_ms = -61000000000000 WHERE id = '" + SampleHistory.id(2) + "'");
            assertThat(SampleHistory.failure(() -> read(two, folder.resolve("one.db"))))
                    .hasMessage(folder.resolve("one.db") + ": session " + SampleHistory.id(2)
                            + ": invalid started_ms '-61000000000000': expected a time with its offset, 1970 to 2200,"
                            + " such as 2026-11-21T08:00:00+01:00; correct it there, where 'stretch doctor' says"
                            + " how, then import again");
            assertThat(two.sessions(Filter.ALL)).isEmpty();
        }
    }

    @Test
    void mistakes_come_in_the_order_of_the_lines_however_long_the_file() throws Exception {
        var lines = new StringBuilder(
                "session,step,routine,exercise,side,kind,planned,done,unit,seconds,outcome,started_at\n");
        for (int i = 1; i <= 1200; i++) {
            lines.append(SampleHistory.id(1))
                    .append(",")
                    .append(i == 700 ? 2 : i)
                    .append(",daily,hip-hinge,");
            lines.append(i == 3 || i == 1100 ? "up" : "both").append(",reps,5,5,reps,20,done,2026-11-21T08:00:00Z\n");
        }
        var file = file("steps.csv", lines.toString());
        try (var history = open("one")) {
            assertThat(SampleHistory.failure(() -> read(history, file)).lines())
                    .extracting(line -> line.substring(file.toString().length()))
                    .containsExactly(
                            ":4:5: invalid side 'up': expected left, right or both",
                            ":701: step 2 of the id '" + SampleHistory.id(1) + "' appears twice; keep one of them",
                            ":1101:5: invalid side 'up': expected left, right or both");
        }
    }

    @Test
    void it_tells_how_far_it_has_come() throws Exception {
        try (var one = open("one");
                var two = open("two")) {
            fill(one, 1, 200);
            var file = file("steps.json", export(one, Export.ExportTable.STEPS, true));
            var told = new ArrayList<Long>();
            two.importer(clock()).read(file, false, () -> {}, (done, all) -> {
                assertThat(all).isEqualTo(all == 1 ? 1 : file.toFile().length());
                told.add(100 * done / all);
            });
            assertThat(told).isSorted().endsWith(100L).hasSizeGreaterThan(5);
        }
    }

    @Test
    void a_calendar_holds_the_sessions_to_the_second() throws Exception {
        try (var one = open("one")) {
            add(one, clock(), 1, "by the sea; and, far");
            var out = new StringWriter();
            ICalendarExport.write(one, Filter.ALL, out);
            assertThat(out.toString().split("\r\n"))
                    .contains(
                            "BEGIN:VCALENDAR",
                            "UID:" + SampleHistory.id(1),
                            "DTSTART:20261122T070000Z",
                            "DTEND:20261122T070135Z",
                            "SUMMARY:stretch daily",
                            "DESCRIPTION:2 of 3 steps\\, 95 s\\nby the sea\\; and\\, far");
            var again = new StringWriter();
            ICalendarExport.write(one, Filter.ALL, again);
            assertThat(again).hasToString(out.toString());
        }
    }

    /** Its format wants an end that is later than the start, or none. */
    @Test
    void an_event_of_a_calendar_ends_later_than_it_begins_or_has_no_end() throws Exception {
        var row = ",daily,2026-11-21T08:00:00+01:00,%s,%s,stopped,1,1,,,,dev\n";
        var sessions = file(
                "ends.csv",
                String.join(",", Export.ExportTable.SESSIONS.columns()) + "\n"
                        + SampleHistory.id(1) + row.formatted("", "90")
                        + SampleHistory.id(2) + row.formatted("2026-11-21T08:05:00+01:00", "90")
                        + SampleHistory.id(3) + row.formatted("2026-11-21T08:00:00.400+01:00", "0")
                        + SampleHistory.id(4) + row.formatted("", "0"));
        try (var history = open("one")) {
            read(history, sessions);
            var out = new StringWriter();
            ICalendarExport.write(history, Filter.ALL, out);
            assertThat(out.toString().lines().filter(line -> line.matches("(UID|DTSTART|DTEND):.*")))
                    .containsExactly(
                            "UID:" + SampleHistory.id(1),
                            "DTSTART:20261121T070000Z",
                            "DTEND:20261121T070130Z",
                            "UID:" + SampleHistory.id(2),
                            "DTSTART:20261121T070000Z",
                            "DTEND:20261121T070500Z",
                            "UID:" + SampleHistory.id(3),
                            "DTSTART:20261121T070000Z",
                            "UID:" + SampleHistory.id(4),
                            "DTSTART:20261121T070000Z");
        }
    }

    @Test
    void no_line_of_a_calendar_is_longer_than_75_bytes() throws Exception {
        try (var one = open("one")) {
            add(one, clock(), 1, "ü€🧘 ".repeat(100));
            var out = new StringWriter();
            ICalendarExport.write(one, Filter.ALL, out);
            assertThat(out.toString().split("\r\n"))
                    .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
            assertThat(out.toString().replace("\r\n ", "")).contains("ü€🧘 ".repeat(100));
        }
    }

    @Test
    void what_is_no_export_is_refused() throws Exception {
        for (var text :
                List.of("", "a,b\n1,2\n", "[1]", "{\"sessions\":3}", "{\"sessions\":[{\"a\":[1]}]}", "{", "{}x")) {
            var file = file("any", text);
            try (var history = open("h" + text.hashCode())) {
                assertThat(SampleHistory.failure(() -> read(history, file)).exit())
                        .as(text)
                        .isEqualTo(ExitCode.BAD_INPUT);
            }
        }
    }

    @Test
    void a_record_that_is_none_of_ours_is_refused() throws Exception {
        var other = folder.resolve("other.db");
        SampleHistory.sql(other, "CREATE TABLE t (x)");
        try (var history = open("one")) {
            assertThat(SampleHistory.failure(() -> read(history, other)).exit()).isEqualTo(ExitCode.UNUSABLE);
            assertThat(SampleHistory.failure(() -> read(history, folder.resolve("gone")))
                            .exit())
                    .isEqualTo(ExitCode.NO_INPUT);
        }
    }
}
