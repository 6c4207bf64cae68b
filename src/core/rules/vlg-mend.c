/* vlg-mend.c — what can be done about a finding at the press of a button
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-mend.h"

#include <glib/gi18n.h>

#include "vlg-checks-private.h"
#include "vlg-holidays.h"

/* What a mend works on; row and annex are those of the finding, or NULL. */
typedef struct {
  VlgMotion *motion;
  VlgProfile *profile;
  guint at;
  VlgConsultation *row;   /* owned */
  VlgAnnex *annex;        /* owned */
  VlgMark *mark;          /* owned */
} Place;

static void
place_clear (Place *place)
{
  g_clear_object (&place->row);
  g_clear_object (&place->annex);
  g_clear_object (&place->mark);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static void
place_init (Place      *place,
            VlgFinding *finding,
            VlgMotion  *motion,
            VlgProfile *profile)
{
  int row = vlg_finding_get_row (finding);

  place->motion = motion;
  place->profile = profile;
  place->at = row >= 0 ? (guint) row : 0;
  if (row < 0)
    return;
  if (vlg_finding_get_field (finding) == VLG_FIELD_CONSULTATIONS)
    place->row = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_consultations (motion)), place->at);
  else if (vlg_finding_get_field (finding) == VLG_FIELD_ANNEXES)
    place->annex = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_annexes (motion)), place->at);
  else if (vlg_finding_get_field (finding) == VLG_FIELD_LEITBILD)
    place->mark = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_marks (motion)), place->at);
}

static gboolean
is_confirmed (VlgConsultation *row)
{
  return vlg_consultation_get_confirmed_at (row) != 0 || *vlg_consultation_get_confirmed_by (row) != '\0';
}

/* What is on record must not be moved or deleted. */
static gboolean
is_on_record (VlgConsultation *row)
{
  return is_confirmed (row) || vlg_consultation_get_result (row) != VLG_RESULT_NONE || !vlg_votes_is_none (vlg_consultation_get_votes (row));
}

static gboolean
any_confirmed (VlgMotion *motion)
{
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_consultations (motion));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (VlgConsultation) row = g_list_model_get_item (rows, i);

      if (is_confirmed (row))
        return TRUE;
    }

  return FALSE;
}

static char *
last_label (Place *place)
{
  int deciding = vlg_checks_find_deciding (place->motion, place->profile);
  g_autoptr (VlgConsultation) row = NULL;

  if (deciding < 0 || any_confirmed (place->motion))
    return NULL;
  row = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_consultations (place->motion)), (guint) deciding);

  return g_strdup_printf (_("Put %s Last"), vlg_consultation_get_body (row));
}

static void
last_apply (Place *place)
{
  GListStore *rows = vlg_motion_get_consultations (place->motion);
  int deciding = vlg_checks_find_deciding (place->motion, place->profile);
  guint last = g_list_model_get_n_items (G_LIST_MODEL (rows));
  g_autoptr (VlgConsultation) row = g_list_model_get_item (G_LIST_MODEL (rows), (guint) deciding);

  /* Rows for information may stand behind it. */
  while (last > (guint) deciding + 1)
    {
      g_autoptr (VlgConsultation) other = g_list_model_get_item (G_LIST_MODEL (rows), last - 1);

      if (vlg_consultation_get_role (other) != VLG_ROLE_INFORMATION)
        break;
      last--;
    }
  g_list_store_remove (rows, (guint) deciding);
  g_list_store_insert (rows, last - 1, row);
}

static char *
empty_row_label (Place *place)
{
  if (place->row == NULL || is_on_record (place->row) || vlg_consultation_get_day (place->row) != VLG_DAY_NONE)
    return NULL;

  return g_strdup (_("Delete the Row"));
}

static char *
double_row_label (Place *place)
{
  return place->row != NULL && !is_on_record (place->row) ? g_strdup (_("Delete the Second Row")) : NULL;
}

static void
remove_row_apply (Place *place)
{
  g_list_store_remove (vlg_motion_get_consultations (place->motion), place->at);
}

static char *
sort_label (Place *place)
{
  return any_confirmed (place->motion) ? NULL : g_strdup (_("Sort by Date"));
}

static int
compare_days (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  VlgDay x = vlg_consultation_get_day (*(VlgConsultation * const *) a), y = vlg_consultation_get_day (*(VlgConsultation * const *) b);

  return x < y ? -1 : x > y;
}

/* Rows with a date take the places of rows with a date; the others stay where they are. */
static void
sort_apply (Place *place)
{
  GListStore *rows = vlg_motion_get_consultations (place->motion);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (rows)), next = 0;
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) dated = g_ptr_array_new ();
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      VlgConsultation *row = g_list_model_get_item (G_LIST_MODEL (rows), i);

      g_ptr_array_add (all, row);
      if (vlg_consultation_get_day (row) != VLG_DAY_NONE)
        g_ptr_array_add (dated, row);
    }
  g_ptr_array_sort_with_data (dated, compare_days, NULL);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (sorted, vlg_consultation_get_day (all->pdata[i]) != VLG_DAY_NONE ? dated->pdata[next++] : all->pdata[i]);
  g_list_store_splice (rows, 0, n, sorted->pdata, n);
}

