/* vlg-wrap-box.h — children beside each other, in as many lines as it takes
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VLG_TYPE_WRAP_BOX (vlg_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (VlgWrapBox, vlg_wrap_box, VLG, WRAP_BOX, GtkWidget)

/* Its children are those of its .ui. What is left of a line goes to the children of it that expand. */

/* Whether it leaves it to others how wide it is: it asks for no more than its widest child, and not for all of them in one line. */
void vlg_wrap_box_set_narrow (VlgWrapBox *self, gboolean narrow);

G_END_DECLS
