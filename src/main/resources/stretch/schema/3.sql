-- A digest in each row, empty while it has to be made anew: whoever changes a row unseals it. In plain SQL, so that the
-- user's own sqlite3 unseals what it changes and needs nothing of ours.
ALTER TABLE meta ADD COLUMN digest INTEGER;
CREATE INDEX meta_unsealed ON meta (key) WHERE digest IS NULL;
CREATE TRIGGER meta_changed AFTER UPDATE OF key, value ON meta WHEN new.digest IS old.digest AND new.digest IS NOT NULL BEGIN UPDATE meta SET digest = NULL WHERE key = new.key; END;
ALTER TABLE session ADD COLUMN digest INTEGER;
CREATE INDEX session_unsealed ON session (id) WHERE digest IS NULL;
CREATE TRIGGER session_changed AFTER UPDATE OF id, routine, started_ms, started_offset, zone, ended_ms, ended_offset, active_ms, outcome, steps_planned, pain_before, pain_after, note, device, plan, broken_off, changed_ms, steps_claimed ON session WHEN new.digest IS old.digest AND new.digest IS NOT NULL BEGIN UPDATE session SET digest = NULL WHERE id = new.id; END;
ALTER TABLE step ADD COLUMN digest INTEGER;
CREATE INDEX step_unsealed ON step (session, step) WHERE digest IS NULL;
CREATE TRIGGER step_changed AFTER UPDATE OF session, step, exercise, side, kind, planned, done, held_ms, outcome, started_ms, started_offset ON step WHEN new.digest IS old.digest AND new.digest IS NOT NULL BEGIN UPDATE step SET digest = NULL WHERE (session, step) = (new.session, new.step); END;
ALTER TABLE deleted ADD COLUMN digest INTEGER;
CREATE INDEX deleted_unsealed ON deleted (session) WHERE digest IS NULL;
CREATE TRIGGER deleted_changed AFTER UPDATE OF session, deleted_ms ON deleted WHEN new.digest IS old.digest AND new.digest IS NOT NULL BEGIN UPDATE deleted SET digest = NULL WHERE session = new.session; END;
ALTER TABLE change ADD COLUMN digest INTEGER;
CREATE INDEX change_unsealed ON change (change) WHERE digest IS NULL;
CREATE TRIGGER change_changed AFTER UPDATE OF change, made_ms, made_offset, what, session, before, part_of, undone ON change WHEN new.digest IS old.digest AND new.digest IS NOT NULL BEGIN UPDATE change SET digest = NULL WHERE change = new.change; END;
