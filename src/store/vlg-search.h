/* vlg-search.h — the full-text index, whatever the engine; every function runs inside a job
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "vlg-db.h"
#include "vlg-motion.h"

G_BEGIN_DECLS

/* Indexes @motion, stored under @motion_id, replacing what was indexed of it when @replace. */
gboolean vlg_search_put       (VlgDb *db, gint64 motion_id, VlgMotion *motion, gboolean replace, GError **error);
/* Takes a motion out of the index (trash). */
gboolean vlg_search_remove    (VlgDb *db, gint64 motion_id, GError **error);
/* Whether the motion @id, found by its words, is wanted; FALSE with @error set fails the search. */
typedef gboolean (*VlgSearchTest) (gint64 id, gpointer data, GError **error);
/* Appends the ids of up to @limit motions (0: all) that contain every word of @words as typed, the last one as a prefix, newest first, and pass @test (NULL: all do).
 * (element-type gint64) */
gboolean vlg_search_query     (VlgDb *db, const char *words, VlgSearchTest test, gpointer data, guint limit, GArray *ids, GCancellable *cancellable, GError **error);
/* Appends the ids of at most @limit motions that pass @test and whose titles and texts share the most telling words with @text, the most alike (BM25) first. Ends soon after @cancellable was
 * cancelled: G_IO_ERROR_CANCELLED. */
gboolean vlg_search_rank      (VlgDb *db, const char *text, VlgSearchTest test, gpointer data, guint limit, GArray *ids, GCancellable *cancellable, GError **error);
/* Whether motions wait to be indexed; @waiting is set. */
gboolean vlg_search_is_behind (VlgDb *db, gboolean *waiting, GError **error);
/* Indexes a motion that waits. */
gboolean vlg_search_catch_up  (VlgDb *db, GError **error);
/* The engine's expression for @words, NULL when they hold no letter or digit. Caller owns. */
char    *vlg_search_express   (const char *words);

G_END_DECLS
