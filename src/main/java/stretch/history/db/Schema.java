package stretch.history.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/** The shape of the database, in numbered steps that are only ever added to. */
public final class Schema {
    /** "strc" in ASCII: SQLite keeps it in the file's header, so that other programs' files are told apart. */
    static final int APPLICATION_ID = 0x73747263;

    private static final String FIRST = """
            CREATE TABLE meta (
              key TEXT PRIMARY KEY,
              value TEXT NOT NULL
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE session (
              id TEXT PRIMARY KEY CHECK (length(id) = 36),
              routine TEXT NOT NULL,
              started_ms INTEGER NOT NULL,
              started_offset INTEGER NOT NULL,
              zone TEXT NOT NULL,
              ended_ms INTEGER,
              ended_offset INTEGER,
              active_ms INTEGER NOT NULL DEFAULT 0 CHECK (active_ms >= 0),
              outcome TEXT CHECK (outcome IN ('completed', 'stopped', 'interrupted')),
              steps_planned INTEGER NOT NULL CHECK (steps_planned > 0),
              pain_before INTEGER CHECK (pain_before BETWEEN 0 AND 10),
              pain_after INTEGER CHECK (pain_after BETWEEN 0 AND 10),
              note TEXT NOT NULL DEFAULT '',
              device TEXT NOT NULL
            ) STRICT;
            CREATE INDEX session_started ON session (started_ms, id);
            CREATE INDEX session_running ON session (id) WHERE outcome IS NULL;
            CREATE TABLE step (
              session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
              step INTEGER NOT NULL CHECK (step > 0),
              exercise TEXT NOT NULL,
              side TEXT NOT NULL CHECK (side IN ('left', 'right', 'both')),
              kind TEXT NOT NULL CHECK (kind IN ('hold', 'reps', 'breaths')),
              planned INTEGER NOT NULL CHECK (planned > 0),
              done INTEGER NOT NULL CHECK (done >= 0),
              held_ms INTEGER NOT NULL CHECK (held_ms >= 0),
              outcome TEXT NOT NULL CHECK (outcome IN ('done', 'shortened', 'skipped', 'hurt')),
              started_ms INTEGER NOT NULL,
              started_offset INTEGER NOT NULL,
              PRIMARY KEY (session, step)
            ) STRICT, WITHOUT ROWID;
            CREATE VIEW sessions AS
            SELECT id AS session, routine,
              {started} AS started_at,
              {ended} AS ended_at,
              active_ms / 1000.0 AS active_seconds, outcome,
              (SELECT count(*) FROM step WHERE session = id AND outcome IN ('done', 'shortened')) AS steps_done,
              steps_planned, pain_before, pain_after, note, device
            FROM session;
            CREATE VIEW steps AS
            SELECT step.session, step.step, session.routine, step.exercise, step.side, step.kind, step.planned, step.done,
              CASE step.kind WHEN 'hold' THEN 's' ELSE step.kind END AS unit,
              step.held_ms / 1000.0 AS seconds, step.outcome,
              {step started} AS started_at
            FROM step JOIN session ON session.id = step.session;
            """;

    /** Sessions that can be resumed and mended, and a log by which each change can be taken back. */
    private static final String SECOND = """
            ALTER TABLE session ADD COLUMN plan TEXT;
            ALTER TABLE session ADD COLUMN broken_off INTEGER;
            ALTER TABLE session ADD COLUMN changed_ms INTEGER;
            ALTER TABLE session ADD COLUMN steps_claimed INTEGER;
            DROP VIEW sessions;
            CREATE VIEW sessions AS
            SELECT id AS session, routine,
              {started} AS started_at,
              {ended} AS ended_at,
              active_ms / 1000.0 AS active_seconds, outcome,
              coalesce(nullif((SELECT count(*) FROM step WHERE session = id AND outcome IN ('done', 'shortened')), 0),
                steps_claimed, 0) AS steps_done,
              steps_planned, pain_before, pain_after, note, device
            FROM session;
            CREATE TABLE deleted (
              session TEXT PRIMARY KEY CHECK (length(session) = 36),
              deleted_ms INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE change (
              change INTEGER PRIMARY KEY,
              made_ms INTEGER NOT NULL,
              made_offset INTEGER NOT NULL,
              what TEXT NOT NULL,
              session TEXT NOT NULL,
              before TEXT CHECK (before IS NULL OR json_valid(before)),
              part_of INTEGER REFERENCES change (change),
              undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
            ) STRICT;
            CREATE INDEX change_part ON change (part_of) WHERE part_of IS NOT NULL;
            """;

    /** A digest in each row, empty while it has to be made anew: whoever changes a row unseals it. */
    private static final String THIRD = checksumTriggers("meta", "key", "key, value")
            + checksumTriggers(
                    "session",
                    "id",
                    "id, routine, started_ms, started_offset, zone, ended_ms, ended_offset, active_ms, outcome,"
                            + " steps_planned, pain_before, pain_after, note, device, plan, broken_off, changed_ms,"
                            + " steps_claimed")
            + checksumTriggers(
                    "step",
                    "session, step",
                    "session, step, exercise, side, kind, planned, done, held_ms, outcome, started_ms, started_offset")
            + checksumTriggers("deleted", "session", "session, deleted_ms")
            + checksumTriggers(
                    "change", "change", "change, made_ms, made_offset, what, session, before, part_of, undone");

