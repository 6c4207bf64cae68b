/* vlg-checks-sequence.c — rules over the consultation sequence
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "vlg-checks-private.h"
#include "vlg-holidays.h"
#include "vlg-string.h"

static gboolean
has_body (VlgConsultation *row)
{
  g_autofree char *name = vlg_string_collapse (vlg_consultation_get_body (row));

  return *name != '\0';
}

int
vlg_checks_find_deciding (VlgMotion  *motion,
                          VlgProfile *profile)
{
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_consultations (motion));
  int by_role = -1, by_body = -1;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(VlgConsultation) row = g_list_model_get_item (rows, i);
      VlgRole role = vlg_consultation_get_role (row);
      VlgBody *body = vlg_checks_find_body (profile, row);

      if (!has_body (row))
        continue;
      if (role == VLG_ROLE_DECISION)
        by_role = i;
      if (role == VLG_ROLE_NONE && body != NULL && vlg_body_get_decides (body))
        by_body = i;
    }

  return by_role >= 0 ? by_role : by_body;
}

void
vlg_checks_deciding_body_missing (VlgMotion  *motion,
                                  VlgProfile *profile,
                                  GPtrArray  *findings)
{
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_consultations (motion));
  guint n = g_list_model_get_n_items (rows);
  gboolean any = FALSE;

  if (vlg_checks_find_deciding (motion, profile) >= 0)
    return;

  /* Of a body the profile does not know nobody can say that it may not decide; it has a finding of its own. */
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(VlgConsultation) row = g_list_model_get_item (rows, i);

      if (!has_body (row))
        continue;
      any = TRUE;
      if (vlg_consultation_get_role (row) == VLG_ROLE_NONE && vlg_checks_find_body (profile, row) == NULL)
        return;
    }

  vlg_checks_add (findings, "deciding-body-missing", VLG_SEVERITY_BLOCKING, VLG_FIELD_CONSULTATIONS, -1,
                  g_strdup (any ? _("No body of the consultation sequence may decide on the motion.")
                                : _("The consultation sequence is empty.")),
                  _("Add the body that decides, as a rule the council, at the end of the sequence."));
}

void
vlg_checks_deciding_body_not_last (VlgMotion  *motion,
                                   VlgProfile *profile,
                                   GPtrArray  *findings)
{
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_consultations (motion));
  int deciding = vlg_checks_find_deciding (motion, profile);

  if (deciding < 0)
    return;

  for (guint i = deciding + 1; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(VlgConsultation) row = g_list_model_get_item (rows, i);

      if (!has_body (row) || vlg_consultation_get_role (row) == VLG_ROLE_INFORMATION)
        continue;

      vlg_checks_add (findings, "deciding-body-not-last", VLG_SEVERITY_WARNING, VLG_FIELD_CONSULTATIONS, i,
                      g_strdup_printf (_("%s stands after the body that decides."), vlg_consultation_get_body (row)),
                      _("Move the row up, or set its role to information."));
    }
}

void
vlg_checks_body_missing (VlgMotion  *motion,
                         VlgProfile *profile,
                         GPtrArray  *findings)
{
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_consultations (motion));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(VlgConsultation) row = g_list_model_get_item (rows, i);

      if (!has_body (row))
        vlg_checks_add (findings, "body-missing", VLG_SEVERITY_WARNING, VLG_FIELD_CONSULTATIONS, i,
                        g_strdup_printf (_("Row %u of the consultation sequence names no body."), i + 1),
                        _("Choose a body, or delete the row."));
    }
}

void
vlg_checks_body_unknown (VlgMotion  *motion,
                         VlgProfile *profile,
                         GPtrArray  *findings)
{
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_consultations (motion));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(VlgConsultation) row = g_list_model_get_item (rows, i);
      VlgDay day = vlg_consultation_get_day (row);
      VlgBody *body = vlg_checks_find_body (profile, row);

      if (!has_body (row))
        continue;

      if (body == NULL)
        {
          vlg_checks_add (findings, "body-unknown", VLG_SEVERITY_WARNING, VLG_FIELD_CONSULTATIONS, i,
                          g_strdup_printf (_("“%s” is no body of the council profile."), vlg_consultation_get_body (row)),
                          _("Compare the spelling, or add the body to the council profile."));
        }
      else if (day != VLG_DAY_NONE && !vlg_body_is_valid_on (body, day))
        {
          g_autofree char *date = vlg_day_to_display (day);

          vlg_checks_add (findings, "body-not-valid", VLG_SEVERITY_WARNING, VLG_FIELD_CONSULTATIONS, i,
                          g_strdup_printf (_("%s does not exist on %s."), vlg_consultation_get_body (row), date),
                          _("Choose the body that was responsible on that day, or mend the date."));
        }
    }
}

void
vlg_checks_body_may_not_decide (VlgMotion  *motion,
                                VlgProfile *profile,
                                GPtrArray  *findings)
{
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_consultations (motion));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(VlgConsultation) row = g_list_model_get_item (rows, i);
      VlgBody *body = vlg_checks_find_body (profile, row);

      if (vlg_consultation_get_role (row) == VLG_ROLE_DECISION && body != NULL && !vlg_body_get_decides (body))
        vlg_checks_add (findings, "body-may-not-decide", VLG_SEVERITY_WARNING, VLG_FIELD_CONSULTATIONS, i,
                        g_strdup_printf (_("%s is to decide, which the council profile does not provide for."), vlg_consultation_get_body (row)),
                        _("Set another role, or leave the decision to another body."));
    }
}

