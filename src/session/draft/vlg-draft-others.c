/* vlg-draft-others.c — others' changes of a draft's motion: merged, or a conflict to decide
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-draft-private.h"

#include "vlg-draft-merge.h"
#include "vlg-motion-record.h"
#include "vlg-motions.h"

/* How much of the past is made undoable again. */
#define HISTORY_REVISIONS 300
#define HISTORY_BYTES (16 * 1024 * 1024)

/* NULL where nothing was changed, or signed, since. */
static gpointer
look_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  VlgDraftErrand *errand = data;
  g_autoptr (VlgMotion) stored = NULL;
  VlgDraftOutcome *outcome;
  VlgMotionRecord record;

  if (!vlg_motion_record_find (db, errand->uid, &record, error) || (record.revision == errand->revision && record.is_signed == errand->frozen))
    return NULL;
  stored = vlg_motions_load (db, errand->uid, error);
  if (stored == NULL)
    return NULL;
  outcome = vlg_draft_outcome_new (stored, FALSE);
  outcome->frozen = record.is_signed;

  return outcome;
}

static gpointer
history_job (VlgDb         *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  VlgDraftErrand *errand = data;
  g_autoptr (GPtrArray) edits = vlg_edits_load (db, errand->uid, errand->revision, HISTORY_REVISIONS, HISTORY_BYTES, error);
  g_autoptr (GHashTable) undecided = edits != NULL ? vlg_edits_load_undecided (db, errand->uid, error) : NULL;
  VlgDraftHistory *history;

  if (undecided == NULL)
    return NULL;
  history = vlg_draft_history_new (edits, errand->values, errand->actor);
  history->undecided = g_steal_pointer (&undecided);

  return history;
}

/* Both changed the field: row by row where that works, else it is the person's to decide. */
static void
meet (VlgDraft   *self,
      const char *key,
      const char *theirs,
      GHashTable *puts)
{
  const char *base = g_hash_table_lookup (self->base, key), *mine = g_hash_table_lookup (self->now, key);
  g_autofree char *merged = vlg_draft_values_is_text (key) ? NULL : vlg_draft_merge_rows (base, mine, theirs, FALSE);

  if (merged != NULL)
    {
      g_hash_table_insert (puts, (gpointer) key, g_ref_string_new (merged));
    }
  else
    {
      g_autoptr (VlgConflict) conflict = vlg_conflict_new (key, base, mine, theirs);

      g_list_store_append (self->conflicts, conflict);
    }
}

/* Brings in what others made of @key; what is to be put into the motion goes to @puts. */
static void
integrate_field (VlgDraft   *self,
                 const char *key,
                 char       *theirs,
                 GHashTable *puts)
{
  VlgConflict *conflict = vlg_draft_find_conflict (self, key);

  if (g_str_equal (g_hash_table_lookup (self->base, key), theirs))
    return;

  vlg_draft_set_foreign (self, key);
  if (g_str_equal (g_hash_table_lookup (self->now, key), theirs))
    {
      if (conflict != NULL)
        vlg_draft_remove_conflict (self, conflict);
      /* One string for both makes the next comparison short. */
      vlg_draft_table_set (self->base, key, g_hash_table_lookup (self->now, key));
      return;
    }
  if (conflict != NULL)
    vlg_conflict_set_theirs (conflict, theirs);
  else if (vlg_draft_table_same (self->now, self->base, key))
    vlg_draft_table_set (puts, key, theirs);
  else
    meet (self, key, theirs, puts);
  vlg_draft_table_set (self->base, key, theirs);
}

void
vlg_draft_integrate (VlgDraft   *self,
                     GHashTable *values,
                     gint64      revision)
{
  g_autoptr (GHashTable) puts = vlg_draft_table_new ();
  const char * const *keys = vlg_draft_values_keys ();

  vlg_draft_look (self);
  for (guint i = 0; keys[i] != NULL; i++)
    integrate_field (self, keys[i], g_hash_table_lookup (values, keys[i]), puts);
  vlg_motion_set_revision (self->motion, revision);
  if (g_hash_table_size (puts) > 0)
    vlg_draft_put (self, puts);
  if (vlg_draft_is_unsaved (self))
    vlg_draft_schedule_save (self);
  vlg_draft_update (self);
}

static void
take_look (VlgDraft        *self,
           VlgDraftOutcome *outcome)
{
  gboolean freezes = outcome->frozen && !self->frozen;

  if (outcome->revision > vlg_motion_get_revision (self->motion))
    vlg_draft_integrate (self, outcome->values, outcome->revision);
  if (freezes)
    vlg_draft_freeze_steps (self);
  vlg_draft_set_frozen (self, outcome->frozen);
  vlg_draft_update (self);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (VlgDraft) self = user_data;
  g_autoptr (GError) error = NULL;
  VlgDraftOutcome *outcome = vlg_store_run_finish (VLG_STORE (source), result, &error);

  self->looking = FALSE;
  if (error != NULL)
    g_debug ("A look at the stored motion failed: %s", error->message);
  if (self->office == NULL)
    {
      g_clear_pointer (&outcome, vlg_draft_outcome_free);
      return;
    }
  if (outcome != NULL && self->saving)
    self->look_again = TRUE;
  else if (outcome != NULL)
    take_look (self, outcome);
  g_clear_pointer (&outcome, vlg_draft_outcome_free);
  if (self->look_again && !self->saving)
    vlg_draft_look_outside (self);
}

