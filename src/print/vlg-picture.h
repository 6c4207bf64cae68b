/* vlg-picture.h — a picture from a file, for drawing
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* A PNG, SVG or another picture the system knows, scaled to at most @pixels in width and height. VLG_ERROR_DAMAGED. Any thread. Caller owns. */
cairo_surface_t *vlg_picture_load (GBytes *bytes, int pixels, GError **error);

G_END_DECLS
