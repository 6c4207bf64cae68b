/* vlg-leitbild-report.c — the figures of the Leitbild over a span of time
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-leitbild-report.h"

#include <glib/gi18n.h>

static void
field_free (gpointer data)
{
  VlgReportField *field = data;

  g_free (field->field);
  g_clear_pointer (&field->seen, g_hash_table_unref);
  g_free (field);
}

static void
goal_free (gpointer data)
{
  VlgReportGoal *goal = data;

  g_free (goal->field);
  g_free (goal->code);
  g_free (goal->counts);
  g_strfreev (goal->old_codes);
  g_clear_pointer (&goal->seen, g_hash_table_unref);
  g_free (goal);
}

/* Periods since the year 0. */
static guint
number_of (VlgReportStep step,
           guint         year,
           guint         month)
{
  return step == VLG_REPORT_YEARS ? year : year * 4 + (month - 1) / 3;
}

static guint
number_of_day (VlgReportStep step,
               VlgDay        day)
{
  guint year, month;

  vlg_day_get (day, &year, &month, NULL);

  return number_of (step, year, month);
}

/* FALSE for a month outside. */
static gboolean
find_period (VlgLeitbildReport *self,
             guint              year,
             guint              month,
             guint             *period)
{
  /* Not from the first day: to ask the calendar for every row takes longer than to count it. */
  guint first = self->step == VLG_REPORT_YEARS ? self->periods[0].year : self->periods[0].year * 4 + self->periods[0].quarter - 1;
  guint number = number_of (self->step, year, month);

  if (number < first || number - first >= self->n_periods)
    return FALSE;
  *period = number - first;

  return TRUE;
}

guint
vlg_leitbild_query_states (guint states)
{
  return states != 0 ? states : ((1u << (VLG_STATE_WITHDRAWN + 1)) - 1) & ~(1u << VLG_STATE_DRAFT | 1u << VLG_STATE_RETURNED);
}

VlgLeitbildReport *
vlg_leitbild_report_new (VlgDay        from,
                         VlgDay        to,
                         VlgReportStep step)
{
  VlgLeitbildReport *self;
  guint first;

  g_return_val_if_fail (from != VLG_DAY_NONE, NULL);
  g_return_val_if_fail (to >= from, NULL);

  self = g_new0 (VlgLeitbildReport, 1);
  self->from = from;
  self->to = to;
  self->step = step;
  first = number_of_day (step, from);
  self->n_periods = number_of_day (step, to) - first + 1;
  self->periods = g_new0 (VlgReportPeriod, self->n_periods);
  self->counts = g_new0 (VlgReportCount, self->n_periods);
  for (guint i = 0; i < self->n_periods; i++)
    {
      self->periods[i].year = step == VLG_REPORT_YEARS ? first + i : (first + i) / 4;
      self->periods[i].quarter = step == VLG_REPORT_YEARS ? 0 : (first + i) % 4 + 1;
    }
  self->fields = g_ptr_array_new_with_free_func (field_free);
  self->goals = g_ptr_array_new_with_free_func (goal_free);
  self->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_old_code = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_old_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
vlg_leitbild_report_free (VlgLeitbildReport *self)
{
  if (self == NULL)
    return;

  g_free (self->periods);
  g_free (self->counts);
  g_hash_table_unref (self->by_code);
  g_clear_object (&self->leitbild);
  g_hash_table_unref (self->by_old_code);
  g_hash_table_unref (self->by_old_key);
  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->goals);
  g_free (self);
}

static void
add_to (VlgReportCount *count,
        VlgRelevance    relevance,
        guint           n_motions,
        guint           n_adopted)
{
  count->n_motions += n_motions;
  count->n_adopted += n_adopted;
  if (relevance == VLG_RELEVANCE_RELEVANT)
    count->n_relevant += n_motions;
  else if (relevance == VLG_RELEVANCE_NOT_RELEVANT)
    count->n_not_relevant += n_motions;
  else
    count->n_undecided += n_motions;
}

