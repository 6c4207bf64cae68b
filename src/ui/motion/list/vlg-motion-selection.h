/* vlg-motion-selection.h — which motions of the list are chosen
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "vlg-motion-list.h"

G_BEGIN_DECLS

#define VLG_TYPE_MOTION_SELECTION (vlg_motion_selection_get_type ())
G_DECLARE_FINAL_TYPE (VlgMotionSelection, vlg_motion_selection, VLG, MOTION_SELECTION, GObject)

/**
 * VlgMotionSelection:
 *
 * A GtkSelectionModel of many over a VlgMotionList that goes by row ids: a motion stays chosen when its row changes, moves or was never read, where GtkMultiSelection goes by
 * position and row object. A motion that leaves the list is not chosen any more.
 */
VlgMotionSelection *vlg_motion_selection_new          (VlgMotionList *motions);
guint               vlg_motion_selection_get_n_chosen (VlgMotionSelection *self);
/* The row ids, in the order of the list. (element-type gint64), caller owns. */
GArray             *vlg_motion_selection_get_ids      (VlgMotionSelection *self);

G_END_DECLS
