/* test-store-motions.c — motions in and out of the store, merged, refused, trashed
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>

#include "store-fixture.h"
#include "vlg-numbers.h"
#include "vlg-profiles.h"
#include "vlg-string.h"
#include "vlg-upkeep.h"

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = fixture_motion (7);
  g_autoptr (VlgMotion) loaded = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (fixture_insert (fixture, motion, "imported", &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpint (vlg_motion_get_revision (motion), ==, 1);

  loaded = fixture_load (fixture, vlg_motion_get_uid (motion), &error);
  g_assert_no_error (error);
  g_assert_true (vlg_motion_equal (motion, loaded));
  g_assert_cmpint (vlg_motion_get_revision (loaded), ==, 1);
  g_assert_cmpuint (fixture_journal (fixture), ==, 1);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM version"), ==, 1);

  /* A copy of all of it survives the process. */
  g_clear_object (&loaded);
  fixture_reopen (fixture);
  loaded = fixture_load (fixture, vlg_motion_get_uid (motion), &error);
  g_assert_no_error (error);
  g_assert_true (vlg_motion_equal (motion, loaded));
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = vlg_motion_new ();
  g_autoptr (VlgMotion) loaded = NULL;
  g_autoptr (GError) error = NULL;

  fixture_insert (fixture, motion, "created", &error);
  g_assert_no_error (error);
  loaded = fixture_load (fixture, vlg_motion_get_uid (motion), &error);
  g_assert_no_error (error);
  g_assert_true (vlg_motion_equal (motion, loaded));
  g_assert_null (vlg_motion_get_number (loaded));

  g_clear_object (&loaded);
  loaded = fixture_load (fixture, "no such uid", &error);
  g_assert_null (loaded);
  g_assert_error (error, VLG_ERROR, VLG_ERROR_NOT_FOUND);
}

static void
test_number_once (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (VlgMotion) first = fixture_motion (1);
  g_autoptr (VlgMotion) second = fixture_motion (1);
  g_autoptr (GError) error = NULL;

  fixture_insert (fixture, first, "imported", &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_insert (fixture, second, "imported", &error), ==, 0);
  g_assert_error (error, VLG_ERROR, VLG_ERROR_EXISTS);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM motion"), ==, 1);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM consultation"), ==, 3);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM search"), ==, 1);
  g_assert_cmpuint (fixture_journal (fixture), ==, 1);
}

