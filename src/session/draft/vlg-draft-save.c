/* vlg-draft-save.c — a draft's way into the store, and others' changes out of it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "vlg-draft-private.h"
#include "vlg-edits.h"
#include "vlg-motions.h"
#include "vlg-motion-record.h"

/* After the last change, and at most after the first: a write then has half a second to be within two. */
#define REST_MS 300
#define BEHIND_MS 1500
#define FIRST_RETRY_S 2
#define LAST_RETRY_S 30

void
vlg_draft_errand_free (gpointer data)
{
  VlgDraftErrand *errand = data;

  g_clear_object (&errand->motion);
  g_clear_object (&errand->actor);
  g_clear_pointer (&errand->values, g_hash_table_unref);
  g_clear_pointer (&errand->keep, g_hash_table_unref);
  g_free (errand->uid);
  g_free (errand);
}

VlgDraftErrand *
vlg_draft_errand_new (VlgDraft *self)
{
  VlgDraftErrand *errand = g_new0 (VlgDraftErrand, 1);

  errand->actor = g_object_ref (vlg_office_get_actor (self->office));
  errand->uid = g_strdup (vlg_motion_get_uid (self->motion));
  errand->revision = vlg_motion_get_revision (self->motion);
  errand->frozen = self->frozen;

  return errand;
}

void
vlg_draft_outcome_free (gpointer data)
{
  VlgDraftOutcome *outcome = data;

  g_hash_table_unref (outcome->values);
  g_free (outcome);
}

VlgDraftOutcome *
vlg_draft_outcome_new (VlgMotion *motion,
             gboolean   refused)
{
  VlgDraftOutcome *outcome = g_new0 (VlgDraftOutcome, 1);

  outcome->values = vlg_draft_table_of (motion);
  outcome->revision = vlg_motion_get_revision (motion);
  outcome->refused = refused;

  return outcome;
}

static gboolean
keep_undecided (VlgDb   *db,
                VlgDraftErrand  *errand,
                GError **error)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, errand->keep);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!vlg_edits_keep_undecided (db, errand->uid, key, value, error))
      return FALSE;

  return TRUE;
}

static gpointer
save_job (VlgDb         *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  VlgDraftErrand *errand = data;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (VlgMotion) stored = NULL;

  if (vlg_motions_update (db, errand->motion, errand->actor, &local_error))
    return keep_undecided (db, errand, error) ? vlg_draft_outcome_new (errand->motion, FALSE) : NULL;
  if (!g_error_matches (local_error, VLG_ERROR, VLG_ERROR_CONFLICT))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  stored = vlg_motions_load (db, errand->uid, error);

  return stored != NULL ? vlg_draft_outcome_new (stored, TRUE) : NULL;
}

/* What is to be kept or forgotten of fields in conflict. Caller owns. */
static GHashTable *
find_keep (VlgDraft *self)
{
  GHashTable *keep = vlg_draft_table_new ();
  const char * const *keys = vlg_draft_values_keys ();

  for (guint i = 0; keys[i] != NULL; i++)
    {
      gboolean in_conflict = vlg_draft_find_conflict (self, keys[i]) != NULL;

      if (in_conflict && !vlg_draft_table_same (self->now, self->undecided, keys[i]))
        vlg_draft_table_set (keep, keys[i], g_hash_table_lookup (self->now, keys[i]));
      else if (!in_conflict && g_hash_table_contains (self->undecided, keys[i]))
        g_hash_table_insert (keep, (gpointer) keys[i], NULL);
    }

  return keep;
}

/* Whether the store has refused what the field is now. */
static gboolean
is_refused (VlgDraft   *self,
            const char *key)
{
  return g_hash_table_contains (self->refused, key) && vlg_draft_table_same (self->refused, self->now, key);
}

gboolean
vlg_draft_is_unsaved (VlgDraft *self)
{
  const char * const *keys = vlg_draft_values_keys ();

  if (self->given_up)
    return FALSE;
  for (guint i = 0; keys[i] != NULL; i++)
    {
      gboolean in_conflict = vlg_draft_find_conflict (self, keys[i]) != NULL;

      if (!in_conflict && is_refused (self, keys[i]))
        continue;
      if (in_conflict ? !vlg_draft_table_same (self->now, self->undecided, keys[i])
                      : g_hash_table_contains (self->undecided, keys[i]) || !vlg_draft_table_same (self->now, self->base, keys[i]))
        return TRUE;
    }

  return FALSE;
}

