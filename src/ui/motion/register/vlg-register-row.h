/* vlg-register-row.h — a number of the register in its list
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-register-item.h"

G_BEGIN_DECLS

#define VLG_TYPE_REGISTER_ROW (vlg_register_row_get_type ())
G_DECLARE_FINAL_TYPE (VlgRegisterRow, vlg_register_row, VLG, REGISTER_ROW, AdwBin)

/* Property: item (VlgRegisterItem or NULL). Its button calls register.void (s: the number) of an ancestor. */

G_END_DECLS
