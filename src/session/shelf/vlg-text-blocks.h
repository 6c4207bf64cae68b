/* vlg-text-blocks.h — the office's text blocks: list, save, delete, bring back
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-office.h"
#include "vlg-snippet.h"

G_BEGIN_DECLS

/* All text blocks of the office, the last used first. (element-type VlgSnippet), caller owns. */
void        vlg_text_blocks_list_async    (VlgOffice *office, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray  *vlg_text_blocks_list_finish   (VlgOffice *office, GAsyncResult *result, GError **error);
/* Stores a new, a changed or (undo) a deleted one; name and text are normalised. VLG_ERROR_INVALID without a name or text, VLG_ERROR_CONFLICT where somebody changed it since it was
 * listed. The block as it is stored then; caller owns. */
void        vlg_text_blocks_save_async    (VlgOffice *office, VlgSnippet *snippet, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
VlgSnippet *vlg_text_blocks_save_finish   (VlgOffice *office, GAsyncResult *result, GError **error);
void        vlg_text_blocks_delete_async  (VlgOffice *office, VlgSnippet *snippet, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean    vlg_text_blocks_delete_finish (VlgOffice *office, GAsyncResult *result, GError **error);
/* Notes that it was used, so that it stands first the next time; nobody waits for it. */
void        vlg_text_blocks_touch         (VlgOffice *office, VlgSnippet *snippet);

G_END_DECLS
