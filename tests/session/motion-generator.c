/* motion-generator.c — motions of odd shapes
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "motion-generator.h"

static const char * const numbers[] = {
  "BV/422/2017/I-OB", "BV/355/2021/II-DKT", "BV/064/2007/V", "BV/103/2007", "BV/002/2023/OR Mosig",
  "FV/002/2017/StR", "FV/008/2022/AfD", "FV/007/2019/LBF/GR", "2015/0288-1", "IV/012/2024/III-61",
};

static const char * const words[] = {
  "die", "der", "und", "wird", "mit", "Brücke", "Straße", "Haushaltsmittel", "Maßnahme", "für", "Gebührensatzung", "nach", "Ausschreibung", "größere",
  "Flächennutzungsplan", "Dessau-Roßlau", "Kosten-Nutzen-Rechnung", "Ein-", "Auszahlungen", "§ 36", "Abs. 2", "3,5", "Mio.", "Euro", "10.", "Juli",
  "„Neue Mitte“", "z. B.", "und/oder", "Bürgerinnen", "Bürger*innen", "Anlage 1", "i. V. m.", "(einschließlich", "Nebenflächen)", "100 %", "bzw.",
  "Verwaltungsvorschriften", "Stadtratsbeschluss", "öffentlich", "Termin", "Titel", "gegen", "Enthaltung", "Grundstücksverkehrsgenehmigung", "a", "–", "A_B", "1 * 2",
  "Schwimmhalle", "Sanierungsgebiet", "Eigenbetrieb", "sowie", "Stiftung", "Übertragung", "Öffnungszeiten", "Ärztehaus", "km/h", "BV/024/2013/I-OB", "20.05.2019", "[2]",
};

static const char * const bodies[] = {
  "Stadtrat", "Haupt- und Personalausschuss", "Ausschuss für Gesundheit und Soziales", "Dienstberatung des Oberbürgermeisters",
  "Ortschaftsrat Mosigkau", "Ausschuss für Wirtschaft, Tourismus, Stadtentwicklung und Umwelt", "Betriebsausschuss Eigenbetrieb Stadtpflege",
  "Jugendhilfeausschuss", "Stadtbezirksbeirat Innerstädtisch Nord",
};

static const char * const names[] = {
  "Anna Bergmann", "Dr. Jürgen Groß", "Maria-Luise von der Aue", "K. Özdemir", "Peter Weiß", "",
};

static const char * const roles[] = {
  "Oberbürgermeister", "Vorsitzender des Stadtrates", "1. Stellvertreter", "2. Stellvertreter",
};

static const char *
pick (GRand              *rand,
      const char * const *from,
      guint               n)
{
  return from[g_rand_int_range (rand, 0, n)];
}

#define PICK(rand, array) pick (rand, array, G_N_ELEMENTS (array))

static gboolean
chance (GRand *rand,
        guint  percent)
{
  return g_rand_int_range (rand, 0, 100) < (int) percent;
}

static char *
make_sentence (GRand *rand,
               guint  n_words)
{
  g_autoptr (GString) text = g_string_new ("Es ");

  for (guint i = 0; i < n_words; i++)
    {
      if (chance (rand, 2))
        g_string_append_printf (text, "**%s** ", "wichtig");
      g_string_append (text, PICK (rand, words));
      g_string_append_c (text, ' ');
    }
  g_string_append (text, "beschlossen.");

  return g_strdup (text->str);
}

static char *
make_text (GRand *rand,
           guint  n_blocks,
           guint  n_words)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_blocks; i++)
    {
      guint form = g_rand_int_range (rand, 0, 10);

      if (i > 0)
        g_string_append (text, "\n\n");
      if (form == 0 || form == 1)
        {
          for (guint item = 1; item <= 3; item++)
            {
              g_autofree char *sentence = make_sentence (rand, g_rand_int_range (rand, 3, 20));

              if (form == 0)
                g_string_append_printf (text, "%u. %s\n", item, sentence);
              else
                g_string_append_printf (text, "- %s\n", sentence);
            }
        }
      else if (form == 2 && n_blocks > 2)
        {
          g_string_append_printf (text, "## Abschnitt %u", i + 1);
        }
      else
        {
          g_autofree char *sentence = make_sentence (rand, g_rand_int_range (rand, 3, n_words));

          g_string_append (text, sentence);
        }
    }

  return g_strdup (text->str);
}

static void
set_text (VlgMotion *motion,
          VlgField   field,
          GRand     *rand,
          guint      percent,
          guint      n_blocks,
          guint      n_words)
{
  g_autofree char *text = NULL;

  if (!chance (rand, percent))
    return;
  text = make_text (rand, n_blocks, n_words);
  vlg_motion_set_text (motion, field, text);
}

static void
add_consultations (VlgMotion  *motion,
                   VlgProfile *profile,
                   GRand      *rand,
                   guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VlgConsultation) row = vlg_consultation_new ();
      const char *name = PICK (rand, bodies);
      VlgBody *body = vlg_profile_find_body (profile, name);

      vlg_consultation_set_body (row, name);
      if (body != NULL)
        vlg_consultation_set_body_uid (row, vlg_body_get_uid (body));
      vlg_consultation_set_visibility (row, chance (rand, 30) ? VLG_VISIBILITY_NON_PUBLIC : VLG_VISIBILITY_PUBLIC);
      if (chance (rand, 85))
        vlg_consultation_set_day (row, vlg_day_new (g_rand_int_range (rand, 2007, 2030), g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29)));
      if (chance (rand, 40))
        {
          VlgVotes votes = VLG_VOTES_NONE;

          votes.in_favour = g_rand_int_range (rand, 0, 51);
          votes.against = g_rand_int_range (rand, 0, 20);
          votes.abstentions = g_rand_int_range (rand, 0, 10);
          vlg_consultation_set_votes (row, &votes);
        }
      g_list_store_append (vlg_motion_get_consultations (motion), row);
    }
}

static void
add_leitbild (VlgMotion  *motion,
              VlgProfile *profile,
              GRand      *rand)
{
  VlgLeitbild *leitbild = vlg_profile_get_leitbild (profile);

  if (chance (rand, 20))
    {
      vlg_motion_set_relevance (motion, VLG_RELEVANCE_NOT_RELEVANT);
      return;
    }
  for (guint i = 0; i < vlg_leitbild_get_n_fields (leitbild); i++)
    {
      VlgActionField *field = vlg_leitbild_get_field (leitbild, i);
      g_autoptr (VlgMark) mark = NULL;
      const char *goals[] = { "M01", "M12", NULL };

      if (!chance (rand, 30))
        continue;
      mark = vlg_mark_new (vlg_action_field_get_key (field));
      vlg_mark_set_ticked (mark, TRUE);
      if (g_str_equal (vlg_action_field_get_key (field), "community"))
        vlg_mark_set_goals (mark, chance (rand, 50) ? goals : (const char *[]) { "M01", NULL });
      g_list_store_append (vlg_motion_get_marks (motion), mark);
      vlg_motion_set_relevance (motion, VLG_RELEVANCE_RELEVANT);
    }
}

static void
add_signatories (VlgMotion *motion,
                 GRand     *rand)
{
  gboolean with_names = chance (rand, 80);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autoptr (VlgSignatory) signatory = NULL;
      const char *name = with_names ? names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names) - 1)] : "";

      signatory = vlg_signatory_new (name, roles[i], i == 0 ? VLG_BLOCK_SUBMITTER : VLG_BLOCK_COUNCIL, VLG_DAY_NONE, VLG_DAY_NONE);
      g_list_store_append (vlg_motion_get_signatories (motion), signatory);
    }
}

static void
add_annexes (VlgMotion *motion,
             GRand     *rand,
             guint      n,
             guint      pages)
{
  for (guint i = 1; i <= n; i++)
    {
      g_autoptr (VlgAnnex) annex = vlg_annex_new ();
      /* A page takes about 400 words. */
      g_autofree char *text = make_text (rand, i == n && pages > 0 ? pages * 8 : (guint) g_rand_int_range (rand, 1, 12), 80);

      vlg_annex_set_number (annex, g_list_model_get_n_items (G_LIST_MODEL (vlg_motion_get_annexes (motion))) + 1);
      vlg_annex_set_visibility (annex, VLG_VISIBILITY_PUBLIC);
      vlg_annex_set_text (annex, text);
      g_list_store_append (vlg_motion_get_annexes (motion), annex);
    }
}

