/* vlg-draft-undo.c — a draft's changes, gathered into steps and taken back
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-draft-private.h"

#include "vlg-catalogue-rules.h"

/* Typing in one text is one step until it rests that long. */
#define TYPING_US (1000 * 1000)
/* A row's text is looked at when the typing rests that long: its list is a value as a whole. */
#define REST_MS 150
#define MAX_STEPS 1000

static gboolean
is_list (const char *key)
{
  static const char * const lists[] = { "consultations", "annexes", "leitbild", "signatories", "relations", NULL };

  return g_strv_contains (lists, key);
}

/* What only deeds change; an undo could not take back what they meant. */
static gboolean
is_deed (const char *key)
{
  return g_str_equal (key, "number") || g_str_equal (key, "stage");
}

static void
close_step (VlgDraft *self)
{
  if (self->step != NULL && !self->step_is_stacked)
    vlg_draft_step_free (self->step);
  self->step = NULL;
  self->step_is_stacked = FALSE;
  self->step_row = NULL;
  self->step_property = NULL;
}

static void
block (VlgDraft   *self,
       GHashTable *keys)
{
  /* The open step may be among them. */
  close_step (self);
  vlg_draft_stack_block (self->undo, keys);
  vlg_draft_stack_block (self->redo, keys);
}

static gboolean
is_border (VlgDraft   *self,
           const char *key,
           const char *before,
           const char *after)
{
  g_autofree char *then = NULL;
  g_autofree char *now = NULL;

  if (is_deed (key))
    return TRUE;
  if (!g_str_equal (key, "consultations"))
    return FALSE;
  then = vlg_draft_values_confirmations (before);
  now = vlg_draft_values_confirmations (after);

  return !g_str_equal (then, now);
}

/* Adds to the open step that @key went from @before to what is now. */
static void
record (VlgDraft   *self,
        const char *key,
        const char *before,
        const char *after)
{
  if (self->step == NULL)
    {
      self->step = vlg_draft_step_new ();
      self->step_is_stacked = FALSE;
    }
  vlg_draft_step_add (self->step, key, before, after);
  g_ptr_array_set_size (self->redo, 0);

  if (self->step->changes->len > 0 && !self->step_is_stacked)
    {
      if (self->undo->len >= MAX_STEPS)
        g_ptr_array_remove_index (self->undo, 0);
      g_ptr_array_add (self->undo, self->step);
      self->step_is_stacked = TRUE;
    }
  else if (self->step->changes->len == 0 && self->step_is_stacked)
    {
      g_ptr_array_steal_index (self->undo, self->undo->len - 1);
      self->step_is_stacked = FALSE;
    }
  if (is_border (self, key, before, after))
    {
      g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

      g_hash_table_add (keys, (gpointer) key);
      block (self, keys);
    }
}

/* The value of @key, if it is another than when it was last looked at. Caller owns. */
static char *
refresh (VlgDraft   *self,
         const char *key)
{
  char *value = vlg_draft_values_get (self->motion, key);
  VlgConflict *conflict;

  if (g_str_equal (value, g_hash_table_lookup (self->now, key)))
    {
      g_ref_string_release (value);
      return NULL;
    }
  vlg_draft_table_set (self->now, key, value);

  conflict = vlg_draft_find_conflict (self, key);
  if (conflict != NULL && g_str_equal (value, g_hash_table_lookup (self->base, key)))
    vlg_draft_remove_conflict (self, conflict);
  else if (conflict != NULL)
    vlg_conflict_set_mine (conflict, value);

  return value;
}

