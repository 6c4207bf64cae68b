-- Meetings, their agendas, and which consultation is dealt with in which meeting.

-- begins and ends are minutes since the midnight with which the day begins, as the clock on the wall of that zone shows them; what lasts past midnight counts on.
-- sequence counts the changes that an invited person has to hear of (RFC 5545, 3.8.7.4), here and where a file came from; modified_at is the instant what it says
-- changed last, there or here (3.8.7.3), changed_at when the row was written. agenda_changed_at is NULL until an agenda was stored, which may be an empty one.

CREATE TABLE meeting (
  id           INTEGER PRIMARY KEY,
  uid          TEXT    NOT NULL UNIQUE,
  number       TEXT,
  body         TEXT    NOT NULL CHECK (body <> ''),
  body_uid     TEXT,
  zone         TEXT    NOT NULL,
  day          TEXT    NOT NULL,
  begins       INTEGER CHECK (begins >= 0),
  ends         INTEGER CHECK (ends >= 0),
  room         TEXT    NOT NULL,
  state        TEXT    NOT NULL,
  note         TEXT    NOT NULL,
  visibility   TEXT    NOT NULL,
  revision     INTEGER NOT NULL,
  sequence     INTEGER NOT NULL DEFAULT 0,
  agenda_fixed INTEGER NOT NULL DEFAULT 0 CHECK (agenda_fixed IN (0, 1)),
  trashed      INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  created_at   INTEGER NOT NULL,
  modified_at  INTEGER NOT NULL,
  changed_at   INTEGER NOT NULL,
  changed_by   INTEGER NOT NULL,
  changed_name TEXT    NOT NULL,

  agenda_changed_at   INTEGER,
  agenda_changed_by   INTEGER,
  agenda_changed_name TEXT,

  CHECK (ends >= begins)
) STRICT;

CREATE INDEX meeting_day ON meeting (day, begins);
CREATE INDEX meeting_body ON meeting (body, day);
CREATE UNIQUE INDEX meeting_number ON meeting (number) WHERE trashed = 0;

-- With what the agendas of a body begin, where the office has its own.

CREATE TABLE standard_agenda (
  id          INTEGER PRIMARY KEY,
  body_uid    TEXT    NOT NULL UNIQUE,
  changed_at  INTEGER NOT NULL,
  actor_login INTEGER NOT NULL,
  actor_name  TEXT    NOT NULL
) STRICT;

-- The items of a meeting's agenda or of a standard one, in order; number is what was printed, empty before. An agenda stays what it was, whatever becomes of its
-- motions: they are named by their uids.

CREATE TABLE agenda_item (
  id               INTEGER PRIMARY KEY,
  uid              TEXT    NOT NULL UNIQUE,
  meeting_id       INTEGER REFERENCES meeting (id) ON DELETE CASCADE,
  standard_id      INTEGER REFERENCES standard_agenda (id) ON DELETE CASCADE,
  position         INTEGER NOT NULL,
  depth            INTEGER NOT NULL CHECK (depth >= 0),
  number           TEXT    NOT NULL,
  visibility       TEXT    NOT NULL,
  kind             TEXT    NOT NULL,
  origin           TEXT    NOT NULL,
  removed          INTEGER NOT NULL CHECK (removed IN (0, 1)),
  title            TEXT    NOT NULL,
  public_title     TEXT    NOT NULL,
  motion_uid       TEXT,
  motion_number    TEXT    NOT NULL,
  consultation_uid TEXT,
  note             TEXT    NOT NULL,
  CHECK ((meeting_id IS NULL) <> (standard_id IS NULL))
) STRICT;

CREATE INDEX agenda_item_meeting ON agenda_item (meeting_id, position) WHERE meeting_id IS NOT NULL;
CREATE INDEX agenda_item_standard ON agenda_item (standard_id, position) WHERE standard_id IS NOT NULL;
CREATE INDEX agenda_item_motion ON agenda_item (motion_uid) WHERE motion_uid IS NOT NULL;

-- A consultation has a day of its own until it is linked to a meeting, then the meeting's. The day is kept in both, so that whatever asks a motion for its days finds them in its rows.

ALTER TABLE consultation ADD COLUMN meeting_id INTEGER REFERENCES meeting (id) ON DELETE SET NULL;

CREATE INDEX consultation_meeting ON consultation (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX consultation_undated ON consultation (motion_id) WHERE day IS NULL AND result = 'none';

-- With what the identities of non-public meetings are keyed where they leave the house: those of meetings that came in without one follow from body and day, which anybody can try.

CREATE TABLE calendar_key (
  id  INTEGER PRIMARY KEY CHECK (id = 1),
  key BLOB    NOT NULL CHECK (length (key) = 32)
) STRICT;

INSERT INTO calendar_key (id, key) VALUES (1, randomblob (32));
