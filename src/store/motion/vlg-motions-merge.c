/* vlg-motions-merge.c — changes to a stored motion: merged by field, or a conflict
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motions.h"

#include <glib/gi18n.h>

#include "vlg-annex-history.h"
#include "vlg-bind.h"
#include "vlg-catalogue-rules.h"
#include "vlg-motion-fields.h"
#include "vlg-motion-rows.h"
#include "vlg-motions-private.h"
#include "vlg-numbers-private.h"
#include "vlg-search.h"
#include "vlg-string.h"

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

GPtrArray *
vlg_motions_differing (GHashTable *before,
                       GHashTable *after)
{
  GPtrArray *keys = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (g_strcmp0 (value, g_hash_table_lookup (before, key)) != 0)
      g_ptr_array_add (keys, key);
  g_ptr_array_sort (keys, compare_keys);
  return keys;
}

gboolean
vlg_motions_write_edit (VlgDb       *db,
                        gint64       motion_id,
                        gint64       revision,
                        const char  *key,
                        const char  *before,
                        const char  *after,
                        VlgActor    *actor,
                        GError     **error)
{
  VlgStatement *statement = vlg_db_prepare_for (db,
    "INSERT INTO edit (motion_id, uid, revision, field, start, before, after, at, actor_login, actor_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", motion_id, error);
  g_auto (VlgPatch) patch = { 0 };
  g_autofree char *uid = vlg_uid_new ();

  if (statement == NULL)
    return FALSE;
  vlg_patch_make (&patch, before, after);
  vlg_statement_bind_text (statement, 2, uid);
  vlg_statement_bind_int (statement, 3, revision);
  vlg_statement_bind_text (statement, 4, key);
  vlg_statement_bind_int (statement, 5, patch.start);
  vlg_statement_bind_text (statement, 6, patch.before);
  vlg_statement_bind_text (statement, 7, patch.after);
  vlg_statement_bind_int (statement, 8, vlg_instant_now ());
  vlg_statement_bind_int (statement, 9, vlg_actor_get_login_uid (actor));
  vlg_statement_bind_text (statement, 10, vlg_actor_get_name (actor));
  return vlg_statement_execute (statement, error);
}

/* A number given, changed, or issued because the motion is released. */
static gboolean
write_number (VlgDb      *db,
              VlgMotion  *stored,
              VlgMotion  *motion,
              GError    **error)
{
  VlgMotionNumber *old = vlg_motion_get_number (stored), *number = vlg_motion_get_number (motion);
  gboolean issue = vlg_motion_get_stage (motion) == VLG_STAGE_RELEASED;

  if (number == NULL || (old != NULL && vlg_motion_number_equal (old, number)))
    return number == NULL || !issue || vlg_numbers_issue (db, number, error);

  return vlg_numbers_claim (db, number, vlg_motion_get_uid (motion), issue, error);
}

/* After the row no longer refers to it. */
static gboolean
void_old_number (VlgDb      *db,
                 VlgMotion  *stored,
                 VlgMotion  *motion,
                 GError    **error)
{
  VlgMotionNumber *old = vlg_motion_get_number (stored), *number = vlg_motion_get_number (motion);
  g_autofree char *reason = NULL;
  g_autoptr (GError) local_error = NULL;
  VlgLedgerState state;

  if (old == NULL || (number != NULL && vlg_motion_number_equal (old, number)))
    return TRUE;
  /* Voided before, for a reason of its own. */
  if (vlg_numbers_find (db, old, &state, NULL, &local_error) && state == VLG_LEDGER_VOID)
    return TRUE;
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  reason = number != NULL ? g_strdup_printf (_("The motion was given the number %s"), vlg_motion_number_get_text (number)) : g_strdup (_("The number was taken from the motion"));
  return vlg_numbers_void (db, old, reason, error);
}

static gboolean
index_change (VlgDb                  *db,
              const VlgMotionRecord  *record,
              VlgMotion              *motion,
              GHashTable             *after,
              GError                **error)
{
  static const char * const sized[] = { "resolution", "reasoning", "annexes", "unrecognised", "legal_basis", "related_resolutions", "expert_opinions" };
  VlgStatement *statement;
  gsize length = 0;

  if (record->trashed)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (sized); i++)
    length += strlen (g_hash_table_lookup (after, sized[i]));
  if (length <= VLG_INDEX_AT_ONCE)
    return vlg_search_put (db, record->id, motion, TRUE, error);

  statement = vlg_db_prepare_for (db, "INSERT INTO search_pending (motion_id) VALUES (?) ON CONFLICT DO NOTHING", record->id, error);
  return statement != NULL && vlg_statement_execute (statement, error);
}

typedef struct {
  VlgRows rows;
  gboolean texts;
  gboolean index;
  gboolean profile;
} Touched;

