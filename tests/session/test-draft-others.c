/* test-draft-others.c — two drafts of one motion: merged, or seen by the person
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "draft-fixture.h"
#include "vlg-db.h"
#include "vlg-draft-merge.h"
#include "vlg-sqlite-store.h"

typedef struct {
  OfficeFixture office;
  VlgMotion *start;
  VlgDraft *one;
  VlgDraft *two;
} Fixture;

#define ADD(path, function) g_test_add ("/draft-others/" path, Fixture, NULL, set_up, function, tear_down)

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  office_fixture_set_up (&self->office, data);
  self->start = draft_fixture_motion (&self->office);
  self->one = draft_fixture_open (&self->office, vlg_motion_get_uid (self->start));
  self->two = draft_fixture_open (&self->office, vlg_motion_get_uid (self->start));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  draft_fixture_drop (&self->one);
  draft_fixture_drop (&self->two);
  draft_fixture_spin (50);
  g_clear_object (&self->start);
  office_fixture_tear_down (&self->office, data);
}

static void
set_text (VlgDraft   *draft,
          VlgField    field,
          const char *text)
{
  vlg_motion_set_text (vlg_draft_get_motion (draft), field, text);
}

static const char *
get_text (VlgDraft *draft,
          VlgField  field)
{
  return vlg_motion_get_text (vlg_draft_get_motion (draft), field);
}

static gboolean
are_equal (gpointer data)
{
  Fixture *self = data;

  return vlg_draft_get_save_state (self->one) == VLG_SAVE_STATE_SAVED && vlg_draft_get_save_state (self->two) == VLG_SAVE_STATE_SAVED &&
         vlg_motion_equal (vlg_draft_get_motion (self->one), vlg_draft_get_motion (self->two)) &&
         vlg_motion_get_revision (vlg_draft_get_motion (self->one)) == vlg_motion_get_revision (vlg_draft_get_motion (self->two));
}

/* Both show the same, and it is what is stored. */
static void
await_agreement (Fixture *self)
{
  g_autoptr (VlgMotion) stored = NULL;

  office_fixture_wait_until (are_equal, self);
  stored = draft_fixture_stored (&self->office, vlg_motion_get_uid (self->start));
  g_assert_true (vlg_motion_equal (stored, vlg_draft_get_motion (self->one)));
}

static VlgConflict *
get_conflict (VlgDraft *draft)
{
  g_autoptr (VlgConflict) conflict = NULL;

  draft_fixture_await (draft, VLG_SAVE_STATE_CONFLICT);
  g_assert_cmpuint (g_list_model_get_n_items (vlg_draft_get_conflicts (draft)), ==, 1);
  conflict = g_list_model_get_item (vlg_draft_get_conflicts (draft), 0);

  return conflict;
}

static void
test_other_fields_merge (Fixture       *self,
                         gconstpointer  data)
{
  /* At the same time. */
  set_text (self->one, VLG_FIELD_TITLE, "Neue Laternen");
  set_text (self->two, VLG_FIELD_SUBMITTER, "Tiefbauamt");
  await_agreement (self);
  g_assert_cmpstr (get_text (self->one, VLG_FIELD_SUBMITTER), ==, "Tiefbauamt");
  g_assert_cmpstr (get_text (self->two, VLG_FIELD_TITLE), ==, "Neue Laternen");

  /* While one is typing. */
  for (guint i = 1; i < 20; i++)
    {
      g_autofree char *text = g_strnfill (i, 'x');

      set_text (self->one, VLG_FIELD_REASONING, text);
      if (i == 10)
        set_text (self->two, VLG_FIELD_RESPONSIBLE, "Bauhof");
      draft_fixture_spin (60);
    }
  await_agreement (self);
  g_assert_cmpuint (strlen (get_text (self->two, VLG_FIELD_REASONING)), ==, 19);
}

static void
test_rows_merge (Fixture       *self,
                 gconstpointer  data)
{
  GListStore *rows = vlg_motion_get_consultations (vlg_draft_get_motion (self->one));
  g_autoptr (VlgConsultation) first = g_list_model_get_item (G_LIST_MODEL (rows), 0);

  vlg_consultation_set_day (first, vlg_day_new (2031, 3, 6));
  draft_fixture_add_row (vlg_draft_get_motion (self->two), "Hauptausschuss", vlg_day_new (2031, 3, 12));
  await_agreement (self);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 3);
  g_assert_cmpuint (vlg_consultation_get_day (first), ==, vlg_day_new (2031, 3, 6));
  /* The row a widget holds stays in the list. */
  g_assert_true (g_list_store_find (rows, first, NULL));
}

