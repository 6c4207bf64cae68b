/* test-motion-text.c — what is kept outside the database has every word
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "vlg-motion-text.h"

/* Adds a word that stands nowhere else. Borrowed. */
static const char *
word (GPtrArray *words)
{
  g_ptr_array_add (words, g_strdup_printf ("Wort%u", 100 + words->len));

  return words->pdata[words->len - 1];
}

static void
add_consultation (VlgMotion *motion,
                  GPtrArray *words)
{
  g_autoptr (VlgConsultation) row = vlg_consultation_new ();
  VlgVotes votes = { .in_favour = 731, .against = 732, .abstentions = 733, .excluded = 734, .present = 735 };

  vlg_consultation_set_body (row, word (words));
  vlg_consultation_set_day (row, vlg_day_new (2031, 3, 19));
  vlg_consultation_set_role (row, VLG_ROLE_DECISION);
  vlg_consultation_set_visibility (row, VLG_VISIBILITY_PUBLIC);
  vlg_consultation_set_result (row, VLG_RESULT_POSTPONED);
  vlg_consultation_set_result_wording (row, word (words));
  vlg_consultation_set_votes (row, &votes);
  vlg_consultation_set_confirmation (row, word (words), word (words), 1);
  g_list_store_append (vlg_motion_get_consultations (motion), row);
}

static void
add_parts (VlgMotion *motion,
           GPtrArray *words)
{
  g_autoptr (VlgMark) mark = vlg_mark_new ("community");
  g_autoptr (VlgMotionNumber) target = vlg_motion_number_parse ("BV/024/2013/I-OB", NULL);
  g_autoptr (VlgRelation) relation = vlg_relation_new (VLG_RELATION_REPEALS, target);
  g_autoptr (VlgSignatory) signatory = vlg_signatory_new (word (words), word (words), VLG_BLOCK_COUNCIL, VLG_DAY_NONE, VLG_DAY_NONE);
  g_autoptr (VlgAnnex) annex = vlg_annex_new ();
  const char *goals[] = { "M77", NULL };

  vlg_mark_set_ticked (mark, TRUE);
  vlg_mark_set_goals (mark, goals);
  vlg_mark_set_rationale (mark, word (words));
  g_list_store_append (vlg_motion_get_marks (motion), mark);
  vlg_motion_set_relevance (motion, VLG_RELEVANCE_RELEVANT);
  g_list_store_append (vlg_motion_get_relations (motion), relation);
  g_list_store_append (vlg_motion_get_signatories (motion), signatory);
  vlg_annex_set_number (annex, 1);
  vlg_annex_set_title (annex, word (words));
  vlg_annex_set_text (annex, word (words));
  g_list_store_append (vlg_motion_get_annexes (motion), annex);
}

static void
test_every_word (void)
{
  static const char *const others[] = { "BV/007/2031/II-66", "03/19/2031", "03/01/2031", "03/02/2031", "Decision", "Public", "Postponed", "731", "732", "733", "734", "735",
                                        "M77", "Soziales Miteinander", "Repeals", "BV/024/2013/I-OB" };
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autoptr (VlgMotion) motion = vlg_motion_new ();
  g_autoptr (VlgMotionNumber) number = vlg_motion_number_parse ("BV/007/2031/II-66", NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  vlg_motion_set_number (motion, number);
  vlg_motion_set_received_on (motion, vlg_day_new (2031, 3, 1));
  vlg_motion_set_decided_on (motion, vlg_day_new (2031, 3, 2));
  for (VlgField field = VLG_FIELD_NONE + 1; field < VLG_N_FIELDS; field++)
    if (vlg_field_is_text (field))
      vlg_motion_set_text (motion, field, word (words));
  add_consultation (motion, words);
  add_parts (motion, words);
  text = vlg_motion_text_make (motion, profile, FALSE);

  for (guint i = 0; i < words->len; i++)
    if (strstr (text, words->pdata[i]) == NULL)
      g_error ("“%s” is not in:\n%s", (char *) words->pdata[i], text);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (strstr (text, others[i]) == NULL)
      g_error ("“%s” is not in:\n%s", others[i], text);
}

/* To be read without marks; to be kept with them, and with the blank lines between paragraphs. */
static void
test_marks (void)
{
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autoptr (VlgMotion) motion = vlg_motion_new ();
  g_autofree char *kept = NULL;
  g_autofree char *read = NULL;

  vlg_motion_set_text (motion, VLG_FIELD_REASONING, "Der Weg ist *schmal*.\n\nEr wird breiter.");
  kept = vlg_motion_text_make (motion, profile, FALSE);
  read = vlg_motion_text_make (motion, profile, TRUE);
  g_assert_nonnull (strstr (kept, "  Der Weg ist *schmal*.\n\n  Er wird breiter.\n"));
  g_assert_nonnull (strstr (read, "  Der Weg ist schmal.\n  Er wird breiter.\n"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/motion-text/every-word", test_every_word);
  g_test_add_func ("/motion-text/marks", test_marks);

  return g_test_run ();
}
