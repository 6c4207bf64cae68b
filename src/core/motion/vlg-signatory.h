/* vlg-signatory.h — a person with a role at the foot of the form
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-day.h"
#include "vlg-kinds.h"

G_BEGIN_DECLS

#define VLG_TYPE_SIGNATORY (vlg_signatory_get_type ())
G_DECLARE_FINAL_TYPE (VlgSignatory, vlg_signatory, VLG, SIGNATORY, GObject)

/* Immutable once made; properties name, role, block, valid-from, valid-to (construct only). */

/* @valid_from and @valid_to may be VLG_DAY_NONE: open. */
VlgSignatory *vlg_signatory_new            (const char *name, const char *role, VlgBlock block, VlgDay valid_from, VlgDay valid_to);
const char   *vlg_signatory_get_name       (VlgSignatory *self);
const char   *vlg_signatory_get_role       (VlgSignatory *self);
VlgBlock      vlg_signatory_get_block      (VlgSignatory *self);
VlgDay        vlg_signatory_get_valid_from (VlgSignatory *self);
VlgDay        vlg_signatory_get_valid_to   (VlgSignatory *self);
/* Whether the person holds the role on @day; VLG_DAY_NONE asks for no particular day: TRUE. */
gboolean      vlg_signatory_is_valid_on    (VlgSignatory *self, VlgDay day);

G_END_DECLS
