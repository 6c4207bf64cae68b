/* vlg-change-view.h — a field that differs between two versions
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-comparison.h"

G_BEGIN_DECLS

#define VLG_TYPE_CHANGE_VIEW (vlg_change_view_get_type ())
G_DECLARE_FINAL_TYPE (VlgChangeView, vlg_change_view, VLG, CHANGE_VIEW, AdwBin)

/* Shows @change; property side-by-side (boolean, FALSE: one text with removed and added words in it). What is removed is struck out, what is added underlined, beside their colours. */
GtkWidget *vlg_change_view_new (VlgChange *change);

G_END_DECLS
