/* test-paper-reader.c — files: encodings, bad input, PDFs of other programs
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "vlg-paper-reader.h"

static const char form[] =
  "Drucksachen-Nr.: BV/001/2026/I-OB\n\nEinreicher: Der Oberbürgermeister\n\nTitel:\nBänke für den „Fluss“ – 5 €\n\nBeschluss:\nGrößere Bänke.\n";

static VlgMotion *
read_bytes (GBytes           *bytes,
            VlgImportReport **report,
            GError          **error)
{
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();

  return vlg_paper_reader_read (bytes, "paper.txt", profile, report, error);
}

static void
assert_form (VlgMotion *motion)
{
  g_assert_cmpstr (vlg_motion_get_number_text (motion), ==, "BV/001/2026/I-OB");
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_TITLE), ==, "Bänke für den „Fluss“ – 5 €");
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_RESOLUTION), ==, "Größere Bänke.");
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_UNRECOGNISED), ==, "");
}

static void
test_encodings (void)
{
  static const struct { const char *charset; const char *mark; gsize mark_length; const char *said; } table[] = {
    { "UTF-8", "", 0, NULL },
    { "UTF-8", "\xef\xbb\xbf", 3, NULL },
    { "UTF-16LE", "\xff\xfe", 2, "UTF-16LE" },
    { "UTF-16LE", "", 0, "UTF-16LE" },
    { "UTF-16BE", "\xfe\xff", 2, "UTF-16BE" },
    { "UTF-16BE", "", 0, "UTF-16BE" },
    { "WINDOWS-1252", "", 0, "WINDOWS-1252" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GByteArray) data = g_byte_array_new ();
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (VlgImportReport) report = NULL;
      g_autoptr (VlgMotion) motion = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *converted = NULL;
      gsize length;

      converted = g_convert (form, -1, table[i].charset, "UTF-8", NULL, &length, &error);
      g_assert_no_error (error);
      g_byte_array_append (data, (const guint8 *) table[i].mark, table[i].mark_length);
      g_byte_array_append (data, (const guint8 *) converted, length);
      bytes = g_bytes_new (data->data, data->len);
      motion = read_bytes (bytes, &report, &error);
      g_assert_no_error (error);
      assert_form (motion);
      g_assert_cmpstr (vlg_import_report_get_encoding (report), ==, table[i].said);
    }
}

static void
test_line_ends_and_composition (void)
{
  g_autofree char *apart = g_utf8_normalize (form, -1, G_NORMALIZE_NFD);
  g_auto (GStrv) lines = g_strsplit (apart, "\n", -1);
  g_autofree char *windows = g_strjoinv ("\r\n", lines);
  g_autofree char *mac = g_strjoinv ("\r", lines);
  g_autoptr (GBytes) first = g_bytes_new (windows, strlen (windows));
  g_autoptr (GBytes) second = g_bytes_new (mac, strlen (mac));
  g_autoptr (VlgMotion) one = read_bytes (first, NULL, NULL);
  g_autoptr (VlgMotion) two = read_bytes (second, NULL, NULL);

  assert_form (one);
  assert_form (two);
}

/* One bad byte in a paper that is UTF-8 otherwise does not turn every umlaut into two letters. */
static void
test_damaged_utf_8 (void)
{
  g_autoptr (GString) text = g_string_new (form);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (VlgImportReport) report = NULL;
  g_autoptr (VlgMotion) motion = NULL;

  for (guint i = 0; i < 10; i++)
    g_string_append (text, "Straßenbäume gehören dazu.\n");
  g_string_append (text, "Hier \xff fehlt etwas.\n");
  bytes = g_bytes_new (text->str, text->len);
  motion = read_bytes (bytes, &report, NULL);
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_SUBMITTER), ==, "Der Oberbürgermeister");
  g_assert_nonnull (strstr (vlg_motion_get_text (motion, VLG_FIELD_RESOLUTION), "Hier \xef\xbf\xbd fehlt etwas."));
  g_assert_nonnull (vlg_import_report_find (report, VLG_FIELD_NONE));
  g_assert_null (vlg_import_report_get_encoding (report));
}

