package stretch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import stretch.json.Json;

/** Each field of the history through every door: what one of them takes they all take, and likewise refuse. */
@Tag("once")
class FieldLimitsTest {
    private static final String ID = "00000001-0000-7000-8000-000000000001";

    /** A row of each kind that is right, with the table it goes into. */
    private enum LimitKind {
        SESSIONS(
                "session",
                "session=" + ID + " routine=daily started_at=2026-11-20T08:00:00+01:00 ended_at= active_seconds=60"
                        + " outcome=completed steps_done=1 steps_planned=1 pain_before= pain_after= note= device=dev"),
        STEPS(
                "step",
                "session=" + ID
                        + " step=1 routine=daily exercise=hip-hinge side=both kind=reps planned=8 done=8 unit="
                        + " seconds=60 outcome=done started_at=2026-11-20T08:00:00+01:00"),
        CHECKINS(
                "checkin",
                "checkin=" + ID + " at=2026-11-20T08:00:00+01:00 pain=3 marker_bending= marker_hips= marker_balance="
                        + " marker_ease= note= device=dev"),
        SNOOZES(
                "rest",
                "rest=" + ID + " kind=snooze at=2026-11-20T08:00:00+01:00 until=2026-11-20T08:30:00+01:00 days="
                        + " reason= device=dev"),
        SKIPS("rest", "rest=" + ID + " kind=skip at=2026-11-20T08:00:00+01:00 until= days=1 reason= device=dev");

        private final String table;
        private final String row;

        LimitKind(String table, String row) {
            this.table = table;
            this.row = row;
        }

        /** The row with another value in a column. */
        Map<String, String> with(String column, String value) {
            var cells = new LinkedHashMap<String, String>();
            for (var cell : row.split(" ", -1)) {
                var parts = cell.split("=", -1);
                cells.put(parts[0], parts[0].equals(column) ? value : parts[1]);
            }
            return cells;
        }

        String list() {
            return table.equals("rest") ? "pauses" : table + "s";
        }
    }

    /**
     * A field with a value at its limit and one past it.
     *
     * @param stored its column in the database, where it may have another unit
     * @param doors the commands that take it, with {@code {}} for a value as they write it
     */
    private record Field(
            LimitKind kind,
            String column,
            String limit,
            String past,
            String stored,
            List<String> values,
            List<String> doors) {
        static Field of(LimitKind kind, String column, String limit, String past, String... doors) {
            return new Field(kind, column, limit, past, column, List.of(limit, past, limit, past), List.of(doors));
        }

        /** With what the database has instead, and what commands take instead. */
        Field as(String column, Object storedLimit, Object storedPast, String typedLimit, String typedPast) {
            return new Field(
                    kind,
                    this.column,
                    limit,
                    past,
                    column,
                    List.of(storedLimit.toString(), storedPast.toString(), typedLimit, typedPast),
                    doors);
        }

        @Override
        public String toString() {
            return kind + "." + column;
        }
    }

    private static final String LONG = "ü".repeat(10_000);
    private static final String NAME = "n".repeat(200);

