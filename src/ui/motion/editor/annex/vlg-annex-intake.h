/* vlg-annex-intake.h — files on their way into the annexes, one after the other
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "vlg-annex-files.h"
#include "vlg-draft.h"

G_BEGIN_DECLS

#define VLG_TYPE_ANNEX_INTAKE (vlg_annex_intake_get_type ())
G_DECLARE_FINAL_TYPE (VlgAnnexIntake, vlg_annex_intake, VLG, ANNEX_INTAKE, AdwBin)

/**
 * VlgAnnexIntake:
 *
 * Shows how far the files are while there are some, with a button to give up; nothing else. Signal `stored` (VlgDraft, VlgAnnex or NULL, VlgAnnexFile): a file of that draft
 * lies in the store, for that annex or a new one. What could not be stored is told over the window, all of it at once.
 */

/* @annex: the one whose file it replaces, NULL for a new one. */
void vlg_annex_intake_add (VlgAnnexIntake *self, VlgDraft *draft, VlgAnnex *annex, GFile *file);

G_END_DECLS