/* Both write the title; the first wins the race and the second is asked. Returns who. */
static VlgDraft *
collide (Fixture *self)
{
  set_text (self->one, VLG_FIELD_TITLE, "mein Titel");
  set_text (self->two, VLG_FIELD_TITLE, "ihr Titel");
  set_text (self->two, VLG_FIELD_SUBMITTER, "Tiefbauamt");
  g_assert_no_error (draft_fixture_flush (self->one));

  return self->two;
}

static void
test_same_field_is_a_conflict (Fixture       *self,
                               gconstpointer  data)
{
  VlgDraft *late = collide (self);
  VlgConflict *conflict = get_conflict (late);
  g_autoptr (VlgMotion) stored = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (vlg_conflict_get_field (conflict), ==, VLG_FIELD_TITLE);
  g_assert_true (vlg_conflict_is_text (conflict));
  g_assert_cmpstr (vlg_conflict_get_base (conflict), ==, "Laternen am Ufer");
  g_assert_cmpstr (vlg_conflict_get_mine (conflict), ==, "ihr Titel");
  g_assert_cmpstr (vlg_conflict_get_theirs (conflict), ==, "mein Titel");
  /* Neither is overwritten, on the screen or in the store; the rest is saved. */
  g_assert_cmpstr (get_text (late, VLG_FIELD_TITLE), ==, "ihr Titel");
  error = draft_fixture_flush (late);
  g_assert_error (error, VLG_ERROR, VLG_ERROR_CONFLICT);
  stored = draft_fixture_stored (&self->office, vlg_motion_get_uid (self->start));
  g_assert_cmpstr (vlg_motion_get_text (stored, VLG_FIELD_TITLE), ==, "mein Titel");
  g_assert_cmpstr (vlg_motion_get_text (stored, VLG_FIELD_SUBMITTER), ==, "Tiefbauamt");

  /* Both go on writing. */
  set_text (late, VLG_FIELD_TITLE, "ihr neuer Titel");
  set_text (self->one, VLG_FIELD_TITLE, "mein neuer Titel");
  g_assert_no_error (draft_fixture_flush (self->one));
  draft_fixture_spin (500);
  g_assert_true (get_conflict (late) == conflict);
  g_assert_cmpstr (vlg_conflict_get_mine (conflict), ==, "ihr neuer Titel");
  g_assert_cmpstr (vlg_conflict_get_theirs (conflict), ==, "mein neuer Titel");
}

static void
test_keep_mine (Fixture       *self,
                gconstpointer  data)
{
  VlgDraft *late = collide (self);

  vlg_draft_keep_mine (late, get_conflict (late));
  await_agreement (self);
  g_assert_cmpstr (get_text (self->one, VLG_FIELD_TITLE), ==, "ihr Titel");
  vlg_draft_undo (late);
  await_agreement (self);
  g_assert_cmpstr (get_text (self->one, VLG_FIELD_TITLE), ==, "mein Titel");
}

static void
test_take_theirs (Fixture       *self,
                  gconstpointer  data)
{
  VlgDraft *late = collide (self);

  vlg_draft_take_theirs (late, get_conflict (late));
  await_agreement (self);
  g_assert_cmpstr (get_text (late, VLG_FIELD_TITLE), ==, "mein Titel");
  /* The words are not gone. */
  vlg_draft_undo (late);
  await_agreement (self);
  g_assert_cmpstr (get_text (self->one, VLG_FIELD_TITLE), ==, "ihr Titel");
}

static void
test_join (Fixture       *self,
           gconstpointer  data)
{
  VlgDraft *late;
  VlgConflict *conflict;

  set_text (self->one, VLG_FIELD_RESOLUTION, "Die Laternen werden alle erneuert.\n\nDie Kosten trägt die Stadt.");
  g_assert_no_error (draft_fixture_flush (self->one));
  await_agreement (self);
  set_text (self->one, VLG_FIELD_RESOLUTION, "Die Laternen werden alle erneuert.\n\nDie Kosten trägt der Kreis.");
  set_text (self->two, VLG_FIELD_RESOLUTION, "Die Laternen werden bald erneuert.\n\nDie Kosten trägt die Stadt.");
  late = self->two;
  g_assert_no_error (draft_fixture_flush (self->one));
  conflict = get_conflict (late);
  vlg_draft_join (late, conflict, NULL);
  await_agreement (self);
  g_assert_cmpstr (get_text (self->one, VLG_FIELD_RESOLUTION), ==, "Die Laternen werden bald erneuert.\n\nDie Kosten trägt der Kreis.");

  set_text (self->one, VLG_FIELD_TITLE, "A");
  set_text (self->two, VLG_FIELD_TITLE, "B");
  g_assert_no_error (draft_fixture_flush (self->one));
  vlg_draft_join (late, get_conflict (late), "A und B");
  await_agreement (self);
  g_assert_cmpstr (get_text (self->one, VLG_FIELD_TITLE), ==, "A und B");
}

