-- What an office keeps for writing and finding its motions.

-- Templates and standard sequences: what new motions begin with, as canonical bytes of a motion; the files of its annexes are kept from being collected.

CREATE TABLE template (
  id          INTEGER PRIMARY KEY,
  uid         TEXT    NOT NULL UNIQUE,
  part        TEXT    NOT NULL CHECK (part IN ('motion', 'sequence')),
  name        TEXT    NOT NULL,
  name_key    TEXT    NOT NULL,
  kind        TEXT    NOT NULL,
  content     BLOB    NOT NULL,
  changed_at  INTEGER NOT NULL,
  actor_login INTEGER NOT NULL,
  actor_name  TEXT    NOT NULL,
  UNIQUE (part, name_key)
) STRICT;

CREATE TABLE template_file (
  template_id INTEGER NOT NULL REFERENCES template (id) ON DELETE CASCADE,
  file_id     INTEGER NOT NULL REFERENCES file (id),
  PRIMARY KEY (template_id, file_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX template_file_file ON template_file (file_id);

-- For which origin a motion was begun whose number is drawn later.

CREATE TABLE draft_origin (
  motion_id INTEGER PRIMARY KEY REFERENCES motion (id) ON DELETE CASCADE,
  origin    TEXT    NOT NULL
) STRICT;

-- What motions are filtered by, beside what they have already. findings is how many the checks have, NULL where that was not counted yet;
-- created_by and changed_by are logins. The year of a motion without a number is that of its first draft.

ALTER TABLE motion ADD COLUMN year INTEGER NOT NULL DEFAULT 0;
ALTER TABLE motion ADD COLUMN origin TEXT NOT NULL DEFAULT '';
ALTER TABLE motion ADD COLUMN findings INTEGER;
ALTER TABLE motion ADD COLUMN created_by INTEGER;
ALTER TABLE motion ADD COLUMN changed_by INTEGER;

UPDATE motion SET
  year = coalesce ((SELECT l.year FROM ledger l WHERE l.number = motion.number AND l.year > 0), CAST (strftime ('%Y', created_at / 1000000, 'unixepoch') AS INTEGER)),
  origin = coalesce ((SELECT l.origin FROM ledger l WHERE l.number = motion.number), ''),
  created_by = (SELECT v.actor_login FROM version v WHERE v.motion_id = motion.id ORDER BY v.revision, v.id LIMIT 1),
  changed_by = coalesce ((SELECT e.actor_login FROM edit e WHERE e.motion_id = motion.id ORDER BY e.revision DESC, e.id DESC LIMIT 1),
                         (SELECT v.actor_login FROM version v WHERE v.motion_id = motion.id ORDER BY v.revision DESC, v.id DESC LIMIT 1));

CREATE INDEX motion_kind ON motion (trashed, kind, changed_at);
CREATE INDEX motion_year ON motion (trashed, year, changed_at);
CREATE INDEX motion_year_number ON motion (trashed, year, number_key);
CREATE INDEX motion_origin ON motion (trashed, origin, changed_at);
CREATE INDEX motion_responsible ON motion (trashed, responsible, changed_at);
CREATE INDEX motion_created_by ON motion (created_by);
CREATE INDEX motion_changed_by ON motion (changed_by);
CREATE INDEX motion_findings ON motion (trashed, changed_at) WHERE findings > 0;
CREATE INDEX motion_uncounted ON motion (id) WHERE findings IS NULL;
CREATE INDEX consultation_body ON consultation (body, motion_id);
CREATE INDEX mark_field_motion ON mark (field, ticked, motion_id);
CREATE INDEX stage_deed_released ON stage_deed (motion_id) WHERE deed = 'released';

-- Filters that were saved under a name, for the whole office; terms as JSON.

CREATE TABLE saved_filter (
  id          INTEGER PRIMARY KEY,
  uid         TEXT    NOT NULL UNIQUE,
  name        TEXT    NOT NULL UNIQUE,
  terms       TEXT    NOT NULL,
  changed_at  INTEGER NOT NULL,
  actor_login INTEGER NOT NULL,
  actor_name  TEXT    NOT NULL
) STRICT;

-- The picture in the head of every paper, at most one; the office's own, for none may ship.

CREATE TABLE coat_of_arms (
  id      INTEGER PRIMARY KEY CHECK (id = 1),
  picture BLOB NOT NULL
) STRICT;

-- The files each annex has had: what was replaced or taken out stays as long as its motion, for its history, for undo and for versions.

CREATE TABLE annex_history (
  id          INTEGER PRIMARY KEY,
  motion_id   INTEGER NOT NULL REFERENCES motion (id) ON DELETE CASCADE,
  annex_uid   TEXT    NOT NULL,
  file_id     INTEGER NOT NULL REFERENCES file (id),
  file_name   TEXT    NOT NULL,
  media_type  TEXT    NOT NULL,
  at          INTEGER NOT NULL,
  actor_login INTEGER NOT NULL,
  actor_name  TEXT    NOT NULL,
  UNIQUE (annex_uid, file_id, file_name)
) STRICT;

CREATE INDEX annex_history_motion ON annex_history (motion_id);
CREATE INDEX annex_history_file ON annex_history (file_id);

-- Text blocks of the office: what is written again and again, chosen from a list.

CREATE TABLE snippet (
  id         INTEGER PRIMARY KEY,
  uid        TEXT    NOT NULL UNIQUE,
  name       TEXT    NOT NULL CHECK (name <> ''),
  text       TEXT    NOT NULL,
  used_at    INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

-- The undo patches that upkeep forgets, the oldest first.
CREATE INDEX edit_at ON edit (at);

-- The Leitbild's figures. drafted_on is the day of the first draft; counted_on the day the motion counts for: received, else the earliest date of its
-- consultations, else drafted_on.

ALTER TABLE motion ADD COLUMN drafted_on TEXT NOT NULL DEFAULT '';
ALTER TABLE motion ADD COLUMN counted_on TEXT NOT NULL DEFAULT '';

UPDATE motion SET drafted_on = strftime ('%Y-%m-%d', created_at / 1000000, 'unixepoch', 'localtime');
UPDATE motion SET counted_on = coalesce (received_on, (SELECT min (c.day) FROM consultation c WHERE c.motion_id = motion.id), drafted_on);

CREATE INDEX motion_counted ON motion (trashed, counted_on, state_rank, relevance);
CREATE INDEX motion_relevance ON motion (trashed, relevance, changed_at);
CREATE INDEX mark_counted ON mark (motion_id, field, ticked);
CREATE INDEX mark_goal_code ON mark_goal (code, mark_id);