void
vlg_draft_look_outside (VlgDraft *self)
{
  self->look_again = self->saving || self->looking;
  if (self->look_again)
    return;

  self->looking = TRUE;
  vlg_store_read_async (vlg_office_get_store (self->office), look_job, vlg_draft_errand_new (self), vlg_draft_errand_free, vlg_draft_outcome_free,
                        self->cancellable, looked_cb, g_object_ref (self));
}

/* What a conflict kept back when the draft was last closed or lost. */
static void
restore_undecided (VlgDraft   *self,
                   GHashTable *undecided)
{
  const char * const *keys = vlg_draft_values_keys ();
  g_autoptr (GHashTable) puts = vlg_draft_table_new ();

  vlg_draft_look (self);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      const char *mine = g_hash_table_lookup (undecided, keys[i]), *theirs = g_hash_table_lookup (self->base, keys[i]);
      g_autoptr (VlgConflict) conflict = NULL;

      if (mine == NULL || !vlg_draft_table_same (self->now, self->base, keys[i]))
        continue;
      g_hash_table_insert (self->undecided, (gpointer) keys[i], g_ref_string_new (mine));
      if (g_str_equal (mine, theirs))
        continue;
      vlg_draft_set_foreign (self, keys[i]);
      conflict = vlg_conflict_new (keys[i], vlg_draft_values_is_text (keys[i]) ? "" : "[]", mine, theirs);
      g_list_store_append (self->conflicts, conflict);
      vlg_draft_table_set (puts, keys[i], g_hash_table_lookup (self->undecided, keys[i]));
    }
  if (g_hash_table_size (puts) > 0)
    vlg_draft_put (self, puts);
  if (vlg_draft_is_unsaved (self))
    vlg_draft_schedule_save (self);
}

static void
history_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (VlgDraft) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgDraftHistory) history = vlg_store_run_finish (VLG_STORE (source), result, &error);

  if (history == NULL || self->office == NULL)
    {
      g_debug ("No earlier edits: %s", error != NULL ? error->message : "the draft is gone");
      return;
    }
  vlg_draft_take_history (self, history);
  restore_undecided (self, history->undecided);
  vlg_draft_update (self);
}

void
vlg_draft_read_history (VlgDraft *self)
{
  VlgDraftErrand *errand = vlg_draft_errand_new (self);

  errand->values = vlg_draft_table_copy (self->base);
  vlg_store_read_async (vlg_office_get_store (self->office), history_job, errand, vlg_draft_errand_free, (GDestroyNotify) vlg_draft_history_free,
                        self->cancellable, history_read_cb, g_object_ref (self));
}

/* Ends a conflict: @value holds, the choice can be undone. */
static void
decide (VlgDraft    *self,
        VlgConflict *conflict,
        const char  *value,
        gboolean     mine_holds)
{
  g_autoptr (VlgConflict) kept = g_object_ref (conflict);
  const char *key = vlg_draft_values_key_of (vlg_conflict_get_key (conflict));
  g_autoptr (GHashTable) puts = vlg_draft_table_new ();
  g_autofree char *before = NULL;

  vlg_draft_end_step (self);
  if (vlg_draft_find_conflict (self, key) != conflict)
    return;

  before = g_strdup (mine_holds ? g_hash_table_lookup (self->base, key) : g_hash_table_lookup (self->now, key));
  g_hash_table_insert (puts, (gpointer) key, g_ref_string_new (value));
  vlg_draft_remove_conflict (self, conflict);
  if (!mine_holds)
    vlg_draft_put (self, puts);
  vlg_draft_push_step (self, key, before);
  vlg_draft_schedule_save (self);
  vlg_draft_update (self);
}

void
vlg_draft_keep_mine (VlgDraft    *self,
                     VlgConflict *conflict)
{
  g_return_if_fail (VLG_IS_DRAFT (self));
  g_return_if_fail (VLG_IS_CONFLICT (conflict));

  decide (self, conflict, vlg_conflict_get_mine (conflict), TRUE);
}

void
vlg_draft_take_theirs (VlgDraft    *self,
                       VlgConflict *conflict)
{
  g_return_if_fail (VLG_IS_DRAFT (self));
  g_return_if_fail (VLG_IS_CONFLICT (conflict));

  decide (self, conflict, vlg_conflict_get_theirs (conflict), FALSE);
}

void
vlg_draft_join (VlgDraft    *self,
                VlgConflict *conflict,
                const char  *text)
{
  g_autofree char *proposed = NULL;

  g_return_if_fail (VLG_IS_DRAFT (self));
  g_return_if_fail (VLG_IS_CONFLICT (conflict));

  vlg_draft_look (self);
  proposed = text == NULL ? vlg_conflict_join (conflict) : NULL;
  decide (self, conflict, text != NULL ? text : proposed, FALSE);
}
