/* vlg-versions-window.h — the versions of a motion, two of them compared, any restored
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-draft.h"

G_BEGIN_DECLS

#define VLG_TYPE_VERSIONS_WINDOW (vlg_versions_window_get_type ())
G_DECLARE_FINAL_TYPE (VlgVersionsWindow, vlg_versions_window, VLG, VERSIONS_WINDOW, AdwWindow)

/* Begins with the version before today's; with @seen_by, a consultation of the motion, with the one that body met with ("what did the committee see?"). */
GtkWidget *vlg_versions_window_new (GtkWindow *parent, VlgDraft *draft, VlgConsultation *seen_by);

G_END_DECLS
