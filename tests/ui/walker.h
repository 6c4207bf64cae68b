/* walker.h — goes over everything that can be operated in a window or popover, as a screen reader, the Tab key and a narrow screen do
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/* Each of them tells every fault it finds below @root (a window, a popover or a page in a window) under the name of the @place and lets the test fail, but go on. Needs GTK_A11Y=test. */

/* What can be focused or clicked has a name that a screen reader reads; a tooltip is none. */
void walker_check_names (GtkWidget *root, const char *place);
/* Tab alone comes to everything that can be operated (arrow keys, inside of lists and groups of choices), goes on from everywhere, and nothing that takes the mouse refuses the keyboard. */
void walker_check_tab   (GtkWidget *root, const char *place);
/* @root fits into so many pixels. */
void walker_check_width (GtkWidget *root, const char *place, int limit);
/* The same with letters half as large again, as a person with weak eyes sets them for the whole desktop. */
void walker_check_large (GtkWidget *root, const char *place, int limit);