static void
test_undecided_survives (Fixture       *self,
                         gconstpointer  data)
{
  VlgDraft *late = collide (self);

  get_conflict (late);
  set_text (late, VLG_FIELD_TITLE, "ihr Titel, weitergeschrieben");
  draft_fixture_spin (700);
  /* As a crash would leave it. */
  draft_fixture_drop (&self->two);
  self->two = draft_fixture_open (&self->office, vlg_motion_get_uid (self->start));
  draft_fixture_await (self->two, VLG_SAVE_STATE_CONFLICT);
  g_assert_cmpstr (vlg_conflict_get_mine (get_conflict (self->two)), ==, "ihr Titel, weitergeschrieben");
  g_assert_cmpstr (vlg_conflict_get_theirs (get_conflict (self->two)), ==, "mein Titel");
  vlg_draft_keep_mine (self->two, get_conflict (self->two));
  await_agreement (self);

  /* Decided once is decided. */
  draft_fixture_drop (&self->two);
  self->two = draft_fixture_open (&self->office, vlg_motion_get_uid (self->start));
  draft_fixture_spin (50);
  g_assert_cmpint (vlg_draft_get_save_state (self->two), ==, VLG_SAVE_STATE_SAVED);
  g_assert_cmpstr (get_text (self->two, VLG_FIELD_TITLE), ==, "ihr Titel, weitergeschrieben");
}

static gboolean
has_new_title (gpointer data)
{
  return g_str_equal (get_text (data, VLG_FIELD_TITLE), "aus dem anderen Programm");
}

static void
test_two_programs (Fixture       *self,
                   gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->office.folder, "vorlage.db", NULL);
  g_autoptr (VlgActor) actor = vlg_actor_new (1001, "Jemand anderes");
  g_autoptr (GError) error = NULL;
  OfficeFixture other = { self->office.folder, vlg_sqlite_store_open (path, &error), NULL };
  g_autoptr (VlgDraft) draft = NULL;

  g_assert_no_error (error);
  other.office = vlg_office_new (other.store, actor, &error);
  g_assert_no_error (error);
  draft = draft_fixture_open (&other, vlg_motion_get_uid (self->start));
  set_text (draft, VLG_FIELD_TITLE, "aus dem anderen Programm");
  set_text (self->one, VLG_FIELD_REASONING, "Sie flackern.");
  office_fixture_wait_until (has_new_title, self->one);
  await_agreement (self);
  draft_fixture_drop (&draft);
  draft_fixture_spin (50);
  g_clear_object (&other.office);
  vlg_store_close (other.store, &error);
  g_assert_no_error (error);
  g_clear_object (&other.store);
}

/* What a signature or a confirmation has overtaken cannot be taken back. */

static gpointer
execute_job (VlgDb         *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  VlgStatement *statement = vlg_db_prepare (db, data, error);

  if (statement != NULL)
    vlg_statement_execute (statement, error);

  return NULL;
}

