/* vlg-mark.h — a tick in the Leitbild table of one motion
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define VLG_TYPE_MARK (vlg_mark_get_type ())
G_DECLARE_FINAL_TYPE (VlgMark, vlg_mark, VLG, MARK, GObject)

/* Properties: field (string, the field of action's key in the catalogue), rationale (string), goals (strv, codes in order). A mark exists only for a field
 * that is ticked or has goals: ticked (boolean). */

/* Not ticked, without goals. */
VlgMark            *vlg_mark_new           (const char *field);
const char         *vlg_mark_get_field     (VlgMark *self);
gboolean            vlg_mark_get_ticked    (VlgMark *self);
void                vlg_mark_set_ticked    (VlgMark *self, gboolean ticked);
/* Never NULL; NULL-terminated, borrowed. */
const char * const *vlg_mark_get_goals     (VlgMark *self);
void                vlg_mark_set_goals     (VlgMark *self, const char * const *goals);
const char         *vlg_mark_get_rationale (VlgMark *self);
void                vlg_mark_set_rationale (VlgMark *self, const char *rationale);

G_END_DECLS
