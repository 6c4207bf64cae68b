/* vlg-list-edit.c — rows moved and taken out by hand
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-list-edit.h"

#include <glib/gi18n.h>

#include "vlg-platform.h"

typedef struct {
  GListStore *list;
  gpointer    item;
  guint       position;
  void      (*changed) (GListStore *list);
} Removed;

static void
removed_free (Removed *removed)
{
  g_object_unref (removed->list);
  g_object_unref (removed->item);
  g_free (removed);
}

guint
vlg_list_edit_find (GListModel *list,
                    gpointer    item)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) other = g_list_model_get_item (list, i);

      if (other == item)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

gboolean
vlg_list_edit_move (GListStore *list,
                    guint       from,
                    guint       to)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint first = MIN (from, to);
  guint last = MAX (from, to);
  gpointer moved;

  if (from >= n_items || to >= n_items || from == to)
    return FALSE;

  for (guint i = first; i <= last; i++)
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (list), i));
  moved = g_ptr_array_steal_index (items, from - first);
  g_ptr_array_insert (items, to - first, moved);
  g_list_store_splice (list, first, items->len, items->pdata, items->len);

  return TRUE;
}

static void
undo_cb (AdwToast *toast,
         Removed  *removed)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (removed->list));

  /* It may be back already, by the undo of the whole motion. */
  if (vlg_list_edit_find (G_LIST_MODEL (removed->list), removed->item) != GTK_INVALID_LIST_POSITION)
    return;

  g_list_store_insert (removed->list, MIN (removed->position, n_items), removed->item);
  if (removed->changed != NULL)
    removed->changed (removed->list);
}

void
vlg_list_edit_remove (GListStore *list,
                      gpointer    item,
                      GtkWidget  *widget,
                      const char *message,
                      GCallback   changed)
{
  guint position = vlg_list_edit_find (G_LIST_MODEL (list), item);
  g_autofree char *markup = g_markup_escape_text (message, -1);
  Removed *removed;
  AdwToast *toast;

  if (position == GTK_INVALID_LIST_POSITION)
    return;

  removed = g_new0 (Removed, 1);
  removed->list = g_object_ref (list);
  removed->item = g_object_ref (item);
  removed->position = position;
  removed->changed = (void (*) (GListStore *)) changed;
  toast = adw_toast_new (markup);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), removed, (GClosureNotify) (GCallback) removed_free, 0);

  g_list_store_remove (list, position);
  if (changed != NULL)
    ((void (*) (GListStore *)) changed) (list);
  vlg_platform_add_toast (widget, toast);
}
