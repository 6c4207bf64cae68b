/* vlg-motions-page-table.c — the list as a table, where the window is wide enough
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-motions-page-private.h"

#include <glib/gi18n.h>

#include "vlg-platform.h"

/* A narrower window shows the list, whatever was chosen (pixels). */
#define WIDE 900
#define NO_ORDER (-1)

typedef char *(*Render) (VlgMotionsPage *self, VlgMotionSummary *summary, const VlgMotionDetailsRecord *record);

static char *
render_number (VlgMotionsPage               *self,
               VlgMotionSummary             *summary,
               const VlgMotionDetailsRecord *record)
{
  if (record != NULL && record->number_markup != NULL)
    return g_strdup (record->number_markup);

  return g_markup_escape_text (vlg_motion_summary_get_number (summary), -1);
}

static char *
render_title (VlgMotionsPage               *self,
              VlgMotionSummary             *summary,
              const VlgMotionDetailsRecord *record)
{
  const char *title = vlg_motion_summary_get_title (summary);

  if (record != NULL && record->title_markup != NULL)
    return g_strdup (record->title_markup);

  return g_markup_escape_text (*title != '\0' ? title : _("Untitled"), -1);
}

static char *
render_state (VlgMotionsPage               *self,
              VlgMotionSummary             *summary,
              const VlgMotionDetailsRecord *record)
{
  return g_markup_escape_text (vlg_state_get_label (vlg_motion_summary_get_state (summary)), -1);
}

static char *
render_next_day (VlgMotionsPage               *self,
                 VlgMotionSummary             *summary,
                 const VlgMotionDetailsRecord *record)
{
  return vlg_day_to_display (vlg_motion_summary_get_next_day (summary));
}

static char *
render_body (VlgMotionsPage               *self,
             VlgMotionSummary             *summary,
             const VlgMotionDetailsRecord *record)
{
  return record != NULL ? g_markup_escape_text (record->body, -1) : NULL;
}

static char *
render_responsible (VlgMotionsPage               *self,
                    VlgMotionSummary             *summary,
                    const VlgMotionDetailsRecord *record)
{
  return record != NULL ? g_markup_escape_text (record->responsible, -1) : NULL;
}

static char *
render_submitter (VlgMotionsPage               *self,
                  VlgMotionSummary             *summary,
                  const VlgMotionDetailsRecord *record)
{
  return record != NULL ? g_markup_escape_text (record->submitter, -1) : NULL;
}

static char *
render_kind (VlgMotionsPage               *self,
             VlgMotionSummary             *summary,
             const VlgMotionDetailsRecord *record)
{
  const VlgMotionKind *kind = record != NULL ? vlg_profile_find_kind (vlg_office_get_profile (self->office), record->kind) : NULL;

  return record != NULL ? g_markup_escape_text (kind != NULL ? kind->name : record->kind, -1) : NULL;
}

static char *
render_received (VlgMotionsPage               *self,
                 VlgMotionSummary             *summary,
                 const VlgMotionDetailsRecord *record)
{
  return record != NULL ? vlg_day_to_display (record->received_on) : NULL;
}

static char *
render_changed (VlgMotionsPage               *self,
                VlgMotionSummary             *summary,
                const VlgMotionDetailsRecord *record)
{
  g_autoptr (GDateTime) utc = record != NULL ? g_date_time_new_from_unix_utc (record->changed_at / G_USEC_PER_SEC) : NULL;
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_date_time_format (local, "%d.%m.%Y %H:%M") : NULL;
}

/* In the order of the table. Those with an order can be sorted by it, first in the direction that is given, and then in the other. */
static const struct {
  const char *id;      /* as in the setting motion-columns */
  const char *title;
  int width;
  int order;
  int reverse;
  GtkSortType direction;
  Render render;
} columns[] = {
  { "number", NC_("column", "Number"), 150, VLG_MOTION_ORDER_NUMBER, VLG_MOTION_ORDER_NUMBER_ASCENDING, GTK_SORT_DESCENDING, render_number },
  { "title", NC_("column", "Title"), -1, VLG_MOTION_ORDER_TITLE, VLG_MOTION_ORDER_TITLE_DESCENDING, GTK_SORT_ASCENDING, render_title },
  { "state", NC_("column", "State"), 190, VLG_MOTION_ORDER_STATE, VLG_MOTION_ORDER_STATE_DESCENDING, GTK_SORT_ASCENDING, render_state },
  { "next-date", NC_("column", "Next date"), 130, VLG_MOTION_ORDER_NEXT_DAY, VLG_MOTION_ORDER_LAST_DAY, GTK_SORT_ASCENDING, render_next_day },
  { "body", NC_("column", "Body"), 180, NO_ORDER, NO_ORDER, GTK_SORT_ASCENDING, render_body },
  { "responsible", NC_("column", "Responsible"), 180, NO_ORDER, NO_ORDER, GTK_SORT_ASCENDING, render_responsible },
  { "submitter", NC_("column", "Submitter"), 180, NO_ORDER, NO_ORDER, GTK_SORT_ASCENDING, render_submitter },
  { "kind", NC_("column", "Kind"), 150, NO_ORDER, NO_ORDER, GTK_SORT_ASCENDING, render_kind },
  { "received", NC_("column", "Received on"), 130, NO_ORDER, NO_ORDER, GTK_SORT_ASCENDING, render_received },
  { "changed", NC_("column", "Changed"), 140, VLG_MOTION_ORDER_NEWEST, VLG_MOTION_ORDER_OLDEST, GTK_SORT_DESCENDING, render_changed },
};

