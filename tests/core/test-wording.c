/* test-wording.c — votes and results as German records word them
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "vlg-kinds.h"
#include "vlg-votes.h"

#include <stdio.h>
#include <string.h>

static void
assert_votes (const char *wording,
              int         in_favour,
              int         against,
              int         abstentions,
              int         excluded,
              int         present)
{
  VlgVotes votes = VLG_VOTES_NONE;

  g_test_message ("%s", wording);
  g_assert_true (vlg_votes_parse (wording, &votes));
  g_assert_cmpint (votes.in_favour, ==, in_favour);
  g_assert_cmpint (votes.against, ==, against);
  g_assert_cmpint (votes.abstentions, ==, abstentions);
  g_assert_cmpint (votes.excluded, ==, excluded);
  g_assert_cmpint (votes.present, ==, present);
}

static void
test_votes (void)
{
  assert_votes ("Ja: 30, Nein: 06, Enthaltung: 01", 30, 6, 1, -1, -1);
  assert_votes ("Ja: 37, Nein: 00, Enthaltung: 00", 37, 0, 0, -1, -1);
  assert_votes ("JA 5  NEIN 2  ENTHALTUNG 3", 5, 2, 3, -1, -1);
  assert_votes ("Ja\n5\nNein\n2", 5, 2, -1, -1, -1);
  assert_votes ("12 Ja / 3 Nein / 1 Enthaltung", 12, 3, 1, -1, -1);
  assert_votes ("12 Ja 3 Nein 1 Enthaltung", 12, 3, 1, -1, -1);
  assert_votes ("9 Ja-Stimmen, 21 Nein-Stimmen, 4 Stimmenthaltungen", 9, 21, 4, -1, -1);
  assert_votes ("9 Jastimmen bei 2 Gegenstimmen", 9, 2, -1, -1, -1);
  assert_votes ("dafür: 7, Enth.: 2", 7, -1, 2, -1, -1);
  assert_votes ("dafür: 3 / dagegen: 11 (5 Rot, 6 Grün)", 3, 11, -1, -1, -1);
  assert_votes ("Ja (30), Nein (6)", 30, 6, -1, -1, -1);
  assert_votes ("beschlossen (Ja: 30, Nein: 6)", 30, 6, -1, -1, -1);
  assert_votes ("Ja: 15, Nein: 8, Enthaltungen: 0, Befangen: 2, Anwesend: 25", 15, 8, 0, 2, 25);
  assert_votes ("Mitwirkungsverbot: 1; Für: 8, Gegen: 2", 8, 2, -1, 1, -1);
  assert_votes ("einstimmig bei 2 Enthaltungen angenommen", -1, -1, 2, -1, -1);
  assert_votes ("mehrheitlich bei einer Gegenstimme und zwei Enthaltungen", -1, 1, 2, -1, -1);
  assert_votes ("ohne Gegenstimmen, keine Enthaltungen", -1, 0, 0, -1, -1);
  assert_votes ("5 Stimmen dafür, 4 Stimmen dagegen", 5, 4, -1, -1, -1);
  assert_votes ("TOP 4, Sitzung 3: Ja: 5", 5, -1, -1, -1, -1);
  /* the groups' shares follow the sum */
  assert_votes ("Ja: 10, Nein: 1; Fraktion A Ja: 4, Nein: 1", 10, 1, -1, -1, -1);
}

static void
test_no_votes (void)
{
  static const char * const wordings[] = {
    "", "einstimmig", "einstimmig dafür", "zur Kenntnis genommen", "Ja", "10 (4 Rot, 3 Grün)", "gegen 16 Uhr", "für 3 Jahre",
    "am 16.05.2007", "Jahr 2007", "Ja: 123456",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wordings); i++)
    {
      VlgVotes votes = { 1, 2, 3, 4, 5 };

      g_test_message ("%s", wordings[i]);
      g_assert_false (vlg_votes_parse (wordings[i], &votes));
      g_assert_cmpint (votes.in_favour, ==, 1);
    }
}

static void
test_outcome (void)
{
  VlgVotes votes = VLG_VOTES_NONE;

  g_assert_true (vlg_votes_is_none (&votes));
  g_assert_cmpint (vlg_votes_sum (&votes), ==, 0);
  g_assert_cmpint (vlg_votes_outcome (&votes), ==, VLG_RESULT_NONE);

  votes.in_favour = 25;
  g_assert_false (vlg_votes_is_none (&votes));
  g_assert_cmpint (vlg_votes_outcome (&votes), ==, VLG_RESULT_NONE);

  votes.against = 25;
  g_assert_cmpint (vlg_votes_outcome (&votes), ==, VLG_RESULT_REJECTED);
  votes.against = 24;
  votes.abstentions = 30;
  g_assert_cmpint (vlg_votes_outcome (&votes), ==, VLG_RESULT_ADOPTED);
  g_assert_cmpint (vlg_votes_sum (&votes), ==, 79);

  votes = VLG_VOTES_NONE;
  votes.in_favour = votes.against = 0;
  g_assert_cmpint (vlg_votes_outcome (&votes), ==, VLG_RESULT_REJECTED);
}

