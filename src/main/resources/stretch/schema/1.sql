-- The shape of the first release. What was released is never altered: a change is a file of its own, with the next number.
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
  strftime('%Y-%m-%dT%H:%M:%S', started_ms / 1000 + started_offset, 'unixepoch') || printf('.%03d', started_ms % 1000) || printf('%s%02d:%02d', CASE WHEN started_offset < 0 THEN '-' ELSE '+' END, abs(started_offset) / 3600, abs(started_offset) / 60 % 60) AS started_at,
  strftime('%Y-%m-%dT%H:%M:%S', ended_ms / 1000 + ended_offset, 'unixepoch') || printf('.%03d', ended_ms % 1000) || printf('%s%02d:%02d', CASE WHEN ended_offset < 0 THEN '-' ELSE '+' END, abs(ended_offset) / 3600, abs(ended_offset) / 60 % 60) AS ended_at,
  active_ms / 1000.0 AS active_seconds, outcome,
  (SELECT count(*) FROM step WHERE session = id AND outcome IN ('done', 'shortened')) AS steps_done,
  steps_planned, pain_before, pain_after, note, device
FROM session;
CREATE VIEW steps AS
SELECT step.session, step.step, session.routine, step.exercise, step.side, step.kind, step.planned, step.done,
  CASE step.kind WHEN 'hold' THEN 's' ELSE step.kind END AS unit,
  step.held_ms / 1000.0 AS seconds, step.outcome,
  strftime('%Y-%m-%dT%H:%M:%S', step.started_ms / 1000 + step.started_offset, 'unixepoch') || printf('.%03d', step.started_ms % 1000) || printf('%s%02d:%02d', CASE WHEN step.started_offset < 0 THEN '-' ELSE '+' END, abs(step.started_offset) / 3600, abs(step.started_offset) / 60 % 60) AS started_at
FROM step JOIN session ON session.id = step.session;
