/* test-motion.c — a motion's fields, copies, and the state derived from it
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "vlg-core-enums.h"
#include "vlg-motion.h"

static void
count_notify_cb (GObject    *object,
                 GParamSpec *pspec,
                 guint      *count)
{
  (*count)++;
}

static VlgConsultation *
add_row (VlgMotion  *motion,
         const char *body,
         VlgDay      day,
         VlgResult   result)
{
  g_autoptr (VlgConsultation) row = vlg_consultation_new ();

  vlg_consultation_set_body (row, body);
  vlg_consultation_set_day (row, day);
  vlg_consultation_set_result (row, result);
  g_list_store_append (vlg_motion_get_consultations (motion), row);

  return row; /* the list keeps it */
}

static VlgMotion *
new_released (void)
{
  VlgMotion *motion = vlg_motion_new ();

  vlg_motion_set_stage (motion, VLG_STAGE_RELEASED);

  return motion;
}

static void
test_new (void)
{
  g_autoptr (VlgMotion) motion = vlg_motion_new ();

  g_assert_true (g_uuid_string_is_valid (vlg_motion_get_uid (motion)));
  g_assert_null (vlg_motion_get_number (motion));
  g_assert_cmpstr (vlg_motion_get_number_text (motion), ==, "");
  g_assert_cmpstr (vlg_motion_get_kind (motion), ==, "");
  g_assert_cmpint (vlg_motion_get_stage (motion), ==, VLG_STAGE_DRAFT);
  g_assert_cmpint (vlg_motion_get_state (motion), ==, VLG_STATE_DRAFT);
  g_assert_cmpint (vlg_motion_get_next_day (motion), ==, VLG_DAY_NONE);
  g_assert_null (vlg_motion_get_deciding (motion));
  for (guint i = 0; i < VLG_N_FIELDS; i++)
    if (vlg_field_is_text ((VlgField) i))
      g_assert_cmpstr (vlg_motion_get_text (motion, (VlgField) i), ==, "");
}

static void
test_notify (void)
{
  g_autoptr (VlgMotion) motion = vlg_motion_new ();
  g_autoptr (VlgMotionNumber) number = vlg_motion_number_parse ("IV/1/2020", NULL);
  g_autoptr (VlgMotionNumber) same = vlg_motion_number_parse ("IV/001/2020", NULL);
  g_autoptr (VlgMotionNumber) foreign = vlg_motion_number_parse ("DS0231/19", NULL);
  guint n_title = 0, n_kind = 0, n_all = 0;

  g_signal_connect (motion, "notify::title", G_CALLBACK (count_notify_cb), &n_title);
  g_signal_connect (motion, "notify::kind", G_CALLBACK (count_notify_cb), &n_kind);
  g_signal_connect (motion, "notify", G_CALLBACK (count_notify_cb), &n_all);

  vlg_motion_set_text (motion, VLG_FIELD_TITLE, "Spielplatz");
  vlg_motion_set_text (motion, VLG_FIELD_TITLE, "Spielplatz");
  vlg_motion_set_text (motion, VLG_FIELD_TITLE, NULL);
  vlg_motion_set_text (motion, VLG_FIELD_TITLE, "");
  g_assert_cmpuint (n_title, ==, 2);
  g_assert_cmpuint (n_all, ==, 2);

  vlg_motion_set_number (motion, number);
  vlg_motion_set_number (motion, same);
  g_assert_cmpuint (n_kind, ==, 1);
  g_assert_cmpuint (n_all, ==, 4);
  g_assert_cmpstr (vlg_motion_get_kind (motion), ==, "IV");
  vlg_motion_set_number (motion, foreign); /* tells no kind */
  g_assert_cmpstr (vlg_motion_get_kind (motion), ==, "IV");
  vlg_motion_set_number (motion, NULL);
  g_assert_cmpstr (vlg_motion_get_number_text (motion), ==, "");

  n_all = 0;
  vlg_motion_set_stage (motion, VLG_STAGE_DRAFT);
  vlg_motion_set_visibility (motion, VLG_VISIBILITY_UNDECIDED);
  vlg_motion_set_relevance (motion, VLG_RELEVANCE_UNDECIDED);
  vlg_motion_set_received_on (motion, VLG_DAY_NONE);
  vlg_motion_set_decided_on (motion, VLG_DAY_NONE);
  vlg_motion_set_revision (motion, 0);
  g_assert_cmpuint (n_all, ==, 0);
}

