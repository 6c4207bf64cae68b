/* vlg-calendar-chip.h — a meeting or a consultation on its day
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "vlg-calendar-entry.h"
#include "vlg-profile.h"

G_BEGIN_DECLS

#define VLG_TYPE_CALENDAR_CHIP (vlg_calendar_chip_get_type ())
G_DECLARE_FINAL_TYPE (VlgCalendarChip, vlg_calendar_chip, VLG, CALENDAR_CHIP, GtkButton)

/* A button that opens what it stands for (calendar.open) and can be dragged (VlgCalendarEntry). Meetings are filled, consultations outlined, what is not public has a padlock, what is
 * cancelled is struck through. */

/* Shows nothing yet. */
GtkWidget        *vlg_calendar_chip_new       (void);
/* Shows @entry; the profile knows the abbreviation and the colour of its body. */
void              vlg_calendar_chip_set_entry (VlgCalendarChip *self, VlgCalendarEntry *entry, VlgProfile *profile);
/* Borrowed; NULL before it was set. */
VlgCalendarEntry *vlg_calendar_chip_get_entry (VlgCalendarChip *self);

G_END_DECLS
