/* form-generator.c — motions of odd shapes
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "form-generator.h"

#include <string.h>

#include "vlg-document.h"

const char * const form_numbers[] = {
  "BV/422/2017/I-OB", "BV/355/2021/II-DKT", "BV/064/2007/V", "BV/103/2007", "BV/002/2023/OR Mosig", "FV/002/2017/StR", "FV/008/2022/AfD",
  "FV/007/2019/LBF/GR", "2015/0288-1", "DS0231/19", "IV/012/2024/III-61", NULL
};

static const char * const words[] = {
  "Stadt", "Planung", "Gebäude", "Straße", "Haushalt", "Jahr", "Förderung", "Bürgerschaft", "Verwaltung", "Entwurf", "Fläche", "Quartier",
  "Spielplatz", "Schule", "Brücke", "Radweg", "Konzept", "Maßnahme", "Umsetzung", "Kosten", "Mittel", "Antrag", "Bericht", "Grünfläche",
  "Ortsteil", "Gewässer", "Ufer", "Verkehr", "Beteiligung", "Auslegung", "Satzung", "Gebühr", "der", "die", "das", "und", "oder", "mit", "ohne",
  "für", "gegen", "nach", "über", "unter", "zwischen", "wird", "werden", "soll", "sollen", "ist", "sind", "kann", "wurde", "neu", "alt",
  "öffentliche", "städtische", "erforderlich", "gemeinsam", "vorliegende", "geplant", "beauftragt", "vorgelegt", "geprüft", "jährlich",
  "Nord-Süd-Achse", "Haupt- und Nebenwege", "Verkehrs-AG", "E-Bus", "24-Stunden-Dienst", "Bau- und Sanierungskosten", "CDU-Antrag", "Rad-/Gehweg",
  "5.000 €", "12,5 %", "§ 45 Abs. 2", "10. Juli 2026", "z. B.", "Nr. 7", "Architekt*innen", "a_b", "[Entwurf]", "„Stadtpark“", "Mulde–Elbe", "1,5 km",
  "Termin", "Titel", "Enthaltung", "Anlage 1", "i. V. m.", "bzw.", "Ein-", "Auszahlungen", "(einschließlich", "Nebenflächen)", "1 * 2", "BV/024/2013/I-OB", "20.05.2019", "[2]",
};

static const char * const long_words[] = {
  "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung", "Straßenentwässerungsinvestitionskostenerstattungsvereinbarung",
  "Kinderspielplatzbedarfsermittlungsgrundsätze", "Bebauungsplanaufstellungsverfahrensbeschleunigung",
};

static const char * const first_names[] = { "Anna", "Bernd", "Clara", "Detlef", "Eva-Maria", "Frank", "Gisela", "Hans Peter", "Ümit", "Zoë" };
static const char * const last_names[] = { "Ahrens", "Böhme", "Dr. Cramer", "von der Heide", "Özdemir", "Lindner-Schulz", "Weiß", "Zander" };
static const char * const extra_bodies[] = {
  "Ausschuss für Bauwesen, Verkehr und Umwelt", "Ortschaftsrat Großkühnau", "Betriebsausschuss Stadtpflege", "Beirat für Menschen mit Behinderungen",
  "Ausschuss für Wirtschaft, Stadtentwicklung, Tourismus und öffentliche Ordnung", "Jugendhilfeausschuss",
};

#define PICK(rand, list) ((list)[g_rand_int_range ((rand), 0, G_N_ELEMENTS (list))])

static void
append_sentence (GString *out,
                 GRand   *rand,
                 gboolean long_ones)
{
  guint n = g_rand_int_range (rand, 4, 18);
  gsize start = out->len;

  /* A capital first: what begins in small letters could be the rest of a word. */
  g_string_append (out, "Die");
  for (guint i = 0; i < n; i++)
    {
      g_string_append_c (out, ' ');
      g_string_append (out, long_ones && g_rand_int_range (rand, 0, 5) == 0 ? PICK (rand, long_words) : PICK (rand, words));
      if (g_rand_int_range (rand, 0, 9) == 0)
        g_string_append_c (out, ',');
    }
  while (out->len > start && strchr (",.", out->str[out->len - 1]) != NULL)
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '.');
}

static char *
make_paragraph (GRand   *rand,
                gboolean long_ones)
{
  GString *out = g_string_new (NULL);
  guint n = g_rand_int_range (rand, 1, 5);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ' ');
      append_sentence (out, rand, long_ones);
    }

  return g_string_free (out, FALSE);
}