/* The errand of saving all that is looked at; fields in conflict and what was refused go as they are stored. */
static VlgDraftErrand *
save_errand_new (VlgDraft *self)
{
  VlgDraftErrand *errand = vlg_draft_errand_new (self);
  const char * const *keys = vlg_draft_values_keys ();

  errand->motion = vlg_motion_copy (self->motion);
  errand->values = vlg_draft_table_copy (self->now);
  errand->keep = find_keep (self);
  for (guint i = 0; keys[i] != NULL; i++)
    if (vlg_draft_find_conflict (self, keys[i]) != NULL || is_refused (self, keys[i]))
      {
        char *theirs = g_hash_table_lookup (self->base, keys[i]);

        vlg_draft_values_set (errand->motion, keys[i], theirs, NULL);
        vlg_draft_table_set (errand->values, keys[i], theirs);
      }

  return errand;
}

static void
finish_flushes (VlgDraft     *self,
                const GError *error)
{
  g_autoptr (GPtrArray) flushes = g_steal_pointer (&self->flushes);

  self->flushes = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < flushes->len; i++)
    {
      VlgConflict *conflict = NULL;

      if (g_list_model_get_n_items (G_LIST_MODEL (self->conflicts)) > 0)
        conflict = g_list_model_get_item (G_LIST_MODEL (self->conflicts), 0);
      if (error != NULL)
        g_task_return_error (flushes->pdata[i], g_error_copy (error));
      else if (conflict != NULL)
        g_task_return_new_error (flushes->pdata[i], VLG_ERROR, VLG_ERROR_CONFLICT,
                                 _("“%s” was changed by somebody else meanwhile. Please decide which wording holds."), vlg_conflict_get_label (conflict));
      else
        g_task_return_boolean (flushes->pdata[i], TRUE);
      g_clear_object (&conflict);
    }
}

static gboolean
save_cb (gpointer data)
{
  VlgDraft *self = data;

  self->save_source = 0;
  vlg_draft_save_now (self);

  return G_SOURCE_REMOVE;
}

static gboolean
retry_cb (gpointer data)
{
  VlgDraft *self = data;

  self->retry_source = 0;
  vlg_draft_save_now (self);

  return G_SOURCE_REMOVE;
}

/* How long the autosave may wait yet, in milliseconds. */
static guint
get_patience (VlgDraft *self)
{
  gint64 now = g_get_monotonic_time ();
  gint64 wait = MIN (self->changed_at + REST_MS * 1000, self->unsaved_since + BEHIND_MS * 1000) - now;

  return wait > 0 ? (guint) ((wait + 999) / 1000) : 0;
}

static gboolean
wait_cb (gpointer data)
{
  VlgDraft *self = data;
  guint patience = get_patience (self);

  if (patience == 0)
    return save_cb (self);
  self->save_source = g_timeout_add (patience, wait_cb, self);

  return G_SOURCE_REMOVE;
}

void
vlg_draft_schedule_save (VlgDraft *self)
{
  self->changed_at = g_get_monotonic_time ();
  if (self->unsaved_since == 0)
    self->unsaved_since = self->changed_at;
  if (self->save_source == 0 && self->retry_source == 0 && !self->saving)
    self->save_source = g_timeout_add (get_patience (self), wait_cb, self);
}

/* Whether the same may go well another time. */
static gboolean
may_pass (const GError *error)
{
  return !g_error_matches (error, VLG_ERROR, VLG_ERROR_FROZEN) && !g_error_matches (error, VLG_ERROR, VLG_ERROR_INVALID) &&
         !g_error_matches (error, VLG_ERROR, VLG_ERROR_NOT_FOUND) && !g_error_matches (error, VLG_ERROR, VLG_ERROR_EXISTS);
}

static void
fail (VlgDraft *self,
      GError   *error)
{
  /* It was meant to be said anew even where it was said before. */
  g_clear_error (&self->save_error);
  self->save_error = error;
  self->retry_seconds = self->retry_seconds == 0 ? FIRST_RETRY_S : MIN (self->retry_seconds * 2, LAST_RETRY_S);
  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_handle_id (&self->retry_source, g_source_remove);
  if (may_pass (error))
    self->retry_source = g_timeout_add_seconds (self->retry_seconds, retry_cb, self);
  g_object_notify (G_OBJECT (self), "save-error");
  vlg_draft_update (self);
  finish_flushes (self, error);
}

