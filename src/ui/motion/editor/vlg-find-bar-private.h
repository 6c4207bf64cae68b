/* vlg-find-bar-private.h — what the files of the find bar share
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-find-bar.h"

G_BEGIN_DECLS

struct _VlgFindBar {
  AdwBin parent_instance;

  /* template widgets */
  GtkSearchBar    *bar;
  GtkSearchEntry  *entry;
  GtkEntry        *replacement;
  GtkToggleButton *case_button;
  GtkToggleButton *replace_button;
  GtkLabel        *count;

  /* owned */
  VlgDraft     *draft;
  VlgTextPage  *page;
  GSignalGroup *draft_signals;
  VlgMatcher   *matcher;   /* or NULL */
  GPtrArray    *parts;     /* VlgFinderPart: what was searched */
  GArray       *hits;      /* VlgFinderHit: what was found */
  GCancellable *searching;
  guint         again_source;

  gboolean open;
  gboolean stale;     /* the motion has changed since */
  int      current;   /* of the hits, or -1 */
  int      wanted;    /* where to go when it is found: 1, -1, or 0 */
  gboolean replacing; /* what to do then */
};

/* The view of the text that is open; borrowed. */
VlgTextView *vlg_find_bar_get_view     (VlgFindBar *self);
/* Whether @part is that text. */
gboolean     vlg_find_bar_is_open_part (VlgFindBar *self, const VlgFinderPart *part);
/* Has what was typed there in the motion. */
void         vlg_find_bar_flush        (VlgFindBar *self);
/* Goes @by hits on, from where the cursor is. */
void         vlg_find_bar_move         (VlgFindBar *self, int by);
/* Searches anew, in a thread. */
void         vlg_find_bar_search       (VlgFindBar *self);

/* Replaces the hit that is shown and goes on to the next; in vlg-find-bar-replace.c, as what follows. */
void         vlg_find_bar_replace      (VlgFindBar *self);
/* Replaces all, with a toast that takes it back. */
void         vlg_find_bar_replace_all  (VlgFindBar *self);

G_END_DECLS
