/* vlg-votes.c — how a body voted
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-votes.h"

#define MAX_COUNT 9999

static gpointer
copy_votes (gpointer boxed)
{
  return g_memdup2 (boxed, sizeof (VlgVotes));
}

G_DEFINE_BOXED_TYPE (VlgVotes, vlg_votes, copy_votes, g_free)

gboolean
vlg_votes_is_none (const VlgVotes *votes)
{
  static const VlgVotes none = VLG_VOTES_NONE;

  return votes == NULL || vlg_votes_equal (votes, &none);
}

gboolean
vlg_votes_equal (const VlgVotes *a,
                 const VlgVotes *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->in_favour == b->in_favour && a->against == b->against && a->abstentions == b->abstentions &&
         a->excluded == b->excluded && a->present == b->present;
}

int
vlg_votes_sum (const VlgVotes *votes)
{
  g_return_val_if_fail (votes != NULL, 0);

  return MAX (votes->in_favour, 0) + MAX (votes->against, 0) + MAX (votes->abstentions, 0);
}

VlgResult
vlg_votes_outcome (const VlgVotes *votes)
{
  g_return_val_if_fail (votes != NULL, VLG_RESULT_NONE);

  if (votes->in_favour == VLG_VOTES_ABSENT || votes->against == VLG_VOTES_ABSENT)
    return VLG_RESULT_NONE;

  return votes->in_favour > votes->against ? VLG_RESULT_ADOPTED : VLG_RESULT_REJECTED;
}

gboolean
vlg_votes_parse_cell (const char *cell,
                      int        *count)
{
  g_autofree char *text = NULL;
  int value = 0;

  g_return_val_if_fail (cell != NULL && count != NULL, FALSE);

  text = g_strstrip (g_strdup (cell));
  if (*text == '\0')
    {
      *count = VLG_VOTES_ABSENT;
      return TRUE;
    }

  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isdigit (*p))
        return FALSE;
      value = value * 10 + (*p - '0');
      if (value > MAX_COUNT)
        return FALSE;
    }
  *count = value;

  return TRUE;
}
