/* vlg-passage.h — a titled text in the summary of a motion
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VLG_TYPE_PASSAGE (vlg_passage_get_type ())
G_DECLARE_FINAL_TYPE (VlgPassage, vlg_passage, VLG, PASSAGE, AdwBin)

/* Shows the beginning of a plain text and offers the rest; hides itself when there is none. Properties: title, text (strings). */

G_END_DECLS