/* CommonMark as a person would write it. */
static char *
make_text (GRand   *rand,
           guint    n_paragraphs,
           gboolean long_ones)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n_paragraphs; i++)
    {
      g_autofree char *paragraph = make_paragraph (rand, long_ones);
      g_autofree char *escaped = vlg_markdown_escape (paragraph);

      if (i > 0)
        g_string_append (out, "\n\n");
      switch (i > 0 ? g_rand_int_range (rand, 0, 8) : 7)
        {
        case 0:
        case 1:
          {
            guint n_items = g_rand_int_range (rand, 2, 6);
            gboolean ordered = g_rand_boolean (rand);

            for (guint item = 1; item <= n_items; item++)
              {
                g_autofree char *words_of_item = make_paragraph (rand, FALSE);
                g_autofree char *safe = vlg_markdown_escape (words_of_item);

                if (ordered)
                  g_string_append_printf (out, "%u. %s\n", item, safe);
                else
                  g_string_append_printf (out, "- %s\n", safe);
              }
            g_string_append (out, "\n");
          }
          G_GNUC_FALLTHROUGH;

        default:
          g_string_append (out, escaped);
          break;
        }
    }

  return g_string_free (out, FALSE);
}

static char *
make_line (GRand *rand,
           guint  n_words)
{
  GString *out = g_string_new ("Das");

  for (guint i = 0; i < n_words; i++)
    {
      g_string_append_c (out, ' ');
      g_string_append (out, words[g_rand_int_range (rand, 0, 32)]);
    }

  return g_string_free (out, FALSE);
}

static VlgDay
make_day (GRand *rand)
{
  return vlg_day_new (g_rand_int_range (rand, 2007, 2027), g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29));
}

static int
make_count (GRand *rand)
{
  return g_rand_int_range (rand, 0, 3) == 0 ? 0 : g_rand_int_range (rand, 0, 52);
}

static void
add_consultation (GRand      *rand,
                  VlgMotion  *motion,
                  VlgProfile *profile)
{
  g_autoptr (VlgConsultation) consultation = vlg_consultation_new ();
  GListModel *bodies = vlg_profile_get_bodies (profile);
  guint n_bodies = g_list_model_get_n_items (bodies);
  guint which = g_rand_int_range (rand, 0, n_bodies + G_N_ELEMENTS (extra_bodies));

  if (which < n_bodies)
    {
      g_autoptr (VlgBody) body = g_list_model_get_item (bodies, which);

      vlg_consultation_set_body (consultation, vlg_body_get_name (body));
      vlg_consultation_set_body_uid (consultation, vlg_body_get_uid (body));
    }
  else
    vlg_consultation_set_body (consultation, extra_bodies[which - n_bodies]);

  vlg_consultation_set_visibility (consultation, g_rand_boolean (rand) ? VLG_VISIBILITY_PUBLIC : VLG_VISIBILITY_NON_PUBLIC);
  if (g_rand_int_range (rand, 0, 6) > 0)
    {
      vlg_consultation_set_day (consultation, make_day (rand));
      if (g_rand_int_range (rand, 0, 3) == 0)
        {
          VlgVotes votes = VLG_VOTES_NONE;

          votes.in_favour = make_count (rand);
          votes.against = make_count (rand);
          votes.abstentions = make_count (rand);
          vlg_consultation_set_votes (consultation, &votes);
        }
      if (g_rand_int_range (rand, 0, 4) == 0)
        vlg_consultation_set_confirmation (consultation, PICK (rand, last_names), "", 0);
    }
  g_list_store_append (vlg_motion_get_consultations (motion), consultation);
}

