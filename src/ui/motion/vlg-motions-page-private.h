/* vlg-motions-page-private.h — shared by the files of the page
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-motion-view.h"
#include "vlg-motions-page.h"

G_BEGIN_DECLS

struct _VlgMotionsPage {
  AdwBin parent_instance;

  /* template widgets: none of them an ancestor of an expression that looks at the page. GTK 4.8 keeps them until finalize, when the page cannot be unwatched any more. */
  GtkSearchEntry     *search_entry;
  GtkListView        *list_view;
  GtkSingleSelection *selection;
  GtkSliceListModel  *slice;
  GtkStack           *content_stack;
  AdwBin             *placeholder_bin;
  AdwBin             *nothing_bin;
  AdwBin             *chips_bin;
  GtkMenuButton      *primary_button;
  GMenuModel         *primary_menu;
  GtkMenuButton      *sort_button;
  GMenuModel         *sort_menu;
  GtkMenuButton      *filter_button;

  /* borrowed */
  GtkWidget     *leaflet;   /* our child */
  VlgMotionView *view;      /* made when the first motion is shown */
  GtkWidget     *filter_popover;   /* VlgFilterPopover, made when it is first opened */

  /* owned */
  VlgOffice     *office;
  VlgMotionList *motions;
  VlgMotion     *motion;    /* shown */
  char          *uid;       /* shown or being loaded */
  GCancellable  *loading;   /* of the load that runs */
  GHashTable    *reports;   /* uid → VlgImportReport */

  VlgMotionOrder order;
  gboolean       preview;
  gboolean       edit;            /* the motion being loaded is to be written */
  guint          placeholder;     /* selected position whose row is not read yet */
  guint          sync_source;
  guint          frames;
};

/* Installs motion.* in the class; in vlg-motions-page-actions.c. */
void vlg_motions_page_class_install_motion_actions (GtkWidgetClass *widget_class);
/* motion.duplicate and motion.save-template; in vlg-motions-page-copies.c. */
void vlg_motions_page_class_install_copy_actions   (GtkWidgetClass *widget_class);
/* Sets which of them can be used on the motion shown. */
void vlg_motions_page_update_motion_actions        (VlgMotionsPage *self);
/* Shows no motion. */
void vlg_motions_page_clear                        (VlgMotionsPage *self);

/* Installs motions.filter, motions.unfilter and motion.restore in the class; in vlg-motions-page-filter.c, as what follows. */
void     vlg_motions_page_class_install_filter_actions (GtkWidgetClass *widget_class);
/* Makes the filter button ready. */
void     vlg_motions_page_init_filter                  (VlgMotionsPage *self);
/* Whether the list shows the trash. */
gboolean vlg_motions_page_is_in_trash                  (VlgMotionsPage *self);

G_END_DECLS
