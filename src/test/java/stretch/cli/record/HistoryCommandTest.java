package stretch.cli.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.cli.CliRunner;
import stretch.history.History;

/** A long history shows its end, and says how to see the rest. */
class HistoryCommandTest {
    private static final Path CACHES = Path.of("target", "caches").toAbsolutePath();

    @TempDir
    private Path home;

    private CliRunner sessions(int count) throws SQLException {
        var file = home.resolve("history.db");
        History.open(file, CACHES).close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.executeUpdate("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + count
                    + ") INSERT INTO session (id, routine, started_ms, started_offset, zone, outcome, steps_planned,"
                    + " device) SELECT printf('%08x-0000-7000-8000-000000000000', i), 'daily',"
                    + " 1790000000000 + i * 60000, 0, 'Z', 'completed', 3, 'd' FROM n");
        }
        return new CliRunner(home)
                .setTime("2026-11-21T08:00:00+01:00[Europe/Berlin]")
                .env("STRETCH_DB", file.toString());
    }

    @Test
    void what_was_chosen_may_be_nothing() throws SQLException {
        var three = sessions(3);
        assertThat(three.run("history", "--since", "2026-01-01", "--until", "2026-01-02"))
                .isEqualTo(
                        new CliRunner.CliResult(0, "", "nothing matches; choose another time, routine or outcome\n"));
        assertThat(three.run("history", "--outcome", "stopped").err()).startsWith("nothing matches; ");
    }

    @ParameterizedTest(name = "of {0} ''{1}'' shows {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1240 | history                        | 20   | 20 of 1,240 sessions; -n 50 shows more, -n all shows all",
                "51   | history                        | 20   | 20 of 51 sessions; -n 50 shows more, -n all shows all",
                "50   | history                        | 20   | 20 of 50 sessions; -n all shows all",
                "21   | history                        | 20   | 20 of 21 sessions; -n all shows all",
                "20   | history                        | 20   |",
                "1240 | history --quiet                | 20   |",
                "1240 | history -n all                 | 1240 |",
                "1240 | history -n 50                  | 50   |",
                "1240 | history --since 2026-01-01     | 1240 |",
                "1240 | history --until 2026-11-21     | 1240 |",
                "1240 | history --routine daily        | 1240 |",
                "1240 | history --outcome completed    | 1240 |",
                "1240 | history --routine daily -n 3   | 3    |",
                "1240 | history --routine daily -n all | 1240 |",
            })
    void lines_and_what_is_left(int count, String command, int lines, String rest) throws SQLException {
        var ran = sessions(count).run(command.split(" +"));
        assertThat(ran.code()).isZero();
        assertThat(ran.out().lines()).hasSize(lines);
        assertThat(ran.out().lines().reduce((one, next) -> next).orElse("")).startsWith("%08x".formatted(count));
        assertThat(ran.err()).isEqualTo(rest == null ? "" : rest + "\n");
    }

    @Test
    void scripts_get_everything_unless_they_say_how_many() throws SQLException {
        var program = sessions(30);
        assertThat(program.run("history", "--json").out().split("\"session\"", -1))
                .hasSize(31);
        assertThat(program.run("history", "--json").err()).isEmpty();
        assertThat(program.run("history", "--json", "-n", "5").out().split("\"session\"", -1))
                .hasSize(6);
        assertThat(program.run("history", "--json", "-n", "all").out().split("\"session\"", -1))
                .hasSize(31);
    }

    @Test
    void where_another_time_was_shown_the_zone_is_said() {
        var program = new CliRunner(home).setTime("2026-11-21T08:00:00+01:00[Europe/Berlin]");
        program.run("add", "daily", "--at", "2026-11-20 08:00");
        program.run("add", "daily", "--at", "2026-07-20 08:00");
        assertThat(program.run("history").out()).contains("2026-07-20 08:00  daily", "2026-11-20 08:00  daily");
        assertThat(program.run("export").err()).isEmpty();
        program.setTime("2026-11-21T16:00:00+09:00[Asia/Tokyo]");
        program.run("add", "full", "--at", "2026-11-21 08:00");
        assertThat(program.run("history").out())
                .contains("2026-07-20 08:00 Europe/Berlin  daily", "2026-11-21 08:00                full");
        assertThat(program.run("history", "last").out()).startsWith("full, 2026-11-21 08:00\n");
        var said = "date and time are local to where you practised: 2 sessions in Europe/Berlin\n";
        assertThat(program.run("export").err()).isEqualTo(said);
        assertThat(program.run("export", "--steps").err()).isEqualTo(said);
        assertThat(program.run("export", "--format", "json").err()).isEmpty();
    }

    /** What a file brings has an offset alone; that of UTC is written Z. */
    @Test
    void utc_is_called_so_whether_it_is_a_zone_or_an_offset() {
        var program = new CliRunner(home).setTime("2026-11-21T08:00:00Z[UTC]");
        program.run("add", "daily", "--at", "2026-11-20 08:00");
        program.run("checkin", "--pain", "3");
        var file = program.file("sessions.csv", """
                session,routine,started_at,ended_at,active_seconds,outcome,steps_done,steps_planned,pain_before,pain_after,note,device
                019a9c00-0000-7000-8000-000000000001,daily,2026-11-19T08:00:00.000+00:00,2026-11-19T08:03:50.000+00:00,140,completed,3,3,,,,laptop
                """);
        assertThat(program.run("import", file.toString()).code()).isZero();
        program.setTime("2026-11-21T17:00:00+09:00[Asia/Tokyo]");
        assertThat(program.run("history").out().lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).contains("08:00 UTC  "));
        assertThat(program.run("export").err())
                .isEqualTo("date and time are local to where you practised: 2 sessions in UTC\n");
    }
}
