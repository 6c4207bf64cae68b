/* test-pdf.c — what the PDF says besides its pages
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "paper-samples.h"
#include "vlg-pdf-append.h"
#include "vlg-coat-of-arms.h"
#include "vlg-paper-choices.h"

static void
test_structure (void)
{
  g_autoptr (VlgMotion) motion = sample_motion ();
  g_autoptr (GBytes) pdf = sample_print (motion, VLG_PAPER_DEFAULT);
  g_autoptr (SampleDocument) document = sample_open (pdf);
  g_autoptr (GBytes) plain = sample_uncompress (pdf);
  g_autofree char *structure = sample_structure (document);

  g_assert_cmpstr (structure, ==,
                   "Document(P H1 P P P"
                   " Table(TR(TH TH TH TH TH TH TH) TR(TH TD TD TD TD TD TD) TR(TH TD TD TD TD TD TD))"
                   " H2 P H2 P L(LI(Lbl LBody(P)) LI(Lbl LBody(P))) H2 P H2 H2 H2 H2"
                   " Table(TR(TH TH) TR(TH TD) TR(TH TD) TR(TH TD) TR(TH TD) TR(TH TD) TR(TH TD)) P"
                   " H2 P P P P P P"
                   " H2 H3 P L(LI(Lbl LBody(P L(LI(Lbl LBody(P))))) LI(Lbl LBody(P))) BlockQuote(P)"
                   " H2 P)");
  g_assert_cmpuint (sample_count (plain, "/Scope /Column"), ==, 9);
  g_assert_cmpuint (sample_count (plain, "/Scope /Row"), ==, 8);
}

static void
test_reading_order (void)
{
  static const char * const parts[] = {
    "Beschlussvorlage\n", "Drucksachen-Nr.: BV/017/2021/III-67\n", "Beratungsfolge\n", "Status\n", "Termin\n", "Dienstberatung des Oberbürgermeisters\n", "nicht öffentlich\n",
    "09.02.2021\n", "Stadtrat\n", "öffentlich\n", "24.03.2021\n", "37\n", "0\n", "4\n", "Titel:\n", "Neue Bänke im Stadtpark\n", "Beschluss:\n",
    "Im Stadtpark werden zwölf Bänke aufgestellt.\n", "1.\n", "sechs am Teich\n", "Gesetzliche Grundlagen:\n", "§ 45 KVG LSA\n", "Relevanz mit Leitbild\n", "Handlungsfeld\n",
    "Soziales Miteinander [x]\n", "M01\n", "Begründung:\n", "siehe Anlage 1\n", "Erika Beispiel Oberbürgermeisterin\n", "Otto Muster Vorsitzender des Stadtrates\n", "Anlage 1: Erläuterung\n",
    "Die alten Bänke sind morsch.\n", NULL
  };
  g_autoptr (VlgMotion) motion = sample_motion ();
  g_autoptr (GBytes) pdf = sample_print (motion, VLG_PAPER_DEFAULT);
  g_autoptr (SampleDocument) document = sample_open (pdf);
  g_autofree char *text = sample_structure_text (document);

  sample_assert_order (text, parts);
  /* Head, foot and repeated headers are no part of the text. */
  g_assert_null (strstr (text, "Seite 1"));
}

/* The elements of a table that runs over pages, and of a paragraph that does, are one. */
static void
test_structure_over_pages (void)
{
  g_autoptr (VlgMotion) motion = sample_motion ();
  g_autofree char *prose = g_strnfill (9000, 'n');
  g_autofree char *structure = NULL, *text = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (SampleDocument) document = NULL;
  g_auto (GStrv) tables = NULL, headers = NULL;

  for (guint i = 20; i < 9000; i += 20)
    prose[i] = ' ';
  sample_add_rows (motion, 40);
  sample_add_annex (motion, 3, "", prose, VLG_VISIBILITY_PUBLIC);
  pdf = sample_print (motion, VLG_PAPER_DEFAULT);
  document = sample_open (pdf);
  structure = sample_structure (document);
  text = sample_structure_text (document);
  tables = g_strsplit (structure, "Table(", -1);
  headers = g_strsplit (text, "Enthaltung", -1);
  g_assert_cmpuint (g_strv_length (tables), ==, 3);
  g_assert_cmpuint (g_strv_length (headers), ==, 2);
  g_assert_true (g_str_has_suffix (structure, " H2 P)"));
}

