-- When each record was last changed, by which histories are synced, and what was written and read of that.
CREATE TABLE changed (
  id TEXT PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  year INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX changed_year ON changed (year);
ALTER TABLE changed ADD COLUMN digest INTEGER;
CREATE INDEX changed_unsealed ON changed (id) WHERE digest IS NULL;
CREATE TRIGGER changed_changed AFTER UPDATE OF id, at_ms, year ON changed WHEN new.digest IS old.digest AND new.digest IS NOT NULL BEGIN UPDATE changed SET digest = NULL WHERE id = new.id; END;
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
SELECT id, max(at), CAST(coalesce(strftime('%Y', min(ms) / 1000, 'unixepoch'), '1970') AS INTEGER) FROM (
  SELECT id, coalesce(changed_ms, 0) AS at, started_ms AS ms FROM session
  WHERE outcome IS NOT NULL
  UNION ALL SELECT id, 0, at_ms FROM checkin
  UNION ALL SELECT id, 0, at_ms FROM rest
  UNION ALL SELECT session, deleted_ms, deleted_ms FROM deleted
  UNION ALL SELECT json_extract(row_key, '$[0]'), undone_ms, undone_ms FROM change
  JOIN change_entry USING (change) WHERE undone_ms IS NOT NULL AND kind <> 'import')
WHERE id IS NOT NULL GROUP BY id;
CREATE TRIGGER changed_inserted AFTER INSERT ON changed BEGIN DELETE FROM sync_file WHERE year = new.year; END;
CREATE TRIGGER changed_updated AFTER UPDATE OF id, at_ms, year ON changed BEGIN DELETE FROM sync_file WHERE year IN (old.year, new.year); END;
