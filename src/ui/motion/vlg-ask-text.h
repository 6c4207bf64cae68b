/* vlg-ask-text.h — a line of text asked for: a name, a reason
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What is asked; all translated. */
typedef struct {
  const char            *heading;
  const char            *body;
  const char            *label;       /* of the entry */
  const char            *text;        /* what stands in it; may be NULL */
  const char            *answer;      /* of the button that does it, with mnemonic */
  AdwResponseAppearance  appearance;  /* of that button */
} VlgAskText;

/* Asks over the window of @widget. Enter does it, Escape does not. */
void  vlg_ask_text_async  (GtkWidget *widget, const VlgAskText *ask, GAsyncReadyCallback callback, gpointer user_data);
/* The normalised text, blanks at the ends dropped; NULL when the person thought better of it. Caller owns. */
char *vlg_ask_text_finish (GAsyncResult *result);

G_END_DECLS
