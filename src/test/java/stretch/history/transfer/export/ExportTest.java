package stretch.history.transfer.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.catalogue.Outcome;
import stretch.catalogue.StepOutcome;
import stretch.catalogue.exercise.DoseKind;
import stretch.catalogue.exercise.Side;
import stretch.history.History;
import stretch.history.SampleHistory;
import stretch.history.db.SqliteConnections;
import stretch.history.entry.Filter;
import stretch.history.entry.StepRow;
import stretch.json.Json;

/** Exports are what scripts rely on, to the byte. */
class ExportTest {
    private static final String SESSIONS_HEADER = "session,routine,started_at,ended_at,active_seconds,outcome,"
            + "steps_done,steps_planned,pain_before,pain_after,note,device,date,time,minutes\n";
    private static final String STEPS_HEADER =
            "session,step,routine,exercise,side,kind,planned,done,unit,seconds,outcome,started_at,set,load,date,time\n";

    @TempDir
    private Path folder;

    private Path file;
    private History history;

    @BeforeEach
    void open() {
        file = folder.resolve("history.db");
        history = SampleHistory.open(file);
    }

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void sessions_as_csv() throws Exception {
        twoSessions();
        assertThat(csv(Export.ExportTable.SESSIONS)).isEqualTo(SESSIONS_HEADER + """
                00000001-0000-7000-8000-000000000001,daily,2026-11-21T08:00:00.123+01:00,2026-11-21T08:02:20.500+01:00,\
                98.25,completed,2,3,6,4,"tight, then ""better""
                in the end",0a0b0c0d,2026-11-21,08:00:00,1.64
                00000002-0000-7000-8000-000000000002,evening,2026-11-22T21:00:00.000+05:30,\
                2026-11-22T21:00:00.000+05:30,0,stopped,0,3,,,,0a0b0c0d,2026-11-22,21:00:00,0
                """);
    }

    @Test
    void steps_as_csv() throws Exception {
        twoSessions();
        assertThat(csv(Export.ExportTable.STEPS)).isEqualTo(STEPS_HEADER + """
                00000001-0000-7000-8000-000000000001,1,daily,chair-hip-flexor,right,hold,60,60,s,60,done,\
                2026-11-21T08:00:10.000+01:00,,,2026-11-21,08:00:10
                00000001-0000-7000-8000-000000000001,2,daily,pelvic-tilt,both,reps,8,5,reps,38.25,shortened,\
                2026-11-21T08:01:10.007+01:00,2,"'-5 kg, ""red""\",2026-11-21,08:01:10
                00000001-0000-7000-8000-000000000001,3,daily,standing-reset,both,breaths,3,0,breaths,0.001,skipped,\
                2026-11-21T08:02:10.700+01:00,,,2026-11-21,08:02:10
                """);
    }

    @Test
    void sessions_as_json() throws Exception {
        twoSessions();
        assertThat(whole()).isEqualTo("""
                {"format": "stretch", "version": 2,
                "sessions": [
                {"session":"00000001-0000-7000-8000-000000000001","routine":"daily",\
                "started_at":"2026-11-21T08:00:00.123+01:00","ended_at":"2026-11-21T08:02:20.500+01:00",\
                "active_seconds":98.25,"outcome":"completed","steps_done":2,"steps_planned":3,"pain_before":6,\
                "pain_after":4,"note":"tight, then \\"better\\"\\nin the end","device":"0a0b0c0d","zone":"Europe/Berlin",\
                "changed_at":null,"steps_claimed":null,"broken_off":null,"plan":null,"steps":[\
                {"step":1,"exercise":"chair-hip-flexor","side":"right","kind":"hold","planned":60,"done":60,"unit":"s",\
                "seconds":60,"outcome":"done","started_at":"2026-11-21T08:00:10.000+01:00","set":null,\
                "load":""},\
                {"step":2,"exercise":"pelvic-tilt","side":"both","kind":"reps","planned":8,"done":5,"unit":"reps",\
                "seconds":38.25,"outcome":"shortened","started_at":"2026-11-21T08:01:10.007+01:00","set":2,\
                "load":"-5 kg, \\"red\\""},\
                {"step":3,"exercise":"standing-reset","side":"both","kind":"breaths","planned":3,"done":0,\
                "unit":"breaths","seconds":0.001,"outcome":"skipped","started_at":"2026-11-21T08:02:10.700+01:00","set":null,\
                "load":""}]},
                {"session":"00000002-0000-7000-8000-000000000002","routine":"evening",\
                "started_at":"2026-11-22T21:00:00.000+05:30","ended_at":"2026-11-22T21:00:00.000+05:30",\
                "active_seconds":0,"outcome":"stopped","steps_done":0,"steps_planned":3,"pain_before":null,\
                "pain_after":null,"note":"","device":"0a0b0c0d","zone":"Asia/Kolkata","changed_at":null,"steps_claimed":null,\
                "broken_off":null,"plan":null,"steps":[]}
                ],
                "checkins": [],
                "pauses": [],
                "deleted": []}
                """);
    }