    static final List<Field> FIELDS = Stream.of(
                    Field.of(
                            LimitKind.SESSIONS, "note", LONG, LONG + "x", "add daily --note {}", "edit last --note {}"),
                    Field.of(LimitKind.CHECKINS, "note", LONG, LONG + "x", "checkin --pain 1 --note {}"),
                    Field.of(LimitKind.SNOOZES, "reason", LONG, LONG + "x", "snooze 30m --reason {}"),
                    Field.of(LimitKind.SKIPS, "reason", LONG, LONG + "x", "skip --reason {}"),
                    Field.of(
                            LimitKind.SESSIONS,
                            "pain_before",
                            "10",
                            "11",
                            "run daily --dry-run --pain {}",
                            "edit last --pain-before {}"),
                    Field.of(LimitKind.SESSIONS, "pain_after", "10", "11", "edit last --pain-after {}"),
                    Field.of(LimitKind.CHECKINS, "pain", "10", "11", "checkin --pain {}"),
                    Field.of(LimitKind.SESSIONS, "active_seconds", "86400", "86401")
                            .as("active_ms", 86_400_000, 86_401_000, "", ""),
                    Field.of(LimitKind.STEPS, "seconds", "86400", "86401")
                            .as("held_ms", 86_400_000, 86_401_000, "", ""),
                    Field.of(LimitKind.SKIPS, "days", "366", "367", "skip --days {}"),
                    Field.of(LimitKind.SKIPS, "days", "1", "0", "skip --days {}"),
                    Field.of(
                                    LimitKind.SNOOZES,
                                    "until",
                                    "2026-11-20T12:00:00+01:00",
                                    "2026-11-20T12:00:01+01:00",
                                    "snooze {}")
                            .as("until_ms", 1_795_172_400_000L, 1_795_172_401_000L, "4h", "4h1s"),
                    Field.of(
                                    LimitKind.SESSIONS,
                                    "started_at",
                                    "1970-01-01T08:00:00+01:00",
                                    "1969-12-30T08:00:00+01:00",
                                    "add daily --at {}",
                                    "edit last --at {}")
                            .as("started_ms", 25_200_000, -147_600_000, "1970-01-01T08:00", "1969-12-30T08:00"),
                    Field.of(LimitKind.SESSIONS, "outcome", "stopped", "done", "edit last --outcome {}"),
                    Field.of(LimitKind.SESSIONS, "routine", NAME, NAME + "n"),
                    Field.of(LimitKind.SESSIONS, "device", NAME, NAME + "n"),
                    Field.of(LimitKind.SESSIONS, "steps_planned", "100000", "100001"),
                    Field.of(LimitKind.STEPS, "exercise", NAME, NAME + "n"),
                    Field.of(LimitKind.STEPS, "planned", "100000", "100001"),
                    Field.of(LimitKind.STEPS, "done", "100000", "100001"),
                    Field.of(LimitKind.STEPS, "side", "left", "up"),
                    Field.of(LimitKind.STEPS, "kind", "breaths", "sets"),
                    Field.of(LimitKind.STEPS, "outcome", "hurt", "completed"),
                    Field.of(LimitKind.CHECKINS, "marker_hips", "worse", "awful", "checkin --hips {}"))
            .toList();

    @TempDir
    private Path home;

    private CliRunner program;

