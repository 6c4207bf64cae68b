/* vlg-stage-rules.h — which deeds lead from one stage of a motion to another
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "vlg-kinds.h"

G_BEGIN_DECLS

typedef enum {
  VLG_STAGE_DEED_SUBMIT,    /* draft, returned → submitted */
  VLG_STAGE_DEED_RETURN,    /* submitted → returned, with a remark */
  VLG_STAGE_DEED_RELEASE,   /* submitted → released; the number is issued */
  VLG_STAGE_DEED_WITHDRAW,  /* draft, submitted, returned, released → withdrawn */
  VLG_STAGE_DEED_REOPEN,    /* withdrawn → draft; released → draft while no body has dealt with it */
} VlgStageDeed;

#define VLG_N_STAGE_DEEDS (VLG_STAGE_DEED_REOPEN + 1)

/* Whether @deed is possible in stage @from, and where it leads (@to may be NULL). */
gboolean    vlg_stage_rules_lookup       (VlgStage from, VlgStageDeed deed, VlgStage *to);
/* Whether the deed is refused while a finding blocks: submit and release. */
gboolean    vlg_stage_rules_needs_checks (VlgStageDeed deed);
/* Whether the deed is refused without a remark: return. */
gboolean    vlg_stage_rules_needs_remark (VlgStageDeed deed);
/* The word of the journal: "submitted", "returned", "released", "withdrawn", "reopened"; static. */
const char *vlg_stage_rules_get_word     (VlgStageDeed deed);
/* A translated label for a button; static. */
const char *vlg_stage_rules_get_label    (VlgStageDeed deed);

G_END_DECLS
