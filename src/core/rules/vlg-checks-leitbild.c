/* vlg-checks-leitbild.c — rules over the Leitbild table
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "vlg-catalogue-rules.h"
#include "vlg-checks.h"
#include "vlg-checks-private.h"

/* The name of a mark's field as printed, or its key where the catalogue does not know it. */
static const char *
field_name (VlgProfile *profile,
            VlgMark    *mark)
{
  VlgActionField *field = vlg_leitbild_find_field (vlg_profile_get_leitbild (profile), vlg_mark_get_field (mark));

  return field != NULL ? vlg_action_field_get_name (field) : vlg_mark_get_field (mark);
}

/* Whether a field is ticked or, with @goals_too, has goals. */
static gboolean
any_mark (VlgMotion *motion,
          gboolean   goals_too)
{
  GListModel *marks = G_LIST_MODEL (vlg_motion_get_marks (motion));

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr(VlgMark) mark = g_list_model_get_item (marks, i);

      if (vlg_mark_get_ticked (mark) || (goals_too && *vlg_mark_get_goals (mark) != NULL))
        return TRUE;
    }

  return FALSE;
}

void
vlg_checks_leitbild_undecided (VlgMotion  *motion,
                               VlgProfile *profile,
                               GPtrArray  *findings)
{
  const VlgMotionKind *kind = vlg_profile_find_kind (profile, vlg_motion_get_kind (motion));

  if (kind == NULL || !kind->requires_leitbild ||
      vlg_motion_get_relevance (motion) != VLG_RELEVANCE_UNDECIDED || any_mark (motion, TRUE))
    return;

  vlg_checks_add (findings, "leitbild-undecided", VLG_SEVERITY_WARNING, VLG_FIELD_LEITBILD, -1,
                  g_strdup (_("It is undecided whether the motion is relevant to the Leitbild.")),
                  _("Tick the fields of action it serves, or “not relevant”."));
}

void
vlg_checks_leitbild_contradictory (VlgMotion  *motion,
                                   VlgProfile *profile,
                                   GPtrArray  *findings)
{
  VlgRelevance relevance = vlg_motion_get_relevance (motion);

  if (relevance == VLG_RELEVANCE_NOT_RELEVANT && any_mark (motion, TRUE))
    vlg_checks_add (findings, "leitbild-not-relevant-with-marks", VLG_SEVERITY_WARNING, VLG_FIELD_LEITBILD, -1,
                    g_strdup (_("The motion is marked as not relevant, yet fields of action are ticked or goals are named.")),
                    _("Take back either the ticks and goals or “not relevant”."));
  else if (relevance == VLG_RELEVANCE_RELEVANT && !any_mark (motion, TRUE))
    vlg_checks_add (findings, "leitbild-relevant-without-field", VLG_SEVERITY_WARNING, VLG_FIELD_LEITBILD, -1,
                    g_strdup (_("The motion is marked as relevant, yet no field of action is ticked.")),
                    _("Tick the fields of action it serves, or “not relevant”."));
}

void
vlg_checks_leitbild_field_without_goal (VlgMotion  *motion,
                                        VlgProfile *profile,
                                        GPtrArray  *findings)
{
  GListModel *marks = G_LIST_MODEL (vlg_motion_get_marks (motion));

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr(VlgMark) mark = g_list_model_get_item (marks, i);
      VlgActionField *field = vlg_leitbild_find_field (vlg_profile_get_leitbild (profile), vlg_mark_get_field (mark));

      if (!vlg_mark_get_ticked (mark) || *vlg_mark_get_goals (mark) != NULL)
        continue;

      vlg_checks_add (findings, "leitbild-field-without-goal",
                      field != NULL && vlg_action_field_get_n_goals (field) > 0 ? VLG_SEVERITY_WARNING : VLG_SEVERITY_HINT,
                      VLG_FIELD_LEITBILD, i, g_strdup_printf (_("“%s” is ticked, but no goal is named."), field_name (profile, mark)),
                      _("Name the goal the motion serves, or take back the tick."));
    }
}

void
vlg_checks_leitbild_goal_without_field (VlgMotion  *motion,
                                        VlgProfile *profile,
                                        GPtrArray  *findings)
{
  GListModel *marks = G_LIST_MODEL (vlg_motion_get_marks (motion));

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr(VlgMark) mark = g_list_model_get_item (marks, i);
      const char * const *goals = vlg_mark_get_goals (mark);

      if (vlg_mark_get_ticked (mark) || *goals == NULL)
        continue;

      vlg_checks_add (findings, "leitbild-goal-without-field", VLG_SEVERITY_WARNING, VLG_FIELD_LEITBILD, i,
                      g_strdup_printf (_("Goal %s is named, but its field “%s” is not ticked."), *goals, field_name (profile, mark)),
                      _("Tick the field, or remove the goal."));
    }
}

