/* vlg-day-field.h — a day to type or to choose
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-day.h"

G_BEGIN_DECLS

#define VLG_TYPE_DAY_FIELD (vlg_day_field_get_type ())
G_DECLARE_FINAL_TYPE (VlgDayField, vlg_day_field, VLG, DAY_FIELD, AdwBin)

/* An entry for what vlg_day_parse_entry() reads, shown with its weekday, and a calendar beside it (F4). What is typed counts on Enter or when the focus leaves;
 * what is no day is marked and changes nothing. Properties: day (uint, VlgDay), label (string: its accessible name),
 * placeholder (string: what stands there while there is no day). */

/* A day as the field shows it, with its weekday; "" for none. Caller owns. */
char        *vlg_day_field_format    (VlgDay day);
GtkEditable *vlg_day_field_get_entry (VlgDayField *self);
VlgDay       vlg_day_field_get_day   (VlgDayField *self);
void         vlg_day_field_set_day   (VlgDayField *self, VlgDay day);
/* Takes what is typed. FALSE if it is no day. */
gboolean     vlg_day_field_commit    (VlgDayField *self);

G_END_DECLS