static void
test_trash (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (VlgMotion) draft = vlg_motion_new ();
  g_autoptr (VlgMotion) again = vlg_motion_new ();
  g_autoptr (VlgMotion) issued = fixture_motion (2);
  g_autoptr (VlgMotionNumber) number = vlg_motion_number_parse ("BV/012/2026", NULL);
  g_autoptr (GError) error = NULL;
  VlgMotionQuery trash = { .trash = TRUE, .words = "brunnen" };
  g_autofree char *found = NULL;
  g_autofree char *gone = NULL;
  g_autofree char *back = NULL;

  vlg_motion_set_number (draft, number);
  vlg_motion_set_text (draft, VLG_FIELD_TITLE, "Der Brunnen am Markt");
  fixture_insert (fixture, draft, "created", &error);
  g_assert_no_error (error);

  g_assert_true (fixture_trash (fixture, vlg_motion_get_uid (draft), TRUE, &error));
  g_assert_no_error (error);
  gone = fixture_search (fixture, "Brunnen");
  g_assert_cmpstr (gone, ==, "");
  found = fixture_query (fixture, &trash);
  g_assert_cmpstr (found, ==, "1");

  /* Its number is still its own. */
  vlg_motion_set_number (again, number);
  g_assert_cmpint (fixture_insert (fixture, again, "created", &error), ==, 0);
  g_assert_error (error, VLG_ERROR, VLG_ERROR_EXISTS);
  g_clear_error (&error);

  g_assert_true (fixture_trash (fixture, vlg_motion_get_uid (draft), FALSE, &error));
  back = fixture_search (fixture, "Brunnen");
  g_assert_cmpstr (back, ==, "1");
  g_assert_cmpuint (fixture_journal (fixture), ==, 3);

  fixture_insert (fixture, issued, "imported", &error);
  g_assert_no_error (error);
  g_assert_false (fixture_trash (fixture, vlg_motion_get_uid (issued), TRUE, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_FROZEN);
}

static void
test_merge (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (VlgMotion) mine = fixture_motion (3);
  g_autoptr (VlgMotion) theirs = NULL;
  g_autoptr (VlgMotion) stored = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgConsultation) row = NULL;

  fixture_insert (fixture, mine, "imported", &error);
  theirs = fixture_load (fixture, vlg_motion_get_uid (mine), &error);
  g_assert_no_error (error);

  vlg_motion_set_text (theirs, VLG_FIELD_RESOLUTION, "Der Stadtrat beschließt es so.");
  row = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_consultations (theirs)), 2);
  vlg_consultation_set_day (row, vlg_day_new (2031, 5, 6));
  g_assert_true (fixture_update (fixture, theirs, &error));
  vlg_motion_set_text (theirs, VLG_FIELD_RESOLUTION, "Der Stadtrat beschließt es endlich so.");
  g_assert_true (fixture_update (fixture, theirs, &error));
  g_assert_cmpint (vlg_motion_get_revision (theirs), ==, 3);

  /* Based on revision 1, in a field nobody else touched. */
  vlg_motion_set_text (mine, VLG_FIELD_TITLE, "Ein neuer Titel");
  vlg_motion_set_stage (mine, VLG_STAGE_WITHDRAWN);
  g_assert_true (fixture_update (fixture, mine, &error));
  g_assert_no_error (error);
  g_assert_cmpint (vlg_motion_get_revision (mine), ==, 4);
  g_assert_cmpstr (vlg_motion_get_text (mine, VLG_FIELD_RESOLUTION), ==, "Der Stadtrat beschließt es endlich so.");

  stored = fixture_load (fixture, vlg_motion_get_uid (mine), &error);
  g_assert_true (vlg_motion_equal (stored, mine));
  g_assert_cmpstr (vlg_motion_get_text (stored, VLG_FIELD_TITLE), ==, "Ein neuer Titel");
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM consultation WHERE day = '2031-05-06'"), ==, 1);
}

static void
test_conflict (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (VlgMotion) mine = fixture_motion (4);
  g_autoptr (VlgMotion) theirs = NULL;
  g_autoptr (VlgMotion) stored = NULL;
  g_autoptr (GError) error = NULL;

  fixture_insert (fixture, mine, "imported", &error);
  theirs = fixture_load (fixture, vlg_motion_get_uid (mine), &error);
  vlg_motion_set_text (theirs, VLG_FIELD_TITLE, "Ihr Titel");
  g_assert_true (fixture_update (fixture, theirs, &error));
  g_assert_no_error (error);

  vlg_motion_set_text (mine, VLG_FIELD_TITLE, "Mein Titel");
  vlg_motion_set_text (mine, VLG_FIELD_LEGAL_BASIS, "§ 1");
  g_assert_false (fixture_update (fixture, mine, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, vlg_field_get_label (VLG_FIELD_TITLE)));
  g_clear_error (&error);

  /* Nothing of it was stored, and the draft still says what it said. */
  g_assert_cmpstr (vlg_motion_get_text (mine, VLG_FIELD_TITLE), ==, "Mein Titel");
  g_assert_cmpint (vlg_motion_get_revision (mine), ==, 1);
  stored = fixture_load (fixture, vlg_motion_get_uid (mine), &error);
  g_assert_true (vlg_motion_equal (stored, theirs));

  /* Both wrote the same: no conflict. */
  vlg_motion_set_text (mine, VLG_FIELD_TITLE, "Ihr Titel");
  g_assert_true (fixture_update (fixture, mine, &error));
  g_assert_no_error (error);
  g_assert_cmpint (vlg_motion_get_revision (mine), ==, 3);

  /* Where the edits in between were pruned, nobody can know who changed what. */
  g_assert_true (fixture_execute (fixture, "DELETE FROM edit", &error));
  vlg_motion_set_text (theirs, VLG_FIELD_LEGAL_BASIS, "§ 2");
  g_assert_false (fixture_update (fixture, theirs, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_CONFLICT);
}

static void
test_uids_stay (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = fixture_motion (5);
  g_autoptr (VlgConsultation) first = NULL;
  g_autoptr (VlgSignatory) another = vlg_signatory_new ("Max Beispiel", "Vorsitzender", VLG_BLOCK_COUNCIL, VLG_DAY_NONE, VLG_DAY_NONE);
  g_autoptr (VlgMotion) stored = NULL;
  g_autoptr (GError) error = NULL;
  const char *count = "SELECT count (*) FROM signatory s JOIN setting t ON t.value = s.uid WHERE s.name = 'Erika Muster'";

  fixture_insert (fixture, motion, "imported", &error);
  fixture_execute (fixture, "INSERT INTO setting (name, value) SELECT 'kept', uid FROM signatory", &error);
  g_assert_no_error (error);

  /* The first consultation goes, a signatory comes before the old one. */
  first = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_consultations (motion)), 0);
  g_list_store_remove (vlg_motion_get_consultations (motion), 0);
  g_list_store_insert (vlg_motion_get_signatories (motion), 0, another);
  g_assert_true (fixture_update (fixture, motion, &error));
  g_assert_no_error (error);

  stored = fixture_load (fixture, vlg_motion_get_uid (motion), &error);
  g_assert_true (vlg_motion_equal (stored, motion));
  g_assert_cmpint (fixture_count (fixture, count), ==, 1);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM signatory"), ==, 2);
  g_assert_cmpint (fixture_count (fixture, "SELECT min (id) FROM consultation"), ==, 2);

  /* A row cannot be stolen from another motion. */
  {
    g_autoptr (VlgMotion) thief = vlg_motion_new ();
    g_autoptr (VlgConsultation) row = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_consultations (motion)), 0);

    g_list_store_append (vlg_motion_get_consultations (thief), row);
    g_assert_cmpint (fixture_insert (fixture, thief, "created", &error), ==, 0);
    g_assert_error (error, VLG_ERROR, VLG_ERROR_EXISTS);
  }
}

