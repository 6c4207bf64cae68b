/* vlg-leitbild-hint.c — what similar motions chose in the Leitbild
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-leitbild-hint.h"

/* One motion is an accident. */
#define FEWEST 2

VlgSimilarMotion *
vlg_similar_motion_new (const char   *uid,
                        const char   *number,
                        const char   *title,
                        VlgRelevance  relevance)
{
  VlgSimilarMotion *self;

  g_return_val_if_fail (uid != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  self = g_new0 (VlgSimilarMotion, 1);
  self->uid = g_strdup (uid);
  self->number = g_strdup (number);
  self->title = g_strdup (title);
  self->relevance = relevance;
  self->marks = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

void
vlg_similar_motion_free (gpointer data)
{
  VlgSimilarMotion *self = data;

  g_free (self->uid);
  g_free (self->number);
  g_free (self->title);
  g_ptr_array_unref (self->marks);
  g_free (self);
}

/* The code that can be chosen in place of @code; NULL for none. Borrowed. */
static const char *
follow_code (VlgLeitbild *catalogue,
             VlgLeitbild *present,
             const char  *code)
{
  const VlgGoal *goal = vlg_leitbild_follow_goal (catalogue, code);
  const VlgGoal *now;

  if (goal != NULL && goal->retired)
    return NULL;
  if (goal != NULL)
    code = goal->code;
  now = vlg_leitbild_follow_goal (present, code);
  /* A number that was typed freely is in no catalogue, and can be typed again. */
  if (now == NULL)
    return code;

  return now->retired || goal == NULL ? NULL : code;
}

static VlgMark *
find_or_add (GPtrArray  *marks,
             const char *field)
{
  VlgMark *mark;

  for (guint i = 0; i < marks->len; i++)
    if (g_str_equal (vlg_mark_get_field (marks->pdata[i]), field))
      return marks->pdata[i];
  mark = vlg_mark_new (field);
  g_ptr_array_add (marks, mark);

  return mark;
}

static void
name_goal (VlgMark    *mark,
           const char *code)
{
  const char *const *goals = vlg_mark_get_goals (mark);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  if (g_strv_contains (goals, code))
    return;
  for (; *goals != NULL; goals++)
    g_ptr_array_add (all, (gpointer) *goals);
  g_ptr_array_add (all, (gpointer) code);
  g_ptr_array_add (all, NULL);
  vlg_mark_set_ticked (mark, TRUE);
  vlg_mark_set_goals (mark, (const char *const *) all->pdata);
}

void
vlg_similar_motion_follow (VlgSimilarMotion *self,
                           VlgLeitbild      *catalogue,
                           VlgLeitbild      *present)
{
  g_autoptr (GPtrArray) marks = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (VLG_IS_LEITBILD (catalogue));
  g_return_if_fail (VLG_IS_LEITBILD (present));

  marks = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->marks->len; i++)
    {
      VlgMark *mark = self->marks->pdata[i];
      VlgActionField *home = vlg_leitbild_follow_field (catalogue, vlg_mark_get_field (mark));

      if (home != NULL && vlg_mark_get_ticked (mark))
        vlg_mark_set_ticked (find_or_add (marks, vlg_action_field_get_key (home)), TRUE);
      for (const char *const *goals = vlg_mark_get_goals (mark); *goals != NULL; goals++)
        {
          const char *code = follow_code (catalogue, present, *goals);
          VlgActionField *field = code != NULL ? vlg_leitbild_find_goal (catalogue, code) : NULL;

          if (field == NULL)
            field = home;
          if (code != NULL && field != NULL)
            name_goal (find_or_add (marks, vlg_action_field_get_key (field)), code);
        }
    }
  g_ptr_array_unref (self->marks);
  self->marks = g_steal_pointer (&marks);
}

static void
hint_free (gpointer data)
{
  VlgLeitbildHint *hint = data;

  g_free (hint->field);
  g_strfreev (hint->goals);
  g_ptr_array_unref (hint->motions);
  g_free (hint);
}

static VlgLeitbildHint *
get_hint (GPtrArray  *hints,
          const char *field)
{
  VlgLeitbildHint *hint;

  for (guint i = 0; i < hints->len; i++)
    {
      hint = hints->pdata[i];
      if (g_strcmp0 (hint->field, field) == 0)
        return hint;
    }
  hint = g_new0 (VlgLeitbildHint, 1);
  hint->field = g_strdup (field);
  hint->motions = g_ptr_array_new ();
  g_ptr_array_add (hints, hint);

  return hint;
}

static VlgMark *
find_mark (VlgSimilarMotion *motion,
           const char       *field)
{
  for (guint i = 0; i < motion->marks->len; i++)
    if (g_str_equal (vlg_mark_get_field (motion->marks->pdata[i]), field))
      return motion->marks->pdata[i];

  return NULL;
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* The goals that at least half of those who chose the field named. */
static void
find_goals (VlgLeitbildHint *hint)
{
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *goals = g_ptr_array_new ();

  for (guint i = 0; hint->field != NULL && i < hint->motions->len; i++)
    {
      const char *const *codes = vlg_mark_get_goals (find_mark (hint->motions->pdata[i], hint->field));

      for (guint j = 0; codes[j] != NULL; j++)
        {
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (named, codes[j])) + 1;

          g_hash_table_insert (named, (gpointer) codes[j], GUINT_TO_POINTER (n));
          /* The one with which it is half of them. */
          if (n == (hint->motions->len + 1) / 2)
            g_ptr_array_add (goals, g_strdup (codes[j]));
        }
    }
  g_ptr_array_sort (goals, compare_codes);
  g_ptr_array_add (goals, NULL);
  hint->goals = (char **) g_ptr_array_free (goals, FALSE);
}

static int
compare_hints (gconstpointer a,
               gconstpointer b)
{
  const VlgLeitbildHint *one = *(VlgLeitbildHint *const *) a;
  const VlgLeitbildHint *other = *(VlgLeitbildHint *const *) b;

  return one->n != other->n ? (one->n > other->n ? -1 : 1) : g_strcmp0 (one->field, other->field);
}

VlgLeitbildHints *
vlg_leitbild_hints_new (GPtrArray *similar)
{
  VlgLeitbildHints *self;

  g_return_val_if_fail (similar != NULL, NULL);

  self = g_new0 (VlgLeitbildHints, 1);
  self->similar = similar;
  self->hints = g_ptr_array_new_with_free_func (hint_free);
  for (guint i = 0; i < similar->len; i++)
    {
      VlgSimilarMotion *motion = similar->pdata[i];

      if (motion->relevance == VLG_RELEVANCE_NOT_RELEVANT)
        g_ptr_array_add (get_hint (self->hints, NULL)->motions, motion);
      for (guint j = 0; motion->relevance == VLG_RELEVANCE_RELEVANT && j < motion->marks->len; j++)
        if (vlg_mark_get_ticked (motion->marks->pdata[j]))
          g_ptr_array_add (get_hint (self->hints, vlg_mark_get_field (motion->marks->pdata[j]))->motions, motion);
    }
  for (guint i = self->hints->len; i-- > 0;)
    {
      VlgLeitbildHint *hint = self->hints->pdata[i];

      hint->n = hint->motions->len;
      if (hint->n < FEWEST || hint->n * 2 < similar->len)
        g_ptr_array_remove_index (self->hints, i);
      else
        find_goals (hint);
    }
  g_ptr_array_sort (self->hints, compare_hints);

  return self;
}

void
vlg_leitbild_hints_free (VlgLeitbildHints *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->hints);
  g_ptr_array_unref (self->similar);
  g_free (self);
}
