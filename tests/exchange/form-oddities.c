/* form-oddities.c — what makes a motion odd in one respect
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "form-generator.h"

#define PICK(rand, list) ((list)[g_rand_int_range ((rand), 0, G_N_ELEMENTS (list))])

static const char * const names[] = {
  "Anna Bergmann", "Dr. Jürgen Groß", "Maria-Luise von der Aue", "K. Özdemir", "Peter Weiß", "",
};

static gboolean
chance (GRand *rand,
        guint  percent)
{
  return g_rand_int_range (rand, 0, 100) < (int) percent;
}

static void
clear_texts (VlgMotion *motion)
{
  for (VlgField field = VLG_FIELD_NUMBER; field < VLG_N_FIELDS; field++)
    if (vlg_field_is_text (field) && field != VLG_FIELD_TITLE)
      vlg_motion_set_text (motion, field, "");
}

static void
make_reasoning_long (VlgMotion *motion)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 1; i <= 200; i++)
    {
      g_string_append_printf (text, "%sDer Abschnitt %u", i > 1 ? "\n\n" : "", i);
      for (guint j = 0; j < i % 40; j++)
        g_string_append (text, " wird neu gefasst,");
      g_string_append (text, " und das ist alles.");
    }
  vlg_motion_set_text (motion, VLG_FIELD_REASONING, text->str);
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

void
form_generator_make_odd_in (GRand     *rand,
                            VlgMotion *motion,
                            guint      kind)
{
  switch (kind % FORM_N_ODDITIES)
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
      make_reasoning_long (motion);
      break;
    case 3:
      vlg_motion_set_text (motion, VLG_FIELD_TITLE, "Ä");
      vlg_motion_set_text (motion, VLG_FIELD_RESOLUTION, "1. Ja\n2. Nein\n   - vielleicht\n   - nie\n3. Doch");
      break;
    case 4:
      make_rows_odd (motion, rand);
      break;
    case 5:
      make_signatories_odd (motion, rand);
      break;
    case 6:
      add_titled_annex (motion, "Kostenschätzung", "Erste Zeile.\n\n> Ein Zitat aus dem Gutachten, das sich über mehr als eine Zeile erstreckt und darum umbrochen wird.\n\nLetzte Zeile.");
      add_titled_annex (motion, "Lageplan (Maßstab 1:500)", "    Nr.   Menge\n    1     12\n    22    7\n\nEnde.");
      break;
    case 7:
      vlg_motion_set_visibility (motion, VLG_VISIBILITY_NON_PUBLIC);
      vlg_motion_set_text (motion, VLG_FIELD_RESOLUTION,
                           "Die Ein- und Auszahlungen sowie Vor- und Nachteile, Haupt- oder Nebenkosten, Straßen-, Wege- und Brückenbau, E-Mail-Adressen, "
                           "IT-gestützte Vor-Ort-Termine, Dessau-Roßlauer Nord-Süd-Verbindungen, das Für-und-Wider und die 50-prozentige Ost-West-Förderung werden zur Kenntnis genommen.");
      break;
    case 8:
      vlg_motion_set_text (motion, VLG_FIELD_REASONING,
                           "Stand vom 12.06.2030:\n\n- [x] erledigt\n- [ ] offen\n\nDie Anlage 2 liegt im Amt aus. Beschluss und Titel folgen.\\\nNeue Zeile.\n\n***\n\nSchluss.");
      break;
    case 9:
      vlg_motion_set_number (motion, NULL);
      g_list_store_remove_all (vlg_motion_get_consultations (motion));
      g_list_store_remove_all (vlg_motion_get_signatories (motion));
      break;
    case 10:
    default:
      vlg_motion_set_text (motion, VLG_FIELD_LEGAL_BASIS,
                           "1. § 45 Abs. 2 Nr. 1 KVG LSA\n2. § 8 Abs. 1 KVG LSA\n\n   in der geltenden Fassung\n3. Hauptsatzung der Stadt\n\n## Nachrichtlich\n\n*Keine* weiteren **Grundlagen**.");
      vlg_motion_set_text (motion, VLG_FIELD_RELATED_RESOLUTIONS, "BV/024/2013/I-OB, BV/103/2007 und BV/002/2023/OR Mosig");
    }
}
