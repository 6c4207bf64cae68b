/* vlg-catalogue-field-page.h — a field of action of the catalogue with its goals, to work on
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-catalogue-draft.h"

G_BEGIN_DECLS

#define VLG_TYPE_CATALOGUE_FIELD_PAGE (vlg_catalogue_field_page_get_type ())
G_DECLARE_FINAL_TYPE (VlgCatalogueFieldPage, vlg_catalogue_field_page, VLG, CATALOGUE_FIELD_PAGE, AdwBin)

/* Name, letter and colour of a field, its goals as rows that open. Alt+Up and Alt+Down move the goal that has the focus. */

void               vlg_catalogue_field_page_set_draft  (VlgCatalogueFieldPage *self, VlgCatalogueDraft *draft);
/* NULL for none. */
void               vlg_catalogue_field_page_set_field  (VlgCatalogueFieldPage *self, VlgCatalogueField *field);
/* Borrowed. */
VlgCatalogueField *vlg_catalogue_field_page_get_field  (VlgCatalogueFieldPage *self);
/* Adds a goal and opens it. */
void               vlg_catalogue_field_page_add_goal   (VlgCatalogueFieldPage *self);
/* Goes to the name. */
void               vlg_catalogue_field_page_edit       (VlgCatalogueFieldPage *self);

G_END_DECLS
