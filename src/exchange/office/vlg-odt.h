/* vlg-odt.h — the text of an OpenDocument file
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-office-text.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Reads content.xml and the styles of styles.xml (may be NULL) into @text: tracked deletions, hidden texts and comments are left out, and notes, which
 * have no place on the form. VLG_ERROR_DAMAGED. */
gboolean vlg_odt_read (GBytes *content, GBytes *styles, const char *name, VlgOfficeText *text, GError **error);

G_END_DECLS