void
vlg_leitbild_report_add_motions (VlgLeitbildReport *self,
                                 guint              year,
                                 guint              month,
                                 VlgRelevance       relevance,
                                 guint              n_motions,
                                 guint              n_adopted)
{
  guint period;

  g_return_if_fail (self != NULL);

  if (!find_period (self, year, month, &period))
    return;
  add_to (&self->counts[period], relevance, n_motions, n_adopted);
  add_to (&self->total, relevance, n_motions, n_adopted);
}

static VlgReportField *
get_field (VlgLeitbildReport *self,
           const char        *key)
{
  VlgReportField *field;

  for (guint i = 0; i < self->fields->len; i++)
    {
      field = self->fields->pdata[i];
      if (g_str_equal (field->field, key))
        return field;
    }
  field = g_new0 (VlgReportField, 1);
  field->field = g_strdup (key);
  g_ptr_array_add (self->fields, field);

  return field;
}

static VlgReportGoal *
get_goal (VlgLeitbildReport *self,
          const char        *field,
          const char        *code)
{
  VlgReportGoal *goal = g_hash_table_lookup (self->by_code, code);

  if (goal != NULL && g_str_equal (goal->field, field))
    return goal;
  for (guint i = 0; goal != NULL && i < self->goals->len; i++)
    {
      VlgReportGoal *other = self->goals->pdata[i];

      if (g_str_equal (other->code, code) && g_str_equal (other->field, field))
        return other;
    }
  goal = g_new0 (VlgReportGoal, 1);
  goal->field = g_strdup (field);
  goal->code = g_strdup (code);
  goal->counts = g_new0 (guint, self->n_periods);
  g_ptr_array_add (self->goals, goal);
  g_hash_table_replace (self->by_code, goal->code, goal);

  return goal;
}

void
vlg_leitbild_report_add_field (VlgLeitbildReport *self,
                               const char        *field,
                               guint              n_motions,
                               guint              n_adopted)
{
  VlgReportField *found;

  g_return_if_fail (self != NULL);
  g_return_if_fail (field != NULL);

  found = get_field (self, field);
  found->n_motions += n_motions;
  found->n_adopted += n_adopted;
}

void
vlg_leitbild_report_add_goal (VlgLeitbildReport *self,
                              const char        *field,
                              const char        *code,
                              guint              year,
                              guint              month,
                              guint              n_motions)
{
  VlgReportGoal *goal;
  guint period;

  g_return_if_fail (self != NULL);
  g_return_if_fail (field != NULL);
  g_return_if_fail (code != NULL);

  if (!find_period (self, year, month, &period))
    return;
  goal = get_goal (self, field, code);
  goal->counts[period] += n_motions;
  goal->n_motions += n_motions;
}

void
vlg_leitbild_report_follow (VlgLeitbildReport *self,
                            VlgLeitbild       *leitbild)
{
  VlgLeitbild *followed;

  g_return_if_fail (self != NULL);
  g_return_if_fail (VLG_IS_LEITBILD (leitbild));

  /* Where nothing is replaced there is nothing to follow, row by row. */
  followed = vlg_leitbild_has_successors (leitbild) ? leitbild : NULL;
  g_set_object (&self->leitbild, followed);
}

/* FALSE where the motion was counted already; @seen NULL: it cannot have been. */
static gboolean
see (GHashTable *seen,
     gint64      motion)
{
  return seen == NULL || g_hash_table_add (seen, GSIZE_TO_POINTER ((gsize) motion));
}

/* There are a hundred thousand rows, and as many of one code: each is followed once. */
static VlgReportField *
follow_field (VlgLeitbildReport *self,
              const char        *key)
{
  VlgReportField *found = g_hash_table_lookup (self->by_old_key, key);
  VlgActionField *field;

  if (found != NULL)
    return found;
  field = vlg_leitbild_follow_field (self->leitbild, key);
  found = get_field (self, field != NULL ? vlg_action_field_get_key (field) : key);
  if (field != NULL && *vlg_action_field_get_replaces (field) != NULL && found->seen == NULL)
    found->seen = g_hash_table_new (NULL, NULL);
  g_hash_table_insert (self->by_old_key, g_strdup (key), found);

  return found;
}

