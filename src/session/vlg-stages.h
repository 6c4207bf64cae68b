/* vlg-stages.h — submit, return, release, withdraw, reopen
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-office.h"
#include "vlg-stage-deeds.h"

G_BEGIN_DECLS

/* Does @deed to the stored motion @uid: its stage after vlg-stage-rules.h, a version, and the journal with actor and time. Submitting sets received-on to today; where the profile
 * says so, submitting or releasing draws the number (of @origin; NULL: of the one it was begun for); releasing issues it. @remark goes with any deed and must with a return.
 * VLG_ERROR_INVALID where the stage does not allow it, the remark is missing or a finding blocks (the message says which), VLG_ERROR_FROZEN where a body has dealt with it already. */
void       vlg_stages_do_async    (VlgOffice *office, const char *uid, VlgStageDeed deed, const char *remark, const char *origin,
                                   GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* The motion as it is stored then. Caller owns. */
VlgMotion *vlg_stages_do_finish   (VlgOffice *office, GAsyncResult *result, GError **error);
/* What was done to the stages of @uid, the newest first. (element-type VlgStageRecord), caller owns. */
void       vlg_stages_list_async  (VlgOffice *office, const char *uid, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *vlg_stages_list_finish (VlgOffice *office, GAsyncResult *result, GError **error);

G_END_DECLS
