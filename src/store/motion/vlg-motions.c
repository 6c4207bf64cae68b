/* vlg-motions.c — motions in the store: new ones, replaced ones, the trash
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motions.h"

#include <glib/gi18n.h>

#include "vlg-annex-history.h"
#include "vlg-bind.h"
#include "vlg-journal.h"
#include "vlg-motion-fields.h"
#include "vlg-motion-record.h"
#include "vlg-motion-rows.h"
#include "vlg-motions-private.h"
#include "vlg-numbers-private.h"
#include "vlg-search.h"
#include "vlg-string.h"

static gboolean
find_profile (VlgDb       *db,
              const char  *sha256,
              gint64      *profile_id,
              gint64      *catalogue_id,
              GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  VlgStatement *row;

  *profile_id = *catalogue_id = 0;
  if (sha256 == NULL)
    return TRUE;

  row = vlg_db_prepare (db, "SELECT id, catalogue_id FROM profile WHERE sha256 = ?", error);
  if (row == NULL)
    return FALSE;
  vlg_statement_bind_text (row, 1, sha256);
  if (vlg_statement_step (row, &local_error))
    {
      *profile_id = vlg_statement_get_int (row, 0);
      *catalogue_id = vlg_statement_get_int (row, 1);
      vlg_statement_reset (row);
      return TRUE;
    }
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error_literal (error, VLG_ERROR, VLG_ERROR_NOT_FOUND, _("The council profile of this motion is not in the database"));
  return FALSE;
}

/* Whether the paper has left the drafter's desk, so that its number is out of the house. */
static gboolean
is_out (VlgMotion  *motion,
        const char *deed)
{
  VlgStage stage = vlg_motion_get_stage (motion);

  return g_str_equal (deed, "imported") || (stage != VLG_STAGE_DRAFT && stage != VLG_STAGE_RETURNED);
}

gint64
vlg_motions_insert (VlgDb       *db,
                    VlgMotion   *motion,
                    const char  *profile_sha256,
                    VlgActor    *actor,
                    const char  *deed,
                    GError     **error)
{
  VlgMotionNumber *number;
  gint64 profile_id, catalogue_id, id;

  g_return_val_if_fail (VLG_IS_MOTION (motion), 0);
  g_return_val_if_fail (VLG_IS_ACTOR (actor), 0);
  g_return_val_if_fail (deed != NULL, 0);

  if (vlg_motion_get_uid (motion) == NULL)
    {
      g_autofree char *uid = vlg_uid_new ();

      vlg_motion_set_uid (motion, uid);
    }
  number = vlg_motion_get_number (motion);
  if (!find_profile (db, profile_sha256, &profile_id, &catalogue_id, error) ||
      (number != NULL && !vlg_numbers_claim (db, number, vlg_motion_get_uid (motion), is_out (motion, deed), error)))
    return 0;

  vlg_motion_set_revision (motion, 1);
  vlg_motion_set_profile_version (motion, profile_sha256);
  id = vlg_motion_record_insert (db, motion, profile_id, catalogue_id, actor, error);
  if (id != 0 &&
      vlg_motion_rows_write (db, id, motion, VLG_ROWS_ALL, TRUE, error) &&
      vlg_annex_history_note (db, id, actor, error) &&
      vlg_search_put (db, id, motion, FALSE, error) &&
      vlg_motion_record_version (db, id, motion, actor, deed, error))
    return id;

  vlg_motion_set_revision (motion, 0);
  return 0;
}

gboolean
vlg_motions_save_version (VlgDb       *db,
                          const char  *uid,
                          VlgActor    *actor,
                          GError     **error)
{
  g_autoptr (VlgMotion) motion = NULL;
  VlgMotionRecord record;
  VlgStatement *row;
  gint64 last;

  g_return_val_if_fail (uid != NULL, FALSE);

  if (!vlg_motion_record_find (db, uid, &record, error))
    return FALSE;
  row = vlg_db_prepare_for (db, "SELECT coalesce (max (revision), 0) FROM version WHERE motion_id = ?", record.id, error);
  if (row == NULL || !vlg_statement_step (row, error))
    return FALSE;
  last = vlg_statement_get_int (row, 0);
  vlg_statement_reset (row);
  if (last == record.revision)
    return TRUE;

  motion = vlg_motions_load (db, uid, error);
  return motion != NULL && vlg_motion_record_version (db, record.id, motion, actor, "saved", error);
}

gboolean
vlg_motions_replace (VlgDb       *db,
                     const char  *uid,
                     VlgMotion   *motion,
                     VlgActor    *actor,
                     GError     **error)
{
  g_autoptr (VlgMotion) stored = NULL;
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (GHashTable) after = NULL;
  g_autoptr (GPtrArray) keys = NULL;
  VlgMotionRecord record;

  g_return_val_if_fail (uid != NULL, FALSE);
  g_return_val_if_fail (VLG_IS_MOTION (motion), FALSE);

  if (!vlg_motion_record_find (db, uid, &record, error))
    return FALSE;
  if (record.is_signed)
    {
      g_set_error (error, VLG_ERROR, VLG_ERROR_FROZEN, _("The motion %s is signed and cannot be replaced"), vlg_motion_get_number_text (motion));
      return FALSE;
    }
  stored = vlg_motions_load (db, uid, error);
  /* It stays under the profile it was made under. */
  if (stored != NULL)
    vlg_motion_set_profile_version (motion, vlg_motion_get_profile_version (stored));
  before = stored != NULL ? vlg_motion_fields_get (stored, error) : NULL;
  after = before != NULL ? vlg_motion_fields_get (motion, error) : NULL;
  if (after == NULL)
    return FALSE;

  vlg_motion_set_uid (motion, uid);
  keys = vlg_motions_differing (before, after);
  if (keys->len == 0)
    {
      vlg_motion_set_revision (motion, record.revision);
      return TRUE;
    }
  return vlg_motions_write_changes (db, &record, stored, motion, before, after, keys, actor, error) &&
         vlg_motion_record_version (db, record.id, motion, actor, "replaced", error);
}

