/* vlg-settings.h — what an office has set, by name; every function runs inside a job
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-db.h"

G_BEGIN_DECLS

/* "1": a page behind the form prints the rationales of its fields of action. */
#define VLG_SETTING_RATIONALES "paper/rationales"

/* Caller owns; NULL without error where it is not set. */
char     *vlg_settings_get (VlgDb *db, const char *name, GError **error);
/* NULL takes it back to what the program does by itself. */
gboolean  vlg_settings_put (VlgDb *db, const char *name, const char *value, GError **error);

G_END_DECLS
