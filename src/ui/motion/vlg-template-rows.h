/* vlg-template-rows.h — what a new motion can begin with, as rows to choose from
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-office.h"
#include "vlg-template.h"

G_BEGIN_DECLS

#define VLG_TYPE_TEMPLATE_ROWS (vlg_template_rows_get_type ())
G_DECLARE_FINAL_TYPE (VlgTemplateRows, vlg_template_rows, VLG, TEMPLATE_ROWS, AdwBin)

/* An empty motion, a copy of the one shown, each template of the office; templates can be renamed and deleted (with Undo, in the toast overlay around it). Hidden while there is
 * nothing to choose. Signal `chosen` (no arguments): another one was. */

/* Fills itself from @office; @shown (may be NULL) is the motion a copy of which is offered. */
void         vlg_template_rows_load         (VlgTemplateRows *self, VlgOffice *office, VlgMotion *shown);
/* The uid of the motion to copy; NULL for none. Borrowed. */
const char  *vlg_template_rows_get_from_uid (VlgTemplateRows *self);
/* The template to begin with; NULL for none. Borrowed. */
VlgTemplate *vlg_template_rows_get_template (VlgTemplateRows *self);

G_END_DECLS
