/* vlg-draft-history.c — the steps of earlier sessions, out of the stored edits
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-draft-history.h"

#include "vlg-draft-steps.h"
#include "vlg-draft-values.h"

/* Typing is saved at least that often while it goes on. */
#define TYPING_US (2500 * 1000)

/* A save, as the walk back through the edits finds it. */
typedef struct {
  VlgDraftStep *step;   /* owned; changes of unknown fields left out */
  guint64 delta;        /* state before ^ state after */
  gboolean border;      /* not the actor's own to undo */
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  g_clear_pointer (&save->step, vlg_draft_step_free);
  g_free (save);
}

static Save *
save_new (void)
{
  Save *save = g_new0 (Save, 1);

  save->step = vlg_draft_step_new ();

  return save;
}

/* FNV-1a over key and value: equal values come to the same number, and the numbers of all fields combine by XOR in any order. */
static guint64
digest (const char *key,
        const char *value)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (; *key != '\0'; key++)
    hash = (hash ^ (guchar) *key) * G_GUINT64_CONSTANT (1099511628211);
  for (; *value != '\0'; value++)
    hash = (hash ^ (guchar) *value) * G_GUINT64_CONSTANT (1099511628211);

  return hash;
}

static const char *
find_key (const char *field)
{
  const char * const *keys = vlg_draft_values_keys ();

  for (guint i = 0; keys[i] != NULL; i++)
    if (g_str_equal (keys[i], field))
      return keys[i];

  return NULL;
}

static gboolean
is_deed (const char *field)
{
  static const char * const deeds[] = { "number", "stage", "trashed", NULL };

  return g_strv_contains (deeds, field);
}

static gboolean
changes_confirmation (const char *key,
                      const char *before,
                      const char *after)
{
  g_autofree char *then = NULL;
  g_autofree char *now = NULL;

  if (!g_str_equal (key, "consultations"))
    return FALSE;
  then = vlg_draft_values_confirmations (before);
  now = vlg_draft_values_confirmations (after);

  return !g_str_equal (then, now);
}

/* Walks one edit back: @values is then as before it. FALSE where it does not fit. */
static gboolean
walk_back (Save       *save,
           VlgEdit    *edit,
           GHashTable *values,
           VlgActor   *actor)
{
  const char *key = find_key (edit->field);
  const char *after = key != NULL ? g_hash_table_lookup (values, key) : NULL;
  g_autofree char *before = NULL;
  VlgDraftChange *change;

  save->step->at = MAX (save->step->at, edit->at);
  save->border = save->border || is_deed (edit->field) || edit->actor_login != vlg_actor_get_login_uid (actor) ||
                 g_strcmp0 (edit->actor_name, vlg_actor_get_name (actor)) != 0;
  if (key == NULL)
    return TRUE;
  before = after != NULL ? vlg_patch_undo (&edit->patch, after) : NULL;
  if (before == NULL)
    return FALSE;

  save->delta ^= digest (key, after) ^ digest (key, before);
  save->border = save->border || changes_confirmation (key, before, after);
  change = g_new0 (VlgDraftChange, 1);
  change->key = key;
  change->patch = (VlgPatch) { edit->patch.start, g_steal_pointer (&edit->patch.before), g_steal_pointer (&edit->patch.after) };
  g_ptr_array_add (save->step->changes, change);
  g_hash_table_insert (values, (gpointer) key, g_ref_string_new (before));

  return TRUE;
}

/* The saves, newest first, as far back as the edits fit. */
static GPtrArray *
collect_saves (GPtrArray  *edits,
               GHashTable *values,
               VlgActor   *actor)
{
  g_autoptr (GPtrArray) saves = g_ptr_array_new_with_free_func (save_free);
  gint64 revision = 0;

  for (guint i = 0; i < edits->len; i++)
    {
      VlgEdit *edit = edits->pdata[i];

      if (edit->revision != revision)
        g_ptr_array_add (saves, save_new ());
      revision = edit->revision;
      if (!walk_back (saves->pdata[saves->len - 1], edit, values, actor))
        {
          g_ptr_array_remove_index (saves, saves->len - 1);
          break;
        }
    }

  return g_steal_pointer (&saves);
}