void
vlg_checks_dates_out_of_order (VlgMotion  *motion,
                               VlgProfile *profile,
                               GPtrArray  *findings)
{
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_consultations (motion));
  VlgDay latest = VLG_DAY_NONE;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(VlgConsultation) row = g_list_model_get_item (rows, i);
      VlgDay day = vlg_consultation_get_day (row);

      if (day == VLG_DAY_NONE)
        continue;

      if (day < latest)
        {
          g_autofree char *date = vlg_day_to_display (day);
          g_autofree char *before = vlg_day_to_display (latest);

          vlg_checks_add (findings, "dates-out-of-order", VLG_SEVERITY_WARNING, VLG_FIELD_CONSULTATIONS, i,
                          g_strdup_printf (_("%s on %s comes before a row above it, on %s."), vlg_consultation_get_body (row), date, before),
                          _("Mend the date, or put the rows in the order of their dates."));
        }
      latest = MAX (latest, day);
    }
}

void
vlg_checks_date_on_holiday (VlgMotion  *motion,
                            VlgProfile *profile,
                            GPtrArray  *findings)
{
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_consultations (motion));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(VlgConsultation) row = g_list_model_get_item (rows, i);
      VlgDay day = vlg_consultation_get_day (row);
      const char *holiday = vlg_holidays_lookup (vlg_profile_get_holiday_rule (profile), day);

      if (holiday != NULL)
        {
          g_autofree char *date = vlg_day_to_display (day);

          vlg_checks_add (findings, "date-on-holiday", VLG_SEVERITY_WARNING, VLG_FIELD_CONSULTATIONS, i,
                          g_strdup_printf (_("%s: %s is a public holiday (%s)."), vlg_consultation_get_body (row), date, holiday),
                          _("Compare the date with the calendar of meetings."));
        }
    }
}

void
vlg_checks_date_on_weekend (VlgMotion  *motion,
                            VlgProfile *profile,
                            GPtrArray  *findings)
{
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_consultations (motion));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(VlgConsultation) row = g_list_model_get_item (rows, i);
      VlgDay day = vlg_consultation_get_day (row);
      GDateWeekday weekday = day != VLG_DAY_NONE ? vlg_day_weekday (day) : G_DATE_BAD_WEEKDAY;

      if (weekday == G_DATE_SATURDAY || weekday == G_DATE_SUNDAY)
        {
          g_autofree char *date = vlg_day_to_display (day);

          vlg_checks_add (findings, "date-on-weekend", VLG_SEVERITY_WARNING, VLG_FIELD_CONSULTATIONS, i,
                          weekday == G_DATE_SATURDAY
                            ? g_strdup_printf (_("%s: %s is a Saturday."), vlg_consultation_get_body (row), date)
                            : g_strdup_printf (_("%s: %s is a Sunday."), vlg_consultation_get_body (row), date),
                          _("Compare the date with the calendar of meetings."));
        }
    }
}

/* The mayor's staff meets in the daytime; everybody else in the evening. */
static gboolean
meets_in_the_evening (VlgProfile      *profile,
                      VlgConsultation *row)
{
  VlgBody *body = vlg_checks_find_body (profile, row);

  return body == NULL || vlg_body_get_kind (body) != VLG_BODY_STAFF;
}

static gboolean
same_body (VlgProfile      *profile,
           VlgConsultation *a,
           VlgConsultation *b)
{
  VlgBody *x = vlg_checks_find_body (profile, a);
  VlgBody *y = vlg_checks_find_body (profile, b);
  g_autofree char *name_a = NULL;
  g_autofree char *name_b = NULL;

  if (x != NULL || y != NULL)
    return x == y;

  name_a = vlg_string_fold (vlg_consultation_get_body (a));
  name_b = vlg_string_fold (vlg_consultation_get_body (b));

  return g_str_equal (name_a, name_b);
}

void
vlg_checks_same_evening_twice (VlgMotion  *motion,
                               VlgProfile *profile,
                               GPtrArray  *findings)
{
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_consultations (motion));

  for (guint i = 1; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(VlgConsultation) row = g_list_model_get_item (rows, i);
      VlgDay day = vlg_consultation_get_day (row);
      VlgSeverity severity = VLG_SEVERITY_HINT;
      g_autoptr(VlgConsultation) other = NULL;

      for (guint j = 0; day != VLG_DAY_NONE && severity == VLG_SEVERITY_HINT && j < i; j++)
        {
          g_autoptr(VlgConsultation) earlier = g_list_model_get_item (rows, j);
          gboolean same;

          if (vlg_consultation_get_day (earlier) != day)
            continue;

          same = same_body (profile, row, earlier);
          if (same)
            severity = VLG_SEVERITY_WARNING;
          if (same || (meets_in_the_evening (profile, row) && meets_in_the_evening (profile, earlier)))
            g_set_object (&other, earlier);
        }

      if (other != NULL)
        {
          g_autofree char *date = vlg_day_to_display (day);

          vlg_checks_add (findings, "same-evening-twice", severity, VLG_FIELD_CONSULTATIONS, i,
                          severity == VLG_SEVERITY_WARNING
                            ? g_strdup_printf (_("%s stands twice on %s."), vlg_consultation_get_body (row), date)
                            : g_strdup_printf (_("%s and %s both stand on %s."), vlg_consultation_get_body (other),
                                               vlg_consultation_get_body (row), date),
                          severity == VLG_SEVERITY_WARNING ? _("Delete one of the rows, or mend its date.")
                                                           : _("Compare the dates with the calendar of meetings."));
        }
    }
}
