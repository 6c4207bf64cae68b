/* keyboard.h — real keys: through the X server, to whichever of the program's windows is on top
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/* Puts a German keyboard on the display; FALSE where that cannot be done. */
gboolean   keyboard_use_german (void);
/* The window the keys go to: the one that is modal, else the first. Borrowed. */
GtkWindow *keyboard_get_window (void);
/* Presses a key with modifiers held down, and lets the program answer. */
void       keyboard_press      (guint keyval, GdkModifierType state);
/* Types a text; a line end is Return. Fails the test at a character without a key. */
void       keyboard_type       (const char *text);
/* Takes the keys away from the program, as another program's window does; the next key gives them back. */
void       keyboard_look_away  (void);
/* Presses Tab until the focus is on a widget with this title, label or tooltip, or inside it; fails the test when it goes round without. */
void       keyboard_tab_to     (const char *name);
/* The same, to the next widget of a type. */
void       keyboard_tab_into   (GType type);
/* Whether the focus is there. */
gboolean   keyboard_is_at      (const char *name);
