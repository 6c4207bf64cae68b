/* paper-samples.c — motions to print, and looking into what was printed
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "paper-samples.h"

#include <qpdf/qpdf-c.h>
#include <string.h>

static void
add_row (VlgMotion     *motion,
         const char    *body,
         VlgVisibility  visibility,
         VlgDay         day,
         VlgVotes       votes)
{
  g_autoptr (VlgConsultation) row = vlg_consultation_new ();

  vlg_consultation_set_body (row, body);
  vlg_consultation_set_visibility (row, visibility);
  vlg_consultation_set_day (row, day);
  vlg_consultation_set_votes (row, &votes);
  g_list_store_append (vlg_motion_get_consultations (motion), row);
}

void
sample_add_rows (VlgMotion *motion,
                 guint      n)
{
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *body = g_strdup_printf ("Zeile%u Ausschuss für Gärten, Parkanlagen und Schluss%u", i, i);

      add_row (motion, body, VLG_VISIBILITY_PUBLIC, vlg_day_new (2021, 3, 1) + i, VLG_VOTES_NONE);
    }
}

VlgAnnex *
sample_add_annex (VlgMotion     *motion,
                  guint          number,
                  const char    *title,
                  const char    *text,
                  VlgVisibility  visibility)
{
  VlgAnnex *annex = vlg_annex_new ();

  vlg_annex_set_number (annex, number);
  vlg_annex_set_title (annex, title);
  vlg_annex_set_text (annex, text);
  vlg_annex_set_visibility (annex, visibility);
  g_list_store_append (vlg_motion_get_annexes (motion), annex);
  g_object_unref (annex);
  return annex;
}

void
sample_add_signatory (VlgMotion  *motion,
                      const char *name,
                      const char *role,
                      VlgBlock    block)
{
  g_autoptr (VlgSignatory) signatory = vlg_signatory_new (name, role, block, VLG_DAY_NONE, VLG_DAY_NONE);

  g_list_store_append (vlg_motion_get_signatories (motion), signatory);
}

VlgMotion *
sample_motion (void)
{
  static const char * const goals[] = { "M01", NULL };
  VlgMotion *motion = vlg_motion_new ();
  g_autoptr (VlgMotionNumber) number = vlg_motion_number_parse ("BV/017/2021/III-67", NULL);
  g_autoptr (VlgMark) mark = vlg_mark_new ("community");

  vlg_motion_set_number (motion, number);
  vlg_motion_set_visibility (motion, VLG_VISIBILITY_PUBLIC);
  vlg_motion_set_text (motion, VLG_FIELD_SUBMITTER, "Dezernat III");
  vlg_motion_set_text (motion, VLG_FIELD_RESPONSIBLE, "Amt für Stadtgrün");
  vlg_motion_set_text (motion, VLG_FIELD_TITLE, "Neue Bänke im Stadtpark");
  vlg_motion_set_text (motion, VLG_FIELD_RESOLUTION, "Im Stadtpark werden **zwölf Bänke** aufgestellt.\n\n1. sechs am Teich\n2. sechs am Spielplatz");
  vlg_motion_set_text (motion, VLG_FIELD_LEGAL_BASIS, "§ 45 KVG LSA");
  vlg_motion_set_text (motion, VLG_FIELD_REASONING, "siehe Anlage 1");
  vlg_motion_set_received_on (motion, vlg_day_new (2021, 2, 3));
  vlg_motion_set_relevance (motion, VLG_RELEVANCE_RELEVANT);
  vlg_mark_set_ticked (mark, TRUE);
  vlg_mark_set_goals (mark, goals);
  g_list_store_append (vlg_motion_get_marks (motion), mark);
  add_row (motion, "Dienstberatung des Oberbürgermeisters", VLG_VISIBILITY_NON_PUBLIC, vlg_day_new (2021, 2, 9), VLG_VOTES_NONE);
  add_row (motion, "Stadtrat", VLG_VISIBILITY_PUBLIC, vlg_day_new (2021, 3, 24), (VlgVotes) { 37, 0, 4, VLG_VOTES_ABSENT, VLG_VOTES_ABSENT });
  sample_add_signatory (motion, "Erika Beispiel", "Oberbürgermeisterin", VLG_BLOCK_SUBMITTER);
  sample_add_signatory (motion, "Otto Muster", "Vorsitzender des Stadtrates", VLG_BLOCK_COUNCIL);
  sample_add_signatory (motion, "Anna Probe", "1. Stellvertreterin", VLG_BLOCK_COUNCIL);
  sample_add_signatory (motion, "Karl Versuch", "2. Stellvertreter", VLG_BLOCK_COUNCIL);
  sample_add_annex (motion, 1, "Erläuterung", "# Anlass\n\nDie alten Bänke sind *morsch*.\n\n- am Teich\n  - zwei im Schatten\n- am Spielplatz\n\n> Bitte Bänke!", VLG_VISIBILITY_PUBLIC);
  sample_add_annex (motion, 2, "Angebote", "Die Tischlerei verlangt 480 Euro je Bank.", VLG_VISIBILITY_NON_PUBLIC);
  return motion;
}

char *
sample_prose (guint seed,
              guint n_words)
{
  static const char * const words[] = {
    "der", "Stadtrat", "und", "die", "Verwaltungsgemeinschaft", "Haushaltskonsolidierung", "wird", "beauftragt,", "Haupt-", "und", "Personalausschuss", "§", "45", "10.07.2013",
    "BV/024/2013/I-OB", "Dessau-Roßlau", "E-Mail-Adresse", "römisch-katholische", "Bürger*innen", "(Stadtentwicklungsgesellschaft)", "„Straßenbeleuchtung“", "–", "Freund", "oder",
    "https://www.example.org/stadtpark/baenke/teich/schatten/uebersicht/seite.html", "amt67@stadtverwaltung.example.org", "1.234.567,89", "EUR", "Kostenschätzung/Finanzierung",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsänderungsgesetzesentwurfsfassung", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789", "Öl", "Überprüfungsverfahren.", "in", "an", "Straßenbahn-", "Instandsetzungsarbeiten;", "NRW",
    "BürgerInnenversammlungen", "Landvermessungs\xc2\xad" "und",
  };
  GRand *random = g_rand_new_with_seed (seed);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    {
      /* A paragraph must not end with a hyphen: nothing would tell it from one of a line end. */
      if (i > 0)
        g_string_append (text, i % 60 == 0 ? " Ende.\n\nAbsatz " : " ");
      g_string_append (text, words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
    }
  g_rand_free (random);
  return g_string_free (text, FALSE);
}

