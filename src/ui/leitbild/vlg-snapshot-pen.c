/* vlg-snapshot-pen.c — draws charts into a widget's snapshot
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-snapshot-pen.h"

#include <math.h>

#include "vlg-platform.h"

#define SOFT 0.65
/* How thick the lines of a hatching are. */
#define LINE 1.0

static GdkRGBA
get_color (VlgSnapshotPen *self,
           VlgChartPaint   paint,
           double          strength)
{
  GdkRGBA color = paint == VLG_CHART_TINT ? self->tint : self->ink;

  color.alpha *= strength;

  return color;
}

static void
fill (gpointer       target,
      VlgChartPaint  paint,
      double         strength,
      double         x,
      double         y,
      double         width,
      double         height)
{
  VlgSnapshotPen *self = target;
  GdkRGBA color = get_color (self, paint, strength);

  gtk_snapshot_append_color (self->snapshot, &color, &GRAPHENE_RECT_INIT (x, y, width, height));
}

/* A cell of the pattern is a square with one line from corner to corner, which the renderer repeats. */
static void
hatch (gpointer       target,
       VlgChartPaint  paint,
       double         strength,
       double         distance,
       double         x,
       double         y,
       double         width,
       double         height)
{
  VlgSnapshotPen *self = target;
  GdkRGBA color = get_color (self, paint, strength);
  GdkRGBA none = color;
  float share = (float) (LINE * M_SQRT2 / distance);
  float start = (float) (floor ((x + y) / distance) * distance);

  none.alpha = 0;
  gtk_snapshot_append_repeating_linear_gradient (self->snapshot, &GRAPHENE_RECT_INIT (x, y, width, height),
                                                 &GRAPHENE_POINT_INIT (start / 2, start / 2), &GRAPHENE_POINT_INIT ((start + distance) / 2, (start + distance) / 2),
                                                 (GskColorStop[]) { { 0, color }, { share, color }, { share, none }, { 1, none } }, 4);
}

static void
text (gpointer       target,
      VlgChartPaint  paint,
      PangoLayout   *layout,
      double         x,
      double         y)
{
  VlgSnapshotPen *self = target;
  GdkRGBA color = get_color (self, paint, paint == VLG_CHART_SOFT ? SOFT : 1);

  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (self->snapshot, layout, &color);
  gtk_snapshot_restore (self->snapshot);
}

VlgChartPen
vlg_snapshot_pen_init (VlgSnapshotPen *self,
                       GtkWidget      *widget,
                       GtkSnapshot    *snapshot)
{
  self->snapshot = snapshot;
  vlg_platform_get_color (widget, &self->ink);
  self->tint = self->ink;
  vlg_platform_lookup_color (widget, "accent_bg_color", &self->tint);

  return (VlgChartPen) { self, fill, hatch, text, NULL, NULL };
}

void
vlg_snapshot_pen_frame (VlgSnapshotPen *self,
                        double          x,
                        double          y,
                        double          width,
                        double          height,
                        gboolean        strong)
{
  float thick = strong ? 2 : 1;
  GdkRGBA color = self->ink;
  GskRoundedRect outline;

  color.alpha *= strong ? 1 : 0.5;
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (x, y, width, height), 4);
  gtk_snapshot_append_border (self->snapshot, &outline, (float[4]) { thick, thick, thick, thick }, (GdkRGBA[4]) { color, color, color, color });
}

void
vlg_chart_scroll_to (GtkWidget *widget,
                     double     x,
                     double     y,
                     double     width,
                     double     height)
{
  for (GtkWidget *at = gtk_widget_get_parent (widget); at != NULL; at = gtk_widget_get_parent (at))
    {
      GtkWidget *content = GTK_IS_SCROLLED_WINDOW (at) ? gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (at)) : NULL;
      double left, top;

      if (GTK_IS_VIEWPORT (content))
        content = gtk_viewport_get_child (GTK_VIEWPORT (content));
      if (content == NULL || !gtk_widget_translate_coordinates (widget, content, x, y, &left, &top))
        continue;
      gtk_adjustment_clamp_page (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (at)), left, left + width);
      gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (at)), top, top + height);
    }
}
