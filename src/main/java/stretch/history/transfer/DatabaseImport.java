package stretch.history.transfer;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import stretch.history.db.Database;
import stretch.history.db.DatabaseHeader;
import stretch.history.db.SqliteConnections;
import stretch.history.entry.FieldRules;
import stretch.os.ExitCode;
import stretch.os.UserError;

/** Reads the record of another machine, of whatever version, into the tables of an import. */
record DatabaseImport(Database database) {
    /** What was undone in a record, by session, check-in or rest, and when; an import that was undone may come again. */
    static String undone(String schema) {
        return "SELECT json_extract(row_key, '$[0]') AS id, max(undone_ms) AS at_ms FROM " + schema
                + ".change JOIN " + schema + ".change_entry USING (change)"
                + " WHERE undone_ms IS NOT NULL AND kind <> 'import' GROUP BY 1";
    }

    /** Fails if it is no history, or holds what a text would be refused for; nothing of one without tables is read. */
    void stage(Path file) throws SQLException {
        if (!DatabaseHeader.requireHistory(file.toAbsolutePath())) {
            return;
        }
        database.update("ATTACH ? AS other", SqliteConnections.name(file));
        try {
            refuseFaults(file);
            long version = database.number("PRAGMA other.user_version");
            var columns = FieldRules.columnList("session");
            var theirs = version > 1 ? columns : columns.replaceAll("plan|broken_off|changed_ms|steps_claimed", "NULL");
            database.update("INSERT INTO in_session (" + columns + ") SELECT " + theirs
                    + " FROM other.session WHERE outcome IS NOT NULL");
            var step = FieldRules.columnList("step");
            var theirStep =
                    version > 5 ? step : step.replace("set_number", "NULL").replace("load", "''");
            database.update("INSERT INTO in_step (" + step + ") SELECT " + theirStep + " FROM other.step"
                    + " WHERE session IN (SELECT id FROM in_session)");
            if (version > 1) {
                database.update("INSERT INTO in_deleted SELECT session, deleted_ms FROM other.deleted");
            }
            if (version > 3) {
                for (var table : List.of("checkin", "rest")) {
                    var cells = FieldRules.columnList(table);
                    database.update(
                            "INSERT INTO in_" + table + " (" + cells + ") SELECT " + cells + " FROM other." + table);
                }
            }
            if (version > 4) {
                stageUndone();
            }
        } finally {
            database.update("DETACH other");
        }
    }

    /** What was undone there counts as edited then, and what is gone by it as deleted. */
    private void stageUndone() throws SQLException {
        database.update("CREATE TEMP TABLE undone AS " + undone("other"));
        database.update("UPDATE in_session SET changed_ms = max(coalesce(changed_ms, 0), undone.at_ms) FROM undone"
                + " WHERE undone.id = in_session.id");
        database.update("INSERT OR IGNORE INTO in_deleted SELECT id, at_ms FROM undone WHERE id IN"
                + " (SELECT json_extract(row_key, '$[0]') FROM other.change_entry WHERE row_table = 'session')"
                + " AND id NOT IN (SELECT id FROM other.session)");
        database.update("DROP TABLE undone");
    }

    private void refuseFaults(Path file) throws SQLException {
        var faults = FieldRules.faults(database.connection(), "other", ImportWriter.MOST_PROBLEMS);
        if (!faults.isEmpty()) {
            throw new UserError(
                    ExitCode.BAD_INPUT,
                    faults.stream()
                            .map(fault -> file + ": " + fault
                                    + "; correct it there, where 'stretch doctor' says how, then import again")
                            .toList());
        }
    }
}