/* Every property the header promises can be set and read by name. */
static void
test_properties (void)
{
  g_autoptr (VlgMotion) motion = vlg_motion_new ();

  for (guint i = 0; i < VLG_N_FIELDS; i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (vlg_field_to_key ((VlgField) i)), "_", '-');
      g_autofree char *value = NULL;

      if (!vlg_field_is_text ((VlgField) i))
        continue;
      g_object_set (motion, name, name, NULL);
      g_object_get (motion, name, &value, NULL);
      g_assert_cmpstr (value, ==, name);
      g_assert_cmpstr (vlg_motion_get_text (motion, (VlgField) i), ==, name);
    }

  g_object_set (motion, "stage", VLG_STAGE_RELEASED, "received-on", vlg_day_new (2020, 1, 2), "revision", G_GINT64_CONSTANT (7), NULL);
  g_assert_cmpint (vlg_motion_get_stage (motion), ==, VLG_STAGE_RELEASED);
  g_assert_cmpuint (vlg_motion_get_received_on (motion), ==, vlg_day_new (2020, 1, 2));
  g_assert_cmpint (vlg_motion_get_revision (motion), ==, 7);
}

static void
test_consultation_notify (void)
{
  g_autoptr (VlgConsultation) row = vlg_consultation_new ();
  guint n = 0;

  g_signal_connect (row, "notify", G_CALLBACK (count_notify_cb), &n);
  vlg_consultation_set_confirmation (row, "A. Beispiel", "Schriftführerin", 5);
  g_assert_cmpuint (n, ==, 3);
  vlg_consultation_set_confirmation (row, "A. Beispiel", "Schriftführerin", 5);
  g_assert_cmpuint (n, ==, 3);
  vlg_consultation_set_confirmation (row, "", "Schriftführerin", 5);
  g_assert_cmpuint (n, ==, 6);
  g_assert_cmpstr (vlg_consultation_get_confirmed_role (row), ==, "");
  g_assert_cmpint (vlg_consultation_get_confirmed_at (row), ==, 0);
  vlg_consultation_set_day (row, VLG_DAY_NONE);
  vlg_consultation_set_body (row, NULL);
  g_assert_cmpuint (n, ==, 6);
  g_assert_cmpstr (vlg_consultation_get_body (row), ==, "");
}

static VlgMotion *
new_full (void)
{
  static const char * const goals[] = { "M01", "M02", NULL };
  VlgMotion *motion = new_released ();
  g_autoptr (VlgMotionNumber) number = vlg_motion_number_parse ("BV/001/2020/I-OB", NULL);
  g_autoptr (VlgAnnex) annex = vlg_annex_new ();
  g_autoptr (VlgMark) mark = vlg_mark_new ("sixth");
  g_autoptr (VlgSignatory) signatory = vlg_signatory_new ("A. Beispiel", "Bürgermeisterin", VLG_BLOCK_COUNCIL, 10, 20);
  g_autoptr (VlgRelation) relation = vlg_relation_new (VLG_RELATION_AMENDS, number);
  VlgAnnexFile file = { NULL, (char *) "plan.pdf", (char *) "application/pdf", 12 };
  VlgVotes votes = { 7, 3, 0, -1, 10 };

  vlg_motion_set_number (motion, number);
  vlg_motion_set_text (motion, VLG_FIELD_TITLE, "Spielplatz");
  vlg_motion_set_revision (motion, 3);
  vlg_motion_set_profile_version (motion, "version");
  vlg_consultation_set_votes (add_row (motion, "Stadtrat", 100, VLG_RESULT_NONE), &votes);
  vlg_annex_set_file (annex, &file);
  g_list_store_append (vlg_motion_get_annexes (motion), annex);
  vlg_mark_set_goals (mark, goals);
  g_list_store_append (vlg_motion_get_marks (motion), mark);
  g_list_store_append (vlg_motion_get_signatories (motion), signatory);
  g_list_store_append (vlg_motion_get_relations (motion), relation);

  return motion;
}

