/* walker.c — goes over everything that can be operated in a window or popover, as a screen reader, the Tab key and a narrow screen do
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "walker.h"

#include <adwaita.h>
#include <string.h>

#include "vlg-month-view.h"
#include "window-fixture.h"

/* More than any window has places to stop. */
#define MAX_STOPS 400
/* In 1024ths of a dot per inch, as the setting counts: the usual, and half as much again. */
#define USUAL_DPI (96 * 1024)
#define LARGE_DPI (144 * 1024)
/* The words of a menu are not cut, and a popover is no part of its window: it may be as wide as a telephone held across. */
#define WIDE_MENU 640

/* Parts of one control that the toolkit made: the control has the name and the focus. */
static gboolean
is_composite (GtkWidget *widget)
{
  return GTK_IS_ENTRY (widget) || GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_PASSWORD_ENTRY (widget) || GTK_IS_SPIN_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) ||
         GTK_IS_DROP_DOWN (widget) || GTK_IS_CALENDAR (widget) || GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget) || GTK_IS_SWITCH (widget) || GTK_IS_CHECK_BUTTON (widget) ||
         ADW_IS_COMBO_ROW (widget) || ADW_IS_SPLIT_BUTTON (widget);
}

/* A row of a list, which a screen reader reads by what stands in it. */
static gboolean
is_row (GtkWidget *widget)
{
  return GTK_IS_LIST_BOX_ROW (widget) || GTK_IS_FLOW_BOX_CHILD (widget) || g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkListItemWidget");
}

static gboolean
is_control (GtkWidget *widget)
{
  return is_composite (widget) || gtk_widget_get_focusable (widget) || GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_SWITCH (widget) || GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget) ||
         (GTK_IS_LIST_BOX_ROW (widget) && gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (widget)));
}

/* Words that can be marked and copied with the mouse, and are read without. */
static gboolean
is_mere_text (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), "<a ") == NULL;
}

/* What the toolkit takes care of: the frame's own buttons (the window has keys for them), the bars of scrollers, handles of a selection, the cross on a toast,
 * which goes by itself. */
static gboolean
is_left_alone (GtkWidget *widget)
{
  return GTK_IS_WINDOW_CONTROLS (widget) || GTK_IS_SCROLLBAR (widget) || g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkTextHandle") ||
         g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkMagnifier") || g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwToastWidget");
}

static gboolean
has_words (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_widget_get_mapped (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0';
  if (GTK_IS_INSCRIPTION (widget))
    return gtk_inscription_get_text (GTK_INSCRIPTION (widget)) != NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_words (child))
      return TRUE;

  return FALSE;
}

static gboolean
is_named (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  if (gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL))
    {
      /* NULL where it is that. */
      g_autofree char *name = gtk_test_accessible_check_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, "");

      return name != NULL;
    }
  /* A button says so of its icon too. */
  if (gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return !GTK_IS_BUTTON (widget) || has_words (widget);
  if (GTK_IS_TEXT (widget) && gtk_widget_get_ancestor (widget, ADW_TYPE_ENTRY_ROW) != NULL)
    return *adw_preferences_row_get_title (ADW_PREFERENCES_ROW (gtk_widget_get_ancestor (widget, ADW_TYPE_ENTRY_ROW))) != '\0';
  if (GTK_IS_LABEL (widget))
    return *gtk_label_get_text (GTK_LABEL (widget)) != '\0';

  /* The focus is in the button inside, to which GTK hands the label on. */
  if (GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_label (GTK_MENU_BUTTON (widget)) != NULL)
    return *gtk_menu_button_get_label (GTK_MENU_BUTTON (widget)) != '\0';

  return is_row (widget) && has_words (widget);
}

/* What the focus merely passes through, or what a row around it speaks for. */
static gboolean
needs_no_name (GtkWidget *widget)
{
  return GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_VIEWPORT (widget) || GTK_IS_POPOVER_MENU (widget) ||
         g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwPreferencesPage") ||
         /* The lists inside an expander row are the library's. */
         (GTK_IS_LIST_BOX (widget) && gtk_widget_get_ancestor (widget, ADW_TYPE_EXPANDER_ROW) != NULL);
}

static void
tell (GtkWidget  *widget,
      const char *place,
      const char *fault)
{
  g_autoptr (GString) where = g_string_new (G_OBJECT_TYPE_NAME (widget));
  guint depth = 0;

  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL && depth < 5; parent = gtk_widget_get_parent (parent), depth++)
    g_string_append_printf (where, " < %s", G_OBJECT_TYPE_NAME (parent));
  if (gtk_widget_get_tooltip_text (widget) != NULL)
    g_string_append_printf (where, " (tooltip “%s”)", gtk_widget_get_tooltip_text (widget));
  g_printerr ("%s: %s: %s\n", place, where->str, fault);
  g_test_fail_printf ("%s: %s: %s", place, where->str, fault);
}

/* @inside: of a control that is named, and with it its inner parts. */
static void
check_names (GtkWidget  *widget,
             const char *place,
             gboolean    inside)
{
  if (!gtk_widget_get_mapped (widget) || is_left_alone (widget))
    return;

  if (!inside && is_control (widget) && !needs_no_name (widget) && !is_named (widget))
    tell (widget, place, "has no name");
  if (is_composite (widget) || ADW_IS_ENTRY_ROW (widget))
    inside = TRUE;
  if (GTK_IS_POPOVER (widget))
    inside = FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_names (child, place, inside);
}

