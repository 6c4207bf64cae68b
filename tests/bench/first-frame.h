/* first-frame.h — says when a program's window has been drawn, and ends it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Once the first window of @application has drawn its first frame – or, with @content, what is in the database: a row of the list, the welcome where there is
 * none – prints the microseconds since @started (monotonic) and ends the process. */
void first_frame_watch (GtkApplication *application, gint64 started, gboolean content);

G_END_DECLS
