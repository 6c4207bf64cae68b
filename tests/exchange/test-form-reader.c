/* test-form-reader.c — the form's parts in their spellings
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "vlg-document.h"
#include "vlg-paper-reader.h"

/* A form around the text under test. */
#define HEAD "Drucksachen-Nr.: BV/001/2026/I-OB\n\nEinreicher: Der Oberbürgermeister\n\n"
#define SEQUENCE "Beratungsfolge Status Termin Für Gegen Enthaltung Bestätigung\n\n"
#define TITLE "Titel:\nBänke am Fluss\n\n"

static VlgMotion *
read_form (const char       *text,
           VlgImportReport **report)
{
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autoptr (GError) error = NULL;
  VlgMotion *motion = vlg_form_read (text, profile, report, &error);

  g_assert_no_error (error);
  g_assert_nonnull (motion);

  return motion;
}

static char *
read_resolution (const char *lines)
{
  g_autofree char *text = g_strconcat (HEAD, TITLE, "Beschluss:\n", lines, "\n\nGesetzliche Grundlagen:\n", NULL);
  g_autoptr (VlgMotion) motion = read_form (text, NULL);

  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_UNRECOGNISED), ==, "");

  return g_strdup (vlg_motion_get_text (motion, VLG_FIELD_RESOLUTION));
}