static void
test_catalogue (void)
{
  g_autoptr (VlgMotion) motion = sample_motion ();
  g_autoptr (GBytes) pdf = sample_print (motion, VLG_PAPER_DEFAULT);
  g_autoptr (GBytes) plain = sample_uncompress (pdf);
  g_autoptr (SampleDocument) document = sample_open (pdf);
  g_autofree char *title = poppler_document_get_title (document), *author = poppler_document_get_author (document);
  PopplerFontsIter *fonts;
  PopplerFontInfo *font_info = poppler_font_info_new (document);

  g_assert_cmpstr (title, ==, "BV/017/2021/III-67 Neue Bänke im Stadtpark");
  g_assert_cmpstr (author, ==, "Dezernat III");
  g_assert_true (sample_contains (plain, "/Lang (de-DE)"));
  g_assert_true (sample_contains (plain, "/DisplayDocTitle true"));
  g_assert_true (sample_contains (plain, "/Marked true"));
  g_assert_true (sample_contains (plain, "/Tabs /S"));
  g_assert_true (sample_contains (plain, "/Artifact BMC"));
  g_assert_true (sample_contains (plain, "/ListNumbering /Decimal"));
  g_assert_true (sample_contains (plain, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">BV/017/2021/III-67 Neue Bänke im Stadtpark</rdf:li>"));
  g_assert_true (sample_contains (plain, "<dc:creator><rdf:Seq><rdf:li>Dezernat III</rdf:li>"));
  g_assert_true (sample_contains (plain, "(D:20210203000000Z)"));
  g_assert_true (poppler_font_info_scan (font_info, poppler_document_get_n_pages (document), &fonts));
  do
    {
      g_assert_true (poppler_fonts_iter_is_embedded (fonts));
      g_assert_true (poppler_fonts_iter_is_subset (fonts));
    }
  while (poppler_fonts_iter_next (fonts));
  poppler_fonts_iter_free (fonts);
  g_object_unref (font_info);
}

static void
test_same_bytes (void)
{
  g_autoptr (VlgMotion) motion = sample_motion ();
  g_autoptr (VlgMotion) copy = vlg_motion_copy (motion);
  g_autoptr (GBytes) first = sample_print (motion, VLG_PAPER_DEFAULT);
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GBytes) other = NULL;

  /* A clock that was read would show. */
  g_usleep (G_USEC_PER_SEC + 100000);
  second = sample_print (copy, VLG_PAPER_DEFAULT);
  g_assert_true (g_bytes_equal (first, second));
  vlg_motion_set_text (copy, VLG_FIELD_TITLE, "Neue Bänke im Stadtpark!");
  other = sample_print (copy, VLG_PAPER_DEFAULT);
  g_assert_false (g_bytes_equal (first, other));
}

static void
test_public (void)
{
  g_autoptr (VlgMotion) motion = sample_motion ();
  g_autoptr (GBytes) whole = sample_print (motion, VLG_PAPER_DEFAULT);
  g_autoptr (GBytes) pdf = sample_print (motion, VLG_PAPER_PUBLIC);
  g_autoptr (GBytes) plain = sample_uncompress (pdf);
  g_autoptr (SampleDocument) document = sample_open (pdf);
  g_autofree char *text = sample_structure_text (document), *title = poppler_document_get_title (document), *author = poppler_document_get_author (document);
  static const char * const traces[] = { "/Author", "/Producer", "/Creator", "/CreationDate", "/ModDate", "dc:creator", "pdf:Producer", "xmp:CreateDate", "cairo", "Vorlage 0" };

  g_assert_cmpstr (title, ==, "BV/017/2021/III-67 Neue Bänke im Stadtpark");
  g_assert_null (author);
  g_assert_true (sample_contains (plain, "/Lang (de-DE)"));
  for (guint i = 0; i < G_N_ELEMENTS (traces); i++)
    g_assert_false (sample_contains (plain, traces[i]));

  g_assert_nonnull (strstr (text, "Anlage 1: Erläuterung"));
  g_assert_null (strstr (text, "Angebote"));
  g_assert_null (strstr (text, "Tischlerei"));
  g_assert_null (strstr (text, "Dienstberatung"));
  g_assert_nonnull (strstr (text, "nicht öffentlich\n"));
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 3);

  g_clear_pointer (&plain, g_bytes_unref);
  plain = sample_uncompress (whole);
  g_assert_true (sample_contains (plain, "/Author"));
  g_assert_true (sample_contains (plain, "/CreationDate"));
}