static gpointer
first (GListStore *list)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (list), 0);

  return item; /* the list keeps it */
}

static void
test_copy (void)
{
  g_autoptr (VlgMotion) motion = new_full ();
  g_autoptr (VlgMotion) copy = vlg_motion_copy (motion);
  g_autoptr (VlgMotion) other = NULL;

  g_assert_true (vlg_motion_equal (motion, copy));
  g_assert_cmpint (vlg_motion_get_revision (copy), ==, 3);
  g_assert_cmpstr (vlg_motion_get_profile_version (copy), ==, "version");

  /* revision and profile version aside */
  vlg_motion_set_revision (copy, 4);
  vlg_motion_set_profile_version (copy, NULL);
  g_assert_true (vlg_motion_equal (motion, copy));

  /* deep: a change of the copy leaves the original alone */
  vlg_consultation_set_day (first (vlg_motion_get_consultations (copy)), 101);
  g_assert_cmpuint (vlg_consultation_get_day (first (vlg_motion_get_consultations (motion))), ==, 100);
  g_assert_false (vlg_motion_equal (motion, copy));

  other = vlg_motion_copy (motion);
  vlg_mark_set_ticked (first (vlg_motion_get_marks (other)), TRUE);
  g_assert_false (vlg_motion_equal (motion, other));
}

static void
test_unequal (void)
{
  g_autoptr (VlgMotion) motion = new_full ();
  VlgAnnexFile file = { NULL, (char *) "plan.pdf", (char *) "application/pdf", 13 };

  for (guint i = 0; i < 9; i++)
    {
      g_autoptr (VlgMotion) copy = vlg_motion_copy (motion);

      switch (i)
        {
          case 0: vlg_motion_set_text (copy, VLG_FIELD_UNRECOGNISED, "x"); break;
          case 1: vlg_motion_set_number (copy, NULL); break;
          case 2: vlg_motion_set_decided_on (copy, 5); break;
          case 3: vlg_annex_set_file (first (vlg_motion_get_annexes (copy)), &file); break;
          case 4: vlg_annex_set_file (first (vlg_motion_get_annexes (copy)), NULL); break;
          case 5: vlg_mark_set_goals (first (vlg_motion_get_marks (copy)), NULL); break;
          case 6: g_list_store_remove_all (vlg_motion_get_relations (copy)); break;
          case 7: vlg_consultation_set_votes (first (vlg_motion_get_consultations (copy)), NULL); break;
          default: vlg_consultation_set_confirmation (first (vlg_motion_get_consultations (copy)), "x", "y", 1); break;
        }
      g_test_message ("change %u", i);
      g_assert_false (vlg_motion_equal (motion, copy));
      g_assert_false (vlg_motion_equal (copy, motion));
    }
}

static void
test_state_postponed (void)
{
  g_autoptr (VlgMotion) motion = new_released ();
  VlgConsultation *last;

  for (guint i = 0; i < 5; i++)
    add_row (motion, "Stadtrat", vlg_day_new (2020, i + 1, 10), VLG_RESULT_POSTPONED);
  last = add_row (motion, "Stadtrat", vlg_day_new (2020, 6, 10), VLG_RESULT_NONE);

  g_assert_true (vlg_motion_get_deciding (motion) == last);
  g_assert_cmpint (vlg_motion_get_state (motion), ==, VLG_STATE_IN_CONSULTATION);
  g_assert_cmpuint (vlg_motion_get_next_day (motion), ==, vlg_day_new (2020, 6, 10));

  vlg_consultation_set_result (last, VLG_RESULT_ADOPTED_WITH_CHANGES);
  g_assert_cmpint (vlg_motion_get_state (motion), ==, VLG_STATE_ADOPTED_WITH_CHANGES);
  g_assert_cmpuint (vlg_motion_get_next_day (motion), ==, VLG_DAY_NONE);
}

