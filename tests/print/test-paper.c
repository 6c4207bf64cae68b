/* test-paper.c — the form as pages
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "paper-samples.h"
#include "vlg-document.h"
#include "vlg-string.h"

static VlgPaper *
lay_out (VlgMotion *motion,
         VlgDay     as_of)
{
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();

  return vlg_paper_new (motion, profile, VLG_PAPER_DEFAULT, as_of);
}

static char *
all_text (VlgPaper *paper)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < vlg_paper_get_n_pages (paper); i++)
    {
      g_autofree char *page = vlg_paper_get_page_text (paper, i);

      g_string_append (text, page);
    }
  return g_string_free (text, FALSE);
}

/* Everything that was drawn lies between the margins of an A4 page. */
static void
assert_within_margins (PopplerDocument *document)
{
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      g_autofree char *text = poppler_page_get_text (page);
      g_autofree PopplerRectangle *boxes = NULL;
      const char *p = text;
      guint n = 0;

      g_assert_true (poppler_page_get_text_layout (page, &boxes, &n));
      for (guint k = 0; k < n && *p != '\0'; k++, p = g_utf8_next_char (p))
        {
          if (g_unichar_isspace (g_utf8_get_char (p)))
            continue;
          g_assert_cmpfloat (boxes[k].x1, >, 25 * 72 / 25.4 - 2);
          g_assert_cmpfloat (boxes[k].x2, <, 190 * 72 / 25.4 + 2);
          g_assert_cmpfloat (boxes[k].y1, >, 15);
          g_assert_cmpfloat (boxes[k].y2, <, 287 * 72 / 25.4);
        }
      g_object_unref (page);
    }
}

/* They say where a word may be divided and are no part of it. */
static char *
without_soft_hyphens (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\xc2\xad", -1);

  return g_strjoinv ("", parts);
}

/* Long texts: shows where they part. */
static void
assert_same (const char *text,
             const char *expected)
{
  gsize at = 0;

  while (text[at] != '\0' && text[at] == expected[at])
    at++;
  if (text[at] == expected[at])
    return;
  at = at > 60 ? at - 60 : 0;
  g_error ("“…%.120s…” instead of “…%.120s…”", text + at, expected + at);
}

static void
test_blocks (void)
{
  static const char * const blocks[] = {
    "Stadt Dessau-Roßlau", "Beschlussvorlage", "Drucksachen-Nr.: BV/017/2021/III-67", "Einreicher: Dezernat III", "Verantwortlich für die Umsetzung: Amt für Stadtgrün",
    "Beratungsfolge", "Status", "Termin", "Für", "Gegen", "Enthaltung", "Bestätigung", "Dienstberatung des Oberbürgermeisters", "nicht öffentlich", "09.02.2021",
    "Stadtrat", "öffentlich", "24.03.2021", "37", "\n0", "\n4", "Titel:", "Neue Bänke im Stadtpark", "Beschluss:", "zwölf Bänke", "1.", "sechs am Teich", "2.", "sechs am Spielplatz",
    "Gesetzliche Grundlagen:", "§ 45 KVG LSA", "Bereits gefasste und/oder zu ändernde Beschlüsse:", "Vorliegende Gutachten und/oder Stellungnahmen:", "Hinweise zur Veröffentlichung:",
    "Relevanz mit Leitbild", "Handlungsfeld", "Ziel-Nummer", "Wirtschaft, Tourismus, Bildung und Wissenschaft [  ]", "Kultur, Freizeit und Sport [  ]",
    "Stadtentwicklung, Wohnen und Verkehr [  ]", "Handel und Versorgung [  ]", "Landschaft und Umwelt [  ]", "Soziales Miteinander [x]", "M01", "Vorlage nicht leitbildrelevant [  ]",
    "Begründung:", "siehe Anlage 1", "Erika Beispiel Oberbürgermeisterin", "beschlossen im Stadtrat am:", "Otto Muster Vorsitzender des Stadtrates", "Anna Probe 1. Stellvertreterin",
    "Karl Versuch 2. Stellvertreter", "Anlage 1: Erläuterung", "Anlass", "morsch", "•", "am Teich", "•", "zwei im Schatten", "am Spielplatz", "Bitte Bänke!", "Anlage 2: Angebote", "480 Euro", NULL
  };
  g_autoptr (VlgMotion) motion = sample_motion ();
  g_autoptr (VlgPaper) paper = lay_out (motion, VLG_DAY_NONE);
  g_autofree char *text = all_text (paper);

  sample_assert_order (text, blocks);
  /* Form and signatures, and a page for each annex. */
  g_assert_cmpuint (vlg_paper_get_n_pages (paper), ==, 4);
}