/* The fields of a border are out of reach below it; the states of the other steps shift by what it changed. */
static void
set_border (VlgDraftHistory *self,
            Save            *save)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *stacks[] = { self->undo, self->redo };

  for (guint i = 0; i < save->step->changes->len; i++)
    g_hash_table_add (keys, (gpointer) ((VlgDraftChange *) save->step->changes->pdata[i])->key);
  vlg_draft_stack_block (self->undo, keys);
  vlg_draft_stack_block (self->redo, keys);
  for (guint i = 0; i < G_N_ELEMENTS (stacks); i++)
    for (guint j = 0; j < stacks[i]->len; j++)
      {
        VlgDraftStep *step = stacks[i]->pdata[j];

        step->state_before ^= save->delta;
        step->state_after ^= save->delta;
      }
}

/* Moves the top @n steps over. */
static void
move_steps (GPtrArray *from,
            GPtrArray *to,
            guint      n)
{
  for (; n > 0; n--)
    g_ptr_array_add (to, g_ptr_array_steal_index (from, from->len - 1));
}

/* How many steps of @stack lie between here and @state, looking at it after (@forward) or before each; 0 when it is none of theirs. */
static guint
steps_to (GPtrArray *stack,
          guint64    state,
          gboolean   forward)
{
  for (guint n = 1; n <= stack->len; n++)
    {
      VlgDraftStep *step = stack->pdata[stack->len - n];

      if ((forward ? step->state_after : step->state_before) == state)
        return n;
    }

  return 0;
}

static void
fold_own (VlgDraftHistory *self,
          Save            *save,
          guint64          before,
          guint64          after)
{
  guint back = steps_to (self->undo, after, FALSE);
  guint forward = back == 0 ? steps_to (self->redo, after, TRUE) : 0;
  VlgDraftStep *top = self->undo->len > 0 ? self->undo->pdata[self->undo->len - 1] : NULL;

  if (back > 0)
    {
      move_steps (self->undo, self->redo, back);
      return;
    }
  if (forward > 0)
    {
      move_steps (self->redo, self->undo, forward);
      return;
    }

  g_ptr_array_set_size (self->redo, 0);
  save->step->state_before = before;
  save->step->state_after = after;
  if (top == NULL || save->step->at - top->at > TYPING_US || top->state_after != before || !vlg_draft_step_join (top, save->step))
    g_ptr_array_add (self->undo, g_steal_pointer (&save->step));
}

VlgDraftHistory *
vlg_draft_history_new (GPtrArray  *edits,
                       GHashTable *values,
                       VlgActor   *actor)
{
  VlgDraftHistory *self = g_new0 (VlgDraftHistory, 1);
  g_autoptr (GHashTable) then = vlg_draft_table_copy (values);
  g_autoptr (GPtrArray) saves = collect_saves (edits, then, actor);
  guint64 state = 0;

  self->undo = vlg_draft_stack_new ();
  self->redo = vlg_draft_stack_new ();
  for (guint i = saves->len; i-- > 0;)
    {
      Save *save = saves->pdata[i];
      guint64 after = state ^ save->delta;

      if (save->border)
        set_border (self, save);
      else if (save->step->changes->len > 0)
        fold_own (self, save, state, after);
      state = after;
    }

  return self;
}

void
vlg_draft_history_free (VlgDraftHistory *self)
{
  g_clear_pointer (&self->undo, g_ptr_array_unref);
  g_clear_pointer (&self->redo, g_ptr_array_unref);
  g_clear_pointer (&self->undecided, g_hash_table_unref);
  g_free (self);
}
