/* office-maker.h — Word and OpenDocument files made for a test
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* A ZIP archive of pairs of path and content, ended by NULL. Caller owns. */
GBytes *make_zip  (const char *path, ...) G_GNUC_NULL_TERMINATED;
/* A Word file of the elements that stand in its body, with two heading styles, a bold one, a hidden one and two lists: 1 of numbers, 2 of bullets. */
GBytes *make_docx (const char *body);
/* An OpenDocument text of the elements that stand in its body, with the styles B bold, I italic, H hidden, N a list of numbers and U of bullets. */
GBytes *make_odt  (const char *body);

/* A whole form, its two tables tables of the office program. Caller owns. */
GBytes *make_docx_form (void);
GBytes *make_odt_form  (void);
