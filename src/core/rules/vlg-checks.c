/* vlg-checks.c — runs the rules over a motion
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-checks.h"

#include "vlg-checks-private.h"
#include "vlg-string.h"

static const VlgCheckFunc checks[] = {
  vlg_checks_title_missing,
  vlg_checks_resolution_missing,
  vlg_checks_reasoning_missing,
  vlg_checks_annex_absent,
  vlg_checks_unrecognised_kept,
  vlg_checks_deciding_body_missing,
  vlg_checks_deciding_body_not_last,
  vlg_checks_body_missing,
  vlg_checks_body_unknown,
  vlg_checks_body_may_not_decide,
  vlg_checks_dates_out_of_order,
  vlg_checks_date_on_holiday,
  vlg_checks_date_on_weekend,
  vlg_checks_same_evening_twice,
  vlg_checks_votes_above_seats,
  vlg_checks_votes_above_present,
  vlg_checks_result_against_votes,
  vlg_checks_leitbild_undecided,
  vlg_checks_leitbild_contradictory,
  vlg_checks_leitbild_field_without_goal,
  vlg_checks_leitbild_goal_without_field,
  vlg_checks_leitbild_not_in_catalogue,
  vlg_checks_visibility_of_rows,
  vlg_checks_visibility_of_bodies,
  vlg_checks_visibility_of_annexes,
};

void
vlg_checks_add (GPtrArray   *findings,
                const char  *rule,
                VlgSeverity  severity,
                VlgField     field,
                int          row,
                char        *message,
                const char  *remedy)
{
  g_ptr_array_add (findings, vlg_finding_new (rule, severity, field, row, message, remedy));
  g_free (message);
}

VlgBody *
vlg_checks_find_body (VlgProfile      *profile,
                      VlgConsultation *consultation)
{
  VlgBody *body = vlg_profile_find_body_by_uid (profile, vlg_consultation_get_body_uid (consultation));
  VlgDay day = vlg_consultation_get_day (consultation);
  g_autofree char *folded = NULL;
  GListModel *bodies;

  if (body == NULL)
    body = vlg_profile_find_body (profile, vlg_consultation_get_body (consultation));
  if (body == NULL || vlg_body_is_valid_on (body, day))
    return body;

  /* Another body may have borne the same name on that day. */
  folded = vlg_string_fold (vlg_body_get_name (body));
  bodies = vlg_profile_get_bodies (profile);
  for (guint i = 0; i < g_list_model_get_n_items (bodies); i++)
    {
      g_autoptr(VlgBody) other = g_list_model_get_item (bodies, i);
      g_autofree char *name = vlg_string_fold (vlg_body_get_name (other));

      if (g_str_equal (name, folded) && vlg_body_is_valid_on (other, day))
        return other;
    }

  return body;
}

/* By field, then the gravest first, then by row; the sort keeps the order of the rules otherwise. */
static int
compare_findings (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  VlgFinding *x = *(VlgFinding **) a;
  VlgFinding *y = *(VlgFinding **) b;

  if (vlg_finding_get_field (x) != vlg_finding_get_field (y))
    return vlg_finding_get_field (x) < vlg_finding_get_field (y) ? -1 : 1;
  if (vlg_finding_get_severity (x) != vlg_finding_get_severity (y))
    return vlg_finding_get_severity (x) > vlg_finding_get_severity (y) ? -1 : 1;

  return vlg_finding_get_row (x) - vlg_finding_get_row (y);
}

GPtrArray *
vlg_checks_run (VlgMotion  *motion,
                VlgProfile *profile)
{
  g_return_val_if_fail (VLG_IS_PROFILE (profile), NULL);

  return vlg_checks_run_beside (motion, profile, vlg_profile_get_leitbild (profile));
}

GPtrArray *
vlg_checks_run_beside (VlgMotion   *motion,
                       VlgProfile  *profile,
                       VlgLeitbild *present)
{
  g_autoptr(GPtrArray) findings = NULL;

  g_return_val_if_fail (VLG_IS_MOTION (motion), NULL);
  g_return_val_if_fail (VLG_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (VLG_IS_LEITBILD (present), NULL);

  findings = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    checks[i] (motion, profile, findings);
  vlg_checks_leitbild_outdated (motion, profile, present, findings);
  /* Stable, unlike what its name suggests: g_qsort_with_data() merges. */
  g_ptr_array_sort_with_data (findings, compare_findings, NULL);

  return g_steal_pointer (&findings);
}

gboolean
vlg_checks_has_blocking (GPtrArray *findings)
{
  g_return_val_if_fail (findings != NULL, FALSE);

  for (guint i = 0; i < findings->len; i++)
    {
      if (vlg_finding_get_severity (g_ptr_array_index (findings, i)) == VLG_SEVERITY_BLOCKING)
        return TRUE;
    }

  return FALSE;
}