static void
test_hyphenation (void)
{
  static const struct { const char *lines, *expected; } table[] = {
    { "Die Integra-\ntion gelingt.", "Die Integration gelingt." },
    { "der Stadt Dessau-\nRoßlau.", "der Stadt Dessau-Roßlau." },
    { "der Haupt-\nund Personalausschuss", "der Haupt- und Personalausschuss" },
    { "Bau-\noder Planungsrecht", "Bau- oder Planungsrecht" },
    { "Bau- und\nPlanungsrecht", "Bau- und Planungsrecht" },
    { "Hin-\nundherfahrt", "Hinundherfahrt" },
    { "ein E-\nmobil", "ein E-mobil" },
    { "eine EU-\nweite Regel", "eine EU-weite Regel" },
    { "ein 24-\nstündiger Dienst", "ein 24-stündiger Dienst" },
    { "die CDU-\nFraktion", "die CDU-Fraktion" },
    { "Drucksache BV/012/2025/I-\nOB", "Drucksache BV/012/2025/I-OB" },
    { "Drucksache BV/012/\n2025/I-OB", "Drucksache BV/012/2025/I-OB" },
    { "die Stadt -\nund das Land", "die Stadt - und das Land" },
    { "die Stadt –\nund das Land", "die Stadt – und das Land" },
    { "Pfle\xc2\xad\nger", "Pfleger" },
    { "Pf\xc2\xadleger", "Pfleger" },
    { "Anlagen\xe2\x80\x90\nbau", "Anlagenbau" },
    { "zwei   Blanke\xc2\xa0hier", "zwei Blanke hier" },
    { "Größen-\nänderung", "Größenänderung" },
    { "\"Stadt-\nteil\"", "\"Stadtteil\"" },
    { "ein Wort\nund noch eins", "ein Wort und noch eins" },
    { "ein Absatz.\n\nnoch einer", "ein Absatz.\n\nnoch einer" },
    { "ein Absatz der\n \t \nnoch einer", "ein Absatz der\n\nnoch einer" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *actual = read_resolution (table[i].lines);

      g_assert_cmpstr (actual, ==, table[i].expected);
    }
}

static void
test_lists (void)
{
  static const struct { const char *lines, *expected; } table[] = {
    { "Es wird beschlossen:\n1. Bänke\naufstellen.\n2. Bäume pflanzen.\n3. Ende.",
      "Es wird beschlossen:\n\n1. Bänke aufstellen.\n2. Bäume pflanzen.\n3. Ende." },
    { "- Bänke\n- Bäume", "- Bänke\n- Bäume" },
    { "• Bänke\n\n• Bäume", "- Bänke\n- Bäume" },
    { "1) Bänke\n2) Bäume", "1) Bänke\n2) Bäume" },
    /* Not certainly lists: the text stays what it was. */
    { "Beschlossen am\n10. Juli 2013 im Rat.", "Beschlossen am 10. Juli 2013 im Rat." },
    { "Ein Satz.\n\n10. Juli 2013 ist der Tag.", "Ein Satz.\n\n10\\. Juli 2013 ist der Tag." },
    { "1. Januar bis\n2. Februar", "1\\. Januar bis 2. Februar" },
    { "2. Bänke\n3. Bäume", "2\\. Bänke 3. Bäume" },
    { "1. Bänke", "1\\. Bänke" },
    { "die Strecke Mulde\n- Elbe", "die Strecke Mulde - Elbe" },
    { "# kein Titel", "\\# kein Titel" },
    { "> kein Zitat", "\\> kein Zitat" },
    { "a) Bänke\nb) Bäume", "a) Bänke\n\nb) Bäume" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *actual = read_resolution (table[i].lines);

      g_assert_cmpstr (actual, ==, table[i].expected);
    }
}

/* Two lists with nothing between them must not be counted on. */
static void
test_adjacent_lists (void)
{
  g_autofree char *markdown = read_resolution ("1. Bänke.\n2. Bäume.\n1. Wege.\n2. Licht.");
  g_autofree char *plain = vlg_markdown_to_plain (markdown);

  g_assert_cmpstr (plain, ==, "1. Bänke.\n2. Bäume.\n1. Wege.\n2. Licht.");
}

typedef struct {
  const char *body;
  VlgVisibility visibility;
  guint day, month, year;
  int in_favour, against, abstentions;
  const char *confirmed_by;
  VlgResult result;
} Row;

#define PUB VLG_VISIBILITY_PUBLIC
#define NON VLG_VISIBILITY_NON_PUBLIC
#define NO_COUNT VLG_VOTES_ABSENT

static const struct {
  const char *name;
  const char *table;
  Row rows[4];
} sequences[] = {
  { "one-line", "Stadtrat öffentlich 28.02.2018\n", { { "Stadtrat", PUB, 28, 2, 2018, NO_COUNT, NO_COUNT, NO_COUNT, "" } } },
  { "no-date", "Stadtrat öffentlich\n", { { "Stadtrat", PUB, 0, 0, 0, NO_COUNT, NO_COUNT, NO_COUNT, "" } } },
  { "votes", "Stadtrat öffentlich 28.02.2018 37 00 0\n", { { "Stadtrat", PUB, 28, 2, 2018, 37, 0, 0, "" } } },
  { "votes-in-lines", "Stadtrat\nöffentlich\n28.02.2018\n37\n00\n05\n", { { "Stadtrat", PUB, 28, 2, 2018, 37, 0, 5, "" } } },
  { "confirmation", "Stadtrat öffentlich 28.02.2018 37 0 0 Müller\n", { { "Stadtrat", PUB, 28, 2, 2018, 37, 0, 0, "Müller" } } },
  { "result", "Stadtrat öffentlich 28.02.2018 37 0 0 ungeändert beschlossen\n",
    { { "Stadtrat", PUB, 28, 2, 2018, 37, 0, 0, "", VLG_RESULT_ADOPTED } } },
  { "result-below", "Stadtrat öffentlich 28.02.2018\nvertagt\n", { { "Stadtrat", PUB, 28, 2, 2018, NO_COUNT, NO_COUNT, NO_COUNT, "", VLG_RESULT_POSTPONED } } },
  { "wrapped", "Haupt- und\nPersonalausschuss\nnicht\nöffentlich\n1.2.2018\n",
    { { "Haupt- und Personalausschuss", NON, 1, 2, 2018, NO_COUNT, NO_COUNT, NO_COUNT, "" } } },
  { "hyphenated", "Wirtschaftsaus-\nschuss nichtöffentlich 01.02.2018\n", { { "Wirtschaftsausschuss", NON, 1, 2, 2018, NO_COUNT, NO_COUNT, NO_COUNT, "" } } },
  { "same-body-again", "Stadtrat öffentlich 01.02.2018\nStadtrat öffentlich 01.03.2018\nStadtrat öffentlich 01.04.2018\n",
    { { "Stadtrat", PUB, 1, 2, 2018, NO_COUNT, NO_COUNT, NO_COUNT, "" }, { "Stadtrat", PUB, 1, 3, 2018, NO_COUNT, NO_COUNT, NO_COUNT, "" },
      { "Stadtrat", PUB, 1, 4, 2018, NO_COUNT, NO_COUNT, NO_COUNT, "" } } },
  { "date-first", "Stadtrat 28.02.2018 öffentlich\n", { { "Stadtrat", PUB, 28, 2, 2018, NO_COUNT, NO_COUNT, NO_COUNT, "" } } },
  { "known-bodies-without-values", "Ausschuss für Gesundheit\nund Soziales\nStadtrat\n",
    { { "Ausschuss für Gesundheit und Soziales", 0, 0, 0, 0, NO_COUNT, NO_COUNT, NO_COUNT, "" }, { "Stadtrat", 0, 0, 0, 0, NO_COUNT, NO_COUNT, NO_COUNT, "" } } },
  { "public-in-name", "Ausschuss für öffentliche Ordnung nicht öffentlich 01.02.2018\n",
    { { "Ausschuss für öffentliche Ordnung", NON, 1, 2, 2018, NO_COUNT, NO_COUNT, NO_COUNT, "" } } },
};

static void
test_sequence (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autofree char *text = g_strconcat (HEAD, SEQUENCE, sequences[index].table, "\n", TITLE, "Beschluss:\nJa.\n", NULL);
  g_autoptr (VlgMotion) motion = read_form (text, NULL);
  GListModel *consultations = G_LIST_MODEL (vlg_motion_get_consultations (motion));
  guint n = 0;

  for (const Row *row = sequences[index].rows; n < 4 && row->body != NULL; row++, n++)
    {
      g_autoptr (VlgConsultation) consultation = g_list_model_get_item (consultations, n);
      const VlgVotes *votes;

      g_assert_nonnull (consultation);
      votes = vlg_consultation_get_votes (consultation);
      g_assert_cmpstr (vlg_consultation_get_body (consultation), ==, row->body);
      g_assert_cmpint (vlg_consultation_get_visibility (consultation), ==, row->visibility);
      g_assert_cmpuint (vlg_consultation_get_day (consultation), ==, row->day > 0 ? vlg_day_new (row->year, row->month, row->day) : VLG_DAY_NONE);
      g_assert_cmpint (votes->in_favour, ==, row->in_favour);
      g_assert_cmpint (votes->against, ==, row->against);
      g_assert_cmpint (votes->abstentions, ==, row->abstentions);
      g_assert_cmpstr (vlg_consultation_get_confirmed_by (consultation), ==, row->confirmed_by);
      g_assert_cmpint (vlg_consultation_get_result (consultation), ==, row->result);
    }
  g_assert_cmpuint (g_list_model_get_n_items (consultations), ==, n);
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_UNRECOGNISED), ==, "");
}

