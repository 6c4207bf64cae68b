/* vlg-scroll-across.h — a scroller for the width only
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets the wheel go through @scroller to the page around it, which a GtkScrolledWindow of GTK 4.8 does not do where only its width is scrolled; with Shift it scrolls the width. */
void vlg_scroll_across_only (GtkScrolledWindow *scroller);

G_END_DECLS
