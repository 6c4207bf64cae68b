/* vlg-annex-history.c — the files each annex has had
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-annex-history.h"

#include "vlg-bind.h"
#include "vlg-string.h"

void
vlg_past_file_free (VlgPastFile *self)
{
  g_clear_pointer (&self->file, vlg_annex_file_free);
  g_free (self->actor);
  g_free (self);
}

gboolean
vlg_annex_history_note (VlgDb     *db,
                        gint64     motion_id,
                        VlgActor  *actor,
                        GError   **error)
{
  VlgStatement *statement = vlg_db_prepare_for (db,
    "INSERT INTO annex_history (motion_id, annex_uid, file_id, file_name, media_type, at, actor_login, actor_name) "
    "SELECT motion_id, uid, file_id, coalesce (file_name, ''), coalesce (media_type, ''), ?, ?, ? FROM annex "
    "WHERE motion_id = ? AND file_id IS NOT NULL AND source = 0 ON CONFLICT DO NOTHING", vlg_instant_now (), error);

  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_int (statement, 2, vlg_actor_get_login_uid (actor));
  vlg_statement_bind_text (statement, 3, vlg_actor_get_name (actor));
  vlg_statement_bind_int (statement, 4, motion_id);
  return vlg_statement_execute (statement, error);
}

GPtrArray *
vlg_annex_history_load (VlgDb       *db,
                        const char  *uid,
                        GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db,
    "SELECT f.sha256, h.file_name, h.media_type, f.size, h.at, h.actor_name FROM annex_history h JOIN file f ON f.id = h.file_id "
    "WHERE h.annex_uid = ? ORDER BY h.at DESC, h.id DESC", error);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_past_file_free);
  g_autoptr (GError) local_error = NULL;

  if (row == NULL)
    return NULL;
  vlg_statement_bind_text (row, 1, uid);
  while (vlg_statement_step (row, &local_error))
    {
      VlgAnnexFile file = {
        (char *) vlg_statement_get_text (row, 0), (char *) vlg_statement_get_text (row, 1), (char *) vlg_statement_get_text (row, 2),
        vlg_statement_get_int (row, 3),
      };
      VlgPastFile *past = g_new0 (VlgPastFile, 1);

      past->file = vlg_annex_file_copy (&file);
      past->at = vlg_statement_get_int (row, 4);
      past->actor = g_strdup (vlg_statement_get_text (row, 5));
      g_ptr_array_add (files, past);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&files);
}