static Touched
find_touched (GPtrArray *keys)
{
  static const struct { const char *key; VlgRows rows; } lists[] = {
    { "consultations", VLG_ROWS_CONSULTATIONS }, { "annexes", VLG_ROWS_ANNEXES }, { "leitbild", VLG_ROWS_MARKS },
    { "signatories", VLG_ROWS_SIGNATORIES }, { "relations", VLG_ROWS_RELATIONS },
  };
  Touched touched = { 0 };

  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = keys->pdata[i];
      VlgField field = vlg_field_from_key (key);
      gboolean text = field != VLG_FIELD_NONE && vlg_field_is_text (field);

      for (guint j = 0; j < G_N_ELEMENTS (lists); j++)
        if (g_str_equal (key, lists[j].key))
          touched.rows |= lists[j].rows;
      touched.texts = touched.texts || text;
      touched.profile = touched.profile || g_str_equal (key, "profile_version");
      touched.index = touched.index || text || g_str_equal (key, "number") || g_str_equal (key, "annexes");
    }
  return touched;
}

gboolean
vlg_motions_write_changes (VlgDb                  *db,
                           const VlgMotionRecord  *record,
                           VlgMotion              *stored,
                           VlgMotion              *motion,
                           GHashTable             *before,
                           GHashTable             *after,
                           GPtrArray              *keys,
                           VlgActor               *actor,
                           GError                **error)
{
  gint64 old_revision = vlg_motion_get_revision (motion);
  gint64 revision = record->revision + 1;
  Touched touched = find_touched (keys);
  gboolean done = TRUE;

  for (guint i = 0; done && i < keys->len; i++)
    done = vlg_motions_write_edit (db, record->id, revision, keys->pdata[i], g_hash_table_lookup (before, keys->pdata[i]),
                                   g_hash_table_lookup (after, keys->pdata[i]), actor, error);

  vlg_motion_set_revision (motion, revision);
  done = done &&
         write_number (db, stored, motion, error) &&
         (!touched.profile || vlg_motion_record_set_profile (db, record->id, vlg_motion_get_profile_version (motion), error)) &&
         vlg_motion_record_update (db, record->id, motion, touched.texts, actor, error) &&
         void_old_number (db, stored, motion, error) &&
         vlg_motion_rows_write (db, record->id, motion, touched.rows, FALSE, error) &&
         ((touched.rows & VLG_ROWS_ANNEXES) == 0 || vlg_annex_history_note (db, record->id, actor, error)) &&
         (!touched.index || index_change (db, record, motion, after, error));
  if (!done)
    vlg_motion_set_revision (motion, old_revision);
  return done;
}

/* What the stored value @value of @key was at revision @since: the edits made after it, undone from the last to the first. NULL without error where the edits were pruned. */
static char *
value_at (VlgDb       *db,
          gint64       motion_id,
          const char  *key,
          const char  *value,
          gint64       since,
          GError     **error)
{
  VlgStatement *row = vlg_db_prepare_for (db,
    "SELECT start, before, after FROM edit WHERE motion_id = ? AND revision > ? AND field = ? ORDER BY revision DESC, id DESC", motion_id, error);
  g_autofree char *then = g_strdup (value);
  g_autoptr (GError) local_error = NULL;

  if (row == NULL)
    return NULL;
  vlg_statement_bind_int (row, 2, since);
  vlg_statement_bind_text (row, 3, key);
  while (then != NULL && vlg_statement_step (row, &local_error))
    {
      VlgPatch patch = { vlg_statement_get_int (row, 0), (char *) vlg_statement_get_text (row, 1), (char *) vlg_statement_get_text (row, 2) };
      char *earlier = vlg_patch_undo (&patch, then);

      g_free (then);
      then = earlier;
    }
  vlg_statement_reset (row);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&then);
}

/* Whether every revision after @since left its edits. */
static gboolean
history_is_whole (VlgDb                  *db,
                  const VlgMotionRecord  *record,
                  gint64                  since,
                  GError                **error)
{
  VlgStatement *row = vlg_db_prepare_for (db, "SELECT count (DISTINCT revision) FROM edit WHERE motion_id = ? AND revision > ?", record->id, error);
  gint64 n;

  if (row == NULL)
    return FALSE;
  vlg_statement_bind_int (row, 2, since);
  if (!vlg_statement_step (row, error))
    return FALSE;
  n = vlg_statement_get_int (row, 0);
  vlg_statement_reset (row);
  if (since <= record->revision && n == record->revision - since)
    return TRUE;

  g_set_error_literal (error, VLG_ERROR, VLG_ERROR_CONFLICT, _("This motion was changed too often since it was opened here. Please open it again and repeat the change."));
  return FALSE;
}

static gboolean
set_conflict (const char  *key,
              GError     **error)
{
  g_set_error (error, VLG_ERROR, VLG_ERROR_CONFLICT,
               _("“%s” was changed by somebody else meanwhile. Please look at the new wording before you change it."), vlg_motion_fields_label (key));
  return FALSE;
}

