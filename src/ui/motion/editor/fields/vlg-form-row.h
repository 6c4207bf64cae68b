/* vlg-form-row.h — a row of a list that is a form: several controls beside each other
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VLG_TYPE_FORM_ROW (vlg_form_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (VlgFormRow, vlg_form_row, VLG, FORM_ROW, AdwPreferencesRow)

struct _VlgFormRowClass {
  AdwPreferencesRowClass parent_class;
};

/* Neither activatable nor focusable itself: Tab and Shift+Tab go through what is in it, and on. */

G_END_DECLS