    /** Time off from reminders, and how the back feels. */
    private static final String FOURTH = """
            CREATE TABLE rest (
              id TEXT PRIMARY KEY CHECK (length(id) = 36),
              kind TEXT NOT NULL CHECK (kind IN ('snooze', 'skip')),
              at_ms INTEGER NOT NULL,
              at_offset INTEGER NOT NULL,
              until_ms INTEGER CHECK ((kind = 'snooze') = (until_ms IS NOT NULL)),
              days INTEGER CHECK ((kind = 'skip') = (days IS NOT NULL) AND days BETWEEN 1 AND 366),
              reason TEXT NOT NULL DEFAULT '',
              device TEXT NOT NULL
            ) STRICT;
            CREATE INDEX rest_at ON rest (at_ms);
            CREATE TABLE checkin (
              id TEXT PRIMARY KEY CHECK (length(id) = 36),
              at_ms INTEGER NOT NULL,
              at_offset INTEGER NOT NULL,
              pain INTEGER CHECK (pain BETWEEN 0 AND 10),
              marker_bending TEXT CHECK (marker_bending IN ('worse', 'same', 'better')),
              marker_hips TEXT CHECK (marker_hips IN ('worse', 'same', 'better')),
              marker_balance TEXT CHECK (marker_balance IN ('worse', 'same', 'better')),
              marker_ease TEXT CHECK (marker_ease IN ('worse', 'same', 'better')),
              note TEXT NOT NULL DEFAULT '',
              device TEXT NOT NULL
            ) STRICT;
            CREATE INDEX checkin_at ON checkin (at_ms);
            CREATE VIEW rests AS
            SELECT id AS rest, kind,
              {at} AS at,
              {until} AS until,
              days, reason, device
            FROM rest;
            CREATE VIEW checkins AS
            SELECT id AS checkin,
              {at} AS at,
              pain, marker_bending, marker_hips, marker_balance, marker_ease, note, device
            FROM checkin;
            """
            + checksumTriggers("rest", "id", "id, kind, at_ms, at_offset, until_ms, days, reason, device")
            + checksumTriggers(
                    "checkin",
                    "id",
                    "id, at_ms, at_offset, pain, marker_bending, marker_hips, marker_balance, marker_ease, note, device");

    /** What each change did, row by row and field by field; changes that were made before have no kind. */
    private static final String FIFTH = """
            ALTER TABLE change ADD COLUMN kind TEXT CHECK (kind IN ('practice', 'correction', 'import'));
            ALTER TABLE change ADD COLUMN undone_ms INTEGER;
            DROP TRIGGER change_changed;
            """
            + unsealing(
                    "change",
                    "change",
                    "change, made_ms, made_offset, what, session, before, part_of, undone, kind, undone_ms")
            + """
            -- The number of the change, by which they are sorted, stands in every index of its table.
            CREATE INDEX change_practice ON change (session) WHERE kind = 'practice';
            CREATE TABLE change_entry (
              change INTEGER NOT NULL REFERENCES change (change),
              row_table TEXT NOT NULL,
              row_key TEXT NOT NULL CHECK (json_valid(row_key)),
              field TEXT NOT NULL,
              before ANY,
              after ANY,
              PRIMARY KEY (change, row_table, row_key, field)
            ) STRICT, WITHOUT ROWID;
            """
            + checksumTriggers(
                    "change_entry",
                    "change, row_table, row_key, field",
                    "change, row_table, row_key, field, before, after");

    /** Which set of its exercise a step is, and with what load. */
    private static final String SIXTH = """
            ALTER TABLE step ADD COLUMN set_number INTEGER CHECK (set_number > 0);
            ALTER TABLE step ADD COLUMN load TEXT NOT NULL DEFAULT '';
            DROP TRIGGER step_changed;
            """
            + unsealing(
                    "step",
                    "session, step",
                    "session, step, exercise, side, kind, planned, done, held_ms, outcome, started_ms, started_offset,"
                            + " set_number, load")
            + """
            DROP VIEW steps;
            CREATE VIEW steps AS
            SELECT step.session, step.step, session.routine, step.exercise, step.side, step.kind, step.planned, step.done,
              CASE step.kind WHEN 'hold' THEN 's' ELSE step.kind END AS unit,
              step.held_ms / 1000.0 AS seconds, step.outcome,
              {step started} AS started_at,
              step.set_number AS "set", step.load
            FROM step JOIN session ON session.id = step.session;
            """;