static void
test_state_votes (void)
{
  g_autoptr (VlgMotion) motion = new_released ();
  VlgConsultation *row = add_row (motion, "Stadtrat", vlg_day_new (2020, 6, 10), VLG_RESULT_NONE);
  VlgVotes votes = VLG_VOTES_NONE;

  votes.in_favour = votes.against = 25;
  vlg_consultation_set_votes (row, &votes);
  g_assert_cmpint (vlg_motion_get_state (motion), ==, VLG_STATE_REJECTED);

  votes.in_favour = 26;
  vlg_consultation_set_votes (row, &votes);
  g_assert_cmpint (vlg_motion_get_state (motion), ==, VLG_STATE_ADOPTED);

  /* what the record says goes before what its votes say */
  vlg_consultation_set_result (row, VLG_RESULT_NOTED);
  g_assert_cmpint (vlg_motion_get_state (motion), ==, VLG_STATE_NOTED);
}

static void
test_state_withdrawn (void)
{
  g_autoptr (VlgMotion) motion = new_released ();
  VlgConsultation *row = add_row (motion, "Stadtrat", vlg_day_new (2020, 6, 10), VLG_RESULT_ADOPTED);

  vlg_motion_set_stage (motion, VLG_STAGE_WITHDRAWN);
  g_assert_cmpint (vlg_motion_get_state (motion), ==, VLG_STATE_WITHDRAWN);
  g_assert_cmpuint (vlg_motion_get_next_day (motion), ==, VLG_DAY_NONE);

  vlg_motion_set_stage (motion, VLG_STAGE_RELEASED);
  vlg_consultation_set_result (row, VLG_RESULT_WITHDRAWN);
  g_assert_cmpint (vlg_motion_get_state (motion), ==, VLG_STATE_WITHDRAWN);
}

static void
test_state_deciding (void)
{
  g_autoptr (VlgMotion) motion = new_released ();
  VlgConsultation *committee = add_row (motion, "Hauptausschuss", VLG_DAY_NONE, VLG_RESULT_NONE);
  VlgConsultation *council = add_row (motion, "Stadtrat", VLG_DAY_NONE, VLG_RESULT_NONE);
  VlgConsultation *told;

  g_assert_cmpint (vlg_motion_get_state (motion), ==, VLG_STATE_RELEASED);

  /* a date to come is no consultation yet */
  vlg_consultation_set_day (committee, vlg_day_new (9999, 1, 1));
  g_assert_cmpint (vlg_motion_get_state (motion), ==, VLG_STATE_RELEASED);
  g_assert_cmpuint (vlg_motion_get_next_day (motion), ==, vlg_day_new (9999, 1, 1));

  vlg_consultation_set_result (committee, VLG_RESULT_REJECTED);
  g_assert_cmpint (vlg_motion_get_state (motion), ==, VLG_STATE_IN_CONSULTATION);

  /* information behind the decision does not decide */
  vlg_consultation_set_role (council, VLG_ROLE_DECISION);
  told = add_row (motion, "Ortschaftsrat", VLG_DAY_NONE, VLG_RESULT_NOTED);
  vlg_consultation_set_role (told, VLG_ROLE_INFORMATION);
  g_assert_true (vlg_motion_get_deciding (motion) == council);
  g_assert_cmpint (vlg_motion_get_state (motion), ==, VLG_STATE_IN_CONSULTATION);

  vlg_motion_set_decided_on (motion, vlg_day_new (2020, 6, 10));
  g_assert_cmpint (vlg_motion_get_state (motion), ==, VLG_STATE_ADOPTED);
  vlg_consultation_set_result (council, VLG_RESULT_REJECTED);
  g_assert_cmpint (vlg_motion_get_state (motion), ==, VLG_STATE_REJECTED);
}