GBytes *
sample_print (VlgMotion     *motion,
              VlgPaperFlags  flags)
{
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autoptr (GError) error = NULL;
  GBytes *pdf = vlg_paper_to_pdf (motion, profile, flags, VLG_DAY_NONE, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pdf);
  return pdf;
}

PopplerDocument *
sample_open (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &error);

  g_assert_no_error (error);
  return document;
}

char **
sample_page_lines (PopplerDocument *document,
                   guint            page)
{
  PopplerPage *opened = poppler_document_get_page (document, (int) page);
  g_autofree char *text = poppler_page_get_text (opened);

  g_object_unref (opened);
  return g_strsplit (text, "\n", -1);
}

static gboolean
begins_with_conjunction (const char *line)
{
  return g_regex_match_simple ("^(und|oder|bzw|beziehungsweise|sowie|bis|als|noch|aber|wie|statt|samt|nebst|mit|ohne)(?![\\w-])", line, 0, 0);
}

char *
sample_join_lines (char **lines)
{
  GString *text = g_string_new (NULL);

  for (; *lines != NULL; lines++)
    {
      gunichar last, next;

      g_strstrip (*lines);
      if (**lines == '\0')
        continue;
      next = g_utf8_get_char (*lines);
      last = text->len > 0 ? g_utf8_get_char (g_utf8_prev_char (text->str + text->len)) : ' ';
      if (text->len == 0)
        ;
      else if (last == 0x2010 && g_unichar_isalnum (next))
        g_string_truncate (text, text->len - 3);
      else if (last == '-' && text->str[text->len - 2] != ' ' && g_unichar_islower (next) && !begins_with_conjunction (*lines))
        g_string_truncate (text, text->len - 1);
      else if (last == '/' && g_unichar_isalnum (next))
        ;
      else if (last != '-' || text->str[text->len - 2] == ' ' || !g_unichar_isalnum (next) || begins_with_conjunction (*lines))
        g_string_append_c (text, ' ');
      g_string_append (text, *lines);
    }
  return g_string_free (text, FALSE);
}

GBytes *
sample_uncompress (GBytes *pdf)
{
  qpdf_data qpdf = qpdf_init ();
  GBytes *plain;
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);

  g_assert_cmpint (qpdf_read_memory (qpdf, "paper.pdf", data, size, NULL), ==, QPDF_SUCCESS);
  g_assert_cmpint (qpdf_init_write_memory (qpdf), ==, QPDF_SUCCESS);
  qpdf_set_qdf_mode (qpdf, QPDF_TRUE);
  qpdf_set_object_stream_mode (qpdf, qpdf_o_disable);
  g_assert_cmpint (qpdf_write (qpdf), ==, QPDF_SUCCESS);
  plain = g_bytes_new (qpdf_get_buffer (qpdf), qpdf_get_buffer_length (qpdf));
  qpdf_cleanup (&qpdf);
  return plain;
}

guint
sample_count (GBytes     *bytes,
              const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size), *end = data + size;
  guint n = 0;

  while ((data = memmem (data, (gsize) (end - data), text, strlen (text))) != NULL)
    {
      data++;
      n++;
    }
  return n;
}

gboolean
sample_contains (GBytes     *bytes,
                 const char *text)
{
  return sample_count (bytes, text) > 0;
}

