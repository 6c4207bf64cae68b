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

/* What stands for motions that were submitted and not adopted. */
static void
draw_submitted (const VlgChartPen *pen,
                double             x,
                double             y,
                double             width,
                double             height)
{
  pen->fill (pen->target, VLG_CHART_TINT, 0.18, x, y, width, height);
  pen->hatch (pen->target, VLG_CHART_TINT, 0.9, 4, x, y, width, height);
}

/* "3 of 4", where there is no room for more. Caller owns. */
static char *
get_short_figures (const VlgFieldBar *bar)
{
  if (bar->n_adopted < 0)
    return g_strdup_printf ("%u", bar->n_motions);

  /* Translators: so many motions were adopted, of so many. */
  return g_strdup_printf (_("%d of %u"), bar->n_adopted, bar->n_motions);
}

static double
get_width (VlgFieldChart *self,
           const char    *text)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (self->context);
  int width;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_size (layout, &width, NULL);

  return (double) width / PANGO_SCALE;
}

/* Whether each name has room beside its figures. */
static gboolean
has_room (VlgFieldChart *self,
          double         width)
{
  double pad = self->text_height * 0.3;

  for (guint i = 0; i < self->bars->len; i++)
    {
      const VlgFieldBar *bar = &g_array_index (self->bars, VlgFieldBar, i);
      g_autofree char *figures = vlg_field_bar_get_figures (bar);

      if (get_width (self, bar->name) + get_width (self, figures) + 3 * pad > width)
        return FALSE;
    }

  return TRUE;
}

static void
draw_bar (VlgFieldChart     *self,
          const VlgChartPen *pen,
          const VlgFieldBar *bar,
          gboolean           wide,
          double             y,
          double             width)
{
  g_autoptr (PangoLayout) name = pango_layout_new (self->context);
  g_autoptr (PangoLayout) figures = pango_layout_new (self->context);
  g_autofree char *text = wide ? vlg_field_bar_get_figures (bar) : get_short_figures (bar);
  double pad = self->text_height * 0.3;
  double room = width - 2 * pad;
  double thick = self->text_height * 0.55;
  double bar_y = y + pad + self->text_height + pad / 2;
  double length, adopted;
  int figures_width;

  pango_layout_set_text (figures, text, -1);
  pango_layout_get_size (figures, &figures_width, NULL);
  pango_layout_set_text (name, bar->name, -1);
  pango_layout_set_ellipsize (name, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (name, MAX (0, (int) ((room - pad) * PANGO_SCALE) - figures_width));
  pen->text (pen->target, VLG_CHART_INK, name, pad, y + pad);
  pen->text (pen->target, VLG_CHART_SOFT, figures, pad + room - (double) figures_width / PANGO_SCALE, y + pad);

  pen->fill (pen->target, VLG_CHART_SOFT, 0.12, pad, bar_y, room, thick);
  if (bar->n_motions == 0)
    return;
  length = room * bar->n_motions / self->highest;
  adopted = bar->n_adopted > 0 ? room * bar->n_adopted / self->highest : 0;
  /* Of those that are not relevant, or not decided, nobody asks what became of them. */
  if (bar->n_adopted < 0)
    pen->fill (pen->target, VLG_CHART_SOFT, 0.45, pad, bar_y, length, thick);
  else
    draw_submitted (pen, pad + adopted, bar_y, length - adopted, thick);
  pen->fill (pen->target, VLG_CHART_TINT, 1, pad, bar_y, adopted, thick);
}

/* A patch and what it stands for; where the next begins. */
static double
draw_key (VlgFieldChart     *self,
          const VlgChartPen *pen,
          const char        *text,
          gboolean           solid,
          double             x)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (self->context);
  double pad = self->text_height * 0.3;
  double thick = self->text_height * 0.55;
  double y = pad + (self->text_height - thick) / 2;
  int width;

  if (solid)
    pen->fill (pen->target, VLG_CHART_TINT, 1, x, y, 2 * thick, thick);
  else
    draw_submitted (pen, x, y, 2 * thick, thick);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_size (layout, &width, NULL);
  pen->text (pen->target, VLG_CHART_SOFT, layout, x + 2 * thick + pad, pad);

  return x + 2 * thick + 5 * pad + (double) width / PANGO_SCALE;
}

double
vlg_field_chart_get_top (VlgFieldChart *self)
{
  return self->text_height * 1.6;
}

double
vlg_field_chart_get_height (VlgFieldChart *self)
{
  return vlg_field_chart_get_top (self) + self->bars->len * vlg_field_chart_get_line_height (self);
}

void
vlg_field_chart_draw (VlgFieldChart     *self,
                      const VlgChartPen *pen,
                      double             width)
{
  gboolean wide;
  double x;

  g_return_if_fail (self != NULL);
  g_return_if_fail (pen != NULL);

  wide = has_room (self, width);
  x = draw_key (self, pen, C_("figure", "adopted"), TRUE, self->text_height * 0.3);
  draw_key (self, pen, C_("figure", "not adopted"), FALSE, x);
  for (guint i = 0; i < self->bars->len; i++)
    draw_bar (self, pen, &g_array_index (self->bars, VlgFieldBar, i), wide, vlg_field_chart_get_top (self) + i * vlg_field_chart_get_line_height (self), width);
}