static void
test_bad_bytes (void)
{
  static const struct { const char *data; gsize length; VlgError code; } table[] = {
    { "", 0, VLG_ERROR_EMPTY },
    { " \n\f\r\n\t", 6, VLG_ERROR_EMPTY },
    { "\xef\xbb\xbf", 3, VLG_ERROR_EMPTY },
    { "\xff\xfe", 2, VLG_ERROR_EMPTY },
    { "PK\003\004word", 8, VLG_ERROR_DAMAGED },
    { "\x89PNG\r\n\x1a\n", 8, VLG_ERROR_BINARY },
    { "\xff\xd8\xff\xe0..", 6, VLG_ERROR_BINARY },
    { "abc\0def\0\0\0", 10, VLG_ERROR_BINARY },
    { "\1\2\3\4\5\6\7\1\2\3", 10, VLG_ERROR_BINARY },
    { "%PDF-1.5\nnothing more", 21, VLG_ERROR_DAMAGED },
    { "%PDF-", 5, VLG_ERROR_DAMAGED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (table[i].data, table[i].length);
      g_autoptr (GError) error = NULL;
      g_autoptr (VlgMotion) motion = read_bytes (bytes, NULL, &error);

      g_assert_null (motion);
      g_assert_error (error, VLG_ERROR, (int) table[i].code);
      /* The message names the file. */
      g_assert_nonnull (strstr (error->message, "paper.txt"));
    }
}

static cairo_status_t
append_pdf (void                *closure,
            const unsigned char *data,
            unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* A word at a place, in points. */
typedef struct {
  guint page;
  double x, y;
  const char *text;
} Placed;

static GBytes *
draw_pdf (const Placed *words,
          guint         n_words)
{
  GByteArray *data = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_pdf, data, 595, 842);
  cairo_t *cr = cairo_create (surface);
  guint page = 0;

  cairo_select_font_face (cr, "Liberation Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cr, 11);
  for (guint i = 0; i < n_words; i++)
    {
      for (; page < words[i].page; page++)
        cairo_show_page (cr);
      cairo_move_to (cr, words[i].x, words[i].y);
      cairo_show_text (cr, words[i].text);
    }
  if (n_words == 0)
    {
      cairo_rectangle (cr, 100, 100, 200, 200);
      cairo_fill (cr);
    }
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (data);
}

/* A form whose cells were drawn column by column, as word processors do, with the table's cells centred over one another. */
static const Placed table_form[] = {
  { 0, 70, 40, "Drucksachen-Nr.: BV/001/2026/I-OB" },
  { 0, 70, 66, "Einreicher:" }, { 0, 140, 66, "Amt für Grün" },
  { 0, 70, 100, "Beratungsfolge" }, { 0, 70, 130, "Haupt- und" }, { 0, 70, 143, "Personalausschuss" }, { 0, 70, 180, "Stadtrat" },
  { 0, 215, 100, "Status" }, { 0, 215, 130, "nicht" }, { 0, 215, 143, "öffentlich" }, { 0, 215, 180, "öffentlich" },
  { 0, 275, 100, "Termin" }, { 0, 275, 130, "03.02.2026" }, { 0, 275, 180, "04.03.2026" },
  { 0, 340, 100, "Für" }, { 0, 343, 180, "31" },
  { 0, 375, 100, "Gegen" }, { 0, 420, 100, "Enthaltung" }, { 0, 440, 180, "2" }, { 0, 490, 100, "Bestätigung" },
  { 0, 70, 220, "Titel:" }, { 0, 70, 233, "Bänke am Fluss" },
  { 0, 70, 260, "Beschluss:" }, { 0, 70, 273, "Der Rat beschließt die Aufstel-" }, { 0, 70, 286, "lung von Bänken." }, { 0, 70, 312, "Zweiter Absatz" },
  { 0, 300, 800, "1" },
  { 1, 70, 40, "geht auf der nächsten Seite weiter." },
  { 1, 70, 80, "Begründung:" }, { 1, 140, 80, "siehe Anlage 1" },
  { 1, 70, 160, "Anna Ahrens" }, { 1, 70, 173, "Oberbürgermeister" },
  { 1, 70, 230, "beschlossen im Stadtrat am:" },
  { 1, 70, 300, "Bernd Böhme" }, { 1, 230, 300, "Clara Cramer" }, { 1, 390, 300, "Dirk Dorn" },
  { 1, 70, 313, "Vorsitzender des" }, { 1, 230, 313, "1. Stellvertreter" }, { 1, 390, 313, "2. Stellvertreter" },
  { 1, 70, 326, "Stadtrates" },
  { 1, 300, 800, "2" },
};

static void
test_pdf_table (void)
{
  g_autoptr (GBytes) pdf = draw_pdf (table_form, G_N_ELEMENTS (table_form));
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMotion) motion = read_bytes (pdf, NULL, &error);
  GListModel *consultations, *signatories;
  g_autoptr (VlgConsultation) committee = NULL;
  g_autoptr (VlgConsultation) council = NULL;
  g_autoptr (VlgSignatory) chair = NULL;
  g_autoptr (VlgSignatory) last = NULL;

  g_assert_no_error (error);
  consultations = G_LIST_MODEL (vlg_motion_get_consultations (motion));
  signatories = G_LIST_MODEL (vlg_motion_get_signatories (motion));
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_SUBMITTER), ==, "Amt für Grün");
  g_assert_cmpuint (g_list_model_get_n_items (consultations), ==, 2);
  committee = g_list_model_get_item (consultations, 0);
  council = g_list_model_get_item (consultations, 1);
  g_assert_cmpstr (vlg_consultation_get_body (committee), ==, "Haupt- und Personalausschuss");
  g_assert_cmpint (vlg_consultation_get_visibility (committee), ==, VLG_VISIBILITY_NON_PUBLIC);
  g_assert_cmpint (vlg_consultation_get_votes (council)->in_favour, ==, 31);
  g_assert_cmpint (vlg_consultation_get_votes (council)->against, ==, VLG_VOTES_ABSENT);
  g_assert_cmpint (vlg_consultation_get_votes (council)->abstentions, ==, 2);
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_TITLE), ==, "Bänke am Fluss");
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_RESOLUTION), ==,
                   "Der Rat beschließt die Aufstellung von Bänken.\n\nZweiter Absatz geht auf der nächsten Seite weiter.");
  g_assert_cmpuint (g_list_model_get_n_items (signatories), ==, 4);
  chair = g_list_model_get_item (signatories, 1);
  last = g_list_model_get_item (signatories, 3);
  g_assert_cmpstr (vlg_signatory_get_role (chair), ==, "Vorsitzender des Stadtrates");
  g_assert_cmpstr (vlg_signatory_get_name (last), ==, "Dirk Dorn");
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_UNRECOGNISED), ==, "");
}