/* A number that is taken must not keep the texts from being saved: they go without it, and it stays said. TRUE where that is to be tried. */
static gboolean
set_number_aside (VlgDraft     *self,
                  const GError *error)
{
  static const char * const keys[] = { "number", "kind" };

  if (!g_error_matches (error, VLG_ERROR, VLG_ERROR_EXISTS) || vlg_draft_table_same (self->now, self->base, "number") || is_refused (self, "number"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (!vlg_draft_table_same (self->now, self->base, keys[i]))
      vlg_draft_table_set (self->refused, keys[i], g_hash_table_lookup (self->now, keys[i]));

  return TRUE;
}

/* Nor must a catalogue the motion cannot come under any more: it was submitted, here or in another program. TRUE where it is to be tried without. */
static gboolean
set_profile_aside (VlgDraft     *self,
                   const GError *error)
{
  static const char key[] = "profile_version";

  if (self->frozen || !g_error_matches (error, VLG_ERROR, VLG_ERROR_FROZEN) || vlg_draft_table_same (self->now, self->base, key) || is_refused (self, key))
    return FALSE;
  vlg_draft_table_set (self->refused, key, g_hash_table_lookup (self->now, key));

  return TRUE;
}

/* Forgets what was refused where it is something else by now. */
static void
prune_refused (VlgDraft *self)
{
  GHashTableIter iter;
  gpointer key;

  if (g_hash_table_contains (self->refused, "number") && !is_refused (self, "number"))
    g_hash_table_remove_all (self->refused);
  g_hash_table_iter_init (&iter, self->refused);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!is_refused (self, key))
      g_hash_table_iter_remove (&iter);
}

/* Of what was refused the message stays. */
static void
succeed (VlgDraft *self)
{
  if (g_hash_table_size (self->refused) == 0)
    g_clear_error (&self->save_error);
  self->retry_seconds = 0;
}

/* What was written is the new base, unless somebody else's change came back with it. */
static void
take_written (VlgDraft   *self,
              GHashTable *written,
              GHashTable *stored)
{
  const char * const *keys = vlg_draft_values_keys ();

  for (guint i = 0; keys[i] != NULL; i++)
    if (vlg_draft_table_same (written, stored, keys[i]))
      vlg_draft_table_set (self->base, keys[i], g_hash_table_lookup (written, keys[i]));
}

static void
take_kept (VlgDraft   *self,
           GHashTable *keep)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, keep);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (value != NULL)
      vlg_draft_table_set (self->undecided, key, value);
    else
      g_hash_table_remove (self->undecided, key);
}

typedef struct {
  VlgDraft *draft;      /* owned */
  GHashTable *written;  /* owned */
  GHashTable *keep;     /* owned */
} Save;

static void
save_clear (Save *save)
{
  g_clear_object (&save->draft);
  g_clear_pointer (&save->written, g_hash_table_unref);
  g_clear_pointer (&save->keep, g_hash_table_unref);
  g_free (save);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Save *save = user_data;
  VlgDraft *self = save->draft;
  GError *error = NULL;
  VlgDraftOutcome *outcome = vlg_store_run_finish (VLG_STORE (source), result, &error);

  self->saving = FALSE;
  if (error != NULL)
    {
      if (self->unsaved_since == 0)
        self->unsaved_since = g_get_monotonic_time ();
      fail (self, error);
      if (set_number_aside (self, self->save_error) || set_profile_aside (self, self->save_error))
        vlg_draft_save_now (self);
      save_clear (save);
      return;
    }

  succeed (self);
  if (!outcome->refused)
    {
      take_written (self, save->written, outcome->values);
      take_kept (self, save->keep);
    }
  vlg_draft_integrate (self, outcome->values, outcome->revision);
  /* Refused: what is only mine goes again, at once. */
  if (self->flushes->len > 0 || outcome->refused)
    vlg_draft_save_now (self);
  else if (self->announced || g_hash_table_size (self->dirty) > 0 || vlg_draft_is_unsaved (self))
    vlg_draft_schedule_save (self);
  vlg_draft_outcome_free (outcome);

  if (self->look_again && !self->saving)
    vlg_draft_look_outside (self);
  vlg_draft_update (self);
  save_clear (save);
}

void
vlg_draft_save_now (VlgDraft *self)
{
  VlgDraftErrand *errand;
  Save *save;

  if (self->saving)
    return;
  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_handle_id (&self->retry_source, g_source_remove);
  vlg_draft_look (self);
  prune_refused (self);
  self->unsaved_since = 0;
  if (!vlg_draft_is_unsaved (self))
    {
      succeed (self);
      vlg_draft_update (self);
      finish_flushes (self, self->save_error);
      return;
    }

  errand = save_errand_new (self);
  save = g_new0 (Save, 1);
  save->draft = g_object_ref (self);
  save->written = g_hash_table_ref (errand->values);
  save->keep = g_hash_table_ref (errand->keep);
  self->saving = TRUE;
  vlg_store_write_async (vlg_office_get_store (self->office), save_job, errand, vlg_draft_errand_free, vlg_draft_outcome_free, NULL, saved_cb, save);
  vlg_draft_update (self);
}

void
vlg_draft_save_last (VlgDraft *self)
{
  vlg_draft_look (self);
  if (!self->saving && vlg_draft_is_unsaved (self))
    vlg_store_write_async (vlg_office_get_store (self->office), save_job, save_errand_new (self), vlg_draft_errand_free, vlg_draft_outcome_free, NULL, NULL, NULL);
}

void
vlg_draft_clear_save (VlgDraft *self)
{
  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_handle_id (&self->retry_source, g_source_remove);
}

