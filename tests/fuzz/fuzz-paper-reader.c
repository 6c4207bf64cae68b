/* fuzz-paper-reader.c — mutated papers: a motion or an error, never a crash
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * LLVMFuzzerTestOneInput() is what libFuzzer drives (link without main: -DVLG_FUZZ_ENGINE). Without it main() changes the sample a bounded
 * number of times, so that every test run does a little of it; with arguments it reads those files. */

#include "config.h"

#include <stdint.h>
#include <string.h>

#include "vlg-document.h"
#include "vlg-paper-reader.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check_text (const char *text)
{
  g_assert_nonnull (text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

static void
check_motion (VlgMotion *motion)
{
  GListModel *annexes = G_LIST_MODEL (vlg_motion_get_annexes (motion));
  GListModel *consultations = G_LIST_MODEL (vlg_motion_get_consultations (motion));
  GListModel *signatories = G_LIST_MODEL (vlg_motion_get_signatories (motion));

  for (VlgField field = VLG_FIELD_NUMBER; field <= VLG_FIELD_UNRECOGNISED; field++)
    if (vlg_field_is_text (field))
      check_text (vlg_motion_get_text (motion, field));
  for (guint i = 0; i < g_list_model_get_n_items (annexes); i++)
    {
      g_autoptr (VlgAnnex) annex = g_list_model_get_item (annexes, i);

      g_assert_cmpuint (vlg_annex_get_number (annex), >, 0);
      check_text (vlg_annex_get_title (annex));
      check_text (vlg_annex_get_text (annex));
    }
  for (guint i = 0; i < g_list_model_get_n_items (consultations); i++)
    {
      g_autoptr (VlgConsultation) consultation = g_list_model_get_item (consultations, i);

      check_text (vlg_consultation_get_body (consultation));
      check_text (vlg_consultation_get_confirmed_by (consultation));
    }
  for (guint i = 0; i < g_list_model_get_n_items (signatories); i++)
    {
      g_autoptr (VlgSignatory) signatory = g_list_model_get_item (signatories, i);

      check_text (vlg_signatory_get_name (signatory));
      check_text (vlg_signatory_get_role (signatory));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static VlgProfile *profile;
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (VlgImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMotion) motion = NULL;

  if (profile == NULL)
    profile = vlg_profile_new_default ();

  motion = vlg_paper_reader_read (bytes, "fuzz", profile, &report, &error);
  g_assert_true ((motion == NULL) == (error != NULL));
  g_assert_true ((motion == NULL) == (report == NULL));
  if (motion != NULL)
    check_motion (motion);

  return 0;
}

#ifndef VLG_FUZZ_ENGINE

#define N_RUNS 4000

/* What makes the reader take other ways. */
static const char * const words[] = {
  "Titel:", "Beschluss:", "Anlage 1:", "Anlage 2: Plan", "Anlage 999:", "Beratungsfolge Status Termin Für Gegen Enthaltung Bestätigung",
  "Beratungsfolge      Status     Termin    Für", "nicht", "öffentlich", "28.02.2018", "[x]", "[", "]", "☒", "\f", "\n\n\n", "-\n", "\xc2\xad", "\xe2\x80\x90\n",
  "beschlossen im Stadtrat am:", "1. ", "2. ", "- ", "Oberbürgermeister\n", "Relevanz mit Leitbild\n", "Seite 1 von 3", "BV/1/2026", "37 00 00",
  "\t", "   ", "\xff", "\xe2\x82", "Begründung:", "Vorlage - ", "Betreff:", "Drucksache", "\\", "*", "`", "<", "M01",
};

static void
mutate (GByteArray *data,
        GRand      *rand)
{
  guint n = g_rand_int_range (rand, 1, 8);

  for (guint i = 0; i < n; i++)
    {
      guint at = data->len > 0 ? g_rand_int_range (rand, 0, data->len) : 0;
      guint wanted = g_rand_int_range (rand, 1, 200);
      guint length = MIN (data->len - at, wanted);
      g_autoptr (GByteArray) tail = g_byte_array_new ();

      switch (g_rand_int_range (rand, 0, 5))
        {
        case 0:
          if (data->len > 0)
            data->data[at] = g_rand_int_range (rand, 0, 256);
          break;

        case 1:
          if (length > 0)
            g_byte_array_remove_range (data, at, length);
          break;

        case 2:
          /* A piece moves to the end. */
          g_byte_array_append (tail, data->data + at, length);
          g_byte_array_append (data, tail->data, tail->len);
          break;

        default:
          {
            const char *word = words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))];

            g_byte_array_append (tail, data->data + at, data->len - at);
            g_byte_array_set_size (data, at);
            g_byte_array_append (data, (const guint8 *) word, strlen (word));
            g_byte_array_append (data, tail->data, tail->len);
          }
          break;
        }
    }
}

static void
test_mutations (void)
{
  g_autofree char *path = g_build_filename (g_test_get_dir (G_TEST_DIST), "..", "data", "sample", "sample.txt", NULL);
  g_autofree char *sample = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &sample, &length, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autoptr (GByteArray) data = g_byte_array_new ();

      g_byte_array_append (data, (const guint8 *) sample, length);
      mutate (data, rand);
      LLVMFuzzerTestOneInput (data->data, data->len);
    }
}

/* Inputs in which something that is looked for is all there is. */
static void
test_extremes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      LLVMFuzzerTestOneInput ((const uint8_t *) words[i], strlen (words[i]));
      for (guint n = 0; n < 2000; n++)
        g_string_append (text, words[i]);
      LLVMFuzzerTestOneInput ((const uint8_t *) text->str, text->len);
      g_string_prepend (text, "Drucksachen-Nr.: BV/1/2026\nEinreicher: x\nTitel: x\nBegründung:\n");
      LLVMFuzzerTestOneInput ((const uint8_t *) text->str, text->len);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  if (argc > 1)
    {
      for (int i = 1; i < argc; i++)
        {
          g_autofree char *data = NULL;
          gsize length;

          if (g_file_get_contents (argv[i], &data, &length, NULL))
            LLVMFuzzerTestOneInput ((const uint8_t *) data, length);
        }
      return 0;
    }

  g_test_add_func ("/fuzz/paper-reader/mutations", test_mutations);
  g_test_add_func ("/fuzz/paper-reader/extremes", test_extremes);

  return g_test_run ();
}

#endif