static void
test_cell (void)
{
  static const struct { const char *cell; gboolean good; int count; } cases[] = {
    { "", TRUE, -1 }, { "  ", TRUE, -1 }, { "00", TRUE, 0 }, { " 7\n", TRUE, 7 }, { "06", TRUE, 6 }, { "9999", TRUE, 9999 },
    { "10000", FALSE, 0 }, { "-1", FALSE, 0 }, { "7 ja", FALSE, 0 }, { "x", FALSE, 0 }, { "1.5", FALSE, 0 },
    { "99999999999999999999", FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int count = -7;

      g_assert_cmpint (vlg_votes_parse_cell (cases[i].cell, &count), ==, cases[i].good);
      g_assert_cmpint (count, ==, cases[i].good ? cases[i].count : -7);
    }
}

static void
test_results (void)
{
  static const struct { const char *wording; VlgResult result; } cases[] = {
    { "ungeändert beschlossen", VLG_RESULT_ADOPTED },
    { "Mehrheitlich beschlossen", VLG_RESULT_ADOPTED },
    { "einstimmig bei 2 Enthaltungen angenommen", VLG_RESULT_ADOPTED },
    { "einstimmig dafür", VLG_RESULT_ADOPTED },
    { "zugestimmt", VLG_RESULT_ADOPTED },
    { "bestätigt", VLG_RESULT_ADOPTED },
    { "geändert beschlossen", VLG_RESULT_ADOPTED_WITH_CHANGES },
    { "GEÄNDERT BESCHLOSSEN", VLG_RESULT_ADOPTED_WITH_CHANGES },
    { "mit Änderungen im Ausschuss beschlossen", VLG_RESULT_ADOPTED_WITH_CHANGES },
    { "in abgeänderter Form angenommen", VLG_RESULT_ADOPTED_WITH_CHANGES },
    { "Einstimmig empfohlen", VLG_RESULT_RECOMMENDED },
    { "ungeändert empfohlen", VLG_RESULT_RECOMMENDED },
    { "mit Änderungen empfohlen", VLG_RESULT_RECOMMENDED_WITH_CHANGES },
    { "mehrheitlich abgelehnt", VLG_RESULT_REJECTED },
    { "nicht beschlossen", VLG_RESULT_REJECTED },
    { "nicht empfohlen", VLG_RESULT_REJECTED },
    { "Kenntnis genommen", VLG_RESULT_NOTED },
    { "Beschluss: zur Kenntnis genommen", VLG_RESULT_NOTED },
    { "zustimmend zur\n Kenntnis genommen", VLG_RESULT_NOTED },
    { "vertagt", VLG_RESULT_POSTPONED },
    { "zurückgestellt", VLG_RESULT_HELD_BACK },
    { "zuru\314\210ckgestellt", VLG_RESULT_HELD_BACK },
    { "in den Hauptausschuss verwiesen", VLG_RESULT_REFERRED },
    { "von der Tagesordnung abgesetzt", VLG_RESULT_REMOVED },
    { "Nichtbehandlung", VLG_RESULT_NOT_DEALT_WITH },
    { "nicht behandelt", VLG_RESULT_NOT_DEALT_WITH },
    { "zurückgezogen", VLG_RESULT_WITHDRAWN },
    { "Die Fraktion zieht ihre Vorlage zurück.", VLG_RESULT_WITHDRAWN },
    /* counts alone decide too; a tie rejects */
    { "Abstimmung: Ja: 20, Nein: 0", VLG_RESULT_ADOPTED },
    { "9 Ja-Stimmen, 9 Nein-Stimmen", VLG_RESULT_REJECTED },
    /* not understood is never guessed */
    { "", VLG_RESULT_NONE },
    { "Beschlussvorschlag", VLG_RESULT_NONE },
    { "einstimmig", VLG_RESULT_NONE },
    { "Ja: 10, Enth.: 1", VLG_RESULT_NONE },
    { "Der Antrag auf Vertagung wird abgelehnt.", VLG_RESULT_NONE },
    { "Punkt 1 abgelehnt, Punkt 2 beschlossen", VLG_RESULT_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].wording);
      g_assert_cmpint (vlg_result_parse (cases[i].wording), ==, cases[i].result);
    }
}

