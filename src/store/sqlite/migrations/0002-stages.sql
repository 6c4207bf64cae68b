-- What was done to a motion's stage, with the words that go with it. The journal proves each deed and holds its remark as a salted hash only;
-- here the remark can be read, and purged.

CREATE TABLE stage_deed (
  id          INTEGER PRIMARY KEY,
  uid         TEXT    NOT NULL UNIQUE,
  motion_id   INTEGER NOT NULL REFERENCES motion (id) ON DELETE CASCADE,
  revision    INTEGER NOT NULL,
  deed        TEXT    NOT NULL,
  from_stage  TEXT    NOT NULL,
  to_stage    TEXT    NOT NULL,
  remark      TEXT    NOT NULL,
  at          INTEGER NOT NULL,
  actor_login INTEGER NOT NULL,
  actor_name  TEXT    NOT NULL
) STRICT;

CREATE INDEX stage_deed_motion ON stage_deed (motion_id, id);