/* Only some of the three counts: which is which needs the places. */
static void
test_votes_by_place (void)
{
  static const char table[] =
    "Beratungsfolge              Status        Termin      Für   Gegen   Enthaltung   Bestätigung\n"
    "Stadtrat                    öffentlich    28.02.2018           00            3\n"
    "\n"
    "Haupt- und                  nicht         31.01.2018  12                         Frau\n"
    "Personalausschuss           öffentlich                                           Müller\n\n";
  g_autofree char *text = g_strconcat (HEAD, table, TITLE, "Beschluss:\nJa.\n", NULL);
  g_autoptr (VlgMotion) motion = read_form (text, NULL);
  GListModel *consultations = G_LIST_MODEL (vlg_motion_get_consultations (motion));
  g_autoptr (VlgConsultation) council = g_list_model_get_item (consultations, 0);
  g_autoptr (VlgConsultation) committee = g_list_model_get_item (consultations, 1);

  g_assert_cmpuint (g_list_model_get_n_items (consultations), ==, 2);
  g_assert_cmpint (vlg_consultation_get_votes (council)->in_favour, ==, NO_COUNT);
  g_assert_cmpint (vlg_consultation_get_votes (council)->against, ==, 0);
  g_assert_cmpint (vlg_consultation_get_votes (council)->abstentions, ==, 3);
  g_assert_cmpstr (vlg_consultation_get_body (committee), ==, "Haupt- und Personalausschuss");
  g_assert_cmpint (vlg_consultation_get_visibility (committee), ==, NON);
  g_assert_cmpint (vlg_consultation_get_votes (committee)->in_favour, ==, 12);
  g_assert_cmpint (vlg_consultation_get_votes (committee)->against, ==, NO_COUNT);
  g_assert_cmpstr (vlg_consultation_get_confirmed_by (committee), ==, "Frau Müller");
}

