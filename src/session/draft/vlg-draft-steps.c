/* vlg-draft-steps.c — steps that can be undone: patches of fields
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-draft-steps.h"

#include "vlg-draft-values.h"

static void
change_free (gpointer data)
{
  VlgDraftChange *change = data;

  vlg_patch_clear (&change->patch);
  g_free (change);
}

VlgDraftStep *
vlg_draft_step_new (void)
{
  static int last;
  VlgDraftStep *self = g_new0 (VlgDraftStep, 1);

  self->serial = (guint) g_atomic_int_add (&last, 1) + 1;
  self->changes = g_ptr_array_new_with_free_func (change_free);

  return self;
}

void
vlg_draft_step_free (VlgDraftStep *self)
{
  g_ptr_array_unref (self->changes);
  g_free (self);
}

GPtrArray *
vlg_draft_stack_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) vlg_draft_step_free);
}

static char *
apply (const VlgPatch *patch,
       const char     *value,
       gboolean        forward)
{
  VlgPatch reversed = { patch->start, patch->after, patch->before };

  return vlg_patch_undo (forward ? &reversed : patch, value);
}

void
vlg_draft_step_add (VlgDraftStep *self,
                    const char   *key,
                    const char   *before,
                    const char   *after)
{
  g_autofree char *first = NULL;
  VlgDraftChange *change;

  for (guint i = 0; i < self->changes->len && first == NULL; i++)
    {
      change = self->changes->pdata[i];
      if (!g_str_equal (change->key, key))
        continue;
      first = apply (&change->patch, before, FALSE);
      g_ptr_array_remove_index (self->changes, i);
      if (first == NULL)
        break;
    }
  if (g_strcmp0 (first != NULL ? first : before, after) == 0)
    return;

  change = g_new0 (VlgDraftChange, 1);
  change->key = key;
  vlg_patch_make (&change->patch, first != NULL ? first : before, after);
  g_ptr_array_add (self->changes, change);
}

/* Two patches, one after the other, as one. Between them lies the text that @a left and @b found. */
static gboolean
join_patches (VlgPatch       *a,
              const VlgPatch *b)
{
  gsize a_end = a->start + strlen (a->after), b_end = b->start + strlen (b->before);
  gsize head = b->start < a->start ? a->start - b->start : 0;
  gsize tail = b_end > a_end ? b_end - a_end : 0;
  g_autofree char *lead = NULL;
  g_autofree char *kept_head = NULL;
  char *before, *after;

  if (b->start > a_end || b_end < a->start)
    return FALSE;

  lead = g_strndup (b->before, head);
  before = g_strconcat (lead, a->before, b->before + strlen (b->before) - tail, NULL);
  kept_head = g_strndup (a->after, b->start > a->start ? b->start - a->start : 0);
  after = g_strconcat (kept_head, b->after, a_end > b_end ? a->after + (b_end - a->start) : "", NULL);
  vlg_patch_clear (a);
  a->start -= head;
  a->before = before;
  a->after = after;

  return TRUE;
}

gboolean
vlg_draft_step_join (VlgDraftStep *self,
                     VlgDraftStep *next)
{
  VlgDraftChange *a, *b;

  if (self->changes->len != 1 || next->changes->len != 1)
    return FALSE;
  a = self->changes->pdata[0];
  b = next->changes->pdata[0];
  if (!g_str_equal (a->key, b->key) || !vlg_draft_values_is_text (a->key) || !join_patches (&a->patch, &b->patch))
    return FALSE;

  self->at = next->at;
  self->state_after = next->state_after;

  return TRUE;
}

GHashTable *
vlg_draft_step_values (VlgDraftStep *self,
                       GHashTable   *values,
                       gboolean      forward)
{
  g_autoptr (GHashTable) result = vlg_draft_table_new ();

  for (guint i = 0; i < self->changes->len; i++)
    {
      VlgDraftChange *change = self->changes->pdata[i];
      const char *value = g_hash_table_lookup (values, change->key);
      g_autofree char *other = value != NULL ? apply (&change->patch, value, forward) : NULL;

      if (other == NULL)
        return NULL;
      g_hash_table_insert (result, (gpointer) change->key, g_ref_string_new (other));
    }

  return g_steal_pointer (&result);
}

static gboolean
touches (VlgDraftStep *step,
         GHashTable   *keys)
{
  for (guint i = 0; i < step->changes->len; i++)
    {
      VlgDraftChange *change = step->changes->pdata[i];

      if (g_hash_table_contains (keys, change->key))
        return TRUE;
    }

  return FALSE;
}

gboolean
vlg_draft_stack_block (GPtrArray  *stack,
                       GHashTable *keys)
{
  gboolean dropped = FALSE;

  for (guint i = stack->len; i-- > 0;)
    {
      VlgDraftStep *step = stack->pdata[i];

      if (!touches (step, keys))
        continue;
      for (guint j = 0; j < step->changes->len; j++)
        g_hash_table_add (keys, (gpointer) ((VlgDraftChange *) step->changes->pdata[j])->key);
      g_ptr_array_remove_index (stack, i);
      dropped = TRUE;
    }

  return dropped;
}
