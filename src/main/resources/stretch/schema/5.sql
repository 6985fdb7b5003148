-- What each change did, row by row and field by field; changes that were made before have no kind.
ALTER TABLE change ADD COLUMN kind TEXT CHECK (kind IN ('practice', 'correction', 'import'));
ALTER TABLE change ADD COLUMN undone_ms INTEGER;
DROP TRIGGER change_changed;
CREATE TRIGGER change_changed AFTER UPDATE OF change, made_ms, made_offset, what, session, before, part_of, undone, kind, undone_ms ON change WHEN new.digest IS old.digest AND new.digest IS NOT NULL BEGIN UPDATE change SET digest = NULL WHERE change = new.change; END;-- The number of the change, by which they are sorted, stands in every index of its table.
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
ALTER TABLE change_entry ADD COLUMN digest INTEGER;
CREATE INDEX change_entry_unsealed ON change_entry (change, row_table, row_key, field) WHERE digest IS NULL;
CREATE TRIGGER change_entry_changed AFTER UPDATE OF change, row_table, row_key, field, before, after ON change_entry WHEN new.digest IS old.digest AND new.digest IS NOT NULL BEGIN UPDATE change_entry SET digest = NULL WHERE (change, row_table, row_key, field) = (new.change, new.row_table, new.row_key, new.field); END;