static VlgReportGoal *
follow_goal (VlgLeitbildReport *self,
             const char        *key,
             const char        *code)
{
  VlgReportGoal *found = g_hash_table_lookup (self->by_old_code, code);
  const VlgGoal *goal;

  if (found != NULL)
    return found;
  goal = vlg_leitbild_follow_goal (self->leitbild, code);
  /* A number that no catalogue knows stands in the field it was named in, which may be several. */
  if (goal == NULL)
    return get_goal (self, follow_field (self, key)->field, code);
  found = get_goal (self, vlg_action_field_get_key (vlg_leitbild_find_goal (self->leitbild, goal->code)), goal->code);
  if (*goal->replaces != NULL && found->seen == NULL)
    found->seen = g_hash_table_new (NULL, NULL);
  g_hash_table_insert (self->by_old_code, g_strdup (code), found);

  return found;
}

static void
add_following_field (VlgLeitbildReport *self,
                     gint64             motion,
                     const char        *key,
                     guint              n_adopted)
{
  VlgReportField *found = follow_field (self, key);

  if (!see (found->seen, motion))
    return;
  found->n_motions++;
  found->n_adopted += n_adopted;
}

static void
add_following_goal (VlgLeitbildReport *self,
                    gint64             motion,
                    const char        *key,
                    const char        *code,
                    guint              period)
{
  VlgReportGoal *found = follow_goal (self, key, code);

  if (!see (found->seen, motion))
    return;
  found->counts[period]++;
  found->n_motions++;
}

void
vlg_leitbild_report_add_mark (VlgLeitbildReport *self,
                              gint64             motion,
                              const char        *field,
                              const char        *code,
                              gboolean           count_field,
                              guint              year,
                              guint              month,
                              guint              n_adopted)
{
  guint period;

  g_return_if_fail (self != NULL);
  g_return_if_fail (field != NULL);

  if (count_field && self->leitbild != NULL)
    add_following_field (self, motion, field, n_adopted);
  else if (count_field)
    vlg_leitbild_report_add_field (self, field, 1, n_adopted);
  if (code != NULL && self->leitbild == NULL)
    vlg_leitbild_report_add_goal (self, field, code, year, month, 1);
  else if (code != NULL && find_period (self, year, month, &period))
    add_following_goal (self, motion, field, code, period);
}

static guint
rank_of_field (VlgLeitbild *leitbild,
               const char  *key)
{
  for (guint i = 0; i < vlg_leitbild_get_n_fields (leitbild); i++)
    if (g_str_equal (vlg_action_field_get_key (vlg_leitbild_get_field (leitbild, i)), key))
      return i;

  return G_MAXUINT;
}

static int
compare_fields (gconstpointer a,
                gconstpointer b,
                gpointer      leitbild)
{
  const VlgReportField *one = *(VlgReportField *const *) a;
  const VlgReportField *other = *(VlgReportField *const *) b;
  guint rank = rank_of_field (leitbild, one->field);
  guint other_rank = rank_of_field (leitbild, other->field);

  return rank != other_rank ? (rank < other_rank ? -1 : 1) : g_strcmp0 (one->field, other->field);
}

static int
compare_goals (gconstpointer a,
               gconstpointer b,
               gpointer      leitbild)
{
  const VlgReportGoal *one = *(VlgReportGoal *const *) a;
  const VlgReportGoal *other = *(VlgReportGoal *const *) b;
  guint rank = rank_of_field (leitbild, one->field);
  guint other_rank = rank_of_field (leitbild, other->field);

  return rank != other_rank ? (rank < other_rank ? -1 : 1) : g_strcmp0 (one->code, other->code);
}