static void
test_refused (void)
{
  g_autoptr (VlgMotion) motion = sample_motion ();
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autoptr (GError) error = NULL;

  vlg_motion_set_visibility (motion, VLG_VISIBILITY_NON_PUBLIC);
  g_assert_null (vlg_paper_to_pdf (motion, profile, VLG_PAPER_PUBLIC, VLG_DAY_NONE, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_NOT_PUBLIC);
  g_assert_nonnull (strstr (error->message, "BV/017/2021/III-67"));
}

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* A printer that writes PDF gets pages through the same call, with marks of its own. */
static void
test_draw_on_pdf (void)
{
  g_autoptr (VlgMotion) motion = sample_motion ();
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autoptr (VlgPaper) paper = vlg_paper_new (motion, profile, VLG_PAPER_DEFAULT, VLG_DAY_NONE);
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SampleDocument) document = NULL;
  g_autofree char *structure = NULL;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, array, VLG_PAPER_WIDTH, VLG_PAPER_HEIGHT);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < vlg_paper_get_n_pages (paper); i++)
    {
      vlg_paper_draw_page (paper, cr, i);
      cairo_show_page (cr);
    }
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);

  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&array));
  document = sample_open (bytes);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, (int) vlg_paper_get_n_pages (paper));
  structure = sample_structure (document);
  g_assert_true (g_str_has_prefix (structure, "P H1 P"));
}

/* A PDF as a camera or another program makes it: its pages bear a number, and marks of their own structure. Caller owns the path. */
static char *
make_foreign (const char *folder,
              const char *name,
              guint       n_pages)
{
  char *path = g_build_filename (folder, name, NULL);
  cairo_surface_t *surface = cairo_pdf_surface_create (path, 300, 200);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s Blatt %u", name, i + 1);

      cairo_tag_begin (cr, "P", NULL);
      cairo_move_to (cr, 20, 100);
      cairo_show_text (cr, text);
      cairo_tag_end (cr, "P");
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);

  return path;
}

static void
add_file (VlgMotion     *motion,
          guint          number,
          const char    *name,
          const char    *media_type,
          VlgVisibility  visibility)
{
  g_autoptr (VlgAnnex) annex = vlg_annex_new ();
  VlgAnnexFile file = { (char *) "0", (char *) name, (char *) media_type, 1 };

  vlg_annex_set_number (annex, number);
  vlg_annex_set_title (annex, "Beilage");
  vlg_annex_set_visibility (annex, visibility);
  vlg_annex_set_file (annex, &file);
  g_list_store_append (vlg_motion_get_annexes (motion), annex);
}