/* Cells */

static void
fill_cell (GtkWidget *cell)
{
  VlgMotionsPage *self = g_object_get_data (G_OBJECT (cell), "page");
  VlgMotionSummary *summary = vlg_motions_page_get_shown (cell);
  Render render = columns[GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (cell), "column"))].render;
  VlgMotionDetails *details = summary != NULL ? vlg_motion_summary_get_details (summary) : NULL;
  const VlgMotionDetailsRecord *record = details != NULL ? vlg_motion_details_get_record (details) : NULL;
  g_autofree char *markup = NULL;

  if (summary != NULL && vlg_motion_summary_get_id (summary) != 0 && self->office != NULL)
    markup = render (self, summary, record);
  gtk_label_set_markup (GTK_LABEL (cell), markup != NULL ? markup : "");
  /* Where the words looked for stand has no place in a row of one line. */
  gtk_widget_set_tooltip_markup (cell, render == render_title && record != NULL ? record->excerpt : NULL);
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               VlgMotionsPage           *self)
{
  GtkWidget *cell = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  g_object_set_data (G_OBJECT (cell), "page", self);
  g_object_set_data (G_OBJECT (cell), "column", g_object_get_data (G_OBJECT (factory), "column"));
  gtk_list_item_set_child (item, cell);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  VlgMotionSummary *summary = gtk_list_item_get_item (item);

  g_object_set_data_full (G_OBJECT (cell), "summary", g_object_ref (summary), g_object_unref);
  g_signal_connect_object (summary, "notify::details", G_CALLBACK (fill_cell), cell, G_CONNECT_SWAPPED);
  fill_cell (cell);
}

static void
unbind_cell_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), fill_cell, cell);
  g_object_set_data (G_OBJECT (cell), "summary", NULL);
}

VlgMotionSummary *
vlg_motions_page_get_shown (GtkWidget *cell)
{
  return g_object_get_data (G_OBJECT (cell), "summary");
}

/* Sorting: the store sorts, the headings say by what */

typedef struct {
  VlgMotionsPage *page;   /* borrowed: the table is its own */
  int column;
} Heading;

/* Asked to compare, the table's sorter asks the column it sorts by first; GTK 4.8 has no other way to know it. */
static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  Heading *heading = user_data;

  if (heading->page->sort_column < 0)
    heading->page->sort_column = heading->column;

  return -1;
}

void
vlg_motions_page_show_order (VlgMotionsPage *self)
{
  GtkColumnViewColumn *sorted = NULL;
  GtkSortType direction = GTK_SORT_ASCENDING;
  gboolean searching = self->motions != NULL && *vlg_motion_list_get_words (self->motions) != '\0';

  if (self->column_view == NULL)
    return;
  self->sorting = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkColumnViewColumn *column = self->all_columns->pdata[i];
      GtkSorter *sorter = searching ? NULL : g_object_get_data (G_OBJECT (column), "sorter");
      gboolean reversed = columns[i].reverse == (int) self->order;

      if (columns[i].order == NO_ORDER)
        continue;
      /* What was looked for comes newest first: there is nothing to press then, and no arrow. */
      if (gtk_column_view_column_get_sorter (column) != sorter)
        gtk_column_view_column_set_sorter (column, sorter);
      if (searching || (columns[i].order != (int) self->order && !reversed) || gtk_column_view_column_get_column_view (column) == NULL)
        continue;
      sorted = column;
      direction = reversed == (columns[i].direction == GTK_SORT_DESCENDING) ? GTK_SORT_ASCENDING : GTK_SORT_DESCENDING;
    }
  gtk_column_view_sort_by_column (self->column_view, sorted, direction);
  self->sorting = FALSE;
}

