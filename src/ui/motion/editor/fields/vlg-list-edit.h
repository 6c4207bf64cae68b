/* vlg-list-edit.h — rows moved and taken out by hand
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The place of @item in @list, or GTK_INVALID_LIST_POSITION. */
guint    vlg_list_edit_find   (GListModel *list, gpointer item);
/* Moves the item at @from to @to, in one change of the list. FALSE where there is no such place. */
gboolean vlg_list_edit_move   (GListStore *list, guint from, guint to);
/* Takes @item out, and offers to put it back with a toast around @widget that says @message. @changed (may be NULL) is called after the item was put back. */
void     vlg_list_edit_remove (GListStore *list, gpointer item, GtkWidget *widget, const char *message, GCallback changed);

G_END_DECLS