/* With the places unknown a single count is a guess, and said to be one. */
static void
test_votes_ambiguous (void)
{
  g_autoptr (VlgImportReport) report = NULL;
  g_autoptr (VlgMotion) motion = read_form (HEAD SEQUENCE "Stadtrat öffentlich 28.02.2018 37\n\n" TITLE "Beschluss:\nJa.\n", &report);
  const VlgImportEntry *entry = vlg_import_report_find (report, VLG_FIELD_CONSULTATIONS);

  g_assert_nonnull (motion);
  g_assert_cmpint (entry->certainty, ==, VLG_CERTAINTY_PROBABLE);
  g_assert_nonnull (entry->note);
}

static void
test_boxes (void)
{
  static const struct { const char *box; gboolean ticked; } table[] = {
    { "[x]", TRUE }, { "[ x]", TRUE }, { "[x ]", TRUE }, { "[X]", TRUE }, { "[ X ]", TRUE }, { "☒", TRUE }, { "☑", TRUE },
    { "[ ]", FALSE }, { "[  ]", FALSE }, { "[]", FALSE }, { "☐", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *text = g_strdup_printf (HEAD TITLE "Beschluss:\nJa.\n\nRelevanz mit Leitbild\n\nHandlungsfeld  Ziel-Nummer\n\n"
                                               "Kultur, Freizeit und Sport %s K01, K2\nHandel und Versorgung [ ]\n\nVorlage nicht leitbildrelevant %s\n",
                                               table[i].box, table[i].box);
      g_autoptr (VlgMotion) motion = read_form (text, NULL);
      GListModel *marks = G_LIST_MODEL (vlg_motion_get_marks (motion));
      g_autoptr (VlgMark) mark = g_list_model_get_item (marks, 0);

      g_assert_cmpuint (g_list_model_get_n_items (marks), ==, 1);
      g_assert_cmpstr (vlg_mark_get_field (mark), ==, "culture");
      g_assert_cmpint (vlg_mark_get_ticked (mark), ==, table[i].ticked);
      g_assert_cmpuint (g_strv_length ((char **) vlg_mark_get_goals (mark)), ==, 2);
      g_assert_cmpstr (vlg_mark_get_goals (mark)[1], ==, "K2");
      g_assert_cmpint (vlg_motion_get_relevance (motion), ==, table[i].ticked ? VLG_RELEVANCE_NOT_RELEVANT : VLG_RELEVANCE_RELEVANT);
      g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_UNRECOGNISED), ==, "");
    }
}

