package stretch.history;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.history.transfer.ImportResult;
import stretch.history.transfer.export.Export;
import stretch.os.ExitCode;

/** What spreadsheets make of an export is read; what is no export is refused, with what is wrong and where. */
@Tag("once")
class ImportFormatsTest {
    private static final String CSV = String.join(",", Export.ExportTable.SESSIONS.columns()) + "\n"
            + SampleHistory.id(1) + ",daily,2026-11-21T08:00:00.000+01:00,,98.25,completed,1,1,3,,ünïcödé,dev\n";

    private static final String JSON = """
            {"format": "stretch", "version": 2,
            "sessions": [
            {"session":"ID","routine":"daily","started_at":"2026-11-21T08:00:00.000+01:00","active_seconds":98.25,\
            "outcome":"completed","steps_done":1,"steps_planned":1,"pain_before":3,"note":"ünïcödé","device":"dev","steps":[
            {"step":1,"exercise":"hip-hinge","side":"both","kind":"reps","planned":8,"done":8,"seconds":98.25,"outcome":"done",\
            "started_at":"2026-11-21T08:00:00.000+01:00"}]}
            ],
            "checkins": [],
            "pauses": [],
            "deleted": []}
            """.replace("ID", SampleHistory.id(1));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name_file() {
        file = folder.resolve("it");
    }

    private ImportResult read(byte[] content) throws Exception {
        Files.write(file, content);
        try (var history = SampleHistory.open(folder.resolve("history.db"))) {
            return SampleHistory.read(history.importer(Clock.systemUTC()), file, false);
        }
    }