static void
clear_texts (VlgMotion *motion)
{
  for (VlgField field = VLG_FIELD_NUMBER; field < VLG_N_FIELDS; field++)
    if (vlg_field_is_text (field) && field != VLG_FIELD_TITLE)
      vlg_motion_set_text (motion, field, "");
}

static void
make_rows_odd (VlgMotion *motion,
               GRand     *rand)
{
  static const char * const odd_bodies[] = {
    "Ortschaftsrat Brambach-Neeken", "Ausschuss für Bauwesen, Verkehr/Umwelt und Kleingärten", "Zeitweiliger Ausschuss „Haushalt 2030“",
    "Rechnungsprüfungs- und Vergabeausschuss", "Stadtrat (Sondersitzung)", "Elektrizitätsversorgungsunternehmensbeteiligungsausschuss",
  };
  GListModel *rows = G_LIST_MODEL (vlg_motion_get_consultations (motion));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (VlgConsultation) row = g_list_model_get_item (rows, i);

      vlg_consultation_set_body (row, PICK (rand, odd_bodies));
      vlg_consultation_set_body_uid (row, NULL);
      if (chance (rand, 30))
        vlg_consultation_set_visibility (row, VLG_VISIBILITY_UNDECIDED);
      if (chance (rand, 50))
        {
          VlgVotes votes = VLG_VOTES_NONE;

          *(chance (rand, 50) ? &votes.in_favour : &votes.abstentions) = g_rand_int_range (rand, 0, 30);
          if (chance (rand, 30))
            votes.against = g_rand_int_range (rand, 0, 30);
          vlg_consultation_set_votes (row, &votes);
        }
      if (chance (rand, 50))
        vlg_consultation_set_confirmation (row, chance (rand, 50) ? "Bergmann" : "i. V. Groß", "Schriftführer", 1);
    }
}

