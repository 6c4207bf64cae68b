/* vlg-catalogue-field-row.h — a field of action in the catalogue's list
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-catalogue-items.h"

G_BEGIN_DECLS

#define VLG_TYPE_CATALOGUE_FIELD_ROW (vlg_catalogue_field_row_get_type ())
G_DECLARE_FINAL_TYPE (VlgCatalogueFieldRow, vlg_catalogue_field_row, VLG, CATALOGUE_FIELD_ROW, AdwActionRow)

/* Its colour, name and how many goals it has. Signal `drop` (VlgCatalogueField: dragged onto this row). Floating. */
GtkWidget         *vlg_catalogue_field_row_new       (VlgCatalogueField *field);
/* Borrowed. */
VlgCatalogueField *vlg_catalogue_field_row_get_field (VlgCatalogueFieldRow *self);

G_END_DECLS
