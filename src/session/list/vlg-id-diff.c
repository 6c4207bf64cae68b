/* vlg-id-diff.c — what became of an ordered vector of ids
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-id-diff.h"

/* How far the next common id is looked for, and how many edits are worth telling apart. */
#define LOOK_AHEAD 64
#define MAX_EDITS 32

static void
add_edit (GArray *edits,
          guint   position,
          guint   removed,
          guint   added)
{
  VlgIdEdit edit = { position, removed, added };

  if (removed > 0 || added > 0)
    g_array_append_val (edits, edit);
}

/* The nearest place where both vectors agree again: @skip_old and @skip_new ids away. */
static gboolean
find_agreement (const gint64 *old_ids,
                guint         n_old,
                const gint64 *new_ids,
                guint         n_new,
                guint        *skip_old,
                guint        *skip_new)
{
  for (guint distance = 1; distance <= LOOK_AHEAD; distance++)
    {
      if (distance < n_new && n_old > 0 && old_ids[0] == new_ids[distance])
        {
          *skip_old = 0;
          *skip_new = distance;
          return TRUE;
        }
      if (distance < n_old && n_new > 0 && new_ids[0] == old_ids[distance])
        {
          *skip_old = distance;
          *skip_new = 0;
          return TRUE;
        }
      if (distance < n_old && distance < n_new && old_ids[distance] == new_ids[distance])
        {
          *skip_old = distance;
          *skip_new = distance;
          return TRUE;
        }
    }

  return FALSE;
}

GArray *
vlg_id_diff (const gint64 *old_ids,
             guint         n_old,
             const gint64 *new_ids,
             guint         n_new)
{
  GArray *edits = g_array_new (FALSE, FALSE, sizeof (VlgIdEdit));
  guint start = 0;
  guint old_end = n_old;
  guint new_end = n_new;
  guint i, j;

  while (start < n_old && start < n_new && old_ids[start] == new_ids[start])
    start++;
  while (old_end > start && new_end > start && old_ids[old_end - 1] == new_ids[new_end - 1])
    {
      old_end--;
      new_end--;
    }

  for (i = j = start; i < old_end && j < new_end;)
    {
      guint skip_old, skip_new;

      if (old_ids[i] == new_ids[j])
        {
          i++;
          j++;
          continue;
        }
      if (edits->len + 1 >= MAX_EDITS
          || !find_agreement (old_ids + i, old_end - i, new_ids + j, new_end - j, &skip_old, &skip_new))
        break;
      add_edit (edits, j, skip_old, skip_new);
      i += skip_old;
      j += skip_new;
    }
  add_edit (edits, j, old_end - i, new_end - j);

  return edits;
}
