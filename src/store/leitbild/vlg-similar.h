/* vlg-similar.h — motions with similar words and what they chose in the Leitbild; inside a job
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-db.h"
#include "vlg-leitbild-hint.h"

G_BEGIN_DECLS

/* The motions outside the trash, other than @uid (NULL: none is left out), whose relevance is decided and whose words are most like @text; at most VLG_N_SIMILAR.
 * (element-type VlgSimilarMotion), caller owns. */
GPtrArray *vlg_similar_find (VlgDb *db, const char *text, const char *uid, GCancellable *cancellable, GError **error);

G_END_DECLS