/* The same on paper: each value beside or below its label, head and foot on every page. */
static void
test_on_paper (void)
{
  g_autoptr (VlgMotion) motion = sample_motion ();
  g_autoptr (GBytes) pdf = sample_print (motion, VLG_PAPER_DEFAULT);
  g_autoptr (SampleDocument) document = sample_open (pdf);
  int n = poppler_document_get_n_pages (document);

  assert_within_margins (document);
  g_assert_cmpint (n, ==, 4);
  for (int i = 0; i < n; i++)
    {
      g_auto (GStrv) lines = sample_page_lines (document, (guint) i);
      g_autofree char *text = g_strjoinv ("\n", lines);
      g_autofree char *count = g_strdup_printf ("Seite %d von %d", i + 1, n);

      g_assert_nonnull (strstr (text, count));
      g_assert_nonnull (strstr (text, i == 2 ? "Anlage 1 zu BV/017/2021/III-67" : i == 3 ? "Anlage 2 zu BV/017/2021/III-67" : "BV/017/2021/III-67"));
      g_assert_null (strstr (text, "Entwurf"));
      g_assert_null (strstr (text, "Nicht öffentlich"));
    }
}

static void
test_empty (void)
{
  static const char * const labels[] = {
    "Drucksachen-Nr.:", "Einreicher:", "Verantwortlich für die Umsetzung:", "Beratungsfolge", "Bestätigung", "Titel:", "Beschluss:", "Gesetzliche Grundlagen:",
    "Bereits gefasste und/oder zu ändernde Beschlüsse:", "Vorliegende Gutachten und/oder Stellungnahmen:", "Hinweise zur Veröffentlichung:", "Relevanz mit Leitbild",
    "[  ]", "[  ]", "[  ]", "[  ]", "[  ]", "[  ]", "Vorlage nicht leitbildrelevant [  ]", "Begründung:", "beschlossen im Stadtrat am:", NULL
  };
  g_autoptr (VlgMotion) motion = vlg_motion_new ();
  g_autoptr (VlgPaper) paper = lay_out (motion, VLG_DAY_NONE);
  g_autofree char *text = all_text (paper);
  g_autoptr (GBytes) pdf = sample_print (motion, VLG_PAPER_DEFAULT);
  g_autoptr (SampleDocument) document = sample_open (pdf);

  sample_assert_order (text, labels);
  g_assert_cmpuint (vlg_paper_get_n_pages (paper), ==, 1);
  assert_within_margins (document);
}

