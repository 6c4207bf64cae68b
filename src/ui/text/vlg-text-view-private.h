/* vlg-text-view-private.h — what the files of the view of a text share
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-text-spelling.h"
#include "vlg-text-view.h"

G_BEGIN_DECLS

struct _VlgTextView {
  GtkTextView parent_instance;

  /* owned */
  VlgTextSpelling *spelling;
  VlgMatcher      *matcher;   /* or NULL */
  GCancellable    *inserting; /* of files on their way into the text that is shown */
};

/* Lets the copying, cutting and pasting of @klass be that of a text with a form; in vlg-text-view-clipboard.c. */
void vlg_text_view_class_install_clipboard (GtkTextViewClass *klass);

G_END_DECLS