static void
test_leitbild_wrapped (void)
{
  g_autoptr (VlgImportReport) report = NULL;
  g_autoptr (VlgMotion) motion = read_form (HEAD TITLE "Beschluss:\nJa.\n\nRelevanz mit Leitbild\nHandlungsfeld  Ziel-Nummer\n"
                                            "Wirtschaft, Tourismus, Bildung\nund Wissenschaft [x] W01,\nW02 W03\n"
                                            "Stadtentwicklung, Wohnen    [x] S01\nund Verkehr\n"
                                            "[x] Soziales Miteinander M01\n"
                                            "Sicherheit und Ordnung [x] O01\n"
                                            "Freier Text ohne Kasten\n"
                                            "Vorlage nicht leitbildrelevant [ ]\n", &report);
  static const char * const fields[] = { "economy", "city", "community", "Sicherheit und Ordnung" };
  static const char * const goals[] = { "W01 W02 W03", "S01", "M01", "O01" };
  GListModel *marks = G_LIST_MODEL (vlg_motion_get_marks (motion));

  g_assert_cmpuint (g_list_model_get_n_items (marks), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (VlgMark) mark = g_list_model_get_item (marks, i);
      g_autofree char *joined = g_strjoinv (" ", (char **) vlg_mark_get_goals (mark));

      g_assert_cmpstr (vlg_mark_get_field (mark), ==, fields[i]);
      g_assert_cmpstr (joined, ==, goals[i]);
      g_assert_true (vlg_mark_get_ticked (mark));
    }
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_UNRECOGNISED), ==, "Freier Text ohne Kasten");
  g_assert_cmpuint (vlg_import_report_get_n_unrecognised (report), ==, 1);
  g_assert_cmpint (vlg_import_report_find (report, VLG_FIELD_LEITBILD)->certainty, ==, VLG_CERTAINTY_PROBABLE);
}

static void
test_signatories (void)
{
  static const struct { const char *foot; const char *expected; } table[] = {
    { "Begründung:\nWeil.\n\n\nAnna Ahrens\nOberbürgermeisterin\n\nbeschlossen im Stadtrat am: 1.2.2026\n", "0 Anna Ahrens|Oberbürgermeisterin;" },
    { "Begründung: siehe Anlage 1\nAnna Ahrens\nOberbürgermeister\nbeschlossen im Stadtrat am:\n\n"
      "Bernd Böhme  Clara Cramer Dirk Dorn\nVorsitzender des Stadtrates 1. Stellvertreter 2. Stellvertreter\n",
      "0 Anna Ahrens|Oberbürgermeister;1 Bernd Böhme|Vorsitzender des Stadtrates;1 Clara Cramer|1. Stellvertreter;1 Dirk Dorn|2. Stellvertreter;" },
    { "Begründung:\nWeil.\n\nbeschlossen im Stadtrat am:\n\n"
      "Dr. Bernd Böhme Clara von der Heide Dirk Dorn\nVorsitzender des Stadtrates 1. Stellvertreter 2. Stellvertreter\n",
      "1 Dr. Bernd Böhme|Vorsitzender des Stadtrates;1 Clara von der Heide|1. Stellvertreter;1 Dirk Dorn|2. Stellvertreter;" },
    { "Begründung:\nWeil.\n\nbeschlossen im Stadtrat am:\n\n"
      "Bernd Böhme             Clara Cramer\nVorsitzende des          1. Stellvertreterin\nStadtrates\n",
      "1 Bernd Böhme|Vorsitzende des Stadtrates;1 Clara Cramer|1. Stellvertreterin;" },
    { "Begründung:\nWeil.\n\nbeschlossen im Stadtrat am:\n\nBernd Böhme\n\nVorsitzender des Stadtrates\n",
      "1 Bernd Böhme|Vorsitzender des Stadtrates;" },
    { "Begründung:\nWeil.\n\nOberbürgermeister\n\nbeschlossen im Stadtrat am:\n", "0 |Oberbürgermeister;" },
    { "Begründung:\nWeil.\n\n\n\nEva Ende\nBeigeordnete für Kultur und Sport\n\nbeschlossen im Stadtrat am:\n",
      "0 Eva Ende|Beigeordnete für Kultur und Sport;" },
    /* Text is no block. */
    { "Begründung:\nDas entscheidet der\nOberbürgermeister.\n\nbeschlossen im Stadtrat am:\n", "" },
    { "Begründung:\nDas entscheidet der\nOberbürgermeister\n\nbeschlossen im Stadtrat am:\n", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *text = g_strconcat (HEAD, TITLE, "Beschluss:\nJa.\n\n", table[i].foot, NULL);
      g_autoptr (VlgMotion) motion = read_form (text, NULL);
      GListModel *signatories = G_LIST_MODEL (vlg_motion_get_signatories (motion));
      g_autoptr (GString) actual = g_string_new (NULL);

      for (guint j = 0; j < g_list_model_get_n_items (signatories); j++)
        {
          g_autoptr (VlgSignatory) signatory = g_list_model_get_item (signatories, j);

          g_string_append_printf (actual, "%d %s|%s;", vlg_signatory_get_block (signatory), vlg_signatory_get_name (signatory),
                                  vlg_signatory_get_role (signatory));
        }
      g_assert_cmpstr (actual->str, ==, table[i].expected);
      g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_UNRECOGNISED), ==, "");
      g_assert_true (g_str_has_prefix (vlg_motion_get_text (motion, VLG_FIELD_REASONING), *table[i].expected == '\0' ? "Das entscheidet der Ober" :
                                       strstr (table[i].foot, "siehe") != NULL ? "siehe Anlage 1" : "Weil."));
      if (*table[i].expected != '\0' && strstr (table[i].foot, "siehe") == NULL)
        g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_REASONING), ==, "Weil.");
    }
}