static void
make_signatories_odd (VlgMotion *motion,
                      GRand     *rand)
{
  static const char * const odd_roles[] = {
    "Oberbürgermeister", "Beigeordneter für Stadtentwicklung und Umwelt", "Vorsitzende des Stadtrates", "1. Stellvertreterin", "2. Stellvertreter",
  };

  g_list_store_remove_all (vlg_motion_get_signatories (motion));
  for (guint i = 0; i < G_N_ELEMENTS (odd_roles); i++)
    {
      g_autoptr (VlgSignatory) signatory = vlg_signatory_new (PICK (rand, names), odd_roles[i], i < 2 ? VLG_BLOCK_SUBMITTER : VLG_BLOCK_COUNCIL,
                                                              VLG_DAY_NONE, VLG_DAY_NONE);

      g_list_store_append (vlg_motion_get_signatories (motion), signatory);
    }
}

static void
add_titled_annex (VlgMotion  *motion,
                  const char *title,
                  const char *text)
{
  g_autoptr (VlgAnnex) annex = vlg_annex_new ();

  vlg_annex_set_number (annex, g_list_model_get_n_items (G_LIST_MODEL (vlg_motion_get_annexes (motion))) + 1);
  vlg_annex_set_visibility (annex, VLG_VISIBILITY_PUBLIC);
  vlg_annex_set_title (annex, title);
  vlg_annex_set_text (annex, text);
  g_list_store_append (vlg_motion_get_annexes (motion), annex);
}

/* What makes every second odd, in one respect each. */
static void
make_odd (VlgMotion  *motion,
          VlgProfile *profile,
          GRand      *rand,
          guint       kind)
{
  switch (kind % 12)
    {
    case 0:
      clear_texts (motion);
      break;
    case 1:
      vlg_motion_set_text (motion, VLG_FIELD_TITLE,
                           "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsgründungsversammlungsprotokollführerstellvertreterinnenwahl");
      vlg_motion_set_text (motion, VLG_FIELD_RESOLUTION,
                           "Beachte https://www.example.org/ein/sehr/langer/pfad/zu/einem/dokument/das/niemand/je/lesen/wird/aber/verlinkt/werden/muss.html dazu.");
      break;
    case 2:
      add_consultations (motion, profile, rand, 40);
      break;
    case 3:
      {
        g_autofree char *text = make_text (rand, 60, 30);

        vlg_motion_set_text (motion, VLG_FIELD_REASONING, text);
      }
      break;
    case 4:
      vlg_motion_set_text (motion, VLG_FIELD_TITLE, "Ä");
      vlg_motion_set_text (motion, VLG_FIELD_RESOLUTION, "1. Ja\n2. Nein\n   - vielleicht\n   - nie\n3. Doch");
      break;
    case 5:
      make_rows_odd (motion, rand);
      break;
    case 6:
      make_signatories_odd (motion, rand);
      break;
    case 7:
      add_titled_annex (motion, "Kostenschätzung", "Erste Zeile.\n\n> Ein Zitat aus dem Gutachten, das sich über mehr als eine Zeile erstreckt und darum umbrochen wird.\n\nLetzte Zeile.");
      add_titled_annex (motion, "Lageplan (Maßstab 1:500)", "    Nr.   Menge\n    1     12\n    22    7\n\nEnde.");
      break;
    case 8:
      vlg_motion_set_visibility (motion, VLG_VISIBILITY_NON_PUBLIC);
      vlg_motion_set_text (motion, VLG_FIELD_RESOLUTION,
                           "Die Ein- und Auszahlungen sowie Vor- und Nachteile, Haupt- oder Nebenkosten, Straßen-, Wege- und Brückenbau, E-Mail-Adressen, "
                           "IT-gestützte Vor-Ort-Termine, Dessau-Roßlauer Nord-Süd-Verbindungen, das Für-und-Wider und die 50-prozentige Ost-West-Förderung werden zur Kenntnis genommen.");
      break;
    case 9:
      vlg_motion_set_text (motion, VLG_FIELD_REASONING,
                           "Stand vom 12.06.2030:\n\n- [x] erledigt\n- [ ] offen\n\nDie Anlage 2 liegt im Amt aus. Beschluss und Titel folgen.\\\nNeue Zeile.\n\n***\n\nSchluss.");
      break;
    case 10:
      vlg_motion_set_number (motion, NULL);
      g_list_store_remove_all (vlg_motion_get_consultations (motion));
      g_list_store_remove_all (vlg_motion_get_signatories (motion));
      break;
    case 11:
    default:
      vlg_motion_set_text (motion, VLG_FIELD_LEGAL_BASIS,
                           "1. § 45 Abs. 2 Nr. 1 KVG LSA\n2. § 8 Abs. 1 KVG LSA\n\n   in der geltenden Fassung\n3. Hauptsatzung der Stadt\n\n## Nachrichtlich\n\n*Keine* weiteren **Grundlagen**.");
      vlg_motion_set_text (motion, VLG_FIELD_RELATED_RESOLUTIONS, "BV/024/2013/I-OB, BV/103/2007 und BV/002/2023/OR Mosig");
    }
}