    @Test
    void steps_as_json() throws Exception {
        twoSessions();
        assertThat(steps()).startsWith("""
                {"format": "stretch", "version": 2,
                "steps": [
                {"session":"00000001-0000-7000-8000-000000000001","step":1,"routine":"daily",\
                "exercise":"chair-hip-flexor","side":"right","kind":"hold","planned":60,"done":60,"unit":"s",\
                "seconds":60,"outcome":"done","started_at":"2026-11-21T08:00:10.000+01:00","set":null,\
                "load":""},
                """).endsWith("""
                "seconds":0.001,"outcome":"skipped","started_at":"2026-11-21T08:02:10.700+01:00","set":null,\
                "load":""}
                ]}
                """);
    }

    @Test
    void no_record_and_no_session_give_the_same() {
        for (var record : List.of(History.none(), history)) {
            var out = new StringWriter();
            CsvExport.write(record, Filter.ALL, Export.ExportTable.SESSIONS, out);
            CsvExport.write(record, Filter.ALL, Export.ExportTable.STEPS, out);
            JsonExport.whole(record, Filter.ALL, out);
            JsonExport.rows(record, Filter.ALL, Export.ExportTable.STEPS, out);
            assertThat(out).hasToString(SESSIONS_HEADER + STEPS_HEADER + """
                            {"format": "stretch", "version": 2,
                            "sessions": [],
                            "checkins": [],
                            "pauses": [],
                            "deleted": []}
                            {"format": "stretch", "version": 2,
                            "steps": []}
                            """);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21T08:00:10Z",
                "2026-01-02T03:04:05.006-03:30",
                "1969-12-31T23:59:59.999999+14:00",
                "2026-11-21T08:00:10.1-00:00:30",
                "1000-01-01T00:00+05:53:28",
                "0999-01-01T00:00Z",
                "+12026-01-01T00:00Z"
            })
    void stamps_are_as_the_formatter_has_them(String text) {
        var moment = OffsetDateTime.parse(text);
        var formatter = java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");
        assertThat(Export.stamp(moment)).isEqualTo(formatter.format(moment));
    }

