/* vlg-application.h — the application
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-store.h"

G_BEGIN_DECLS

#define VLG_TYPE_APPLICATION (vlg_application_get_type ())
G_DECLARE_FINAL_TYPE (VlgApplication, vlg_application, VLG, APPLICATION, AdwApplication)

typedef VlgStore *(*VlgApplicationOpener) (const char *path, GError **error);

/* @open makes the concrete store of a database path (NULL: the default). Handles --database FILE and file arguments (imported). Caller owns. */
VlgApplication *vlg_application_new (VlgApplicationOpener open);

G_END_DECLS
