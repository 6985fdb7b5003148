-- Time off from reminders, and how the back feels.
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
  strftime('%Y-%m-%dT%H:%M:%S', at_ms / 1000 + at_offset, 'unixepoch') || printf('.%03d', at_ms % 1000) || printf('%s%02d:%02d', CASE WHEN at_offset < 0 THEN '-' ELSE '+' END, abs(at_offset) / 3600, abs(at_offset) / 60 % 60) AS at,
  strftime('%Y-%m-%dT%H:%M:%S', until_ms / 1000 + at_offset, 'unixepoch') || printf('.%03d', until_ms % 1000) || printf('%s%02d:%02d', CASE WHEN at_offset < 0 THEN '-' ELSE '+' END, abs(at_offset) / 3600, abs(at_offset) / 60 % 60) AS until,
  days, reason, device
FROM rest;
CREATE VIEW checkins AS
SELECT id AS checkin,
  strftime('%Y-%m-%dT%H:%M:%S', at_ms / 1000 + at_offset, 'unixepoch') || printf('.%03d', at_ms % 1000) || printf('%s%02d:%02d', CASE WHEN at_offset < 0 THEN '-' ELSE '+' END, abs(at_offset) / 3600, abs(at_offset) / 60 % 60) AS at,
  pain, marker_bending, marker_hips, marker_balance, marker_ease, note, device
FROM checkin;
ALTER TABLE rest ADD COLUMN digest INTEGER;
CREATE INDEX rest_unsealed ON rest (id) WHERE digest IS NULL;
CREATE TRIGGER rest_changed AFTER UPDATE OF id, kind, at_ms, at_offset, until_ms, days, reason, device ON rest WHEN new.digest IS old.digest AND new.digest IS NOT NULL BEGIN UPDATE rest SET digest = NULL WHERE id = new.id; END;
ALTER TABLE checkin ADD COLUMN digest INTEGER;
CREATE INDEX checkin_unsealed ON checkin (id) WHERE digest IS NULL;
CREATE TRIGGER checkin_changed AFTER UPDATE OF id, at_ms, at_offset, pain, marker_bending, marker_hips, marker_balance, marker_ease, note, device ON checkin WHEN new.digest IS old.digest AND new.digest IS NOT NULL BEGIN UPDATE checkin SET digest = NULL WHERE id = new.id; END;