/* Looks at the fields that changed; what it finds joins the open step. */
static void
look_at_dirty (VlgDraft *self)
{
  g_autoptr (GHashTable) dirty = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer key;

  g_clear_handle_id (&self->rest_source, g_source_remove);
  if (g_hash_table_size (self->dirty) == 0)
    return;

  g_hash_table_iter_init (&iter, self->dirty);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (dirty, key);
  g_hash_table_remove_all (self->dirty);

  g_hash_table_iter_init (&iter, dirty);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      char *before = g_ref_string_acquire (g_hash_table_lookup (self->now, key));
      char *after = refresh (self, key);

      if (after != NULL)
        {
          record (self, key, before, after);
          g_ref_string_release (after);
        }
      g_ref_string_release (before);
    }
  /* Also the change that was made in the same turn. */
  if (g_hash_table_contains (dirty, "stage"))
    vlg_draft_keep_profile (self);
}

void
vlg_draft_look (VlgDraft *self)
{
  if (!self->collecting)
    {
      self->collecting = TRUE;
      g_signal_emit_by_name (self, "collect");
      self->collecting = FALSE;
      self->announced = FALSE;
    }
  look_at_dirty (self);
}

static gboolean
rest_cb (gpointer data)
{
  VlgDraft *self = data;

  self->rest_source = 0;
  look_at_dirty (self);
  vlg_draft_update (self);

  return G_SOURCE_REMOVE;
}

static gboolean
turn_cb (gpointer data)
{
  VlgDraft *self = data;
  GHashTableIter iter;
  gpointer key;

  self->turn_source = 0;
  self->turn_is_over = TRUE;
  if (self->step_property != NULL)
    return G_SOURCE_REMOVE;

  /* Lists are looked at before the next change mixes with this one. A text keeps until it is needed. */
  g_hash_table_iter_init (&iter, self->dirty);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (is_list (key))
      {
        look_at_dirty (self);
        vlg_draft_update (self);
        break;
      }

  return G_SOURCE_REMOVE;
}

/* Whether a change goes on the open step: what is typed into the same text without a rest, and what happens in one turn. */
static gboolean
goes_on (VlgDraft   *self,
         gpointer    row,
         const char *typed_in)
{
  if (self->group_depth > 0 || !self->turn_is_over)
    return TRUE;

  return typed_in != NULL && typed_in == self->step_property && row == self->step_row &&
         g_get_monotonic_time () - self->step_at < TYPING_US;
}

static void
begin_step (VlgDraft *self)
{
  if (self->announced)
    vlg_draft_look (self);
  else
    look_at_dirty (self);
  close_step (self);
}

void
vlg_draft_note (VlgDraft   *self,
                const char *key,
                gpointer    row,
                GParamSpec *pspec)
{
  const char *typed_in = pspec != NULL && G_IS_PARAM_SPEC_STRING (pspec) ? g_intern_string (pspec->name) : NULL;

  g_signal_emit_by_name (self, "changed");
  if (self->applying)
    {
      g_hash_table_add (self->dirty, (gpointer) key);
      return;
    }

  if (self->collecting)
    {
      /* Text that was held back: vlg_draft_announce() has said when it was typed. */
      g_hash_table_add (self->dirty, (gpointer) key);
      return;
    }
  if (!goes_on (self, row, typed_in))
    begin_step (self);
  if (self->turn_is_over || self->turn_source == 0)
    {
      self->step_row = row;
      self->step_property = typed_in;
    }
  else if (self->step_row != row || self->step_property != typed_in)
    {
      /* More than one thing in this turn: no typing. */
      self->step_property = NULL;
    }
  self->step_at = g_get_monotonic_time ();
  self->turn_is_over = FALSE;
  g_hash_table_add (self->dirty, (gpointer) key);

  if (self->turn_source == 0)
    self->turn_source = g_idle_add_full (G_PRIORITY_HIGH, turn_cb, self, NULL);
  if (self->step_property != NULL && is_list (key))
    {
      g_clear_handle_id (&self->rest_source, g_source_remove);
      self->rest_source = g_timeout_add (REST_MS, rest_cb, self);
    }
  vlg_draft_schedule_save (self);
  vlg_draft_schedule_check (self);
  vlg_draft_update (self);
}