static GBytes *
write_with_annexes (VlgMotion      *motion,
                    VlgPaperFlags   flags,
                    const char     *folder,
                    GError        **error)
{
  g_autofree char *qpdf = g_find_program_in_path ("qpdf");
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autoptr (GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autofree char *path = g_build_filename (folder, "ganz.pdf", NULL);
  GListModel *annexes = G_LIST_MODEL (vlg_motion_get_annexes (motion));
  char *content = NULL;
  gsize length;

  for (guint i = 0; i < g_list_model_get_n_items (annexes); i++)
    {
      g_autoptr (VlgAnnex) annex = g_list_model_get_item (annexes, i);

      if (vlg_annex_get_file (annex) != NULL)
        g_hash_table_insert (files, (char *) vlg_annex_get_uid (annex), g_build_filename (folder, vlg_annex_get_file (annex)->name, NULL));
    }
  if (!vlg_paper_write_with_annexes (motion, profile, flags, VLG_DAY_NONE, files, path, error))
    return NULL;
  if (qpdf != NULL)
    {
      g_autofree char *command = g_strdup_printf ("qpdf --check '%s'", path);
      g_autofree char *said = NULL;
      int status = -1;

      g_assert_true (g_spawn_command_line_sync (command, &said, NULL, &status, NULL));
      g_assert_cmpint (status, ==, 0);
    }
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_remove (path);

  return g_bytes_new_take (content, length);
}

static char *
page_text (SampleDocument *document,
           int             page)
{
  PopplerPage *read = poppler_document_get_page (document, page);
  char *text = poppler_page_get_text (read);

  g_object_unref (read);

  return text;
}

/* The pages of each PDF stand behind its heading; the paper's structure, title and bookmarks are what they were. */
static void
test_append (void)
{
  g_autofree char *folder = g_dir_make_tmp ("vorlage-print-XXXXXX", NULL);
  g_autoptr (VlgMotion) motion = sample_motion ();
  g_autoptr (GBytes) alone = NULL;
  g_autoptr (GBytes) with = NULL;
  g_autoptr (GBytes) published = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (SampleDocument) paper = NULL;
  g_autoptr (SampleDocument) whole = NULL;
  g_autoptr (SampleDocument) public_edition = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *plan = make_foreign (folder, "plan.pdf", 2);
  g_autofree char *secret = make_foreign (folder, "geheim.pdf", 3);
  g_autofree char *structure = NULL, *whole_structure = NULL, *title = NULL, *text = NULL, *heading = NULL, *last = NULL;
  int n_pages;

  add_file (motion, 2, "plan.pdf", "application/pdf", VLG_VISIBILITY_PUBLIC);
  add_file (motion, 3, "foto.png", "image/png", VLG_VISIBILITY_PUBLIC);
  add_file (motion, 4, "geheim.pdf", "application/pdf", VLG_VISIBILITY_UNDECIDED);
  alone = sample_print (motion, VLG_PAPER_DEFAULT);
  with = write_with_annexes (motion, VLG_PAPER_DEFAULT, folder, &error);
  g_assert_no_error (error);
  paper = sample_open (alone);
  whole = sample_open (with);
  n_pages = poppler_document_get_n_pages (paper);
  g_assert_cmpint (poppler_document_get_n_pages (whole), ==, n_pages + 5);

  heading = page_text (whole, n_pages - 3);
  g_assert_nonnull (strstr (heading, "Anlage 2: Beilage (plan.pdf)"));
  text = page_text (whole, n_pages - 1);
  g_assert_nonnull (strstr (text, "plan.pdf Blatt 2"));
  last = page_text (whole, n_pages + 4);
  g_assert_nonnull (strstr (last, "geheim.pdf Blatt 3"));
  structure = sample_structure (paper);
  whole_structure = sample_structure (whole);
  g_assert_cmpstr (whole_structure, ==, structure);
  title = poppler_document_get_title (whole);
  g_assert_cmpstr (title, ==, "BV/017/2021/III-67 Neue Bänke im Stadtpark");

  /* The same again gives the same bytes. */
  again = write_with_annexes (motion, VLG_PAPER_DEFAULT, folder, &error);
  g_assert_true (g_bytes_equal (with, again));

  /* Published is only what somebody said is public. */
  published = write_with_annexes (motion, VLG_PAPER_PUBLIC, folder, &error);
  g_assert_no_error (error);
  public_edition = sample_open (published);
  {
    g_autoptr (GBytes) plain = sample_print (motion, VLG_PAPER_PUBLIC);
    g_autoptr (SampleDocument) short_one = sample_open (plain);

    g_assert_cmpint (poppler_document_get_n_pages (public_edition), ==, poppler_document_get_n_pages (short_one) + 2);
  }

  g_assert_true (g_file_set_contents (secret, "%PDF-1.7 und sonst nichts", -1, NULL));
  g_assert_null (write_with_annexes (motion, VLG_PAPER_DEFAULT, folder, &error));
  g_assert_error (error, VLG_ERROR, VLG_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "geheim.pdf"));
  g_remove (plan);
  g_remove (secret);
  g_rmdir (folder);
}

