/* vlg-calendar-page-private.h — shared by the files of the page
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-calendar-deed.h"
#include "vlg-calendar-page.h"
#include "vlg-calendar.h"
#include "vlg-day-list.h"
#include "vlg-month-view.h"
#include "vlg-width-gauge.h"

G_BEGIN_DECLS

struct _VlgCalendarPage {
  AdwBin parent_instance;

  /* template widgets */
  VlgWidthGauge *gauge;
  GtkLabel      *heading;
  GtkStack      *stack;
  AdwBin        *list_bin;
  GtkStack      *list_stack;
  VlgMonthView  *month;
  GtkWidget     *hint;
  GtkWidget     *failure;
  GtkLabel      *failure_label;

  /* owned */
  VlgOffice   *office;
  VlgCalendar *calendar;

  /* borrowed: below */
  VlgDayList *days;
  GtkWidget  *popover;    /* with the list of a day; NULL before the first */

  VlgDay   today;
  gboolean list;          /* wanted; a narrow page has it anyway */
};

/* The entry of @uid in what is shown; NULL where it is not. Caller owns. */
VlgCalendarEntry *vlg_calendar_page_find           (VlgCalendarPage *self, const char *uid);
/* Says @what (markup) was done, with a button that takes it back. */
void              vlg_calendar_page_tell_deed      (VlgCalendarPage *self, const char *what, VlgCalendarDeed *deed);
/* Installs calendar.move, calendar.import and calendar.export; in vlg-calendar-page-deeds.c and vlg-calendar-page-files.c. */
void              vlg_calendar_page_class_install_deeds (GtkWidgetClass *widget_class);
void              vlg_calendar_page_class_install_files (GtkWidgetClass *widget_class);

G_END_DECLS
