/* vlg-comparison.h — what differs between two states of a motion
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "vlg-motion.h"
#include "vlg-profile.h"
#include "vlg-word-diff.h"

G_BEGIN_DECLS

#define VLG_TYPE_CHANGE (vlg_change_get_type ())
G_DECLARE_FINAL_TYPE (VlgChange, vlg_change, VLG, CHANGE, GObject)

/* A field, or one row of a list, that differs. Immutable. */

VlgField    vlg_change_get_field  (VlgChange *self);
/* A translated name for people: "Title", "Consultation sequence: Council". */
const char *vlg_change_get_label  (VlgChange *self);
/* What people read of it before and after; "" for a row that only one state has. */
const char *vlg_change_get_before (VlgChange *self);
const char *vlg_change_get_after  (VlgChange *self);
/* The runs of vlg_word_diff() between the two. (element-type VlgRun), borrowed. */
GPtrArray  *vlg_change_get_runs   (VlgChange *self);

/* What differs from @from to @to, in the order of the form, by the fields people see; rows are matched by uid, marks by their field. Texts are compared as they read; where they read
 * the same, as they are marked. @profile names fields of action, may be NULL. Pure, any thread. (element-type VlgChange), caller owns. */
GListModel *vlg_comparison_new    (VlgMotion *from, VlgMotion *to, VlgProfile *profile);

G_END_DECLS
