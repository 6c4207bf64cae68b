/* vlg-leitbild-page-private.h — shared by the files of the page
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-day-field.h"
#include "vlg-field-bars.h"
#include "vlg-heat-map.h"
#include "vlg-leitbild-page.h"

G_BEGIN_DECLS

/* What the summary counts. */
typedef enum {
  VLG_LEITBILD_ALL,
  VLG_LEITBILD_ADOPTED,
  VLG_LEITBILD_NOT_RELEVANT,
  VLG_LEITBILD_UNDECIDED,
} VlgLeitbildTotal;

#define VLG_N_LEITBILD_TOTALS (VLG_LEITBILD_UNDECIDED + 1)

struct _VlgLeitbildPage {
  AdwBin parent_instance;

  /* template widgets */
  GtkDropDown   *span;
  GtkWidget     *days;
  VlgDayField   *from;
  VlgDayField   *to;
  GtkDropDown   *step;
  GtkDropDown   *body;
  GtkDropDown   *state;
  GtkStack      *stack;
  GtkSpinner    *spinner;
  AdwStatusPage *failed;
  GtkStack      *views;
  GtkWidget     *goals_box;
  VlgFieldBars  *bars;
  GtkScrolledWindow *map_scroller;
  VlgHeatMap    *map;
  AdwBin        *table_bin;
  GtkButton     *totals[VLG_N_LEITBILD_TOTALS];
  GtkLabel      *numbers[VLG_N_LEITBILD_TOTALS];
  GtkLabel      *captions[VLG_N_LEITBILD_TOTALS];

  /* owned */
  VlgOffice         *office;
  VlgLeitbildReport *report;
  char              *asked_body;      /* what the report was asked for */
  guint              asked_states;
  GCancellable      *counting;        /* of the report that is being counted */

  guint    year;                      /* this one, which the choices name */
  guint    reload_source;
  guint    spinner_source;
  gboolean stale;                     /* something changed since the report */
  gboolean ready;                     /* the choices are filled */
};

/* Installs leitbild.export; in vlg-leitbild-page-export.c. */
void  vlg_leitbild_page_class_install_export (GtkWidgetClass *widget_class);
/* "01.01.2026 – 31.12.2026 · All bodies · All that were submitted": what the figures shown were counted for. Caller owns. */
char *vlg_leitbild_page_describe_query       (VlgLeitbildPage *self);

G_END_DECLS
