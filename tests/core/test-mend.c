/* test-mend.c — each mend does what its button says, and the rule finds nothing afterwards
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "vlg-mend.h"

typedef struct {
  VlgProfile *profile;
  VlgMotion *motion;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->profile = vlg_profile_new_default ();
  self->motion = vlg_motion_new ();
  vlg_motion_set_kind (self->motion, "BV");
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_object_unref (self->profile);
  g_object_unref (self->motion);
}

/* Borrowed from the list. */
static VlgConsultation *
add_row (Fixture    *self,
         const char *body,
         VlgRole     role,
         VlgDay      day)
{
  g_autoptr (VlgConsultation) row = vlg_consultation_new ();

  vlg_consultation_set_body (row, body);
  vlg_consultation_set_role (row, role);
  vlg_consultation_set_day (row, day);
  g_list_store_append (vlg_motion_get_consultations (self->motion), row);

  return row;
}

/* The first finding of @rule; NULL for none. Caller owns. */
static VlgFinding *
find (Fixture    *self,
      const char *rule)
{
  g_autoptr (GPtrArray) findings = vlg_checks_run (self->motion, self->profile);

  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (vlg_finding_get_rule (findings->pdata[i]), rule))
      return g_object_ref (findings->pdata[i]);

  return NULL;
}

/* The finding of @rule has a button that says @label; pressed, the finding is gone, and pressing it again does nothing. */
static void
mend (Fixture    *self,
      const char *rule,
      const char *label)
{
  g_autoptr (VlgFinding) finding = find (self, rule);
  g_autoptr (VlgFinding) after = NULL;
  g_autofree char *said = NULL;

  g_assert_nonnull (finding);
  said = vlg_mend_get_label (finding, self->motion, self->profile);
  if (label != NULL)
    g_assert_cmpstr (said, ==, label);
  else
    g_assert_nonnull (said);
  g_assert_true (vlg_mend_apply (finding, self->motion, self->profile));
  after = find (self, rule);
  g_assert_null (after);
  g_assert_false (vlg_mend_apply (finding, self->motion, self->profile));
}

static void
assert_no_mend (Fixture    *self,
                const char *rule)
{
  g_autoptr (VlgFinding) finding = find (self, rule);
  g_autofree char *label = NULL;

  g_assert_nonnull (finding);
  label = vlg_mend_get_label (finding, self->motion, self->profile);
  g_assert_null (label);
  g_assert_false (vlg_mend_apply (finding, self->motion, self->profile));
}

static const char *
body_at (Fixture *self,
         guint    index)
{
  g_autoptr (VlgConsultation) row = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_consultations (self->motion)), index);

  return vlg_consultation_get_body (row);
}

static void
test_last (Fixture       *self,
           gconstpointer  data)
{
  add_row (self, "Stadtrat", VLG_ROLE_DECISION, VLG_DAY_NONE);
  add_row (self, "Ausschuss A", VLG_ROLE_PRELIMINARY, VLG_DAY_NONE);
  add_row (self, "Ortschaftsrat B", VLG_ROLE_INFORMATION, VLG_DAY_NONE);
  mend (self, "deciding-body-not-last", "Put Stadtrat Last");
  g_assert_cmpstr (body_at (self, 0), ==, "Ausschuss A");
  g_assert_cmpstr (body_at (self, 1), ==, "Stadtrat");
  g_assert_cmpstr (body_at (self, 2), ==, "Ortschaftsrat B");
}

static void
test_confirmed_stays (Fixture       *self,
                      gconstpointer  data)
{
  VlgConsultation *row = add_row (self, "Stadtrat", VLG_ROLE_DECISION, vlg_day_new (2030, 6, 9));

  vlg_consultation_set_confirmation (row, "A. Weber", "Vorsitz", 1);
  add_row (self, "Ausschuss A", VLG_ROLE_PRELIMINARY, vlg_day_new (2030, 6, 4));
  assert_no_mend (self, "deciding-body-not-last");
  assert_no_mend (self, "dates-out-of-order");
  assert_no_mend (self, "date-on-weekend");
}

static void
test_rows (Fixture       *self,
           gconstpointer  data)
{
  VlgConsultation *kept;

  add_row (self, "", VLG_ROLE_NONE, VLG_DAY_NONE);
  add_row (self, "Ausschuss A", VLG_ROLE_PRELIMINARY, vlg_day_new (2030, 6, 4));
  kept = add_row (self, "Ausschuss A", VLG_ROLE_PRELIMINARY, vlg_day_new (2030, 6, 4));
  mend (self, "body-missing", "Delete the Row");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (vlg_motion_get_consultations (self->motion))), ==, 2);
  /* A row with a result is a record. */
  vlg_consultation_set_result (kept, VLG_RESULT_POSTPONED);
  assert_no_mend (self, "same-evening-twice");
  vlg_consultation_set_result (kept, VLG_RESULT_NONE);
  mend (self, "same-evening-twice", "Delete the Second Row");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (vlg_motion_get_consultations (self->motion))), ==, 1);
}