static void
test_state_draft (void)
{
  g_autoptr (VlgMotion) motion = vlg_motion_new ();

  /* planned dates do not make a draft a matter of consultation */
  add_row (motion, "Stadtrat", vlg_day_new (2020, 6, 10), VLG_RESULT_NONE);
  g_assert_cmpint (vlg_motion_get_state (motion), ==, VLG_STATE_DRAFT);
  vlg_motion_set_stage (motion, VLG_STAGE_SUBMITTED);
  g_assert_cmpint (vlg_motion_get_state (motion), ==, VLG_STATE_SUBMITTED);
  vlg_motion_set_stage (motion, VLG_STAGE_RETURNED);
  g_assert_cmpint (vlg_motion_get_state (motion), ==, VLG_STATE_RETURNED);
  vlg_motion_set_stage (motion, VLG_STAGE_RELEASED);
  g_assert_cmpint (vlg_motion_get_state (motion), ==, VLG_STATE_IN_CONSULTATION);
}

static void
test_signatory (void)
{
  g_autoptr (VlgSignatory) open = vlg_signatory_new (NULL, NULL, VLG_BLOCK_SUBMITTER, VLG_DAY_NONE, VLG_DAY_NONE);
  g_autoptr (VlgSignatory) bounded = vlg_signatory_new ("A", "B", VLG_BLOCK_COUNCIL, 10, 20);

  g_assert_cmpstr (vlg_signatory_get_name (open), ==, "");
  g_assert_true (vlg_signatory_is_valid_on (open, 1));
  g_assert_false (vlg_signatory_is_valid_on (bounded, 9));
  g_assert_true (vlg_signatory_is_valid_on (bounded, 10));
  g_assert_true (vlg_signatory_is_valid_on (bounded, 20));
  g_assert_false (vlg_signatory_is_valid_on (bounded, 21));
  g_assert_true (vlg_signatory_is_valid_on (bounded, VLG_DAY_NONE));
}

static void
test_nicks (void)
{
  int value = 99;

  g_assert_cmpstr (vlg_enum_to_nick (VLG_TYPE_RESULT, VLG_RESULT_ADOPTED_WITH_CHANGES), ==, "adopted-with-changes");
  g_assert_true (vlg_enum_from_nick (VLG_TYPE_RESULT, "not-dealt-with", &value));
  g_assert_cmpint (value, ==, VLG_RESULT_NOT_DEALT_WITH);
  g_assert_false (vlg_enum_from_nick (VLG_TYPE_RESULT, "draft", &value));
  g_assert_false (vlg_enum_from_nick (VLG_TYPE_RESULT, NULL, &value));
  g_assert_cmpint (value, ==, VLG_RESULT_NOT_DEALT_WITH);
  g_assert_cmpstr (vlg_result_get_label (VLG_RESULT_REMOVED), ==, "Removed from agenda");
  g_assert_cmpstr (vlg_state_get_label (VLG_STATE_DONE), ==, "Done");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/motion/new", test_new);
  g_test_add_func ("/motion/notify", test_notify);
  g_test_add_func ("/motion/properties", test_properties);
  g_test_add_func ("/motion/consultation-notify", test_consultation_notify);
  g_test_add_func ("/motion/copy", test_copy);
  g_test_add_func ("/motion/unequal", test_unequal);
  g_test_add_func ("/motion/state/postponed", test_state_postponed);
  g_test_add_func ("/motion/state/votes", test_state_votes);
  g_test_add_func ("/motion/state/withdrawn", test_state_withdrawn);
  g_test_add_func ("/motion/state/deciding", test_state_deciding);
  g_test_add_func ("/motion/state/draft", test_state_draft);
  g_test_add_func ("/motion/signatory", test_signatory);
  g_test_add_func ("/motion/nicks", test_nicks);

  return g_test_run ();
}