static gpointer
replace_job (VlgDb         *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  gpointer *both = data;
  g_autoptr (VlgActor) actor = vlg_actor_new (1001, "Max Beispiel");

  return GINT_TO_POINTER (vlg_motions_replace (db, vlg_motion_get_uid (both[0]), both[1], actor, error));
}

static void
test_replace (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (VlgMotion) old = fixture_motion (6);
  g_autoptr (VlgMotion) new = fixture_motion (6);
  g_autoptr (VlgMotion) stored = NULL;
  g_autoptr (GError) error = NULL;
  gpointer both[] = { old, new };

  fixture_insert (fixture, old, "imported", &error);
  vlg_motion_set_text (new, VLG_FIELD_TITLE, "Ersetzter Titel");
  g_assert_nonnull (vlg_store_write (fixture->store, replace_job, both, NULL, &error));
  g_assert_no_error (error);
  stored = fixture_load (fixture, vlg_motion_get_uid (old), &error);
  g_assert_true (vlg_motion_equal (stored, new));
  g_assert_cmpint (vlg_motion_get_revision (stored), ==, 2);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM version"), ==, 2);
  g_assert_cmpuint (fixture_journal (fixture), ==, 2);

  fixture_execute (fixture, "INSERT INTO signature (uid, motion_id, document, name, role, signed_at, revision, actor_login, actor_name) "
                            "VALUES ('s', 1, 'submission', 'Erika Muster', 'Oberbürgermeisterin', 1, 2, 1000, 'Erika Muster')", &error);
  g_assert_no_error (error);
  vlg_motion_set_text (new, VLG_FIELD_TITLE, "Noch ein Titel");
  g_assert_null (vlg_store_write (fixture->store, replace_job, both, NULL, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_FROZEN);
  g_clear_error (&error);

  /* A signature freezes the text, not what the bodies will say. */
  vlg_motion_set_text (stored, VLG_FIELD_RESOLUTION, "anders");
  g_assert_false (fixture_update (fixture, stored, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_FROZEN);
  g_clear_error (&error);
  g_clear_object (&stored);
  stored = fixture_load (fixture, vlg_motion_get_uid (old), &error);
  {
    g_autoptr (VlgConsultation) row = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_consultations (stored)), 2);

    vlg_consultation_set_result (row, VLG_RESULT_ADOPTED);
  }
  g_assert_true (fixture_update (fixture, stored, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM motion WHERE state = 'adopted'"), ==, 1);
}

static gpointer
version_job (VlgDb         *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (VlgActor) actor = vlg_actor_new (1001, "Max Beispiel");

  vlg_motions_save_version (db, data, actor, error);
  return NULL;
}

/* A work session leaves one version and one entry, however often it saved. */
static void
test_versions (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = fixture_motion (8);
  g_autoptr (GError) error = NULL;

  fixture_insert (fixture, motion, "imported", &error);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *title = g_strdup_printf ("Titel %u", i);

      vlg_motion_set_text (motion, VLG_FIELD_TITLE, title);
      g_assert_true (fixture_update (fixture, motion, &error));
    }
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM edit"), ==, 3);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM version"), ==, 1);
  vlg_store_write (fixture->store, version_job, (gpointer) vlg_motion_get_uid (motion), NULL, &error);
  vlg_store_write (fixture->store, version_job, (gpointer) vlg_motion_get_uid (motion), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM version"), ==, 2);
  g_assert_cmpint (fixture_count (fixture, "SELECT max (revision) FROM version"), ==, 4);
  g_assert_cmpuint (fixture_journal (fixture), ==, 2);
}

