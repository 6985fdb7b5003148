package stretch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.cli.CliRunner.CliResult;
import stretch.history.db.Schema;
import stretch.history.db.SqliteConnections;

/** What every command that uses the history says of one that it cannot use. */
@Tag("once")
class RefusedHistoryTest {
    private static final List<String> COMMANDS = List.of(
            "run desk-break",
            "resume",
            "add desk-break",
            "edit last --pain-before 3",
            "delete last",
            "undo",
            "history",
            "export",
            "due desk-break",
            "remind daily");

    private static final String RESCUE =
            "it was not changed; 'stretch doctor --rescue FILE' saves what can be read, 'stretch restore FILE' replaces it with a backup";

    private static final String NO_DATABASE =
            "is not a database; name another with --db, or if it was your history, " + RESCUE;

    /** Where the header of an SQLite file has these, says its documentation. */
    private static final int USER_VERSION = 60;

    private static final int APPLICATION_ID = 68;

    @TempDir
    private Path home;

    private CliRunner program;
    private Path place;
    private Path file;

    @BeforeEach
    void place() throws Exception {
        program = new CliRunner(home);
        place = Files.createDirectory(home.resolve("place"));
        file = place.resolve("it.db");
    }

    /** What a record may have become. */
    private enum UnusableFile {
        A_TEXT(NO_DATABASE) {
            @Override
            byte[] of(byte[] record) {
                return "A diary, not a database.\n".repeat(500).getBytes(StandardCharsets.UTF_8);
            }
        },
        CUT_SHORT("is cut short; " + RESCUE) {
            @Override
            byte[] of(byte[] record) {
                return Arrays.copyOf(record, record.length / 2);
            }
        },
        CUT_IN_ITS_HEADER(NO_DATABASE) {
            @Override
            byte[] of(byte[] record) {
                return Arrays.copyOf(record, 50);
            }
        },
        DAMAGED("is damaged; " + RESCUE) {
            @Override
            byte[] of(byte[] record) {
                Arrays.fill(record, 100, record.length, (byte) 0xAB);
                return record;
            }
        },
        WITHOUT_ITS_VERSION("is damaged; " + RESCUE) {
            @Override
            byte[] of(byte[] record) {
                record[USER_VERSION + 3] = 0;
                return record;
            }
        },
        OF_AN_OLDER_VERSION("is damaged; " + RESCUE) {
            @Override
            byte[] of(byte[] record) {
                record[USER_VERSION + 3] = (byte) (Schema.VERSION - 1);
                return record;
            }
        },
        NEWER("was written by a newer stretch (schema 99, this one knows " + Schema.VERSION + "); update stretch") {
            @Override
            byte[] of(byte[] record) {
                record[USER_VERSION + 3] = 99;
                return record;
            }
        },
        SOMEBODY_ELSES("is another program's database; it was not changed; name another with --db") {
            @Override
            byte[] of(byte[] record) {
                record[APPLICATION_ID] ^= 1;
                return record;
            }
        };

        private final String message;

        UnusableFile(String message) {
            this.message = message;
        }

        /** These bytes gone wrong, which may be changed. */
        abstract byte[] of(byte[] record);
    }

    @ParameterizedTest
    @EnumSource
    void is_named_refused_and_left_as_it_is(UnusableFile wrong) throws Exception {
        assertThat(program.run("--db", file.toString(), "add", "desk-break").code())
                .isZero();
        Files.write(file, wrong.of(Files.readAllBytes(file)));
        var before = contents();

        for (var command : COMMANDS) {
            assertThat(program.run(("--db " + file + " " + command).split(" ", -1)))
                    .as(command)
                    .isEqualTo(new CliResult(78, "", "stretch: " + file + ": " + wrong.message + "\n"));
            assertThat(contents()).as(command).isEqualTo(before);
        }
    }

    /** Each command does what it can without the table, or says that the history is damaged. */
    @ParameterizedTest
    @ValueSource(strings = {"session", "step", "change", "change_entry", "changed", "meta", "rest", "checkin"})
    void a_table_that_is_gone_is_damage(String table) throws Exception {
        for (var command : COMMANDS) {
            Files.deleteIfExists(file);
            program.run("--db", file.toString(), "add", "desk-break");
            try (var connection = SqliteConnections.connect(file, home.resolve("caches"), false);
                    var statement = connection.createStatement()) {
                statement.execute("PRAGMA foreign_keys = OFF");
                statement.execute("DROP TABLE " + table);
            }
            var ran = program.run(("--quiet --db " + file + " " + command).split(" ", -1));
            if (ran.code() == 78) {
                assertThat(ran.err()).as(command).endsWith("stretch: " + file + ": is damaged; " + RESCUE + "\n");
            } else {
                assertThat(ran.err()).as(command).doesNotContain("SQL");
            }
        }
    }

    /** Between its making and its first table a record is empty, so an empty file is one without sessions. */
    @ParameterizedTest
    @ValueSource(strings = {"history", "export", "due daily", "remind daily"})
    void an_empty_file_is_read_as_nothing_and_left_empty(String command) throws Exception {
        Files.createFile(file);

        var ran = program.run(("--quiet --db " + file + " " + command).split(" ", -1));

        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(contents()).isEqualTo(Map.of("it.db", ""));
    }

    /** Such as a link to a disk that is not mounted just now. */
    @ParameterizedTest
    @ValueSource(
            strings = {"history", "export", "due daily", "remind daily", "today", "stats", "backup", "undo --list"})
    void a_link_that_leads_nowhere_is_no_empty_history(String command) throws Exception {
        var record =
                Files.createDirectories(home.resolve(".local/share/stretch")).resolve("history.db");
        Files.createSymbolicLink(record, place.resolve("nowhere.db"));
        var why = record
                + ": is a link that leads nowhere; mount or bring back what it leads to, or name another with --db";

        assertThat(program.run(command.split(" ", -1))).isEqualTo(new CliResult(78, "", "stretch: " + why + "\n"));
        assertThat(program.run("doctor").out()).contains("fix   history: " + why + "\n");
    }

    @Test
    void an_empty_file_becomes_a_record() throws Exception {
        Files.createFile(file);

        assertThat(program.run("--db", file.toString(), "add", "desk-break").code())
                .isZero();

        assertThat(program.run("--db", file.toString(), "export").out()).contains(",desk-break,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"run desk-break", "resume", "add daily", "edit last --note x", "delete last", "undo", "export"})
    void without_home_there_is_no_place_for_the_history(String command) {
        assertThat(program.without("HOME").run(command.split(" ", -1)))
                .isEqualTo(new CliResult(
                        78,
                        "",
                        "stretch: there is no place for the history: HOME is not set; set HOME or STRETCH_DB\n"));
        assertThat(place).isEmptyDirectory();
        assertThat(home.resolve(".local")).doesNotExist();
    }

    /** Every file there with its bytes, a letter for each. */
    private Map<String, String> contents() throws IOException {
        try (var files = Files.list(place)) {
            var found = new TreeMap<String, String>();
            for (var each : files.toList()) {
                found.put(each.getFileName().toString(), Files.readString(each, StandardCharsets.ISO_8859_1));
            }
            return found;
        }
    }
}