/* The next day after that of the row on which offices work. */
static VlgDay
next_working_day (Place *place)
{
  VlgDay day = vlg_consultation_get_day (place->row);

  do
    day++;
  while (vlg_day_weekday (day) == G_DATE_SATURDAY || vlg_day_weekday (day) == G_DATE_SUNDAY ||
         vlg_holidays_lookup (vlg_profile_get_holiday_rule (place->profile), day) != NULL);

  return day;
}

static char *
day_label (Place *place)
{
  g_autofree char *day = NULL;

  if (place->row == NULL || is_on_record (place->row) || vlg_consultation_get_day (place->row) == VLG_DAY_NONE)
    return NULL;
  day = vlg_day_to_display (next_working_day (place));

  return g_strdup_printf (_("Move to %s"), day);
}

static void
day_apply (Place *place)
{
  vlg_consultation_set_day (place->row, next_working_day (place));
}

static char *
role_label (Place *place)
{
  return place->row != NULL && !is_on_record (place->row) ? g_strdup (_("Set to Preliminary Consultation")) : NULL;
}

static void
role_apply (Place *place)
{
  vlg_consultation_set_role (place->row, VLG_ROLE_PRELIMINARY);
}

static char *
non_public_label (Place *place)
{
  if (place->annex == NULL && (place->row == NULL || is_on_record (place->row)))
    return NULL;

  return g_strdup (_("Set to Non-Public"));
}

static void
non_public_apply (Place *place)
{
  if (place->annex != NULL)
    vlg_annex_set_visibility (place->annex, VLG_VISIBILITY_NON_PUBLIC);
  else
    vlg_consultation_set_visibility (place->row, VLG_VISIBILITY_NON_PUBLIC);
}

static char *
marks_label (Place *place)
{
  return g_strdup (_("Clear Ticks and Goals"));
}

static void
marks_apply (Place *place)
{
  g_list_store_remove_all (vlg_motion_get_marks (place->motion));
}

static char *
tick_label (Place *place)
{
  return place->mark != NULL ? g_strdup (_("Tick the Field")) : NULL;
}

static void
tick_apply (Place *place)
{
  vlg_mark_set_ticked (place->mark, TRUE);
}

static const struct {
  const char  *rule;
  char      *(*label) (Place *place);
  void       (*apply) (Place *place);
} mends[] = {
  { "deciding-body-not-last", last_label, last_apply },
  { "body-missing", empty_row_label, remove_row_apply },
  { "same-evening-twice", double_row_label, remove_row_apply },
  { "dates-out-of-order", sort_label, sort_apply },
  { "date-on-holiday", day_label, day_apply },
  { "date-on-weekend", day_label, day_apply },
  { "body-may-not-decide", role_label, role_apply },
  { "row-public", non_public_label, non_public_apply },
  { "body-non-public", non_public_label, non_public_apply },
  { "annex-public", non_public_label, non_public_apply },
  { "leitbild-not-relevant-with-marks", marks_label, marks_apply },
  { "leitbild-goal-without-field", tick_label, tick_apply },
};

/* The index of the mend for @finding, -1 for none. */
static int
find_mend (VlgFinding *finding)
{
  /* Two bodies on one evening may be meant; only the same body twice is not. */
  if (g_str_equal (vlg_finding_get_rule (finding), "same-evening-twice") && vlg_finding_get_severity (finding) == VLG_SEVERITY_HINT)
    return -1;
  for (guint i = 0; i < G_N_ELEMENTS (mends); i++)
    if (g_str_equal (mends[i].rule, vlg_finding_get_rule (finding)))
      return (int) i;

  return -1;
}

char *
vlg_mend_get_label (VlgFinding *finding,
                    VlgMotion  *motion,
                    VlgProfile *profile)
{
  g_auto (Place) place = { 0 };
  int mend;

  g_return_val_if_fail (VLG_IS_FINDING (finding), NULL);
  g_return_val_if_fail (VLG_IS_MOTION (motion), NULL);
  g_return_val_if_fail (VLG_IS_PROFILE (profile), NULL);

  mend = find_mend (finding);
  if (mend < 0)
    return NULL;
  place_init (&place, finding, motion, profile);

  return mends[mend].label (&place);
}

static gboolean
is_still_found (VlgFinding *finding,
                VlgMotion  *motion,
                VlgProfile *profile)
{
  g_autoptr (GPtrArray) findings = vlg_checks_run (motion, profile);

  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (vlg_finding_get_rule (findings->pdata[i]), vlg_finding_get_rule (finding)) &&
        vlg_finding_get_row (findings->pdata[i]) == vlg_finding_get_row (finding) &&
        g_str_equal (vlg_finding_get_message (findings->pdata[i]), vlg_finding_get_message (finding)))
      return TRUE;

  return FALSE;
}

gboolean
vlg_mend_apply (VlgFinding *finding,
                VlgMotion  *motion,
                VlgProfile *profile)
{
  g_autofree char *label = vlg_mend_get_label (finding, motion, profile);
  g_auto (Place) place = { 0 };

  if (label == NULL || !is_still_found (finding, motion, profile))
    return FALSE;
  place_init (&place, finding, motion, profile);
  mends[find_mend (finding)].apply (&place);

  return TRUE;
}
