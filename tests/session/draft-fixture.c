/* draft-fixture.c — drafts of a motion in an office of its own
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "draft-fixture.h"

#include "vlg-motions.h"

void
draft_fixture_add_row (VlgMotion  *motion,
                       const char *body,
                       VlgDay      day)
{
  g_autoptr (VlgConsultation) row = vlg_consultation_new ();

  vlg_consultation_set_body (row, body);
  vlg_consultation_set_day (row, day);
  vlg_consultation_set_visibility (row, VLG_VISIBILITY_PUBLIC);
  g_list_store_append (vlg_motion_get_consultations (motion), row);
}

static gpointer
insert_job (VlgDb         *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  gpointer *pair = data;

  vlg_motions_insert (db, pair[0], vlg_profile_get_sha256 (vlg_office_get_profile (pair[1])), vlg_office_get_actor (pair[1]), "created", error);

  return NULL;
}

VlgMotion *
draft_fixture_motion (OfficeFixture *self)
{
  VlgMotion *motion = vlg_motion_new ();
  gpointer pair[] = { motion, self->office };
  g_autoptr (GError) error = NULL;

  vlg_motion_set_kind (motion, "BV");
  vlg_motion_set_text (motion, VLG_FIELD_TITLE, "Laternen am Ufer");
  vlg_motion_set_text (motion, VLG_FIELD_RESOLUTION, "Die Laternen werden erneuert.");
  draft_fixture_add_row (motion, "Bauausschuss", vlg_day_new (2031, 3, 4));
  draft_fixture_add_row (motion, "Stadtrat", vlg_day_new (2031, 3, 19));
  vlg_store_write (self->store, insert_job, pair, NULL, &error);
  g_assert_no_error (error);

  return motion;
}

static gpointer
load_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return vlg_motions_load (db, data, error);
}

VlgMotion *
draft_fixture_stored (OfficeFixture *self,
                      const char    *uid)
{
  g_autoptr (GError) error = NULL;
  VlgMotion *motion = vlg_store_read (self->store, load_job, (gpointer) uid, NULL, &error);

  g_assert_no_error (error);

  return motion;
}

VlgDraft *
draft_fixture_open (OfficeFixture *self,
                    const char    *uid)
{
  g_autoptr (VlgMotion) motion = draft_fixture_stored (self, uid);
  g_autoptr (VlgMotion) again = NULL;
  VlgDraft *draft = vlg_draft_new (self->office, motion);

  /* The reader works in order: when this is read the history is, too. */
  again = draft_fixture_stored (self, uid);
  draft_fixture_spin (20);

  return draft;
}

static gboolean
quit_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

void
draft_fixture_spin (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, quit_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

typedef struct {
  VlgDraft *draft;
  VlgSaveState state;
} Wanted;

static gboolean
has_state (gpointer data)
{
  Wanted *wanted = data;

  return vlg_draft_get_save_state (wanted->draft) == wanted->state;
}

void
draft_fixture_await (VlgDraft     *draft,
                     VlgSaveState  state)
{
  Wanted wanted = { draft, state };

  office_fixture_wait_until (has_state, &wanted);
}

GError *
draft_fixture_flush (VlgDraft *draft)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;

  vlg_draft_flush_async (draft, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  vlg_draft_flush_finish (draft, result, &error);

  return error;
}

GError *
draft_fixture_close (VlgDraft *draft)
{
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;

  vlg_draft_close_async (draft, NULL, office_fixture_keep_result, &result);
  office_fixture_await (&result);
  vlg_draft_close_finish (draft, result, &error);

  return error;
}

static void
gone_cb (gpointer  data,
         GObject  *where)
{
  *(gboolean *) data = TRUE;
}

static gboolean
is_gone (gpointer data)
{
  return *(gboolean *) data;
}

void
draft_fixture_drop (VlgDraft **draft)
{
  gboolean gone = FALSE;

  g_object_weak_ref (G_OBJECT (*draft), gone_cb, &gone);
  g_clear_object (draft);
  office_fixture_wait_until (is_gone, &gone);
}