/* Drops from @keys what only others changed, taking their value into @motion; a field both changed differently is a conflict. */
static gboolean
merge (VlgDb                  *db,
       const VlgMotionRecord  *record,
       VlgMotion              *stored,
       VlgMotion              *motion,
       GHashTable             *theirs,
       GHashTable             *mine,
       GPtrArray              *keys,
       GError                **error)
{
  gint64 since = vlg_motion_get_revision (motion);
  g_autoptr (GPtrArray) take = g_ptr_array_new ();

  if (!history_is_whole (db, record, since, error))
    return FALSE;

  for (guint i = 0; i < keys->len;)
    {
      const char *key = keys->pdata[i];
      const char *their_value = g_hash_table_lookup (theirs, key), *my_value = g_hash_table_lookup (mine, key);
      g_autoptr (GError) local_error = NULL;
      g_autofree char *base = value_at (db, record->id, key, their_value, since, &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (base != NULL && g_str_equal (base, my_value))
        {
          g_ptr_array_add (take, (gpointer) key);
          g_ptr_array_remove_index (keys, i);
        }
      else if (base == NULL || !g_str_equal (base, their_value))
        {
          return set_conflict (key, error);
        }
      else
        {
          i++;
        }
    }

  /* Only now, so that a conflict leaves @motion as it was. */
  for (guint i = 0; i < take->len; i++)
    vlg_motion_fields_copy (stored, motion, take->pdata[i]);
  return TRUE;
}

/* Whether a consultation row is still the one that was signed: its planned part. */
static gboolean
plan_is_kept (VlgMotion *stored,
              VlgMotion *motion)
{
  GListModel *old = G_LIST_MODEL (vlg_motion_get_consultations (stored)), *rows = G_LIST_MODEL (vlg_motion_get_consultations (motion));
  guint n = g_list_model_get_n_items (old);

  if (g_list_model_get_n_items (rows) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VlgConsultation) a = g_list_model_get_item (old, i);
      g_autoptr (VlgConsultation) b = g_list_model_get_item (rows, i);

      if (g_strcmp0 (vlg_consultation_get_uid (a), vlg_consultation_get_uid (b)) != 0 ||
          g_strcmp0 (vlg_consultation_get_body (a), vlg_consultation_get_body (b)) != 0 ||
          vlg_consultation_get_visibility (a) != vlg_consultation_get_visibility (b) ||
          vlg_consultation_get_role (a) != vlg_consultation_get_role (b))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_frozen (VlgMotion  *stored,
              VlgMotion  *motion,
              GPtrArray  *keys,
              GError    **error)
{
  static const char * const open_keys[] = { "decided_on", "received_on", "signatories", "stage", NULL };

  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = keys->pdata[i];

      if (g_strv_contains (open_keys, key) || (g_str_equal (key, "consultations") && plan_is_kept (stored, motion)))
        continue;
      g_set_error (error, VLG_ERROR, VLG_ERROR_FROZEN, _("“%s” was signed by the submitter and cannot be changed any more"), vlg_motion_fields_label (key));
      return FALSE;
    }
  return TRUE;
}

/* What has left the drafter's desk stays under the catalogue it was made under. */
static gboolean
check_profile (VlgMotion  *stored,
               GPtrArray  *keys,
               GError    **error)
{
  for (guint i = 0; i < keys->len; i++)
    if (g_str_equal (keys->pdata[i], "profile_version") && !vlg_catalogue_rules_may_move (stored))
      {
        g_set_error_literal (error, VLG_ERROR, VLG_ERROR_FROZEN, _("The motion was submitted: it stays under the Leitbild catalogue it was made under."));
        return FALSE;
      }

  return TRUE;
}

gboolean
vlg_motions_update (VlgDb      *db,
                    VlgMotion  *motion,
                    VlgActor   *actor,
                    GError    **error)
{
  g_autoptr (VlgMotion) stored = NULL;
  g_autoptr (GHashTable) theirs = NULL;
  g_autoptr (GHashTable) mine = NULL;
  g_autoptr (GPtrArray) keys = NULL;
  VlgMotionRecord record;

  g_return_val_if_fail (VLG_IS_MOTION (motion), FALSE);
  g_return_val_if_fail (VLG_IS_ACTOR (actor), FALSE);

  if (!vlg_motion_record_find (db, vlg_motion_get_uid (motion), &record, error))
    return FALSE;
  stored = vlg_motions_load (db, vlg_motion_get_uid (motion), error);
  theirs = stored != NULL ? vlg_motion_fields_get (stored, error) : NULL;
  mine = theirs != NULL ? vlg_motion_fields_get (motion, error) : NULL;
  if (mine == NULL)
    return FALSE;

  keys = vlg_motions_differing (theirs, mine);
  if (vlg_motion_get_revision (motion) != record.revision && !merge (db, &record, stored, motion, theirs, mine, keys, error))
    return FALSE;
  if (!check_profile (stored, keys, error) || (record.is_signed && !check_frozen (stored, motion, keys, error)))
    return FALSE;
  if (keys->len == 0)
    {
      vlg_motion_set_revision (motion, record.revision);
      return TRUE;
    }
  return vlg_motions_write_changes (db, &record, stored, motion, theirs, mine, keys, actor, error);
}
