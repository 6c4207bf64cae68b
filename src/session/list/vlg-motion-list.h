/* vlg-motion-list.h — the list of motions as a GListModel of any length
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-motion-summary.h"
#include "vlg-motions.h"
#include "vlg-office.h"

G_BEGIN_DECLS

#define VLG_TYPE_MOTION_LIST (vlg_motion_list_get_type ())
G_DECLARE_FINAL_TYPE (VlgMotionList, vlg_motion_list, VLG, MOTION_LIST, GObject)

/**
 * VlgMotionList:
 *
 * A GListModel of VlgMotionSummary over an ordered vector of ids that is filled in chunks; rows are read in windows of 64, placeholders stand until then.
 * Follows changes of the store keeping what did not change (items-changed only where needed). Properties: words (string, search as typed; a running search is interrupted), order (VlgMotionOrder as int),
 * loading (boolean, read only), narrowed (boolean, read only: words or filter may have changed), n-items (uint, read only). Signal `failed` (GError): a query failed; the old rows stay.
 */
VlgMotionList  *vlg_motion_list_new          (VlgOffice *office);
const char     *vlg_motion_list_get_words    (VlgMotionList *self);
void            vlg_motion_list_set_words    (VlgMotionList *self, const char *words);
/* The filter; borrowed, never NULL. */
const VlgMotionFilter *vlg_motion_list_get_filter (VlgMotionList *self);
/* NULL lets all pass. What "mine" and "due" mean is settled each time the list is read. */
void            vlg_motion_list_set_filter   (VlgMotionList *self, const VlgMotionFilter *filter);
/* Whether words or a filter keep motions out of the list, so that an empty one is no empty office. */
gboolean        vlg_motion_list_is_narrowed  (VlgMotionList *self);
VlgMotionOrder  vlg_motion_list_get_order    (VlgMotionList *self);
void            vlg_motion_list_set_order    (VlgMotionList *self, VlgMotionOrder order);
gboolean        vlg_motion_list_get_loading  (VlgMotionList *self);
/* The position of the motion @uid among rows already read, GTK_INVALID_LIST_POSITION (G_MAXUINT) otherwise. */
guint           vlg_motion_list_find         (VlgMotionList *self, const char *uid);
/* The row id at @position, also where the row is not read yet; 0 behind the end. */
gint64          vlg_motion_list_get_id       (VlgMotionList *self, guint position);
/* Says which rows are on the screen: @n_rows from @position on. What they say beyond their summaries is read behind all else and set on those that are read already (property details);
 * other words interrupt it. A row that comes later, or anew, has to be looked at again. */
void            vlg_motion_list_look_at      (VlgMotionList *self, guint position, guint n_rows);

G_END_DECLS