static void
sorter_changed_cb (VlgMotionsPage *self)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->column_view);
  g_autoptr (GObject) nobody = NULL;

  if (self->sorting || self->motions == NULL)
    return;
  nobody = g_object_new (G_TYPE_OBJECT, NULL);
  self->sort_column = -1;
  gtk_sorter_compare (sorter, self, nobody);
  if (self->sort_column >= 0)
    {
      const int order = columns[self->sort_column].order;

      vlg_motions_page_set_order (self, (int) self->order == order ? columns[self->sort_column].reverse : order);
    }
  /* Each begins in its own direction, not in GTK's. */
  vlg_motions_page_show_order (self);
}

/* Columns */

/* A motion is known by its title: a row without would say nothing. */
static gboolean
is_fixed (const char *id)
{
  return g_str_equal (id, "title");
}

static gboolean
is_chosen (VlgMotionsPage *self,
           const char     *id)
{
  return self->columns == NULL || is_fixed (id) || g_strv_contains ((const char * const *) self->columns, id);
}

/* Those not chosen are taken out: GTK 4.8 keeps the place of one that is only hidden, and leaves none for the title. */
static void
show_columns (VlgMotionsPage *self)
{
  guint at = self->check_column != NULL ? 1 : 0;

  if (self->column_view == NULL)
    return;
  self->sorting = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkColumnViewColumn *column = self->all_columns->pdata[i];
      gboolean there = gtk_column_view_column_get_column_view (column) != NULL;
      gboolean wanted = is_chosen (self, columns[i].id);

      if (there && !wanted)
        gtk_column_view_remove_column (self->column_view, column);
      else if (!there && wanted)
        gtk_column_view_insert_column (self->column_view, at, column);
      at += wanted;
    }
  self->sorting = FALSE;
  vlg_motions_page_show_order (self);
}

void
vlg_motions_page_set_columns (VlgMotionsPage     *self,
                              const char * const *chosen)
{
  if (self->columns != NULL && chosen != NULL && g_strv_equal ((const char * const *) self->columns, chosen))
    return;
  g_strfreev (self->columns);
  self->columns = g_strdupv ((char **) chosen);
  show_columns (self);
  g_object_notify (G_OBJECT (self), "columns");
}

static void
column_toggled_cb (GtkCheckButton *check,
                   VlgMotionsPage *self)
{
  const char *id = g_object_get_data (G_OBJECT (check), "id");
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_str_equal (columns[i].id, id) ? gtk_check_button_get_active (check) : is_chosen (self, columns[i].id))
      g_ptr_array_add (chosen, (gpointer) columns[i].id);
  g_ptr_array_add (chosen, NULL);
  vlg_motions_page_set_columns (self, (const char * const *) chosen->pdata);
}

/* Made anew each time it opens, with what this window shows; another one has columns of its own. */
static void
columns_popup_cb (GtkMenuButton *button,
                  gpointer       user_data)
{
  VlgMotionsPage *self = user_data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *popover = gtk_popover_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (g_dpgettext2 (NULL, "column", columns[i].title));

      g_object_set_data (G_OBJECT (check), "id", (gpointer) columns[i].id);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_chosen (self, columns[i].id));
      gtk_widget_set_sensitive (check, !is_fixed (columns[i].id));
      g_signal_connect_object (check, "toggled", G_CALLBACK (column_toggled_cb), self, 0);
      gtk_box_append (GTK_BOX (box), check);
    }
  gtk_widget_add_css_class (box, "filter-box");
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

static GtkColumnViewColumn *
create_column (VlgMotionsPage *self,
               guint           index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (index));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cell_cb), NULL);
  column = gtk_column_view_column_new (g_dpgettext2 (NULL, "column", columns[index].title), factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  if (columns[index].width > 0)
    gtk_column_view_column_set_fixed_width (column, columns[index].width);
  else
    gtk_column_view_column_set_expand (column, TRUE);
  if (columns[index].order != NO_ORDER)
    {
      Heading *heading = g_new0 (Heading, 1);
      g_autoptr (GtkSorter) sorter = NULL;

      heading->page = self;
      heading->column = (int) index;
      sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, heading, g_free));
      gtk_column_view_column_set_sorter (column, sorter);
      g_object_set_data_full (G_OBJECT (column), "sorter", g_steal_pointer (&sorter), g_object_unref);
    }

  return column;
}

/* A check mark before each row, while many are being chosen. */

static void
check_pressed_cb (GtkGestureClick *gesture,
                  int              n_press,
                  double           x,
                  double           y,
                  GtkListItem     *item)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_activate_action (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), "list.select-item", "(ubb)",
                              gtk_list_item_get_position (item), TRUE, FALSE);
}

static void
setup_check_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *check = gtk_check_button_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_can_target (check, FALSE);
  gtk_widget_set_focusable (check, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Selected"), -1);
  g_object_bind_property (item, "selected", check, "active", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (check_pressed_cb), item, 0);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (click));
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_item_set_child (item, box);
}