static void
test_two_bodies_one_evening (Fixture       *self,
                             gconstpointer  data)
{
  add_row (self, "Ausschuss A", VLG_ROLE_PRELIMINARY, vlg_day_new (2030, 6, 4));
  add_row (self, "Ausschuss B", VLG_ROLE_PRELIMINARY, vlg_day_new (2030, 6, 4));
  assert_no_mend (self, "same-evening-twice");
}

static void
test_sort (Fixture       *self,
           gconstpointer  data)
{
  add_row (self, "Ausschuss C", VLG_ROLE_PRELIMINARY, vlg_day_new (2030, 6, 18));
  add_row (self, "Ausschuss B", VLG_ROLE_PRELIMINARY, VLG_DAY_NONE);
  add_row (self, "Ausschuss A", VLG_ROLE_PRELIMINARY, vlg_day_new (2030, 6, 4));
  mend (self, "dates-out-of-order", "Sort by Date");
  g_assert_cmpstr (body_at (self, 0), ==, "Ausschuss A");
  g_assert_cmpstr (body_at (self, 1), ==, "Ausschuss B");
  g_assert_cmpstr (body_at (self, 2), ==, "Ausschuss C");
}

/* Good Friday, the weekend, Easter Monday: the next working day is Tuesday. */
static void
test_day (Fixture       *self,
          gconstpointer  data)
{
  VlgConsultation *row = add_row (self, "Stadtrat", VLG_ROLE_DECISION, vlg_day_new (2030, 4, 19));

  mend (self, "date-on-holiday", NULL);
  g_assert_cmpuint (vlg_consultation_get_day (row), ==, vlg_day_new (2030, 4, 23));
  vlg_consultation_set_day (row, vlg_day_new (2030, 6, 1));
  mend (self, "date-on-weekend", NULL);
  g_assert_cmpuint (vlg_consultation_get_day (row), ==, vlg_day_new (2030, 6, 3));
}

/* A body of the profile that may not decide, and never meets in public. */
static void
test_staff (Fixture       *self,
            gconstpointer  data)
{
  GListModel *bodies = vlg_profile_get_bodies (self->profile);

  for (guint i = 0; i < g_list_model_get_n_items (bodies); i++)
    {
      g_autoptr (VlgBody) body = g_list_model_get_item (bodies, i);
      VlgConsultation *row;

      if (vlg_body_get_decides (body) || vlg_body_get_visibility (body) != VLG_VISIBILITY_NON_PUBLIC)
        continue;
      row = add_row (self, vlg_body_get_name (body), VLG_ROLE_DECISION, VLG_DAY_NONE);
      vlg_consultation_set_visibility (row, VLG_VISIBILITY_PUBLIC);
      mend (self, "body-may-not-decide", "Set to Preliminary Consultation");
      g_assert_cmpint (vlg_consultation_get_role (row), ==, VLG_ROLE_PRELIMINARY);
      mend (self, "body-non-public", "Set to Non-Public");
      g_assert_cmpint (vlg_consultation_get_visibility (row), ==, VLG_VISIBILITY_NON_PUBLIC);
      return;
    }
  g_assert_not_reached ();
}

static void
test_visibility (Fixture       *self,
                 gconstpointer  data)
{
  VlgConsultation *row = add_row (self, "Stadtrat", VLG_ROLE_DECISION, VLG_DAY_NONE);
  g_autoptr (VlgAnnex) annex = vlg_annex_new ();

  vlg_motion_set_visibility (self->motion, VLG_VISIBILITY_NON_PUBLIC);
  vlg_consultation_set_visibility (row, VLG_VISIBILITY_PUBLIC);
  vlg_annex_set_number (annex, 1);
  vlg_annex_set_visibility (annex, VLG_VISIBILITY_PUBLIC);
  g_list_store_append (vlg_motion_get_annexes (self->motion), annex);
  mend (self, "row-public", "Set to Non-Public");
  mend (self, "annex-public", "Set to Non-Public");
}

static void
test_leitbild (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (VlgMark) mark = vlg_mark_new ("mobility");
  const char * const goals[] = { "M01", NULL };

  vlg_mark_set_goals (mark, goals);
  g_list_store_append (vlg_motion_get_marks (self->motion), mark);
  mend (self, "leitbild-goal-without-field", "Tick the Field");
  g_assert_true (vlg_mark_get_ticked (mark));
  vlg_motion_set_relevance (self->motion, VLG_RELEVANCE_NOT_RELEVANT);
  mend (self, "leitbild-not-relevant-with-marks", "Clear Ticks and Goals");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (vlg_motion_get_marks (self->motion))), ==, 0);
}

static void
test_what_nobody_knows (Fixture       *self,
                        gconstpointer  data)
{
  assert_no_mend (self, "title-missing");
  assert_no_mend (self, "resolution-missing");
  assert_no_mend (self, "deciding-body-missing");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/mend/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("last", test_last);
  ADD ("confirmed-stays", test_confirmed_stays);
  ADD ("rows", test_rows);
  ADD ("two-bodies-one-evening", test_two_bodies_one_evening);
  ADD ("sort", test_sort);
  ADD ("day", test_day);
  ADD ("staff", test_staff);
  ADD ("visibility", test_visibility);
  ADD ("leitbild", test_leitbild);
  ADD ("what-nobody-knows", test_what_nobody_knows);
#undef ADD

  return g_test_run ();
}
