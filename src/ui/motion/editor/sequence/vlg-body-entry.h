/* vlg-body-entry.h — the name of a body, completed from the profile
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-profile.h"

G_BEGIN_DECLS

#define VLG_TYPE_BODY_ENTRY (vlg_body_entry_get_type ())
G_DECLARE_FINAL_TYPE (VlgBodyEntry, vlg_body_entry, VLG, BODY_ENTRY, AdwBin)

/* Any name may be typed; bodies of the profile whose name or abbreviation holds what is typed are offered below (Down, Enter, Escape).
 * Properties: text (string), profile (VlgProfile), day (uint: only bodies that exist on that day are offered, 0 for all). */

G_END_DECLS
