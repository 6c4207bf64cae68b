/* vlg-snippets.h — the office's text blocks; every function runs inside a job
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-db.h"
#include "vlg-snippet.h"

G_BEGIN_DECLS

/* All of them, the last used first. (element-type VlgSnippet), caller owns. */
GPtrArray  *vlg_snippets_list   (VlgDb *db, GError **error);
/* Stores @snippet: a new one, one that was deleted before, or a change of the one stored at its changed-at. VLG_ERROR_INVALID without a name or text, VLG_ERROR_CONFLICT where
 * somebody changed it since. The snippet as it is stored then; caller owns. */
VlgSnippet *vlg_snippets_save   (VlgDb *db, VlgSnippet *snippet, GError **error);
/* Deletes it; one that is not there is no error. */
gboolean    vlg_snippets_delete (VlgDb *db, const char *uid, GError **error);
/* Notes that it was used now. */
gboolean    vlg_snippets_touch  (VlgDb *db, const char *uid, GError **error);

G_END_DECLS