static void
test_decided_on (void)
{
  g_autoptr (VlgMotion) beside = read_form (HEAD TITLE "Beschluss:\nJa.\n\nbeschlossen im Stadtrat am: 03.02.2026\n", NULL);
  g_autoptr (VlgMotion) below = read_form (HEAD TITLE "Beschluss:\nJa.\n\nbeschlossen im Stadtrat am:\n03.02.2026\n", NULL);
  g_autoptr (VlgMotion) words = read_form (HEAD TITLE "Beschluss:\nJa.\n\nbeschlossen im Stadtrat am: im Winter\n", NULL);

  g_assert_cmpuint (vlg_motion_get_decided_on (beside), ==, vlg_day_new (2026, 2, 3));
  g_assert_cmpuint (vlg_motion_get_decided_on (below), ==, vlg_day_new (2026, 2, 3));
  g_assert_cmpuint (vlg_motion_get_decided_on (words), ==, VLG_DAY_NONE);
  g_assert_cmpstr (vlg_motion_get_text (words, VLG_FIELD_UNRECOGNISED), ==, "beschlossen im Stadtrat am: im Winter");
}

static void
test_annexes (void)
{
  g_autoptr (VlgMotion) motion = read_form (HEAD TITLE "Beschluss:\nJa.\n\nBegründung: siehe Anlage 1\n\nbeschlossen im Stadtrat am:\n\n"
                                            "Anlage 1:\nErster Absatz mit Verweis auf BV/012/\n2025/II-66.\n\nTitel: kein Titel\n"
                                            "Das steht in\nAnlage 2: ganz gewiss.\n\fAnlage 2: Lageplan\nZweiter Text.\n\nAnlage 3\n\nDritter.\n", NULL);
  static const struct { const char *title, *text; } expected[] = {
    { "", "Erster Absatz mit Verweis auf BV/012/2025/II-66.\n\nTitel: kein Titel Das steht in Anlage 2: ganz gewiss." },
    { "Lageplan", "Zweiter Text." },
    { "", "Dritter." },
  };
  GListModel *annexes = G_LIST_MODEL (vlg_motion_get_annexes (motion));
  g_autoptr (VlgRelation) relation = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_relations (motion)), 0);

  g_assert_cmpuint (g_list_model_get_n_items (annexes), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (VlgAnnex) annex = g_list_model_get_item (annexes, i);

      g_assert_cmpuint (vlg_annex_get_number (annex), ==, i + 1);
      g_assert_cmpstr (vlg_annex_get_title (annex), ==, expected[i].title);
      g_assert_cmpstr (vlg_annex_get_text (annex), ==, expected[i].text);
    }
  g_assert_nonnull (relation);
  g_assert_cmpstr (vlg_motion_number_get_text (vlg_relation_get_target (relation)), ==, "BV/012/2025/II-66");
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_TITLE), ==, "Bänke am Fluss");
}

