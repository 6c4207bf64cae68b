/* vlg-heat-chart.c — goals by period: numbers in cells that are the darker and closer hatched the higher they are
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-heat-chart.h"

#include <glib/gi18n.h>

/* A cell has one of so many steps, which a tint and a hatching tell. The darkest tint still lets black and white letters be read. */
#define N_STEPS 4
#define WEAKEST 0.12
#define STRONGEST 0.40
#define GAP 1.0
/* Cells are at most so many times as wide as they must be. */
#define WIDEST 2.6

/* The lines of a hatching are the closer the higher the number; the lowest step has none. */
static const double distances[N_STEPS + 1] = { 0, 0, 9, 5.5, 3.2 };

/* The name of the field of a goal, or the goal. */
typedef struct {
  guint    goal;
  gboolean is_field;
} Line;

struct _VlgHeatChart {
  PangoContext      *context;   /* owned */
  VlgLeitbildReport *report;    /* borrowed */
  VlgLeitbild       *leitbild;  /* borrowed */
  GArray            *lines;     /* Line */
  guint             *line_of;   /* a goal each */
  guint              highest;
  double             pad;
  double             head_width;
  double             narrowest;  /* cell */
  double             cell_width;
  double             line_height;
};

static PangoLayout *
layout_new (VlgHeatChart *self,
            const char   *text,
            gboolean      bold)
{
  PangoLayout *layout = pango_layout_new (self->context);

  if (bold)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, attributes);
    }
  pango_layout_set_text (layout, text, -1);

  return layout;
}

static void
get_size (PangoLayout *layout,
          double      *width,
          double      *height)
{
  int w, h;

  pango_layout_get_size (layout, &w, &h);
  *width = (double) w / PANGO_SCALE;
  if (height != NULL)
    *height = (double) h / PANGO_SCALE;
}

static double
width_of (VlgHeatChart *self,
          const char   *text,
          gboolean      bold)
{
  g_autoptr (PangoLayout) layout = layout_new (self, text, bold);
  double width;

  get_size (layout, &width, NULL);

  return width;
}

static char *
get_heading (VlgHeatChart *self,
             guint         period)
{
  return period < self->report->n_periods ? vlg_report_period_get_label (&self->report->periods[period]) : g_strdup (C_("column", "Total"));
}

static void
fill_lines (VlgHeatChart *self)
{
  const char *field = NULL;

  for (guint i = 0; i < self->report->goals->len; i++)
    {
      const VlgReportGoal *goal = self->report->goals->pdata[i];
      Line line = { i, TRUE };

      if (g_strcmp0 (field, goal->field) != 0)
        g_array_append_val (self->lines, line);
      field = goal->field;
      line.is_field = FALSE;
      self->line_of[i] = self->lines->len;
      g_array_append_val (self->lines, line);
      for (guint j = 0; j < self->report->n_periods; j++)
        self->highest = MAX (self->highest, goal->counts[j]);
    }
}

static void
measure (VlgHeatChart *self)
{
  g_autoptr (PangoLayout) sample = layout_new (self, "0000", TRUE);
  double height;

  get_size (sample, &self->cell_width, &height);
  self->pad = height * 0.4;
  self->line_height = height + 2 * self->pad;
  for (guint i = 0; i <= self->report->n_periods; i++)
    {
      g_autofree char *heading = get_heading (self, i);

      self->cell_width = MAX (self->cell_width, width_of (self, heading, TRUE));
    }
  self->cell_width += 2 * self->pad;
  self->narrowest = self->cell_width;
  for (guint i = 0; i < self->report->goals->len; i++)
    {
      g_autofree char *label = vlg_report_goal_get_label (self->report->goals->pdata[i]);

      self->head_width = MAX (self->head_width, width_of (self, label, FALSE));
    }
  self->head_width = MAX (self->head_width, self->line_height) + 2 * self->pad;
}

VlgHeatChart *
vlg_heat_chart_new (PangoContext      *context,
                    VlgLeitbildReport *report,
                    VlgLeitbild       *leitbild)
{
  VlgHeatChart *self;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (report != NULL, NULL);
  g_return_val_if_fail (VLG_IS_LEITBILD (leitbild), NULL);

  self = g_new0 (VlgHeatChart, 1);
  self->context = g_object_ref (context);
  self->report = report;
  self->leitbild = leitbild;
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->line_of = g_new0 (guint, report->goals->len + 1);
  fill_lines (self);
  measure (self);

  return self;
}