void
walker_check_names (GtkWidget  *root,
                    const char *place)
{
  if (GTK_IS_WINDOW (root) && (gtk_window_get_title (GTK_WINDOW (root)) == NULL || *gtk_window_get_title (GTK_WINDOW (root)) == '\0') && !is_named (root))
    tell (root, place, "is a window without a title");
  if (GTK_IS_POPOVER (root) && !GTK_IS_POPOVER_MENU (root) && !is_named (root))
    tell (root, place, "is a popover without a name");
  check_names (root, place, FALSE);
}

/* Tab */

static gboolean
is_usable (GtkWidget *widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_is_sensitive (widget);
}

static gboolean
has_stop_inside (GHashTable *stops,
                 GtkWidget  *widget)
{
  GHashTableIter iter;
  gpointer stop;

  g_hash_table_iter_init (&iter, stops);
  while (g_hash_table_iter_next (&iter, &stop, NULL))
    if (stop == (gpointer) widget || gtk_widget_is_ancestor (stop, widget))
      return TRUE;

  return FALSE;
}

/* Arrow keys go through the rows of a list, the choices of a group and the days and chips of a month, of which Tab finds one. */
static gboolean
is_beside_a_stop (GHashTable *stops,
                  GtkWidget  *widget)
{
  GtkWidget *list = NULL;

  if (GTK_IS_CHECK_BUTTON (widget) && gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX) != NULL)
    list = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX);
  else if (GTK_IS_CHECK_BUTTON (widget) || is_row (widget))
    list = gtk_widget_get_parent (widget);
  else if (gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_VIEW) != NULL)
    list = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_VIEW);
  else if (gtk_widget_get_ancestor (widget, VLG_TYPE_MONTH_VIEW) != NULL)
    list = gtk_widget_get_ancestor (widget, VLG_TYPE_MONTH_VIEW);

  return list != NULL && has_stop_inside (stops, list);
}

static void
check_reached (GHashTable *stops,
               GtkWidget  *widget,
               const char *place)
{
  if (!is_usable (widget) || is_left_alone (widget) || (GTK_IS_POPOVER (widget) && !gtk_widget_get_can_focus (widget)))
    return;

  /* Mere signs, for the mouse no less. */
  if (!gtk_widget_get_can_focus (widget) && !gtk_widget_get_can_target (widget))
    return;
  /* Of a list the rows are the controls. */
  if (is_control (widget) && !needs_no_name (widget) && !GTK_IS_LIST_BOX (widget) && !GTK_IS_LIST_VIEW (widget) && !is_mere_text (widget) && !has_stop_inside (stops, widget) && !is_beside_a_stop (stops, widget))
    tell (widget, place, "is not reached by Tab");
  if (is_composite (widget))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_POPOVER (child))
      check_reached (stops, child, place);
}

/* Until it comes round, or stays where it is. */
static void
go_round (GtkWidget        *top,
          GtkDirectionType  direction,
          GHashTable       *stops,
          const char       *place)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (top));
  GtkWidget *last = NULL;
  guint stuck = 0;

  for (guint i = 0; i < MAX_STOPS; i++)
    {
      GtkWidget *focus;

      gtk_widget_child_focus (top, direction);
      /* What follows the focus, such as a scroller. */
      while (g_main_context_iteration (NULL, FALSE))
        ;
      focus = gtk_window_get_focus (window);
      if (focus == NULL)
        continue;
      if (g_test_verbose ())
        g_printerr ("%s: %s < %s\n", place, G_OBJECT_TYPE_NAME (focus), G_OBJECT_TYPE_NAME (gtk_widget_get_parent (focus)));
      /* Once more may be a row that was made anew under the focus. */
      if (focus == last && g_hash_table_size (stops) > 1)
        {
          if (++stuck < 3)
            continue;
          tell (focus, place, "does not let Tab go on");
        }
      stuck = 0;
      if (!g_hash_table_add (seen, g_object_ref (focus)))
        break;
      g_hash_table_add (stops, g_object_ref (focus));
      last = focus;
    }
}

void
walker_check_tab (GtkWidget  *root,
                  const char *place)
{
  g_autoptr (GHashTable) stops = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  GtkWidget *top = GTK_IS_POPOVER (root) ? root : GTK_WIDGET (gtk_widget_get_root (root));

  /* Coming back to a pane GTK 4.8 goes on from where it was left; what stands before is reached backwards. */
  go_round (top, GTK_DIR_TAB_FORWARD, stops, place);
  go_round (top, GTK_DIR_TAB_BACKWARD, stops, place);
  check_reached (stops, root, place);
}

/* Width */

/* The one among the widgets below @widget that cannot be narrower: for whoever has to mend it. */
static GtkWidget *
find_widest (GtkWidget *widget,
             int        limit)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int minimum = 0;

      if (GTK_IS_NATIVE (child) || !gtk_widget_get_visible (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      if (minimum > limit - 24)
        return find_widest (child, limit);
    }

  return widget;
}

void
walker_check_width (GtkWidget  *root,
                    const char *place,
                    int         limit)
{
  g_autofree char *fault = NULL;
  int minimum = 0;

  gtk_widget_measure (root, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_test_message ("%s: %d pixels", place, minimum);
  if (GTK_IS_POPOVER_MENU (root))
    limit = MAX (limit, WIDE_MENU);
  if (minimum <= limit)
    return;

  fault = g_strdup_printf ("keeps it %d pixels wide, for which there are only %d", minimum, limit);
  tell (find_widest (root, limit), place, fault);
}

void
walker_check_large (GtkWidget  *root,
                    const char *place,
                    int         limit)
{
  g_autofree char *large = g_strconcat (place, " in large letters", NULL);

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", LARGE_DPI, NULL);
  window_fixture_settle ();
  walker_check_width (root, large, limit);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", USUAL_DPI, NULL);
  window_fixture_settle ();
}
