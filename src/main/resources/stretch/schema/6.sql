-- Which set of its exercise a step is, and with what load.
ALTER TABLE step ADD COLUMN set_number INTEGER CHECK (set_number > 0);
ALTER TABLE step ADD COLUMN load TEXT NOT NULL DEFAULT '';
DROP TRIGGER step_changed;
CREATE TRIGGER step_changed AFTER UPDATE OF session, step, exercise, side, kind, planned, done, held_ms, outcome, started_ms, started_offset, set_number, load ON step WHEN new.digest IS old.digest AND new.digest IS NOT NULL BEGIN UPDATE step SET digest = NULL WHERE (session, step) = (new.session, new.step); END;DROP VIEW steps;
CREATE VIEW steps AS
SELECT step.session, step.step, session.routine, step.exercise, step.side, step.kind, step.planned, step.done,
  CASE step.kind WHEN 'hold' THEN 's' ELSE step.kind END AS unit,
  step.held_ms / 1000.0 AS seconds, step.outcome,
  strftime('%Y-%m-%dT%H:%M:%S', step.started_ms / 1000 + step.started_offset, 'unixepoch') || printf('.%03d', step.started_ms % 1000) || printf('%s%02d:%02d', CASE WHEN step.started_offset < 0 THEN '-' ELSE '+' END, abs(step.started_offset) / 3600, abs(step.started_offset) / 60 % 60) AS started_at,
  step.set_number AS "set", step.load
FROM step JOIN session ON session.id = step.session;