static void
check_goal (VlgProfile *profile,
            VlgMark    *mark,
            int         row,
            const char *code,
            GPtrArray  *findings)
{
  VlgLeitbild *leitbild = vlg_profile_get_leitbild (profile);
  VlgActionField *field = vlg_leitbild_find_field (leitbild, vlg_mark_get_field (mark));
  VlgActionField *owner = vlg_leitbild_find_goal (leitbild, code);

  /* What was replaced is told by vlg_checks_leitbild_outdated(). */
  if (owner == NULL && vlg_leitbild_follow_goal (leitbild, code) != NULL)
    return;
  if (owner == NULL)
    {
      /* Where the catalogue holds no goal of the field at all, it is more likely incomplete than the code wrong. */
      vlg_checks_add (findings, "leitbild-goal-unknown",
                      field != NULL && vlg_action_field_get_n_goals (field) == 0 ? VLG_SEVERITY_HINT : VLG_SEVERITY_WARNING,
                      VLG_FIELD_LEITBILD, row, g_strdup_printf (_("Goal %s is not in the catalogue of the Leitbild."), code),
                      _("Compare the goal number with the Leitbild, or add the goal to the council profile."));
    }
  else if (owner != field)
    {
      vlg_checks_add (findings, "leitbild-goal-elsewhere", VLG_SEVERITY_WARNING, VLG_FIELD_LEITBILD, row,
                      g_strdup_printf (_("Goal %s belongs to “%s”."), code, vlg_action_field_get_name (owner)),
                      _("Name the goal in its own field."));
    }
}

void
vlg_checks_leitbild_not_in_catalogue (VlgMotion  *motion,
                                      VlgProfile *profile,
                                      GPtrArray  *findings)
{
  GListModel *marks = G_LIST_MODEL (vlg_motion_get_marks (motion));

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr(VlgMark) mark = g_list_model_get_item (marks, i);
      const char * const *goals = vlg_mark_get_goals (mark);

      if (vlg_leitbild_follow_field (vlg_profile_get_leitbild (profile), vlg_mark_get_field (mark)) == NULL)
        vlg_checks_add (findings, "leitbild-field-unknown", VLG_SEVERITY_WARNING, VLG_FIELD_LEITBILD, i,
                        g_strdup_printf (_("“%s” is no field of action of the council profile."), vlg_mark_get_field (mark)),
                        _("Choose a field of action of the present Leitbild."));

      for (guint j = 0; goals[j] != NULL; j++)
        check_goal (profile, mark, i, goals[j], findings);
    }
}

#define GOAL_REPLACED "leitbild-goal-replaced"
#define GOAL_RETIRED "leitbild-goal-retired"
#define FIELD_REPLACED "leitbild-field-replaced"

static void
check_present_goal (VlgLeitbild *present,
                    int          row,
                    const char  *code,
                    GPtrArray   *findings)
{
  const VlgGoal *goal = vlg_leitbild_follow_goal (present, code);

  if (goal == NULL)
    return;
  if (!g_str_equal (goal->code, code))
    vlg_checks_add (findings, GOAL_REPLACED, VLG_SEVERITY_WARNING, VLG_FIELD_LEITBILD, row,
                    g_strdup_printf (_("Goal %s was replaced by %s in the present Leitbild."), code, goal->code),
                    _("Use the present catalogue, or leave it where the motion is meant under the old one."));
  else if (goal->retired)
    vlg_checks_add (findings, GOAL_RETIRED, VLG_SEVERITY_WARNING, VLG_FIELD_LEITBILD, row,
                    g_strdup_printf (_("Goal %s is retired in the present Leitbild."), code),
                    _("Name a goal that is still offered, or leave it where the motion is meant under the old Leitbild."));
}

void
vlg_checks_leitbild_outdated (VlgMotion   *motion,
                              VlgProfile  *profile,
                              VlgLeitbild *present,
                              GPtrArray   *findings)
{
  GListModel *marks = G_LIST_MODEL (vlg_motion_get_marks (motion));

  /* What has left the desk stays under the catalogue it was made under. */
  if (!vlg_catalogue_rules_may_move (motion))
    return;
  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr(VlgMark) mark = g_list_model_get_item (marks, i);
      const char * const *goals = vlg_mark_get_goals (mark);
      VlgActionField *field = vlg_leitbild_follow_field (present, vlg_mark_get_field (mark));

      if (field != NULL && !g_str_equal (vlg_action_field_get_key (field), vlg_mark_get_field (mark)))
        vlg_checks_add (findings, FIELD_REPLACED, VLG_SEVERITY_WARNING, VLG_FIELD_LEITBILD, (int) i,
                        g_strdup_printf (_("“%s” was replaced by “%s” in the present Leitbild."), field_name (profile, mark), vlg_action_field_get_name (field)),
                        _("Use the present catalogue, or leave it where the motion is meant under the old one."));
      for (guint j = 0; goals[j] != NULL; j++)
        check_present_goal (present, (int) i, goals[j], findings);
    }
}

gboolean
vlg_checks_is_outdated (VlgFinding *finding)
{
  static const char * const rules[] = { GOAL_REPLACED, GOAL_RETIRED, FIELD_REPLACED, NULL };

  g_return_val_if_fail (VLG_IS_FINDING (finding), FALSE);

  return g_strv_contains (rules, vlg_finding_get_rule (finding));
}
