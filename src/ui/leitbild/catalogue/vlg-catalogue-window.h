/* vlg-catalogue-window.h — the council's Leitbild catalogue, to work on
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-catalogue-draft.h"

G_BEGIN_DECLS

#define VLG_TYPE_CATALOGUE_WINDOW (vlg_catalogue_window_get_type ())
G_DECLARE_FINAL_TYPE (VlgCatalogueWindow, vlg_catalogue_window, VLG, CATALOGUE_WINDOW, AdwWindow)

/* Its fields and goals, its versions, and the day from which what is written here is valid. Closing asks where something is not saved. Floating. */
GtkWidget         *vlg_catalogue_window_new       (GtkWindow *parent, VlgOffice *office);
/* Borrowed. */
VlgCatalogueDraft *vlg_catalogue_window_get_draft (VlgCatalogueWindow *self);
/* Reads @file into the draft, or says in place what is wrong with it. */
void               vlg_catalogue_window_import    (VlgCatalogueWindow *self, GFile *file);
/* Writes what stands here to @file; its name says in which format. */
void               vlg_catalogue_window_export    (VlgCatalogueWindow *self, GFile *file);

G_END_DECLS
