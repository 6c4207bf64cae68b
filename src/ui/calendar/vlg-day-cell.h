/* vlg-day-cell.h — a day of the month view
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "vlg-month-layout.h"
#include "vlg-profile.h"

G_BEGIN_DECLS

#define VLG_TYPE_DAY_CELL (vlg_day_cell_get_type ())
G_DECLARE_FINAL_TYPE (VlgDayCell, vlg_day_cell, VLG, DAY_CELL, GtkWidget)

/* What a cell shows: day @index of @layout. All borrowed, for the call. @entries finds a VlgCalendarEntry by the uid of a chip. */
typedef struct {
  const VlgMonthLayout *layout;
  guint                 index;
  guint                 month;    /* the one that is shown; days of others stand back */
  VlgDay                today;
  GHashTable           *entries;
  VlgProfile           *profile;
} VlgDayCellContent;

/* Its widgets are made once and used again. The line "+3" activates calendar.show-day (u: VlgDay); what is let fall on it calendar.move ((su): uid and VlgDay).
 * Signal room: it has another height; emitted in the midst of the layout. */

GtkWidget *vlg_day_cell_new         (void);
void       vlg_day_cell_show        (VlgDayCell *self, const VlgDayCellContent *content);
VlgDay     vlg_day_cell_get_day     (VlgDayCell *self);
/* The chip at @index of those that are drawn, or NULL. Borrowed. */
GtkWidget *vlg_day_cell_get_chip    (VlgDayCell *self, guint index);
/* How many chips have room in it. */
guint      vlg_day_cell_count_lines (VlgDayCell *self);

G_END_DECLS