static void
test_marks (void)
{
  g_autoptr (VlgMotion) motion = sample_motion ();
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (SampleDocument) document = NULL;

  vlg_motion_set_visibility (motion, VLG_VISIBILITY_NON_PUBLIC);
  g_assert_cmpint (vlg_motion_get_stage (motion), ==, VLG_STAGE_DRAFT);
  pdf = vlg_paper_to_pdf (motion, profile, VLG_PAPER_DEFAULT, vlg_day_new (2021, 2, 1), NULL);
  document = sample_open (pdf);
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_auto (GStrv) lines = sample_page_lines (document, (guint) i);

      g_assert_true (g_strv_contains ((const char * const *) lines, "Nicht öffentlich"));
      g_assert_true (g_strv_contains ((const char * const *) lines, "Entwurf, Stand 01.02.2021"));
    }

  /* A released paper is no draft, whatever the day. */
  g_clear_object (&document);
  g_clear_pointer (&pdf, g_bytes_unref);
  vlg_motion_set_stage (motion, VLG_STAGE_RELEASED);
  pdf = vlg_paper_to_pdf (motion, profile, VLG_PAPER_DEFAULT, vlg_day_new (2021, 2, 1), NULL);
  document = sample_open (pdf);
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_auto (GStrv) lines = sample_page_lines (document, (guint) i);

      g_assert_false (g_strv_contains ((const char * const *) lines, "Entwurf, Stand 01.02.2021"));
    }
}

/* Nothing of the first column reaches into the second. */
static void
assert_within_column (PopplerPage *page,
                      const char  *word)
{
  GList *found = poppler_page_find_text (page, word);

  for (GList *link = found; link != NULL; link = link->next)
    g_assert_cmpfloat (((PopplerRectangle *) link->data)->x2, <, 75 * 72 / 25.4);
  g_list_free_full (found, (GDestroyNotify) poppler_rectangle_free);
}

static void
test_forty_rows (void)
{
  g_autoptr (VlgMotion) motion = sample_motion ();
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (SampleDocument) document = NULL;
  g_autoptr (VlgPaper) paper = NULL;
  guint n_begun = 0, n_with_rows = 0;

  sample_add_rows (motion, 40);
  paper = lay_out (motion, VLG_DAY_NONE);
  pdf = sample_print (motion, VLG_PAPER_DEFAULT);
  document = sample_open (pdf);
  assert_within_margins (document);
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_auto (GStrv) lines = sample_page_lines (document, (guint) i);
      g_autofree char *drawn = g_strjoinv ("\n", lines), *text = vlg_paper_get_page_text (paper, (guint) i);
      PopplerPage *page = poppler_document_get_page (document, i);

      assert_within_column (page, "Parkanlagen");
      assert_within_column (page, "Gärten");
      g_object_unref (page);
      for (guint row = 1; row <= 40; row++)
        {
          g_autofree char *begin = g_strdup_printf ("Zeile%u ", row), *end = g_strdup_printf ("\\bSchluss%u\\b", row), *day = vlg_day_to_german (vlg_day_new (2021, 3, 1) + row);
          gboolean begins = strstr (text, begin) != NULL;

          g_assert_cmpint (begins, ==, g_regex_match_simple (end, text, 0, 0));
          if (begins)
            {
              n_begun++;
              g_assert_nonnull (strstr (text, day));
            }
        }
      if (strstr (text, "Schluss") != NULL)
        {
          n_with_rows++;
          g_assert_nonnull (strstr (drawn, "Enthaltung"));
          g_assert_nonnull (strstr (drawn, "Bestätigung"));
        }
    }
  g_assert_cmpuint (n_begun, ==, 40);
  g_assert_cmpuint (n_with_rows, >=, 3);
}

/* A row higher than a page cannot be helped; it must still be printed whole and in order. */
static void
test_huge_cell (void)
{
  g_autoptr (VlgMotion) motion = sample_motion ();
  g_autoptr (VlgConsultation) row = vlg_consultation_new ();
  g_autoptr (GString) name = g_string_new ("Anfang");
  g_autoptr (VlgPaper) paper = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (SampleDocument) document = NULL;

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (name, " Wort%u", i);
  vlg_consultation_set_body (row, name->str);
  g_list_store_append (vlg_motion_get_consultations (motion), row);
  paper = lay_out (motion, VLG_DAY_NONE);
  text = all_text (paper);
  g_assert_nonnull (strstr (text, "Wort0 "));
  g_assert_nonnull (strstr (text, "Wort399 "));
  pdf = sample_print (motion, VLG_PAPER_DEFAULT);
  document = sample_open (pdf);
  assert_within_margins (document);
}