/* All that came to @code, one step or more before. */
static void
add_old_codes (VlgLeitbild  *leitbild,
               const char   *code,
               GStrvBuilder *codes,
               guint         depth)
{
  const VlgGoal *goal = vlg_leitbild_get_goal (leitbild, code);

  for (guint i = 0; depth > 0 && goal != NULL && goal->replaces[i] != NULL; i++)
    {
      g_strv_builder_add (codes, goal->replaces[i]);
      add_old_codes (leitbild, goal->replaces[i], codes, depth - 1);
    }
}

/* A chain of goals is never that long. */
#define LONGEST_CHAIN 100

static void
describe_goal (VlgReportGoal *goal,
               VlgLeitbild   *leitbild)
{
  const VlgGoal *known = vlg_leitbild_get_goal (leitbild, goal->code);
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  goal->retired = known != NULL && known->retired;
  add_old_codes (leitbild, goal->code, codes, LONGEST_CHAIN);
  g_clear_pointer (&goal->old_codes, g_strfreev);
  goal->old_codes = g_strv_builder_end (codes);
  if (*goal->old_codes == NULL)
    g_clear_pointer (&goal->old_codes, g_strfreev);
}

char *
vlg_report_goal_get_label (const VlgReportGoal *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  /* Translators: the code of a goal, "M01", that is not offered any more. */
  return self->retired ? g_strdup_printf (_("%s (retired)"), self->code) : g_strdup (self->code);
}

void
vlg_leitbild_report_complete (VlgLeitbildReport *self,
                              VlgLeitbild       *leitbild)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (VLG_IS_LEITBILD (leitbild));

  for (guint i = 0; i < vlg_leitbild_get_n_fields (leitbild); i++)
    {
      VlgActionField *field = vlg_leitbild_get_field (leitbild, i);

      get_field (self, vlg_action_field_get_key (field));
      for (guint j = 0; j < vlg_action_field_get_n_goals (field); j++)
        if (!vlg_action_field_get_goal (field, j)->retired)
          get_goal (self, vlg_action_field_get_key (field), vlg_action_field_get_goal (field, j)->code);
    }
  for (guint i = 0; i < self->goals->len; i++)
    describe_goal (self->goals->pdata[i], leitbild);
  g_ptr_array_sort_with_data (self->fields, compare_fields, leitbild);
  g_ptr_array_sort_with_data (self->goals, compare_goals, leitbild);
}

int
vlg_report_count_get_share (const VlgReportCount *self)
{
  guint n_decided;

  g_return_val_if_fail (self != NULL, -1);

  n_decided = self->n_relevant + self->n_not_relevant;

  return n_decided > 0 ? (int) ((self->n_not_relevant * 200u + n_decided) / (2 * n_decided)) : -1;
}

char *
vlg_report_period_get_label (const VlgReportPeriod *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  /* Translators: a quarter of a year, short: quarter, year. */
  return self->quarter == 0 ? g_strdup_printf ("%u", self->year) : g_strdup_printf (C_("quarter", "%u/%u"), self->quarter, self->year);
}

void
vlg_leitbild_report_get_span (VlgLeitbildReport *self,
                              guint              period,
                              VlgDay            *from,
                              VlgDay            *to)
{
  const VlgReportPeriod *at;
  guint first_month, next_month;

  g_return_if_fail (self != NULL);
  g_return_if_fail (period < self->n_periods);

  at = &self->periods[period];
  first_month = at->quarter == 0 ? 1 : at->quarter * 3 - 2;
  next_month = at->quarter == 0 ? 13 : at->quarter * 3 + 1;
  *from = MAX (self->from, vlg_day_new (at->year, first_month, 1));
  *to = MIN (self->to, vlg_day_new (at->year + (next_month > 12 ? 1 : 0), (next_month - 1) % 12 + 1, 1) - 1);
}