/* The office's own picture stands in the head, and says what it shows to those who do not see it. */
static void
test_coat_of_arms (void)
{
  static const char svg[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"40\"><rect width=\"20\" height=\"40\" fill=\"#c01c28\"/></svg>";
  g_autoptr (VlgMotion) motion = sample_motion ();
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autoptr (GBytes) picture = g_bytes_new_static (svg, strlen (svg));
  g_autoptr (GBytes) broken = g_bytes_new_static ("nothing", 7);
  g_autoptr (GBytes) without = sample_print (motion, VLG_PAPER_DEFAULT);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) plain = NULL;
  g_autoptr (GBytes) same = NULL;
  g_autoptr (SampleDocument) document = NULL;
  g_autofree char *structure = NULL;
  g_autofree char *text = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 596, 842);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (VlgPaper) paper = NULL;
  const guint32 *pixels;
  guint left = G_MAXUINT, right = 0, top = G_MAXUINT, bottom = 0;
  int stride;

  vlg_profile_set_coat_of_arms (profile, picture);
  pdf = vlg_paper_to_pdf (motion, profile, VLG_PAPER_DEFAULT, VLG_DAY_NONE, &error);
  g_assert_no_error (error);
  document = sample_open (pdf);
  structure = sample_structure (document);
  g_assert_true (g_str_has_prefix (structure, "Document(Figure P H1 P P P"));
  plain = sample_uncompress (pdf);
  g_assert_cmpuint (sample_count (plain, "/Alt"), ==, 1);
  text = sample_structure_text (document);
  g_assert_nonnull (strstr (text, "Beschlussvorlage\n"));

  /* 18 mm high, its right end at the text's. */
  paper = vlg_paper_new (motion, profile, VLG_PAPER_DEFAULT, VLG_DAY_NONE);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  vlg_paper_draw_page (paper, cr, 0);
  cairo_surface_flush (surface);
  pixels = (const guint32 *) (gpointer) cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface) / 4;
  for (guint y = 0; y < 842; y++)
    for (guint x = 0; x < 596; x++)
      if ((pixels[y * stride + x] & 0xffffff) == 0xc01c28)
        {
          left = MIN (left, x);
          right = MAX (right, x);
          top = MIN (top, y);
          bottom = MAX (bottom, y);
        }
  g_assert_cmpint (ABS ((int) (bottom - top) - 50), <=, 2);
  g_assert_cmpint (ABS ((int) (right - left) - 25), <=, 2);
  g_assert_cmpint (ABS ((int) right - 538), <=, 2);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  /* One that cannot be read is no reason not to print. */
  g_test_expect_message ("vlg-print", G_LOG_LEVEL_WARNING, "Coat of arms:*");
  vlg_profile_set_coat_of_arms (profile, broken);
  same = vlg_paper_to_pdf (motion, profile, VLG_PAPER_DEFAULT, VLG_DAY_NONE, &error);
  g_assert_no_error (error);
  g_test_assert_expected_messages ();
  g_assert_true (g_bytes_equal (same, without));
}

static GBytes *
print_with (VlgMotion     *motion,
            VlgProfile    *profile,
            VlgPaperFlags  flags)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = vlg_paper_to_pdf (motion, profile, flags, VLG_DAY_NONE, &error);

  g_assert_no_error (error);

  return pdf;
}