/* The text of the pages, heads and feet left out: what stands in the annex must come out word by word, wherever lines and pages end. */
static void
test_nothing_lost (void)
{
  for (guint seed = 1; seed <= 25; seed++)
    {
      g_autoptr (VlgMotion) motion = vlg_motion_new ();
      g_autofree char *prose = sample_prose (seed, 700), *plain = vlg_markdown_to_plain (prose), *collapsed = vlg_string_collapse (plain);
      g_autofree char *expected = without_soft_hyphens (collapsed);
      g_autoptr (GBytes) pdf = NULL;
      g_autoptr (SampleDocument) document = NULL;
      g_autoptr (GPtrArray) body = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *read = NULL;
      gboolean in_annex = FALSE;

      sample_add_annex (motion, 1, "", prose, VLG_VISIBILITY_PUBLIC);
      pdf = sample_print (motion, VLG_PAPER_DEFAULT);
      document = sample_open (pdf);
      assert_within_margins (document);
      for (int i = 0; i < poppler_document_get_n_pages (document); i++)
        {
          g_auto (GStrv) lines = sample_page_lines (document, (guint) i);

          for (guint k = 0; lines[k] != NULL; k++)
            {
              if (in_annex && !g_str_has_prefix (lines[k], "Seite ") && !g_str_has_prefix (lines[k], "Anlage 1 zu"))
                g_ptr_array_add (body, g_strdup (lines[k]));
              in_annex |= g_str_has_prefix (lines[k], "Anlage 1:");
            }
        }
      g_ptr_array_add (body, NULL);
      read = sample_join_lines ((char **) body->pdata);
      assert_same (read, expected);
    }
}

/* However the text above is long, names keep their roles and their room, a label its text, a paragraph two lines. */
static void
test_page_ends (void)
{
  for (guint n = 1; n < 60; n++)
    {
      g_autoptr (VlgMotion) motion = sample_motion ();
      g_autoptr (GString) text = g_string_new ("Absatz");
      g_autoptr (VlgPaper) paper = NULL;

      for (guint i = 0; i < n; i++)
        g_string_append (text, i % 7 == 6 ? "\n\nAbsatz" : " Wort mit vielen weiteren Wörtern dahinter, damit die Zeile sicher voll und auch wirklich umbrochen wird");
      vlg_motion_set_text (motion, VLG_FIELD_REASONING, text->str);
      paper = lay_out (motion, VLG_DAY_NONE);
      for (guint i = 0; i < vlg_paper_get_n_pages (paper); i++)
        {
          g_autofree char *page = vlg_paper_get_page_text (paper, i);
          const char *last = strrchr (g_strchomp (page), '\n');

          g_assert_cmpint (strstr (page, "Erika Beispiel") != NULL, ==, strstr (page, "Oberbürgermeisterin") != NULL);
          g_assert_cmpint (strstr (page, "Otto Muster") != NULL, ==, strstr (page, "2. Stellvertreter") != NULL);
          g_assert_cmpint (strstr (page, "Otto Muster") != NULL, ==, strstr (page, "beschlossen im Stadtrat am:") != NULL);
          g_assert_cmpint (strstr (page, "Relevanz mit Leitbild") != NULL, ==, strstr (page, "Vorlage nicht leitbildrelevant") != NULL);
          last = last != NULL ? last + 1 : page;
          g_assert_false (g_str_has_suffix (last, "Begründung:"));
          /* A page that ends inside a paragraph holds at least two of its lines. */
          g_assert_false (g_str_has_prefix (last, "Absatz") && strlen (last) < 100 && strlen (last) > 60);
          /* Signatures do not stand alone. */
          if (strstr (page, "Erika Beispiel") != NULL)
            g_assert_true (strstr (page, "Wort") != NULL || strstr (page, "Absatz") != NULL);
        }
    }
}