static gpointer
refresh_job (VlgDb         *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  return GINT_TO_POINTER (vlg_upkeep_refresh_states (db, vlg_day_today (), error));
}

/* What was released yesterday for a meeting of today is in consultation today. */
static void
test_states_follow_days (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = vlg_motion_new ();
  g_autoptr (VlgConsultation) row = vlg_consultation_new ();
  g_autoptr (GError) error = NULL;

  vlg_motion_set_stage (motion, VLG_STAGE_RELEASED);
  vlg_consultation_set_day (row, vlg_day_today ());
  g_list_store_append (vlg_motion_get_consultations (motion), row);
  fixture_insert (fixture, motion, "created", &error);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM motion WHERE state = 'in-consultation'"), ==, 1);

  /* As it was written yesterday. */
  g_assert_true (fixture_execute (fixture, "UPDATE motion SET state = 'released', state_rank = 3", &error));
  vlg_store_write (fixture->store, refresh_job, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM motion WHERE state = 'in-consultation' AND state_rank = 4"), ==, 1);
}

static gpointer
prune_job (VlgDb         *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  gboolean more = TRUE;

  while (more && vlg_upkeep_prune_edits (db, vlg_instant_now (), &more, error))
    ;

  return NULL;
}

static void
prune (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  vlg_store_write (fixture->store, prune_job, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* As if the motion @id had been saved that often, each time in two fields, so many days ago. */
static void
write_edits (Fixture *fixture,
             int      id,
             int      n_revisions,
             int      days)
{
  g_autofree char *edits = g_strdup_printf (
    "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < %d) "
    "INSERT INTO edit (motion_id, uid, revision, field, start, before, after, at, actor_login, actor_name) "
    "SELECT %d, 'e' || %d || '-' || %d || '-' || i, 2 + i / 2, iif (i %% 2, 'title', 'submitter'), 0, '', 'x', unixepoch () * 1000000 - %d * 86400000000 + i, 1000, 'Test' FROM n",
    2 * n_revisions - 1, id, id, days, days);
  g_autofree char *motion = g_strdup_printf ("UPDATE motion SET revision = %d WHERE id = %d", n_revisions + 1, id);
  g_autoptr (GError) error = NULL;

  g_assert_true (fixture_execute (fixture, edits, &error));
  g_assert_true (fixture_execute (fixture, motion, &error));
}

static void
test_edits_are_pruned (Fixture       *fixture,
                       gconstpointer  data)
{
  static const struct { int n_revisions, days, kept; } cases[] = {
    { 2, 181, 0 }, { 2, 179, 2 }, { 310, 8, 300 }, { 310, 6, 310 }, { 300, 8, 300 },
  };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VlgMotion) motion = fixture_motion (i + 1);

      g_assert_cmpint (fixture_insert (fixture, motion, "created", &error), ==, i + 1);
      write_edits (fixture, i + 1, cases[i].n_revisions, cases[i].days);
    }
  prune (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *whole = g_strdup_printf ("SELECT count (*) FROM (SELECT revision FROM edit WHERE motion_id = %u GROUP BY revision HAVING count (*) = 2)", i + 1);
      g_autofree char *newest = g_strdup_printf ("SELECT count (*) FROM edit e JOIN motion m ON m.id = e.motion_id WHERE m.id = %u AND e.revision > m.revision - %d",
                                                 i + 1, cases[i].kept);

      g_assert_cmpint (fixture_count (fixture, whole), ==, cases[i].kept);
      g_assert_cmpint (fixture_count (fixture, newest), ==, 2 * cases[i].kept);
    }
}

/* By itself, some time after the opening. */
static void
test_upkeep_prunes (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (VlgMotion) motion = fixture_motion (1);
  g_autoptr (GError) error = NULL;
  gint64 deadline = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  fixture_insert (fixture, motion, "created", &error);
  write_edits (fixture, 1, 3, 200);
  fixture_reopen (fixture);
  while (fixture_count (fixture, "SELECT count (*) FROM edit") > 0 && g_get_monotonic_time () < deadline)
    g_usleep (50 * 1000);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM edit"), ==, 0);
}

typedef struct {
  VlgProfile *profile;
  VlgMotionNumber *number;
} Drawing;

static gpointer
draw_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Drawing *drawing = data;

  return vlg_numbers_draw (db, drawing->profile, "BV", 2026, "I-OB", error);
}

