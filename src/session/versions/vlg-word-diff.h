/* vlg-word-diff.h — two texts compared word by word
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  VLG_RUN_EQUAL,
  VLG_RUN_REMOVED,
  VLG_RUN_ADDED,
} VlgRunKind;

/* A stretch of words that both texts have, or only one of them. */
typedef struct {
  VlgRunKind kind;
  char *text;
} VlgRun;

/* The runs that make @from and @to: equal and removed ones joined are @from, equal and added ones @to; of one place the removed run stands first. Words, single marks, line ends and
 * stretches of blanks are compared as wholes; blanks between changed words belong to the change. No empty run. Any thread. (element-type VlgRun), caller owns. */
GPtrArray *vlg_word_diff      (const char *from, const char *to);
/* The same runs with the middle of long equal ones left out: about @context characters stay beside a change, "…" stands for the rest. (element-type VlgRun), caller owns. */
GPtrArray *vlg_word_diff_trim (GPtrArray *runs, guint context);

G_END_DECLS