    /** When each record was last changed, by which histories are synced, and what was written and read of that. */
    private static final String SEVENTH = """
            CREATE TABLE changed (
              id TEXT PRIMARY KEY,
              at_ms INTEGER NOT NULL,
              year INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX changed_year ON changed (year);
            """ + checksumTriggers("changed", "id", "id, at_ms, year") + """
            CREATE TABLE sync_file (
              folder TEXT NOT NULL,
              name TEXT NOT NULL,
              sha256 TEXT NOT NULL,
              year INTEGER,
              PRIMARY KEY (folder, name)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX sync_file_year ON sync_file (year) WHERE year IS NOT NULL;
            -- What was undone before has left its trace in the log alone.
            INSERT INTO changed (id, at_ms, year)
            SELECT id, max(at), {year} FROM (
              SELECT id, coalesce(changed_ms, 0) AS at, started_ms AS ms FROM session
              WHERE outcome IS NOT NULL
              UNION ALL SELECT id, 0, at_ms FROM checkin
              UNION ALL SELECT id, 0, at_ms FROM rest
              UNION ALL SELECT session, deleted_ms, deleted_ms FROM deleted
              UNION ALL SELECT json_extract(row_key, '$[0]'), undone_ms, undone_ms FROM change
              JOIN change_entry USING (change) WHERE undone_ms IS NOT NULL AND kind <> 'import')
            WHERE id IS NOT NULL GROUP BY id;
            CREATE TRIGGER changed_inserted AFTER INSERT ON changed \
            BEGIN DELETE FROM sync_file WHERE year = new.year; END;
            CREATE TRIGGER changed_updated AFTER UPDATE OF id, at_ms, year ON changed \
            BEGIN DELETE FROM sync_file WHERE year IN (old.year, new.year); END;
            """;

    /** Each step leads from the version before it to the next; what was released is never altered. */
    private static final List<String> STEPS = List.of(FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH, SEVENTH);

    /** The number of the newest shape. */
    public static final int VERSION = STEPS.size();

    /** Makes the first of eight hexadecimal digits a, b, e or f: no spreadsheet takes that for a number. */
    private static final int A_LETTER_FIRST = 0xA000_0000;

    private Schema() {}

    /** Plain SQL, so that the user's own sqlite3 unseals what it changes and needs nothing of ours. */
    private static String checksumTriggers(String table, String key, String columns) {
        return "ALTER TABLE " + table + " ADD COLUMN digest INTEGER;"
                + " CREATE INDEX " + table + "_unsealed ON " + table + " (" + key + ") WHERE digest IS NULL;"
                + unsealing(table, key, columns);
    }

    private static String unsealing(String table, String key, String columns) {
        var changed =
                key.contains(",") ? "(" + key + ") = (new." + key.replace(", ", ", new.") + ")" : key + " = new." + key;
        return "CREATE TRIGGER " + table + "_changed AFTER UPDATE OF " + columns + " ON " + table
                + " WHEN new.digest IS old.digest AND new.digest IS NOT NULL"
                + " BEGIN UPDATE " + table + " SET digest = NULL WHERE " + changed + "; END;";
    }

    /** ISO 8601 with offset, out of milliseconds since 1970 and seconds east of Greenwich. */
    private static String iso(String millis, String offset) {
        return "strftime('%Y-%m-%dT%H:%M:%S', {ms} / 1000 + {offset}, 'unixepoch') || printf('.%03d', {ms} % 1000)"
                .concat(" || printf('%s%02d:%02d', CASE WHEN {offset} < 0 THEN '-' ELSE '+' END,")
                .concat(" abs({offset}) / 3600, abs({offset}) / 60 % 60)")
                .replace("{ms}", millis)
                .replace("{offset}", offset);
    }

    /** The year in UTC, out of milliseconds since 1970. */
    static String year(String millis) {
        return "CAST(coalesce(strftime('%Y', " + millis + " / 1000, 'unixepoch'), '1970') AS INTEGER)";
    }

    /** A new name of a device. */
    public static String device(RandomGenerator random) {
        return HexFormat.of().toHexDigits(random.nextInt() | A_LETTER_FIRST);
    }

    /** Brings a database up to the newest shape, from nothing too; the caller holds the transaction. */
    static void upgrade(Connection connection, int from, RandomGenerator random) throws SQLException {
        make(connection, from, VERSION);
        if (from == 0) {
            Query.run(connection, "INSERT INTO meta (key, value) VALUES ('device', '" + device(random) + "')");
            Query.run(connection, "PRAGMA application_id = " + APPLICATION_ID);
        }
        Query.run(connection, "PRAGMA user_version = " + VERSION);
    }

    /** Whether the tables are those of this version, from which the other steps lead on: tried on an empty copy of them. */
    static boolean leadsOn(Connection connection, int version) throws SQLException {
        try (var copy = SqliteConnections.memory()) {
            Query.each(
                    connection,
                    "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid",
                    List.of(),
                    row -> Query.run(copy, row.getString(1)));
            make(copy, version, VERSION);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** Takes the steps that lead from one version to another. */
    public static void make(Connection connection, int from, int to) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var step : STEPS.subList(from, to)) {
                statement.executeUpdate(step.replace("{started}", iso("started_ms", "started_offset"))
                        .replace("{ended}", iso("ended_ms", "ended_offset"))
                        .replace("{step started}", iso("step.started_ms", "step.started_offset"))
                        .replace("{at}", iso("at_ms", "at_offset"))
                        .replace("{until}", iso("until_ms", "at_offset"))
                        .replace("{year}", year("min(ms)")));
            }
        }
    }
}
