/* vlg-width-gauge.h — tells whether there is little room where it stands
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VLG_TYPE_WIDTH_GAUGE (vlg_width_gauge_get_type ())
G_DECLARE_FINAL_TYPE (VlgWidthGauge, vlg_width_gauge, VLG, WIDTH_GAUGE, GtkWidget)

/* Nothing to see: a child of a vertical box, as wide as the box. Properties: limit (int, in pixels at letters of the usual size; large letters need more),
 * narrow (boolean, read-only: whether it is less wide than the limit; told after the layout, so that others may change theirs). */

gboolean vlg_width_gauge_get_narrow (VlgWidthGauge *self);

G_END_DECLS
