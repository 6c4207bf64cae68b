/* vlg-stage-deeds.c — what was done to the stages of motions
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-stage-deeds.h"

#include "vlg-bind.h"
#include "vlg-core-enums.h"
#include "vlg-journal.h"
#include "vlg-motion-record.h"
#include "vlg-motions.h"
#include "vlg-string.h"

static void
record_free (gpointer data)
{
  VlgStageRecord *self = data;

  g_free (self->word);
  g_free (self->remark);
  g_free (self->actor_name);
  g_free (self);
}

/* The newest version of the motion, which the deed is about. NULL with @error set. */
static char *
find_version (VlgDb   *db,
              gint64   motion_id,
              GError **error)
{
  VlgStatement *row = vlg_db_prepare_for (db, "SELECT uid FROM version WHERE motion_id = ? ORDER BY id DESC LIMIT 1", motion_id, error);
  char *uid;

  if (row == NULL || !vlg_statement_step (row, error))
    return NULL;
  uid = g_strdup (vlg_statement_get_text (row, 0));
  vlg_statement_reset (row);
  return uid;
}

static gboolean
write_journal (VlgDb         *db,
               gint64         motion_id,
               VlgMotion     *motion,
               VlgStageDeed   deed,
               const char    *remark,
               VlgActor      *actor,
               GError       **error)
{
  g_autofree char *version_uid = find_version (db, motion_id, error);
  VlgDeed entry = {
    .deed = vlg_stage_rules_get_word (deed), .motion_uid = vlg_motion_get_uid (motion), .version_uid = version_uid, .revision = vlg_motion_get_revision (motion),
    .reason = remark != NULL && *remark != '\0' ? remark : NULL,
  };

  if (version_uid == NULL)
    return FALSE;
  if (vlg_motion_get_number (motion) != NULL)
    entry.number = vlg_motion_get_number_text (motion);
  return vlg_journal_append (db, actor, &entry, error);
}

static gboolean
write_record (VlgDb         *db,
              gint64         motion_id,
              VlgMotion     *motion,
              VlgStageDeed   deed,
              VlgStage       from,
              const char    *remark,
              VlgActor      *actor,
              GError       **error)
{
  VlgStatement *statement = vlg_db_prepare_for (db,
    "INSERT INTO stage_deed (motion_id, uid, revision, deed, from_stage, to_stage, remark, at, actor_login, actor_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    motion_id, error);
  g_autofree char *uid = vlg_uid_new ();

  if (statement == NULL)
    return FALSE;
  vlg_statement_bind_text (statement, 2, uid);
  vlg_statement_bind_int (statement, 3, vlg_motion_get_revision (motion));
  vlg_statement_bind_text (statement, 4, vlg_stage_rules_get_word (deed));
  vlg_bind_nick (statement, 5, VLG_TYPE_STAGE, from);
  vlg_bind_nick (statement, 6, VLG_TYPE_STAGE, vlg_motion_get_stage (motion));
  vlg_statement_bind_text (statement, 7, remark != NULL ? remark : "");
  vlg_statement_bind_int (statement, 8, vlg_instant_now ());
  vlg_statement_bind_int (statement, 9, vlg_actor_get_login_uid (actor));
  vlg_statement_bind_text (statement, 10, vlg_actor_get_name (actor));
  return vlg_statement_execute (statement, error);
}

gboolean
vlg_stage_deeds_write (VlgDb         *db,
                       VlgMotion     *motion,
                       VlgStageDeed   deed,
                       VlgStage       from,
                       const char    *remark,
                       VlgActor      *actor,
                       GError       **error)
{
  const char *uid;
  VlgMotionRecord record;

  g_return_val_if_fail (VLG_IS_MOTION (motion), FALSE);
  g_return_val_if_fail (VLG_IS_ACTOR (actor), FALSE);

  uid = vlg_motion_get_uid (motion);
  return vlg_motions_update (db, motion, actor, error) &&
         vlg_motions_save_version (db, uid, actor, error) &&
         vlg_motion_record_find (db, uid, &record, error) &&
         write_journal (db, record.id, motion, deed, remark, actor, error) &&
         write_record (db, record.id, motion, deed, from, remark, actor, error);
}

GPtrArray *
vlg_stage_deeds_load (VlgDb       *db,
                      const char  *uid,
                      GError     **error)
{
  VlgStatement *row = vlg_db_prepare (db,
    "SELECT d.deed, d.from_stage, d.to_stage, d.remark, d.at, d.revision, d.actor_login, d.actor_name FROM motion m JOIN stage_deed d ON d.motion_id = m.id "
    "WHERE m.uid = ? ORDER BY d.id DESC", error);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (record_free);
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (uid != NULL, NULL);

  if (row == NULL)
    return NULL;
  vlg_statement_bind_text (row, 1, uid);
  while (vlg_statement_step (row, &local_error))
    {
      VlgStageRecord *record = g_new0 (VlgStageRecord, 1);

      record->word = g_strdup (vlg_statement_get_text (row, 0));
      record->from = vlg_column_nick (row, 1, VLG_TYPE_STAGE, VLG_STAGE_DRAFT);
      record->to = vlg_column_nick (row, 2, VLG_TYPE_STAGE, VLG_STAGE_DRAFT);
      record->remark = g_strdup (vlg_statement_get_text (row, 3));
      record->at = vlg_statement_get_int (row, 4);
      record->revision = vlg_statement_get_int (row, 5);
      record->actor_login = vlg_statement_get_int (row, 6);
      record->actor_name = g_strdup (vlg_statement_get_text (row, 7));
      g_ptr_array_add (records, record);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&records);
}
