/* vlg-stage-deed.h — submit, return, release, withdraw, with what has to be asked
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-draft.h"

G_BEGIN_DECLS

/* Asks for a remark, which a return needs and other deeds may have, does @deed to @draft, and tells what went wrong in the window of @widget. */
void vlg_stage_deed_begin (GtkWidget *widget, VlgDraft *draft, VlgStageDeed deed);

G_END_DECLS
