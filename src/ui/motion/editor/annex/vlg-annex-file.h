/* vlg-annex-file.h — what is done with the file of an annex
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "vlg-office.h"

G_BEGIN_DECLS

/* Asks where, writes it there, and tells of it around @widget. */
void vlg_annex_file_export  (GtkWidget *widget, VlgOffice *office, VlgAnnex *annex);
/* Gives @annex another file, one that lies in the store, and offers to take that back around @widget. A title made of the old file's name follows. */
void vlg_annex_file_replace (GtkWidget *widget, VlgAnnex *annex, const VlgAnnexFile *file);

G_END_DECLS
