/* vlg-motions-page-private.h — shared by the files of the page
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-motion-selection.h"
#include "vlg-motion-view.h"
#include "vlg-motions-page.h"

G_BEGIN_DECLS

struct _VlgMotionsPage {
  AdwBin parent_instance;

  /* template widgets: none of them an ancestor of an expression that looks at the page. GTK 4.8 keeps them until finalize, when the page cannot be unwatched any more. */
  GtkSearchEntry     *search_entry;
  GtkWidget          *list_pane;
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
  AdwBin             *select_bin;
  GtkStack           *rows_stack;
  GtkWidget          *table_button;
  GtkMenuButton      *columns_button;

  /* borrowed */
  GtkWidget     *leaflet;   /* our child */
  VlgMotionView *view;      /* made when the first motion is shown */
  GtkWidget     *filter_popover;   /* VlgFilterPopover, made when it is first opened */
  GtkWidget     *row_menu;         /* the last context menu, our child, or NULL */
  GtkColumnView *column_view;      /* the list as a table, made when it is first wanted */
  GtkColumnViewColumn *check_column;   /* of the table while many are being chosen, else NULL */

  /* borrowed: the bar below the list while many are being chosen, else NULL */
  GtkLabel       *chosen_label;
  GtkStack       *many_stack;
  GtkProgressBar *many_progress;
  GtkLabel       *many_label;
  GtkWidget      *many_stage;

  /* owned */
  VlgOffice     *office;
  VlgMotionList *motions;
  VlgMotion     *motion;    /* shown */
  char          *uid;       /* shown or being loaded */
  GCancellable  *loading;   /* of the load that runs */
  GHashTable    *reports;   /* uid → VlgImportReport */
  VlgMotionSelection *chosen;          /* while many are being chosen */
  GtkListItemFactory *plain_factory;   /* put aside meanwhile */
  GCancellable       *many;            /* of the batch that runs */
  char              **columns;         /* of the table, or NULL for all */
  GPtrArray          *all_columns;     /* GtkColumnViewColumn: what the table may have */

  VlgMotionOrder order;
  gboolean       preview;
  gboolean       table;           /* wanted where there is room */
  gboolean       wide;
  gboolean       sorting;         /* the table is being told its order */
  int            sort_column;     /* the table's answer to by what it sorts */
  int            width;           /* of the window's surface */
  guint          width_source;
  gboolean       edit;            /* the motion being loaded is to be written */
  gboolean       enter;           /* the focus goes into the motion once it is loaded */
  guint          placeholder;     /* selected position whose row is not read yet */
  guint          sync_source;
  guint          look_source;
  guint          frames;
  guint          focus_position;  /* that gets the focus when its row is there */
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

/* Why the list is empty, and what helps: words, a filter or both may be the reason. Static. */
const char *vlg_motions_page_get_nothing_text          (VlgMotionsPage *self);

/* Installs motions.select and motions.select-all in the class; in vlg-motions-page-select.c, as what follows. */
void     vlg_motions_page_class_install_select_actions (GtkWidgetClass *widget_class);
/* Has Ctrl and Shift in the list begin the choosing of many. */
void     vlg_motions_page_init_select                  (VlgMotionsPage *self);
/* Begins or ends the choosing of many. */
void     vlg_motions_page_set_selecting                (VlgMotionsPage *self, gboolean selecting);

/* Installs many.*: what is done with the motions chosen; in vlg-motions-page-many.c, as what follows. */
void     vlg_motions_page_class_install_many_actions   (GtkWidgetClass *widget_class);
/* Takes what it needs from the bar; NULL when the bar goes. */
void     vlg_motions_page_fill_many                    (VlgMotionsPage *self, GtkBuilder *builder);
void     vlg_motions_page_update_many_actions          (VlgMotionsPage *self);
/* Writes the PDFs of the motions chosen into @folder. */
void     vlg_motions_page_export_chosen_to             (VlgMotionsPage *self, GFile *folder);

/* Has what the rows on the screen say beyond the rest read when the list rests; in vlg-motions-page-look.c, as what follows. */
void     vlg_motions_page_queue_look                   (VlgMotionsPage *self);
/* Has that done whenever the list is scrolled or resized. */
void     vlg_motions_page_init_look                    (VlgMotionsPage *self);
/* The same for @view, another that shows the rows. */
void     vlg_motions_page_watch_scroll                 (VlgMotionsPage *self, GtkWidget *view);

/* What stands above the reason why a motion is not saved; in vlg-motions-page-close.c. */
const char *vlg_motions_page_get_unsaved_heading       (const GError *error);

/* The motion shown in @widget or below it; caller owns, NULL for none. */
VlgMotionSummary *vlg_motions_page_find_summary        (GtkWidget *widget);

/* Installs motions.row-menu in the class; in vlg-motions-page-menu.c, as what follows. */
void     vlg_motions_page_class_install_menu_actions   (GtkWidgetClass *widget_class);
/* Has the secondary button open the menu of a row of @view. */
void     vlg_motions_page_watch_menu                   (VlgMotionsPage *self, GtkWidget *view);

/* Makes the switch between list and table, and the choice of columns, ready; in vlg-motions-page-table.c, as what follows. */
void     vlg_motions_page_init_table                   (VlgMotionsPage *self);
void     vlg_motions_page_set_table                    (VlgMotionsPage *self, gboolean table);
/* The ids of the columns that are shown; NULL for all. */
void     vlg_motions_page_set_columns                  (VlgMotionsPage *self, const char * const *chosen);
gboolean vlg_motions_page_is_table                     (VlgMotionsPage *self);
/* The list that holds the rows: the list view, or the one in the table. Borrowed. */
GtkWidget *vlg_motions_page_get_rows                   (VlgMotionsPage *self);
/* Shows @model in whichever of list and table is in use, and in no other; NULL empties it. */
void     vlg_motions_page_set_rows                     (VlgMotionsPage *self, GtkSelectionModel *model);
/* The motion a cell of the table shows; borrowed, NULL for other widgets. */
VlgMotionSummary *vlg_motions_page_get_shown           (GtkWidget *cell);

/* In vlg-motions-page.c. */
/* The arrow in the headings of the table says by what its rows are sorted, if they are. */
void     vlg_motions_page_show_order                   (VlgMotionsPage *self);
void     vlg_motions_page_set_order                    (VlgMotionsPage *self, VlgMotionOrder order);
/* Opens the motion at @position. */
void     vlg_motions_page_activate                     (VlgMotionsPage *self, guint position);
/* Has Ctrl and Shift in @view begin the choosing of many; in vlg-motions-page-select.c. */
void     vlg_motions_page_watch_rows                   (VlgMotionsPage *self, GtkWidget *view);

G_END_DECLS