static const char *
kind_name (PopplerStructureElementKind kind)
{
  switch ((int) kind)
    {
    case POPPLER_STRUCTURE_ELEMENT_DOCUMENT: return "Document";
    case POPPLER_STRUCTURE_ELEMENT_HEADING_1: return "H1";
    case POPPLER_STRUCTURE_ELEMENT_HEADING_2: return "H2";
    case POPPLER_STRUCTURE_ELEMENT_HEADING_3: return "H3";
    case POPPLER_STRUCTURE_ELEMENT_HEADING_4: return "H4";
    case POPPLER_STRUCTURE_ELEMENT_HEADING_5: return "H5";
    case POPPLER_STRUCTURE_ELEMENT_HEADING_6: return "H6";
    case POPPLER_STRUCTURE_ELEMENT_PARAGRAPH: return "P";
    case POPPLER_STRUCTURE_ELEMENT_FIGURE: return "Figure";
    case POPPLER_STRUCTURE_ELEMENT_LIST: return "L";
    case POPPLER_STRUCTURE_ELEMENT_LIST_ITEM: return "LI";
    case POPPLER_STRUCTURE_ELEMENT_LIST_LABEL: return "Lbl";
    case POPPLER_STRUCTURE_ELEMENT_LIST_BODY: return "LBody";
    case POPPLER_STRUCTURE_ELEMENT_BLOCKQUOTE: return "BlockQuote";
    case POPPLER_STRUCTURE_ELEMENT_TABLE: return "Table";
    case POPPLER_STRUCTURE_ELEMENT_TABLE_ROW: return "TR";
    case POPPLER_STRUCTURE_ELEMENT_TABLE_HEADING: return "TH";
    case POPPLER_STRUCTURE_ELEMENT_TABLE_DATA: return "TD";
    default: return "?";
    }
}

/* poppler 22 takes the UTF-8 of an element's text for PDFDocEncoding; this takes it back. */
static char *
repair_text (const char *text)
{
  static const char high[] = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž";
  g_autoptr (GString) bytes = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *found = c > 0xff ? g_utf8_strchr (high, -1, c) : NULL;

      if (found != NULL)
        c = 0x80 + (gunichar) g_utf8_pointer_to_offset (high, found);
      else if (c == 0x20ac)
        c = 0xa0;
      g_string_append_c (bytes, (char) c);
    }
  return g_strdup (g_utf8_validate (bytes->str, -1, NULL) ? bytes->str : text);
}

static void
end_element (GString *text)
{
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  if (text->len > 0 && text->str[text->len - 1] != '\n')
    g_string_append_c (text, '\n');
}

static void
walk (PopplerStructureElementIter *iter,
      GString                     *structure,
      GString                     *text)
{
  gboolean first = TRUE;

  do
    {
      PopplerStructureElement *element = poppler_structure_element_iter_get_element (iter);
      PopplerStructureElementIter *child;

      if (poppler_structure_element_get_kind (element) == POPPLER_STRUCTURE_ELEMENT_CONTENT)
        {
          g_autofree char *own = poppler_structure_element_get_text (element, POPPLER_STRUCTURE_GET_TEXT_NONE);

          g_autofree char *repaired = repair_text (own != NULL ? own : "");

          g_string_append (text, repaired);
          g_object_unref (element);
          continue;
        }
      end_element (text);
      g_string_append_printf (structure, "%s%s", first ? "" : " ", kind_name (poppler_structure_element_get_kind (element)));
      first = FALSE;
      g_object_unref (element);
      child = poppler_structure_element_iter_get_child (iter);
      if (child != NULL)
        {
          gsize before;

          g_string_append_c (structure, '(');
          before = structure->len;
          walk (child, structure, text);
          if (structure->len == before)
            g_string_truncate (structure, before - 1);
          else
            g_string_append_c (structure, ')');
          poppler_structure_element_iter_free (child);
        }
    }
  while (poppler_structure_element_iter_next (iter));
}

static void
walk_document (PopplerDocument *document,
               GString         *structure,
               GString         *text)
{
  PopplerStructureElementIter *iter = poppler_structure_element_iter_new (document);

  g_assert_nonnull (iter);
  walk (iter, structure, text);
  poppler_structure_element_iter_free (iter);
}

char *
sample_structure (PopplerDocument *document)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GString *structure = g_string_new (NULL);

  walk_document (document, structure, text);
  return g_string_free (structure, FALSE);
}

char *
sample_structure_text (PopplerDocument *document)
{
  g_autoptr (GString) structure = g_string_new (NULL);
  GString *text = g_string_new (NULL);

  walk_document (document, structure, text);
  end_element (text);
  return g_string_free (text, FALSE);
}

void
sample_assert_order (const char         *text,
                     const char * const *parts)
{
  const char *from = text;

  for (; *parts != NULL; parts++)
    {
      const char *found = strstr (from, *parts);

      if (found == NULL)
        g_error ("“%s” does not follow in:\n%s", *parts, from);
      from = found + strlen (*parts);
    }
}
