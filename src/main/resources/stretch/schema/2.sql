-- Sessions that can be resumed and mended, and a log by which each change can be taken back.
ALTER TABLE session ADD COLUMN plan TEXT;
ALTER TABLE session ADD COLUMN broken_off INTEGER;
ALTER TABLE session ADD COLUMN changed_ms INTEGER;
ALTER TABLE session ADD COLUMN steps_claimed INTEGER;
DROP VIEW sessions;
CREATE VIEW sessions AS
SELECT id AS session, routine,
  strftime('%Y-%m-%dT%H:%M:%S', started_ms / 1000 + started_offset, 'unixepoch') || printf('.%03d', started_ms % 1000) || printf('%s%02d:%02d', CASE WHEN started_offset < 0 THEN '-' ELSE '+' END, abs(started_offset) / 3600, abs(started_offset) / 60 % 60) AS started_at,
  strftime('%Y-%m-%dT%H:%M:%S', ended_ms / 1000 + ended_offset, 'unixepoch') || printf('.%03d', ended_ms % 1000) || printf('%s%02d:%02d', CASE WHEN ended_offset < 0 THEN '-' ELSE '+' END, abs(ended_offset) / 3600, abs(ended_offset) / 60 % 60) AS ended_at,
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