/* A page of its own between the form and the annexes, where the office wants it and there is something to say. */
static void
test_rationales (void)
{
  static const char * const parts[] = {
    "1. Stellvertreterin\n", "Relevanz mit Leitbild – Begründung\n", "Soziales Miteinander\n", "Ziel-Nummer: M01\n", "Bänke laden zum Gespräch ein.\n", "Auch Ältere verweilen.\n",
    "aus einem alten Katalog\n", "Es war einmal.\n", "Anlage 1: Erläuterung\n", NULL
  };
  g_autoptr (VlgMotion) motion = sample_motion ();
  g_autoptr (VlgMark) first = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_marks (motion)), 0);
  g_autoptr (VlgMark) old = vlg_mark_new ("aus einem alten Katalog");
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autofree char *folder = g_dir_make_tmp ("vorlage-print-XXXXXX", NULL);
  g_autofree char *plan = make_foreign (folder, "plan.pdf", 2);
  g_autofree char *structure = NULL, *text = NULL, *whole_text = NULL;
  g_autoptr (GBytes) without = sample_print (motion, VLG_PAPER_DEFAULT);
  g_autoptr (GBytes) published_without = sample_print (motion, VLG_PAPER_PUBLIC);
  g_autoptr (GBytes) nothing = NULL;
  g_autoptr (GBytes) unwanted = NULL;
  g_autoptr (GBytes) with = NULL;
  g_autoptr (GBytes) published = NULL;
  g_autoptr (SampleDocument) before = sample_open (without);
  g_autoptr (SampleDocument) document = NULL;

  /* Nothing to say, or not wanted: the same bytes. */
  vlg_profile_set_prints_rationales (profile, TRUE);
  nothing = print_with (motion, profile, VLG_PAPER_DEFAULT);
  g_assert_true (g_bytes_equal (nothing, without));
  vlg_mark_set_rationale (first, "Bänke laden zum Gespräch ein.\nAuch Ältere verweilen.");
  unwanted = sample_print (motion, VLG_PAPER_DEFAULT);
  g_assert_true (g_bytes_equal (unwanted, without));

  vlg_mark_set_ticked (old, TRUE);
  vlg_mark_set_rationale (old, "Es war einmal.");
  g_list_store_append (vlg_motion_get_marks (motion), old);
  with = print_with (motion, profile, VLG_PAPER_DEFAULT);
  document = sample_open (with);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, poppler_document_get_n_pages (before) + 1);
  text = sample_structure_text (document);
  sample_assert_order (text, parts);
  structure = sample_structure (document);
  g_assert_nonnull (strstr (structure, " H2 H3 P P P H3 P H2 H3 P L("));

  /* Nobody has declared it public. */
  g_list_store_remove (vlg_motion_get_marks (motion), 1);
  published = print_with (motion, profile, VLG_PAPER_PUBLIC);
  g_assert_true (g_bytes_equal (published, published_without));

  /* The pages of a file stand behind its own heading all the same. */
  add_file (motion, 3, "plan.pdf", "application/pdf", VLG_VISIBILITY_PUBLIC);
  {
    g_autoptr (GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
    g_autoptr (VlgAnnex) annex = g_list_model_get_item (G_LIST_MODEL (vlg_motion_get_annexes (motion)), 2);
    g_autofree char *path = g_build_filename (folder, "ganz.pdf", NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (SampleDocument) whole = NULL;
    char *content;
    gsize length;

    g_hash_table_insert (files, (char *) vlg_annex_get_uid (annex), g_strdup (plan));
    g_assert_true (vlg_paper_write_with_annexes (motion, profile, VLG_PAPER_DEFAULT, VLG_DAY_NONE, files, path, &error));
    g_assert_true (g_file_get_contents (path, &content, &length, NULL));
    g_remove (path);
    {
      g_autoptr (GBytes) bytes = g_bytes_new_take (content, length);

      whole = sample_open (bytes);
    }
    whole_text = page_text (whole, poppler_document_get_n_pages (whole) - 3);
    g_assert_nonnull (strstr (whole_text, "Anlage 3: Beilage (plan.pdf)"));
  }
  g_remove (plan);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/structure", test_structure);
  g_test_add_func ("/pdf/reading-order", test_reading_order);
  g_test_add_func ("/pdf/structure-over-pages", test_structure_over_pages);
  g_test_add_func ("/pdf/catalogue", test_catalogue);
  g_test_add_func ("/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/pdf/append", test_append);
  g_test_add_func ("/pdf/public", test_public);
  g_test_add_func ("/pdf/refused", test_refused);
  g_test_add_func ("/pdf/draw-on-pdf", test_draw_on_pdf);
  g_test_add_func ("/pdf/coat-of-arms", test_coat_of_arms);
  g_test_add_func ("/pdf/rationales", test_rationales);
  return g_test_run ();
}