    /** The message without the name of the file; nothing was changed. */
    private String refused(byte[] content) throws Exception {
        var failure = SampleHistory.failure(() -> read(content));
        assertThat(failure.exit()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(SampleHistory.rows(
                        folder.resolve("history.db"), "SELECT id FROM session UNION SELECT change FROM change"))
                .isEmpty();
        assertThat(failure.lines()).hasSize(1);
        return failure.getMessage().substring(file.toString().length() + 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_byte_order_mark_is_no_part_of_the_text(boolean json) throws Exception {
        assertThat(read(("\uFEFF" + (json ? JSON : CSV)).getBytes(UTF_8)).added())
                .isEqualTo(1);
    }

    @Test
    void blanks_may_come_before_json() throws Exception {
        assertThat(read(("\uFEFF\r\n  " + JSON).getBytes(UTF_8)).added()).isEqualTo(1);
    }

    @Test
    void what_a_spreadsheet_writes_is_read() throws Exception {
        var excel = "\uFEFF"
                + CSV.replace("98.25", "98.25".replace('.', '#'))
                        .replace(',', ';')
                        .replace('#', ',')
                        .replace("\n", "\r\n");
        excel += ";".repeat(11) + "\r\n";
        assertThat(excel).contains(";98,25;");
        assertThat(read(excel.getBytes(UTF_8)).added()).isEqualTo(1);
        try (var history = SampleHistory.open(folder.resolve("history.db"))) {
            assertThat(history.find("last").active().toMillis()).isEqualTo(98_250);
            assertThat(history.find("last").note()).isEqualTo("ünïcödé");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
    void utf_16_is_named(String charset) throws Exception {
        assertThat(refused(CSV.getBytes(Charset.forName(charset))))
                .isEqualTo("1:1: not UTF-8 text but UTF-16; save the file as UTF-8");
        assertThat(refused(JSON.getBytes(UTF_16LE))).contains("UTF-16");
    }

    @Test
    void another_encoding_is_named_with_its_place() throws Exception {
        int column = CSV.lines().toList().get(1).indexOf('ü') + 1;
        assertThat(refused(CSV.getBytes(ISO_8859_1)))
                .isEqualTo("2:" + column + ": not UTF-8 text; save the file as UTF-8");
        assertThat(refused(JSON.getBytes(ISO_8859_1))).startsWith("3:").contains("not UTF-8 text");
        // Wherever the blocks end in which the file is read.
        var far = "\n".repeat(8100) + JSON;
        assertThat(refused(far.getBytes(ISO_8859_1))).startsWith("8103:");
    }

    @ParameterizedTest
    @CsvSource({"'\t', tabs", "|, bars"})
    void another_separator_is_named(String separator, String name) throws Exception {
        assertThat(refused(CSV.replace(",", separator).getBytes(UTF_8)))
                .isEqualTo("1: its cells are separated by " + name + ": expected commas or semicolons");
    }

    /** A spreadsheet writes one wherever a cell was once touched. */
    @Test
    void columns_without_a_name_are_passed_over() throws Exception {
        assertThat(read(CSV.replace("dev\n", "dev,,x\n")
                                .replace(",device\n", ",device,,\n")
                                .getBytes(UTF_8))
                        .added())
                .isEqualTo(1);
    }

    @Test
    void a_row_of_another_width_is_named_by_its_line() throws Exception {
        assertThat(refused(CSV.replace("dev\n", "dev,x\n").getBytes(UTF_8)))
                .isEqualTo("2: has 13 cells, not 12 as the header; check its separators and quotes");
        assertThat(refused(CSV.replace(",dev\n", "\n").getBytes(UTF_8))).startsWith("2: has 11 cells, not 12 ");
    }

    /** Each that every export has; the later ones are missing in older files. */
    @Test
    void a_column_that_is_missing_is_named() throws Exception {
        for (var table : Export.ExportTable.values()) {
            for (var column : table.firstColumns()) {
                var header = String.join(",", table.columns());
                assertThat(refused(("," + header + ",")
                                .replace("," + column + ",", ",other,")
                                .getBytes(UTF_8)))
                        .startsWith(
                                "1: lacks the column " + column + "; the " + table.id() + " of 'stretch export' have ");
            }
        }
        assertThat(refused("session,started_at,note\n".getBytes(UTF_8)))
                .startsWith("1: is not a file of 'stretch export': ");
    }

    @Test
    void a_column_that_comes_twice_is_refused() throws Exception {
        assertThat(refused(CSV.replace("dev\n", "dev,x\n")
                        .replace(",device\n", ",device,note\n")
                        .getBytes(UTF_8)))
                .isEqualTo("1:13: the column 'note' appears twice");
    }

    /** A change of the text, and what is said of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"deleted\": []} | \"deleted\": []} x | 8:16: invalid JSON (Unrecognized token 'x'",
                "\"deleted\": []} | \"deleted\": []}{} | 8:15: unexpected text: expected the end of the file",
                "\"version\": 2, | \"version\": 2, \"version\": 2, | 1:37: the key 'version' appears twice",
                "\"pauses\" | \"checkins\" | 7:1: the key 'checkins' appears twice",
                "\"routine\": | \"session\":\"x\",\"routine\": | the key 'session' appears twice",
                "\"step\":1, | \"step\":1,\"step\":1, | 4:11: the key 'step' appears twice",
                "\"version\": 2, | \"version\": 2, \"colour\": \"red\", | 1:37: unknown key 'colour': expected format, version,",
                "\"deleted\": [] | \"deletd\": [] | 8:1: unknown key 'deletd': did you mean 'deleted'?",
                "\"note\": | \"notes\": | unknown key 'notes': did you mean 'note'?",
                "\"side\":\"both\",\"kind\" | \"kind\" | 4:1: invalid side '': expected left, right or both",
                "\"exercise\": | \"routine\":\"x\",\"speed\":1,\"exercise\": | 4:25: unknown key 'speed': expected session,",
                "\"version\": 2 | \"version\": 3 | 1:23: invalid version '3': expected 1 to 2; a newer stretch",
                "\"stretch\" | \"other\" | 1:2: invalid format: expected \"stretch\"",
                "\"pain_before\":3 | \"pain_before\":\"3\" | invalid pain_before: expected a number",
                "\"pain_before\":3 | \"pain_before\":11 | invalid pain_before '11': expected 0 to 10",
                "\"note\":\"ünïcödé\" | \"note\":5 | invalid note: expected text in quotes",
                "\"note\":\"ünïcödé\" | \"note\":[1] | expected an object",
                "\"note\":\"ünïcödé\" | \"note\":{} | invalid note: expected text in quotes",
                "\"note\":\"ünïcödé\" | \"note\":\"a\\u0000\" | invalid note: expected text without the character U+0000",
                "\"pain_before\":3 | \"pain_before\":{\"a\":[1]} | invalid pain_before '{...}': expected 0 to 10",
                "\"checkins\": [] | \"checkins\": {\"a\": 1} | 6:1: 'checkins' is not a list: expected [...]",
                "\"checkins\": [] | \"checkins\": 3 | 6:1: 'checkins' is not a list: expected [...]",
                "\"version\": 2 | \"version\": \"2\" | 1:23: invalid version '2': expected 1 to 2",
                "\"version\": 2 | \"version\": [] | 1:23: 'version' is a list: expected a single value",
                "\"deleted\": []} | \"deleted\": [ | 9:1: invalid JSON (Unexpected end-of-input: expected close marker for Array)",
                "\"checkins\": [] | \"checkins\": [1] | 6:14: unexpected value: expected an object",
            })
    void json_is_read_strictly(String right, String wrong, String message) throws Exception {
        assertThat(JSON).contains(right);
        assertThat(refused(JSON.replace(right, wrong).getBytes(UTF_8)).replaceFirst("^3:\\d+: ", ""))
                .contains(message);
    }

    @Test
    void a_pipe_is_read_once() throws Exception {
        for (var text : List.of(JSON, CSV)) {
            Files.writeString(folder.resolve("text"), text);
            var write = new ProcessBuilder("sh", "-c", "rm -f pipe; mkfifo pipe; echo made; cat text > pipe")
                    .directory(folder.toFile())
                    .start();
            write.getInputStream().read();
            try (var history = SampleHistory.open(folder.resolve("history.db"))) {
                assertThat(SampleHistory.read(history.importer(Clock.systemUTC()), folder.resolve("pipe"), true)
                                .added())
                        .isEqualTo(1);
            }
            assertThat(write.waitFor()).isZero();
        }
    }

    @Test
    void a_folder_and_a_missing_file_are_named() {
        try (var history = SampleHistory.open(folder.resolve("history.db"))) {
            for (var name : List.of(folder, folder.resolve("gone"))) {
                assertThat(SampleHistory.failure(
                                        () -> SampleHistory.read(history.importer(Clock.systemUTC()), name, false))
                                .exit())
                        .isEqualTo(ExitCode.NO_INPUT);
            }
        }
    }

    /** A fault that the parser finds is told in our words, at the line of its row. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"a\"b\" | a cell goes on after its closing quote: expected a separator, or \"\" for a quote within it",
            })
    void quotes_of_csv_are_read_strictly(String cell, String message) throws Exception {
        var row = CSV.lines().toList().get(1);
        assertThat(refused((CSV + row.replace("dev", cell) + "\n").getBytes(UTF_8)))
                .isEqualTo("3: " + message);
    }
}