    @Test
    void running_session_is_left_out() {
        var writer = SampleHistory.begin(history, 1, "daily");
        writer.save(SampleHistory.step(1));
        assertThat(csv(Export.ExportTable.SESSIONS)).isEqualTo(SESSIONS_HEADER);
        assertThat(csv(Export.ExportTable.STEPS)).isEqualTo(STEPS_HEADER);
        writer.abandon();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@A1",
                "\tx",
                "\r=1",
                "'=1",
                " =1",
                "plain",
                "'plain",
                "00012345",
                "'12e34",
                "a,b",
                "\"q\"",
                "a\nb",
                "a\r\nb",
                " spaced ",
                "\u00e9\ud83e\uddd8",
                "#comment",
                "\"",
                ",",
                "\n"
            })
    void note_comes_out_as_it_went_in(String note) throws Exception {
        SampleHistory.session(history, 1, "daily", Outcome.COMPLETED);
        note(note);
        var csv = csv(Export.ExportTable.SESSIONS);
        try (var reader = CsvReader.builder().ofCsvRecord(csv)) {
            var cells = reader.stream().skip(1).findFirst().orElseThrow().getFields();
            assertThat(cells).hasSize(15);
            assertThat(CsvInjection.restored(cells.get(10))).isEqualTo(note);
        }
        assertThat(csv).doesNotContainPattern(",\"?[=+\\-@\t]");
        assertThat(whole()).contains("\"note\":" + Json.text(note));
    }

    /** A routine's name is the user's, so it is no safer than a note. */
    @Test
    void routine_and_exercise_are_neutralised_too() {
        history.begin(SampleHistory.id(1), "=run", SampleHistory.MORNING, 1, OptionalInt.empty())
                .end(Outcome.STOPPED, SampleHistory.MORNING.toOffsetDateTime(), Duration.ZERO);
        var writer = SampleHistory.begin(history, 2, "-daily");
        writer.save(SampleHistory.step(1, "@exercise"));
        writer.end(Outcome.STOPPED, SampleHistory.MORNING.toOffsetDateTime(), Duration.ZERO);
        assertThat(csv(Export.ExportTable.SESSIONS)).contains(",'=run,").contains(",'-daily,");
        assertThat(csv(Export.ExportTable.STEPS)).contains(",1,'-daily,'@exercise,both,");
    }

    @Test
    void names_of_exercises_are_quoted_as_the_library_does() throws Exception {
        var names = List.of("a,b", "say \"x\"", "line\nbreak", "cr\rhere", "", " ", "#c", "'=x", "=1+1,2", "\"", "ü🧘");
        var writer = SampleHistory.begin(history, 2, "no, \"yes\"");
        for (var name : names) {
            writer.save(SampleHistory.step(names.indexOf(name) + 1, name));
        }
        writer.end(Outcome.STOPPED, SampleHistory.MORNING.toOffsetDateTime(), Duration.ZERO);
        var expected = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(expected)) {
            for (var name : names) {
                csv.writeRecord(
                        SampleHistory.id(2),
                        Integer.toString(names.indexOf(name) + 1),
                        "no, \"yes\"",
                        CsvInjection.neutralised(name),
                        "both",
                        "reps",
                        "10",
                        "10",
                        "reps",
                        "30.25",
                        "done",
                        "2026-11-21T08:00:00.123+01:00",
                        "",
                        "",
                        "2026-11-21",
                        "08:00:00");
            }
        }
        assertThat(csv(Export.ExportTable.STEPS)).isEqualTo(STEPS_HEADER + expected);
    }

    private void twoSessions() throws Exception {
        var writer = history.begin(SampleHistory.id(1), "daily", SampleHistory.MORNING, 3, OptionalInt.of(6));
        writer.save(new StepRow(
                1,
                "chair-hip-flexor",
                Side.RIGHT,
                DoseKind.HOLD,
                60,
                60,
                Duration.ofMinutes(1),
                StepOutcome.DONE,
                OffsetDateTime.parse("2026-11-21T08:00:10+01:00"),
                OptionalInt.empty(),
                ""));
        writer.save(new StepRow(
                2,
                "pelvic-tilt",
                Side.BOTH,
                DoseKind.REPS,
                8,
                5,
                Duration.ofMillis(38_250),
                StepOutcome.SHORTENED,
                OffsetDateTime.parse("2026-11-21T08:01:10.007+01:00"),
                OptionalInt.of(2),
                "-5 kg, \"red\""));
        writer.save(new StepRow(
                3,
                "standing-reset",
                Side.BOTH,
                DoseKind.BREATHS,
                3,
                0,
                Duration.ofMillis(1),
                StepOutcome.SKIPPED,
                OffsetDateTime.parse("2026-11-21T08:02:10.7+01:00"),
                OptionalInt.empty(),
                ""));
        writer.end(Outcome.COMPLETED, OffsetDateTime.parse("2026-11-21T08:02:20.5+01:00"), Duration.ofMillis(98_250));
        history.painAfter(SampleHistory.id(1), 4);
        note("tight, then \"better\"\nin the end");
        var evening = ZonedDateTime.parse("2026-11-22T21:00:00+05:30[Asia/Kolkata]");
        history.begin(SampleHistory.id(2), "evening", evening, 3, OptionalInt.empty())
                .end(Outcome.STOPPED, evening.toOffsetDateTime(), Duration.ZERO);
        SampleHistory.sql(file, "UPDATE session SET device = '0a0b0c0d'");
    }

    private void note(String note) throws Exception {
        try (var connection = SqliteConnections.connect(file, SampleHistory.CACHES, false);
                var update = connection.prepareStatement("UPDATE session SET note = ?")) {
            update.setString(1, note);
            update.executeUpdate();
        }
    }

    private String csv(Export.ExportTable what) {
        var out = new StringWriter();
        CsvExport.write(history, Filter.ALL, what, out);
        return out.toString();
    }

    private String whole() {
        var out = new StringWriter();
        JsonExport.whole(history, Filter.ALL, out);
        return out.toString();
    }

    private String steps() {
        var out = new StringWriter();
        JsonExport.rows(history, Filter.ALL, Export.ExportTable.STEPS, out);
        return out.toString();
    }
}