static gboolean
check_trashable (VlgDb      *db,
                 VlgMotion  *motion,
                 gboolean    is_signed,
                 GError    **error)
{
  VlgMotionNumber *number = vlg_motion_get_number (motion);
  gboolean issued = FALSE;

  if (number != NULL)
    {
      g_autoptr (GError) local_error = NULL;
      VlgLedgerState state;

      if (vlg_numbers_find (db, number, &state, NULL, &local_error))
        issued = state != VLG_LEDGER_RESERVED;
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }
  if (vlg_motion_get_stage (motion) == VLG_STAGE_DRAFT && !issued && !is_signed)
    return TRUE;

  g_set_error (error, VLG_ERROR, VLG_ERROR_FROZEN,
               _("Only drafts whose number was not issued go to the trash. Please withdraw “%s” instead."),
               number != NULL ? vlg_motion_number_get_text (number) : vlg_motion_get_text (motion, VLG_FIELD_TITLE));
  return FALSE;
}

static gboolean
write_trashed (VlgDb                  *db,
               const VlgMotionRecord  *record,
               gboolean                trashed,
               VlgActor               *actor,
               GError                **error)
{
  VlgStatement *statement = vlg_db_prepare (db, "UPDATE motion SET trashed = ?, revision = ?, changed_at = ?, changed_by = ? WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_int (statement, 1, trashed ? 1 : 0);
  vlg_statement_bind_int (statement, 2, record->revision + 1);
  vlg_statement_bind_int (statement, 3, vlg_instant_now ());
  vlg_statement_bind_int (statement, 4, vlg_actor_get_login_uid (actor));
  vlg_statement_bind_int (statement, 5, record->id);
  return vlg_statement_execute (statement, error);
}

gboolean
vlg_motions_set_trashed (VlgDb       *db,
                         const char  *uid,
                         gboolean     trashed,
                         VlgActor    *actor,
                         GError     **error)
{
  g_autoptr (VlgMotion) motion = NULL;
  VlgDeed deed = { .deed = trashed ? "trashed" : "untrashed", .motion_uid = uid };
  VlgMotionRecord record;

  g_return_val_if_fail (uid != NULL, FALSE);

  if (!vlg_motion_record_find (db, uid, &record, error))
    return FALSE;
  if (record.trashed == !!trashed)
    return TRUE;
  motion = vlg_motions_load (db, uid, error);
  if (motion == NULL || (trashed && !check_trashable (db, motion, record.is_signed, error)))
    return FALSE;

  deed.revision = record.revision + 1;
  if (vlg_motion_get_number (motion) != NULL)
    deed.number = vlg_motion_get_number_text (motion);
  return write_trashed (db, &record, trashed, actor, error) &&
         vlg_motions_write_edit (db, record.id, record.revision + 1, "trashed", trashed ? "0" : "1", trashed ? "1" : "0", actor, error) &&
         (trashed ? vlg_search_remove (db, record.id, error) : vlg_search_put (db, record.id, motion, TRUE, error)) &&
         vlg_journal_append (db, actor, &deed, error);
}

gint64
vlg_motions_count (VlgDb     *db,
                   gboolean   trash,
                   GError   **error)
{
  VlgStatement *row = vlg_db_prepare_for (db, "SELECT count (*) FROM motion WHERE trashed = ?", trash ? 1 : 0, error);
  gint64 n;

  if (row == NULL || !vlg_statement_step (row, error))
    return -1;
  n = vlg_statement_get_int (row, 0);
  vlg_statement_reset (row);
  return n;
}

gboolean
vlg_motions_has_uncounted (VlgDb   *db,
                           GError **error)
{
  VlgStatement *row = vlg_db_prepare (db, "SELECT EXISTS (SELECT 1 FROM motion WHERE findings IS NULL)", error);
  gboolean some;

  if (row == NULL || !vlg_statement_step (row, error))
    return FALSE;
  some = vlg_statement_get_int (row, 0) != 0;
  vlg_statement_reset (row);
  return some;
}

int
vlg_motions_count_findings (VlgDb   *db,
                            guint    limit,
                            GError **error)
{
  VlgStatement *row = vlg_db_prepare_for (db, "SELECT uid, id FROM motion WHERE findings IS NULL LIMIT ?", limit, error);
  g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local_error = NULL;

  if (row == NULL)
    return -1;
  while (vlg_statement_step (row, &local_error))
    {
      gint64 id = vlg_statement_get_int (row, 1);

      g_ptr_array_add (uids, g_strdup (vlg_statement_get_text (row, 0)));
      g_array_append_val (ids, id);
    }
  for (guint i = 0; local_error == NULL && i < uids->len; i++)
    {
      g_autoptr (VlgMotion) motion = vlg_motions_load (db, uids->pdata[i], &local_error);
      VlgStatement *statement;
      int n;

      if (motion == NULL || !vlg_motion_record_count_findings (db, motion, &n, &local_error))
        break;
      statement = vlg_db_prepare_for (db, "UPDATE motion SET findings = ? WHERE id = ?", MAX (n, 0), &local_error);
      if (statement == NULL)
        break;
      vlg_statement_bind_int (statement, 2, g_array_index (ids, gint64, i));
      vlg_statement_execute (statement, &local_error);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return -1;
    }
  return uids->len;
}