static void
add_marks (GRand      *rand,
           VlgMotion  *motion,
           VlgProfile *profile)
{
  VlgLeitbild *leitbild = vlg_profile_get_leitbild (profile);

  if (g_rand_int_range (rand, 0, 5) == 0)
    {
      vlg_motion_set_relevance (motion, VLG_RELEVANCE_NOT_RELEVANT);
      return;
    }
  for (guint i = 0; i < vlg_leitbild_get_n_fields (leitbild); i++)
    {
      VlgActionField *field = vlg_leitbild_get_field (leitbild, i);
      g_autoptr (VlgMark) mark = NULL;
      g_autoptr (GPtrArray) goals = NULL;
      guint n_goals = g_rand_int_range (rand, 0, 4);

      if (g_rand_int_range (rand, 0, 3) > 0)
        continue;
      mark = vlg_mark_new (vlg_action_field_get_key (field));
      goals = g_ptr_array_new_with_free_func (g_free);
      for (guint goal = 0; goal < n_goals; goal++)
        g_ptr_array_add (goals, g_strdup_printf ("%c%02u", 'A' + i, goal + 1));
      g_ptr_array_add (goals, NULL);
      vlg_mark_set_ticked (mark, TRUE);
      vlg_mark_set_goals (mark, (const char * const *) goals->pdata);
      g_list_store_append (vlg_motion_get_marks (motion), mark);
      vlg_motion_set_relevance (motion, VLG_RELEVANCE_RELEVANT);
    }
}

static void
add_signatories (GRand      *rand,
                 VlgMotion  *motion,
                 VlgProfile *profile)
{
  GListModel *defaults = vlg_profile_get_signatories (profile);

  for (guint i = 0; i < g_list_model_get_n_items (defaults); i++)
    {
      g_autoptr (VlgSignatory) known = g_list_model_get_item (defaults, i);
      g_autoptr (VlgSignatory) signatory = NULL;
      g_autofree char *name = g_strdup_printf ("%s %s", PICK (rand, first_names), PICK (rand, last_names));

      signatory = vlg_signatory_new (name, vlg_signatory_get_role (known), vlg_signatory_get_block (known), VLG_DAY_NONE, VLG_DAY_NONE);
      g_list_store_append (vlg_motion_get_signatories (motion), signatory);
    }
}

void
form_generator_add_annex (GRand     *rand,
                          VlgMotion *motion,
                          guint      n_pages)
{
  g_autoptr (VlgAnnex) annex = vlg_annex_new ();
  g_autofree char *title = g_rand_boolean (rand) ? make_line (rand, g_rand_int_range (rand, 2, 6)) : g_strdup ("");
  g_autofree char *text = make_text (rand, MAX (1, n_pages * 5), FALSE);

  vlg_annex_set_number (annex, g_list_model_get_n_items (G_LIST_MODEL (vlg_motion_get_annexes (motion))) + 1);
  vlg_annex_set_title (annex, title);
  vlg_annex_set_text (annex, text);
  g_list_store_append (vlg_motion_get_annexes (motion), annex);
}

VlgMotion *
form_generator_motion (GRand      *rand,
                       VlgProfile *profile,
                       guint       index)
{
  VlgMotion *motion = vlg_motion_new ();
  gboolean empty = index % 13 == 5;
  gboolean long_ones = index % 7 == 3;
  guint n_consultations = index % 17 == 4 ? 40 : g_rand_int_range (rand, 0, 7);
  guint n_annexes = g_rand_int_range (rand, 0, 3);

  if (index % 19 != 6)
    {
      g_autoptr (VlgMotionNumber) number = vlg_motion_number_parse (form_numbers[index % (G_N_ELEMENTS (form_numbers) - 1)], NULL);

      vlg_motion_set_number (motion, number);
    }
  if (!empty)
    {
      g_autofree char *submitter = make_line (rand, 2);
      g_autofree char *responsible = make_line (rand, g_rand_int_range (rand, 1, 20));
      g_autofree char *title = make_line (rand, long_ones ? 40 : g_rand_int_range (rand, 2, 14));

      vlg_motion_set_text (motion, VLG_FIELD_SUBMITTER, submitter);
      vlg_motion_set_text (motion, VLG_FIELD_RESPONSIBLE, responsible);
      vlg_motion_set_text (motion, VLG_FIELD_TITLE, title);
      for (VlgField field = VLG_FIELD_RESOLUTION; field <= VLG_FIELD_REASONING; field++)
        if (vlg_field_is_long_text (field) && g_rand_int_range (rand, 0, 3) > 0)
          {
            g_autofree char *text = make_text (rand, g_rand_int_range (rand, 1, 5), long_ones);

            vlg_motion_set_text (motion, field, text);
          }
      for (guint i = 0; i < n_annexes; i++)
        form_generator_add_annex (rand, motion, g_rand_int_range (rand, 0, 3));
      add_marks (rand, motion, profile);
    }
  for (guint i = 0; i < n_consultations; i++)
    add_consultation (rand, motion, profile);
  add_signatories (rand, motion, profile);
  if (g_rand_boolean (rand))
    vlg_motion_set_decided_on (motion, make_day (rand));

  return motion;
}