static void
show_checks (VlgMotionsPage *self)
{
  gboolean wanted = self->chosen != NULL;

  if (wanted && self->check_column == NULL)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

      g_signal_connect (factory, "setup", G_CALLBACK (setup_check_cb), NULL);
      self->check_column = gtk_column_view_column_new (NULL, factory);
      gtk_column_view_insert_column (self->column_view, 0, self->check_column);
      g_object_unref (self->check_column);
    }
  else if (!wanted && self->check_column != NULL)
    {
      gtk_column_view_remove_column (self->column_view, g_steal_pointer (&self->check_column));
    }
}

/* Table or list */

static void
ensure_table (VlgMotionsPage *self)
{
  GtkWidget *scroller;

  if (self->column_view != NULL)
    return;
  self->column_view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->column_view), "motion-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->column_view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Motions"), -1);
  self->all_columns = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_ptr_array_add (self->all_columns, create_column (self, i));
  show_columns (self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->column_view), "changed", G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->column_view, "activate", G_CALLBACK (vlg_motions_page_activate), self, G_CONNECT_SWAPPED);
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->column_view));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_stack_add_named (self->rows_stack, scroller, "table");
  vlg_motions_page_watch_rows (self, GTK_WIDGET (self->column_view));
  vlg_motions_page_watch_scroll (self, GTK_WIDGET (self->column_view));
  vlg_motions_page_watch_menu (self, GTK_WIDGET (self->column_view));
}

gboolean
vlg_motions_page_is_table (VlgMotionsPage *self)
{
  return self->column_view != NULL && gtk_column_view_get_model (self->column_view) != NULL;
}

GtkWidget *
vlg_motions_page_get_rows (VlgMotionsPage *self)
{
  /* The rows of a column view are a list view's below its heading. */
  return vlg_motions_page_is_table (self) ? gtk_widget_get_last_child (GTK_WIDGET (self->column_view)) : GTK_WIDGET (self->list_view);
}

void
vlg_motions_page_set_rows (VlgMotionsPage    *self,
                           GtkSelectionModel *model)
{
  gboolean table = self->table && self->wide;

  if (table)
    {
      ensure_table (self);
      show_checks (self);
    }
  /* Rows are made in one of them only. */
  gtk_list_view_set_model (self->list_view, table ? NULL : model);
  if (self->column_view != NULL)
    gtk_column_view_set_model (self->column_view, table ? model : NULL);
  gtk_stack_set_visible_child_name (self->rows_stack, table ? "table" : "list");
}

static void
update_table (VlgMotionsPage *self)
{
  gboolean table = self->table && self->wide;

  gtk_widget_set_visible (self->table_button, self->wide);
  gtk_widget_set_visible (GTK_WIDGET (self->columns_button), table);
  if (table == vlg_motions_page_is_table (self))
    return;
  vlg_motions_page_set_rows (self, self->chosen != NULL ? GTK_SELECTION_MODEL (self->chosen) : GTK_SELECTION_MODEL (self->selection));
  /* The table has the place of both; a motion opens over it. */
  vlg_platform_leaflet_set_can_unfold (self->leaflet, !table);
  vlg_motions_page_queue_look (self);
}

void
vlg_motions_page_set_table (VlgMotionsPage *self,
                            gboolean        table)
{
  if (self->table == table)
    return;
  self->table = table;
  update_table (self);
  /* Who asks for the table wants to see it; a window that becomes wide takes nobody out of a motion. */
  if (vlg_motions_page_is_table (self))
    vlg_platform_leaflet_back (self->leaflet);
  g_object_notify (G_OBJECT (self), "table");
}

static gboolean
width_idle_cb (gpointer user_data)
{
  VlgMotionsPage *self = user_data;
  gboolean wide = self->width >= WIDE;

  self->width_source = 0;
  if (wide != self->wide)
    {
      self->wide = wide;
      update_table (self);
    }

  return G_SOURCE_REMOVE;
}

/* Nothing is moved in the midst of a layout. */
static void
layout_cb (VlgMotionsPage *self,
           int             width)
{
  self->width = width;
  if ((width >= WIDE) != self->wide && self->width_source == 0)
    self->width_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, width_idle_cb, self, NULL);
}

static void
realize_cb (VlgMotionsPage *self)
{
  g_signal_connect_object (gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (self))), "layout", G_CALLBACK (layout_cb), self, G_CONNECT_SWAPPED);
}

void
vlg_motions_page_init_table (VlgMotionsPage *self)
{
  gtk_menu_button_set_create_popup_func (self->columns_button, columns_popup_cb, self, NULL);
  g_signal_connect (self, "realize", G_CALLBACK (realize_cb), NULL);
  g_signal_connect (self, "notify::order", G_CALLBACK (vlg_motions_page_show_order), NULL);
}
