/* vlg-window.h — the main window
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-motions-page.h"
#include "vlg-office.h"

G_BEGIN_DECLS

#define VLG_TYPE_WINDOW (vlg_window_get_type ())
G_DECLARE_FINAL_TYPE (VlgWindow, vlg_window, VLG, WINDOW, AdwApplicationWindow)

/**
 * VlgWindow:
 *
 * Shows itself before the database is open and fills when it is. There may be several over one office. Actions: win.import, win.import-sample, win.new-motion, win.new-window, win.show-in-new-window (s: a uid), win.number-register, win.view (s: "motions", "leitbild"), win.shortcuts, win.about.
 */
VlgWindow      *vlg_window_new        (GtkApplication *application);
/* The database is open. */
void            vlg_window_set_office (VlgWindow *self, VlgOffice *office);
/* The database could not be opened: the window says so instead, with @message, and offers to quit. */
void            vlg_window_set_failed (VlgWindow *self, const char *message);
/* Imports @files (GFile); once the database is open. */
void            vlg_window_import     (VlgWindow *self, GPtrArray *files);
VlgMotionsPage *vlg_window_get_page   (VlgWindow *self);
/* The name of what is shown: "motions", "leitbild", "welcome" or "failed". */
const char     *vlg_window_get_view   (VlgWindow *self);
gboolean        vlg_window_is_busy    (VlgWindow *self);

G_END_DECLS