static void
test_long_annex (void)
{
  g_autoptr (VlgMotion) motion = sample_motion ();
  g_autoptr (GString) text = g_string_new ("# Bericht\n");
  g_autofree char *plain = NULL, *collapsed = NULL, *expected = NULL, *read = NULL, *read_collapsed = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (SampleDocument) document = NULL;
  g_autoptr (VlgPaper) paper = NULL;
  guint n;

  for (guint i = 0; i < 330; i++)
    {
      g_autofree char *prose = sample_prose (1000 + i, 420);

      g_string_append_printf (text, "\n## Abschnitt %u\n\n%s\n", i + 1, prose);
    }
  sample_add_annex (motion, 3, "Gesamtbericht", text->str, VLG_VISIBILITY_PUBLIC);
  paper = lay_out (motion, VLG_DAY_NONE);
  n = vlg_paper_get_n_pages (paper);
  g_assert_cmpuint (n, >=, 300);

  read = all_text (paper);
  g_assert_nonnull (strstr (read, "Anlage 3: Gesamtbericht"));
  read_collapsed = vlg_string_collapse (strstr (read, "Anlage 3: Gesamtbericht") + strlen ("Anlage 3: Gesamtbericht"));
  plain = vlg_markdown_to_plain (text->str);
  collapsed = vlg_string_collapse (plain);
  expected = without_soft_hyphens (collapsed);
  assert_same (read_collapsed, expected);

  pdf = sample_print (motion, VLG_PAPER_DEFAULT);
  document = sample_open (pdf);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, (int) n);
  for (guint i = n - 3; i < n; i++)
    {
      g_auto (GStrv) lines = sample_page_lines (document, i);
      g_autofree char *page = g_strjoinv ("\n", lines), *count = g_strdup_printf ("Seite %u von %u", i + 1, n);

      g_assert_nonnull (strstr (page, count));
      g_assert_nonnull (strstr (page, "Anlage 3 zu BV/017/2021/III-67"));
    }
}

static void
test_odd_texts (void)
{
  static const char * const texts[] = {
    "- \n- a\n", "1. x\n\n       code\n", "> > > tief", "- a\n  - b\n    - c\n      - d\n        - e\n          - f\n            - g\n              - h\n                - i\n                  - j\n                    - k\n                      - l",
    "<b>kein HTML</b>", "a\\\nb", "***", "` `", "####### sieben", "\xc2\xa0\xc2\xad", "e\xcc\x81\xcc\x81\xcc\x81", "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d", "\xf0\x9f\x8e\x89", "-", "- -", "/", "a/ b", "§", "\t", "\n", "[x]", "\xe2\x80\x8b",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (VlgMotion) motion = sample_motion ();
      g_autoptr (GBytes) pdf = NULL;
      g_autoptr (SampleDocument) document = NULL;

      for (VlgField field = VLG_FIELD_SUBMITTER; field <= VLG_FIELD_REASONING; field++)
        if (vlg_field_is_text (field))
          vlg_motion_set_text (motion, field, texts[i]);
      sample_add_annex (motion, 3, texts[i], texts[i], VLG_VISIBILITY_PUBLIC);
      sample_add_signatory (motion, texts[i], texts[i], VLG_BLOCK_COUNCIL);
      pdf = sample_print (motion, VLG_PAPER_DEFAULT);
      document = sample_open (pdf);
      assert_within_margins (document);
    }
}

static gpointer
lay_out_in_thread (gpointer data)
{
  return lay_out (data, VLG_DAY_NONE);
}

static cairo_surface_t *
draw_first_page (VlgPaper *paper)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 600, 850);
  cairo_t *cr = cairo_create (surface);

  vlg_paper_draw_page (paper, cr, 0);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* A paper laid out elsewhere draws the same pixels here, after its thread is gone. */