void
vlg_draft_put (VlgDraft   *self,
               GHashTable *values)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer key, value;

  g_warn_if_fail (g_hash_table_size (self->dirty) == 0);
  self->applying = TRUE;
  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      g_autoptr (GError) error = NULL;

      if (!vlg_draft_values_set (self->motion, key, value, &error))
        g_warning ("A stored value of “%s” cannot be read: %s", (const char *) key, error != NULL ? error->message : (const char *) value);
      g_hash_table_add (kept, key);
    }
  self->applying = FALSE;

  /* Also what widgets changed in answer. */
  g_hash_table_iter_init (&iter, self->dirty);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (kept, key);
  g_hash_table_remove_all (self->dirty);
  g_hash_table_iter_init (&iter, kept);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      char *now = refresh (self, key);

      if (now != NULL)
        g_ref_string_release (now);
    }
  if (g_hash_table_contains (kept, "stage"))
    vlg_draft_keep_profile (self);
  vlg_draft_schedule_check (self);
}

void
vlg_draft_push_step (VlgDraft   *self,
                     const char *key,
                     const char *before)
{
  close_step (self);
  record (self, key, before, g_hash_table_lookup (self->now, key));
  close_step (self);
}

void
vlg_draft_set_foreign (VlgDraft   *self,
                       const char *key)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_add (self->foreign, (gpointer) key);
  g_hash_table_add (keys, (gpointer) key);
  block (self, keys);
}

void
vlg_draft_keep_profile (VlgDraft *self)
{
  g_autoptr (GHashTable) keys = NULL;

  if (vlg_catalogue_rules_may_move (self->motion))
    return;
  keys = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_add (keys, (gpointer) "profile_version");
  block (self, keys);
}

void
vlg_draft_freeze_steps (VlgDraft *self)
{
  /* What stays open under a signature; of the rows only what became of them does, and their steps may be of the plan. */
  static const char * const open_keys[] = { "decided_on", "received_on", "signatories", NULL };
  const char * const *keys = vlg_draft_values_keys ();
  g_autoptr (GHashTable) frozen = g_hash_table_new (g_str_hash, g_str_equal);

  vlg_draft_look (self);
  for (guint i = 0; keys[i] != NULL; i++)
    if (!g_strv_contains (open_keys, keys[i]))
      {
        g_hash_table_add (self->foreign, (gpointer) keys[i]);
        g_hash_table_add (frozen, (gpointer) keys[i]);
      }
  block (self, frozen);
  for (guint i = 0; keys[i] != NULL; i++)
    if (!g_strv_contains (open_keys, keys[i]) && !is_deed (keys[i]) && !vlg_draft_table_same (self->now, self->base, keys[i]))
      vlg_draft_push_step (self, keys[i], g_hash_table_lookup (self->base, keys[i]));
}

void
vlg_draft_take_history (VlgDraft        *self,
                        VlgDraftHistory *history)
{
  gboolean untouched = self->undo->len == 0 && self->redo->len == 0 && g_hash_table_size (self->dirty) == 0;
  GHashTableIter iter;
  gpointer key;
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_iter_init (&iter, self->foreign);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (keys, key);
  if (!vlg_catalogue_rules_may_move (self->motion))
    g_hash_table_add (keys, (gpointer) "profile_version");
  vlg_draft_stack_block (history->undo, keys);
  vlg_draft_stack_block (history->redo, keys);

  for (guint i = 0; history->undo->len > 0; i++)
    g_ptr_array_insert (self->undo, (int) i, g_ptr_array_steal_index (history->undo, 0));
  while (untouched && history->redo->len > 0)
    g_ptr_array_add (self->redo, g_ptr_array_steal_index (history->redo, 0));
  vlg_draft_update (self);
}