void
vlg_heat_chart_free (VlgHeatChart *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->context);
  g_array_unref (self->lines);
  g_free (self->line_of);
  g_free (self);
}

double
vlg_heat_chart_get_least_width (VlgHeatChart *self)
{
  return self->head_width + (self->report->n_periods + 1) * self->narrowest;
}

void
vlg_heat_chart_set_width (VlgHeatChart *self,
                          double        width)
{
  g_return_if_fail (self != NULL);

  self->cell_width = CLAMP ((width - self->head_width) / (self->report->n_periods + 1), self->narrowest, WIDEST * self->narrowest);
}

gboolean
vlg_heat_chart_is_field (VlgHeatChart *self,
                         guint         line)
{
  g_return_val_if_fail (line < self->lines->len, FALSE);

  return g_array_index (self->lines, Line, line).is_field;
}

double
vlg_heat_chart_get_width (VlgHeatChart *self)
{
  return self->head_width + (self->report->n_periods + 1) * self->cell_width;
}

double
vlg_heat_chart_get_height (VlgHeatChart *self)
{
  return (self->lines->len + 1) * self->line_height;
}

guint
vlg_heat_chart_get_n_lines (VlgHeatChart *self)
{
  return self->lines->len;
}

double
vlg_heat_chart_get_head_width (VlgHeatChart *self)
{
  return self->head_width;
}

double
vlg_heat_chart_get_line_height (VlgHeatChart *self)
{
  return self->line_height;
}

/* A line of text in a cell; the width it takes. */
static double
draw_text (VlgHeatChart      *self,
           const VlgChartPen *pen,
           VlgChartRole       role,
           VlgChartPaint      paint,
           PangoLayout       *layout,
           gboolean           centred,
           double             x,
           double             y,
           double             width)
{
  double text_width, text_height;

  if (!centred)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (layout, MAX (0, width * PANGO_SCALE));
    }
  get_size (layout, &text_width, &text_height);
  vlg_chart_pen_begin (pen, role);
  pen->text (pen->target, paint, layout, x + (centred ? (width - text_width) / 2 : 0), y + (self->line_height - text_height) / 2);
  vlg_chart_pen_end (pen, role);

  return text_width;
}

/* The tint and the hatching of a cell, clear in the middle, where the number stands. */
static void
draw_shade (VlgHeatChart      *self,
            const VlgChartPen *pen,
            guint              n,
            double             number_width,
            double             x,
            double             y)
{
  guint step = vlg_heat_chart_get_step (n, self->highest);
  double strength = WEAKEST + (STRONGEST - WEAKEST) * (step - 1) / (N_STEPS - 1);
  double width = self->cell_width - 2 * GAP;
  double height = self->line_height - 2 * GAP;
  double side = MAX (0, (width - number_width) / 2 - self->pad);

  pen->fill (pen->target, VLG_CHART_TINT, strength, x + GAP, y + GAP, width, height);
  if (distances[step] <= 0)
    return;
  pen->hatch (pen->target, VLG_CHART_TINT, 0.65, distances[step], x + GAP, y + GAP, side, height);
  pen->hatch (pen->target, VLG_CHART_TINT, 0.65, distances[step], x + GAP + width - side, y + GAP, side, height);
}

static void
draw_cell (VlgHeatChart        *self,
           const VlgChartPen   *pen,
           const VlgReportGoal *goal,
           guint                period,
           double               y)
{
  gboolean is_sum = period == self->report->n_periods;
  guint n = is_sum ? goal->n_motions : goal->counts[period];
  double x = self->head_width + period * self->cell_width;
  /* A nought is a point: what stands out is where something was done. */
  g_autofree char *text = n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("·");
  g_autoptr (PangoLayout) layout = layout_new (self, text, is_sum);
  double width;

  get_size (layout, &width, NULL);
  if (!is_sum && n > 0)
    draw_shade (self, pen, n, width, x, y);
  draw_text (self, pen, VLG_CHART_CELL, n > 0 ? VLG_CHART_INK : VLG_CHART_SOFT, layout, TRUE, x, y, self->cell_width);
}

guint
vlg_heat_chart_get_step (guint n,
                         guint highest)
{
  g_return_val_if_fail (n <= highest, 0);

  /* A few motions are few, also where nobody has more. */
  highest = MAX (highest, N_STEPS);

  return (n * N_STEPS + highest - 1) / highest;
}

