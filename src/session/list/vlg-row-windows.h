/* vlg-row-windows.h — rows of a long list, read in windows when they are looked at
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-motion-summary.h"
#include "vlg-store.h"

G_BEGIN_DECLS

/* Rows read at once. */
#define VLG_ROW_WINDOW 64
/* Windows kept; the one that was not looked at for longest goes first. */
#define VLG_ROW_WINDOWS_KEPT 64

#define VLG_TYPE_ROW_WINDOWS (vlg_row_windows_get_type ())
G_DECLARE_FINAL_TYPE (VlgRowWindows, vlg_row_windows, VLG, ROW_WINDOWS, GObject)

/* A cache of VlgMotionSummary by row id. Nothing here waits for the disk. Belongs to the main context it was made in.
 * Signals: `loaded` (uint tag, GArray of gint64): rows that are new or differ from what was kept; `failed` (GError). Caller owns. */
VlgRowWindows    *vlg_row_windows_new        (VlgStore *store);
/* Ends all reading for good; the owner calls it when it goes. */
void              vlg_row_windows_close      (VlgRowWindows *self);
/* The row @id, perhaps stale, or NULL when it has to be requested. Borrowed. */
VlgMotionSummary *vlg_row_windows_peek       (VlgRowWindows *self, gint64 id);
/* Whether the row @id is there and was read after the last vlg_row_windows_mark_stale(). */
gboolean          vlg_row_windows_is_fresh   (VlgRowWindows *self, gint64 id);
/* Reads @n_ids rows when the reader is free, the latest request first. @tag comes back with `loaded`; a request with the tag of one that waits replaces it. */
void              vlg_row_windows_request    (VlgRowWindows *self, guint tag, const gint64 *ids, guint n_ids);
/* Counts the changes of the store that were told; what is read elsewhere is handed in with the count from before it was read. */
guint             vlg_row_windows_get_generation (VlgRowWindows *self);
/* Keeps rows that were read elsewhere (element-type VlgMotionSummary). Returns the ids that are new or differ; (element-type gint64), caller owns. */
GArray           *vlg_row_windows_put        (VlgRowWindows *self, GPtrArray *summaries, guint generation);
/* The store changed: what is kept may still be shown, but is read again when requested. */
void              vlg_row_windows_mark_stale (VlgRowWindows *self);
/* The id of the kept row with @uid, 0 for none. */
gint64            vlg_row_windows_find       (VlgRowWindows *self, const char *uid);
/* Windows read so far; for tests and benchmarks. */
guint             vlg_row_windows_get_n_reads (VlgRowWindows *self);

G_END_DECLS
