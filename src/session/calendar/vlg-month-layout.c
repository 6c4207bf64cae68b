/* vlg-month-layout.c — which chips stand on which day of a calendar
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-month-layout.h"

struct _VlgMonthLayout
{
  VlgDay first;
  guint n_days;
  guint n_lines;

  VlgChip *chips;      /* owned by @keeper: sorted by day, then as drawn */
  guint *starts;       /* owned by @keeper: n_days + 1 places in chips */
  gpointer keeper;     /* owned: what layouts that differ in room alone share */
};

/* The chips and their strings, shared by layouts. */
typedef struct {
  VlgChip *chips;
  guint *starts;
  GStringChunk *strings;
} Keeper;

G_DEFINE_BOXED_TYPE (VlgMonthLayout, vlg_month_layout, vlg_month_layout_ref, vlg_month_layout_unref)

static int
compare_chips (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const VlgChip *x = a;
  const VlgChip *y = b;
  gboolean x_cancelled = x->state == VLG_MEETING_STATE_CANCELLED;
  gboolean y_cancelled = y->state == VLG_MEETING_STATE_CANCELLED;
  int order = (x->day > y->day) - (x->day < y->day);

  if (order == 0)
    order = x_cancelled - y_cancelled;
  if (order == 0)
    order = (x->start > y->start) - (x->start < y->start);
  if (order == 0)
    order = (int) x->kind - (int) y->kind;
  if (order == 0)
    order = g_strcmp0 (x->label, y->label);

  return order != 0 ? order : g_strcmp0 (x->uid, y->uid);
}

static const char *
keep (GStringChunk *strings,
      const char   *text)
{
  return g_string_chunk_insert_const (strings, text != NULL ? text : "");
}

static void
keeper_clear (gpointer data)
{
  Keeper *keeper = data;

  g_free (keeper->chips);
  g_free (keeper->starts);
  g_string_chunk_free (keeper->strings);
}

static Keeper *
keeper_new (VlgDay               first,
            guint                n_days,
            const VlgChipSource *sources,
            guint                n_sources)
{
  Keeper *keeper = g_atomic_rc_box_new0 (Keeper);
  guint n = 0;

  keeper->chips = g_new (VlgChip, n_sources + 1);
  keeper->starts = g_new0 (guint, n_days + 1);
  keeper->strings = g_string_chunk_new (1024);
  for (guint i = 0; i < n_sources; i++)
    {
      if (sources[i].day == VLG_DAY_NONE || sources[i].day < first || sources[i].day - first >= n_days)
        continue;

      keeper->chips[n] = sources[i];
      keeper->chips[n].uid = keep (keeper->strings, sources[i].uid);
      keeper->chips[n].label = keep (keeper->strings, sources[i].label);
      keeper->chips[n].colour = keep (keeper->strings, sources[i].colour);
      keeper->starts[sources[i].day - first + 1]++;
      n++;
    }
  g_qsort_with_data (keeper->chips, (int) n, sizeof *keeper->chips, compare_chips, NULL);
  for (guint i = 0; i < n_days; i++)
    keeper->starts[i + 1] += keeper->starts[i];

  return keeper;
}

static VlgMonthLayout *
layout_new (VlgDay  first,
            guint   n_days,
            guint   n_lines,
            Keeper *keeper)
{
  VlgMonthLayout *self = g_atomic_rc_box_new0 (VlgMonthLayout);

  self->first = first;
  self->n_days = n_days;
  self->n_lines = n_lines;
  self->keeper = keeper;
  self->chips = keeper->chips;
  self->starts = keeper->starts;

  return self;
}

VlgMonthLayout *
vlg_month_layout_new (VlgDay               first,
                      guint                n_days,
                      const VlgChipSource *sources,
                      guint                n_sources,
                      guint                n_lines)
{
  g_return_val_if_fail (first != VLG_DAY_NONE, NULL);
  g_return_val_if_fail (n_days > 0, NULL);

  return layout_new (first, n_days, n_lines, keeper_new (first, n_days, sources, n_sources));
}