static void
add_odd_consultations (GRand     *rand,
                       VlgMotion *motion)
{
  for (guint i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    {
      g_autoptr (VlgConsultation) consultation = vlg_consultation_new ();
      VlgVotes votes = VLG_VOTES_NONE;

      vlg_consultation_set_body (consultation, PICK (rand, extra_bodies));
      if (g_rand_boolean (rand))
        vlg_consultation_set_day (consultation, make_day (rand));
      switch (g_rand_int_range (rand, 0, 4))
        {
        case 0:
          votes.in_favour = make_count (rand);
          break;

        case 1:
          votes.against = make_count (rand);
          break;

        case 2:
          votes.abstentions = make_count (rand);
          break;

        default:
          vlg_consultation_set_visibility (consultation, VLG_VISIBILITY_NON_PUBLIC);
          vlg_consultation_set_confirmation (consultation, "Dr. Zoë Lindner-Schulz von der Heide", "", 0);
          break;
        }
      vlg_consultation_set_votes (consultation, &votes);
      g_list_store_append (vlg_motion_get_consultations (motion), consultation);
    }
}

static void
add_odd_signatories (GRand     *rand,
                     VlgMotion *motion)
{
  static const char * const roles[] = {
    "Beigeordnete für Finanzen, Bauen, Umwelt und öffentliche Sicherheit", "Amtsleiter", "3. Stellvertreterin", "Vorsitzende des Stadtrates",
  };

  for (guint i = g_rand_int_range (rand, 0, 5); i > 0; i--)
    {
      g_autofree char *name = g_rand_int_range (rand, 0, 4) == 0
        ? g_strdup ("Prof. Dr. Eva-Maria Lindner-Schulz von der Heide")
        : g_strdup_printf ("%s %s", PICK (rand, first_names), PICK (rand, last_names));
      g_autoptr (VlgSignatory) signatory = vlg_signatory_new (g_rand_int_range (rand, 0, 6) == 0 ? "" : name, PICK (rand, roles),
                                                              g_rand_boolean (rand) ? VLG_BLOCK_SUBMITTER : VLG_BLOCK_COUNCIL,
                                                              VLG_DAY_NONE, VLG_DAY_NONE);

      g_list_store_append (vlg_motion_get_signatories (motion), signatory);
    }
}

static void
add_odd_annex (GRand     *rand,
               VlgMotion *motion)
{
  static const char * const pieces[] = {
    "# Überschrift des Anhangs", "## Die zweite Ebene", "Ein *betontes* und ein **fettes** Wort.", "> Ein Zitat, das etwas länger ist als sonst üblich.",
    "- Bänke\n  - aus Holz\n  - aus Stein\n- Bäume", "3. Der dritte Punkt\n4. Der vierte Punkt", "Eine Zeile\\\nund noch eine", "`Quelltext` im Satz",
    "10\\. Juli 2026 ist der Tag.", "\\# kein Titel", "1\\. allein", "Ein Stern\\* und noch einer\\*.", "---", "a) erstens\n\nb) zweitens",
    "1. Bänke\n\n   mit zwei Absätzen\n\n2. Bäume",
  };
  g_autoptr (VlgAnnex) annex = vlg_annex_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *title = make_line (rand, g_rand_int_range (rand, 3, 30));

  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *paragraph = make_text (rand, 1, FALSE);

      g_string_append_printf (text, "%s%s\n\n%s", i > 0 ? "\n\n" : "", PICK (rand, pieces), paragraph);
    }
  vlg_annex_set_number (annex, g_list_model_get_n_items (G_LIST_MODEL (vlg_motion_get_annexes (motion))) + 1);
  vlg_annex_set_title (annex, title);
  vlg_annex_set_text (annex, text->str);
  g_list_store_append (vlg_motion_get_annexes (motion), annex);
}

void
form_generator_make_odd (GRand      *rand,
                         VlgMotion  *motion,
                         VlgProfile *profile)
{
  g_autofree char *long_title = NULL;

  add_odd_consultations (rand, motion);
  add_odd_signatories (rand, motion);
  add_odd_annex (rand, motion);
  if (g_rand_boolean (rand))
    {
      long_title = make_line (rand, 60);
      vlg_motion_set_text (motion, VLG_FIELD_TITLE, long_title);
    }
}
