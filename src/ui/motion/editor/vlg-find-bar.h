/* vlg-find-bar.h — words found and replaced in the whole motion
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-finder.h"
#include "vlg-text-page.h"

G_BEGIN_DECLS

#define VLG_TYPE_FIND_BAR (vlg_find_bar_get_type ())
/* Properties: draft (VlgDraft or NULL), text-page (VlgTextPage: where long texts are opened), open (gboolean).
 * Signal ::show-hit (part: a VlgFinderPart, start: int, length: int, in characters): the field of the part is to be brought on the screen, and of a short one these characters selected;
 * what is in a long text the bar selects itself when its page is open.
 * Actions: find.next, find.previous, find.replace, find.replace-all, find.close. */
G_DECLARE_FINAL_TYPE (VlgFindBar, vlg_find_bar, VLG, FIND_BAR, AdwBin)

/* Opens it and puts the cursor in it; what is selected in the open text is looked for. @replace shows the row to replace, too. */
void vlg_find_bar_start (VlgFindBar *self, gboolean replace);
/* Goes on to the next hit, or to the previous one. */
void vlg_find_bar_go    (VlgFindBar *self, gboolean forward);

G_END_DECLS
