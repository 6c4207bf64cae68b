/* vlg-motion-fields.h — a motion as values by field: what merges, what conflicts, what an edit patches
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-motion.h"

G_BEGIN_DECLS

/* The values of @motion by key (those of its JSON but for format, uid and revision): texts as they are, the rest as canonical JSON.
 * (element-type utf8 utf8), caller owns. */
GHashTable *vlg_motion_fields_get    (VlgMotion *motion, GError **error);
/* Makes the field @key of @to what it is in @from. */
void        vlg_motion_fields_copy   (VlgMotion *from, VlgMotion *to, const char *key);
/* The name of @key for a message; static. */
const char *vlg_motion_fields_label  (const char *key);

/* What turns one value into another: at byte @start, @before was replaced by @after. */
typedef struct {
  gsize start;
  char *before;
  char *after;
} VlgPatch;

/* The smallest patch on character boundaries. Clear it with vlg_patch_clear(). */
void        vlg_patch_make           (VlgPatch *patch, const char *from, const char *to);
/* The value before the patch was applied that led to @value; NULL when the patch does not fit. Caller owns. */
char       *vlg_patch_undo           (const VlgPatch *patch, const char *value);
void        vlg_patch_clear          (VlgPatch *patch);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VlgPatch, vlg_patch_clear)

G_END_DECLS
