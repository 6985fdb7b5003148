package stretch.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.catalogue.Outcome;
import stretch.history.entry.CheckIn;
import stretch.history.entry.Filter;
import stretch.history.entry.ReminderPause;
import stretch.history.transfer.ImportResult;
import stretch.history.transfer.export.Export;
import stretch.history.transfer.export.JsonExport;

/** An export as JSON holds everything: what is made of it is the same history, row by row. */
class JsonRoundTripTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private Path file(String name) {
        return folder.resolve(name);
    }

    private static String export(History history) {
        var out = new StringWriter();
        JsonExport.whole(history, Filter.ALL, out);
        return out.toString();
    }

    /** Of every kind of row one with all that it may hold, and one with as little as it may hold. */
    private void fill(History history) throws Exception {
        Files.writeString(
                file("claimed.csv"),
                String.join(",", Export.ExportTable.SESSIONS.columns()) + "\n" + SampleHistory.id(9)
                        + ",daily,2026-11-20T08:00:00.007-03:30,,60.5,completed,4,5,,,\"=1, '2\nü🧘\",elsewhere\n");
        SampleHistory.read(history.importer(CLOCK), file("claimed.csv"), false);
        var stopped = history.begin(
                SampleHistory.id(1),
                "daily",
                ZonedDateTime.parse("2026-10-25T02:59:30+02:00[Europe/Berlin]"),
                3,
                OptionalInt.of(0));
        stopped.save(SampleHistory.step(1));
        stopped.save(SampleHistory.loaded(2, "hip-hinge", "5 kg"));
        stopped.plan("NORMAL\n1 hip-hinge both reps 8-12 8 10 false", 3);
        stopped.brokeOff(2);
        stopped.end(
                Outcome.STOPPED,
                ZonedDateTime.parse("2026-10-25T02:01:30+01:00").toOffsetDateTime(),
                Duration.ofMillis(60_001));
        history.painAfter(SampleHistory.id(1), 10);
        SampleHistory.session(history, 2, "evening", Outcome.INTERRUPTED);
        SampleHistory.session(history, 3, "gone", Outcome.COMPLETED);
        var editor = history.editor(CLOCK);
        editor.add(
                SampleHistory.added(SampleHistory.id(4), "daily", SampleHistory.MORNING, Duration.ofSeconds(95), "", 1),
                List.of(SampleHistory.step(1)));
        editor.edit(history.find(SampleHistory.id(4)), SampleHistory.noted("edited"));
        editor.delete(history.find(SampleHistory.id(3)));
        var at = SampleHistory.MORNING.toOffsetDateTime();
        editor.addCheckIn(new CheckIn(
                SampleHistory.id(5),
                at,
                OptionalInt.of(3),
                Map.of("bending", "worse", "hips", "same", "balance", "better", "ease", "same"),
                "a \"b\""));
        editor.addCheckIn(new CheckIn(SampleHistory.id(6), at, OptionalInt.empty(), Map.of("ease", "worse"), ""));
        editor.addPause(new ReminderPause(SampleHistory.id(7), at, Optional.of(at.plusHours(4)), 0, "-meeting"));
        editor.addPause(new ReminderPause(SampleHistory.id(8), at, Optional.empty(), 366, ""));
        SampleHistory.sql(
                file("one.db"),
                "UPDATE session SET zone = 'Mars/Olympus_Mons' WHERE id = '" + SampleHistory.id(2) + "'");
    }

    @Test
    void every_row_comes_back() throws Exception {
        try (var one = SampleHistory.open(file("one.db"));
                var two = SampleHistory.open(file("two.db"))) {
            fill(one);
            var whole = Files.writeString(file("whole.json"), export(one));
            assertThat(SampleHistory.read(two.importer(CLOCK), whole, false).leftOut())
                    .isEmpty();
            for (var table : List.of("session", "step", "checkin", "rest", "deleted")) {
                var rows = "SELECT * FROM " + table + " ORDER BY 1, 2";
                assertThat(SampleHistory.rows(file("two.db"), rows.replace("*", columns(table))))
                        .as(table)
                        .isNotEmpty()
                        .isEqualTo(SampleHistory.rows(file("one.db"), rows.replace("*", columns(table))));
            }
            assertThat(export(two)).isEqualTo(Files.readString(whole));
            assertThat(SampleHistory.read(two.importer(CLOCK), whole, false).isNothing())
                    .isTrue();
        }
    }

    /** All but the digests, which are missing where SQL changed a row. */
    private String columns(String table) throws Exception {
        return String.join(
                ", ",
                SampleHistory.rows(
                        file("one.db"), "SELECT name FROM pragma_table_info('" + table + "') WHERE name <> 'digest'"));
    }

    @Test
    void a_filter_holds_for_all_kinds() throws Exception {
        try (var one = SampleHistory.open(file("one.db"))) {
            fill(one);
            var out = new StringWriter();
            var evening = new Filter(
                    Optional.empty(), Optional.empty(), Optional.of("evening"), Optional.empty(), OptionalInt.empty());
            JsonExport.whole(one, evening, out);
            assertThat(out.toString())
                    .contains("\"routine\":\"evening\"", "\"checkins\": []", "\"pauses\": []", "\"deleted\": []")
                    .doesNotContain("\"routine\":\"daily\"");
            var later = new StringWriter();
            var since = new Filter(
                    Optional.of(Instant.parse("2100-01-01T00:00:00Z")),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.empty());
            JsonExport.whole(one, since, later);
            assertThat(later).hasToString("""
                    {"format": "stretch", "version": 2,
                    "sessions": [],
                    "checkins": [],
                    "pauses": [],
                    "deleted": []}
                    """);
        }
    }

    /** As version 1 wrote it. */
    @Test
    void the_old_form_is_read() throws Exception {
        var old = Files.writeString(file("old.json"), """
                {"sessions":[
                {"session":"00000001-0000-7000-8000-000000000001","routine":"daily","started_at":"2026-11-21T08:00:00.123+01:00",\
                "ended_at":"2026-11-21T08:02:20.500+01:00","active_seconds":98.25,"outcome":"completed","steps_done":2,\
                "steps_planned":3,"pain_before":6,"pain_after":null,"note":"","device":"0a0b0c0d",\
                "changed_at":"2026-11-22T08:00:00.000+00:00"}
                ],"checkins":[{"checkin":"00000002-0000-7000-8000-000000000002","at":"2026-11-21T08:00:00.000+01:00","pain":3,\
                "marker_bending":"better","marker_hips":null,"marker_balance":null,"marker_ease":null,"note":"","device":"0a0b0c0d"}],\
                "rests":[{"rest":"00000003-0000-7000-8000-000000000003","kind":"skip","at":"2026-11-21T08:00:00.000+01:00",\
                "until":null,"days":2,"reason":"","device":"0a0b0c0d"}],\
                "deleted":[{"session":"00000004-0000-7000-8000-000000000004","deleted_at":"2026-11-21T08:00:00.000+00:00"}]}
                """);
        var steps = Files.writeString(file("steps.json"), """
                {"steps":[
                {"session":"00000001-0000-7000-8000-000000000001","step":1,"routine":"daily","exercise":"hip-hinge","side":"both",\
                "kind":"reps","planned":8,"done":5,"unit":"reps","seconds":38.25,"outcome":"shortened",\
                "started_at":"2026-11-21T08:01:10.007+01:00"}
                ]}
                """);
        try (var one = SampleHistory.open(file("one.db"))) {
            assertThat(SampleHistory.read(one.importer(CLOCK), old, false))
                    .isEqualTo(new ImportResult(1, 0, ImportResult.Deletions.NONE, 0, 1, 1, List.of()));
            assertThat(one.find("last").stepsDone()).isEqualTo(2);
            assertThat(one.find("last").changedAt()).contains(Instant.parse("2026-11-22T08:00:00Z"));
            assertThat(SampleHistory.read(one.importer(CLOCK), steps, false))
                    .isEqualTo(new ImportResult(0, 0, ImportResult.Deletions.NONE, 1, 0, 0, List.of()));
            assertThat(SampleHistory.rows(file("one.db"), "SELECT session FROM deleted"))
                    .containsExactly(SampleHistory.id(4));
        }
    }
}