static void
test_furniture (void)
{
  g_autoptr (VlgMotion) motion = read_form ("Stadt Dessau-Roßlau\nBeschlussvorlage\nNicht öffentlich\nEntwurf, Stand 01.02.2026\n"
                                            HEAD TITLE "Beschluss:\nDer Text geht über die Sei-\n\nBV/001/2026/I-OB     Seite 1 von 3\n"
                                            "\fNicht öffentlich\nte hinweg und\n\n2\n\fNicht öffentlich\nnoch weiter.\n\nBegründung: siehe Anlage 1\n"
                                            "Anlage 1 zu BV/001/2026/I-OB   Seite 3 von 3\n", NULL);

  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_RESOLUTION), ==, "Der Text geht über die Seite hinweg und noch weiter.");
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_REASONING), ==, "siehe Anlage 1");
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_UNRECOGNISED), ==, "");
  g_assert_cmpint (vlg_motion_get_visibility (motion), ==, VLG_VISIBILITY_NON_PUBLIC);
}

static void
test_headings (void)
{
  g_autoptr (VlgImportReport) report = NULL;
  g_autoptr (VlgMotion) motion = read_form ("Kopf des Amtes\nDRUCKSACHEN-NR. :  BV / 7 / 2026 / I-OB\nEinreicher\nAmt  66\n"
                                            "Verantwortlich für die\nUmsetzung: Amt\n67\nTitel :\nEin langer\nTitel\nBeschluss:\nJa.\n"
                                            "Bereits gefasste und/oder zu ändernde\nBeschlüsse: keine\nBeschluss: das ist Text\n", &report);

  g_assert_cmpstr (vlg_motion_get_number_text (motion), ==, "BV/007/2026/I-OB");
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_SUBMITTER), ==, "Amt 66");
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_RESPONSIBLE), ==, "Amt 67");
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_TITLE), ==, "Ein langer Titel");
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_RESOLUTION), ==, "Ja.");
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_RELATED_RESOLUTIONS), ==, "keine Beschluss: das ist Text");
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_UNRECOGNISED), ==, "Kopf des Amtes");
  g_assert_cmpint (vlg_import_report_find (report, VLG_FIELD_REASONING)->certainty, ==, VLG_CERTAINTY_MISSING);
  g_assert_cmpint (vlg_import_report_find (report, VLG_FIELD_TITLE)->certainty, ==, VLG_CERTAINTY_CERTAIN);
  g_assert_cmpuint (vlg_import_report_find (report, VLG_FIELD_TITLE)->first_line, ==, 8);
  g_assert_cmpuint (vlg_import_report_find (report, VLG_FIELD_TITLE)->last_line, ==, 10);
  for (guint i = 1; i < vlg_import_report_get_n_entries (report); i++)
    g_assert_cmpint (vlg_import_report_get_entry (report, i)->field, >, vlg_import_report_get_entry (report, i - 1)->field);
}

static void
test_odd_numbers (void)
{
  static const struct { const char *printed, *expected; } table[] = {
    { "BV/002/2023/OR Mosig", "BV/002/2023/OR Mosig" }, { "FV/007/2019/LBF/GR", "FV/007/2019/LBF/GR" }, { "BV/103/2007", "BV/103/2007" },
    { "2015/0288-1", "2015/0288-1" }, { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *text = g_strdup_printf ("Drucksachen-Nr.: %s\n\nEinreicher: Amt\n\n" TITLE "Beschluss:\nJa.\n", table[i].printed);
      g_autoptr (VlgMotion) motion = read_form (text, NULL);

      g_assert_cmpstr (vlg_motion_get_number_text (motion), ==, table[i].expected);
      g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_UNRECOGNISED), ==, "");
    }
}