static void
test_pdf_text (void)
{
  static const Placed words[] = { { 0, 70, 60, "Erste Seite" }, { 0, 300, 60, "rechts" }, { 1, 70, 60, "Zweite Seite" } };
  g_autoptr (GBytes) pdf = draw_pdf (words, G_N_ELEMENTS (words));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = vlg_pdf_text_extract (pdf, "a.pdf", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "Erste Seite   rechts\n\fZweite Seite\n");
}

static void
test_pdf_scanned (void)
{
  g_autoptr (GBytes) pdf = draw_pdf (NULL, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMotion) motion = read_bytes (pdf, NULL, &error);

  g_assert_null (motion);
  g_assert_error (error, VLG_ERROR, VLG_ERROR_NO_TEXT);
  g_assert_nonnull (strstr (error->message, "paper.txt"));
}

static void
test_pdf_encrypted (void)
{
  g_autofree char *qpdf = g_find_program_in_path ("qpdf");
  g_autofree char *folder = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *locked = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VlgMotion) motion = NULL;
  char *data;
  gsize length;

  if (qpdf == NULL)
    {
      g_test_skip ("qpdf is not installed");
      return;
    }
  folder = g_dir_make_tmp ("vlg-XXXXXX", NULL);
  plain = g_build_filename (folder, "plain.pdf", NULL);
  locked = g_build_filename (folder, "locked.pdf", NULL);
  pdf = draw_pdf (table_form, G_N_ELEMENTS (table_form));
  g_assert_true (g_file_set_contents (plain, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), NULL));
  {
    const char *arguments[] = { qpdf, "--encrypt", "secret", "secret", "256", "--", plain, locked, NULL };

    g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, NULL, &error));
  }
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (locked, &data, &length, NULL));
  bytes = g_bytes_new_take (data, length);
  motion = read_bytes (bytes, NULL, &error);
  g_assert_null (motion);
  g_assert_error (error, VLG_ERROR, VLG_ERROR_ENCRYPTED);
  g_remove (plain);
  g_remove (locked);
  g_rmdir (folder);
}