    @BeforeEach
    void begin() {
        program = new CliRunner(home).setTime("2026-11-21T08:00:00+01:00[Europe/Berlin]");
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("FIELDS")
    void has_one_rule(Field field) throws Exception {
        assertThat(program.run("add", "daily").code()).isZero();
        verdict(field, field.limit(), field.values().get(0), field.values().get(2), true);
        verdict(field, field.past(), field.values().get(1), field.values().get(3), false);
    }

    private void verdict(Field field, String value, String stored, String typed, boolean taken) throws Exception {
        for (var door : field.doors()) {
            var words = Arrays.stream(door.split(" ", -1)).map(word -> word.equals("{}") ? typed : word);
            assertThat(program.run(words.toArray(String[]::new)).code())
                    .as(door)
                    .isEqualTo(taken ? 0 : 2);
        }
        var row = field.kind().with(field.column(), value);
        var csv = String.join(",", row.keySet()) + "\n" + String.join(",", row.values()) + "\n";
        imported("CSV", program.file("it.csv", csv), taken);
        imported("JSON", program.file("it.json", json(field.kind(), row)), taken);
        imported("database", database(field, stored), taken);
    }

    private void imported(String door, Path file, boolean taken) {
        var ran = program.run("import", "--dry-run", file.toString());
        assertThat(ran.code()).as(door + ": " + ran.err()).isEqualTo(taken ? 0 : 65);
    }

    private static String json(LimitKind kind, Map<String, String> row) {
        var numbers = List.of(
                "step",
                "planned",
                "done",
                "seconds",
                "active_seconds",
                "steps_done",
                "steps_planned",
                "pain_before",
                "pain_after",
                "pain",
                "days");
        var cells = row.entrySet().stream()
                .filter(cell -> !cell.getValue().isEmpty())
                .map(cell -> "\"" + cell.getKey() + "\":"
                        + (numbers.contains(cell.getKey()) ? cell.getValue() : Json.text(cell.getValue())))
                .collect(Collectors.joining(",", "{", "}"));
        return "{\"format\": \"stretch\", \"version\": 2, \"" + kind.list() + "\": [" + cells + "]}";
    }

    /** Another machine's history that holds the value, whatever its own rules say. */
    private Path database(Field field, String value) throws Exception {
        var file = home.resolve("other.db");
        Files.deleteIfExists(file);
        for (var kind : field.kind() == LimitKind.STEPS
                ? List.of(LimitKind.SESSIONS, LimitKind.STEPS)
                : List.of(field.kind())) {
            var row = kind.with("", "");
            var csv = program.file(
                    "base.csv", String.join(",", row.keySet()) + "\n" + String.join(",", row.values()) + "\n");
            assertThat(program.run("--db", file.toString(), "import", csv.toString())
                            .code())
                    .isZero();
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA ignore_check_constraints = ON");
            try (var update =
                    connection.prepareStatement("UPDATE " + field.kind().table + " SET " + field.stored() + " = ?")) {
                update.setString(1, value);
                update.executeUpdate();
            }
        }
        return file;
    }

    /** What is allowed by itself, but not beside what else the row says. */
    @ParameterizedTest
    @CsvSource({
        "SESSIONS, ended_at, 2026-11-20T07:59:59+01:00, expected a time after started_at",
        "SESSIONS, steps_done, 2, expected at most the steps_planned",
        "STEPS, unit, s, expected reps",
        "STEPS, unit, breaths, expected reps",
        "SNOOZES, until, 2026-11-20T07:59:59+01:00, to 4h after 'at'",
        "SNOOZES, days, 1, 'expected nothing, as this is a snooze'",
        "SKIPS, until, 2026-11-20T08:30:00+01:00, 'expected nothing, as this is a skip'"
    })
    void no_cell_contradicts_another(LimitKind kind, String column, String value, String expected) {
        var row = kind.with(column, value);
        var csv = String.join(",", row.keySet()) + "\n" + String.join(",", row.values()) + "\n";
        for (var file : List.of(program.file("it.csv", csv), program.file("it.json", json(kind, row)))) {
            var ran = program.run("import", "--dry-run", file.toString());
            assertThat(ran.code()).as(ran.err()).isEqualTo(65);
            assertThat(ran.err()).contains("invalid " + column).contains(expected);
        }
    }

    /** A routine that may be run can be exported and imported: the file of routines has the same rule. */
    @Test
    void ids_of_routines_are_as_long_as_their_names_in_the_history() {
        for (var id : List.of(NAME, NAME + "n")) {
            var file =
                    program.file("routines.yaml", "routines:\n  " + id + ":\n    name: It\n    steps: [hip-hinge]\n");
            assertThat(program.run("--routines", file.toString(), "add", id).code())
                    .isEqualTo(id.equals(NAME) ? 0 : 78);
        }
    }

    /** A time that is still to come is a slip wherever it is typed. */
    @Test
    void no_session_began_in_the_future() {
        assertThat(program.run("add", "daily").code()).isZero();
        for (var command : List.of("add daily --at 23:00", "edit last --at 23:00")) {
            var words = new ArrayList<>(List.of(command.split(" ", -1)));
            assertThat(program.run(words.toArray(String[]::new)))
                    .isEqualTo(new CliRunner.CliResult(
                            2, "", "stretch: --at: '23:00' is still to come; write when it began\n"));
        }
    }
}