/* In another program. */
static void
sign (Fixture *self)
{
  g_autofree char *path = g_build_filename (self->office.folder, "vorlage.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgStore) other = vlg_sqlite_store_open (path, &error);

  g_assert_no_error (error);
  vlg_store_write (other, execute_job, (gpointer)
    "INSERT INTO signature (uid, motion_id, document, name, role, signed_at, revision, actor_login, actor_name) "
    "SELECT 's', id, 'submission', 'Erika Muster', 'Oberbürgermeisterin', 1, revision, 1001, 'Erika Muster' FROM motion", NULL, &error);
  g_assert_no_error (error);
  vlg_store_close (other, &error);
  g_assert_no_error (error);
}

static gboolean
is_frozen (gpointer data)
{
  return vlg_draft_get_frozen (data);
}

static void
test_signature (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  set_text (self->one, VLG_FIELD_TITLE, "Neue Laternen");
  vlg_draft_end_step (self->one);
  vlg_motion_set_received_on (vlg_draft_get_motion (self->one), vlg_day_new (2031, 2, 3));
  await_agreement (self);
  g_assert_false (vlg_draft_get_frozen (self->one));
  sign (self);
  office_fixture_wait_until (is_frozen, self->one);
  office_fixture_wait_until (is_frozen, self->two);

  /* The day of receipt stays open, the title does not. */
  g_assert_true (vlg_draft_get_can_undo (self->one));
  vlg_draft_undo (self->one);
  g_assert_cmpuint (vlg_motion_get_received_on (vlg_draft_get_motion (self->one)), ==, VLG_DAY_NONE);
  g_assert_false (vlg_draft_get_can_undo (self->one));
  g_assert_cmpstr (get_text (self->one, VLG_FIELD_TITLE), ==, "Neue Laternen");
  await_agreement (self);

  /* What is tried all the same is refused, kept, and can be taken back. */
  set_text (self->one, VLG_FIELD_TITLE, "zu spät");
  error = draft_fixture_flush (self->one);
  g_assert_error (error, VLG_ERROR, VLG_ERROR_FROZEN);
  g_assert_cmpstr (get_text (self->one, VLG_FIELD_TITLE), ==, "zu spät");
  vlg_draft_undo (self->one);
  await_agreement (self);

  /* Who opens it now is told, too. */
  draft_fixture_drop (&self->two);
  self->two = draft_fixture_open (&self->office, vlg_motion_get_uid (self->start));
  office_fixture_wait_until (is_frozen, self->two);
}

/* The text that was being typed when the signature came. */
static void
test_signature_meets_typing (Fixture       *self,
                             gconstpointer  data)
{
  set_text (self->one, VLG_FIELD_TITLE, "Neue Laternen");
  await_agreement (self);
  sign (self);
  set_text (self->one, VLG_FIELD_TITLE, "Neue Laternen am Ufer");
  draft_fixture_await (self->one, VLG_SAVE_STATE_FAILED);
  office_fixture_wait_until (is_frozen, self->one);
  g_assert_cmpstr (get_text (self->one, VLG_FIELD_TITLE), ==, "Neue Laternen am Ufer");
  vlg_draft_undo (self->one);
  g_assert_cmpstr (get_text (self->one, VLG_FIELD_TITLE), ==, "Neue Laternen");
  await_agreement (self);
  g_assert_false (vlg_draft_get_can_undo (self->one));
}

/* The merging itself. */

static void
test_merge_rows (void)
{
  static const struct { const char *base, *mine, *theirs, *merged, *mine_wins; } cases[] = {
    { "[]", "[{\"uid\":\"a\"}]", "[{\"uid\":\"b\"}]", "[{\"uid\":\"b\"},{\"uid\":\"a\"}]", NULL },
    /* Other members of one row, other rows, a row gone. */
    { "[{\"d\":1,\"e\":1,\"uid\":\"a\"},{\"uid\":\"b\"}]", "[{\"d\":2,\"e\":1,\"uid\":\"a\"},{\"uid\":\"b\"}]", "[{\"d\":1,\"e\":3,\"uid\":\"a\"}]",
      "[{\"d\":2,\"e\":3,\"uid\":\"a\"}]", NULL },
    /* The same member. */
    { "[{\"d\":1,\"uid\":\"a\"}]", "[{\"d\":2,\"uid\":\"a\"}]", "[{\"d\":3,\"uid\":\"a\"}]", NULL, "[{\"d\":2,\"uid\":\"a\"}]" },
    { "[{\"d\":1,\"uid\":\"a\"}]", "[{\"d\":2,\"uid\":\"a\"}]", "[{\"d\":2,\"uid\":\"a\"}]", "[{\"d\":2,\"uid\":\"a\"}]", NULL },
    /* One removed what the other changed: what was written stays. */
    { "[{\"d\":1,\"uid\":\"a\"}]", "[]", "[{\"d\":3,\"uid\":\"a\"}]", NULL, "[{\"d\":3,\"uid\":\"a\"}]" },
    /* One moved, the other added behind one. */
    { "[{\"uid\":\"a\"},{\"uid\":\"b\"}]", "[{\"uid\":\"b\"},{\"uid\":\"a\"}]", "[{\"uid\":\"a\"},{\"uid\":\"c\"},{\"uid\":\"b\"}]",
      "[{\"uid\":\"b\"},{\"uid\":\"a\"},{\"uid\":\"c\"}]", NULL },
    { "[{\"uid\":\"a\"},{\"uid\":\"b\"},{\"uid\":\"c\"}]", "[{\"uid\":\"b\"},{\"uid\":\"a\"},{\"uid\":\"c\"}]", "[{\"uid\":\"a\"},{\"uid\":\"c\"},{\"uid\":\"b\"}]",
      NULL, "[{\"uid\":\"b\"},{\"uid\":\"a\"},{\"uid\":\"c\"}]" },
    /* Rows without a name of their own. */
    { "[{\"n\":\"x\"}]", "[{\"n\":\"x\"},{\"n\":\"y\"}]", "[{\"n\":\"z\"}]", "[{\"n\":\"z\"},{\"n\":\"y\"}]", NULL },
    { "{\"fields\":[],\"relevance\":null}", "{\"fields\":[{\"field\":\"f\"}],\"relevance\":null}", "{\"fields\":[],\"relevance\":\"relevant\"}",
      "{\"fields\":[{\"field\":\"f\"}],\"relevance\":\"relevant\"}", NULL },
    { "\"a\"", "\"b\"", "\"c\"", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *merged = vlg_draft_merge_rows (cases[i].base, cases[i].mine, cases[i].theirs, FALSE);
      g_autofree char *mine_wins = vlg_draft_merge_rows (cases[i].base, cases[i].mine, cases[i].theirs, TRUE);

      g_test_message ("case %u", i);
      g_assert_cmpstr (merged, ==, cases[i].merged);
      g_assert_cmpstr (mine_wins, ==, cases[i].merged != NULL ? cases[i].merged : cases[i].mine_wins);
    }
}

static void
test_merge_text (void)
{
  static const struct { const char *base, *mine, *theirs, *merged; } cases[] = {
    { "a\nb\nc", "A\nb\nc", "a\nb\nC", "A\nb\nC" },
    { "a\nb\nc", "a\nx\nb\nc", "a\nb\nc\ny", "a\nx\nb\nc\ny" },
    { "a\nb\nc", "a\nc", "a\nb\nc", "a\nc" },
    { "a\nb\nc", "a\nB1\nc", "a\nB2\nc", "a\nB1\n\nB2\nc" },
    { "a", "b", "b", "b" },
    { "", "mine", "theirs", "mine\n\ntheirs" },
    { "a\nb", "a\nb", "", "" },
    { "a\n\nb\n\nc", "a\n\nb\n\nc\n\nd", "a\n\nc", "a\n\nc\n\nd" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *merged = vlg_draft_merge_text (cases[i].base, cases[i].mine, cases[i].theirs);

      g_test_message ("case %u", i);
      g_assert_cmpstr (merged, ==, cases[i].merged);
    }
}

/* No word of either side is lost where both only add. */
static void
test_merge_text_keeps_words (void)
{
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GString) base = g_string_new (NULL);
      g_autoptr (GString) mine = g_string_new (NULL);
      g_autoptr (GString) theirs = g_string_new (NULL);
      g_autofree char *merged = NULL;

      for (int i = 0; i < 12; i++)
        {
          g_autofree char *line = g_strdup_printf ("%d\n", g_test_rand_int_range (0, 4));

          g_string_append (base, line);
          g_string_append (mine, line);
          g_string_append (theirs, line);
          if (g_test_rand_int_range (0, 4) == 0)
            g_string_append_printf (mine, "mine%d\n", i);
          if (g_test_rand_int_range (0, 4) == 0)
            g_string_append_printf (theirs, "theirs%d\n", i);
        }
      merged = vlg_draft_merge_text (base->str, mine->str, theirs->str);
      for (int i = 0; i < 12; i++)
        {
          g_autofree char *my_line = g_strdup_printf ("mine%d\n", i);
          g_autofree char *their_line = g_strdup_printf ("theirs%d\n", i);

          g_assert_true (strstr (mine->str, my_line) == NULL || strstr (merged, my_line) != NULL);
          g_assert_true (strstr (theirs->str, their_line) == NULL || strstr (merged, their_line) != NULL);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/draft-others/merge-rows", test_merge_rows);
  g_test_add_func ("/draft-others/merge-text", test_merge_text);
  g_test_add_func ("/draft-others/merge-text-keeps-words", test_merge_text_keeps_words);
  ADD ("other-fields-merge", test_other_fields_merge);
  ADD ("rows-merge", test_rows_merge);
  ADD ("same-field-is-a-conflict", test_same_field_is_a_conflict);
  ADD ("keep-mine", test_keep_mine);
  ADD ("take-theirs", test_take_theirs);
  ADD ("join", test_join);
  ADD ("undecided-survives", test_undecided_survives);
  ADD ("two-programs", test_two_programs);
  ADD ("signature", test_signature);
  ADD ("signature-meets-typing", test_signature_meets_typing);

  return g_test_run ();
}
