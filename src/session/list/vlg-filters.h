/* vlg-filters.h — saved filters, and what can be filtered by
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-motion-filter.h"
#include "vlg-office.h"
#include "vlg-saved-filters.h"

G_BEGIN_DECLS

/* What a filter can be put together from. */
typedef struct {
  GPtrArray *saved;                  /* (element-type VlgSavedFilter), by name */
  GPtrArray *values[VLG_N_FACETS];   /* (element-type utf8): the values that motions have */
} VlgFilterChoices;

/* What a deed made of the filter of a name. */
typedef struct {
  char *name;
  VlgMotionFilter *before;           /* NULL where there was none */
  VlgMotionFilter *after;            /* NULL where there is none now */
} VlgFilterChange;

void              vlg_filter_change_free    (VlgFilterChange *self);
void              vlg_filter_choices_free   (VlgFilterChoices *self);
/* Reads them. Caller owns. */
void              vlg_filters_load_async    (VlgOffice *office, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
VlgFilterChoices *vlg_filters_load_finish   (VlgOffice *office, GAsyncResult *result, GError **error);
/* Saves @filter as @name for the office, in place of one of that name. VLG_ERROR_INVALID for a blank name. */
void              vlg_filters_save_async    (VlgOffice *office, const char *name, const VlgMotionFilter *filter, GAsyncReadyCallback callback, gpointer user_data);
/* What that changed; caller owns. */
VlgFilterChange  *vlg_filters_save_finish   (VlgOffice *office, GAsyncResult *result, GError **error);
/* Removes the saved filter @uid, if it is still there. */
void              vlg_filters_remove_async  (VlgOffice *office, const char *uid, GAsyncReadyCallback callback, gpointer user_data);
/* What that changed, nothing where another was first; caller owns. */
VlgFilterChange  *vlg_filters_remove_finish (VlgOffice *office, GAsyncResult *result, GError **error);
/* Takes @change back; VLG_ERROR_CONFLICT where the name stands for something else by now, which stays. */
void              vlg_filters_undo_async    (VlgOffice *office, const VlgFilterChange *change, GAsyncReadyCallback callback, gpointer user_data);
gboolean          vlg_filters_undo_finish   (VlgOffice *office, GAsyncResult *result, GError **error);
/* Counts, some at a time and without holding up other writes, the findings of motions an earlier version wrote; the office tells `changed` as it goes on. Does nothing where all
 * are counted. */
void              vlg_filters_count_findings (VlgOffice *office);
/* The same at once: blocking, for the command line. */
gboolean          vlg_filters_count_all     (VlgOffice *office, GError **error);
/* The saved filter @name; NULL without error for none. Blocking, for the command line. Caller owns. */
VlgMotionFilter  *vlg_filters_find          (VlgOffice *office, const char *name, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgFilterChoices, vlg_filter_choices_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VlgFilterChange, vlg_filter_change_free)

G_END_DECLS
