/* vlg-register-item.h — a number of the register, or a gap, as a list shows it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-number-register.h"

G_BEGIN_DECLS

#define VLG_TYPE_REGISTER_ITEM (vlg_register_item_get_type ())
G_DECLARE_FINAL_TYPE (VlgRegisterItem, vlg_register_item, VLG, REGISTER_ITEM, GObject)

/* Immutable. Properties, read only: label (the number, or the serials of a gap), state-label, explanation (strings), can-void, can-open (boolean). */

/* Takes what it needs of @entry. Caller owns. */
VlgRegisterItem *vlg_register_item_new            (const VlgRegisterEntry *entry);
/* The number as text; NULL for a gap. */
const char      *vlg_register_item_get_number     (VlgRegisterItem *self);
const char      *vlg_register_item_get_label      (VlgRegisterItem *self);
/* The motion that can be opened; NULL for none, or one in the trash. */
const char      *vlg_register_item_get_motion_uid (VlgRegisterItem *self);

G_END_DECLS
