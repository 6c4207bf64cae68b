/* vlg-original.h — the files of annexes in other programs
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "vlg-office.h"

G_BEGIN_DECLS

/* The annex that is the file @motion was imported from, or NULL. Caller owns. */
VlgAnnex *vlg_original_find       (VlgMotion *motion);
/* Writes the file of @annex to the private folder of this run (vlg-private-folder.h). */
void      vlg_original_fetch_async  (VlgOffice *office, VlgAnnex *annex, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* Where it lies; caller owns. */
GFile    *vlg_original_fetch_finish (VlgOffice *office, GAsyncResult *result, GError **error);
/* The same, and opens it in the person's program for its kind; errors are told over the window of @widget. */
void      vlg_original_open       (GtkWidget *widget, VlgOffice *office, VlgAnnex *annex);

G_END_DECLS
