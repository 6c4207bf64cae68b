/* vlg-saved-filters.h — filters saved under a name; every function runs inside a job
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-actor.h"
#include "vlg-db.h"
#include "vlg-motion-filter.h"

G_BEGIN_DECLS

typedef struct {
  char *uid;
  char *name;
  VlgMotionFilter *filter;
} VlgSavedFilter;

void       vlg_saved_filter_free   (VlgSavedFilter *self);
/* All of the office, by name; those of a later program are left out. (element-type VlgSavedFilter), caller owns. */
GPtrArray *vlg_saved_filters_load  (VlgDb *db, GError **error);
/* Saves @filter as @name (not blank), in place of one of that name. */
gboolean   vlg_saved_filters_put   (VlgDb *db, const char *name, const VlgMotionFilter *filter, VlgActor *actor, GError **error);
gboolean   vlg_saved_filters_remove (VlgDb *db, const char *uid, GError **error);

G_END_DECLS
