/* vlg-text-place.h — where a stretch of a line stands on the screen
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lines are those of the buffer, stretches of them in bytes, as of vlg_text_place_dup_line(). */

/* The text of the line without its end. Caller owns. */
char *vlg_text_place_dup_line     (GtkTextBuffer *buffer, guint line);
void  vlg_text_place_get_iters    (GtkTextBuffer *buffer, guint line, guint start, guint end, GtkTextIter *from, GtkTextIter *to);
/* The first and the last line of which something is to be seen. */
void  vlg_text_place_get_visible  (GtkTextView *view, guint *first, guint *last);
/* Calls @func with the rectangles of the stretch in buffer coordinates, one for each row it is broken into, and only for those on the screen. */
void  vlg_text_place_for_each_box (GtkTextView *view, guint line, guint start, guint end, void (*func) (const GdkRectangle *place, gpointer data), gpointer data);

G_END_DECLS