/* A PDF that was cut off anywhere gives a motion or an error, never a crash. */
static void
test_pdf_truncated (void)
{
  g_autoptr (GBytes) pdf = draw_pdf (table_form, G_N_ELEMENTS (table_form));
  gsize size = g_bytes_get_size (pdf);

  for (gsize length = 5; length < size; length += size / 40)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (pdf, 0, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (VlgMotion) motion = read_bytes (cut, NULL, &error);

      g_assert_true ((motion == NULL) == (error != NULL));
    }
}

typedef struct {
  char  *folder;
  char  *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("vlg-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "paper.txt", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
test_load (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_file_set_contents (fixture->path, form, -1, NULL);
  bytes = vlg_paper_reader_load (fixture->file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), form, strlen (form));
}

static void
test_load_bad (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) directory = NULL;
  g_autoptr (GError) large = NULL;
  g_autoptr (GError) cancelled = NULL;

  g_assert_null (vlg_paper_reader_load (fixture->file, NULL, &missing));
  g_assert_error (missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_null (vlg_paper_reader_load (folder, NULL, &directory));
  g_assert_error (directory, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);

  /* A file with a hole: no space is taken. */
  g_file_set_contents (fixture->path, "x", 1, NULL);
  g_assert_cmpint (truncate (fixture->path, (off_t) VLG_PAPER_LIMIT + 1), ==, 0);
  g_assert_null (vlg_paper_reader_load (fixture->file, NULL, &large));
  g_assert_error (large, VLG_ERROR, VLG_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (large->message, "paper.txt"));

  g_cancellable_cancel (cancellable);
  g_assert_null (vlg_paper_reader_load (fixture->file, cancellable, &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

typedef struct {
  const char *path;
  const char *what;
  int         stop;   /* atomic */
} Disturber;

/* Changes the file over and over while it is loaded. */
static gpointer
disturb (gpointer data)
{
  Disturber *self = data;
  off_t size = 0;

  while (!g_atomic_int_get (&self->stop))
    {
      if (strcmp (self->what, "grow") == 0)
        size = 40 * 1024 * 1024 + (size + 1) % 1000;
      else
        size = size == 0 ? 40 * 1024 * 1024 : 0;
      if (truncate (self->path, size) != 0)
        break;
    }

  return NULL;
}

static void
test_load_changing (Fixture       *fixture,
                    gconstpointer  data)
{
  Disturber disturber = { fixture->path, data, 0 };
  GThread *thread;
  gint64 deadline;
  guint n_changed = 0;

  g_file_set_contents (fixture->path, "x", 1, NULL);
  g_assert_cmpint (truncate (fixture->path, 40 * 1024 * 1024), ==, 0);
  thread = g_thread_new ("disturber", disturb, &disturber);
  deadline = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  while (n_changed == 0 && g_get_monotonic_time () < deadline)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = vlg_paper_reader_load (fixture->file, NULL, &error);

      if (bytes != NULL)
        continue;
      g_assert_error (error, VLG_ERROR, VLG_ERROR_CHANGED);
      g_assert_nonnull (strstr (error->message, "paper.txt"));
      n_changed++;
    }
  g_atomic_int_set (&disturber.stop, 1);
  g_thread_join (thread);
  g_assert_cmpuint (n_changed, ==, 1);
}

/* Removes the file after the first block was read. */
static gpointer
remove_soon (gpointer data)
{
  g_usleep (2000);
  g_remove (data);

  return NULL;
}

static void
test_load_vanishing (Fixture       *fixture,
                     gconstpointer  data)
{
  guint n_changed = 0;

  gint64 deadline = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (n_changed == 0 && g_get_monotonic_time () < deadline)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;
      GThread *thread;

      g_file_set_contents (fixture->path, "x", 1, NULL);
      g_assert_cmpint (truncate (fixture->path, 60 * 1024 * 1024), ==, 0);
      thread = g_thread_new ("remover", remove_soon, fixture->path);
      bytes = vlg_paper_reader_load (fixture->file, NULL, &error);
      g_thread_join (thread);
      if (bytes != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        continue;
      g_assert_error (error, VLG_ERROR, VLG_ERROR_CHANGED);
      n_changed++;
    }
  g_assert_cmpuint (n_changed, ==, 1);
}

static void
test_sample (void)
{
  g_autofree char *path = g_build_filename (g_test_get_dir (G_TEST_DIST), "..", "data", "sample", "sample.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (VlgProfile) profile = vlg_profile_new_default ();
  g_autoptr (VlgImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = vlg_paper_reader_load (file, NULL, &error);
  g_autoptr (VlgMotion) motion = NULL;

  g_assert_no_error (error);
  motion = vlg_paper_reader_read (bytes, "sample.txt", profile, &report, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vlg_motion_get_text (motion, VLG_FIELD_UNRECOGNISED), ==, "");
  for (guint i = 0; i < vlg_import_report_get_n_entries (report); i++)
    {
      const VlgImportEntry *entry = vlg_import_report_get_entry (report, i);

      g_test_message ("%s: %s", vlg_field_to_key (entry->field), entry->note != NULL ? entry->note : "");
      g_assert_cmpint (entry->certainty, ==, VLG_CERTAINTY_CERTAIN);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/paper/encodings", test_encodings);
  g_test_add_func ("/exchange/paper/line-ends", test_line_ends_and_composition);
  g_test_add_func ("/exchange/paper/damaged-utf-8", test_damaged_utf_8);
  g_test_add_func ("/exchange/paper/bad-bytes", test_bad_bytes);
  g_test_add_func ("/exchange/paper/pdf/table", test_pdf_table);
  g_test_add_func ("/exchange/paper/pdf/text", test_pdf_text);
  g_test_add_func ("/exchange/paper/pdf/scanned", test_pdf_scanned);
  g_test_add_func ("/exchange/paper/pdf/encrypted", test_pdf_encrypted);
  g_test_add_func ("/exchange/paper/pdf/truncated", test_pdf_truncated);
  g_test_add ("/exchange/paper/load/whole", Fixture, NULL, set_up, test_load, tear_down);
  g_test_add ("/exchange/paper/load/bad", Fixture, NULL, set_up, test_load_bad, tear_down);
  g_test_add ("/exchange/paper/load/growing", Fixture, "grow", set_up, test_load_changing, tear_down);
  g_test_add ("/exchange/paper/load/shrinking", Fixture, "shrink", set_up, test_load_changing, tear_down);
  g_test_add ("/exchange/paper/load/vanishing", Fixture, NULL, set_up, test_load_vanishing, tear_down);
  g_test_add_func ("/exchange/paper/sample", test_sample);

  return g_test_run ();
}