void
vlg_heat_chart_draw_columns (VlgHeatChart      *self,
                             const VlgChartPen *pen)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (pen != NULL);

  vlg_chart_pen_begin (pen, VLG_CHART_ROW);
  /* Above the goals stands nothing. */
  vlg_chart_pen_begin (pen, VLG_CHART_CELL);
  vlg_chart_pen_end (pen, VLG_CHART_CELL);
  for (guint i = 0; i <= self->report->n_periods; i++)
    {
      g_autofree char *heading = get_heading (self, i);
      g_autoptr (PangoLayout) layout = layout_new (self, heading, TRUE);

      draw_text (self, pen, VLG_CHART_COLUMN_HEAD, VLG_CHART_SOFT, layout, TRUE, self->head_width + i * self->cell_width, 0, self->cell_width);
    }
  vlg_chart_pen_end (pen, VLG_CHART_ROW);
}

static void
draw_head (VlgHeatChart      *self,
           const VlgChartPen *pen,
           const Line        *line,
           double             width,
           double             y)
{
  const VlgReportGoal *goal = self->report->goals->pdata[line->goal];
  VlgActionField *field = line->is_field ? vlg_leitbild_find_field (self->leitbild, goal->field) : NULL;
  g_autofree char *label = line->is_field ? NULL : vlg_report_goal_get_label (goal);
  const char *text = label != NULL ? label : field != NULL ? vlg_action_field_get_name (field) : goal->field;
  g_autoptr (PangoLayout) layout = layout_new (self, text, line->is_field);

  draw_text (self, pen, VLG_CHART_ROW_HEAD, VLG_CHART_INK, layout, FALSE, self->pad, y, line->is_field ? width - 2 * self->pad : self->head_width - self->pad);
  if (line->is_field)
    pen->fill (pen->target, VLG_CHART_SOFT, 0.4, 0, y + self->line_height - GAP, vlg_heat_chart_get_width (self), GAP);
}

void
vlg_heat_chart_draw_heads (VlgHeatChart      *self,
                           const VlgChartPen *pen,
                           double             width)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (pen != NULL);

  for (guint i = 0; i < self->lines->len; i++)
    draw_head (self, pen, &g_array_index (self->lines, Line, i), width, (i + 1) * self->line_height);
}

void
vlg_heat_chart_draw_cells (VlgHeatChart      *self,
                           const VlgChartPen *pen)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (pen != NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);

      for (guint j = 0; !line->is_field && j <= self->report->n_periods; j++)
        draw_cell (self, pen, self->report->goals->pdata[line->goal], j, (i + 1) * self->line_height);
    }
}

void
vlg_heat_chart_draw_lines (VlgHeatChart      *self,
                           const VlgChartPen *pen,
                           double             width,
                           guint              first,
                           guint              n_lines)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (pen != NULL);

  for (guint i = first; i < MIN (self->lines->len, first + n_lines); i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      double y = (i - first + 1) * self->line_height;

      vlg_chart_pen_begin (pen, VLG_CHART_ROW);
      draw_head (self, pen, line, width, y);
      for (guint j = 0; j <= self->report->n_periods; j++)
        {
          if (!line->is_field)
            {
              draw_cell (self, pen, self->report->goals->pdata[line->goal], j, y);
              continue;
            }
          /* A table has as many cells in each row. */
          vlg_chart_pen_begin (pen, VLG_CHART_CELL);
          vlg_chart_pen_end (pen, VLG_CHART_CELL);
        }
      vlg_chart_pen_end (pen, VLG_CHART_ROW);
    }
}

gboolean
vlg_heat_chart_find (VlgHeatChart *self,
                     double        x,
                     double        y,
                     guint        *goal,
                     guint        *period)
{
  const Line *line;
  guint number;

  g_return_val_if_fail (self != NULL, FALSE);

  if (x < self->head_width || x >= vlg_heat_chart_get_width (self) || y < self->line_height || y >= vlg_heat_chart_get_height (self))
    return FALSE;
  number = (guint) (y / self->line_height) - 1;
  line = &g_array_index (self->lines, Line, MIN (number, self->lines->len - 1));
  *goal = line->goal;
  *period = MIN ((guint) ((x - self->head_width) / self->cell_width), self->report->n_periods);

  return !line->is_field;
}

void
vlg_heat_chart_get_area (VlgHeatChart *self,
                         guint         goal,
                         guint         period,
                         double       *x,
                         double       *y,
                         double       *width,
                         double       *height)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (goal < self->report->goals->len);

  *x = self->head_width + period * self->cell_width;
  *y = (self->line_of[goal] + 1) * self->line_height;
  *width = self->cell_width;
  *height = self->line_height;
}
