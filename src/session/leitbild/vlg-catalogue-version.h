/* vlg-catalogue-version.h — a stored version of the catalogue
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-day.h"
#include "vlg-leitbild.h"

G_BEGIN_DECLS

#define VLG_TYPE_CATALOGUE_VERSION (vlg_catalogue_version_get_type ())
G_DECLARE_FINAL_TYPE (VlgCatalogueVersion, vlg_catalogue_version, VLG, CATALOGUE_VERSION, GObject)

/* What was stored, and when it is valid. Immutable. @to: the last day, VLG_DAY_NONE while no later version is stored. Caller owns. */
VlgCatalogueVersion *vlg_catalogue_version_new          (VlgLeitbild *leitbild, VlgDay from, VlgDay to);
/* Borrowed. */
VlgLeitbild         *vlg_catalogue_version_get_leitbild (VlgCatalogueVersion *self);
VlgDay               vlg_catalogue_version_get_from     (VlgCatalogueVersion *self);
VlgDay               vlg_catalogue_version_get_to       (VlgCatalogueVersion *self);
/* Whether it is in force today. */
gboolean             vlg_catalogue_version_is_present   (VlgCatalogueVersion *self);

G_END_DECLS