VlgMonthLayout *
vlg_month_layout_with_lines (VlgMonthLayout *self,
                             guint           n_lines)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->n_lines == n_lines)
    return vlg_month_layout_ref (self);

  return layout_new (self->first, self->n_days, n_lines, g_atomic_rc_box_acquire (self->keeper));
}

VlgMonthLayout *
vlg_month_layout_ref (VlgMonthLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
layout_clear (gpointer data)
{
  VlgMonthLayout *self = data;

  g_atomic_rc_box_release_full (self->keeper, keeper_clear);
}

void
vlg_month_layout_unref (VlgMonthLayout *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, layout_clear);
}

VlgDay
vlg_month_layout_get_first (const VlgMonthLayout *self)
{
  g_return_val_if_fail (self != NULL, VLG_DAY_NONE);

  return self->first;
}

guint
vlg_month_layout_get_n_days (const VlgMonthLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_days;
}

guint
vlg_month_layout_get_n_lines (const VlgMonthLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_lines;
}

guint
vlg_month_layout_get_n_chips (const VlgMonthLayout *self,
                              guint                 index)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (index < self->n_days, 0);

  return self->starts[index + 1] - self->starts[index];
}

guint
vlg_month_layout_get_n_shown (const VlgMonthLayout *self,
                              guint                 index)
{
  guint n;

  g_return_val_if_fail (self != NULL, 0);

  n = vlg_month_layout_get_n_chips (self, index);
  if (n <= self->n_lines)
    return n;

  return self->n_lines > 0 ? self->n_lines - 1 : 0;
}

guint
vlg_month_layout_get_n_hidden (const VlgMonthLayout *self,
                               guint                 index)
{
  g_return_val_if_fail (self != NULL, 0);

  return vlg_month_layout_get_n_chips (self, index) - vlg_month_layout_get_n_shown (self, index);
}

const VlgChip *
vlg_month_layout_get_chip (const VlgMonthLayout *self,
                           guint                 index,
                           guint                 chip)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (chip < vlg_month_layout_get_n_chips (self, index), NULL);

  return &self->chips[self->starts[index] + chip];
}

guint
vlg_month_layout_get_n_motions (const VlgMonthLayout *self,
                                guint                 index)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (index < self->n_days, 0);

  for (guint i = self->starts[index]; i < self->starts[index + 1]; i++)
    n += self->chips[i].n_motions;

  return n;
}

gboolean
vlg_month_layout_find (const VlgMonthLayout *self,
                       const char           *uid,
                       guint                *index,
                       guint                *chip)
{
  g_return_val_if_fail (self != NULL && uid != NULL, FALSE);

  for (guint i = 0; i < self->starts[self->n_days]; i++)
    {
      if (g_str_equal (self->chips[i].uid, uid))
        {
          *index = self->chips[i].day - self->first;
          *chip = i - self->starts[*index];
          return TRUE;
        }
    }

  return FALSE;
}

gboolean
vlg_month_layout_step (const VlgMonthLayout *self,
                       gboolean              forwards,
                       guint                *index,
                       int                  *chip)
{
  guint day;
  int next;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (*index < self->n_days, FALSE);

  day = *index;
  next = forwards ? *chip + 1 : *chip - 1;
  while (next < 0 || next >= (int) vlg_month_layout_get_n_shown (self, day))
    {
      if (day == (forwards ? self->n_days - 1 : 0))
        return FALSE;
      day = forwards ? day + 1 : day - 1;
      next = forwards ? 0 : (int) vlg_month_layout_get_n_shown (self, day) - 1;
    }
  *index = day;
  *chip = next;

  return TRUE;
}

gboolean
vlg_month_layout_equal (const VlgMonthLayout *a,
                        const VlgMonthLayout *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->first != b->first || a->n_days != b->n_days || a->n_lines != b->n_lines ||
      a->starts[a->n_days] != b->starts[b->n_days])
    return FALSE;

  for (guint i = 0; i < a->starts[a->n_days]; i++)
    {
      const VlgChip *x = &a->chips[i];
      const VlgChip *y = &b->chips[i];

      if (compare_chips (x, y, NULL) != 0 || x->n_motions != y->n_motions || x->visibility != y->visibility ||
          x->state != y->state || !g_str_equal (x->colour, y->colour))
        return FALSE;
    }

  return TRUE;
}
