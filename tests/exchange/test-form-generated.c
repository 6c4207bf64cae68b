/* test-form-generated.c — generated forms of odd shapes read back as what they were made of
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "form-generator.h"
#include "vlg-document.h"
#include "vlg-paper-reader.h"

#define N_FORMS 300

static void
assert_same_lines (const char *expected,
                   const char *actual,
                   const char *form)
{
  g_auto (GStrv) left = g_strsplit (expected, "\n", -1);
  g_auto (GStrv) right = g_strsplit (actual, "\n", -1);

  for (guint i = 0; left[i] != NULL || right[i] != NULL; i++)
    {
      if (g_strcmp0 (left[i], right[i]) == 0)
        continue;
      g_test_message ("%s", form);
      g_assert_cmpstr (left[i], ==, right[i]);
    }
}

static void
test_read_back (gconstpointer data)
{
  FormStyle style = GPOINTER_TO_INT (data);
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (20170422 + style);

  for (guint i = 0; i < N_FORMS; i++)
    {
      g_autoptr (VlgMotion) motion = form_generator_motion (rand, profile, i);
      g_autofree char *form = form_generator_print (motion, profile, style, 60 + i % 40);
      g_autoptr (VlgImportReport) report = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (VlgMotion) read = vlg_form_read (form, profile, &report, &error);
      g_autofree char *expected = form_projection (motion, profile);
      g_autofree char *actual = NULL;

      g_assert_no_error (error);
      actual = form_projection (read, profile);
      assert_same_lines (expected, actual, form);
      g_assert_cmpstr (vlg_motion_get_text (read, VLG_FIELD_UNRECOGNISED), ==, "");
      g_assert_cmpuint (vlg_import_report_get_n_unrecognised (report), ==, 0);
    }
}

/* All words of a motion's fields. */
static char *
collect_words (VlgMotion  *motion,
               VlgProfile *profile)
{
  g_autofree char *projection = form_projection (motion, profile);
  GString *all = g_string_new (projection);

  g_string_append (all, vlg_motion_get_text (motion, VLG_FIELD_UNRECOGNISED));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (vlg_motion_get_marks (motion))); i++)
    {
      g_autoptr (VlgMark) mark = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_marks (motion)), i);
      g_autofree char *goals = g_strjoinv (" ", (char **) vlg_mark_get_goals (mark));

      g_string_append_printf (all, " %s %s", vlg_mark_get_field (mark), goals);
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (vlg_motion_get_consultations (motion))); i++)
    {
      g_autoptr (VlgConsultation) consultation = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_consultations (motion)), i);

      g_string_append_printf (all, " %s", vlg_consultation_get_result_wording (consultation));
    }

  return g_string_free (all, FALSE);
}

/* Lines of a good form in a wild order, with strange ones between them: whatever is made of it, no word may be lost. Each line carries a word
 * that stands nowhere else. */
static void
test_nothing_is_lost (void)
{
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (4711);

  for (guint i = 0; i < N_FORMS; i++)
    {
      g_autoptr (VlgMotion) motion = form_generator_motion (rand, profile, i);
      g_autofree char *form = form_generator_print (motion, profile, i % FORM_N_STYLES, 80);
      g_auto (GStrv) lines = g_strsplit (form, "\n", -1);
      g_autoptr (GString) shaken = g_string_new (NULL);
      g_autoptr (VlgMotion) read = NULL;
      g_autofree char *all = NULL;
      guint n_words = 0;

      for (guint line = 0; lines[line] != NULL; line++)
        {
          guint other = g_rand_int_range (rand, 0, g_strv_length (lines));

          g_string_append_printf (shaken, "%s\n", lines[g_rand_int_range (rand, 0, 6) == 0 ? other : line]);
          if (g_rand_int_range (rand, 0, 3) == 0)
            g_string_append_printf (shaken, "%sQ%uQ\n", g_rand_boolean (rand) ? "Zeile " : "", n_words++);
          if (g_rand_int_range (rand, 0, 40) == 0)
            g_string_append_c (shaken, '\f');
        }

      read = vlg_form_read (shaken->str, profile, NULL, NULL);
      g_assert_nonnull (read);
      all = collect_words (read, profile);
      for (guint word = 0; word < n_words; word++)
        {
          g_autofree char *wanted = g_strdup_printf ("Q%uQ", word);

          if (strstr (all, wanted) == NULL)
            {
              g_test_message ("%s\n----\n%s", shaken->str, all);
              g_error ("form %u: %s is lost", i, wanted);
            }
        }
    }
}

/* A long annex takes time in proportion to its length. */
static void
test_linear (void)
{
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (300);
  gint64 took[2] = { G_MAXINT64, G_MAXINT64 };
  gsize sizes[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (VlgMotion) motion = form_generator_motion (rand, profile, 1);
      g_autofree char *form = NULL;

      form_generator_add_annex (rand, motion, i == 0 ? 75 : 300);
      form = form_generator_print (motion, profile, FORM_STYLE_CELLS, 86);
      sizes[i] = strlen (form);
      for (guint run = 0; run < 3; run++)
        {
          gint64 start = g_get_monotonic_time ();
          g_autoptr (VlgMotion) read = vlg_form_read (form, profile, NULL, NULL);

          g_assert_nonnull (read);
          took[i] = MIN (took[i], g_get_monotonic_time () - start);
        }
    }

  g_test_message ("%" G_GSIZE_FORMAT " bytes in %" G_GINT64_FORMAT " µs, %" G_GSIZE_FORMAT " bytes in %" G_GINT64_FORMAT " µs",
                  sizes[0], took[0], sizes[1], took[1]);
  g_assert_cmpint (took[1], <, 3 * took[0] * (gint64) sizes[1] / (gint64) sizes[0] + 20000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/exchange/generated/cells", GINT_TO_POINTER (FORM_STYLE_CELLS), test_read_back);
  g_test_add_data_func ("/exchange/generated/layout", GINT_TO_POINTER (FORM_STYLE_LAYOUT), test_read_back);
  g_test_add_func ("/exchange/generated/nothing-is-lost", test_nothing_is_lost);
  g_test_add_func ("/exchange/generated/linear", test_linear);

  return g_test_run ();
}
