/* vlg-kinds.c — the closed sets of words: stages, results, roles
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-kinds.h"

#include <glib/gi18n.h>

static const char * const stage_labels[] = {
  [VLG_STAGE_DRAFT] = N_("Draft"),
  [VLG_STAGE_SUBMITTED] = N_("Submitted"),
  [VLG_STAGE_RETURNED] = N_("Returned"),
  [VLG_STAGE_RELEASED] = N_("Released"),
  [VLG_STAGE_WITHDRAWN] = N_("Withdrawn"),
};

static const char * const state_labels[] = {
  [VLG_STATE_DRAFT] = N_("Draft"),
  [VLG_STATE_SUBMITTED] = N_("Submitted"),
  [VLG_STATE_RETURNED] = N_("Returned"),
  [VLG_STATE_RELEASED] = N_("Released"),
  [VLG_STATE_IN_CONSULTATION] = N_("In consultation"),
  [VLG_STATE_ADOPTED] = N_("Adopted unchanged"),
  [VLG_STATE_ADOPTED_WITH_CHANGES] = N_("Adopted with changes"),
  [VLG_STATE_REJECTED] = N_("Rejected"),
  [VLG_STATE_NOTED] = N_("Noted"),
  [VLG_STATE_EXECUTED] = N_("Executed"),
  [VLG_STATE_DONE] = N_("Done"),
  [VLG_STATE_WITHDRAWN] = N_("Withdrawn"),
};

static const char * const visibility_labels[] = {
  [VLG_VISIBILITY_UNDECIDED] = N_("Public or not undecided"),
  [VLG_VISIBILITY_PUBLIC] = N_("Public"),
  [VLG_VISIBILITY_NON_PUBLIC] = N_("Non-public"),
};

static const char * const relevance_labels[] = {
  [VLG_RELEVANCE_UNDECIDED] = N_("Leitbild not decided"),
  [VLG_RELEVANCE_RELEVANT] = N_("Relevant to the Leitbild"),
  [VLG_RELEVANCE_NOT_RELEVANT] = N_("Not relevant to the Leitbild"),
};

static const char * const role_labels[] = {
  [VLG_ROLE_NONE] = N_("No role"),
  [VLG_ROLE_HEARING] = N_("Hearing"),
  [VLG_ROLE_PRELIMINARY] = N_("Preliminary consultation"),
  [VLG_ROLE_DECISION] = N_("Decision"),
  [VLG_ROLE_INFORMATION] = N_("Information"),
};

static const char * const relation_kind_labels[] = {
  [VLG_RELATION_MENTIONS] = N_("Mentions"),
  [VLG_RELATION_AMENDS] = N_("Amends"),
  [VLG_RELATION_REPLACES] = N_("Replaces"),
  [VLG_RELATION_SUPPLEMENTS] = N_("Supplements"),
  [VLG_RELATION_ANSWERS] = N_("Answers"),
  [VLG_RELATION_REPEALS] = N_("Repeals"),
};

static const char * const result_labels[] = {
  [VLG_RESULT_NONE] = N_("No result yet"),
  [VLG_RESULT_ADOPTED] = N_("Adopted unchanged"),
  [VLG_RESULT_ADOPTED_WITH_CHANGES] = N_("Adopted with changes"),
  [VLG_RESULT_RECOMMENDED] = N_("Recommended"),
  [VLG_RESULT_RECOMMENDED_WITH_CHANGES] = N_("Recommended with changes"),
  [VLG_RESULT_REJECTED] = N_("Rejected"),
  [VLG_RESULT_NOTED] = N_("Noted"),
  [VLG_RESULT_POSTPONED] = N_("Postponed"),
  [VLG_RESULT_HELD_BACK] = N_("Held back"),
  [VLG_RESULT_REFERRED] = N_("Referred"),
  [VLG_RESULT_REMOVED] = N_("Removed from agenda"),
  [VLG_RESULT_NOT_DEALT_WITH] = N_("Not dealt with"),
  [VLG_RESULT_WITHDRAWN] = N_("Withdrawn"),
};

static const char * const severity_labels[] = {
  [VLG_SEVERITY_HINT] = N_("Hint"),
  [VLG_SEVERITY_WARNING] = N_("Warning"),
  [VLG_SEVERITY_BLOCKING] = N_("Must be mended"),
};

#define LABEL_OF(labels, value) \
  ((guint) (value) < G_N_ELEMENTS (labels) ? _(labels[(value)]) : "")

const char *
vlg_enum_to_nick (GType type,
                  int   value)
{
  g_autoptr (GEnumClass) class = g_type_class_ref (type);
  GEnumValue *entry = g_enum_get_value (class, value);

  g_return_val_if_fail (entry != NULL, NULL);

  /* Static: the types are never unloaded. */
  return entry->value_nick;
}

gboolean
vlg_enum_from_nick (GType       type,
                    const char *nick,
                    int        *value)
{
  g_autoptr (GEnumClass) class = g_type_class_ref (type);
  GEnumValue *entry = nick ? g_enum_get_value_by_nick (class, nick) : NULL;

  if (entry == NULL)
    return FALSE;

  *value = entry->value;

  return TRUE;
}

const char *
vlg_stage_get_label (VlgStage stage)
{
  return LABEL_OF (stage_labels, stage);
}

const char *
vlg_state_get_label (VlgState state)
{
  return LABEL_OF (state_labels, state);
}

const char *
vlg_visibility_get_label (VlgVisibility visibility)
{
  return LABEL_OF (visibility_labels, visibility);
}

const char *
vlg_relevance_get_label (VlgRelevance relevance)
{
  return LABEL_OF (relevance_labels, relevance);
}

const char *
vlg_role_get_label (VlgRole role)
{
  return LABEL_OF (role_labels, role);
}

const char *
vlg_relation_kind_get_label (VlgRelationKind kind)
{
  return LABEL_OF (relation_kind_labels, kind);
}

const char *
vlg_result_get_label (VlgResult result)
{
  return LABEL_OF (result_labels, result);
}

const char *
vlg_severity_get_label (VlgSeverity severity)
{
  return LABEL_OF (severity_labels, severity);
}

gboolean
vlg_result_is_final (VlgResult result)
{
  switch (result)
    {
      case VLG_RESULT_ADOPTED:
      case VLG_RESULT_ADOPTED_WITH_CHANGES:
      case VLG_RESULT_RECOMMENDED:
      case VLG_RESULT_RECOMMENDED_WITH_CHANGES:
      case VLG_RESULT_REJECTED:
      case VLG_RESULT_NOTED:
      case VLG_RESULT_REFERRED:
      case VLG_RESULT_REMOVED:
      case VLG_RESULT_WITHDRAWN:
        return TRUE;
      case VLG_RESULT_NONE:
      case VLG_RESULT_POSTPONED:
      case VLG_RESULT_HELD_BACK:
      case VLG_RESULT_NOT_DEALT_WITH:
      default:
        return FALSE;
    }
}