VlgMotion *
motion_generator_make (guint       seed,
                       VlgProfile *profile,
                       guint       pages)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed + 1);
  g_autoptr (VlgMotionNumber) number = vlg_motion_number_parse (numbers[seed % G_N_ELEMENTS (numbers)], NULL);
  VlgMotion *motion = vlg_motion_new ();
  g_autofree char *title = make_sentence (rand, g_rand_int_range (rand, 1, 20));

  vlg_motion_set_number (motion, number);
  vlg_motion_set_stage (motion, VLG_STAGE_SUBMITTED);
  vlg_motion_set_text (motion, VLG_FIELD_SUBMITTER, chance (rand, 90) ? "Der Oberbürgermeister" : "Fraktion Neues Forum – Bürgerliste und Bündnis der Ortschaften im Stadtrat");
  vlg_motion_set_text (motion, VLG_FIELD_RESPONSIBLE, chance (rand, 90) ? "Amt für Stadtentwicklung, Denkmalpflege und Geodienste" : "");
  /* A title is plain text: no marks. */
  vlg_motion_set_text (motion, VLG_FIELD_TITLE, title);
  {
    g_auto (GStrv) parts = g_strsplit (title, "**", -1);
    g_autofree char *plain = g_strjoinv ("", parts);

    vlg_motion_set_text (motion, VLG_FIELD_TITLE, plain);
  }
  add_consultations (motion, profile, rand, g_rand_int_range (rand, 1, 6));
  set_text (motion, VLG_FIELD_RESOLUTION, rand, 100, g_rand_int_range (rand, 1, 6), 60);
  set_text (motion, VLG_FIELD_LEGAL_BASIS, rand, 50, 1, 12);
  set_text (motion, VLG_FIELD_RELATED_RESOLUTIONS, rand, 40, 2, 12);
  set_text (motion, VLG_FIELD_EXPERT_OPINIONS, rand, 30, 1, 12);
  set_text (motion, VLG_FIELD_PUBLICATION_NOTES, rand, 30, 1, 12);
  set_text (motion, VLG_FIELD_REASONING, rand, 70, g_rand_int_range (rand, 1, 8), 80);
  if (*vlg_motion_get_text (motion, VLG_FIELD_REASONING) == '\0')
    vlg_motion_set_text (motion, VLG_FIELD_REASONING, "siehe Anlage 1");
  add_leitbild (motion, profile, rand);
  if (chance (rand, 90))
    add_signatories (motion, rand);
  if (chance (rand, 20))
    vlg_motion_set_decided_on (motion, vlg_day_new (2024, 5, 22));
  add_annexes (motion, rand, g_rand_int_range (rand, 0, 4), 0);
  if (seed % 100 == 99)
    add_annexes (motion, rand, 1, pages);
  if (seed % 2 == 1)
    make_odd (motion, profile, rand, seed / 2);

  return motion;
}
