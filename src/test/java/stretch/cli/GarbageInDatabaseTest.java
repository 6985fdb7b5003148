package stretch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a column of the database, no command takes it for a bug of its own, and the doctor finds it. */
@Tag("once")
class GarbageInDatabaseTest {
    private static final List<String> COMMANDS = List.of(
            "history",
            "history last",
            "history --json",
            "due",
            "due --why",
            "stats",
            "stats --json",
            "report -o -",
            "export",
            "export --steps",
            "export --checkins",
            "export --pauses",
            "export --format json",
            "export --format json --steps",
            "export --format ics",
            "run daily --dry-run",
            "undo --list",
            "complete-ids sessions",
            "resume --plain",
            "edit last --note x",
            "checkin --pain 3",
            "undo");

    /** One of each that reads: how a number is shown makes no difference. */
    private static final List<String> READERS = List.of(
            "history last",
            "due --why",
            "stats",
            "report -o -",
            "export --format json",
            "export --format ics",
            "resume --plain");

    /** Where any text makes sense, or nothing is read from. */
    private static final Map<String, List<String>> ANYTHING = Map.of(
            "session", List.of("routine", "zone", "note", "device", "digest"),
            "step", List.of("exercise", "load", "digest"),
            "checkin", List.of("note", "device", "digest"),
            "rest", List.of("reason", "device", "digest"),
            "deleted", List.of("digest"),
            "change", List.of("change", "what", "session", "before", "part_of", "digest"),
            "change_entry", List.of("change", "row_table", "row_key", "field", "before", "after", "digest"),
            "changed", List.of("digest"),
            "sync_file", List.of("folder", "name", "sha256", "year"),
            "meta", List.of("key", "value", "digest"));

    @TempDir
    private static Path folder;

    private static Path whole;

    /** A history with something in every column. */
    @BeforeAll
    static void fill() {
        var program = new CliRunner(folder).setTime("2026-11-20T08:00:00+01:00[Europe/Berlin]");
        var claimed = program.file(
                "claimed.csv",
                "session,routine,started_at,ended_at,active_seconds,outcome,steps_done,steps_planned,pain_before,"
                        + "pain_after,note,device\n01900000-0000-7000-8000-000001900000,daily,2026-11-19T08:00:00+01:00,"
                        + "2026-11-19T08:10:00+01:00,60,stopped,1,2,3,2,,dev\n");
        for (var command : List.of(
                "add daily",
                "import " + claimed,
                "add desk-break",
                "delete last",
                "add daily",
                "edit last --pain-before 3",
                "edit last --outcome stopped",
                "checkin --pain 3 --hips worse --bending same --balance better --ease same",
                "snooze 30m",
                "skip")) {
            assertThat(program.run(command.split(" ", -1)).code()).as(command).isZero();
        }
        whole = folder.resolve(".local/share/stretch/history.db");
        sql(
                whole,
                "UPDATE session SET plan = 'NORMAL' || char(10) || '1 hip-hinge both reps 8-12 8 10 false', broken_off = 1,"
                        + " zone = 'UTC', steps_claimed = 1, pain_after = 1, ended_ms = started_ms, ended_offset = 0");
    }

    @Test
    void text_where_a_word_an_id_or_a_plan_has_to_be() throws Exception {
        for (var type : List.of("TEXT", "ANY")) {
            for (var column : columns(type)) {
                check(column, "'garbage\u001b[1m'", COMMANDS);
            }
        }
    }

    @Test
    void numbers_far_beyond_what_they_may_be() throws Exception {
        for (var type : List.of("INTEGER", "ANY")) {
            for (var column : columns(type)) {
                check(column, "9223372036854775807", READERS);
                check(column, "-9223372036854775808", READERS.subList(0, 2));
            }
        }
    }

    /** Nobody may take a change for one of a kind that it is not, and so take it back. */
    @Test
    void a_change_of_no_kind_is_named_and_not_undone() throws Exception {
        var home = spoil(new DatabaseColumn("change", "change", "kind"), "'garbage\u001b[1m'");
        var number = new CliRunner(home).run("doctor").out().replaceAll("(?s).*\\bchange (\\d+): invalid kind.*", "$1");
        for (var command : List.of("undo", "undo --list", "undo " + number)) {
            var ran = new CliRunner(home).run(command.split(" ", -1));
            assertThat(ran.code()).as(command).isEqualTo(78);
            assertThat(ran.err())
                    .as(command)
                    .contains("change " + number + ": invalid kind 'garbage")
                    .doesNotContain("\u001b");
        }
    }

    private record DatabaseColumn(String table, String key, String name) {}

    private static List<DatabaseColumn> columns(String type) throws SQLException {
        var columns = new ArrayList<DatabaseColumn>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + whole);
                var statement = connection.prepareStatement(
                        "SELECT t.name, c.name, (SELECT group_concat(name) FROM pragma_table_info(t.name) WHERE pk > 0)"
                                + " FROM pragma_table_list AS t, pragma_table_info(t.name) AS c"
                                + " WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND c.type = ?")) {
            statement.setString(1, type);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    columns.add(new DatabaseColumn(row.getString(1), row.getString(3), row.getString(2)));
                }
            }
        }
        assertThat(columns).hasSizeGreaterThan(type.equals("ANY") ? 1 : 20);
        return columns;
    }

    /** A home whose newest row of the table has this value in the column. */
    private static Path spoil(DatabaseColumn column, String value) throws IOException {
        var home = folder.resolve("copy");
        var file = home.resolve(".local/share/stretch/history.db");
        Files.createDirectories(file.getParent());
        Files.copy(whole, file, StandardCopyOption.REPLACE_EXISTING);
        sql(
                file,
                "UPDATE \"" + column.table() + "\" SET \"" + column.name() + "\" = " + value + " WHERE (" + column.key()
                        + ") = (SELECT " + column.key() + " FROM \"" + column.table() + "\" ORDER BY " + column.key()
                        + " DESC LIMIT 1)");
        return home;
    }

    private static void check(DatabaseColumn column, String value, List<String> commands) throws IOException {
        var home = spoil(column, value);
        var program = new CliRunner(home).setTime("2026-11-20T12:00:00+01:00[Europe/Berlin]");
        var about = column.table() + "." + column.name() + " = " + value;
        var doctor = program.run("doctor");
        assertThat(doctor.code()).as(about).isNotEqualTo(70);
        if (!ANYTHING.get(column.table()).contains(column.name())) {
            assertThat(doctor.out()).as(about).contains("history");
            assertThat(doctor.out().lines().filter(line -> line.contains(column.table() + " ")))
                    .as(about)
                    .anyMatch(line -> line.contains("invalid "));
        }
        for (var command : commands) {
            var ran = program.run(command.split(" ", -1));
            assertThat(ran.code()).as(about + ", " + command + ": " + ran.err()).isIn(0, 1, 2, 78);
            assertThat(ran.err()).as(about + ", " + command).doesNotContain("\u001b");
        }
    }

    private static void sql(Path file, String change) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA ignore_check_constraints = ON");
            statement.execute(change);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
