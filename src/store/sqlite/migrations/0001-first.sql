-- The whole of an office in one file. Released migrations never change: their SHA-256 is kept in every database.
--
-- Days are TEXT YYYY-MM-DD, NULL for none; instants are INTEGER UTC microseconds; closed sets are stored by their nick;
-- truth values are 0 or 1. A uid names an entity outside this file, an id only inside it.

CREATE TABLE migration (
  number     INTEGER PRIMARY KEY,
  name       TEXT    NOT NULL,
  sha256     TEXT    NOT NULL,
  applied_at INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The municipality. Each table row belongs to one version; motions name the version they were made under.

CREATE TABLE catalogue (
  id         INTEGER PRIMARY KEY,
  uid        TEXT    NOT NULL UNIQUE,
  sha256     TEXT    NOT NULL UNIQUE,
  valid_from TEXT    NOT NULL,
  stored_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE action_field (
  id           INTEGER PRIMARY KEY,
  uid          TEXT    NOT NULL UNIQUE,
  catalogue_id INTEGER NOT NULL REFERENCES catalogue (id),
  position     INTEGER NOT NULL,
  key          TEXT    NOT NULL,
  name         TEXT    NOT NULL,
  letter       TEXT    NOT NULL,
  colour       TEXT    NOT NULL,
  UNIQUE (catalogue_id, position)
) STRICT;

CREATE TABLE goal (
  id              INTEGER PRIMARY KEY,
  uid             TEXT    NOT NULL UNIQUE,
  action_field_id INTEGER NOT NULL REFERENCES action_field (id),
  position        INTEGER NOT NULL,
  code            TEXT    NOT NULL,
  text            TEXT    NOT NULL,
  UNIQUE (action_field_id, position)
) STRICT;

CREATE TABLE profile (
  id           INTEGER PRIMARY KEY,
  uid          TEXT    NOT NULL UNIQUE,
  sha256       TEXT    NOT NULL UNIQUE,
  catalogue_id INTEGER NOT NULL REFERENCES catalogue (id),
  name         TEXT    NOT NULL,
  valid_from   TEXT    NOT NULL,
  stored_at    INTEGER NOT NULL,
  json         BLOB    NOT NULL
) STRICT;

CREATE TABLE body (
  id           INTEGER PRIMARY KEY,
  profile_id   INTEGER NOT NULL REFERENCES profile (id),
  position     INTEGER NOT NULL,
  uid          TEXT    NOT NULL,
  name         TEXT    NOT NULL,
  abbreviation TEXT    NOT NULL,
  kind         TEXT    NOT NULL,
  seats        INTEGER NOT NULL,
  visibility   TEXT    NOT NULL,
  decides      INTEGER NOT NULL CHECK (decides IN (0, 1)),
  UNIQUE (profile_id, uid)
) STRICT;

-- Numbers, whatever becomes of their motions: unique in every state, never deleted, void is final.

CREATE TABLE ledger (
  id         INTEGER PRIMARY KEY,
  uid        TEXT    NOT NULL UNIQUE,
  number     TEXT    NOT NULL UNIQUE,
  kind       TEXT    NOT NULL,
  serial     INTEGER NOT NULL,
  year       INTEGER NOT NULL,
  origin     TEXT    NOT NULL,
  state      TEXT    NOT NULL CHECK (state IN ('reserved', 'issued', 'void')),
  reason     TEXT,
  motion_uid TEXT,
  changed_at INTEGER NOT NULL,
  CHECK (state <> 'void' OR (reason IS NOT NULL AND reason <> ''))
) STRICT;

CREATE INDEX ledger_series ON ledger (kind, year, serial);
CREATE INDEX ledger_series_origin ON ledger (kind, year, origin, serial);

CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger
BEGIN
  SELECT RAISE (ABORT, 'ledger: numbers are never deleted');
END;

CREATE TRIGGER ledger_one_way BEFORE UPDATE ON ledger
WHEN NEW.number <> OLD.number OR NEW.uid <> OLD.uid OR OLD.state = 'void' OR (OLD.state = 'issued' AND NEW.state = 'reserved')
BEGIN
  SELECT RAISE (ABORT, 'ledger: a number only goes from reserved to issued to void');
END;

-- A motion. What lists show and sort by stands in the row, long texts beside it: a page of 64 rows then reads 64 rows.

CREATE TABLE motion (
  id           INTEGER PRIMARY KEY,
  uid          TEXT    NOT NULL UNIQUE,
  number       TEXT    UNIQUE REFERENCES ledger (number),
  number_key   TEXT    NOT NULL,
  kind         TEXT    NOT NULL,
  stage        TEXT    NOT NULL,
  visibility   TEXT    NOT NULL,
  relevance    TEXT    NOT NULL,
  title        TEXT    NOT NULL,
  title_key    TEXT    NOT NULL,
  submitter    TEXT    NOT NULL,
  responsible  TEXT    NOT NULL,
  received_on  TEXT,
  decided_on   TEXT,
  state        TEXT    NOT NULL,
  state_rank   INTEGER NOT NULL,
  next_day     TEXT,
  revision     INTEGER NOT NULL,
  profile_id   INTEGER REFERENCES profile (id),
  catalogue_id INTEGER REFERENCES catalogue (id),
  trashed      INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  created_at   INTEGER NOT NULL,
  changed_at   INTEGER NOT NULL
) STRICT;

CREATE INDEX motion_newest ON motion (trashed, changed_at);
CREATE INDEX motion_number ON motion (trashed, number_key);
CREATE INDEX motion_title ON motion (trashed, title_key);
CREATE INDEX motion_state ON motion (trashed, state_rank, changed_at);
CREATE INDEX motion_next_day ON motion (trashed, coalesce (next_day, '9999-12-31'), changed_at);

CREATE TABLE motion_text (
  motion_id           INTEGER PRIMARY KEY REFERENCES motion (id) ON DELETE CASCADE,
  resolution          TEXT NOT NULL,
  legal_basis         TEXT NOT NULL,
  related_resolutions TEXT NOT NULL,
  expert_opinions     TEXT NOT NULL,
  publication_notes   TEXT NOT NULL,
  reasoning           TEXT NOT NULL,
  unrecognised        TEXT NOT NULL
) STRICT;

CREATE TABLE consultation (
  id             INTEGER PRIMARY KEY,
  uid            TEXT    NOT NULL UNIQUE,
  motion_id      INTEGER NOT NULL REFERENCES motion (id) ON DELETE CASCADE,
  position       INTEGER NOT NULL,
  body           TEXT    NOT NULL,
  body_uid       TEXT,
  visibility     TEXT    NOT NULL,
  role           TEXT    NOT NULL,
  day            TEXT,
  in_favour      INTEGER CHECK (in_favour >= 0),
  against        INTEGER CHECK (against >= 0),
  abstentions    INTEGER CHECK (abstentions >= 0),
  excluded       INTEGER CHECK (excluded >= 0),
  present        INTEGER CHECK (present >= 0),
  result         TEXT    NOT NULL,
  result_wording TEXT    NOT NULL,
  confirmed_by   TEXT    NOT NULL,
  confirmed_role TEXT    NOT NULL,
  confirmed_at   INTEGER
) STRICT;

CREATE INDEX consultation_motion ON consultation (motion_id, position);
CREATE INDEX consultation_day ON consultation (day);

-- Bytes, stored once. Chunks come first and in transactions of their own, the digest when they are complete, the annex last.

CREATE TABLE file (
  id         INTEGER PRIMARY KEY,
  uid        TEXT    NOT NULL UNIQUE,
  sha256     TEXT    UNIQUE,
  size       INTEGER NOT NULL,
  touched_at INTEGER NOT NULL
) STRICT;

CREATE TABLE file_chunk (
  id       INTEGER PRIMARY KEY,
  file_id  INTEGER NOT NULL REFERENCES file (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  bytes    BLOB    NOT NULL,
  UNIQUE (file_id, position)
) STRICT;

CREATE TABLE annex (
  id         INTEGER PRIMARY KEY,
  uid        TEXT    NOT NULL UNIQUE,
  motion_id  INTEGER NOT NULL REFERENCES motion (id) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  number     INTEGER NOT NULL,
  title      TEXT    NOT NULL,
  visibility TEXT    NOT NULL,
  source     INTEGER NOT NULL CHECK (source IN (0, 1)),
  file_id    INTEGER REFERENCES file (id),
  file_name  TEXT,
  media_type TEXT
) STRICT;

CREATE INDEX annex_motion ON annex (motion_id, position);
CREATE INDEX annex_file ON annex (file_id) WHERE file_id IS NOT NULL;

CREATE TABLE annex_text (
  annex_id INTEGER PRIMARY KEY REFERENCES annex (id) ON DELETE CASCADE,
  text     TEXT NOT NULL
) STRICT;

CREATE TABLE mark (
  id        INTEGER PRIMARY KEY,
  uid       TEXT    NOT NULL UNIQUE,
  motion_id INTEGER NOT NULL REFERENCES motion (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  field     TEXT    NOT NULL,
  ticked    INTEGER NOT NULL CHECK (ticked IN (0, 1)),
  rationale TEXT    NOT NULL
) STRICT;

CREATE INDEX mark_motion ON mark (motion_id, position);
CREATE INDEX mark_field ON mark (field);

CREATE TABLE mark_goal (
  mark_id  INTEGER NOT NULL REFERENCES mark (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  code     TEXT    NOT NULL,
  PRIMARY KEY (mark_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE signatory (
  id         INTEGER PRIMARY KEY,
  uid        TEXT    NOT NULL UNIQUE,
  motion_id  INTEGER NOT NULL REFERENCES motion (id) ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  name       TEXT    NOT NULL,
  role       TEXT    NOT NULL,
  block      TEXT    NOT NULL,
  valid_from TEXT,
  valid_to   TEXT
) STRICT;

CREATE INDEX signatory_motion ON signatory (motion_id, position);

CREATE TABLE relation (
  id        INTEGER PRIMARY KEY,
  uid       TEXT    NOT NULL UNIQUE,
  motion_id INTEGER NOT NULL REFERENCES motion (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  kind      TEXT    NOT NULL,
  target    TEXT    NOT NULL
) STRICT;

CREATE INDEX relation_motion ON relation (motion_id, position);
CREATE INDEX relation_target ON relation (target);

-- A signature freezes what it covers; the signed document is served from its stored bytes.

CREATE TABLE signature (
  id          INTEGER PRIMARY KEY,
  uid         TEXT    NOT NULL UNIQUE,
  motion_id   INTEGER NOT NULL REFERENCES motion (id),
  document    TEXT    NOT NULL CHECK (document IN ('submission', 'resolution', 'extract')),
  name        TEXT    NOT NULL,
  role        TEXT    NOT NULL,
  signed_at   INTEGER NOT NULL,
  revision    INTEGER NOT NULL,
  file_id     INTEGER REFERENCES file (id),
  actor_login INTEGER NOT NULL,
  actor_name  TEXT    NOT NULL
) STRICT;

CREATE INDEX signature_motion ON signature (motion_id);
CREATE INDEX signature_file ON signature (file_id) WHERE file_id IS NOT NULL;

-- The histories beside revision: undo patches (prunable), snapshots, and the deeds that count in law.

CREATE TABLE edit (
  id          INTEGER PRIMARY KEY,
  uid         TEXT    NOT NULL UNIQUE,
  motion_id   INTEGER NOT NULL REFERENCES motion (id) ON DELETE CASCADE,
  revision    INTEGER NOT NULL,
  field       TEXT    NOT NULL,
  start       INTEGER NOT NULL,
  before      TEXT    NOT NULL,
  after       TEXT    NOT NULL,
  at          INTEGER NOT NULL,
  actor_login INTEGER NOT NULL,
  actor_name  TEXT    NOT NULL
) STRICT;

CREATE INDEX edit_motion ON edit (motion_id, revision);

CREATE TABLE version (
  id          INTEGER PRIMARY KEY,
  uid         TEXT    NOT NULL UNIQUE,
  motion_id   INTEGER NOT NULL REFERENCES motion (id) ON DELETE CASCADE,
  revision    INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  actor_login INTEGER NOT NULL,
  actor_name  TEXT    NOT NULL,
  snapshot    BLOB    NOT NULL
) STRICT;

CREATE INDEX version_motion ON version (motion_id, revision);

CREATE TABLE journal (
  sequence    INTEGER PRIMARY KEY,
  uid         TEXT    NOT NULL UNIQUE,
  instant     INTEGER NOT NULL,
  actor_login INTEGER NOT NULL,
  actor_name  TEXT    NOT NULL,
  deed        TEXT    NOT NULL,
  motion_uid  TEXT,
  payload     BLOB    NOT NULL,
  previous    TEXT    NOT NULL,
  hash        TEXT    NOT NULL UNIQUE
) STRICT;

CREATE INDEX journal_motion ON journal (motion_uid, sequence) WHERE motion_uid IS NOT NULL;

-- Without its salt a hash in a payload says nothing about the text it was made of: deleting the row is the purge.

CREATE TABLE journal_salt (
  sequence INTEGER PRIMARY KEY,
  salt     BLOB NOT NULL
) STRICT;

-- Deeds a restored backup had and the live journal had not; the live chain goes on.

CREATE TABLE journal_branch (
  id       INTEGER PRIMARY KEY,
  branch   TEXT    NOT NULL,
  sequence INTEGER NOT NULL,
  uid      TEXT    NOT NULL,
  payload  BLOB    NOT NULL,
  previous TEXT    NOT NULL,
  hash     TEXT    NOT NULL,
  salt     BLOB,
  UNIQUE (branch, sequence)
) STRICT;

CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
BEGIN
  SELECT RAISE (ABORT, 'journal: entries never change');
END;

CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
BEGIN
  SELECT RAISE (ABORT, 'journal: entries are never deleted');
END;

-- Also keeps INSERT OR REPLACE, which fires no DELETE trigger, from rewriting an entry.
CREATE TRIGGER journal_in_order BEFORE INSERT ON journal
WHEN NEW.sequence IS NOT (SELECT coalesce (max (sequence), 0) + 1 FROM journal)
  OR NEW.previous IS NOT coalesce ((SELECT hash FROM journal ORDER BY sequence DESC LIMIT 1), '')
BEGIN
  SELECT RAISE (ABORT, 'journal: an entry continues the chain');
END;

CREATE TRIGGER journal_branch_no_update BEFORE UPDATE ON journal_branch
BEGIN
  SELECT RAISE (ABORT, 'journal: entries never change');
END;

CREATE TRIGGER journal_branch_no_delete BEFORE DELETE ON journal_branch
BEGIN
  SELECT RAISE (ABORT, 'journal: entries are never deleted');
END;

-- Full text. rowid is motion.id, so that descending rowids are newest first without sorting. Case and diacritics are folded by the tokenizer,
-- ß by the program on both sides. `tails` holds the tails of the title's words: a prefix of a tail is an infix of the word, and
-- stays in one expression with the other words. Nothing is ranked by relevance, so no column sizes are kept.

CREATE VIRTUAL TABLE search USING fts5 (
  number, title, text, tails,
  tokenize = 'unicode61 remove_diacritics 2',
  prefix = '1 2 3 4 5 6',
  columnsize = 0
);

-- Motions whose long texts changed since they were indexed; the writer indexes them when idle.

CREATE TABLE search_pending (
  motion_id INTEGER PRIMARY KEY REFERENCES motion (id) ON DELETE CASCADE
) STRICT;