static void
test_threads (void)
{
  g_autoptr (VlgMotion) motion = sample_motion ();
  g_autoptr (VlgPaper) mine = lay_out (motion, VLG_DAY_NONE);
  cairo_surface_t *expected = draw_first_page (mine);

  for (guint i = 0; i < 8; i++)
    {
      g_autoptr (VlgPaper) theirs = g_thread_join (g_thread_new ("paper", lay_out_in_thread, motion));
      cairo_surface_t *drawn = draw_first_page (theirs);

      g_assert_cmpmem (cairo_image_surface_get_data (drawn), 850 * cairo_image_surface_get_stride (drawn), cairo_image_surface_get_data (expected),
                       850 * cairo_image_surface_get_stride (expected));
      cairo_surface_destroy (drawn);
    }
  cairo_surface_destroy (expected);
}

/* The shipped profile with head and foot switched off. */
static VlgProfile *
profile_without_furniture (void)
{
  g_autoptr (VlgProfile) usual = vlg_profile_new_default ();
  g_autoptr (GString) json = g_string_new_len (g_bytes_get_data (vlg_profile_get_json (usual), NULL), g_bytes_get_size (vlg_profile_get_json (usual)));
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  VlgProfile *profile;

  g_assert_cmpuint (g_string_replace (json, "\"head\": true", "\"head\": false", 0), ==, 1);
  g_assert_cmpuint (g_string_replace (json, "\"foot\": true", "\"foot\": false", 0), ==, 1);
  bytes = g_string_free_to_bytes (g_steal_pointer (&json));
  profile = vlg_profile_new_from_json (bytes, &error);
  g_assert_no_error (error);
  return profile;
}

static void
test_without_furniture (void)
{
  g_autoptr (VlgMotion) motion = sample_motion ();
  g_autoptr (VlgProfile) profile = profile_without_furniture ();
  g_autoptr (VlgPaper) usual = lay_out (motion, VLG_DAY_NONE);
  g_autoptr (VlgPaper) bare = vlg_paper_new (motion, profile, VLG_PAPER_DEFAULT, VLG_DAY_NONE);
  g_autofree char *with = all_text (usual);
  g_autofree char *without = all_text (bare);
  g_autoptr (GBytes) pdf = vlg_paper_to_pdf (motion, profile, VLG_PAPER_DEFAULT, VLG_DAY_NONE, NULL);
  g_autoptr (SampleDocument) document = sample_open (pdf);

  g_assert_nonnull (strstr (with, vlg_profile_get_municipality (profile)));
  g_assert_null (strstr (without, "Beschlussvorlage\n"));
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_auto (GStrv) lines = sample_page_lines (document, (guint) i);

      for (char **line = lines; *line != NULL; line++)
        g_assert_false (g_str_has_prefix (*line, "Seite "));
    }
}

/* The ink of all pages. Caller owns. */
static char *
draw (VlgPaper *paper)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < vlg_paper_get_n_pages (paper); i++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) VLG_PAPER_WIDTH, (int) VLG_PAPER_HEIGHT);
      cairo_t *cr = cairo_create (surface);

      vlg_paper_draw_page (paper, cr, i);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      g_checksum_update (checksum, cairo_image_surface_get_data (surface), cairo_image_surface_get_stride (surface) * cairo_image_surface_get_height (surface));
      cairo_surface_destroy (surface);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

static void
assert_again (VlgMotion *motion)
{
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autoptr (VlgPaper) again = vlg_paper_new (motion, profile, VLG_PAPER_AGAIN, VLG_DAY_NONE);
  g_autoptr (VlgPaper) anew = lay_out (motion, VLG_DAY_NONE);
  g_autofree char *again_text = all_text (again), *anew_text = all_text (anew);
  g_autofree char *again_ink = draw (again), *anew_ink = draw (anew);

  assert_same (again_text, anew_text);
  g_assert_cmpstr (again_ink, ==, anew_ink);
}