static gpointer
void_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Drawing *drawing = data;

  if (vlg_numbers_void (db, drawing->number, "", error))
    return NULL;
  g_assert_error (*error, VLG_ERROR, VLG_ERROR_INVALID);
  g_clear_error (error);
  vlg_numbers_void (db, drawing->number, "verzählt", error);
  return NULL;
}

static gpointer
take_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Drawing *drawing = data;

  vlg_numbers_take (db, drawing->number, VLG_LEDGER_RESERVED, error);
  return NULL;
}

static void
test_ledger (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autoptr (VlgMotionNumber) first = NULL;
  g_autoptr (VlgMotionNumber) second = NULL;
  g_autoptr (VlgMotion) motion = vlg_motion_new ();
  g_autoptr (GError) error = NULL;
  Drawing drawing = { profile, NULL };

  first = vlg_store_write (fixture->store, draw_job, &drawing, NULL, &error);
  second = vlg_store_write (fixture->store, draw_job, &drawing, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vlg_motion_number_get_text (first), ==, "BV/001/2026/I-OB");
  g_assert_cmpstr (vlg_motion_number_get_text (second), ==, "BV/002/2026/I-OB");

  /* A reserved number waits for its motion. */
  vlg_motion_set_number (motion, first);
  fixture_insert (fixture, motion, "created", &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM ledger WHERE state = 'reserved' AND motion_uid IS NOT NULL"), ==, 1);
  vlg_motion_set_stage (motion, VLG_STAGE_SUBMITTED);
  g_assert_true (fixture_update (fixture, motion, &error));
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM ledger WHERE state = 'issued'"), ==, 0);
  vlg_motion_set_stage (motion, VLG_STAGE_RELEASED);
  g_assert_true (fixture_update (fixture, motion, &error));
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM ledger WHERE state = 'issued'"), ==, 1);

  drawing.number = second;
  vlg_store_write (fixture->store, void_job, &drawing, NULL, &error);
  g_assert_no_error (error);
  vlg_store_write (fixture->store, take_job, &drawing, NULL, &error);
  g_assert_error (error, VLG_ERROR, VLG_ERROR_EXISTS);
  g_clear_error (&error);

  /* The table itself refuses what the program would not do. */
  g_assert_false (fixture_execute (fixture, "DELETE FROM ledger", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (fixture_execute (fixture, "UPDATE ledger SET state = 'reserved'", &error));
  g_assert_nonnull (error);
}

static gpointer
profile_job (VlgDb         *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  vlg_profiles_put (db, data, vlg_day_new (2020, 1, 1), error);
  return NULL;
}

static gpointer
current_job (VlgDb         *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  return vlg_profiles_current (db, error);
}

/* The version the checks beside a write go by; NULL for none. */
static gpointer
kept_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  VlgProfile *profile = vlg_profiles_keep (db, NULL, error);

  return profile != NULL ? g_strdup (vlg_profile_get_sha256 (profile)) : NULL;
}

static void
assert_kept (Fixture    *fixture,
             VlgProfile *profile)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = vlg_store_write (fixture->store, kept_job, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (sha256, ==, profile != NULL ? vlg_profile_get_sha256 (profile) : NULL);
}

/* A profile that comes into force is gone by at once, and not when the program starts again. */
static void
test_profile_in_force (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (VlgProfile) first = vlg_profile_new_default ();
  g_autofree char *json = g_strndup (g_bytes_get_data (vlg_profile_get_json (first), NULL), g_bytes_get_size (vlg_profile_get_json (first)));
  g_autoptr (GString) changed = g_string_new (json);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (VlgProfile) second = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_string_replace (changed, "\"Dessau-Roßlau\"", "\"Musterstadt\"", 1), ==, 1);
  bytes = g_bytes_new (changed->str, changed->len);
  second = vlg_profile_new_from_json (bytes, &error);
  g_assert_no_error (error);

  assert_kept (fixture, NULL);
  vlg_store_write (fixture->store, profile_job, first, NULL, &error);
  g_assert_no_error (error);
  assert_kept (fixture, first);
  vlg_store_write (fixture->store, profile_job, second, NULL, &error);
  g_assert_no_error (error);
  assert_kept (fixture, second);
}

static void
test_profiles (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autoptr (VlgProfile) none = NULL;
  g_autoptr (VlgProfile) current = NULL;
  g_autoptr (GError) error = NULL;

  none = vlg_store_read (fixture->store, current_job, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (none);

  vlg_store_write (fixture->store, profile_job, profile, NULL, &error);
  vlg_store_write (fixture->store, profile_job, profile, NULL, &error);
  g_assert_no_error (error);
  current = vlg_store_read (fixture->store, current_job, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vlg_profile_get_sha256 (current), ==, vlg_profile_get_sha256 (profile));
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM profile"), ==, 1);
  g_assert_cmpint (fixture_count (fixture, "SELECT count (*) FROM action_field"), ==, 6);
}

/* Keys are given by the order of insertion, 1 to 3. */
static void
test_orders (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct { const char *number; const char *title; guint day; } rows[] = {
    { "BV/422/2017/I-OB", "Änderung der Satzung", 20 },
    { "BV/009/2021", "zuletzt", 0 },
    { "FV/007/2019/LBF/GR", "Bauhof", 10 },
  };
  static const struct { VlgMotionOrder order; const char *ids; } expected[] = {
    { VLG_MOTION_ORDER_NEWEST, "3 2 1" }, { VLG_MOTION_ORDER_NUMBER, "2 3 1" }, { VLG_MOTION_ORDER_TITLE, "1 3 2" }, { VLG_MOTION_ORDER_NEXT_DAY, "3 1 2" },
    { VLG_MOTION_ORDER_OLDEST, "1 2 3" }, { VLG_MOTION_ORDER_NUMBER_ASCENDING, "1 3 2" }, { VLG_MOTION_ORDER_TITLE_DESCENDING, "2 3 1" }, { VLG_MOTION_ORDER_LAST_DAY, "1 3 2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (VlgMotion) motion = vlg_motion_new ();
      g_autoptr (VlgMotionNumber) number = vlg_motion_number_parse (rows[i].number, NULL);
      g_autoptr (GError) error = NULL;

      vlg_motion_set_number (motion, number);
      vlg_motion_set_text (motion, VLG_FIELD_TITLE, rows[i].title);
      if (rows[i].day != 0)
        {
          g_autoptr (VlgConsultation) row = vlg_consultation_new ();

          vlg_consultation_set_day (row, vlg_day_new (2030, 1, rows[i].day));
          g_list_store_append (vlg_motion_get_consultations (motion), row);
        }
      fixture_insert (fixture, motion, "imported", &error);
      g_assert_no_error (error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      VlgMotionQuery query = { .order = expected[i].order };
      g_autofree char *ids = fixture_query (fixture, &query);

      g_assert_cmpstr (ids, ==, expected[i].ids);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/store/motions/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("empty", test_empty);
  ADD ("number-once", test_number_once);
  ADD ("trash", test_trash);
  ADD ("merge", test_merge);
  ADD ("conflict", test_conflict);
  ADD ("uids-stay", test_uids_stay);
  ADD ("replace", test_replace);
  ADD ("versions", test_versions);
  ADD ("states-follow-days", test_states_follow_days);
  ADD ("edits-are-pruned", test_edits_are_pruned);
  ADD ("upkeep-prunes", test_upkeep_prunes);
  ADD ("ledger", test_ledger);
  ADD ("profiles", test_profiles);
  ADD ("profile-in-force", test_profile_in_force);
  ADD ("orders", test_orders);
#undef ADD

  return g_test_run ();
}
