/* vlg-field-chart.c — a bar for each field of action
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-field-chart.h"

#include <glib/gi18n.h>

struct _VlgFieldChart {
  PangoContext *context;   /* owned */
  GArray       *bars;      /* VlgFieldBar */
  guint         highest;
  double        text_height;
};

static void
add_bar (VlgFieldChart *self,
         const char    *field,
         VlgRelevance   relevance,
         const char    *name,
         guint          n_motions,
         int            n_adopted)
{
  VlgFieldBar bar = { field, relevance, name, n_motions, n_adopted };

  g_array_append_val (self->bars, bar);
  self->highest = MAX (self->highest, n_motions);
}

VlgFieldChart *
vlg_field_chart_new (PangoContext      *context,
                     VlgLeitbildReport *report,
                     VlgLeitbild       *leitbild)
{
  g_autoptr (PangoLayout) sample = NULL;
  VlgFieldChart *self;
  int height;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (report != NULL, NULL);
  g_return_val_if_fail (VLG_IS_LEITBILD (leitbild), NULL);

  self = g_new0 (VlgFieldChart, 1);
  self->context = g_object_ref (context);
  self->bars = g_array_new (FALSE, FALSE, sizeof (VlgFieldBar));
  for (guint i = 0; i < report->fields->len; i++)
    {
      const VlgReportField *field = report->fields->pdata[i];
      VlgActionField *known = vlg_leitbild_find_field (leitbild, field->field);

      add_bar (self, field->field, VLG_RELEVANCE_RELEVANT, known != NULL ? vlg_action_field_get_name (known) : field->field, field->n_motions, (int) field->n_adopted);
    }
  add_bar (self, NULL, VLG_RELEVANCE_NOT_RELEVANT, vlg_relevance_get_label (VLG_RELEVANCE_NOT_RELEVANT), report->total.n_not_relevant, -1);
  if (report->total.n_undecided > 0)
    add_bar (self, NULL, VLG_RELEVANCE_UNDECIDED, vlg_relevance_get_label (VLG_RELEVANCE_UNDECIDED), report->total.n_undecided, -1);

  sample = pango_layout_new (context);
  pango_layout_set_text (sample, "0", -1);
  pango_layout_get_size (sample, NULL, &height);
  self->text_height = (double) height / PANGO_SCALE;

  return self;
}

void
vlg_field_chart_free (VlgFieldChart *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->context);
  g_array_unref (self->bars);
  g_free (self);
}

guint
vlg_field_chart_get_n_bars (VlgFieldChart *self)
{
  return self->bars->len;
}

const VlgFieldBar *
vlg_field_chart_get_bar (VlgFieldChart *self,
                         guint          index)
{
  g_return_val_if_fail (index < self->bars->len, NULL);

  return &g_array_index (self->bars, VlgFieldBar, index);
}

double
vlg_field_chart_get_line_height (VlgFieldChart *self)
{
  return self->text_height * 2.4;
}

char *
vlg_field_bar_get_figures (const VlgFieldBar *self)
{
  g_autofree char *motions = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u motion", "%u motions", self->n_motions), self->n_motions);
  g_autofree char *adopted = NULL;

  if (self->n_adopted < 0)
    return g_steal_pointer (&motions);
  adopted = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d adopted", "%d adopted", (gulong) self->n_adopted), self->n_adopted);

  return g_strconcat (motions, ", ", adopted, NULL);
}

static void
draw_bar (VlgFieldChart     *self,
          const VlgChartPen *pen,
          const VlgFieldBar *bar,
          double             y,
          double             width)
{
  g_autoptr (PangoLayout) name = pango_layout_new (self->context);
  g_autoptr (PangoLayout) figures = pango_layout_new (self->context);
  g_autofree char *text = vlg_field_bar_get_figures (bar);
  double pad = self->text_height * 0.3;
  double room = width - 2 * pad;
  double thick = self->text_height * 0.55;
  double bar_y = y + pad + self->text_height + pad / 2;
  int figures_width;

  pango_layout_set_text (figures, text, -1);
  pango_layout_get_size (figures, &figures_width, NULL);
  pango_layout_set_text (name, bar->name, -1);
  pango_layout_set_ellipsize (name, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (name, MAX (0, (int) ((room - pad) * PANGO_SCALE) - figures_width));
  pen->text (pen->target, VLG_CHART_INK, name, pad, y + pad);
  pen->text (pen->target, VLG_CHART_SOFT, figures, pad + room - (double) figures_width / PANGO_SCALE, y + pad);

  pen->fill (pen->target, VLG_CHART_SOFT, 0.12, pad, bar_y, room, thick);
  if (self->highest == 0)
    return;
  pen->fill (pen->target, VLG_CHART_TINT, 0.4, pad, bar_y, room * bar->n_motions / self->highest, thick);
  /* A line in the bar, not only darker: what is adopted is seen without colour too. */
  if (bar->n_adopted > 0)
    pen->fill (pen->target, VLG_CHART_TINT, 1, pad, bar_y + thick / 2, room * bar->n_adopted / self->highest, thick / 2);
}

void
vlg_field_chart_draw (VlgFieldChart     *self,
                      const VlgChartPen *pen,
                      double             width)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (pen != NULL);

  for (guint i = 0; i < self->bars->len; i++)
    draw_bar (self, pen, &g_array_index (self->bars, VlgFieldBar, i), i * vlg_field_chart_get_line_height (self), width);
}
