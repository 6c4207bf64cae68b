/* vlg-kinds.h — the closed sets of words: stages, results, roles
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Each enumeration is stored and exchanged by its GEnum nick ("adopted-with-changes"). */

typedef enum {
  VLG_STAGE_DRAFT,
  VLG_STAGE_SUBMITTED,
  VLG_STAGE_RETURNED,
  VLG_STAGE_RELEASED,
  VLG_STAGE_WITHDRAWN,
} VlgStage;

/* What a person reads; derived by vlg_motion_get_state(), never stored by hand. */
typedef enum {
  VLG_STATE_DRAFT,
  VLG_STATE_SUBMITTED,
  VLG_STATE_RETURNED,
  VLG_STATE_RELEASED,
  VLG_STATE_IN_CONSULTATION,
  VLG_STATE_ADOPTED,
  VLG_STATE_ADOPTED_WITH_CHANGES,
  VLG_STATE_REJECTED,
  VLG_STATE_NOTED,
  VLG_STATE_EXECUTED,
  VLG_STATE_DONE,
  VLG_STATE_WITHDRAWN,
} VlgState;

typedef enum {
  VLG_VISIBILITY_UNDECIDED,
  VLG_VISIBILITY_PUBLIC,
  VLG_VISIBILITY_NON_PUBLIC,
} VlgVisibility;

typedef enum {
  VLG_ROLE_NONE,
  VLG_ROLE_HEARING,
  VLG_ROLE_PRELIMINARY,
  VLG_ROLE_DECISION,
  VLG_ROLE_INFORMATION,
} VlgRole;

typedef enum {
  VLG_RESULT_NONE,
  VLG_RESULT_ADOPTED,
  VLG_RESULT_ADOPTED_WITH_CHANGES,
  VLG_RESULT_RECOMMENDED,
  VLG_RESULT_RECOMMENDED_WITH_CHANGES,
  VLG_RESULT_REJECTED,
  VLG_RESULT_NOTED,
  VLG_RESULT_POSTPONED,
  VLG_RESULT_HELD_BACK,
  VLG_RESULT_REFERRED,
  VLG_RESULT_REMOVED,
  VLG_RESULT_NOT_DEALT_WITH,
  VLG_RESULT_WITHDRAWN,
} VlgResult;

typedef enum {
  VLG_RELATION_MENTIONS,
  VLG_RELATION_AMENDS,
  VLG_RELATION_REPLACES,
  VLG_RELATION_SUPPLEMENTS,
  VLG_RELATION_ANSWERS,
  VLG_RELATION_REPEALS,
} VlgRelationKind;

typedef enum {
  VLG_RELEVANCE_UNDECIDED,
  VLG_RELEVANCE_RELEVANT,
  VLG_RELEVANCE_NOT_RELEVANT,
} VlgRelevance;

/* Which signature block of the form a signatory stands in. */
typedef enum {
  VLG_BLOCK_SUBMITTER,
  VLG_BLOCK_COUNCIL,
} VlgBlock;

typedef enum {
  VLG_BODY_COUNCIL,
  VLG_BODY_COMMITTEE,
  VLG_BODY_STAFF,
  VLG_BODY_LOCAL_COUNCIL,
} VlgBodyKind;

typedef enum {
  VLG_SEVERITY_HINT,
  VLG_SEVERITY_WARNING,
  VLG_SEVERITY_BLOCKING,
} VlgSeverity;

/* The nick of @value in the registered enumeration @type; static. */
const char *vlg_enum_to_nick   (GType type, int value);
/* Reads a nick into @value; FALSE (and @value untouched) when @type has none such. */
gboolean    vlg_enum_from_nick (GType type, const char *nick, int *value);

/* Translated words for people; static. */
const char *vlg_stage_get_label      (VlgStage stage);
const char *vlg_state_get_label      (VlgState state);
const char *vlg_visibility_get_label (VlgVisibility visibility);
const char *vlg_relevance_get_label  (VlgRelevance relevance);
const char *vlg_role_get_label       (VlgRole role);
const char *vlg_relation_kind_get_label (VlgRelationKind kind);
const char *vlg_result_get_label     (VlgResult result);
const char *vlg_severity_get_label   (VlgSeverity severity);

/* Reads how a German record words a result ("ungeändert beschlossen", "mehrheitlich abgelehnt", "Kenntnis genommen",
 * "zurückgestellt"); VLG_RESULT_NONE when the wording is not understood. */
VlgResult   vlg_result_parse (const char *wording);
/* Whether the item left the body with this result for good, so that the sequence goes on (postponed, held back, not dealt with do not). */
gboolean    vlg_result_is_final (VlgResult result);

G_END_DECLS