void
vlg_draft_announce (VlgDraft *self)
{
  const char *held_back = g_intern_static_string ("held-back");

  g_return_if_fail (VLG_IS_DRAFT (self));

  /* Inside a collect nothing is held back any more; while values are put it is not the person who types. */
  if (self->collecting || self->applying)
    return;
  if (self->step_property != held_back || !goes_on (self, self, held_back))
    begin_step (self);
  self->step_row = self;
  self->step_property = held_back;
  self->step_at = g_get_monotonic_time ();
  self->turn_is_over = TRUE;
  self->announced = TRUE;
  vlg_draft_schedule_save (self);
  vlg_draft_schedule_check (self);
  vlg_draft_update (self);
}

void
vlg_draft_clear_undo (VlgDraft *self)
{
  g_clear_handle_id (&self->turn_source, g_source_remove);
  g_clear_handle_id (&self->rest_source, g_source_remove);
  close_step (self);
}

void
vlg_draft_end_step (VlgDraft *self)
{
  g_return_if_fail (VLG_IS_DRAFT (self));

  vlg_draft_look (self);
  close_step (self);
  self->turn_is_over = TRUE;
  vlg_draft_update (self);
}

void
vlg_draft_begin_group (VlgDraft *self)
{
  g_return_if_fail (VLG_IS_DRAFT (self));

  if (self->group_depth == 0)
    vlg_draft_end_step (self);
  self->group_depth++;
}

void
vlg_draft_end_group (VlgDraft *self)
{
  g_return_if_fail (VLG_IS_DRAFT (self));
  g_return_if_fail (self->group_depth > 0);

  self->group_depth--;
  if (self->group_depth == 0)
    vlg_draft_end_step (self);
}

/* The field of the step to jump to; of several the first in the form. */
static VlgField
find_field (VlgDraftStep *step)
{
  VlgField found = VLG_FIELD_NONE;

  for (guint i = 0; i < step->changes->len; i++)
    {
      const VlgDraftChange *change = step->changes->pdata[i];
      VlgField field = g_str_equal (change->key, "kind") ? VLG_FIELD_NUMBER
                                                                  : g_str_equal (change->key, "profile_version") ? VLG_FIELD_LEITBILD : vlg_field_from_key (change->key);

      if (found == VLG_FIELD_NONE || (field != VLG_FIELD_NONE && field < found))
        found = field;
    }

  return found;
}

static VlgField
move_step (VlgDraft  *self,
           GPtrArray *from,
           GPtrArray *to,
           gboolean   forward)
{
  VlgDraftStep *step;
  VlgField field;
  g_autoptr (GHashTable) values = NULL;

  vlg_draft_end_step (self);
  if (from->len == 0)
    return VLG_FIELD_NONE;

  step = g_ptr_array_steal_index (from, from->len - 1);
  values = vlg_draft_step_values (step, self->now, forward);
  if (values == NULL)
    {
      /* A widget has changed the field in a way that was not seen: what fits no more is let go. */
      g_debug ("A step does not fit the motion any more");
      vlg_draft_step_free (step);
      vlg_draft_update (self);
      return VLG_FIELD_NONE;
    }
  field = find_field (step);
  g_ptr_array_add (to, step);
  vlg_draft_put (self, values);
  vlg_draft_schedule_save (self);
  vlg_draft_update (self);

  return field;
}

VlgField
vlg_draft_undo (VlgDraft *self)
{
  g_return_val_if_fail (VLG_IS_DRAFT (self), VLG_FIELD_NONE);

  return move_step (self, self->undo, self->redo, FALSE);
}

VlgField
vlg_draft_redo (VlgDraft *self)
{
  g_return_val_if_fail (VLG_IS_DRAFT (self), VLG_FIELD_NONE);

  return move_step (self, self->redo, self->undo, TRUE);
}

guint
vlg_draft_get_last_step (VlgDraft *self)
{
  g_return_val_if_fail (VLG_IS_DRAFT (self), 0);

  vlg_draft_end_step (self);

  return self->undo->len > 0 ? ((VlgDraftStep *) self->undo->pdata[self->undo->len - 1])->serial : 0;
}