static void
test_foreign (void)
{
  g_autoptr (VlgImportReport) report = NULL;
  g_autoptr (VlgMotion) motion = read_form ("Stadt Musterhausen\n\nVorlagen-Nr.: 2026/0042\nBetreff: Neue Bänke\nam Fluss\nStatus: öffentlich\n"
                                            "Beratungsfolge:\nBauausschuss Vorberatung\n03.02.2026\nSitzung des Bauausschusses vertagt\n"
                                            "Rat der Stadt Entscheidung\n\nBeschlussvorschlag:\nDer Rat beschließt Bänke.\n\nAnlagen:\nPlan\n", &report);
  GListModel *consultations = G_LIST_MODEL (vlg_motion_get_consultations (motion));
  g_autoptr (VlgConsultation) first = g_list_model_get_item (consultations, 0);
  g_autoptr (VlgConsultation) second = g_list_model_get_item (consultations, 1);

  g_assert_cmpstr (vlg_motion_get_number_text (motion), ==, "2026/0042");
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_TITLE), ==, "Neue Bänke am Fluss");
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_RESOLUTION), ==, "Der Rat beschließt Bänke.");
  g_assert_cmpint (vlg_motion_get_visibility (motion), ==, PUB);
  g_assert_cmpuint (g_list_model_get_n_items (consultations), ==, 2);
  g_assert_cmpint (vlg_consultation_get_role (first), ==, VLG_ROLE_PRELIMINARY);
  g_assert_cmpint (vlg_consultation_get_result (first), ==, VLG_RESULT_POSTPONED);
  g_assert_cmpstr (vlg_consultation_get_body (second), ==, "Rat der Stadt");
  g_assert_cmpint (vlg_consultation_get_role (second), ==, VLG_ROLE_DECISION);
  g_assert_cmpuint (vlg_consultation_get_day (second), ==, VLG_DAY_NONE);
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_UNRECOGNISED), ==, "Stadt Musterhausen\nSitzung des Bauausschusses vertagt\nAnlagen:\nPlan");
  g_assert_cmpuint (vlg_import_report_get_n_unrecognised (report), ==, 4);
}

static void
test_empty (void)
{
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMotion) nothing = vlg_form_read (" \n\f\n\t", profile, NULL, &error);
  g_autoptr (VlgMotion) word = NULL;

  g_assert_null (nothing);
  g_assert_error (error, VLG_ERROR, VLG_ERROR_EMPTY);
  word = read_form ("x", NULL);
  g_assert_cmpstr (vlg_motion_get_text (word, VLG_FIELD_UNRECOGNISED), ==, "x");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/form/hyphenation", test_hyphenation);
  g_test_add_func ("/exchange/form/lists", test_lists);
  g_test_add_func ("/exchange/form/adjacent-lists", test_adjacent_lists);
  for (guint i = 0; i < G_N_ELEMENTS (sequences); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/form/sequence/", sequences[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_sequence);
    }
  g_test_add_func ("/exchange/form/votes/by-place", test_votes_by_place);
  g_test_add_func ("/exchange/form/votes/ambiguous", test_votes_ambiguous);
  g_test_add_func ("/exchange/form/leitbild/boxes", test_boxes);
  g_test_add_func ("/exchange/form/leitbild/wrapped", test_leitbild_wrapped);
  g_test_add_func ("/exchange/form/signatories", test_signatories);
  g_test_add_func ("/exchange/form/decided-on", test_decided_on);
  g_test_add_func ("/exchange/form/annexes", test_annexes);
  g_test_add_func ("/exchange/form/furniture", test_furniture);
  g_test_add_func ("/exchange/form/headings", test_headings);
  g_test_add_func ("/exchange/form/numbers", test_odd_numbers);
  g_test_add_func ("/exchange/form/foreign", test_foreign);
  g_test_add_func ("/exchange/form/empty", test_empty);

  return g_test_run ();
}