static void
test_final (void)
{
  g_assert_false (vlg_result_is_final (VLG_RESULT_NONE));
  g_assert_false (vlg_result_is_final (VLG_RESULT_POSTPONED));
  g_assert_false (vlg_result_is_final (VLG_RESULT_HELD_BACK));
  g_assert_false (vlg_result_is_final (VLG_RESULT_NOT_DEALT_WITH));
  g_assert_true (vlg_result_is_final (VLG_RESULT_ADOPTED));
  g_assert_true (vlg_result_is_final (VLG_RESULT_NOTED));
  g_assert_true (vlg_result_is_final (VLG_RESULT_WITHDRAWN));
}

static char *
read_case (const char *name)
{
  const char *folder = g_getenv ("VORLAGE_CASES");
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (folder == NULL)
    {
      g_test_skip ("VORLAGE_CASES is not set");
      return NULL;
    }

  path = g_build_filename (folder, name, NULL);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

/* Every line of real minutes that gives votes or a result, against what sscanf() reads. */
static void
test_real_minutes (gconstpointer name)
{
  g_autofree char *text = read_case (name);
  g_auto (GStrv) lines = NULL;
  guint n_votes = 0, n_results = 0;

  if (text == NULL)
    return;

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      int in_favour, against, abstentions;

      if (sscanf (lines[i], "Abstimmung: Ja: %d, Nein: %d, Enthaltung: %d", &in_favour, &against, &abstentions) == 3)
        {
          assert_votes (lines[i], in_favour, against, abstentions, -1, -1);
          n_votes++;
        }
      if (g_str_has_prefix (lines[i], "Beschluss:"))
        {
          g_test_message ("%s", lines[i]);
          g_assert_cmpint (vlg_result_parse (lines[i]), ==, strstr (lines[i], "Kenntnis") ? VLG_RESULT_NOTED : VLG_RESULT_ADOPTED);
          n_results++;
        }
    }

  g_assert_cmpuint (n_votes, >=, 3);
  g_assert_cmpuint (n_results, >=, 3);
}

/* The result a quoted record must give, by the one word that tells. */
static VlgResult
result_by_word (const char *record)
{
  static const struct { const char *word; VlgResult result; } words[] = {
    { "zurückgestellt", VLG_RESULT_HELD_BACK }, { " zurück.", VLG_RESULT_WITHDRAWN }, { "abgelehnt", VLG_RESULT_REJECTED },
    { "empfohlen", VLG_RESULT_RECOMMENDED }, { "mit Änderungen", VLG_RESULT_ADOPTED_WITH_CHANGES },
    { "beschlossen", VLG_RESULT_ADOPTED }, { "angenommen", VLG_RESULT_ADOPTED }, { "dafür", VLG_RESULT_ADOPTED },
    { "bestätigt", VLG_RESULT_ADOPTED }, { "Kenntnis", VLG_RESULT_NOTED }, { "Nichtbehandlung", VLG_RESULT_NOT_DEALT_WITH },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (record, words[i].word))
      return words[i].result;

  return VLG_RESULT_NONE;
}

static void
test_real_wordings (void)
{
  g_autofree char *text = read_case ("result-wordings.txt");
  g_auto (GStrv) pieces = NULL;
  guint n_results = 0, n_votes = 0;

  if (text == NULL)
    return;

  /* Every second piece stands in quotation marks. */
  pieces = g_strsplit (text, "\"", -1);
  for (guint i = 1; pieces[i - 1] != NULL && pieces[i] != NULL; i += 2)
    {
      VlgResult expected = result_by_word (pieces[i]);
      VlgVotes votes;
      int count;
      const char *ja = strstr (pieces[i], "Ja: ");

      g_test_message ("%s", pieces[i]);
      if (expected != VLG_RESULT_NONE)
        {
          g_assert_cmpint (vlg_result_parse (pieces[i]), ==, expected);
          n_results++;
        }
      if (ja != NULL && sscanf (ja, "Ja: %d", &count) == 1)
        {
          g_assert_true (vlg_votes_parse (pieces[i], &votes));
          g_assert_cmpint (votes.in_favour, ==, count);
          n_votes++;
        }
    }

  g_assert_cmpuint (n_results, >=, 15);
  g_assert_cmpuint (n_votes, >=, 5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wording/votes", test_votes);
  g_test_add_func ("/wording/no-votes", test_no_votes);
  g_test_add_func ("/wording/outcome", test_outcome);
  g_test_add_func ("/wording/cell", test_cell);
  g_test_add_func ("/wording/results", test_results);
  g_test_add_func ("/wording/final", test_final);
  g_test_add_data_func ("/wording/real/minutes-2007", "meeting-dessau-STR-024-2007.txt", test_real_minutes);
  g_test_add_data_func ("/wording/real/minutes-2021", "meeting-dessau-StR-023-2021.txt", test_real_minutes);
  g_test_add_func ("/wording/real/wordings", test_real_wordings);

  return g_test_run ();
}
