/* vlg-stage-rules.c — which deeds lead from one stage of a motion to another
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-stage-rules.h"

#include <glib/gi18n.h>

static const struct {
  VlgStage from;
  VlgStageDeed deed;
  VlgStage to;
} rules[] = {
  { VLG_STAGE_DRAFT, VLG_STAGE_DEED_SUBMIT, VLG_STAGE_SUBMITTED },
  { VLG_STAGE_DRAFT, VLG_STAGE_DEED_WITHDRAW, VLG_STAGE_WITHDRAWN },
  { VLG_STAGE_SUBMITTED, VLG_STAGE_DEED_RETURN, VLG_STAGE_RETURNED },
  { VLG_STAGE_SUBMITTED, VLG_STAGE_DEED_RELEASE, VLG_STAGE_RELEASED },
  { VLG_STAGE_SUBMITTED, VLG_STAGE_DEED_WITHDRAW, VLG_STAGE_WITHDRAWN },
  { VLG_STAGE_RETURNED, VLG_STAGE_DEED_SUBMIT, VLG_STAGE_SUBMITTED },
  { VLG_STAGE_RETURNED, VLG_STAGE_DEED_WITHDRAW, VLG_STAGE_WITHDRAWN },
  { VLG_STAGE_RELEASED, VLG_STAGE_DEED_WITHDRAW, VLG_STAGE_WITHDRAWN },
  { VLG_STAGE_RELEASED, VLG_STAGE_DEED_REOPEN, VLG_STAGE_DRAFT },
  { VLG_STAGE_WITHDRAWN, VLG_STAGE_DEED_REOPEN, VLG_STAGE_DRAFT },
};

static const struct {
  const char *word;
  const char *label;
  gboolean checks;
  gboolean remark;
} deeds[VLG_N_STAGE_DEEDS] = {
  [VLG_STAGE_DEED_SUBMIT]   = { "submitted", N_("Submit"), TRUE, FALSE },
  [VLG_STAGE_DEED_RETURN]   = { "returned", N_("Return"), FALSE, TRUE },
  [VLG_STAGE_DEED_RELEASE]  = { "released", N_("Release"), TRUE, FALSE },
  [VLG_STAGE_DEED_WITHDRAW] = { "withdrawn", N_("Withdraw"), FALSE, FALSE },
  [VLG_STAGE_DEED_REOPEN]   = { "reopened", N_("Reopen"), FALSE, FALSE },
};

gboolean
vlg_stage_rules_lookup (VlgStage      from,
                        VlgStageDeed  deed,
                        VlgStage     *to)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      if (rules[i].from != from || rules[i].deed != deed)
        continue;
      if (to != NULL)
        *to = rules[i].to;
      return TRUE;
    }

  return FALSE;
}

gboolean
vlg_stage_rules_needs_checks (VlgStageDeed deed)
{
  g_return_val_if_fail ((guint) deed < VLG_N_STAGE_DEEDS, TRUE);

  return deeds[deed].checks;
}

gboolean
vlg_stage_rules_needs_remark (VlgStageDeed deed)
{
  g_return_val_if_fail ((guint) deed < VLG_N_STAGE_DEEDS, TRUE);

  return deeds[deed].remark;
}

const char *
vlg_stage_rules_get_word (VlgStageDeed deed)
{
  g_return_val_if_fail ((guint) deed < VLG_N_STAGE_DEEDS, "");

  return deeds[deed].word;
}

const char *
vlg_stage_rules_get_label (VlgStageDeed deed)
{
  g_return_val_if_fail ((guint) deed < VLG_N_STAGE_DEEDS, "");

  return _(deeds[deed].label);
}
