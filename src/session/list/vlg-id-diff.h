/* vlg-id-diff.h — what became of an ordered vector of ids
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* At @position (as it is after the edits before this one) @removed ids go and @added ids of the new vector, from the same position on, come. */
typedef struct {
  guint position;
  guint removed;
  guint added;
} VlgIdEdit;

/* The edits that turn @old into @new, in order of position: few and small ones where rows were added, removed or moved, one for everything between the common
 * beginning and end otherwise. (element-type VlgIdEdit), caller owns. */
GArray *vlg_id_diff (const gint64 *old_ids, guint n_old, const gint64 *new_ids, guint n_new);

G_END_DECLS