/* A letter at the end leaves the first page as it was drawn, one in the title does not. */
static void
test_same_page (void)
{
  g_autoptr (VlgMotion) motion = sample_motion ();
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autofree char *prose = sample_prose (7, 30000);
  g_autofree char *longer = g_strconcat (prose, " Ende", NULL);
  g_autoptr (VlgPaper) before = NULL, after = NULL, renamed = NULL;
  guint last;

  vlg_motion_set_text (motion, VLG_FIELD_REASONING, prose);
  before = vlg_paper_new (motion, profile, VLG_PAPER_AGAIN, VLG_DAY_NONE);
  last = vlg_paper_get_n_pages (before) - 1;
  vlg_motion_set_text (motion, VLG_FIELD_REASONING, longer);
  after = vlg_paper_new (motion, profile, VLG_PAPER_AGAIN, VLG_DAY_NONE);
  vlg_motion_set_text (motion, VLG_FIELD_TITLE, "Ein anderer Titel");
  renamed = vlg_paper_new (motion, profile, VLG_PAPER_AGAIN, VLG_DAY_NONE);

  g_assert_cmpuint (last, >, 2);
  g_assert_cmpuint (vlg_paper_get_n_pages (after), ==, last + 1);
  g_assert_true (vlg_paper_page_is_same (before, after, 0));
  g_assert_true (vlg_paper_page_is_same (before, after, 1));
  g_assert_false (vlg_paper_page_is_same (after, renamed, 0));
  /* Out of its range nothing is the same. */
  g_assert_false (vlg_paper_page_is_same (before, before, last + 1));
  for (guint i = 0, n_other = 0; i <= last; i++)
    {
      n_other += !vlg_paper_page_is_same (before, after, i);
      g_assert_true (i < last || n_other > 0);
    }
}

/* A paper whose lines were kept from the one before is the paper laid out anew, whatever was changed between. */
static void
test_again (void)
{
  g_autoptr (VlgMotion) motion = sample_motion ();
  g_autofree char *prose = sample_prose (7, 3000);
  g_autofree char *longer = g_strconcat ("Ein Satz davor.\n\n", prose, NULL);
  g_autofree char *same = g_strconcat ("# Gleicher Text\n\nGleicher Text\n\n- Gleicher Text\n\n> Gleicher Text\n\n**Gleicher** Text\n\n*Gleicher* Text\n\n    Gleicher Text\n\n", longer, NULL);

  vlg_motion_set_text (motion, VLG_FIELD_REASONING, prose);
  assert_again (motion);
  assert_again (motion);
  vlg_motion_set_text (motion, VLG_FIELD_REASONING, longer);
  assert_again (motion);
  vlg_motion_set_text (motion, VLG_FIELD_REASONING, same);
  assert_again (motion);
  vlg_motion_set_text (motion, VLG_FIELD_REASONING, "");
  vlg_motion_set_text (motion, VLG_FIELD_RESOLUTION, prose);
  assert_again (motion);
  vlg_motion_set_text (motion, VLG_FIELD_RESOLUTION, "Kurz.");
  assert_again (motion);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/blocks", test_blocks);
  g_test_add_func ("/paper/on-paper", test_on_paper);
  g_test_add_func ("/paper/empty", test_empty);
  g_test_add_func ("/paper/marks", test_marks);
  g_test_add_func ("/paper/without-furniture", test_without_furniture);
  g_test_add_func ("/paper/forty-rows", test_forty_rows);
  g_test_add_func ("/paper/huge-cell", test_huge_cell);
  g_test_add_func ("/paper/nothing-lost", test_nothing_lost);
  g_test_add_func ("/paper/page-ends", test_page_ends);
  g_test_add_func ("/paper/long-annex", test_long_annex);
  g_test_add_func ("/paper/odd-texts", test_odd_texts);
  g_test_add_func ("/paper/again", test_again);
  g_test_add_func ("/paper/same-page", test_same_page);
  g_test_add_func ("/paper/threads", test_threads);
  return g_test_run ();
}
